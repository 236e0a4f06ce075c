// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/twolinelist.h"

#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"
#include "ui/widgets/twolinedelegate.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace Scoredesk {

void TwoLineModel::setItems(const QList<TwoLineItem>& items)
{
    if (items == m_items)
        return;
    const qsizetype grown = items.size() - m_items.size();
    if (grown > 0 && !m_items.isEmpty() &&
        std::equal(m_items.begin(), m_items.end(), items.begin() + grown)) {
        beginInsertRows({}, 0, int(grown) - 1);
        m_items = items;
        endInsertRows();
    } else if (grown == 0) {
        m_items = items;
        Q_EMIT dataChanged(index(0), index(int(m_items.size()) - 1));
    } else {
        beginResetModel();
        m_items = items;
        endResetModel();
    }
}

int TwoLineModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant TwoLineModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TwoLineItem& item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return item.main;
    case DetailRole:
    case Qt::AccessibleDescriptionRole:
        return item.detail;
    case Qt::AccessibleTextRole:
        return QString(item.main + u'\n' + item.detail);
    case Qt::ToolTipRole:
        return plainTip(item.tip);
    default:
        return {};
    }
}

TwoLineList::TwoLineList(QWidget* parent) : QListView(parent), m_items(new TwoLineModel(this))
{
    setModel(m_items);
    setItemDelegate(new TwoLineDelegate(this));
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setLayoutMode(QListView::Batched); // a long history must not hold up the first frame
}

void TwoLineList::setEmptyText(const QString& text)
{
    m_emptyText = text;
    setAccessibleDescription(text);
    viewport()->update();
}

void TwoLineList::setItems(const QList<TwoLineItem>& items)
{
    m_items->setItems(items);
    setAccessibleDescription(items.isEmpty() ? m_emptyText : QString());
}

void TwoLineList::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (m_items->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(quietTone(palette()));
    painter.drawText(viewport()->rect().adjusted(8, 5, -8, -5),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

void TwoLineList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void TwoLineList::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        scheduleDelayedItemsLayout();
}

} // namespace Scoredesk
