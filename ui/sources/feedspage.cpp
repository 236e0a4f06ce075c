// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/feedspage.h"

#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/sources/choicedelegate.h"
#include "ui/sources/feedacts.h"
#include "ui/sources/feeddetails.h"
#include "ui/sources/feedsmodel.h"
#include "ui/sources/healthdelegate.h"
#include "ui/sources/sourcetable.h"
#include "ui/widgets/tonelabel.h"
#include "ui/widgets/weburl.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDataStream>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QIODevice>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

FeedsPage::FeedsPage(Desk& desk, const QList<QAction*>& adding, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_model(new FeedsModel(this)),
      m_acts(new FeedActs(desk, this)),
      m_details(new FeedDetails(this)),
      m_filter(new QLineEdit(this)),
      m_summary(new ToneLabel(ToneLabel::Rank::Quiet, this)),
      m_pages(new QStackedWidget(this)),
      m_splitter(new QSplitter(Qt::Vertical, this))
{
    setObjectName(u"feedsPage"_s);
    m_filter->setObjectName(u"feedsFilter"_s);
    m_filter->setAccessibleName(tr("Filter the feeds"));
    m_filter->setPlaceholderText(tr("Filter by name, folder, health, outlet or category"));
    m_filter->setClearButtonEnabled(true);
    m_summary->setObjectName(u"feedsSummary"_s);
    makeTable();
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({fontMetrics().height() * 22, fontMetrics().height() * 9});
    m_pages->addWidget(makeEmpty(adding));
    m_pages->addWidget(m_splitter);
    auto* top = new QHBoxLayout;
    top->addWidget(m_filter, 1);
    top->addWidget(m_summary);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_pages, 1);
    makeActions(adding);

    connect(m_table, &SourceTable::chosenChanged, this, &FeedsPage::onChosen);
    connect(m_filter, &QLineEdit::textChanged, m_table, &SourceTable::setFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, &FeedsPage::focusTable);
    connect(m_acts, &FeedActs::done, this, &FeedsPage::done);
    connect(m_model, &FeedsModel::editRequested, this, &FeedsPage::edit);
    connect(&m_desk.store(), &Store::feedsChanged, this, &FeedsPage::follow);
    // Whoever works here sees each step at once.
    connect(&m_desk.undoStack(), &QUndoStack::indexChanged, this, &FeedsPage::read);
    m_again.setSingleShot(true);
    m_again.setInterval(500ms);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_stale && isVisible())
            readAndRest();
    });
    m_minute.setInterval(1min); // what is due, and what has been silent for too long
    connect(&m_minute, &QTimer::timeout, this, &FeedsPage::read);
    onChosen();
}

void FeedsPage::makeTable()
{
    m_table = new SourceTable(m_model, FeedsModel::SortRole, this);
    m_table->setObjectName(u"feedsTable"_s);
    m_table->setAccessibleName(tr("Feeds"));
    m_table->setEmptyText(tr("No feed has these words."));
    m_table->setItemDelegateForColumn(FeedsModel::Health, new HealthDelegate(this));
    m_table->setItemDelegateForColumn(
        FeedsModel::OutletColumn,
        new ChoiceDelegate(
            [this] {
                QList<ChoiceDelegate::Choice> choices = {{tr("by links"), qint64(0)}};
                for (const Outlet& outlet : m_desk.store().outlets())
                    choices.append({outlet.name, number(outlet.id)});
                return choices;
            },
            this));
    m_table->setItemDelegateForColumn(
        FeedsModel::Category, new ChoiceDelegate(
                                  [this] {
                                      QList<ChoiceDelegate::Choice> choices = {{tr("none"), QString()}};
                                      for (const QString& category : m_desk.store().categories())
                                          choices.append({category, category});
                                      return choices;
                                  },
                                  this));
    m_table->setItemDelegateForColumn(
        FeedsModel::KeepDays, new ChoiceDelegate(
                                  [] {
                                      QList<ChoiceDelegate::Choice> choices;
                                      for (const int days : {0, 1, 3, 7, 14, 30, 90, 180, 365, stayForEver})
                                          choices.append({keepDaysText(days), days});
                                      return choices;
                                  },
                                  this));
    const int unit = fontMetrics().averageCharWidth();
    QHeaderView* header = m_table->horizontalHeader();
    const std::pair<int, int> widths[] = {
        {FeedsModel::Name, 26},         {FeedsModel::Folder, 16},   {FeedsModel::Health, 44},
        {FeedsModel::Week, 12},         {FeedsModel::LastGood, 25}, {FeedsModel::Next, 25},
        {FeedsModel::OutletColumn, 20}, {FeedsModel::Category, 14}, {FeedsModel::KeepDays, 14}};
    header->setStretchLastSection(true);
    for (const auto& [column, letters] : widths)
        header->resizeSection(column, unit * letters);
    m_table->sortByColumn(FeedsModel::Health, Qt::AscendingOrder); // what needs a look comes first
}

QWidget* FeedsPage::makeEmpty(const QList<QAction*>& adding)
{
    auto* page = new QWidget(this);
    page->setObjectName(u"feedsEmpty"_s);
    auto* text = new ToneLabel(ToneLabel::Rank::Body,
                               tr("This desk reads no feeds yet. Bring a list from another reader, or begin "
                                  "with the starter pack: it shows what it holds before anything is added."),
                               page);
    text->setWrapping();
    auto* buttons = new QHBoxLayout;
    for (QAction* action : adding) {
        auto* button = new QPushButton(action->text(), page);
        button->setObjectName(u"empty."_s + action->objectName());
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* layout = new QVBoxLayout(page);
    layout->addStretch();
    layout->addWidget(new ToneLabel(ToneLabel::Rank::Title, tr("No feeds"), page));
    layout->addWidget(text);
    layout->addLayout(buttons);
    layout->addStretch(2);
    return page;
}

QAction* FeedsPage::act(const QString& name, const QString& text, const QString& tip)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setToolTip(tip);
    m_table->addAction(action);
    return action;
}

void FeedsPage::makeActions(const QList<QAction*>& adding)
{
    m_pause = act(u"feedPause"_s, tr("&Pause"), tr("Leave the chosen feeds out of every refresh (P)"));
    m_pause->setShortcut(Qt::Key_P);
    m_remove = act(u"feedRemove"_s, tr("Re&move"),
                   tr("Stop reading the chosen feeds; their articles and stories stay (Del)"));
    m_remove->setShortcut(QKeySequence::Delete);
    for (QAction* action : {m_pause, m_remove})
        action->setShortcutContext(Qt::WidgetShortcut); // not while a cell is being edited
    m_refresh = act(u"feedRefresh"_s, tr("&Refresh"), tr("Read the chosen feeds now, paused ones too (F5)"));
    m_refresh->setShortcut(Qt::Key_F5);
    m_refresh->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_refresh);
    m_openSite = act(u"feedOpenSite"_s, tr("Open &site"), tr("Open the feed's site in the browser"));
    m_copy = act(u"feedCopy"_s, tr("&Copy address"), tr("Copy the addresses of the chosen feeds (Ctrl+C)"));
    m_copy->setShortcut(QKeySequence::Copy);
    m_copy->setShortcutContext(Qt::WidgetShortcut);
    connect(m_pause, &QAction::triggered, this, &FeedsPage::togglePause);
    connect(m_remove, &QAction::triggered, this, [this] { m_acts->remove(chosen()); });
    connect(m_refresh, &QAction::triggered, this, [this] { Q_EMIT refreshRequested(chosen()); });
    connect(m_openSite, &QAction::triggered, this, [this] { Q_EMIT siteOpenRequested(site()); });
    connect(m_copy, &QAction::triggered, this, &FeedsPage::copyAddresses);

    auto* row = new QHBoxLayout;
    if (!adding.isEmpty()) {
        auto* add = new QToolButton(this);
        add->setObjectName(u"feedsAdd"_s);
        add->setText(tr("&Add"));
        add->setPopupMode(QToolButton::InstantPopup);
        auto* menu = new QMenu(add);
        menu->addActions(adding);
        add->setMenu(menu);
        add->setFocusPolicy(Qt::TabFocus);
        row->addWidget(add);
    }
    for (QAction* action : {m_refresh, m_pause, m_remove, m_openSite, m_copy}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    row->addStretch();
    row->addWidget(new ToneLabel(ToneLabel::Rank::Small,
                                 tr("F2 edits a cell; what is set, but for a name, is set for all chosen"),
                                 this));
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void FeedsPage::focusTable()
{
    if (!m_table->currentIndex().isValid() && m_table->shownRows() > 0)
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    m_table->setFocus();
}

/// A refresh tells of each feed: read at once, then twice a second.
void FeedsPage::follow()
{
    m_stale = true;
    if (isVisible() && !m_again.isActive())
        readAndRest();
}

void FeedsPage::readAndRest()
{
    read();
    m_again.start();
}

void FeedsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_minute.start();
    if (m_stale)
        read();
}

void FeedsPage::read()
{
    m_stale = true;
    if (!isVisible()) {
        m_minute.stop();
        return;
    }
    m_stale = false;
    const Store& store = m_desk.store();
    m_model->show(store.feeds().all(), store.outlets(), QDateTime::currentDateTimeUtc());
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    m_filter->setEnabled(m_model->rowCount() > 0);
    onChosen();

    const auto count = [this](FeedHealth health) {
        int n = 0;
        for (int row = 0; row < m_model->rowCount(); ++row)
            n += m_model->health(row) == health ? 1 : 0;
        return n;
    };
    QStringList parts = {tr("%n feeds", nullptr, m_model->rowCount())};
    if (const int failing = count(FeedHealth::Failing))
        parts.append(tr("%n failing", nullptr, failing));
    if (const int idle = count(FeedHealth::Idle))
        parts.append(tr("%n idle", nullptr, idle));
    if (const int paused = count(FeedHealth::Paused))
        parts.append(tr("%n paused", nullptr, paused));
    m_summary->setText(parts.join(u" · "_s));
}

void FeedsPage::edit(FeedId feed, FeedField field, const DeskFeed& like)
{
    QList<FeedId> feeds = chosen();
    if (field == FeedField::Name || !feeds.contains(feed)) // no two feeds want one name
        feeds = {feed};
    m_acts->change(feeds, field, like);
}

QList<FeedId> FeedsPage::chosen() const
{
    QList<FeedId> ids;
    for (const int row : m_table->chosenRows())
        ids.append(m_model->row(row).id);
    return ids;
}

bool FeedsPage::anyRuns(const QList<int>& rows) const
{
    return std::any_of(rows.begin(), rows.end(), [this](int row) { return !m_model->row(row).paused; });
}

QUrl FeedsPage::site() const
{
    const int row = m_table->currentRow();
    return row < 0 ? QUrl() : webUrl(m_model->row(row).site).value_or(QUrl());
}

void FeedsPage::onChosen()
{
    const QList<int> rows = m_table->chosenRows();
    const bool any = !rows.isEmpty();
    for (QAction* action : {m_pause, m_remove, m_refresh, m_copy})
        action->setEnabled(any);
    m_openSite->setEnabled(any && site().isValid());
    const bool pauses = !any || anyRuns(rows);
    m_pause->setText(pauses ? tr("&Pause") : tr("Resume"));
    m_pause->setToolTip(pauses ? tr("Leave the chosen feeds out of every refresh (P)")
                               : tr("Read the chosen feeds again (P)"));
    const int current = any ? m_table->currentRow() : -1;
    m_details->show(current < 0 ? nullptr : &m_model->row(current), m_model->now());
}

void FeedsPage::togglePause()
{
    m_acts->pause(chosen(), anyRuns(m_table->chosenRows()));
}

void FeedsPage::copyAddresses()
{
    QStringList addresses;
    for (const int row : m_table->chosenRows())
        addresses.append(m_model->row(row).url);
    QApplication::clipboard()->setText(addresses.join(u'\n'));
    Q_EMIT told(tr("%n addresses copied", nullptr, int(addresses.size())));
}

QByteArray FeedsPage::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_splitter->saveState() << m_table->horizontalHeader()->saveState();
    return state;
}

void FeedsPage::restoreState(const QByteArray& state)
{
    QByteArray splitter;
    QByteArray header;
    QDataStream stream(state);
    stream >> splitter >> header;
    m_splitter->restoreState(splitter);
    m_table->horizontalHeader()->restoreState(header);
}

} // namespace Scoredesk
