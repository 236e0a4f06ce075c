// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/healthsign.h"

#include "ui/widgets/severityicon.h"
#include "ui/widgets/tone.h"

#include <QPainter>

#include <algorithm>

namespace Scoredesk {

QColor healthTone(FeedHealth health, const QPalette& palette)
{
    switch (health) {
    case FeedHealth::Failing:
        return severityTone(Severity::Blocker, palette);
    case FeedHealth::Idle:
    case FeedHealth::Empty:
        return severityTone(Severity::Warning, palette);
    case FeedHealth::Good:
        return trustTone(TrustVerdict::High, palette);
    case FeedHealth::Paused:
    case FeedHealth::Untried:
        break;
    }
    return quietTone(palette);
}

void paintHealth(QPainter& painter, const QRectF& rect, FeedHealth health, const QPalette& palette)
{
    if (health == FeedHealth::Failing)
        return paintSeverity(painter, rect, Severity::Blocker, palette);
    if (health == FeedHealth::Idle || health == FeedHealth::Empty)
        return paintSeverity(painter, rect, Severity::Warning, palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor tone = healthTone(health, palette);
    const qreal unit = std::min(rect.width(), rect.height()) / 12;
    const QPointF center = rect.center();
    const auto at = [&](qreal x, qreal y) { return center + QPointF(x, y) * unit; };
    if (health == FeedHealth::Paused) {
        painter.fillRect(QRectF(at(-3.5, -4), at(-1, 4)), tone);
        painter.fillRect(QRectF(at(1, -4), at(3.5, 4)), tone);
    } else {
        painter.setPen(QPen(tone, 1.6 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        if (health == FeedHealth::Good)
            painter.drawPolyline(QPolygonF({at(-4, 0.5), at(-1.2, 3.2), at(4, -3)}));
        else
            painter.drawEllipse(center, 4 * unit, 4 * unit);
    }
    painter.restore();
}

} // namespace Scoredesk
