// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/fetchvalues.h"
#include "app/feeds/refresh/placer.h"
#include "storage/domain/clock.h"

#include <QMetaType>
#include <QStringList>

#include <functional>
#include <memory>

namespace Scoredesk {

/// Which feeds are to be read. Paused ones never are, unless chosen by id.
struct RefreshRequest {
    enum class Which { All, Due, Chosen };

    Which which = Which::All;
    QList<FeedId> feeds; ///< for Chosen
};

/// What became of one feed: a line of the refresh's report.
struct FeedResult {
    enum class Kind {
        Read,      ///< it was sent and stored
        Unchanged, ///< nothing new since the last time
        Failed,
        Spared,   ///< not asked, since its server wants to be left alone for now
        Cancelled ///< nothing of it was stored
    };

    FeedId feed{};
    QString name;
    QString url;
    Kind kind = Kind::Read;
    int status = 0; ///< HTTP; 0 without an answer
    int items = 0;  ///< in the feed
    int added = 0;  ///< articles
    int updated = 0;
    int stories = 0; ///< opened
    /// Those stories, the newest at most `mostOpened` of them; another feed may since have folded them into
    /// one.
    QList<StoryId> opened;
    static constexpr qsizetype mostOpened = 500;
    FetchFailure failure = FetchFailure::None;
    QString reason;          ///< for people; of a failure, or why it was spared
    QString movedTo;         ///< its new address, from now on; empty: it stays
    bool paused = false;     ///< it is gone for good and was paused
    QDateTime nextAt;        ///< UTC
    QStringList notes;       ///< what was wrong with it and was mended
    qint64 milliseconds = 0; ///< of fetching it
};

/// How far a refresh is.
struct RefreshProgress {
    int total = 0;
    int done = 0;
    int failed = 0;
    int added = 0;        ///< articles
    QStringList inFlight; ///< names of the feeds being fetched
};

/// What a whole refresh came to.
struct RefreshSummary {
    int total = 0;
    int read = 0;
    int unchanged = 0;
    int failed = 0;
    int spared = 0;
    int cancelled = 0;
    int added = 0;
    int updated = 0;
    int stories = 0;
    bool wasCancelled = false;
    qint64 milliseconds = 0;
};

/// What a refresh works with. The defaults are for the program, the rest for tests.
struct RefreshSetup {
    QString deskPath;
    FetchPace pace;
    FetchLimits limits;
    int keychainWithin = 30'000; ///< milliseconds
    /// Stored in one transaction, where so many wait. More is faster, and keeps whoever else writes to the
    /// desk waiting for longer.
    int feedsAtOnce = 1;
    Clock clock = systemClock();
    std::function<double()> chance; ///< 0 to 1; drawn by the system where empty
    /// Called on the intake thread; ClusterPlacer where empty.
    std::function<std::unique_ptr<Placer>()> makePlacer;
};

} // namespace Scoredesk
