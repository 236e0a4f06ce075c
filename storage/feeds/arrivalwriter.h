// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/arrival.h"
#include "storage/domain/feed.h"
#include "storage/feeds/arrivaloutlets.h"
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

    /// Which of them write() would add as new articles; false for one that repeats an earlier one of the
    /// list.
    QList<bool> newOnes(const QList<Arrival>& asked);
    void write(const QList<Arrival>& given);
    /// Brings coverage and times of the stories touched up to date. Call once, after the last arrival.
    void finish();
    const ArrivalReceipt& receipt() const { return m_receipt; }

private:
    struct Stored; // what of an article decides whether an arrival is the same

    void readKnown(const QList<Arrival>& arrivals);
    Arrived place(const Arrival& arrival);
    void noteShared(const QList<Arrival>& arrivals);
    bool isTaken(ArticleId id, const Arrival& arrival) const;
    std::optional<Stored> sameInFeed(const Arrival& arrival) const;
    std::optional<Stored> sameByLink(const Arrival& arrival) const;
    Arrived update(const Stored& stored, const Arrival& arrival);
    void followArticle(const Stored& stored, const Article& article);
    Arrived add(const Arrival& arrival);
    void fold(StoryId from, StoryId into);
    void handOn(StoryId from, StoryId into);
    void suggest(StoryId story, const NearbyStory& nearby);
    StoryId open(const Arrival& arrival, OutletId outlet, StoryId wanted);
    void noteReprints(const Arrival& arrival, const QUuid& uuid);

    Connection& m_connection;
    FeedId m_feed;
    QDateTime m_now;
    ArrivalOutlets m_outlets;
    QString m_category;
    StoryId m_firstFree{};
    QMultiHash<QString, KnownArticle> m_known;
    QSet<QString> m_shared;  // guids of several articles at once
    QSet<ArticleId> m_taken; // stored articles that an arrival of this list is already
    QSet<StoryId> m_opened;
    QSet<StoryId> m_joined; // of those, whose coverage is more than one article's
    QSet<StoryId> m_changed;
    ArrivalReceipt m_receipt;
};

/// The numbers that the next rows will get.
NextIds nextIds(Connection& connection);

} // namespace Scoredesk
