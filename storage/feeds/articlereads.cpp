// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/articlereads.h"

#include "storage/sql/statement.h"
#include "storage/tables/idlist.h"
#include "storage/tables/redirects.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QString jsonOf(const QStringList& texts)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(texts)).toJson(QJsonDocument::Compact));
}

QList<KnownArticle> ArticleReads::known(FeedId feed, const QStringList& guids) const
{
    QList<KnownArticle> found;
    Statement row(
        m_connection,
        u"SELECT a.id, a.story_id, a.guid, a.digest FROM (SELECT DISTINCT value FROM json_each(?)) j "
        "CROSS JOIN article a ON a.feed_id = ? AND a.guid = j.value"_s,
        jsonOf(guids), feed);
    while (row.next())
        found.append({row.id<ArticleId>(0), row.id<StoryId>(1), feed, row.text(2), row.integer(3)});
    return found;
}

QHash<QString, StoryId> ArticleReads::storiesWithLinks(FeedId except, const QStringList& linkKeys) const
{
    QHash<QString, StoryId> stories;
    if (linkKeys.isEmpty())
        return stories;
    // The condition on an empty key is what lets SQLite use the partial indexes.
    Statement row(
        m_connection,
        u"WITH asked(k) AS (SELECT DISTINCT value FROM json_each(?)), "
        "found(k, id) AS ("
        "SELECT k, a.story_id FROM asked CROSS JOIN article a ON a.link_key = k AND a.link_key <> '' "
        "UNION SELECT k, s.id FROM asked CROSS JOIN story s ON s.link_key = k AND s.link_key <> '') "
        "SELECT k, id FROM found WHERE NOT EXISTS (SELECT 1 FROM article b "
        "WHERE b.story_id = found.id AND b.feed_id = ? AND b.link_key = found.k) ORDER BY id DESC"_s,
        jsonOf(linkKeys), except);
    const Redirects redirects(m_connection);
    while (row.next()) {
        const StoryId story = row.id<StoryId>(1);
        // One that was merged by hand keeps its link, and leads on. The oldest is kept.
        StoryId& kept = stories[row.text(0)];
        const StoryId end = redirects.of(story).value_or(story);
        kept = kept == noStory ? end : std::min(kept, end);
    }
    return stories;
}

QSet<StoryId> ArticleReads::touched(const QList<StoryId>& stories) const
{
    QSet<StoryId> found;
    if (stories.isEmpty())
        return found;
    Statement row(m_connection,
                  u"SELECT s.id FROM json_each(?) j CROSS JOIN story s ON s.id = j.value WHERE s.touched"_s,
                  toJsonArray(stories));
    while (row.next())
        found.insert(row.id<StoryId>(0));
    return found;
}

QList<RecentArticle> ArticleReads::recent(const QDateTime& since, ArticleId after, int most,
                                          int textLength) const
{
    QList<RecentArticle> articles;
    if (after == ArticleId{}) { // the desk may hold many more that are older
        Statement first(m_connection,
                        u"SELECT min(id) FROM article WHERE coalesce(published_at, fetched_at) >= ?"_s,
                        since);
        if (!first.next() || first.isNull(0))
            return articles;
        after = ArticleId(first.integer(0) - 1);
    }
    Statement row(m_connection,
                  u"SELECT a.id, a.story_id, a.outlet_id, coalesce(a.published_at, a.fetched_at), a.title, "
                  "substr(a.text, 1, ?), (SELECT o.id FROM article o WHERE o.uuid = a.reprint_of), "
                  "a.by_hand, s.touched "
                  "FROM article a CROSS JOIN story s ON s.id = a.story_id WHERE a.id > ? AND "
                  "coalesce(a.published_at, a.fetched_at) >= ? "
                  "ORDER BY a.id LIMIT ?"_s,
                  textLength, after, since, most);
    while (row.next()) {
        RecentArticle article;
        article.id = row.id<ArticleId>(0);
        article.story = row.id<StoryId>(1);
        article.outlet = row.id<OutletId>(2);
        article.at = row.time(3);
        article.title = row.text(4);
        article.text = row.text(5);
        article.origin = row.id<ArticleId>(6);
        article.byHand = row.flag(7);
        article.touched = row.flag(8);
        articles.append(article);
    }
    return articles;
}

QList<ArticleVersion> ArticleReads::versions(ArticleId article) const
{
    QList<ArticleVersion> versions;
    Statement row(m_connection,
                  u"SELECT title, text, html, link, author, published_at, replaced_at FROM article_version "
                  "WHERE article_id = ? ORDER BY id DESC"_s,
                  article);
    while (row.next())
        versions.append(
            {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.time(5), row.time(6)});
    return versions;
}

} // namespace Scoredesk
