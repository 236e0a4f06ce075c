// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/deskstyle.h"

#include "ui/widgets/tone.h"

#include <QPainter>
#include <QStyleOption>

namespace Scoredesk {

static constexpr int scrollBarWidth = 13;
static constexpr int shortestHandle = 26;
static constexpr int handleMargin = 3;

DeskStyle::DeskStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool round = element == PE_IndicatorRadioButton;
    if ((!round && element != PE_IndicatorCheckBox) || !isDark(option->palette))
        return;
    painter->save();
    painter->setPen(option->palette.color(QPalette::PlaceholderText));
    painter->setBrush(Qt::NoBrush);
    if (round) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawEllipse(QRectF(option->rect).adjusted(1, 1, -1, -1));
    } else {
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

int DeskStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return shortestHandle;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

/// Where the handle is, along the bar: its start and its length in pixels.
static std::pair<int, int> handleOf(const QStyleOptionSlider& bar, int room)
{
    const qint64 steps = qint64(bar.maximum) - bar.minimum;
    if (steps <= 0)
        return {0, room};
    const auto share = int(qint64(room) * bar.pageStep / (steps + bar.pageStep));
    const int length = qMin(room, qMax(share, shortestHandle));
    return {QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, room - length,
                                            bar.upsideDown),
            length};
}

QRect DeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool across = bar->orientation == Qt::Horizontal;
    const int room = across ? bar->rect.width() : bar->rect.height();
    const auto [start, length] = handleOf(*bar, room);
    const auto piece = [&](int from, int size) {
        const QRect placed = across
                                 ? QRect(bar->rect.left() + from, bar->rect.top(), size, bar->rect.height())
                                 : QRect(bar->rect.left(), bar->rect.top() + from, bar->rect.width(), size);
        return visualRect(bar->direction, bar->rect, placed);
    };
    switch (part) {
    case SC_ScrollBarGroove:
        return bar->rect;
    case SC_ScrollBarSlider:
        return piece(start, length);
    case SC_ScrollBarSubPage:
        return piece(0, start);
    case SC_ScrollBarAddPage:
        return piece(start + length, room - start - length);
    default:
        return {}; // no arrows
    }
}

void DeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const
{
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !bar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    painter->fillRect(bar->rect, bar->palette.color(QPalette::Window));
    if (bar->maximum <= bar->minimum)
        return;
    const bool held = (bar->state & State_Sunken) && (bar->activeSubControls & SC_ScrollBarSlider);
    const bool pointedAt = (bar->state & State_MouseOver) && (bar->activeSubControls & SC_ScrollBarSlider);
    const QRect handle = proxy()->subControlRect(control, bar, SC_ScrollBarSlider, widget);
    painter->fillRect(
        handle.adjusted(handleMargin, handleMargin, -handleMargin, -handleMargin),
        bar->palette.color(held || pointedAt ? QPalette::WindowText : QPalette::PlaceholderText));
}

} // namespace Scoredesk
