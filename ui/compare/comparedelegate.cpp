// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparedelegate.h"

#include "ui/widgets/tone.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 8;
constexpr int barHeight = 6;
constexpr int shortestBar = 40; ///< of a full value

int widest(const QFontMetrics& metrics, const QString& like)
{
    return metrics.horizontalAdvance(like) + margin;
}

} // namespace

void CompareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    const QString text = ground.text;
    ground.text.clear();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QPalette& palette = option.palette;
    const QColor ink = palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect inner = option.rect.adjusted(margin, 0, -margin, 0);
    const QVariant fraction = index.data(FractionRole);
    painter->save();
    painter->setFont(ground.font);
    painter->setPen(ink);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, text);
    if (!fraction.isValid()) {
        painter->restore();
        return;
    }

    const int value = widest(option.fontMetrics, u"10.0"_s);
    const int difference = widest(option.fontMetrics, u"+10.0"_s);
    const QColor tone = index.data(RiskRole).toBool() ? riskTone(palette) : benefitTone(palette);
    const int room = std::max(0, inner.width() - value - difference);
    const QRect frame(inner.left() + value, option.rect.center().y() - barHeight / 2, room, barHeight);
    painter->fillRect(frame, hairline(palette));
    painter->fillRect(
        QRect(frame.topLeft(), QSize(int(room * std::clamp(fraction.toDouble(), 0.0, 1.0)), barHeight)),
        selected ? ink : tone);

    const int better = index.data(BetterRole).toInt();
    const QColor said = better > 0   ? benefitTone(palette)
                        : better < 0 ? riskTone(palette)
                                     : quietTone(palette);
    painter->setPen(selected ? ink : said);
    painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, index.data(DifferenceRole).toString());
    painter->restore();
}

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const QFontMetrics& metrics = option.fontMetrics;
    const int bar = 2 * margin + widest(metrics, u"10.0"_s) + shortestBar + widest(metrics, u"+10.0"_s);
    return {std::max(size.width(), bar), std::max(size.height(), metrics.height() + margin)};
}

} // namespace Scoredesk
