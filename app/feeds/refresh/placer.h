// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/arrival.h"
#include "storage/domain/result.h"

#include <QList>

namespace Scoredesk {

class Store;

/// Decides which story each article of a feed belongs to.
///
/// Lives on the intake thread. place() is called inside the transaction that stores the arrivals, so that
/// Store::intake().nextIds() holds; settled() tells what was stored, before the next place(), and once more
/// with null where that transaction is taken back after all.
class Placer {
public:
    Placer() = default;
    virtual ~Placer() = default;
    Placer(const Placer&) = delete;
    Placer& operator=(const Placer&) = delete;

    /// What place() can have worked out of an article beforehand, in Arrival::prepared. Called without the
    /// desk by the threads that read, by several at a time.
    virtual std::shared_ptr<const PreparedArticle> prepareArticle(const Article& article) const
    {
        Q_UNUSED(article)
        return {};
    }
    /// Outside any transaction, before one in which place() may be called: what takes long is to be done
    /// here.
    [[nodiscard]] virtual Result<void> prepare(Store& store)
    {
        Q_UNUSED(store)
        return {};
    }
    /// Sets `story`, `origin` and `reprints` of each arrival, and `article.id` where it needs numbers. They
    /// are articles that the desk does not hold in this form, and may be put into another order. An error
    /// takes the whole feed back.
    [[nodiscard]] virtual Result<void> place(Store& store, FeedId feed, QList<Arrival>& arrivals) = 0;
    /// Null where nothing was stored and what place() learnt must be forgotten.
    virtual void settled(const ArrivalReceipt* receipt) { Q_UNUSED(receipt) }
    /// At the end of a refresh, outside any transaction: what it wants to find again later it may save now.
    virtual void keep(Store& store) { Q_UNUSED(store) }
};

} // namespace Scoredesk
