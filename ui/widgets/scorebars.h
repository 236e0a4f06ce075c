// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/scorecard.h"
#include "storage/method/method.h"

#include <QColor>
#include <QList>
#include <QPalette>
#include <QSizeF>

class QPainter;
class QRectF;

namespace Scoredesk {

/// One dimension in the miniature of a card.
struct ScoreBar {
    Score value;
    bool risk = false;

    bool operator==(const ScoreBar&) const = default;
};

/// In the method's order.
QList<ScoreBar> scoreBars(const Method& method, const Scorecard& card);

/// What the miniature takes at a height, so that bars and gaps fall on whole pixels.
QSizeF scoreBarsSize(qsizetype bars, qreal height);

/// Paints a card's miniature from the left of the rectangle: a bar a dimension, hollow where unset, hatched
/// where not applicable, risk in another tone. An ink replaces both tones, for selected lines.
void paintScoreBars(QPainter& painter, const QRectF& rect, const QList<ScoreBar>& bars,
                    const QPalette& palette, const QColor& ink = {});

/// "Stakes 7.0, Novelty 6.5, Authority not judged …" — the miniature in words, for tooltips and screen
/// readers.
QString scoreBarsText(const Method& method, const Scorecard& card);

} // namespace Scoredesk
