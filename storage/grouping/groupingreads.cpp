// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/grouping/groupingreads.h"

#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

// Kinds of rows in `regrouped`, as 003.sql numbers them.
static constexpr int articleKind = 1;
static constexpr int storyKind = 2;
static constexpr int apartKind = 3;

// A pair is suggested as long as neither is spiked or empty and no hand keeps them apart.
static QString suggestionSql(const QString& pairs, const QString& order)
{
    return u"SELECT p.story, p.other, o.headline, p.score, p.words FROM (%1) p JOIN story s ON s.id = "
           u"p.story "
           "JOIN story o ON o.id = p.other WHERE s.stage <> 3 AND o.stage <> 3 AND s.articles > 0 AND "
           "o.articles > 0 "
           "AND NOT EXISTS (SELECT 1 FROM story_apart a WHERE a.story_id = min(p.story, p.other) "
           "AND a.other_id = max(p.story, p.other)) ORDER BY %2"_s.arg(pairs, order);
}

QList<MergeSuggestion> GroupingReads::readSuggestions(Statement& row) const
{
    QList<MergeSuggestion> found;
    while (row.next())
        found.append({row.id<StoryId>(0), row.id<StoryId>(1), row.text(2), row.real(3).value_or(0),
                      row.text(4).split(u' ', Qt::SkipEmptyParts)});
    return found;
}

QList<MergeSuggestion> GroupingReads::suggestionsFor(StoryId story) const
{
    static const QString sql = suggestionSql(
        u"SELECT story_id AS story, other_id AS other, score, words FROM merge_suggestion "
        "WHERE story_id = ? UNION ALL SELECT other_id, story_id, score, words FROM merge_suggestion "
        "WHERE other_id = ?"_s,
        u"p.score DESC, p.other LIMIT 20"_s);
    Statement row(m_connection, sql, story, story);
    return readSuggestions(row);
}

QList<MergeSuggestion> GroupingReads::suggestions(int most) const
{
    static const QString sql = suggestionSql(
        u"SELECT story_id AS story, other_id AS other, score, words, at FROM merge_suggestion ORDER BY at DESC LIMIT 2000"_s,
        u"p.score DESC, p.story, p.other LIMIT ?"_s);
    Statement row(m_connection, sql, most);
    return readSuggestions(row);
}

QList<StoryId> GroupingReads::apartFrom(StoryId story) const
{
    QList<StoryId> others;
    Statement row(m_connection,
                  u"SELECT other_id FROM story_apart WHERE story_id = ? UNION "
                  "SELECT story_id FROM story_apart WHERE other_id = ? ORDER BY 1"_s,
                  story, story);
    while (row.next())
        others.append(row.id<StoryId>(0));
    return others;
}

KeptApart GroupingReads::keptApart() const
{
    KeptApart kept;
    Statement stories(m_connection, u"SELECT story_id, other_id FROM story_apart"_s);
    while (stories.next())
        kept.stories.append({stories.id<StoryId>(0), stories.id<StoryId>(1)});
    Statement articles(m_connection, u"SELECT article_id, story_id FROM article_out"_s);
    while (articles.next())
        kept.articles.append({articles.id<ArticleId>(0), articles.id<StoryId>(1)});
    return kept;
}

qint64 GroupingReads::lastRegrouped() const
{
    Statement row(m_connection, u"SELECT seq FROM sqlite_sequence WHERE name = 'regrouped'"_s);
    return row.next() ? row.integer(0) : 0;
}

Regrouped GroupingReads::regroupedSince(qint64 seq) const
{
    Regrouped changes;
    changes.upTo = lastRegrouped();
    if (changes.upTo == seq)
        return changes;
    {
        Statement first(m_connection, u"SELECT min(seq) FROM regrouped"_s);
        changes.tooMany =
            changes.upTo < seq || !first.next() || first.isNull(0) || first.integer(0) > seq + 1;
        if (changes.tooMany)
            return changes;
    }
    readArticles(seq, changes);
    Statement row(
        m_connection,
        u"SELECT DISTINCT r.kind, r.item, r.other, "
        "CASE r.kind WHEN 3 THEN EXISTS (SELECT 1 FROM story_apart WHERE story_id = r.item AND other_id = "
        "r.other) "
        "WHEN 4 THEN EXISTS (SELECT 1 FROM article_out WHERE article_id = r.item AND story_id = r.other) END "
        "FROM regrouped r WHERE r.seq > ? AND r.kind <> ?"_s,
        seq, articleKind);
    while (row.next()) {
        const bool holds = row.flag(3);
        if (row.small(0) == storyKind)
            changes.touched.append(row.id<StoryId>(1));
        else if (row.small(0) == apartKind)
            (holds ? changes.apart : changes.together).append({row.id<StoryId>(1), row.id<StoryId>(2)});
        else
            (holds ? changes.out : changes.in).append({row.id<ArticleId>(1), row.id<StoryId>(2)});
    }
    return changes;
}

void GroupingReads::readArticles(qint64 seq, Regrouped& changes) const
{
    Statement row(
        m_connection,
        u"SELECT r.item, a.story_id, a.outlet_id, coalesce(a.published_at, a.fetched_at), a.title, "
        u"a.by_hand, "
        "s.touched FROM (SELECT item, max(seq) AS last FROM regrouped WHERE seq > ? AND kind = ? GROUP BY "
        "item) r "
        "LEFT JOIN article a ON a.id = r.item LEFT JOIN story s ON s.id = a.story_id ORDER BY r.last"_s,
        seq, articleKind);
    while (row.next()) {
        if (row.isNull(1)) {
            changes.gone.append(row.id<ArticleId>(0));
            continue;
        }
        RecentArticle article;
        article.id = row.id<ArticleId>(0);
        article.story = row.id<StoryId>(1);
        article.outlet = row.id<OutletId>(2);
        article.at = row.time(3);
        article.title = row.text(4);
        article.byHand = row.flag(5);
        article.touched = row.flag(6);
        changes.articles.append(article);
    }
}

} // namespace Scoredesk
