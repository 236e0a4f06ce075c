// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coverage/hourplot.h"

#include "ui/widgets/timetext.h"
#include "ui/widgets/tone.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr qint64 hourLength = 60LL * 60 * 1000;
static constexpr int barsAtMost = 48;

int HourCounts::most() const
{
    return counts.isEmpty() ? 0 : *std::max_element(counts.begin(), counts.end());
}

HourCounts countByHour(const QList<QDateTime>& times, int mostBars)
{
    QList<qint64> hours;
    for (const QDateTime& time : times)
        if (time.isValid())
            hours.append(time.toMSecsSinceEpoch() / hourLength);
    HourCounts counted;
    if (hours.isEmpty() || mostBars < 1)
        return counted;
    const auto [first, last] = std::minmax_element(hours.begin(), hours.end());
    const qint64 span = *last - *first + 1;
    counted.hours = int(std::min<qint64>((span + mostBars - 1) / mostBars, std::numeric_limits<int>::max()));
    counted.start = QDateTime::fromMSecsSinceEpoch(*first * hourLength, Qt::UTC);
    counted.counts.resize((span + counted.hours - 1) / counted.hours);
    for (const qint64 hour : std::as_const(hours))
        ++counted.counts[(hour - *first) / counted.hours];
    return counted;
}

HourPlot::HourPlot(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"coverage.hours"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HourPlot::setTimes(const QList<QDateTime>& times)
{
    HourCounts counts = countByHour(times, barsAtMost);
    if (counts == m_counts)
        return;
    m_counts = std::move(counts);
    const auto peak = std::max_element(m_counts.counts.begin(), m_counts.counts.end());
    setAccessibleName(tr("Articles per hour"));
    setAccessibleDescription(
        m_counts.counts.isEmpty() ? QString() : tr("Most: %1").arg(spanText(peak - m_counts.counts.begin())));
    update();
}

QString HourPlot::spanText(qsizetype bar) const
{
    const QDateTime from = m_counts.start.addMSecs(bar * m_counts.hours * hourLength);
    const QString articles = tr("%n articles", nullptr, m_counts.counts.value(bar));
    return m_counts.hours == 1
               ? tr("%1 in the hour from %2").arg(articles, localTimeText(from))
               : tr("%1 in %n hours from %2", nullptr, m_counts.hours).arg(articles, localTimeText(from));
}

QSize HourPlot::sizeHint() const
{
    return {200, fontMetrics().height() * 2};
}

QSize HourPlot::minimumSizeHint() const
{
    return {60, fontMetrics().height() * 2};
}

QRectF HourPlot::barRect(qsizetype bar) const
{
    const int most = std::max(1, m_counts.most());
    const qreal step =
        std::min<qreal>(qreal(width()) / qreal(std::max<qsizetype>(1, m_counts.counts.size())), 14);
    const qreal gap = step >= 4 ? 1 : 0;
    const qreal full = height() - 3;
    const int count = m_counts.counts.value(bar);
    const qreal tall = count == 0 ? 0 : std::max<qreal>(2, full * count / most);
    return {qreal(bar) * step, full - tall, std::max<qreal>(1, step - gap), tall};
}

void HourPlot::paintEvent(QPaintEvent* /*event*/)
{
    if (m_counts.counts.isEmpty())
        return;
    QPainter painter(this);
    painter.setPen(hairline(palette()));
    painter.drawLine(0, height() - 2, width(), height() - 2);
    for (qsizetype bar = 0; bar < m_counts.counts.size(); ++bar)
        painter.fillRect(barRect(bar), quietTone(palette()));
}

bool HourPlot::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    for (qsizetype bar = 0; bar < m_counts.counts.size(); ++bar) {
        const QRectF rect = barRect(bar);
        if (help->pos().x() >= rect.left() && help->pos().x() <= rect.right()) {
            QToolTip::showText(help->globalPos(), spanText(bar), this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

} // namespace Scoredesk
