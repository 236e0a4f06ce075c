// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/sourcetable.h"

#include "ui/widgets/tone.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace Scoredesk {

SourceTable::SourceTable(QAbstractItemModel* model, int sortRole, QWidget* parent)
    : QTableView(parent), m_proxy(new QSortFilterProxyModel(this))
{
    m_proxy->setDynamicSortFilter(false);
    m_proxy->setSortRole(sortRole);
    m_proxy->setSortLocaleAware(true);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterKeyColumn(-1);
    m_proxy->setSourceModel(model);
    setModel(m_proxy);
    setSortingEnabled(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &SourceTable::chosenChanged);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SourceTable::chosenChanged);
    // What is new takes its place; only that moves anything.
    connect(model, &QAbstractItemModel::rowsInserted, this, [this] {
        m_proxy->sort(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
    });
}

void SourceTable::setFilter(const QString& text)
{
    m_proxy->setFilterFixedString(text.simplified());
    if (currentIndex().isValid())
        scrollTo(currentIndex());
    viewport()->update();
}

QList<int> SourceTable::chosenRows() const
{
    QModelIndexList chosen = selectionModel()->selectedRows();
    std::sort(chosen.begin(), chosen.end());
    QList<int> rows;
    for (const QModelIndex& index : std::as_const(chosen))
        rows.append(m_proxy->mapToSource(index).row());
    return rows;
}

int SourceTable::currentRow() const
{
    return currentIndex().isValid() ? m_proxy->mapToSource(currentIndex()).row() : -1;
}

void SourceTable::choose(int row)
{
    const QModelIndex shown = m_proxy->mapFromSource(m_proxy->sourceModel()->index(row, 0));
    if (!shown.isValid())
        return;
    setCurrentIndex(shown);
    scrollTo(shown);
}

void SourceTable::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

/// What is being typed stays, whatever a refresh brings to its row.
void SourceTable::dataChanged(const QModelIndex& from, const QModelIndex& to, const QList<int>& roles)
{
    if (state() == QAbstractItemView::EditingState)
        viewport()->update();
    else
        QTableView::dataChanged(from, to, roles);
}

void SourceTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_proxy->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(quietTone(palette()));
    const int space = fontMetrics().height() / 2;
    painter.drawText(viewport()->rect().adjusted(space, space, -space, -space),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_emptyText);
}

void SourceTable::keyPressEvent(QKeyEvent* event)
{
    // Return edits as F2 does; a table has no other use of it, and the window no default button.
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && state() != QAbstractItemView::EditingState && currentIndex().isValid() &&
        edit(currentIndex(), QAbstractItemView::EditKeyPressed, event))
        return;
    QTableView::keyPressEvent(event);
}

} // namespace Scoredesk
