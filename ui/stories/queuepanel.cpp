// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stories/queuepanel.h"

#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/stories/queuedelegate.h"
#include "ui/stories/queuemodel.h"
#include "ui/words/viewtext.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr int orderRole = Qt::UserRole;
static constexpr int dimensionRole = Qt::UserRole + 1;

QueuePanel::QueuePanel(Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_model(new QueueModel(desk.store(), this)),
      m_delegate(new QueueDelegate(this)),
      m_table(new QTableView(this)),
      m_title(new QLabel(this)),
      m_fault(new QLabel(this)),
      m_order(new QComboBox(this)),
      m_pill(new QPushButton(this)),
      m_empty(new QLabel(this))
{
    m_title->setObjectName(u"queueTitle"_s);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_order->setObjectName(u"queueOrder"_s);
    m_order->setAccessibleName(tr("Order of the queue"));
    m_order->setFocusPolicy(Qt::TabFocus);
    m_order->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    fillOrders();
    m_fault->setObjectName(u"searchFault"_s);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->setContentsMargins(10, 0, 10, 6);
    m_fault->hide();

    m_delegate->setMethods(desk.store().methods(), desk.method());
    m_model->setSpokenText([this](const QueueRow& row) { return m_delegate->spokenText(row); });
    m_table->setObjectName(u"queue"_s);
    m_table->setAccessibleName(tr("Queue of stories"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(m_delegate);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->setMouseTracking(true);
    m_table->viewport()->installEventFilter(this);

    m_pill->setObjectName(u"arrivalsPill"_s);
    m_pill->setParent(m_table->viewport());
    m_pill->setFocusPolicy(Qt::NoFocus);
    m_pill->setCursor(Qt::PointingHandCursor);
    m_pill->hide();
    m_empty->setObjectName(u"queueEmpty"_s);
    m_empty->setParent(m_table->viewport());
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->hide();

    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 6, 6, 6);
    head->addWidget(m_title, 1);
    head->addWidget(m_order);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_fault);
    layout->addWidget(m_table, 1);
    measureLines();

    connect(m_order, &QComboBox::activated, this, [this] {
        setOrder(QueueView::Order(m_order->currentData(orderRole).toInt()),
                 m_order->currentData(dimensionRole).toString());
    });
    connect(m_model, &QueueModel::viewShown, this, &QueuePanel::onViewShown);
    connect(m_model, &QueueModel::gathered, this, [this] {
        if (m_selectsAll)
            selectAll();
    });
    connect(m_pill, &QPushButton::clicked, this, &QueuePanel::showArrivals);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &QueuePanel::onCurrentRowChanged);
    connect(m_model, &QueueModel::arrivalsChanged, this, &QueuePanel::updatePill);
    connect(m_model, &QueueModel::failed, this, &QueuePanel::onFailed);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &QueuePanel::onRowsInserted);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &QueuePanel::updateEmptyText);
    connect(&m_desk, &Desk::currentChanged, this, &QueuePanel::onDeskCurrentChanged);
    m_deskIsEmpty = m_desk.store().counts().all == 0;
    connect(&m_desk.store(), &Store::countsChanged, this, &QueuePanel::onCountsChanged);
    connect(&m_desk, &Desk::methodChanged, this, [this] {
        m_delegate->setMethods(m_desk.store().methods(), m_desk.method());
        m_table->viewport()->update();
        fillOrders();
        setOrder(view().order, view().dimension); // the new method may not know the dimension
    });
}

QueueView QueuePanel::view() const
{
    return m_model->view();
}

/// The orders, those by a dimension of the method last.
void QueuePanel::fillOrders()
{
    using Order = QueueView::Order;
    const QSignalBlocker quiet(m_order);
    m_order->clear();
    const auto add = [this](const QString& name, Order order, const QString& dimension = {}) {
        m_order->addItem(name);
        m_order->setItemData(m_order->count() - 1, int(order), orderRole);
        m_order->setItemData(m_order->count() - 1, dimension, dimensionRole);
    };
    add(tr("Newest"), Order::Newest);
    add(tr("Impact"), Order::Impact);
    add(tr("Last changed"), Order::LastChanged);
    add(tr("Outlets"), Order::Coverage);
    add(tr("Relevance"), Order::Relevance);
    m_order->setItemData(m_order->count() - 1, tr("How well stories fit the words of the search"),
                         Qt::ToolTipRole);
    m_order->insertSeparator(m_order->count());
    for (const Dimension& dimension : m_desk.method().dimensions)
        add(dimension.label, Order::Dimension, dimension.key);
}

void QueuePanel::change(const QueueView& view)
{
    m_fault->hide();
    m_awaited = noStory;
    m_selectsAll = false;
    QueueView mine = view;
    mine.analyst = m_desk.analyst();
    m_model->setView(mine);
    m_title->setText(titleOf(view));
}

void QueuePanel::showView(const QueueView& view)
{
    showFound(view, this->view().search);
}

void QueuePanel::setSearch(const QString& query)
{
    const bool isSame = view().search == query || (query.trimmed().isEmpty() && view().search.isEmpty());
    if (!isSame || !m_model->isAnswered())
        showFound(view(), query);
}

void QueuePanel::stopSearching()
{
    m_model->stopGathering();
}

void QueuePanel::showFound(const QueueView& view, const QString& query)
{
    QueueView wanted = view;
    wanted.order = this->view().order;
    wanted.dimension = this->view().dimension;
    // A blank behind the last word says that it is whole.
    wanted.search = query.trimmed().isEmpty() ? QString() : query;
    wanted.isTyped = !wanted.search.isEmpty();
    change(wanted);
}

void QueuePanel::setOrder(QueueView::Order order, const QString& dimension)
{
    int index = 0;
    for (int i = 0; i < m_order->count(); ++i)
        if (m_order->itemData(i, orderRole).isValid() &&
            m_order->itemData(i, orderRole).toInt() == int(order) &&
            m_order->itemData(i, dimensionRole).toString() == dimension)
            index = i;
    m_order->setCurrentIndex(index);
    QueueView view = m_model->view();
    const QueueView before = view;
    view.order = QueueView::Order(m_order->itemData(index, orderRole).toInt());
    view.dimension = m_order->itemData(index, dimensionRole).toString();
    if (view == before)
        return;
    change(view);
}

QString QueuePanel::titleOf(const QueueView& view) const
{
    if (!view.category.isEmpty())
        return view.category;
    if (view.feed != FeedId{}) {
        const auto feed = m_desk.store().feeds().byId(view.feed);
        return feed ? feed->name() : tr("A feed that is gone");
    }
    if (view.outlet != OutletId{}) {
        for (const Outlet& outlet : m_desk.store().outlets())
            if (outlet.id == view.outlet)
                return outlet.name;
        return tr("An outlet that is gone");
    }
    return view.addedAfter.isValid() ? tr("Since last shift") : ViewText::name(view.kind);
}

/// A new list: the desk's story where the view shows it, else the first one.
void QueuePanel::onViewShown()
{
    const QueueView view = m_model->view();
    m_delegate->setSearch(view.search);
    updateEmptyText();
    const StoryId wanted = m_desk.current();
    const int row = m_model->rowOf(wanted);
    m_awaited = noStory;
    if (row < 0 && !m_model->isComplete() &&
        m_desk.store().matching(view, {wanted}).value_or(QList<StoryId>()).contains(wanted)) {
        m_awaited = wanted; // further down than what is read so far
        return;
    }
    moveTo(row >= 0 ? row : 0);
    if (m_model->rowCount() == 0)
        m_desk.setCurrent(noStory);
}

void QueuePanel::onFailed(const Error& error)
{
    if (error.code != ErrorCode::InvalidInput || view().search.isEmpty()) {
        Q_EMIT failed(error);
        return;
    }
    m_fault->setText(error.message);
    m_fault->show();
}

/// Selects the story that was waited for once its line has been read.
void QueuePanel::onRowsInserted()
{
    updateEmptyText();
    if (m_awaited == noStory || m_awaited != m_desk.current())
        return;
    if (const int row = m_model->rowOf(m_awaited); row >= 0)
        moveTo(row);
}

QList<StoryId> QueuePanel::selected() const
{
    QList<int> rows;
    const QItemSelection selection = m_table->selectionModel()->selection();
    for (const QItemSelectionRange& range : selection)
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    std::sort(rows.begin(), rows.end());
    QList<StoryId> ids;
    ids.reserve(rows.size());
    for (const int row : rows)
        ids.append(m_model->idAt(row));
    if (ids.isEmpty() && m_desk.hasCurrent())
        ids.append(m_desk.current());
    return ids;
}

void QueuePanel::next()
{
    moveTo(m_table->currentIndex().row() + 1);
}

void QueuePanel::previous()
{
    moveTo(std::max(0, m_table->currentIndex().row() - 1));
}

void QueuePanel::advance()
{
    int last = m_table->currentIndex().row();
    const QItemSelection selection = m_table->selectionModel()->selection();
    for (const QItemSelectionRange& range : selection)
        last = std::max(last, range.bottom());
    int row = last + 1;
    while (row < m_model->rowCount() && m_model->hasLeft(row))
        ++row;
    if (row == m_model->rowCount()) // the end of the list: back to the nearest that still belongs here
        for (row = last; row >= 0 && m_model->hasLeft(row);)
            --row;
    if (row >= 0) {
        moveTo(row);
        return;
    }
    m_model->dropLeft(noStory);
    m_desk.setCurrent(noStory);
}

void QueuePanel::showArrivals()
{
    if (m_model->arrivals() == 0)
        return;
    m_model->showArrivals();
    m_table->scrollToTop();
}

void QueuePanel::selectAll()
{
    m_selectsAll = m_model->isGathering(); // what is still found belongs to it
    if (m_selectsAll)
        return;
    m_model->loadAll();
    m_table->selectAll();
}

void QueuePanel::focusList()
{
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void QueuePanel::moveTo(int row)
{
    if (m_model->rowCount() == 0)
        return;
    m_awaited = noStory;
    // Not selectRow(): that would read Ctrl and Shift, which are held during Ctrl+Z or Shift+S.
    const QModelIndex index = m_model->index(std::clamp(row, 0, m_model->rowCount() - 1));
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect |
                                                          QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

void QueuePanel::onCurrentRowChanged()
{
    if (m_following)
        return;
    const StoryId id = m_model->idAt(m_table->currentIndex().row());
    if (id == noStory)
        return;
    m_desk.setCurrent(id);
    // The analyst has moved on, so what no longer belongs here may go. Queued: rows must not vanish while the
    // view is still telling of this very move.
    QMetaObject::invokeMethod(
        m_model, [this] { m_model->dropLeft(m_desk.current()); }, Qt::QueuedConnection);
}

void QueuePanel::onDeskCurrentChanged(StoryId id)
{
    if (id == m_model->idAt(m_table->currentIndex().row()))
        return;
    if (m_model->rowOf(id) < 0 && m_model->arrivals() > 0)
        m_model->showArrivals(); // the analyst's own new story is no news to hold back
    const int row = m_model->rowOf(id);
    m_following = true;
    if (row >= 0)
        moveTo(row);
    else
        m_table->selectionModel()->clear(); // the current line as well, so that a click on it leads again
    m_following = false;
    // The sample desk's first story is ready, and would show beside an empty Incoming. Later on an empty view
    // is the analyst's own choice.
    if (m_firstHaveCome && row < 0 && id != noStory && view().search.isEmpty())
        Q_EMIT allStoriesNeeded();
}

/// The story that the very step shows which brought the desk its first ones is told of right after this.
void QueuePanel::onCountsChanged()
{
    const bool wasEmpty = std::exchange(m_deskIsEmpty, m_desk.store().counts().all == 0);
    if (!wasEmpty || m_deskIsEmpty)
        return;
    m_firstHaveCome = true;
    QMetaObject::invokeMethod(
        this, [this] { m_firstHaveCome = false; }, Qt::QueuedConnection);
}

void QueuePanel::updateEmptyText()
{
    const bool empty = m_model->rowCount() == 0;
    if (empty)
        m_empty->setText(ViewText::nothingIn(m_model->view()));
    m_empty->setVisible(empty);
    placeOverlays();
}

void QueuePanel::updatePill(int count)
{
    m_pill->setText(tr("%n new ↑", nullptr, count));
    m_pill->setVisible(count > 0);
    placeOverlays();
}

void QueuePanel::placeOverlays()
{
    const QRect area = m_table->viewport()->rect();
    m_pill->adjustSize();
    m_pill->move((area.width() - m_pill->width()) / 2, 6);
    m_pill->raise();
    m_empty->setGeometry(area.adjusted(24, 24, -24, -24));
}

void QueuePanel::measureLines()
{
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(QueueDelegate::lineHeight(m_table->font()));
    m_table->verticalScrollBar()->setSingleStep(QueueDelegate::lineHeight(m_table->font()) / 2);
}

bool QueuePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        placeOverlays();
    return QWidget::eventFilter(watched, event);
}

void QueuePanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        QFont bold = font();
        bold.setBold(true);
        m_title->setFont(bold);
        measureLines();
    }
}

} // namespace Scoredesk
