// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/schedule/cadence.h"

#include <algorithm>
#include <array>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 60LL * 60;

/// Of a feed that does not tell how often it publishes.
constexpr qint64 unknownWait = hour;

/// Share of a wait by which it may come out longer.
constexpr double readSpread = 0.1;
constexpr double trySpread = 0.3;

qint64 spread(qint64 seconds, double share, double chance)
{
    return seconds + qint64(double(seconds) * share * qBound(0.0, chance, 1.0));
}

} // namespace

qint64 usualGap(const QList<QDateTime>& published, const QDateTime& now)
{
    // More says nothing new, and old habits say little of today's.
    constexpr qsizetype enough = 30;
    QList<qint64> times;
    times.reserve(published.size());
    for (const QDateTime& time : published)
        if (time.isValid() && time <= now)
            times.append(time.toSecsSinceEpoch());
    std::sort(times.begin(), times.end(), std::greater<>());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    times.resize(qMin(times.size(), enough));
    if (times.size() < 3)
        return 0;
    QList<qint64> gaps;
    for (qsizetype i = 1; i < times.size(); ++i)
        gaps.append(times.at(i - 1) - times.at(i));
    // Between the median, which nights and weekends do not stretch, and the mean, which bursts do not shrink.
    std::nth_element(gaps.begin(), gaps.begin() + gaps.size() / 2, gaps.end());
    const qint64 median = gaps.at(gaps.size() / 2);
    const qint64 mean = (times.first() - times.last()) / (times.size() - 1);
    return qMax(qint64(1), (median + mean) / 2);
}

QDateTime nextRead(const Cadence& cadence, const QDateTime& now)
{
    qint64 wait = cadence.usualGap > 0 ? cadence.usualGap / 2 : unknownWait;
    if (cadence.newestItem.isValid() && cadence.newestItem < now)
        wait = qMax(wait, cadence.newestItem.secsTo(now) / 12);
    wait = qBound(soonestRead, wait, latestRead);
    const qint64 asked =
        qMin(latestRead, qMax(qint64(cadence.rhythm.ttlMinutes) * 60, cadence.wishes.freshFor));
    wait = qMax(wait, asked);
    wait = qMax(wait, cadence.wishes.retryAfter);
    return afterQuietTimes(now.addSecs(spread(wait, readSpread, cadence.chance)), cadence.rhythm);
}

QDateTime nextTry(const Cadence& cadence, const QDateTime& now)
{
    const int doublings = qBound(0, cadence.failures - 1, 10);
    qint64 wait = qMin(soonestRead << doublings, latestRead);
    wait = spread(wait, trySpread, cadence.chance);
    return afterQuietTimes(now.addSecs(qMax(qMin(wait, latestRead), cadence.wishes.retryAfter)),
                           cadence.rhythm);
}

QDateTime afterQuietTimes(const QDateTime& at, const FeedRhythm& rhythm)
{
    if (rhythm.skipHours.isEmpty() && rhythm.skipDays.isEmpty())
        return at;
    constexpr int week = 7 * 24;
    QDateTime time = at.toUTC();
    for (int i = 0; i < week; ++i) {
        if (!rhythm.skipDays.contains(time.date().dayOfWeek()) &&
            !rhythm.skipHours.contains(time.time().hour()))
            return time;
        time.setTime(QTime(time.time().hour(), 0));
        time = time.addSecs(hour);
    }
    return at; // it asks never to be read, which cannot be meant
}

FeedRhythm rhythmFrom(const FeedPace& pace)
{
    static const std::array<QLatin1StringView, 7> days = {"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1,
                                                          "fri"_L1, "sat"_L1, "sun"_L1};
    FeedRhythm rhythm;
    rhythm.ttlMinutes = qBound(0, pace.ttlMinutes, 30 * 24 * 60);
    for (const int skipped : pace.skipHours)
        if (const int at = skipped == 24 ? 0 : skipped; at >= 0 && at < 24 && !rhythm.skipHours.contains(at))
            rhythm.skipHours.append(at);
    for (const QString& name : pace.skipDays)
        for (int i = 0; i < 7; ++i)
            if (name.trimmed().toLower().startsWith(days[std::size_t(i)]) && !rhythm.skipDays.contains(i + 1))
                rhythm.skipDays.append(i + 1);
    std::sort(rhythm.skipHours.begin(), rhythm.skipHours.end());
    std::sort(rhythm.skipDays.begin(), rhythm.skipDays.end());
    return rhythm;
}

} // namespace Scoredesk
