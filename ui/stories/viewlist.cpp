// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stories/viewlist.h"

#include "storage/store.h"

#include <QHeaderView>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr int kindRole = Qt::UserRole;
static constexpr int categoryRole = Qt::UserRole + 1;

static QString kindLabel(QueueView::Kind kind)
{
    switch (kind) {
    case QueueView::Kind::Incoming:
        return ViewList::tr("Incoming");
    case QueueView::Kind::Shortlist:
        return ViewList::tr("Shortlist");
    case QueueView::Kind::Ready:
        return ViewList::tr("Ready");
    case QueueView::Kind::Spiked:
        return ViewList::tr("Spiked");
    case QueueView::Kind::All:
        break;
    }
    return ViewList::tr("All stories");
}

static int countOf(const QueueCounts& counts, QueueView::Kind kind)
{
    switch (kind) {
    case QueueView::Kind::Incoming:
        return counts.incoming;
    case QueueView::Kind::Shortlist:
        return counts.shortlist;
    case QueueView::Kind::Ready:
        return counts.ready;
    case QueueView::Kind::Spiked:
        return counts.spiked;
    case QueueView::Kind::All:
        break;
    }
    return counts.all;
}

static void setCount(QTreeWidgetItem* item, int count)
{
    item->setText(1, count > 0 ? QLocale().toString(count) : QString());
    item->setData(0, Qt::AccessibleTextRole,
                  ViewList::tr("%1, %n stories", nullptr, count).arg(item->text(0)));
}

namespace {

/// Lines with room around the words, so that a view is hit without aiming.
class RoomyDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(6, 8);
    }
};

} // namespace

ViewList::ViewList(Store& store, QWidget* parent) : QTreeWidget(parent), m_store(store)
{
    setObjectName(u"viewList"_s);
    setAccessibleName(tr("Views"));
    setColumnCount(2);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setRootIsDecorated(true);
    setIndentation(14);
    setItemDelegate(new RoomyDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    using Kind = QueueView::Kind;
    for (const Kind kind : {Kind::Incoming, Kind::Shortlist, Kind::Ready, Kind::Spiked, Kind::All}) {
        auto* item = new QTreeWidgetItem(this, {kindLabel(kind)});
        item->setData(0, kindRole, int(kind));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_categories = new QTreeWidgetItem(this, {tr("Categories")});
    m_categories->setFlags(Qt::ItemIsEnabled);
    m_categories->setFirstColumnSpanned(true);
    readCounts();
    m_categories->setExpanded(true);

    connect(&m_store, &Store::countsChanged, this, &ViewList::readCounts);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item && item != m_categories)
            Q_EMIT viewChosen(QueueView::Kind(item->data(0, kindRole).toInt()),
                              item->data(0, categoryRole).toString());
    });
}

void ViewList::select(const QueueView& view)
{
    const QSignalBlocker quiet(this);
    for (QTreeWidgetItemIterator it(this); *it; ++it)
        if (*it != m_categories && (*it)->data(0, categoryRole).toString() == view.category &&
            (*it)->data(0, kindRole).toInt() == int(view.kind))
            setCurrentItem(*it);
}

void ViewList::chooseAll()
{
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (topLevelItem(i) != m_categories &&
            QueueView::Kind(topLevelItem(i)->data(0, kindRole).toInt()) == QueueView::Kind::All)
            setCurrentItem(topLevelItem(i));
}

void ViewList::readCounts()
{
    const QueueCounts counts = m_store.counts();
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (QTreeWidgetItem* item = topLevelItem(i); item != m_categories)
            setCount(item, countOf(counts, QueueView::Kind(item->data(0, kindRole).toInt())));
    fillCategories(counts);
}

void ViewList::fillCategories(const QueueCounts& counts)
{
    const QStringList names = m_store.categories();
    QStringList shown;
    for (int i = 0; i < m_categories->childCount(); ++i)
        shown.append(m_categories->child(i)->text(0));
    if (shown != names) {
        QSignalBlocker quiet(this);
        const QString chosen = currentItem() ? currentItem()->data(0, categoryRole).toString() : QString();
        if (!chosen.isEmpty())
            setCurrentItem(nullptr);
        qDeleteAll(m_categories->takeChildren());
        for (const QString& name : names) {
            auto* item = new QTreeWidgetItem(m_categories, {name});
            item->setData(0, kindRole, int(QueueView::Kind::All));
            item->setData(0, categoryRole, name);
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            if (name == chosen)
                setCurrentItem(item);
        }
        quiet.unblock();
        if (!chosen.isEmpty() && !currentItem()) // renamed or gone: the queue would show none
            setCurrentItem(topLevelItem(indexOfTopLevelItem(m_categories) - 1));
    }
    for (int i = 0; i < m_categories->childCount(); ++i)
        setCount(m_categories->child(i), counts.categories.value(m_categories->child(i)->text(0)));
}

} // namespace Scoredesk
