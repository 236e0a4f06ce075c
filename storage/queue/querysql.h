// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"
#include "storage/queue/termsql.h"

namespace Scoredesk {

/// Which stories a query is for, as SQL over a story `s`.
class QuerySql {
public:
    /// `me`: the analyst that `analyst:me` means.
    QuerySql(Connection& connection, const QString& me) : m_terms(connection, me) {}

    /// Where to begin: few stories, of which `condition` then picks.
    struct Found {
        std::optional<SqlPiece>
            candidates;        ///< yields id, each once, and rank where ranked; none: every story
        SqlPiece condition;    ///< empty: all of them
        bool isRanked = false; ///< the smaller the rank, the better the story fits the words
    };
    /// For a look through the whole desk; ranked where that is wanted and the query asks for words.
    Found found(const Query& query, bool ranked) const;
    /// For a look at stories that are given.
    SqlPiece condition(const Query& query, SearchedFor words) const;

private:
    static int narrowness(const Query& query);
    std::optional<SqlPiece> candidates(const Query& query) const;
    SqlPiece condition(const Query& query, SqlReach reach) const;
    static Query withoutWords(const Query& query, bool holds);

    TermSql m_terms;
};

} // namespace Scoredesk
