// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/arrival.h"
#include "storage/domain/feed.h"
#include "storage/feeds/intakestore.h"
#include "storage/sql/connection.h"

#include <QHash>
#include <QMultiHash>
#include <QSet>

namespace Scoredesk {

/// Stores what arrived of one feed inside the caller's transaction, telling new from old.
class ArrivalWriter {
public:
    ArrivalWriter(Connection& connection, FeedId feed, const QDateTime& now);

    /// Which of them write() would add as new articles. True for none that repeats an earlier one of the
    /// list, even where that one would be another article under a used guid.
    QList<bool> newOnes(const QList<Arrival>& arrivals);
    void write(const QList<Arrival>& arrivals);
    /// Brings coverage and times of the stories touched up to date. Call once, after the last arrival.
    void finish();
    const ArrivalReceipt& receipt() const { return m_receipt; }

private:
    struct OutletFacts {
        QString name;
        int tier = 0;
    };
    struct Stored; // what of an article decides whether an arrival is the same

    void readKnown(const QList<Arrival>& arrivals);
    Arrived place(const Arrival& arrival);
    std::optional<Stored> sameInFeed(const Article& article) const;
    std::optional<Stored> sameByLink(const Article& article, const QString& key) const;
    Arrived update(const Stored& stored, const Article& article);
    void followArticle(const Stored& stored, const Article& article);
    Arrived add(const Arrival& arrival);
    void fold(StoryId from, StoryId into);
    void handOn(StoryId from, StoryId into);
    void suggest(StoryId story, const NearbyStory& nearby);
    StoryId open(const Arrival& arrival, OutletId outlet, StoryId wanted);
    OutletId outletOf(const Article& article);
    OutletFacts factsOf(OutletId id);
    void noteReprints(const Arrival& arrival, const QUuid& uuid);

    Connection& m_connection;
    FeedId m_feed;
    QDateTime m_now;
    OutletId m_feedOutlet{};
    QString m_category;
    StoryId m_firstFree{};
    QMultiHash<QString, KnownArticle> m_known;
    QHash<QString, OutletId> m_outletsByHost;
    QHash<OutletId, OutletFacts> m_outlets;
    QSet<StoryId> m_opened;
    QSet<StoryId> m_joined; // of those, whose coverage is more than one article's
    QSet<StoryId> m_changed;
    ArrivalReceipt m_receipt;
};

/// The numbers that the next rows will get.
NextIds nextIds(Connection& connection);

} // namespace Scoredesk
