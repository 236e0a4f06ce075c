// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/feed.h"

#include <QColor>
#include <QPalette>

class QPainter;
class QRectF;

namespace Scoredesk {

/// The tone of how a feed is doing; never without its word.
QColor healthTone(FeedHealth health, const QPalette& palette);

/// Its sign: octagon for failing, triangle for idle and empty, bars for paused, ring for not read yet, tick
/// for good. Told apart by shape as well as by colour.
void paintHealth(QPainter& painter, const QRectF& rect, FeedHealth health, const QPalette& palette);

} // namespace Scoredesk
