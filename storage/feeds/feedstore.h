// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/feed.h"
#include "storage/domain/result.h"
#include "storage/domain/subscription.h"

#include <QList>

#include <optional>

namespace Scoredesk {

class OutletStore;
class RuleStore;
class Store;
class StorePrivate;

/// Feeds that were removed, with what brings them back as they were.
struct RemovedFeeds {
    QList<DeskFeed> feeds;
    QList<QList<ArticleId>> articles; ///< of each feed: those that came by it, which stay
};

/// The desk's feeds: Store::feeds(). Same thread and transactions as its store.
class FeedStore {
public:
    FeedStore(Store& store, StorePrivate& priv) : m_store(store), d(priv) {}

    // --- reading
    QList<DeskFeed> all() const; ///< by folder, then name
    std::optional<DeskFeed> byId(FeedId id) const;
    /// DeskFeed::name() of all of them, without the rest.
    QMap<FeedId, QString> names() const;
    /// Compared as links are: http and https, "www." and a final slash make no difference.
    std::optional<DeskFeed> byUrl(const QString& url) const;
    /// By row number, UUID, address, or name where it is unique: what a person may type.
    [[nodiscard]] Result<FeedId> find(const QString& handle) const;

    // --- the analyst's part
    /// By id, or a new one where the id is 0. Writes the analyst's fields (url, title, site, folder, outlet,
    /// category, paused, keepDays, hasSecret); another url forgets what the fetches of the old one brought.
    /// InvalidInput where the url is no http(s) address or another feed has it.
    [[nodiscard]] Result<FeedId> save(const DeskFeed& feed);
    /// All or none; those whose address the desk has already are passed over. Returns the new ones.
    [[nodiscard]] Result<QList<FeedId>> add(const QList<DeskFeed>& feeds);
    /// Adds feeds with their outlets and categories, all or none; those whose address the desk has already
    /// are passed over. InvalidInput where an address is none.
    [[nodiscard]] Result<SubscribeReceipt> subscribe(const QList<Subscription>& subscriptions);
    /// Takes subscribe() back: its feeds go, and the outlets it made where nothing else is of them.
    [[nodiscard]] Result<RemovedFeeds> unsubscribe(const SubscribeReceipt& receipt);
    /// Takes unsubscribe() back: subscribes again, and what the feeds had become by then is theirs again.
    [[nodiscard]] Result<SubscribeReceipt> resubscribe(const QList<Subscription>& subscriptions,
                                                       const RemovedFeeds& removed);
    /// Writes the analyst's fields of several feeds (names, folders, pauses), all or none. Returns them as
    /// they were: change() of that takes it back. NotFound where one is gone.
    [[nodiscard]] Result<QList<DeskFeed>> change(const QList<DeskFeed>& feeds);
    /// Their articles and stories stay.
    [[nodiscard]] Result<RemovedFeeds> remove(const QList<FeedId>& ids);
    [[nodiscard]] Result<void> restore(const RemovedFeeds& removed);

    // --- what goes with feeds
    OutletStore& outlets() const; ///< whose they are
    RuleStore& rules() const;     ///< what becomes of the stories that they bring

    // --- the fetcher's part
    /// May be combined with IntakeStore::addArticles() by Store::transact(), so that validators are never
    /// kept of articles that are not. A feed that is gone meanwhile is NotFound.
    [[nodiscard]] Result<void> recordFetch(FeedId id, const FetchOutcome& outcome);

private:
    Store& m_store;
    StorePrivate& d;
};

} // namespace Scoredesk
