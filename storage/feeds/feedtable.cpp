// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedtable.h"

#include "storage/domain/keys.h"
#include "storage/sql/statement.h"
#include "storage/tables/nametables.h"

#include <QHash>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static qint64 toBits(const QList<int>& numbers)
{
    qint64 bits = 0;
    for (const int number : numbers)
        if (number >= 0 && number < 32)
            bits |= qint64(1) << number;
    return bits;
}

static QList<int> fromBits(qint64 bits)
{
    QList<int> numbers;
    for (int number = 0; number < 32; ++number)
        if (bits & (qint64(1) << number))
            numbers.append(number);
    return numbers;
}

// Folder names may hold any character but a line's end.
static QString folderText(const QStringList& folder)
{
    QStringList names;
    for (const QString& name : folder)
        if (const QString plain = name.simplified(); !plain.isEmpty())
            names.append(plain);
    return names.join(u'\n');
}

static QVariant bytesOrNull(const QByteArray& bytes)
{
    return bytes.isEmpty() ? QVariant() : QVariant(bytes);
}

static const QString readSql =
    u"SELECT f.id, f.uuid, f.url, f.title, f.own_title, f.site, f.folder, f.outlet_id, c.name, f.paused, "
    "f.pause_reason, f.has_secret, f.added_at, f.etag, f.last_modified, f.digest, f.ttl, f.skip_hours, "
    "f.skip_days, f.tried_at, f.good_at, f.next_at, f.failures, f.failure_kind, f.status, f.failure, "
    "f.failing_since, f.items, f.newest_at, f.usual_gap, f.notes, f.rest_until, f.new_at, f.keep_days, "
    "(SELECT n FROM tally WHERE scope = 'feed' AND key = f.id) "
    "FROM feed f LEFT JOIN category c ON c.id = f.category_id "_s;

static FeedRecord recordFrom(const Statement& row, int at)
{
    FeedRecord record;
    record.triedAt = row.time(at++);
    record.goodAt = row.time(at++);
    record.nextAt = row.time(at++);
    record.failures = row.small(at++);
    record.failure = fetchFailureFromText(row.text(at++)).value_or(FetchFailure::Network);
    record.status = row.small(at++);
    record.reason = row.text(at++);
    record.failingSince = row.time(at++);
    record.items = row.small(at++);
    record.newestItem = row.time(at++);
    record.usualGap = row.integer(at++);
    record.notes = row.text(at++).split(u'\n', Qt::SkipEmptyParts);
    record.restUntil = row.time(at++);
    record.newAt = row.time(at);
    return record;
}

static DeskFeed feedFrom(const Statement& row)
{
    DeskFeed feed;
    int at = 0;
    feed.id = row.id<FeedId>(at++);
    feed.uuid = row.uuid(at++);
    feed.url = row.text(at++);
    feed.title = row.text(at++);
    feed.ownTitle = row.text(at++);
    feed.site = row.text(at++);
    feed.folder = row.text(at++).split(u'\n', Qt::SkipEmptyParts);
    feed.outlet = row.id<OutletId>(at++);
    feed.category = row.text(at++);
    feed.paused = row.flag(at++);
    feed.pauseReason = row.text(at++);
    feed.hasSecret = row.flag(at++);
    feed.addedAt = row.time(at++);
    feed.validators.etag = row.text(at++);
    feed.validators.lastModified = row.text(at++);
    feed.validators.digest = row.value(at++).toByteArray();
    feed.rhythm.ttlMinutes = row.small(at++);
    feed.rhythm.skipHours = fromBits(row.integer(at++));
    feed.rhythm.skipDays = fromBits(row.integer(at++));
    feed.record = recordFrom(row, at);
    feed.keepDays = row.small(33);
    feed.waiting = row.small(34);
    return feed;
}

QList<DeskFeed> FeedTable::all(const QDateTime& week) const
{
    QHash<FeedId, int> lately;
    {
        Statement row(m_connection,
                      u"SELECT feed_id, count(*) FROM article WHERE coalesce(published_at, fetched_at) >= ? "
                      "AND feed_id IS NOT NULL GROUP BY feed_id"_s,
                      week);
        while (row.next())
            lately.insert(row.id<FeedId>(0), row.small(1));
    }
    QList<DeskFeed> feeds;
    Statement row(m_connection,
                  readSql +
                      u"ORDER BY f.folder COLLATE NOCASE, "
                      "coalesce(nullif(f.title, ''), nullif(f.own_title, ''), f.url) COLLATE NOCASE, f.id"_s);
    while (row.next()) {
        feeds.append(feedFrom(row));
        feeds.last().lastWeek = lately.value(feeds.last().id);
    }
    return feeds;
}

std::optional<DeskFeed> FeedTable::byId(FeedId id, const QDateTime& week) const
{
    Statement row(m_connection, readSql + u"WHERE f.id = ?"_s, id);
    if (!row.next())
        return std::nullopt;
    DeskFeed feed = feedFrom(row);
    Statement lately(m_connection,
                     u"SELECT count(*) FROM article WHERE coalesce(published_at, fetched_at) >= ? "
                     "AND feed_id = ?"_s,
                     week, id);
    if (lately.next())
        feed.lastWeek = lately.small(0);
    return feed;
}

std::optional<FeedId> FeedTable::withUrl(const QString& url) const
{
    Statement row(m_connection, u"SELECT id FROM feed WHERE url_key = ? OR url = ? ORDER BY id LIMIT 1"_s,
                  linkKey(url), url);
    return row.next() ? std::optional(row.id<FeedId>(0)) : std::nullopt;
}

bool FeedTable::exists(FeedId id) const
{
    return Statement(m_connection, u"SELECT 1 FROM feed WHERE id = ?"_s, id).next();
}

static int days(const DeskFeed& feed)
{
    return std::clamp(feed.keepDays, stayForEver, mostKeepDays);
}

static QVariant idOrNull(qint64 id)
{
    return id == 0 ? QVariant() : QVariant(id);
}

FeedId FeedTable::insert(const DeskFeed& feed)
{
    const qint64 category = CategoryTable(m_connection).ensure(feed.category.simplified());
    Statement row(
        m_connection,
        u"INSERT INTO feed (id, uuid, url, url_key, title, own_title, site, folder, outlet_id, category_id, "
        "paused, pause_reason, has_secret, added_at, etag, last_modified, digest, ttl, skip_hours, "
        "skip_days, tried_at, good_at, next_at, failures, failure_kind, status, failure, failing_since, "
        "items, newest_at, usual_gap, notes, rest_until, new_at, keep_days) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    row.bindValue(idOrNull(number(feed.id))).bind(feed.uuid).bind(feed.url).bind(linkKey(feed.url));
    row.bind(feed.title.simplified()).bind(feed.ownTitle).bind(feed.site).bind(folderText(feed.folder));
    row.bindValue(idOrNull(number(feed.outlet))).bindValue(idOrNull(category));
    row.bind(feed.paused).bind(feed.pauseReason).bind(feed.hasSecret).bind(feed.addedAt);
    row.bind(feed.validators.etag).bind(feed.validators.lastModified);
    row.bindValue(bytesOrNull(feed.validators.digest)).bind(feed.rhythm.ttlMinutes);
    row.bind(toBits(feed.rhythm.skipHours)).bind(toBits(feed.rhythm.skipDays));
    const FeedRecord& record = feed.record;
    row.bind(record.triedAt).bind(record.goodAt).bind(record.nextAt).bind(record.failures);
    row.bind(toText(record.failure)).bind(record.status).bind(record.reason).bind(record.failingSince);
    row.bind(record.items).bind(record.newestItem).bind(record.usualGap).bind(record.notes.join(u'\n'));
    row.bind(record.restUntil).bind(record.newAt).bind(days(feed));
    if (!row.run())
        return {};
    const auto id = FeedId(row.insertedId());
    takeOrphans(id, linkKey(feed.url));
    return id;
}

void FeedTable::update(const DeskFeed& feed)
{
    const qint64 category = CategoryTable(m_connection).ensure(feed.category.simplified());
    Statement row(
        m_connection,
        u"UPDATE feed SET url = ?, url_key = ?, title = ?, site = ?, folder = ?, outlet_id = ?, "
        "category_id = ?, paused = ?, pause_reason = ?, has_secret = ?, keep_days = ? WHERE id = ?"_s,
        feed.url, linkKey(feed.url), feed.title.simplified(), feed.site, folderText(feed.folder));
    row.bindValue(idOrNull(number(feed.outlet))).bindValue(idOrNull(category));
    row.bind(feed.paused).bind(feed.paused ? feed.pauseReason : QString()).bind(feed.hasSecret);
    row.bind(days(feed)).bind(feed.id).run();
}

void FeedTable::forgetFetches(FeedId id)
{
    Statement(
        m_connection,
        u"UPDATE feed SET etag = '', last_modified = '', digest = NULL, tried_at = NULL, good_at = NULL, "
        "next_at = NULL, failures = 0, failure_kind = '', status = 0, failure = '', failing_since = NULL, "
        "items = -1, newest_at = NULL, usual_gap = 0, notes = '', rest_until = NULL, new_at = NULL "
        "WHERE id = ?"_s,
        id)
        .run();
}

void FeedTable::record(FeedId id, const FetchOutcome& outcome)
{
    if (outcome.kind == FetchOutcome::Kind::Failed)
        return recordFailure(id, outcome);
    Statement(m_connection,
              u"UPDATE feed SET tried_at = ?, good_at = ?, next_at = ?, failures = 0, failure_kind = '', "
              u"status = ?, "
              "failure = '', failing_since = NULL, rest_until = NULL WHERE id = ?"_s,
              outcome.at, outcome.at, outcome.nextAt, outcome.status, id)
        .run();
    if (outcome.validators != FeedValidators())
        Statement(m_connection,
                  u"UPDATE feed SET etag = ?, last_modified = ?, digest = coalesce(?, digest) WHERE id = ?"_s)
            .bind(outcome.validators.etag)
            .bind(outcome.validators.lastModified)
            .bindValue(bytesOrNull(outcome.validators.digest))
            .bind(id)
            .run();
    if (outcome.kind == FetchOutcome::Kind::Fetched)
        recordContent(id, outcome);
}

void FeedTable::recordContent(FeedId id, const FetchOutcome& outcome)
{
    Statement(
        m_connection,
        u"UPDATE feed SET own_title = coalesce(nullif(?, ''), own_title), site = coalesce(nullif(?, ''), "
        u"site), "
        "ttl = ?, skip_hours = ?, skip_days = ?, items = ?, newest_at = max(coalesce(?, newest_at), "
        "coalesce(newest_at, 0)), usual_gap = coalesce(nullif(?, 0), usual_gap), notes = ?, "
        "new_at = CASE WHEN ? THEN ? ELSE new_at END WHERE id = ?"_s,
        outcome.ownTitle.simplified(), outcome.site, outcome.rhythm.ttlMinutes,
        toBits(outcome.rhythm.skipHours), toBits(outcome.rhythm.skipDays), outcome.items, outcome.newestItem,
        outcome.usualGap, outcome.notes.join(u'\n'), outcome.added > 0, outcome.at, id)
        .run();
}

void FeedTable::recordFailure(FeedId id, const FetchOutcome& outcome)
{
    Statement(
        m_connection,
        u"UPDATE feed SET tried_at = ?, next_at = ?, failures = failures + 1, failure_kind = ?, status = ?, "
        "failure = ?, failing_since = coalesce(failing_since, ?), rest_until = ? WHERE id = ?"_s,
        outcome.at, outcome.nextAt, toText(outcome.failure), outcome.status, outcome.reason, outcome.at,
        outcome.restUntil, id)
        .run();
}

void FeedTable::move(FeedId id, const QString& url)
{
    Statement(m_connection, u"UPDATE feed SET url = ?, url_key = ? WHERE id = ?"_s, url, linkKey(url), id)
        .run();
}

void FeedTable::pause(FeedId id, const QString& reason)
{
    Statement(m_connection, u"UPDATE feed SET paused = 1, pause_reason = ? WHERE id = ?"_s, reason, id).run();
}

void FeedTable::remove(FeedId id)
{
    Statement(m_connection,
              u"INSERT OR REPLACE INTO orphan (article_id, url_key) SELECT a.id, f.url_key FROM feed f "
              "JOIN article a ON a.feed_id = f.id WHERE f.id = ?"_s,
              id)
        .run();
    Statement(m_connection, u"DELETE FROM feed WHERE id = ?"_s, id).run();
}

// So that it is not taken for another feed, whose articles only happen to be the same.
void FeedTable::takeOrphans(FeedId id, const QString& urlKey)
{
    Statement(m_connection,
              u"UPDATE article SET feed_id = ? WHERE feed_id IS NULL AND id IN "
              "(SELECT article_id FROM orphan WHERE url_key = ?)"_s,
              id, urlKey)
        .run();
    Statement(m_connection, u"DELETE FROM orphan WHERE url_key = ?"_s, urlKey).run();
}

QList<ArticleId> FeedTable::articlesOf(FeedId id) const
{
    QList<ArticleId> articles;
    Statement row(m_connection, u"SELECT id FROM article WHERE feed_id = ?"_s, id);
    while (row.next())
        articles.append(row.id<ArticleId>(0));
    return articles;
}

void FeedTable::giveArticles(FeedId id, const QList<ArticleId>& articles)
{
    QString json;
    for (const ArticleId article : articles)
        json += (json.isEmpty() ? u'[' : u',') + QString::number(number(article));
    Statement(m_connection, u"UPDATE article SET feed_id = ? WHERE id IN (SELECT value FROM json_each(?))"_s,
              id, json.isEmpty() ? u"[]"_s : json + u']')
        .run();
}

} // namespace Scoredesk
