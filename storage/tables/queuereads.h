// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"
#include "storage/sql/connection.h"

#include <QList>

namespace Scoredesk {

/// What the queue reads: ids a page at a time, lines for ids, and counts.
class QueueReads {
public:
    explicit QueueReads(Connection& connection) : m_connection(connection) {}

    QueuePage page(const QueueView& view, const QueueCursor& after, int most) const;
    QList<QueueRow> rows(const QList<StoryId>& ids) const;
    QList<StoryId> matching(const QueueView& view, const QList<StoryId>& ids) const;
    QueueCounts counts() const;

private:
    Connection& m_connection;
};

} // namespace Scoredesk
