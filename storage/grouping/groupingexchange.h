// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/deskparts.h"
#include "storage/sql/connection.h"

#include <QHash>

#include <optional>

namespace Scoredesk {

/// What a desk knows of its grouping, as another desk can take it: named by UUID. Inside the caller's
/// transaction.
class GroupingExchange {
public:
    explicit GroupingExchange(Connection& connection) : m_connection(connection) {}

    /// In an order that the row ids have no part in. What names a story or an article that is gone without a
    /// trace is left out.
    SharedGrouping read() const;
    /// What of it concerns stories and articles that are here, or led to some that are. `came` says what
    /// stories of the other desk became here; redirects are taken over of those only, and of stories that are
    /// on neither desk any more. What is here already stays.
    void bring(const SharedGrouping& grouping, const QHash<QUuid, StoryId>& came, const QDateTime& now,
               DeskPartsReceipt& receipt);
    void takeBack(const DeskPartsReceipt& receipt);

private:
    SharedGrouping::Pairs readPairs(const QString& sql) const;
    std::optional<StoryId> storyOf(const QUuid& uuid, const QHash<QUuid, StoryId>& came) const;
    std::optional<StoryId> everStoryOf(const QUuid& uuid, const QHash<QUuid, StoryId>& came) const;
    void bringRedirects(const SharedGrouping::Pairs& redirects, const QHash<QUuid, StoryId>& came,
                        DeskPartsReceipt& receipt);
    void bringSuggestion(const SharedSuggestion& suggestion, const QHash<QUuid, StoryId>& came,
                         const QDateTime& now, DeskPartsReceipt& receipt);
    StoryId numberOfNone();

    Connection& m_connection;
};

} // namespace Scoredesk
