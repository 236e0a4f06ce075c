// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/arrival.h"
#include "storage/domain/feed.h"
#include "storage/domain/result.h"

#include <QList>

#include <functional>

namespace Scoredesk {

class Store;
class StorePrivate;

/// The setting of Store::setting() that says how many days such stories stay; 0 or nothing: for ever.
inline constexpr char16_t keepDaysKey[] = u"keep_incoming_days";

/// How long stories stay that nobody touched: Store::retention(). Same thread and transactions as its store.
///
/// Only stories go that are still incoming, that nobody worked on, scored, quoted or exported, into which no
/// hand put an article, that are not the one at which the desk was left, and that were added, and got their
/// last article, longer ago than they may stay: the desk's days, or those of their articles' feeds where
/// these say some. Of several the longest holds, and "for ever" is the longest.
class RetentionStore {
public:
    RetentionStore(Store& store, StorePrivate& priv) : m_store(store), d(priv) {}

    int keepDays() const; ///< the desk's setting; 0: for ever

    /// Stories that would go now, the oldest first. `deskDays` stands for the desk's setting; 0: for ever.
    [[nodiscard]] Result<QList<StoryId>> expired(int deskDays) const;
    /// Removes those of them that may go still, as one transaction, for good; how many. What feeds bring of
    /// them again is taken off by passOver().
    [[nodiscard]] Result<int> remove(const QList<StoryId>& stories, int deskDays);
    /// expired() and remove(), a hundred stories a transaction. `mayGoOn` is asked before each; may be
    /// empty. How many went.
    [[nodiscard]] Result<int> removeExpired(int deskDays, const std::function<bool()>& mayGoOn = {});

    /// Takes off the list what is of articles that were removed here and that their feeds still hold.
    [[nodiscard]] Result<void> passOver(QList<Arrival>& arrivals);

private:
    Store& m_store;
    StorePrivate& d;
};

/// The statement behind expired(), for tests that ask how it is carried out; five parameters.
QString expiredSql();

} // namespace Scoredesk
