// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queue/wordsql.h"

#include "storage/tables/fulltext.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

bool WordSql::isWords(const QueryTerm& term)
{
    return !term.words.isEmpty() && (term.field == QueryField::Text || term.field == QueryField::Title ||
                                     term.field == QueryField::Summary);
}

QString WordSql::phrase(const QueryTerm& term)
{
    const QStringList words = wordsOf(term.words);
    return words.isEmpty() ? QString()
                           : u'"' + words.join(u' ') + u'"' + (term.isStart ? u" *"_s : QString());
}

WordSql::WordSql(const std::vector<const QueryTerm*>& terms)
{
    QStringList story;
    QStringList article;
    for (const QueryTerm* term : terms) {
        const QString words = phrase(*term);
        m_isNothing = m_isNothing || words.isEmpty();
        const bool isTitle = term->field == QueryField::Title;
        const bool isSummary = term->field == QueryField::Summary;
        story.append((isTitle ? u"headline : "_s : isSummary ? u"summary : "_s : QString()) + words);
        article.append((isTitle ? u"title : "_s : isSummary ? u"text : "_s : QString()) + words);
    }
    m_story = story.join(u" AND "_s);
    m_article = article.join(u" AND "_s);
}

SqlPiece WordSql::candidates(bool ranked) const
{
    if (m_isNothing)
        return {ranked ? u"SELECT 0 AS id, 0 AS rank WHERE 0"_s : u"SELECT 0 AS id WHERE 0"_s, {}};
    // A headline says more of a story than a word in passing.
    if (ranked)
        return {
            u"SELECT id, min(score) AS rank FROM ("
            "SELECT rowid AS id, bm25(story_search, 8.0, 3.0, 2.0, 1.0, 4.0, 1.0) AS score "
            "FROM story_search WHERE story_search MATCH ? UNION ALL "
            "SELECT a.story_id, bm25(article_search, 6.0, 1.0) FROM article_search "
            "CROSS JOIN article a ON a.id = article_search.rowid WHERE article_search MATCH ?) GROUP BY id"_s,
            {m_story, m_article}};
    return {u"SELECT rowid AS id FROM story_search WHERE story_search MATCH ? UNION "
            "SELECT a.story_id FROM article_search f CROSS JOIN article a ON a.id = f.rowid "
            "WHERE article_search MATCH ?"_s,
            {m_story, m_article}};
}

SqlPiece WordSql::condition(SqlReach reach) const
{
    if (m_isNothing)
        return {u"0"_s, {}};
    if (reach == SqlReach::All)
        return {u"s.id IN ("_s + candidates(false).sql + u')', {m_story, m_article}};
    return {u"(EXISTS (SELECT 1 FROM story_search WHERE rowid = s.id AND story_search MATCH ?) OR "
            "EXISTS (SELECT 1 FROM article a CROSS JOIN article_search f ON f.rowid = a.id "
            "WHERE a.story_id = s.id AND article_search MATCH ?))"_s,
            {m_story, m_article}};
}

} // namespace Scoredesk
