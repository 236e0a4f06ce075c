// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/severityicon.h"

#include "ui/widgets/tone.h"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace Scoredesk {

void paintSeverity(QPainter& painter, const QRectF& rect, Severity severity, const QPalette& palette)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(severityTone(severity, palette));
    const QPointF center = rect.center();
    const qreal radius = std::min(rect.width(), rect.height()) / 2;
    const auto polygon = [&](int corners, double turn) {
        QPolygonF shape;
        for (int i = 0; i < corners; ++i) {
            const double angle = turn + 2 * std::numbers::pi * i / corners;
            shape.append(center + QPointF(std::sin(angle), -std::cos(angle)) * radius);
        }
        painter.drawPolygon(shape);
    };
    switch (severity) {
    case Severity::Blocker:
        polygon(8, std::numbers::pi / 8);
        break;
    case Severity::Warning:
        polygon(3, 0);
        break;
    case Severity::Note:
        painter.drawEllipse(center, radius * 0.8, radius * 0.8);
        break;
    }
    // The sign inside: a bar for what stops, an exclamation for what warns, an i for what tells.
    painter.setBrush(palette.color(QPalette::Base));
    const qreal unit = radius / 6;
    if (severity == Severity::Blocker) {
        painter.drawRect(QRectF(center.x() - 3 * unit, center.y() - unit, 6 * unit, 2 * unit));
    } else {
        const bool warning = severity == Severity::Warning;
        const qreal stem = warning ? -2.4 * unit : -0.8 * unit;
        const qreal dot = warning ? 1.4 * unit : -3 * unit;
        painter.drawRect(QRectF(center.x() - 0.8 * unit, center.y() + stem, 1.6 * unit, 3.2 * unit));
        painter.drawRect(QRectF(center.x() - 0.8 * unit, center.y() + dot, 1.6 * unit, 1.6 * unit));
    }
    painter.restore();
}

SeverityIcon::SeverityIcon(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SeverityIcon::setSeverity(Severity severity)
{
    if (std::exchange(m_severity, severity) != severity)
        update();
}

QSize SeverityIcon::sizeHint() const
{
    const int side = fontMetrics().height();
    return {side, side};
}

void SeverityIcon::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    paintSeverity(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_severity, palette());
}

} // namespace Scoredesk
