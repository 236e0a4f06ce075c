// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/savedsearch.h"
#include "storage/sql/connection.h"

#include <QList>

namespace Scoredesk {

/// The searches that are kept, in their order.
class SavedSearches {
public:
    explicit SavedSearches(Connection& connection) : m_connection(connection) {}

    QList<SavedSearch> all() const;
    /// In place of those that are there.
    void write(const QList<SavedSearch>& searches);

private:
    Connection& m_connection;
};

} // namespace Scoredesk
