// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/deskparts.h"
#include "storage/sql/connection.h"
#include "storage/tables/outlettable.h"

#include <QHash>

namespace Scoredesk {

/// Takes over from another desk what goes with its stories: feeds, rules, what is known of the grouping.
/// Inside the caller's transaction. What this desk has already stays as it is.
class DeskPartsWriter {
public:
    DeskPartsWriter(Connection& connection, QDateTime now);

    /// Before the stories, whose articles name their feeds. Feeds are told by their address; a rule that does
    /// the same as one that is here is that one.
    void bringFeedsAndRules(const DeskParts& parts, OutletTrace& outlets);
    /// The feed here that an article of that UUID came by; 0 where none is told.
    FeedId feedOf(const QUuid& article) const { return m_feedOf.value(article); }
    /// After the stories. `came` says what stories of the other desk became here.
    void bringGrouping(const SharedGrouping& grouping, const QHash<QUuid, StoryId>& came);
    const DeskPartsReceipt& receipt() const { return m_receipt; }

    void takeBack(const DeskPartsReceipt& receipt);

private:
    FeedId bringFeed(const SharedFeed& feed, OutletTrace& outlets);
    void bringRules(const QList<Rule>& rules);

    Connection& m_connection;
    QDateTime m_now;
    QHash<QUuid, FeedId> m_feedOf;
    DeskPartsReceipt m_receipt;
};

} // namespace Scoredesk
