// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/refresh/feedintake.h"

#include "storage/care/retention.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/feeds/rulestore.h"
#include "storage/store.h"

#include <QHash>

#include <utility>

namespace Scoredesk {

Result<QList<ArrivalReceipt>> FeedIntake::take(const QList<FeedArrivals>& feeds)
{
    for (const FeedArrivals& feed : feeds) {
        const auto fresh = newArrivals(feed.feed, feed.reading->arrivals);
        if (!fresh)
            return tl::unexpected(fresh.error());
        if (fresh->isEmpty())
            continue;
        if (auto ready = m_placer.prepare(m_store); !ready)
            return tl::unexpected(ready.error());
        break;
    }
    QList<ArrivalReceipt> receipts(feeds.size());
    m_placed = false;
    const auto done = m_store.transact([&]() -> Result<void> {
        auto stored = m_store.intake().indexTogether([&]() -> Result<void> {
            for (qsizetype i = 0; i < feeds.size(); ++i)
                if (auto taken = takeOne(feeds[i], receipts[i]); !taken)
                    return taken;
            return {};
        });
        if (!stored)
            return stored;
        // Last, since a rule may name a feed as it calls itself, and looks for words.
        QList<StoryId> opened;
        for (const ArrivalReceipt& receipt : std::as_const(receipts))
            opened += receipt.opened;
        return m_store.feeds().rules().applyToArrivals(opened).map([](int) {});
    });
    if (!done) {
        if (m_placed)
            m_placer.settled(nullptr);
        return tl::unexpected(done.error());
    }
    for (qsizetype i = 0; i < feeds.size(); ++i)
        receipts[i].unchanged =
            int(feeds[i].reading->arrivals.size()) - receipts[i].added - receipts[i].updated;
    return receipts;
}

Result<void> FeedIntake::takeOne(const FeedArrivals& feed, ArrivalReceipt& receipt)
{
    auto arrivals = newArrivals(feed.feed, feed.reading->arrivals);
    if (!arrivals)
        return tl::unexpected(arrivals.error());
    if (auto passed = m_store.retention().passOver(*arrivals); !passed)
        return passed;
    if (!arrivals->isEmpty()) {
        m_placed = true;
        if (auto well = m_placer.place(m_store, feed.feed, *arrivals); !well)
            return well;
        auto stored = m_store.intake().addArticles(feed.feed, *arrivals);
        if (!stored)
            return tl::unexpected(stored.error());
        receipt = std::move(*stored);
        m_placer.settled(&receipt);
    }
    FetchOutcome whole = feed.outcome;
    whole.added = receipt.added;
    return m_store.feeds().recordFetch(feed.feed, whole);
}

// What the desk holds in this very form already is not looked at again. The newest stand first in a feed, and
// get the highest numbers when stored last.
Result<QList<Arrival>> FeedIntake::newArrivals(FeedId feed, const QList<Arrival>& all)
{
    QStringList guids;
    guids.reserve(all.size());
    for (const Arrival& arrival : all)
        guids.append(arrival.article.guid);
    const auto known = m_store.intake().known(feed, guids);
    if (!known)
        return tl::unexpected(known.error());
    QHash<std::pair<QString, qint64>, ArticleId> held;
    for (const KnownArticle& article : *known)
        held.insert({article.guid, article.digest}, article.id);
    QList<Arrival> arrivals;
    QHash<QString, QList<ArticleId>> present; // what the feed still holds, by guid and by link
    for (auto arrival = all.crbegin(); arrival != all.crend(); ++arrival) {
        const QString& guid = arrival->article.guid;
        const ArticleId id = held.isEmpty() ? ArticleId{} : held.value({guid, arrival->keys->digest});
        if (id == ArticleId{}) {
            arrivals.append(*arrival);
            continue;
        }
        present[guid].append(id);
        if (const QString& key = arrival->keys->link; !key.isEmpty() && key != guid)
            present[key].append(id);
    }
    for (Arrival& arrival : arrivals) {
        arrival.beside = present.value(arrival.article.guid);
        if (const QString& key = arrival.keys->link; !key.isEmpty() && key != arrival.article.guid)
            arrival.beside += present.value(key);
    }
    return arrivals;
}

} // namespace Scoredesk
