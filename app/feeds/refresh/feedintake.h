// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/refresh/placer.h"
#include "app/feeds/refresh/reading.h"
#include "storage/domain/feed.h"

namespace Scoredesk {

/// Puts what was read of a feed on the desk: its articles, their stories, what the desk's rules make of the
/// new ones, and the feed's record, all in one transaction or not at all.
class FeedIntake {
public:
    FeedIntake(Store& store, Placer& placer) : m_store(store), m_placer(placer) {}

    /// NotFound where the feed was removed meanwhile.
    [[nodiscard]] Result<ArrivalReceipt> take(FeedId feed, const Reading& reading,
                                              const FetchOutcome& outcome);

private:
    [[nodiscard]] Result<QList<Arrival>> newArrivals(FeedId feed, const QList<Article>& articles);

    Store& m_store;
    Placer& m_placer;
};

} // namespace Scoredesk
