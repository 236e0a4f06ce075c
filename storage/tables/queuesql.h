// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"

#include <QString>

namespace Scoredesk {

/// Which part of a view a statement yields. A page after a cursor is Ties, then Below: SQLite seeks to
/// neither by (key, id) < (?, ?), and all stories without impact share one key.
enum class QueuePart {
    Start, ///< from the view's first story
    Ties,  ///< the key of the cursor, ids below its
    Below, ///< keys below the cursor's
    After, ///< of a search, Ties and Below in one
};

/// What shapes the statement of a queue page; everything else of a view is bound.
struct QueueShape {
    QueueView::Order order = QueueView::Order::Newest;
    bool oneStage = true;
    bool oneCategory = false;
    bool search = false; ///< always newest first
    QueuePart part = QueuePart::Start;
};

/// The stage that a kind of view shows; nothing for all of them.
std::optional<Stage> stageOf(QueueView::Kind kind);

/// Yields id and key. Binds, in this order and only where the shape has them: the match expression twice;
/// stage; category; the cursor's key, and its id but for Below; how many.
QString queuePageSql(const QueueShape& shape);
/// Yields ids. Binds: a JSON array of ids; stage; category; the match expression twice.
QString queueMatchingSql(const QueueShape& shape);
/// Yields what queueRowFrom() reads, in the order of the JSON array that it binds.
QString queueRowsSql();

} // namespace Scoredesk
