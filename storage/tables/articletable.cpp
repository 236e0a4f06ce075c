// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/articletable.h"

#include "storage/domain/arrival.h"
#include "storage/domain/keys.h"
#include "storage/domain/lead.h"
#include "storage/sql/statement.h"
#include "storage/tables/outlettable.h"

#include <QHash>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static const auto articleColumns =
    u"SELECT id, uuid, outlet_id, guid, title, text, html, link, author, published_at, published_is_guess, "
    "fetched_at, reprint_of, feed_id, by_hand FROM article "_s;

static QList<Article> readArticles(Connection& connection, Statement& row)
{
    QList<Article> articles;
    QHash<OutletId, Outlet> outlets;
    while (row.next()) {
        Article article;
        article.id = row.id<ArticleId>(0);
        article.uuid = row.uuid(1);
        if (!row.isNull(2)) {
            const OutletId outlet = row.id<OutletId>(2);
            if (!outlets.contains(outlet))
                outlets.insert(outlet, OutletTable(connection).byId(outlet));
            article.outlet = outlets.value(outlet);
        }
        article.guid = row.text(3);
        article.title = row.text(4);
        article.text = row.text(5);
        article.html = row.text(6);
        article.link = row.text(7);
        article.author = row.text(8);
        article.publishedAt = row.time(9);
        article.publishedIsGuess = row.flag(10);
        article.fetchedAt = row.time(11);
        if (const QUuid original = row.uuid(12); !original.isNull())
            article.reprintOf = original;
        article.feed = row.id<FeedId>(13);
        article.byHand = row.flag(14);
        articles.append(article);
    }
    return articles;
}

QList<Article> ArticleTable::ofStory(StoryId story) const
{
    Statement row(m_connection,
                  articleColumns + u"WHERE story_id = ? ORDER BY coalesce(published_at, fetched_at), id"_s,
                  story);
    return readArticles(m_connection, row);
}

std::optional<Article> ArticleTable::whole(ArticleId id) const
{
    Statement row(m_connection, articleColumns + u"WHERE id = ?"_s, id);
    QList<Article> found = readArticles(m_connection, row);
    if (found.isEmpty())
        return std::nullopt;
    found.first().versions = versions(id);
    return found.first();
}

QList<ArticleVersion> ArticleTable::versions(ArticleId id) const
{
    QList<ArticleVersion> versions;
    Statement row(m_connection,
                  u"SELECT title, text, html, link, author, published_at, replaced_at FROM article_version "
                  "WHERE article_id = ? ORDER BY id"_s,
                  id);
    while (row.next())
        versions.append(
            {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.time(5), row.time(6)});
    return versions;
}

ArticleId ArticleTable::insert(StoryId story, const Article& article, OutletTrace* outlets)
{
    const OutletId outlet = OutletTable(m_connection).ensure(article.outlet, linkHost(article.link), outlets);
    const ArticleId id = insertWith(story, article, keysOf(article), outlet);
    if (article.id != ArticleId{}) // back under a number that grouping has seen go
        Statement(m_connection, u"INSERT INTO regrouped (kind, item) VALUES (1, ?)"_s, id).run();
    return id;
}

ArticleId ArticleTable::insertWith(StoryId story, const Article& article, const ArrivalKeys& keys,
                                   OutletId outlet)
{
    Statement row(m_connection,
                  u"INSERT INTO article (id, uuid, story_id, outlet_id, guid, title, text, "
                  u"html, link, link_key, author, "
                  "published_at, published_is_guess, fetched_at, reprint_of, digest, by_hand, feed_id) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                  "(SELECT id FROM feed WHERE id = ?))"_s);
    if (article.id == ArticleId{})
        row.bindNull();
    else
        row.bind(article.id);
    row.bind(article.uuid).bind(story);
    if (outlet == OutletId{})
        row.bindNull();
    else
        row.bind(outlet);
    row.bind(article.guid).bind(article.title).bind(article.text).bind(article.html).bind(article.link);
    row.bind(keys.link).bind(article.author).bind(article.publishedAt);
    row.bind(article.publishedIsGuess).bind(article.fetchedAt).bind(article.reprintOf);
    row.bind(keys.digest).bind(article.byHand).bind(article.feed);
    if (!row.run())
        return {};
    const ArticleId id = ArticleId(row.insertedId());
    for (const ArticleVersion& version : article.versions)
        Statement(m_connection,
                  u"INSERT INTO article_version (article_id, title, text, html, link, author, published_at, "
                  "replaced_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                  id, version.title, version.text, version.html, version.link, version.author,
                  version.publishedAt, version.replacedAt)
            .run();
    return id;
}

// Words that were found in an article that leaves must be found in the story itself.
static void ownWords(Connection& connection, ArticleId leaving)
{
    Statement(connection,
              u"UPDATE story SET headline = headline WHERE NOT own_words AND id = "
              "(SELECT story_id FROM article WHERE id = ?)"_s,
              leaving)
        .run();
}

void ArticleTable::remove(ArticleId id)
{
    ownWords(m_connection, id);
    Statement(m_connection, u"DELETE FROM article WHERE id = ?"_s, id).run();
}

void ArticleTable::move(ArticleId id, StoryId story, bool byHand)
{
    ownWords(m_connection, id);
    Statement(m_connection, u"UPDATE article SET story_id = ?, by_hand = ? WHERE id = ?"_s, story, byHand, id)
        .run();
}

QList<std::pair<ArticleId, bool>> ArticleTable::moveAll(StoryId from, StoryId into)
{
    QList<std::pair<ArticleId, bool>> moved;
    {
        Statement row(m_connection, u"SELECT id, by_hand FROM article WHERE story_id = ? ORDER BY id"_s,
                      from);
        while (row.next())
            moved.append({row.id<ArticleId>(0), row.flag(1)});
    }
    if (moved.isEmpty())
        return moved;
    ownWords(m_connection, moved.first().first);
    Statement(m_connection, u"UPDATE article SET story_id = ?, by_hand = 1 WHERE story_id = ?"_s, into, from)
        .run();
    return moved;
}

bool ArticleTable::isByHand(ArticleId id) const
{
    Statement row(m_connection, u"SELECT by_hand FROM article WHERE id = ?"_s, id);
    return row.next() && row.flag(0);
}

std::optional<StoryId> ArticleTable::storyOf(ArticleId id) const
{
    Statement row(m_connection, u"SELECT story_id FROM article WHERE id = ?"_s, id);
    return row.next() ? std::optional(row.id<StoryId>(0)) : std::nullopt;
}

bool ArticleTable::hasUuid(const QUuid& uuid) const
{
    return Statement(m_connection, u"SELECT 1 FROM article WHERE uuid = ?"_s, uuid).next();
}

QString seenAtSql()
{
    return u"CASE WHEN a.published_at >= %1 THEN a.published_at ELSE a.fetched_at END"_s.arg(
        earliestPublication().toMSecsSinceEpoch());
}

void ArticleTable::refreshCoverage(StoryId story)
{
    // Reprints of one article that the story does not hold are one origin between them.
    static const QString sql =
        u"UPDATE story SET (articles, outlets, tier_one, origins, first_at, last_at) = ("
        "SELECT count(*), count(DISTINCT a.outlet_id), count(DISTINCT CASE WHEN o.tier = 1 THEN o.id END), "
        "count(*) - count(a.reprint_of) + count(DISTINCT CASE WHEN NOT EXISTS (SELECT 1 FROM article b "
        "WHERE b.uuid = a.reprint_of AND b.story_id = a.story_id) THEN a.reprint_of END), "
        "min(%1), max(%1) "
        "FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.story_id = story.id) WHERE id = ?"_s
            .arg(seenAtSql());
    Statement(m_connection, sql, story).run();
}

QList<StoryId> ArticleTable::storiesWith(OutletId outlet) const
{
    QList<StoryId> stories;
    Statement row(m_connection, u"SELECT DISTINCT story_id FROM article WHERE outlet_id = ?"_s, outlet);
    while (row.next())
        stories.append(row.id<StoryId>(0));
    return stories;
}

} // namespace Scoredesk
