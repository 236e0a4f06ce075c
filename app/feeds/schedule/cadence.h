// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/fetchvalues.h"
#include "storage/domain/feed.h"

#include <QDateTime>
#include <QList>

namespace Scoredesk {

inline constexpr qint64 soonestRead = 10LL * 60;     ///< seconds between two reads of a feed
inline constexpr qint64 latestRead = 24LL * 60 * 60; ///< likewise, unless its server asks for longer

/// Seconds from one item to the next as a feed publishes, from its items' times in any order; 0 where they do
/// not tell. Times after `now` do not count, nor does a burst of items at one instant.
qint64 usualGap(const QList<QDateTime>& published, const QDateTime& now);

/// What deciding on the next read goes by.
struct Cadence {
    qint64 usualGap = 0;  ///< seconds; 0 unknown
    QDateTime newestItem; ///< UTC; invalid unknown
    FeedRhythm rhythm;
    ServerWishes wishes;
    int failures = 0;    ///< in a row, the one at hand included
    double chance = 0.5; ///< 0 to 1, drawn anew each time: spreads reads that would fall together
};

/// When to read again after a read that went well: about twice as often as the feed publishes, less often the
/// longer it has been silent, never sooner than feed and server ask.
QDateTime nextRead(const Cadence& cadence, const QDateTime& now);

/// When to try again after a failure: the wait doubles with each up to a day, or is what the server asks.
QDateTime nextTry(const Cadence& cadence, const QDateTime& now);

/// The first instant from `at` on that is in none of the hours and days (UTC) the feed asks to be spared;
/// `at` itself where it spares no time.
QDateTime afterQuietTimes(const QDateTime& at, const FeedRhythm& rhythm);

/// As the parser gives it, in the desk's form: English day names become numbers, what is none is left out.
FeedRhythm rhythmFrom(const FeedPace& pace);

} // namespace Scoredesk
