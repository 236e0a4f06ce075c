// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/searchflow.h"

#include "storage/feeds/feedstore.h"
#include "storage/search/queryreader.h"
#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/stories/queuepanel.h"
#include "ui/stories/searchfield.h"
#include "ui/stories/viewlist.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QInputDialog>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

SearchFlow::SearchFlow(Desk& desk, QueuePanel& queue, ViewList& views, const WindowActions& actions,
                       QWidget* window)
    : QObject(window),
      m_desk(desk),
      m_queue(queue),
      m_views(views),
      m_window(window),
      m_field(new SearchField(window))
{
    const auto tellDimensions = [this] {
        QStringList keys;
        for (const Dimension& dimension : m_desk.method().dimensions)
            keys.append(dimension.key);
        m_field->setDimensions(keys);
    };
    tellDimensions();
    connect(&m_desk, &Desk::methodChanged, this, tellDimensions);
    m_field->setValues([this](const QString& field) { return valuesOf(field); });

    m_delay.setSingleShot(true);
    m_delay.setInterval(120ms);
    connect(m_field, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_field, &QLineEdit::textChanged, &m_queue, &QueuePanel::stopSearching);
    connect(&m_delay, &QTimer::timeout, this, &SearchFlow::searchNow);
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        searchNow();
        m_queue.focusList();
    });
    connect(actions.search, &QAction::triggered, this, [this] {
        m_field->setFocus(Qt::ShortcutFocusReason);
        m_field->selectAll();
    });
    connect(actions.toQueue, &QAction::triggered, this, [this] {
        if (m_field->hasFocus() || m_queue.isAncestorOf(m_window->focusWidget()))
            m_field->clear();
        m_queue.focusList();
    });
    connect(actions.keepSearch, &QAction::triggered, this, &SearchFlow::askName);
    connect(&m_views, &ViewList::searchChosen, this, &SearchFlow::choose);
    connect(&m_views, &ViewList::searchDropRequested, this, &SearchFlow::drop);
}

void SearchFlow::searchNow()
{
    m_delay.stop();
    m_queue.setSearch(m_field->text());
}

/// A search that is kept looks through the whole desk; `state:` in it says where else.
void SearchFlow::choose(const SavedSearch& search)
{
    QueueView all;
    all.kind = QueueView::Kind::All;
    m_field->setText(search.query + u' ');
    m_delay.stop();
    m_queue.showFound(all, m_field->text());
}

void SearchFlow::askName()
{
    const QString query = wholeQuery(m_field->text());
    if (query.isEmpty()) {
        m_field->setFocus(Qt::ShortcutFocusReason); // there is nothing to keep yet
        return;
    }
    auto* dialog = new QInputDialog(m_window);
    dialog->setObjectName(u"keepSearch"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Keep this search"));
    dialog->setLabelText(tr("Name of the search"));
    dialog->setTextValue(query.left(60));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, query](const QString& name) { keep(name.simplified(), query); });
    dialog->open();
}

/// Under a name that is there it takes the other's place.
void SearchFlow::keep(const QString& name, const QString& query)
{
    if (name.isEmpty())
        return;
    QList<SavedSearch> searches = m_desk.store().savedSearches();
    const auto same = std::find_if(searches.begin(), searches.end(), [&name](const SavedSearch& search) {
        return search.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (same != searches.end())
        *same = {name, query};
    else
        searches.append({name, query});
    if (change(tr("Keep a search"), searches))
        Q_EMIT m_desk.done(tr("Kept as “%1”, under Searches").arg(name));
}

void SearchFlow::drop(const SavedSearch& search)
{
    QList<SavedSearch> searches = m_desk.store().savedSearches();
    searches.removeOne(search);
    if (change(tr("Drop a search"), searches))
        Q_EMIT m_desk.done(tr("“%1” is kept no longer").arg(search.name));
}

bool SearchFlow::change(const QString& step, const QList<SavedSearch>& searches)
{
    const QList<SavedSearch> before = m_desk.store().savedSearches();
    if (before == searches)
        return false;
    Store& store = m_desk.store();
    return m_desk.step(
        step, [&store, searches] { return store.setSavedSearches(searches); },
        [&store, before] { return store.setSavedSearches(before); });
}

QStringList SearchFlow::valuesOf(const QString& field) const
{
    const Store& store = m_desk.store();
    QStringList values;
    if (field == "category"_L1)
        return store.categories();
    if (field == "tag"_L1)
        return store.tags();
    if (field == "analyst"_L1)
        return QStringList{u"me"_s} + store.analysts();
    if (field == "outlet"_L1)
        for (const Outlet& outlet : store.outlets())
            values.append(outlet.name);
    if (field == "feed"_L1)
        for (const DeskFeed& feed : store.feeds().all())
            values.append(feed.name());
    return values;
}

} // namespace Scoredesk
