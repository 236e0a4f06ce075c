// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/searchhold.h"

#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

SearchHold::SearchHold(Connection& connection) : m_connection(connection)
{
    Statement(m_connection, u"INSERT INTO search_hold (from_id) "
                            "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'article'"_s)
        .run();
}

bool SearchHold::isHeld(Connection& connection)
{
    return Statement(connection, u"SELECT 1 FROM search_hold"_s).next();
}

void SearchHold::release()
{
    Statement(m_connection, u"INSERT INTO article_search (rowid, title, text) SELECT id, title, text "
                            "FROM article WHERE id >= (SELECT min(from_id) FROM search_hold)"_s)
        .run();
    Statement(m_connection, u"DELETE FROM search_hold"_s).run();
}

} // namespace Scoredesk
