// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/retention.h"

#include "storage/care/bygone.h"
#include "storage/sql/statement.h"
#include "storage/storeread.h"
#include "storage/tables/idlist.h"
#include "storage/tables/settingtable.h"
#include "storage/tables/storytable.h"

#include <QUuid>

#include <algorithm>
#include <optional>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr qsizetype atOnce = 100;
static constexpr qint64 forEver = 1'000'000; // days, before any story

// What came late keeps a story as long as one that is new. A feed's days below nothing are "for ever".
// The pluses keep SQLite from the indexes of Incoming, which hold what came in today as well: story_by_added
// leads to the old ones alone.
static const QString mayGo =
    u"s.uuid IS NOT ? AND +s.stage = 0 AND NOT s.touched AND s.scored_at IS NULL "
    "AND max(s.added_at, coalesce((SELECT max(l.fetched_at) FROM article l WHERE l.story_id = s.id), 0)) "
    "< ? - 86400000 * (SELECT coalesce(max(CASE WHEN f.keep_days < 0 THEN 1000000 "
    "WHEN f.keep_days > 0 THEN f.keep_days ELSE ? END), ?) "
    "FROM article a LEFT JOIN feed f ON f.id = a.feed_id WHERE a.story_id = s.id) "
    "AND NOT EXISTS (SELECT 1 FROM article h WHERE h.story_id = s.id AND h.by_hand) "
    "AND NOT EXISTS (SELECT 1 FROM card c WHERE c.story_id = s.id) "
    "AND NOT EXISTS (SELECT 1 FROM quotation q WHERE q.story_id = s.id) "
    "AND NOT EXISTS (SELECT 1 FROM change n WHERE n.story_id = s.id) "
    "AND NOT EXISTS (SELECT 1 FROM export e WHERE e.story_uuid = s.uuid)"_s;

QString expiredSql()
{
    return u"SELECT s.id FROM story s WHERE s.added_at < ? AND "_s + mayGo + u" ORDER BY s.added_at, s.id"_s;
}

static void bindLimits(Statement& row, Connection& connection, const QDateTime& now, int deskDays)
{
    // Somebody reads it, perhaps at this moment.
    const QUuid left(SettingTable(connection).read(u"resume"_s).value_or(QString()));
    const qint64 days = deskDays > 0 ? deskDays : forEver;
    row.bind(left).bind(now).bind(days).bind(days);
}

/// The least that any story stays; nothing where all stay for ever.
static std::optional<int> leastDays(Connection& connection, int deskDays)
{
    Statement row(connection, u"SELECT min(keep_days) FROM feed WHERE keep_days > 0"_s);
    std::optional<int> least;
    if (row.next() && !row.isNull(0))
        least = row.small(0);
    if (deskDays > 0)
        least = std::min(least.value_or(deskDays), deskDays);
    return least;
}

static QList<StoryId> findExpired(Connection& connection, const QDateTime& now, int deskDays)
{
    QList<StoryId> stories;
    const auto least = leastDays(connection, deskDays);
    if (!least)
        return stories;
    Statement row(connection, expiredSql(), now.addDays(-*least));
    bindLimits(row, connection, now, deskDays);
    while (row.next())
        stories.append(row.id<StoryId>(0));
    return stories;
}

int RetentionStore::keepDays() const
{
    bool isNumber = false;
    const int days = m_store.setting(QString::fromUtf16(keepDaysKey)).toInt(&isNumber);
    return isNumber ? std::clamp(days, 0, mostKeepDays) : 0;
}

Result<QList<StoryId>> RetentionStore::expired(int deskDays) const
{
    return readResult(d, [&] { return findExpired(*d.connection, d.clock().toUTC(), deskDays); });
}

Result<int> RetentionStore::remove(const QList<StoryId>& stories, int deskDays)
{
    WriteScope scope(m_store, d);
    QList<StoryId> gone;
    {
        Statement row(*d.connection,
                      u"SELECT s.id FROM story s WHERE s.id IN (SELECT value FROM json_each(?)) AND "_s +
                          mayGo,
                      toJsonArray(stories));
        bindLimits(row, *d.connection, scope.now(), deskDays);
        while (row.next())
            gone.append(row.id<StoryId>(0));
    }
    Bygone bygone(*d.connection);
    for (const StoryId story : std::as_const(gone)) {
        bygone.add(story, scope.now());
        StoryTable(*d.connection).remove(story);
    }
    if (!gone.isEmpty()) {
        scope.notices().removed(gone);
        scope.notices().countsMoved();
        scope.notices().feedsMoved(); // what waits of each is counted
    }
    return scope.commit().map([&] { return int(gone.size()); });
}

Result<int> RetentionStore::removeExpired(int deskDays, const std::function<bool()>& mayGoOn)
{
    const auto stories = expired(deskDays);
    if (!stories)
        return tl::unexpected(stories.error());
    int removed = 0;
    for (qsizetype at = 0; at < stories->size() && (!mayGoOn || mayGoOn()); at += atOnce) {
        const auto gone = remove(stories->mid(at, atOnce), deskDays);
        if (!gone)
            return tl::unexpected(gone.error());
        removed += *gone;
    }
    WriteScope scope(m_store, d);
    Bygone(*d.connection).forgetUnseen(scope.now());
    return scope.commit().map([&] { return removed; });
}

Result<void> RetentionStore::passOver(QList<Arrival>& arrivals)
{
    WriteScope scope(m_store, d, Transaction::Kind::Part);
    Bygone(*d.connection).takeOff(arrivals, scope.now());
    return scope.commit();
}

} // namespace Scoredesk
