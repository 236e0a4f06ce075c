// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scorebars.h"

#include "ui/widgets/tone.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPen>
#include <QRectF>

#include <algorithm>
#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static qreal barWidth(qreal height)
{
    return std::max(3.0, std::round(height / 3.5));
}

static qreal gapOf(qreal barWidth)
{
    return std::max(1.0, std::round(barWidth / 3));
}

QList<ScoreBar> scoreBars(const Method& method, const Scorecard& card)
{
    QList<ScoreBar> bars;
    bars.reserve(method.dimensions.size());
    for (const Dimension& dimension : method.dimensions)
        bars.append({card.value(dimension.key), dimension.polarity == Dimension::Polarity::Risk});
    return bars;
}

QSizeF scoreBarsSize(qsizetype bars, qreal height)
{
    const qreal width = barWidth(height);
    return {qreal(bars) * width + qreal(std::max<qsizetype>(bars - 1, 0)) * gapOf(width), height};
}

void paintScoreBars(QPainter& painter, const QRectF& rect, const QList<ScoreBar>& bars,
                    const QPalette& palette, const QColor& ink)
{
    const QColor benefit = ink.isValid() ? ink : benefitTone(palette);
    const QColor risk = ink.isValid() ? ink : riskTone(palette);
    QColor faint = ink.isValid() ? ink : quietTone(palette);
    faint.setAlphaF(0.55F);
    const qreal width = barWidth(rect.height());
    const qreal step = width + gapOf(width);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    qreal x = std::round(rect.left());
    const qreal bottom = std::round(rect.bottom());
    for (const ScoreBar& bar : bars) {
        const QColor& color = bar.risk ? risk : benefit;
        if (bar.value.isValue()) {
            // A bar of 0 is still a line on the ground: somebody judged it.
            const qreal height = std::max(1.0, std::round(rect.height() * bar.value.number() / 10));
            painter.fillRect(QRectF(x, bottom - height, width, height), color);
        } else {
            const QRectF frame(x, bottom - std::round(rect.height()), width, std::round(rect.height()));
            if (bar.value.isNotApplicable())
                painter.fillRect(frame, QBrush(faint, Qt::BDiagPattern));
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(faint, 1));
            painter.drawRect(frame.adjusted(0, 0, -1, -1));
        }
        x += step;
    }
    painter.restore();
}

QString scoreBarsText(const Method& method, const Scorecard& card)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("ScoreBars", text); };
    QStringList parts;
    for (const Dimension& dimension : method.dimensions) {
        const Score value = card.value(dimension.key);
        const QString shown = value.isValue()           ? QString::number(value.number(), 'f', 1)
                              : value.isNotApplicable() ? tr("not applicable")
                                                        : tr("not judged");
        parts.append(tr("%1 %2").arg(dimension.label, shown));
    }
    return parts.join(u", "_s);
}

} // namespace Scoredesk
