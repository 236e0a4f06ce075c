// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/arrival.h"
#include "storage/domain/result.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <functional>

namespace Scoredesk {

class Store;
class StorePrivate;

/// The numbers that the next article and story will get.
struct NextIds {
    ArticleId article{};
    StoryId story{};
};

/// Where articles enter the desk: Store::intake(). Same thread and transactions as its store.
///
/// A first refresh is stored faster with some feeds in one Store::transact(), each by addArticles() and
/// FeedStore::recordFetch() within indexTogether(). Where one of these fails inside it, all of it is taken
/// back.
class IntakeStore {
public:
    IntakeStore(Store& store, StorePrivate& priv) : m_store(store), d(priv) {}

    /// Those of the guids that the feed has, by one indexed read. A guid may occur twice, where a feed used
    /// it again. An item whose contentDigest() is the same need not be handed to addArticles() at all.
    [[nodiscard]] Result<QList<KnownArticle>> known(FeedId feed, const QStringList& guids) const;
    /// The oldest story with an article of that link, or with that link itself, by linkKey(); but none that
    /// has the link from this very feed, whose items may share a page.
    [[nodiscard]] Result<QHash<QString, StoryId>> storiesWithLinks(FeedId feed,
                                                                   const QStringList& linkKeys) const;
    /// Those of the stories that somebody worked on.
    [[nodiscard]] Result<QSet<StoryId>> touched(const QList<StoryId>& stories) const;
    /// Valid inside Store::transact() only, where nobody else writes: number articles and stories upwards
    /// from these, to have clustering place them before they are stored.
    [[nodiscard]] Result<NextIds> nextIds() const;

    /// Which of the arrivals addArticles() would add as new articles now, rather than update or pass over.
    /// False also for one that repeats an earlier one of the list.
    [[nodiscard]] Result<QList<bool>> newOnes(FeedId feed, const QList<Arrival>& arrivals) const;
    /// All or none. Same guid in the feed: the article is updated and its old version kept, unless link and
    /// title are both others, which makes it another article. Same link and title in another feed: here
    /// already. `feed` 0 is for what came by none, a pasted link. Rules are another step:
    /// RuleStore::applyToArrivals() of what was opened.
    [[nodiscard]] Result<ArrivalReceipt> addArticles(FeedId feed, const QList<Arrival>& arrivals);

    /// Inside Store::transact(): does `work`, of which addArticles() is a part, and then puts the words of
    /// what it added into the search index together. Until then they are not found by a search.
    [[nodiscard]] Result<void> indexTogether(const std::function<Result<void>()>& work);

    /// Articles published (else fetched) at `since` or later, by id after `after`; fewer than `most` is the
    /// end.
    [[nodiscard]] Result<QList<RecentArticle>> recent(const QDateTime& since, ArticleId after, int most,
                                                      int textLength) const;
    /// How the article read before its updates, newest first.
    [[nodiscard]] Result<QList<ArticleVersion>> versions(ArticleId article) const;

private:
    Store& m_store;
    StorePrivate& d;
};

} // namespace Scoredesk
