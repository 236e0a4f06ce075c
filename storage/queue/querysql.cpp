// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queue/querysql.h"

#include "storage/queue/wordsql.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static bool isWords(const Query* query)
{
    return query->kind == Query::Kind::Term && WordSql::isWords(query->term);
}

static std::vector<const Query*> partsOf(const Query& query)
{
    std::vector<const Query*> parts;
    if (query.kind != Query::Kind::All)
        return {&query};
    for (const Query& part : query.parts)
        parts.push_back(&part);
    return parts;
}

int QuerySql::narrowness(const Query& query)
{
    if (query.kind == Query::Kind::Any)
        return 2;
    return query.kind == Query::Kind::Term ? TermSql::narrowness(query.term) : 0;
}

QuerySql::Found QuerySql::found(const Query& query, bool ranked) const
{
    std::vector<const Query*> parts = partsOf(query);
    std::vector<const QueryTerm*> words;
    for (const Query* part : parts)
        if (isWords(part))
            words.push_back(&part->term);
    Found found;
    if (!words.empty()) {
        found.candidates = WordSql(words).candidates(ranked);
        found.isRanked = ranked;
        std::erase_if(parts, isWords);
    } else if (const auto best = std::max_element(
                   parts.begin(), parts.end(),
                   [](const Query* a, const Query* b) { return narrowness(*a) < narrowness(*b); });
               best != parts.end()) {
        found.candidates = candidates(**best);
        const bool isExact =
            (*best)->kind == Query::Kind::Any || (*best)->term.field != QueryField::Dimension;
        if (found.candidates && isExact)
            parts.erase(best);
    }
    QList<SqlPiece> rest;
    for (const Query* part : parts)
        rest.append(condition(*part, SqlReach::All));
    found.condition = joinedSql(rest, u" AND "_s);
    return found;
}

/// Of alternatives, each must have a place to begin.
std::optional<SqlPiece> QuerySql::candidates(const Query& query) const
{
    if (query.kind == Query::Kind::Term)
        return m_terms.candidates(query.term);
    if (query.kind != Query::Kind::Any)
        return std::nullopt;
    SqlPiece all;
    QStringList parts;
    for (const Query& part : query.parts) {
        const Found one = found(part, false);
        if (!one.candidates)
            return std::nullopt;
        parts.append(one.condition.isEmpty()
                         ? u"SELECT id FROM ("_s + one.candidates->sql + u')'
                         : u"SELECT s.id AS id FROM ("_s + one.candidates->sql +
                               u") c CROSS JOIN story s ON s.id = c.id WHERE "_s + one.condition.sql);
        all.values += one.candidates->values + one.condition.values;
    }
    all.sql = parts.join(u" UNION "_s);
    return all;
}

/// The query with terms for words taken as they must be for it to hold: there, or where they are denied not.
Query QuerySql::withoutWords(const Query& query, bool holds)
{
    Query rest = query;
    if (isWords(&query)) {
        // All of nothing holds always, any of nothing never.
        rest.kind = holds ? Query::Kind::All : Query::Kind::Any;
        return rest;
    }
    for (Query& part : rest.parts)
        part = withoutWords(part, query.kind == Query::Kind::Not ? !holds : holds);
    return rest;
}

SqlPiece QuerySql::condition(const Query& query, SearchedFor words) const
{
    switch (words) {
    case SearchedFor::LookedUp:
        return condition(query, SqlReach::Few);
    case SearchedFor::Gathered:
        return condition(query, SqlReach::All);
    case SearchedFor::Found:
        break;
    }
    return condition(withoutWords(query, true), SqlReach::Few);
}

SqlPiece QuerySql::condition(const Query& query, SqlReach reach) const
{
    if (query.kind != Query::Kind::Term && query.parts.empty())
        return {query.kind == Query::Kind::Any ? u"0"_s : u"1"_s, {}};
    if (query.kind == Query::Kind::Term)
        return m_terms.condition(query.term, reach);
    if (query.kind == Query::Kind::Not) {
        const SqlPiece denied = condition(query.parts.front(), reach);
        return {u"NOT coalesce("_s + denied.sql + u", 0)"_s, denied.values};
    }
    // Words beside each other are looked for in one text, wherever they stand in the query.
    QList<SqlPiece> pieces;
    std::vector<const QueryTerm*> words;
    for (const Query& part : query.parts)
        if (query.kind == Query::Kind::All && isWords(&part))
            words.push_back(&part.term);
        else
            pieces.append(condition(part, reach));
    if (!words.empty())
        pieces.append(WordSql(words).condition(reach));
    return joinedSql(pieces, query.kind == Query::Kind::All ? u" AND "_s : u" OR "_s);
}

} // namespace Scoredesk
