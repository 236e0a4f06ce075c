// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queue/termsql.h"

#include "storage/domain/storystate.h"
#include "storage/domain/trust.h"
#include "storage/queue/wordsql.h"
#include "storage/search/foldedwords.h"
#include "storage/sql/statement.h"
#include "storage/tables/leadingcard.h"

#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

QString signOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less:
        return u"<"_s;
    case Comparison::AtMost:
        return u"<="_s;
    case Comparison::More:
        return u">"_s;
    case Comparison::AtLeast:
        return u">="_s;
    case Comparison::Equal:
        break;
    }
    return u"="_s;
}

/// Impact as it is shown, to a tenth: 6.96 is 7.0, and at least 7.
SqlPiece impactSql(const QueryTerm& term)
{
    const qint64 from = std::llround((term.number - 0.05) * 1e9);
    const qint64 to = std::llround((term.number + 0.05) * 1e9);
    switch (term.comparison) {
    case Comparison::AtLeast:
        return {u"s.impact_key >= max(0, ?)"_s, {from}};
    case Comparison::More:
        return {u"s.impact_key >= max(0, ?)"_s, {to}};
    case Comparison::Less:
        return {u"s.impact_key >= 0 AND s.impact_key < ?"_s, {from}};
    case Comparison::AtMost:
        return {u"s.impact_key >= 0 AND s.impact_key < ?"_s, {to}};
    case Comparison::Equal:
        break;
    }
    return {u"s.impact_key >= max(0, ?) AND s.impact_key < ?"_s, {from, to}};
}

/// The card that leads in the queue holds the value.
SqlPiece dimensionSql(const QueryTerm& term)
{
    return {u"(s.scored_at IS NOT NULL AND EXISTS (SELECT 1 FROM card_cell v WHERE v.dimension = ? "
            "AND v.kind = 2 AND v.tenths %1 ? AND v.card_id = %2))"_s.arg(signOf(term.comparison),
                                                                          leadingCardSql(u"s.id"_s)),
            {term.dimension, std::round(term.number * 10)}};
}

SqlPiece tierSql(const QueryTerm& term)
{
    if (term.comparison == Comparison::Equal && term.number == 1)
        return {u"s.tier_one > 0"_s, {}};
    return {u"EXISTS (SELECT 1 FROM article a JOIN outlet o ON o.id = a.outlet_id WHERE a.story_id = s.id "
            "AND o.tier > 0 AND o.tier %1 ?)"_s.arg(signOf(term.comparison)),
            {term.number}};
}

SqlPiece hasSql(const QueryTerm& term)
{
    const QString& what = term.words;
    return {what == "note"_L1      ? u"s.trust_note <> ''"_s
            : what == "card"_L1    ? u"s.scored_at IS NOT NULL"_s
            : what == "article"_L1 ? u"s.articles > 0"_s
            : what == "link"_L1    ? u"s.link <> ''"_s
            : what == "tag"_L1     ? u"s.tags <> ''"_s
                                   : u"s.category_id IS NOT NULL"_s,
            {}};
}

SqlPiece isSql(const QueryTerm& term)
{
    const QString& what = term.words;
    return {what.compare("outdated"_L1, Qt::CaseInsensitive) == 0 ? u"s.scored_at < s.evidence_at"_s
            : what == "unread"_L1                                 ? u"s.unread"_s
            : what == "read"_L1                                   ? u"NOT s.unread"_s
                                                                  : u"s.scored_at IS NULL"_s,
            {}};
}

/// For LIKE … ESCAPE '\': what begins so.
QString likeStart(const QString& start)
{
    QString pattern = start.chopped(1); // the star
    for (const QChar sign : {u'\\', u'%', u'_'})
        pattern.replace(sign, u'\\' + QString(sign));
    return pattern + u'%';
}

SqlPiece tagSql(const QueryTerm& term)
{
    return term.isStart ? SqlPiece{u"tag LIKE ? ESCAPE '\\'"_s, {likeStart(term.words)}}
                        : SqlPiece{u"tag = ?"_s, {term.words}};
}

QString jsonOf(const QStringList& ids)
{
    return u'[' + ids.join(u',') + u']';
}

} // namespace

/// Ids of those whose name, or one of the names, is or holds the term's words. The first column is the id.
QString TermSql::idsOf(const QString& sql, const QueryTerm& term, bool isWhole) const
{
    const QString phrase = foldedWords(term.words);
    QStringList ids;
    for (Statement row(m_connection, sql); row.next();) {
        const QString words = foldedWords(row.text(1));
        const bool is = !isWhole       ? holdsPhrase(words, phrase, term.isStart)
                        : term.isStart ? words.startsWith(QStringView(phrase).chopped(1))
                                       : words == phrase;
        if (is && (ids.isEmpty() || ids.last() != row.text(0)))
            ids.append(row.text(0));
    }
    return jsonOf(ids);
}

QString TermSql::outletsNamed(const QueryTerm& term) const
{
    return idsOf(u"SELECT id, name FROM outlet UNION ALL SELECT outlet_id, domain FROM outlet_domain "
                 "ORDER BY 1"_s,
                 term, false);
}

QString TermSql::feedsNamed(const QueryTerm& term) const
{
    return idsOf(
        u"SELECT id, title || char(10) || own_title || char(10) || url || char(10) || folder FROM feed"_s,
        term, false);
}

QString TermSql::categoriesNamed(const QueryTerm& term) const
{
    return idsOf(u"SELECT id, name FROM category"_s, term, true);
}

QString TermSql::analystNamed(const QueryTerm& term) const
{
    return term.words.compare("me"_L1, Qt::CaseInsensitive) == 0 && !m_me.isEmpty() ? m_me : term.words;
}

SqlPiece TermSql::outletCondition(const QueryTerm& term, SqlReach reach) const
{
    if (term.words.isEmpty())
        return {u"(s.outlets = 0 AND s.source = '')"_s, {}};
    QList<SqlPiece> either;
    either.append({u"EXISTS (SELECT 1 FROM article a WHERE a.story_id = s.id AND a.outlet_id IN "
                   "(SELECT value FROM json_each(?)))"_s,
                   {outletsNamed(term)}});
    // Of a brief that was pasted the source is all that names its outlet.
    if (const QString phrase = WordSql::phrase(term); !phrase.isEmpty())
        either.append(
            {reach == SqlReach::Few
                 ? u"EXISTS (SELECT 1 FROM story_search WHERE rowid = s.id AND story_search MATCH ?)"_s
                 : u"s.id IN (SELECT rowid FROM story_search WHERE story_search MATCH ?)"_s,
             {u"source : "_s + phrase}});
    return joinedSql(either, u" OR "_s);
}

SqlPiece TermSql::condition(const QueryTerm& term, SqlReach reach) const
{
    const auto number = [&term](const QString& column) {
        return SqlPiece{column + u' ' + signOf(term.comparison) + u" ?"_s, {term.number}};
    };
    const bool isNone = term.words.isEmpty();
    switch (term.field) {
    case QueryField::Title:
    case QueryField::Summary:
        if (isNone)
            return {(term.field == QueryField::Title ? u"s.headline = ''"_s : u"s.summary = ''"_s), {}};
        return WordSql({&term}).condition(reach);
    case QueryField::Text:
        return isNone ? SqlPiece{u"(s.headline = '' AND s.summary = '')"_s, {}}
                      : WordSql({&term}).condition(reach);
    case QueryField::Outlet:
        return outletCondition(term, reach);
    case QueryField::Feed:
        if (isNone)
            return {
                u"NOT EXISTS (SELECT 1 FROM article a WHERE a.story_id = s.id AND a.feed_id IS NOT NULL)"_s,
                {}};
        return {u"EXISTS (SELECT 1 FROM article a WHERE a.story_id = s.id AND a.feed_id IN "
                "(SELECT value FROM json_each(?)))"_s,
                {feedsNamed(term)}};
    case QueryField::Category:
        if (isNone)
            return {u"s.category_id IS NULL"_s, {}};
        return {u"s.category_id IN (SELECT value FROM json_each(?))"_s, {categoriesNamed(term)}};
    case QueryField::Tag: {
        if (isNone)
            return {u"s.tags = ''"_s, {}};
        const SqlPiece tag = tagSql(term);
        return {u"EXISTS (SELECT 1 FROM story_tag WHERE story_id = s.id AND "_s + tag.sql + u')', tag.values};
    }
    case QueryField::Impact:
        return impactSql(term);
    case QueryField::Dimension:
        return dimensionSql(term);
    case QueryField::Coverage:
        return number(u"s.outlets"_s);
    case QueryField::Origins:
        return number(u"s.origins"_s);
    case QueryField::Tier:
        return tierSql(term);
    case QueryField::Trust:
        return {u"s.trust = ?"_s, {int(trustFromText(term.words).value_or(TrustVerdict::Unset))}};
    case QueryField::State:
        return {u"s.stage = ?"_s, {int(stageFromText(term.words).value_or(Stage::Incoming))}};
    case QueryField::Has:
        return hasSql(term);
    case QueryField::Is:
        return isSql(term);
    case QueryField::Analyst:
        if (isNone)
            return {u"s.scored_at IS NULL"_s, {}};
        return {u"EXISTS (SELECT 1 FROM card c JOIN analyst n ON n.id = c.analyst_id WHERE c.story_id = s.id "
                "AND n.name = ? COLLATE NOCASE)"_s,
                {analystNamed(term)}};
    case QueryField::Before:
        return {u"s.sort_at < ?"_s, {term.time.toMSecsSinceEpoch()}};
    case QueryField::After:
        return {u"s.sort_at >= ?"_s, {term.time.toMSecsSinceEpoch()}};
    }
    return {};
}

int TermSql::narrowness(const QueryTerm& term)
{
    if (term.words.isEmpty())
        return 0;
    switch (term.field) {
    case QueryField::Tag:
        return 5;
    case QueryField::Dimension:
    case QueryField::Analyst:
        return 4;
    case QueryField::Outlet:
    case QueryField::Feed:
        return 3;
    case QueryField::Impact: // low ones are few, too, but are asked for seldom
        return term.comparison == Comparison::Less || term.comparison == Comparison::AtMost ? 0 : 1;
    default:
        return 0;
    }
}

std::optional<SqlPiece> TermSql::candidates(const QueryTerm& term) const
{
    if (narrowness(term) == 0)
        return std::nullopt;
    switch (term.field) {
    case QueryField::Tag: {
        const SqlPiece tag = tagSql(term);
        return SqlPiece{u"SELECT DISTINCT story_id AS id FROM story_tag WHERE "_s + tag.sql, tag.values};
    }
    case QueryField::Dimension:
        return SqlPiece{u"SELECT DISTINCT story_id AS id FROM card"_s, {}};
    case QueryField::Analyst:
        return SqlPiece{u"SELECT DISTINCT story_id AS id FROM card WHERE analyst_id IN "
                        "(SELECT id FROM analyst WHERE name = ? COLLATE NOCASE)"_s,
                        {analystNamed(term)}};
    case QueryField::Outlet: {
        SqlPiece piece{
            u"SELECT story_id AS id FROM article WHERE outlet_id IN (SELECT value FROM json_each(?))"_s,
            {outletsNamed(term)}};
        const QString phrase = WordSql::phrase(term);
        if (phrase.isEmpty())
            return SqlPiece{u"SELECT DISTINCT id FROM ("_s + piece.sql + u')', piece.values};
        return SqlPiece{piece.sql + u" UNION SELECT rowid FROM story_search WHERE story_search MATCH ?"_s,
                        piece.values + QList<QVariant>{u"source : "_s + phrase}};
    }
    case QueryField::Feed:
        return SqlPiece{u"SELECT DISTINCT story_id AS id FROM article WHERE feed_id IN "
                        "(SELECT value FROM json_each(?))"_s,
                        {feedsNamed(term)}};
    case QueryField::Impact: {
        const SqlPiece condition = impactSql(term);
        return SqlPiece{u"SELECT s.id AS id FROM story s WHERE "_s + condition.sql, condition.values};
    }
    default:
        return std::nullopt;
    }
}

} // namespace Scoredesk
