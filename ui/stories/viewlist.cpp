// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stories/viewlist.h"

#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "ui/words/viewtext.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr int viewRole = Qt::UserRole;
static constexpr int searchRole = Qt::UserRole + 1; // the query of a search that is kept
static constexpr int countRole = Qt::UserRole + 2;

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
    case QueueView::Kind::Unscored:
        return counts.unscored;
    case QueueView::Kind::Outdated:
        return counts.outdated;
    case QueueView::Kind::All:
        break;
    }
    return counts.all;
}

static QueueView viewOf(const QTreeWidgetItem* item)
{
    return item->data(0, viewRole).value<QueueView>();
}

static bool isSearch(const QTreeWidgetItem* item)
{
    return item && item->data(0, searchRole).isValid();
}

static void setCount(QTreeWidgetItem* item, int count)
{
    if (item->data(0, countRole) == QVariant(count))
        return;
    item->setData(0, countRole, count);
    item->setText(1, count > 0 ? QLocale().toString(count) : QString());
    const QueueView view = viewOf(item);
    // Of a feed or an outlet articles are counted, of which a story may have several.
    const bool ofArticles = view.feed != FeedId{} || view.outlet != OutletId{};
    item->setData(0, Qt::AccessibleTextRole,
                  (ofArticles ? ViewList::tr("%1, %n articles wait", nullptr, count)
                              : ViewList::tr("%1, %n stories", nullptr, count))
                      .arg(item->text(0)));
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
    for (const Kind kind : {Kind::Incoming, Kind::Shortlist, Kind::Ready, Kind::Spiked, Kind::All,
                            Kind::Unscored, Kind::Outdated}) {
        auto* item = new QTreeWidgetItem(this, {ViewText::name(kind)});
        QueueView view;
        view.kind = kind;
        item->setData(0, viewRole, QVariant::fromValue(view));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(0, kind == Kind::Outdated ? tr("Text or coverage changed after the card was set")
                                                   : QString());
    }
    m_since = new QTreeWidgetItem(this, {tr("Since last shift")});
    m_since->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    m_since->setToolTip(0, tr("Stories that came since your last shift ended"));
    m_since->setHidden(true);
    m_categories = heading(tr("Categories"), true);
    m_feeds = heading(tr("Feeds"), false);
    m_outlets = heading(tr("Outlets"), false);
    m_searches = heading(tr("Searches"), true);
    readNames();
    fillSearches();

    connect(&m_store, &Store::countsChanged, this, &ViewList::readCounts);
    connect(&m_store, &Store::feedsChanged, this, &ViewList::readLater);
    m_later.setSingleShot(true);
    m_later.setInterval(500ms);
    connect(&m_later, &QTimer::timeout, this, &ViewList::readNames);
    // Feeds and outlets may be hundreds: nobody looks at those of a heading that is closed.
    for (QTreeWidgetItem* item : {m_feeds, m_outlets})
        item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
    connect(this, &QTreeWidget::itemExpanded, this, [this](QTreeWidgetItem* item) {
        if (item == m_feeds || item == m_outlets)
            readNames();
    });
    connect(&m_store, &Store::savedSearchesChanged, this, &ViewList::fillSearches);
    connect(this, &QTreeWidget::currentItemChanged, this, &ViewList::tellChosen);
    // A search that is chosen already is looked for again.
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* item) {
        if (isSearch(item))
            tellChosen(item);
    });
}

QTreeWidgetItem* ViewList::heading(const QString& text, bool isOpen)
{
    auto* item = new QTreeWidgetItem(this, {text});
    item->setFlags(Qt::ItemIsEnabled);
    item->setFirstColumnSpanned(true);
    item->setExpanded(isOpen);
    item->setHidden(true); // until it has lines
    return item;
}

bool ViewList::isHeading(const QTreeWidgetItem* item) const
{
    return item == m_categories || item == m_feeds || item == m_outlets || item == m_searches;
}

void ViewList::tellChosen(QTreeWidgetItem* item)
{
    if (!item || isHeading(item))
        return;
    if (isSearch(item))
        Q_EMIT searchChosen({item->text(0), item->data(0, searchRole).toString()});
    else
        Q_EMIT viewChosen(viewOf(item));
}

void ViewList::select(const QueueView& view)
{
    const QSignalBlocker quiet(this);
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        if ((*it)->isHidden() || isHeading(*it) || isSearch(*it) || viewOf(*it) != view)
            continue;
        setCurrentItem(*it);
        return;
    }
}

void ViewList::chooseAll()
{
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (!isHeading(topLevelItem(i)) && topLevelItem(i) != m_since &&
            viewOf(topLevelItem(i)).kind == QueueView::Kind::All)
            setCurrentItem(topLevelItem(i));
}

void ViewList::setLastShift(const QDateTime& end)
{
    QueueView view;
    view.kind = QueueView::Kind::All;
    view.addedAfter = end;
    m_since->setData(0, viewRole, QVariant::fromValue(view));
    m_since->setHidden(!end.isValid());
    readCounts();
    if (currentItem() == m_since && end.isValid())
        tellChosen(m_since);
}

void ViewList::readNames()
{
    m_feedNames = m_store.feeds().names();
    m_outletNames.clear(); // read when one of them counts
    readCounts();
}

/// The first feed brings its heading at once; after that there is time.
void ViewList::readLater()
{
    if (m_feeds->isHidden())
        readNames();
    else if (!m_later.isActive())
        m_later.start();
}

void ViewList::showHeadings(const QueueCounts& counts)
{
    m_feeds->setHidden(m_feedNames.isEmpty());
    m_outlets->setHidden(counts.outlets.isEmpty() && m_outlets->childCount() == 0);
}

void ViewList::readCounts()
{
    const QueueCounts counts = m_store.counts();
    if (!m_since->isHidden())
        setCount(m_since, m_store.countAddedAfter(viewOf(m_since).addedAfter));
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (QTreeWidgetItem* item = topLevelItem(i); !isHeading(item) && item != m_since)
            setCount(item, countOf(counts, viewOf(item).kind));

    QList<Line> categories;
    const QStringList names = m_store.categories();
    for (const QString& name : names) {
        QueueView view;
        view.kind = QueueView::Kind::All;
        view.category = name;
        categories.append({name, view, counts.categories.value(name)});
    }
    fill(m_categories, categories);

    const auto byName = [](const Line& a, const Line& b) { return a.text.localeAwareCompare(b.text) < 0; };
    showHeadings(counts);
    if (m_feeds->isExpanded()) {
        QList<Line> feeds;
        for (auto feed = m_feedNames.cbegin(); feed != m_feedNames.cend(); ++feed) {
            QueueView view;
            view.feed = feed.key();
            feeds.append({feed.value(), view, counts.feeds.value(feed.key())});
        }
        std::sort(feeds.begin(), feeds.end(), byName);
        fill(m_feeds, feeds);
    }
    if (!m_outlets->isExpanded())
        return;

    // The program knows many outlets; those are listed of which something waits.
    QList<Line> outlets;
    for (auto outlet = counts.outlets.cbegin(); outlet != counts.outlets.cend(); ++outlet) {
        if (!m_outletNames.contains(outlet.key()))
            for (const Outlet& known : m_store.outlets())
                m_outletNames.insert(known.id, known.name);
        QueueView view;
        view.outlet = outlet.key();
        outlets.append({m_outletNames.value(outlet.key()), view, outlet.value()});
    }
    std::sort(outlets.begin(), outlets.end(), byName);
    fill(m_outlets, outlets);
}

/// Lines that are there already keep their place and selection; only their counts change.
void ViewList::fill(QTreeWidgetItem* heading, const QList<Line>& lines)
{
    bool isSame = heading->childCount() == lines.size();
    for (int i = 0; isSame && i < lines.size(); ++i)
        isSame = heading->child(i)->text(0) == lines[i].text && viewOf(heading->child(i)) == lines[i].view;
    if (!isSame) {
        QSignalBlocker quiet(this);
        const bool wasChosen = currentItem() && currentItem()->parent() == heading;
        const QueueView chosen = wasChosen ? viewOf(currentItem()) : QueueView();
        if (wasChosen)
            setCurrentItem(nullptr);
        qDeleteAll(heading->takeChildren());
        for (const Line& line : lines) {
            auto* item = new QTreeWidgetItem(heading, {line.text});
            item->setData(0, viewRole, QVariant::fromValue(line.view));
            item->setToolTip(0, line.text);
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
            if (wasChosen && line.view == chosen)
                setCurrentItem(item);
        }
        if (heading == m_categories)
            heading->setHidden(lines.isEmpty());
        quiet.unblock();
        // Renamed or gone: the queue would show none. Of an outlet nothing waits any more, which is no reason
        // to lead away from the story that was dealt with last.
        if (wasChosen && !currentItem() && heading != m_outlets)
            chooseAll();
    }
    for (int i = 0; i < lines.size(); ++i)
        setCount(heading->child(i), lines[i].count);
}

void ViewList::fillSearches()
{
    const QSignalBlocker quiet(this);
    const QString chosen = isSearch(currentItem()) ? currentItem()->text(0) : QString();
    if (!chosen.isEmpty())
        setCurrentItem(nullptr);
    qDeleteAll(m_searches->takeChildren());
    const QList<SavedSearch> searches = m_store.savedSearches();
    for (const SavedSearch& search : searches) {
        auto* item = new QTreeWidgetItem(m_searches, {search.name});
        item->setData(0, searchRole, search.query);
        item->setToolTip(0, search.query.toHtmlEscaped());
        if (search.name == chosen)
            setCurrentItem(item);
    }
    m_searches->setHidden(searches.isEmpty());
}

void ViewList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && isSearch(currentItem()))
        Q_EMIT searchDropRequested({currentItem()->text(0), currentItem()->data(0, searchRole).toString()});
    else
        QTreeWidget::keyPressEvent(event);
}

void ViewList::contextMenuEvent(QContextMenuEvent* event)
{
    QTreeWidgetItem* item = itemAt(event->pos());
    if (!isSearch(item))
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const SavedSearch search{item->text(0), item->data(0, searchRole).toString()};
    connect(menu->addAction(tr("Keep “%1” no longer").arg(search.name)), &QAction::triggered, this,
            [this, search] { Q_EMIT searchDropRequested(search); });
    menu->popup(event->globalPos());
}

} // namespace Scoredesk
