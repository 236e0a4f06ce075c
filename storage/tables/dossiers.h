// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/method/method.h"
#include "storage/sql/connection.h"

#include <optional>

namespace Scoredesk {

struct OutletTrace;

/// Whole stories, over all the tables that hold a part of one.
class Dossiers {
public:
    explicit Dossiers(Connection& connection) : m_connection(connection) {}

    std::optional<Dossier> read(StoryId id) const;
    /// With what only add() has a use for: the earlier versions of its articles.
    std::optional<Dossier> readWhole(StoryId id) const;
    /// Uses ids that are set and fills in UUIDs and times that are not. The connection keeps InvalidInput
    /// where the desk has a story or an article of that UUID already.
    StoryId add(Dossier dossier, const Method& method, const QDateTime& now, OutletTrace* outlets = nullptr);
    /// Removes the story with all but its exports, which stay on record.
    void remove(StoryId id);

private:
    Connection& m_connection;
};

/// Gives the dossier, its articles and quotations new UUIDs where the desk has theirs already, so that it can
/// stand beside.
void avoidUuidsOfDesk(Connection& connection, Dossier& dossier);

} // namespace Scoredesk
