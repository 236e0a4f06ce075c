// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/bandscale.h"

#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr qreal bar = 6;    // pixels, the bands
static constexpr qreal marker = 6; // the triangle above them

BandScale::BandScale(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BandScale::showImpact(const Method& method, const std::optional<Impact>& impact,
                           std::optional<double> stated)
{
    if (method == m_method && impact == m_impact && stated == m_stated)
        return;
    m_method = method;
    m_impact = impact;
    m_stated = stated;
    QStringList lines;
    for (const Band& band : m_method.bands)
        lines.append(tr("from %1 %2").arg(QString::number(band.from), band.label));
    if (m_stated)
        lines.append(tr("hollow mark: stated %1").arg(shownImpact(*m_stated)));
    setToolTip(plainTip(lines.join(u'\n')));
    update();
}

QSize BandScale::sizeHint() const
{
    return {200, minimumSizeHint().height()};
}

QSize BandScale::minimumSizeHint() const
{
    const int digits = QFontMetrics(ToneLabel::fontOf(ToneLabel::Rank::Small)).height();
    return {120, int(marker + 2 + bar + 2) + digits};
}

qreal BandScale::at(double impact) const
{
    return 4 + (width() - 8) * impact / 10;
}

void BandScale::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette colors = palette();
    const qreal top = marker + 2;
    const auto& bands = m_method.bands;

    painter.setFont(ToneLabel::fontOf(ToneLabel::Rank::Small));
    const auto label = [&](double number) {
        const QString text = QString::number(number);
        const qreal wide = painter.fontMetrics().horizontalAdvance(text);
        const qreal x = std::clamp(at(number) - wide / 2, 0.0, width() - wide);
        painter.setPen(quietTone(colors));
        painter.drawText(QPointF(x, top + bar + 2 + painter.fontMetrics().ascent()), text);
    };
    for (qsizetype i = 0; i < bands.size(); ++i) {
        const double from = bands[i].from;
        const double to = i + 1 < bands.size() ? bands[i + 1].from : 10.0;
        const bool reached = m_impact && m_impact->high >= from && (m_impact->low < to || to == 10.0);
        QColor tone = bandTone(m_method, from, colors);
        if (!reached)
            tone.setAlphaF(0.28F);
        const qreal gap = i > 0 ? 1 : 0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(tone);
        painter.drawRoundedRect(QRectF(at(from) + gap, top, at(to) - at(from) - gap, bar), 2, 2);
        label(from);
    }
    label(10);

    const auto triangle = [&](double number) {
        const qreal x = at(number);
        painter.drawPolygon(QPolygonF({{x - marker * 0.8, 0}, {x + marker * 0.8, 0}, {x, marker + 1}}));
    };
    const QColor ink = colors.color(QPalette::WindowText);
    if (m_stated && m_impact) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(quietTone(colors), 1));
        triangle(*m_stated);
    }
    if (!m_impact)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    if (m_impact->isComplete()) {
        triangle(m_impact->low);
    } else {
        const qreal y = marker - 2;
        painter.fillRect(QRectF(at(m_impact->low), y, at(m_impact->high) - at(m_impact->low), 2), ink);
        painter.fillRect(QRectF(at(m_impact->low), y - 3, 2, 6), ink);
        painter.fillRect(QRectF(at(m_impact->high) - 2, y - 3, 2, 6), ink);
    }
}

void BandScale::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
    update();
}

} // namespace Scoredesk
