// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queue/savedsearches.h"

#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

QList<SavedSearch> SavedSearches::all() const
{
    QList<SavedSearch> searches;
    for (Statement row(m_connection, u"SELECT name, query FROM saved_search ORDER BY position, id"_s);
         row.next();)
        searches.append({row.text(0), row.text(1)});
    return searches;
}

void SavedSearches::write(const QList<SavedSearch>& searches)
{
    Statement(m_connection, u"DELETE FROM saved_search"_s).run();
    int position = 0;
    for (const SavedSearch& search : searches) {
        const QString name = search.name.simplified();
        if (name.isEmpty() || search.query.trimmed().isEmpty()) {
            m_connection.fail({u"A search that is kept needs a name and something to look for."_s,
                               ErrorCode::InvalidInput});
            return;
        }
        Statement taken(m_connection, u"SELECT 1 FROM saved_search WHERE name = ?"_s, name);
        if (taken.next()) {
            m_connection.fail(
                {u"There is a search named “%1” already."_s.arg(name), ErrorCode::InvalidInput});
            return;
        }
        Statement(m_connection, u"INSERT INTO saved_search (position, name, query) VALUES (?, ?, ?)"_s,
                  ++position, name, search.query.trimmed())
            .run();
    }
}

} // namespace Scoredesk
