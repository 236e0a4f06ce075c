// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/healthdelegate.h"

#include "ui/sources/feedsmodel.h"
#include "ui/sources/healthsign.h"

#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace Scoredesk {

static QPixmap signOf(FeedHealth health, int side, qreal ratio, const QPalette& palette)
{
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintHealth(painter, QRectF(0, 0, side, side).adjusted(1, 1, -1, -1), health, palette);
    return pixmap;
}

void HealthDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto health = FeedHealth(index.data(FeedsModel::HealthRole).toInt());
    const int side = option->fontMetrics.height();
    const qreal ratio = option->widget ? option->widget->devicePixelRatioF() : 1;
    QPalette chosen = option->palette; // as the tones see the bar of a selection
    for (const QPalette::ColorRole role : {QPalette::Base, QPalette::AlternateBase, QPalette::Window})
        chosen.setColor(role, option->palette.color(QPalette::Highlight));
    chosen.setColor(QPalette::Text, option->palette.color(QPalette::HighlightedText));
    QIcon icon;
    icon.addPixmap(signOf(health, side, ratio, option->palette), QIcon::Normal);
    icon.addPixmap(signOf(health, side, ratio, chosen), QIcon::Selected);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(side, side);
    option->icon = icon;
    option->palette.setColor(QPalette::HighlightedText, healthTone(health, chosen));
    option->palette.setColor(QPalette::Text, healthTone(health, option->palette));
}

} // namespace Scoredesk
