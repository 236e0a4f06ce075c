// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"
#include "storage/search/queryreader.h"
#include "storage/sql/connection.h"

#include <QList>

#include <utility>

namespace Scoredesk {

/// What the queue reads: ids a page at a time, lines for ids, and counts.
class QueueReads {
public:
    /// `terms`: what a search may name.
    QueueReads(Connection& connection, QueryTerms terms) : m_connection(connection), m_terms(std::move(terms))
    {
    }

    /// The connection's error where the search cannot be read.
    QueuePage page(const QueueView& view, const QueueCursor& after, int most) const;
    QList<QueueRow> rows(const QList<StoryId>& ids) const;
    /// `words`: what is taken for granted of the words that the search asks for.
    QList<StoryId> matching(const QueueView& view, const QList<StoryId>& ids, SearchedFor words) const;
    QueueCounts counts() const;
    int addedAfter(const QDateTime& time) const;
    /// Of the unscored and the outdated, which any edit may change.
    std::pair<qint64, qint64> judgedCounts() const;

private:
    /// A view with its names looked up and its search taken apart.
    struct Asked {
        qint64 category = 0;
        std::optional<Query> query;
        bool isNothing = false; ///< no story can be in it
    };
    Asked asked(const QueueView& view) const;
    QueuePage indexedPage(const QueueView& view, const Asked& asked, const QueueCursor& after,
                          int most) const;
    QueuePage gatheredPage(const QueueView& view, const Asked& asked, const QueueCursor& after,
                           int most) const;

    Connection& m_connection;
    QueryTerms m_terms;
};

} // namespace Scoredesk
