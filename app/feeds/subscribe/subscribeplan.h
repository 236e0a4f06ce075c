// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/feed.h"
#include "storage/domain/result.h"
#include "storage/domain/subscription.h"

#include <QByteArray>

namespace Scoredesk {

/// What subscribing would do with one entry of a list.
struct SubscribeLine {
    enum class Outcome {
        New,
        AlreadyThere, ///< the desk reads it
        Twice,        ///< an earlier line has it
        NotAnAddress
    };

    Outcome outcome = Outcome::New;
    Subscription subscription;
    FeedId there{}; ///< of AlreadyThere
    QString reason; ///< of all but New, for people
    bool wanted = true;

    bool operator==(const SubscribeLine&) const = default;
};

/// Everything that a list of feeds would add: what the preview shows with ticks, line by line in the list's
/// order.
struct SubscribePlan {
    QString title; ///< of the list
    QList<SubscribeLine> lines;
    QStringList notes; ///< what was wrong with the list and was mended

    /// For FeedStore::subscribe().
    QList<Subscription> wanted() const;
    int count(SubscribeLine::Outcome outcome) const;
};

// All are pure. `desk` are the feeds that the desk reads.

SubscribePlan planOf(const QList<Subscription>& subscriptions, const QList<DeskFeed>& desk);
/// InvalidInput where the bytes are no OPML.
[[nodiscard]] Result<SubscribePlan> planFromOpml(const QByteArray& bytes, const QList<DeskFeed>& desk);
/// The feeds that the program ships, for a technology news desk.
[[nodiscard]] Result<SubscribePlan> starterPack(const QList<DeskFeed>& desk);

} // namespace Scoredesk
