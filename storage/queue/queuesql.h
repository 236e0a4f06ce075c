// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"
#include "storage/queue/querysql.h"

#include <QString>

namespace Scoredesk {

/// Which part of an indexed view a statement yields. A page after a cursor is Ties, then Below: SQLite seeks
/// to neither by (key, id) < (?, ?), and all stories without impact share one key.
enum class QueuePart {
    Start, ///< from the view's first story
    Ties,  ///< the key of the cursor, ids below its
    Below, ///< keys below the cursor's
};

/// What shapes the statement of an indexed view's page; everything else of it is bound.
struct QueueShape {
    QueueView::Kind kind = QueueView::Kind::Incoming;
    QueueView::Order order = QueueView::Order::Newest;
    bool oneCategory = false;
    QueuePart part = QueuePart::Start;
};

/// The stage that a kind of view shows; nothing where it is not of one stage.
std::optional<Stage> stageOf(QueueView::Kind kind);

/// Yields id and key. Binds, in this order and only where the shape has them: stage; category; the cursor's
/// key, and its id but for Below; how many.
QString queuePageSql(const QueueShape& shape);

/// What a view asks of a story `s` beside its search.
SqlPiece viewCondition(const QueueView& view, qint64 category);
/// Yields id and key of a view that no index orders, best first, and at most so many.
SqlPiece gatheredSql(const QueueView& view, qint64 category, const QuerySql::Found& found,
                     const QueueCursor& after, int most);
/// Yields ids of those given that the view shows; `search` is its query's condition.
SqlPiece queueMatchingSql(const QueueView& view, qint64 category, const SqlPiece& search,
                          const QString& idArray);
/// Yields what queueRowFrom() reads, in the order of the JSON array that it binds.
QString queueRowsSql();

} // namespace Scoredesk
