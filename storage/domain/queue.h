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
    enum class Kind { Incoming, Shortlist, Ready, Spiked, All };
    enum class Order { Newest, Impact, LastChanged };

    Kind kind = Kind::Incoming;
    QString category; ///< empty: any
    QString search;   ///< words, all of which must occur; empty: no search
    Order order = Order::Newest;

    bool operator==(const QueueView&) const = default;
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
    QMap<QString, int> categories;

    bool operator==(const QueueCounts&) const = default;
};

} // namespace Scoredesk
