// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/queue/sqlpiece.h"
#include "storage/search/query.h"
#include "storage/sql/connection.h"

#include <optional>

namespace Scoredesk {

/// One term of a query as SQL over a story `s`. Names in it are looked up as they stand on the desk.
class TermSql {
public:
    /// `me`: the analyst that `analyst:me` means.
    TermSql(Connection& connection, QString me) : m_connection(connection), m_me(std::move(me)) {}

    SqlPiece condition(const QueryTerm& term, SqlReach reach) const;

    /// Stories to begin with, since an index tells them: yields id, each once. They are all that the term is
    /// for, and none besides, but for a dimension: that is asked of every card.
    std::optional<SqlPiece> candidates(const QueryTerm& term) const;
    /// The more, the fewer stories candidates() are likely to be; 0 where there are none.
    static int narrowness(const QueryTerm& term);

private:
    SqlPiece outletCondition(const QueryTerm& term, SqlReach reach) const;
    QString outletsNamed(const QueryTerm& term) const; ///< a JSON array of ids; so the next two
    QString feedsNamed(const QueryTerm& term) const;
    QString categoriesNamed(const QueryTerm& term) const;
    QString idsOf(const QString& sql, const QueryTerm& term, bool isWhole) const;
    QString analystNamed(const QueryTerm& term) const;

    Connection& m_connection;
    QString m_me;
};

} // namespace Scoredesk
