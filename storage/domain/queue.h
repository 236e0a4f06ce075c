// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/coverage.h"
#include "storage/domain/ids.h"
#include "storage/domain/storystate.h"
#include "storage/domain/trust.h"

#include <QDateTime>
#include <QMap>
#include <QString>

#include <optional>

namespace Scoredesk {

/// Which stories the queue shows, and in what order.
struct QueueView {
    enum class Kind {
        Incoming,
        Shortlist,
        Ready,
        Spiked,
        All,
        Unscored, ///< on whose leading card nothing is judged; without the spiked
        Outdated, ///< scored before their evidence; without the spiked
    };
    enum class Order {
        Newest,
        Impact,
        LastChanged,
        Coverage,  ///< outlets
        Dimension, ///< a value on the leading card
        Relevance, ///< how well a story fits the words of the search; newest where it has none
    };

    Kind kind = Kind::Incoming;
    QString category;     ///< empty: any
    QString search;       ///< a query, as readQuery() reads it; empty: no search
    bool isTyped = false; ///< the search may go on: its last word is the start of one
    Order order = Order::Newest;
    QString dimension;    ///< key, of Order::Dimension
    FeedId feed{};        ///< with an article that came by it; 0: any
    OutletId outlet{};    ///< with an article of it; 0: any
    QDateTime addedAfter; ///< UTC; invalid: whenever
    QString analyst;      ///< whom `analyst:me` in the search means

    /// Whether indexes give its stories in its order, a page at a time. Any other view is gathered whole,
    /// which may take its time on a large desk.
    bool isIndexed() const
    {
        return search.trimmed().isEmpty() && feed == FeedId{} && outlet == OutletId{} &&
               !addedAfter.isValid() && order != Order::Coverage && order != Order::Dimension;
    }

    bool operator==(const QueueView&) const = default;
};

/// What a look at stories that are given does about the words of a search. To ask the full-text index of each
/// costs milliseconds a story where the search is for the start of a word.
enum class SearchedFor {
    LookedUp, ///< each story is asked for them
    Found,    ///< a search has found these stories: the words are there, and what is denied is not
    Gathered, ///< all stories that hold them are gathered first; quicker where many stories are given
};

/// Where the next page of a view begins: after this story, in the view's order.
struct QueueCursor {
    qint64 key = 0; ///< the order's key of the last story read (milliseconds, or impact's sort key)
    StoryId id{};
    bool atStart = true;
};

/// A page of a view's story ids. The page after it begins at `next`; it is the last where `more` is false.
struct QueuePage {
    QList<StoryId> ids;
    QueueCursor next;
    bool more = false;
};

/// What one line of the queue shows of a story.
struct QueueRow {
    StoryId id{};
    QString headline;
    QString source;
    QString category;
    QDateTime sortedAt;  ///< published, else added; UTC
    QDateTime changedAt; ///< UTC
    QString vector; ///< the leading card's score vector, from which the bars are drawn; empty without card
    std::optional<double> impactLow; ///< equal to impactHigh when every dimension is judged
    std::optional<double> impactHigh;
    TrustVerdict trust = TrustVerdict::Unset;
    StatedCoverage stated;
    int outlets = 0;
    int tierOne = 0;
    int origins = 0;     ///< independent ones
    QDateTime firstSeen; ///< of its articles, UTC; invalid where it has none
    QDateTime lastSeen;
    StoryState state;
    bool unread = true;

    bool operator==(const QueueRow&) const = default;
};

/// How many stories each view holds; kept by the store, never counted by a scan.
struct QueueCounts {
    int incoming = 0;
    int shortlist = 0;
    int ready = 0;
    int spiked = 0;
    int all = 0;
    int unscored = 0;
    int outdated = 0;
    QMap<QString, int> categories;
    QMap<FeedId, int> feeds;     ///< articles that wait in incoming stories
    QMap<OutletId, int> outlets; ///< the same

    bool operator==(const QueueCounts&) const = default;
};

} // namespace Scoredesk
