// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/refresh/placer.h"
#include "app/feeds/refresh/reading.h"
#include "storage/domain/feed.h"

namespace Scoredesk {

/// What was read of a feed, to be put on the desk.
struct FeedArrivals {
    FeedId feed{};
    const Reading* reading = nullptr;
    FetchOutcome outcome;
};

/// Puts what was read of feeds on the desk: their articles, their stories, what the desk's rules make of the
/// new ones, and the feeds' records, all in one transaction or not at all.
class FeedIntake {
public:
    FeedIntake(Store& store, Placer& placer) : m_store(store), m_placer(placer) {}

    /// A receipt for each. NotFound where a feed was removed meanwhile.
    [[nodiscard]] Result<QList<ArrivalReceipt>> take(const QList<FeedArrivals>& feeds);

private:
    [[nodiscard]] Result<void> takeOne(const FeedArrivals& feed, ArrivalReceipt& receipt);
    [[nodiscard]] Result<QList<Arrival>> newArrivals(FeedId feed, const QList<Arrival>& all);

    Store& m_store;
    Placer& m_placer;
    bool m_placed = false;
};

} // namespace Scoredesk
