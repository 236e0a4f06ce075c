// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/refresh/placer.h"
#include "app/grouping/deskgrouping.h"
#include "storage/domain/clock.h"

#include <QSet>

#include <memory>

namespace Scoredesk {

/// Puts each article that arrives into the story of its event, by what it says: an old story, or a new one.
/// An article whose very link a story has already goes there.
///
/// Where a transaction fails, or the desk changed in a way that can't be followed, the grouping is taken up
/// again from the desk, so that the two never differ.
class ClusterPlacer : public Placer {
public:
    explicit ClusterPlacer(Clock clock, const ClusterSettings& settings = {});
    ~ClusterPlacer() override;

    std::shared_ptr<const PreparedArticle> prepareArticle(const Article& article) const override;
    [[nodiscard]] Result<void> prepare(Store& store) override;
    [[nodiscard]] Result<void> place(Store& store, FeedId feed, QList<Arrival>& arrivals) override;
    void settled(const ArrivalReceipt* receipt) override;
    void keep(Store& store) override;

private:
    Placement placeOne(const Arrival& arrival, const QDateTime& now, qint64 nextStory);
    void note(const Placement& placement, Arrival& arrival);
    void settleStories(QList<Arrival>& arrivals) const;
    StoryId endOf(StoryId story) const;

    Clock m_clock;
    ClusterSettings m_settings;
    std::unique_ptr<DeskGrouping> m_grouping;
    QHash<StoryId, StoryId> m_folded; // by the feed under way
    QSet<ArticleId> m_placed;         // likewise
    QList<StoryId> m_refused;         // by the desk, to be folded
};

} // namespace Scoredesk
