// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/outlet.h"
#include "storage/domain/result.h"

#include <QList>

#include <optional>

namespace Scoredesk {

class Store;
class StorePrivate;

/// Outlets as they were before a change, which takes it back.
struct OutletsBefore {
    QList<Outlet> changed;
    QList<OutletId> made;
};

/// An outlet that went into another, with what brings it back.
struct MergedOutlet {
    Outlet gone;
    Outlet into; ///< as it was before
    QList<ArticleId> articles;
    QList<FeedId> feeds;
};

/// The care of outlets: FeedStore::outlets(). Same thread and transactions as its store.
class OutletStore {
public:
    OutletStore(Store& store, StorePrivate& priv) : m_store(store), d(priv) {}

    QList<Outlet> all() const; ///< by name
    std::optional<Outlet> byId(OutletId id) const;
    /// By row number, name (without case) or domain: what a person may type.
    [[nodiscard]] Result<Outlet> find(const QString& handle) const;

    /// By id, or new ones where the id is 0; all or none. A domain that another outlet has moves to the one
    /// that is saved. InvalidInput where a name is empty or another's, or a reliability is no letter A to F.
    [[nodiscard]] Result<OutletsBefore> save(const QList<Outlet>& outlets);
    /// Outlets that were made go, unless an article or a feed has come to be of them.
    [[nodiscard]] Result<void> restore(const OutletsBefore& before);

    /// Articles, feeds and domains of the first become the second's; what the second leaves open (tier,
    /// reliability) is taken from the first.
    [[nodiscard]] Result<MergedOutlet> merge(OutletId gone, OutletId into);
    /// Returns the number of the outlet that is back: its old one, unless that is taken.
    [[nodiscard]] Result<OutletId> unmerge(const MergedOutlet& merged);

private:
    Store& m_store;
    StorePrivate& d;
};

} // namespace Scoredesk
