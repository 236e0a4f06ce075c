// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/domain/quotation.h"
#include "storage/sql/connection.h"

#include <QList>

#include <optional>

namespace Scoredesk {

/// Words of articles that speak for a value of a dimension.
class QuotationTable {
public:
    explicit QuotationTable(Connection& connection) : m_connection(connection) {}

    QList<Quotation> ofStory(StoryId story) const; ///< in the order of pinning
    std::optional<Quotation> find(StoryId story, const QUuid& uuid) const;
    /// Of whichever story.
    bool hasUuid(const QUuid& uuid) const;
    /// Everything of it must be filled in.
    void insert(StoryId story, const Quotation& quotation);
    void remove(const QUuid& uuid);

private:
    Connection& m_connection;
};

} // namespace Scoredesk
