// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/scoreslider.h"

#include "ui/widgets/tone.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace Scoredesk {

/// Of the suggestion's diamond.
static qreal markHeight(const QFontMetrics& metrics)
{
    return 2 * std::round(metrics.height() * 0.18);
}

qreal ScoreSlider::handleRadius() const
{
    return std::round(fontMetrics().height() * 0.36);
}

QRectF ScoreSlider::trackRect() const
{
    const qreal margin = handleRadius() + 3;
    const qreal thickness = std::max(4.0, std::round(fontMetrics().height() / 3.2));
    const qreal middle = height() / 2.0; // in line with the name and the number beside it
    return {margin, std::round(middle - thickness / 2), width() - 2 * margin, thickness};
}

qreal ScoreSlider::positionOf(double number) const
{
    const QRectF track = trackRect();
    return track.left() + track.width() * number / 10;
}

QSize ScoreSlider::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 26, minimumSizeHint().height()};
}

QSize ScoreSlider::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 14,
            int(std::ceil(2 * (handleRadius() + markHeight(fontMetrics()) + 1)))};
}

void ScoreSlider::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette colors = palette();
    const QRectF track = trackRect();
    const qreal round = track.height() / 2;
    const QColor tone = m_risk ? riskTone(colors) : benefitTone(colors);
    const QColor line = hairline(colors);
    QColor faint = quietTone(colors);
    faint.setAlphaF(0.75F);

    // Anchors of the rubric.
    painter.setPen(Qt::NoPen);
    painter.setBrush(faint);
    const qreal dot = std::max(1.0, track.height() / 5);
    for (int anchor = 2; anchor <= 8; anchor += 2)
        painter.drawEllipse(QPointF(positionOf(anchor), track.bottom() + 3 + dot), dot, dot);

    const QRectF edge = track.adjusted(0.5, 0.5, -0.5, -0.5);
    if (m_value.isValue()) {
        painter.setBrush(line);
        painter.drawRoundedRect(track, round, round);
        QPainterPath shape;
        shape.addRoundedRect(track, round, round);
        painter.setClipPath(shape);
        const qreal x = positionOf(m_value.number());
        painter.fillRect(QRectF(track.left(), track.top(), x - track.left(), track.height()), tone);
        painter.setClipping(false);
    } else {
        if (m_value.isNotApplicable()) {
            QPainterPath shape;
            shape.addRoundedRect(edge, round, round);
            painter.fillPath(shape, QBrush(faint, Qt::BDiagPattern));
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(hasFocus() ? tone : faint, 1));
        painter.drawRoundedRect(edge, round, round);
    }

    if (m_suggestion) {
        const QColor mark = suggestionTone(colors);
        const qreal half = markHeight(fontMetrics()) / 2;
        const QPointF center(positionOf(m_suggestion->value), track.center().y() - handleRadius() - half - 1);
        if (m_suggestion->high > m_suggestion->low) {
            painter.setPen(QPen(mark, 1.5));
            painter.drawLine(QPointF(positionOf(m_suggestion->low), center.y()),
                             QPointF(positionOf(m_suggestion->high), center.y()));
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawPolygon(QPolygonF({center + QPointF(0, -half), center + QPointF(half, 0),
                                       center + QPointF(0, half), center + QPointF(-half, 0)}));
    }

    const qreal radius = handleRadius();
    if (m_value.isValue()) {
        const QPointF center(positionOf(m_value.number()), track.center().y());
        if (hasFocus()) {
            QColor halo = colors.color(QPalette::Highlight);
            halo.setAlphaF(0.45F);
            painter.setPen(QPen(halo, 3));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(center, radius + 1, radius + 1);
        }
        painter.setPen(QPen(tone, 2));
        painter.setBrush(m_dragging ? tone : colors.color(QPalette::Base));
        painter.drawEllipse(center, radius - 1, radius - 1);
    } else if (hasFocus()) {
        QColor halo = colors.color(QPalette::Highlight);
        halo.setAlphaF(0.45F);
        painter.setPen(QPen(halo, 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(track.adjusted(-2, -2, 2, 2), round + 2, round + 2);
    }
}

} // namespace Scoredesk
