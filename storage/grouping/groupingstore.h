// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/domain/deskparts.h"
#include "storage/domain/grouping.h"
#include "storage/domain/result.h"

#include <QUuid>

#include <optional>

namespace Scoredesk {

class Store;
class StorePrivate;

/// Which articles make a story: Store::grouping(). Same thread and transactions as its store.
class GroupingStore {
public:
    GroupingStore(Store& store, StorePrivate& priv) : m_store(store), d(priv) {}

    // --- the analyst's
    /// Applies all or none, keeping coverage and its history right. Returns the acts that take them back, in
    /// the order in which to apply them. Stories whose articles move count as touched from then on, also
    /// after that. NotFound where an article or story is not there.
    [[nodiscard]] Result<QList<GroupingAct>> regroup(const QList<GroupingAct>& acts,
                                                     const EditContext& context);
    /// Pairs with this story just under the threshold that nobody keeps apart, the most alike first; at
    /// most 20.
    [[nodiscard]] Result<QList<MergeSuggestion>> suggestionsFor(StoryId story) const;
    /// The most alike of the latest.
    [[nodiscard]] Result<QList<MergeSuggestion>> suggestions(int most) const;
    [[nodiscard]] Result<QList<StoryId>> apartFrom(StoryId story) const;
    /// The story that one became part of; nothing where it is none's part.
    std::optional<StoryId> redirectOf(StoryId story) const;
    /// All that a desk export tells of the grouping beside the stories.
    [[nodiscard]] Result<SharedGrouping> shared() const;
    /// The story that holds the article now.
    std::optional<StoryId> storyOf(ArticleId article) const;

    // --- intake's
    [[nodiscard]] Result<KeptApart> keptApart() const;
    [[nodiscard]] Result<qint64> lastRegrouped() const;
    /// What was moved, touched or kept apart after that number, each thing once and as it is now. What intake
    /// itself moved is among it.
    [[nodiscard]] Result<Regrouped> regroupedSince(qint64 seq) const;
    /// The mark of the saved state that goes with this desk; null where none does.
    [[nodiscard]] Result<QUuid> stateStamp() const;
    /// Marks a state that was saved at `seq`, and drops suggestions from before `since` and what no state
    /// needs any more.
    [[nodiscard]] Result<void> setStateStamp(const QUuid& stamp, qint64 seq, const QDateTime& since);

private:
    Store& m_store;
    StorePrivate& d;
};

} // namespace Scoredesk
