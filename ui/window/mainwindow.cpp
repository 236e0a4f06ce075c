// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/mainwindow.h"
#include "ui/window/coverageacts.h"

#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/desk/desksteps.h"
#include "ui/importing/importpreview.h"
#include "ui/stories/queuepanel.h"
#include "ui/stories/searchfield.h"
#include "ui/stories/viewlist.h"
#include "ui/story/storypanel.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/screenfit.h"
#include "ui/window/aboutdialog.h"
#include "ui/window/bulkacts.h"
#include "ui/window/categorydialog.h"
#include "ui/window/deskcare.h"
#include "ui/window/exportflow.h"
#include "ui/window/firstrunpage.h"
#include "ui/window/keysoverlay.h"
#include "ui/window/searchflow.h"
#include "ui/window/settingsdialog.h"
#include "ui/window/shiftacts.h"
#include "ui/window/sourcesflow.h"
#include "ui/window/systemtheme.h"
#include "ui/window/triage.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

MainWindow::MainWindow(Desk& desk, QWidget* parent)
    : QMainWindow(parent),
      m_desk(desk),
      m_settings(WindowSettings::load()),
      m_actions(new WindowActions(this)),
      m_systemTheme(new SystemTheme(this)),
      m_export(new ExportFlow(desk, this)),
      m_sources(new SourcesFlow(desk, *m_actions, this))
{
    setObjectName(u"mainWindow"_s);
    setAcceptDrops(true);
    applyLookNow();
    buildContent();
    m_searching = new SearchFlow(m_desk, *m_queue, *m_views, *m_actions, this);
    buildMenus();
    buildToolBar();
    m_triage = new Triage(m_desk, *m_queue, *m_actions, this);
    m_coverage = new CoverageActs(m_desk, *m_queue, *m_story, *m_actions, this);
    m_bulk = new BulkActs(m_desk, *m_queue, *m_actions, this);
    m_shift = new ShiftActs(m_desk, *m_actions, m_settings, this);
    connectDesk();
    connectWindow();
    updateTitle();
    showPageForDesk();
    restoreLayout();
    resume();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildContent()
{
    m_views = new ViewList(m_desk.store(), this);
    m_queue = new QueuePanel(m_desk, this);
    m_story = new StoryPanel(m_desk, this);
    m_splitter = new QSplitter(this);
    m_splitter->setObjectName(u"mainSplitter"_s);
    m_splitter->addWidget(m_views);
    m_splitter->addWidget(m_queue);
    m_splitter->addWidget(m_story);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setStretchFactor(2, 5);
    m_splitter->setChildrenCollapsible(false);
    m_views->setMinimumWidth(130);
    m_queue->setMinimumWidth(240);

    m_firstRun = new FirstRunPage(this);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_firstRun);
    m_pages->addWidget(m_splitter);
    m_notice = new NoticeBar(this);
    auto* central = new QWidget(this);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_notice);
    setCentralWidget(central);
    m_keys = new KeysOverlay(*m_actions, this);
}

void MainWindow::buildMenus()
{
    m_actions->undo = m_desk.undoStack().createUndoAction(this, tr("Undo"));
    m_actions->undo->setObjectName(u"undo"_s);
    m_actions->undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    m_actions->redo = m_desk.undoStack().createRedoAction(this, tr("Redo"));
    m_actions->redo->setObjectName(u"redo"_s);
    m_actions->undo->setIconText(tr("Undo")); // in the toolbar, where a longer one would push buttons about
    m_actions->redo->setIconText(tr("Redo"));
    m_actions->redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});

    const WindowActions& a = *m_actions;
    QMenu* desk = menuBar()->addMenu(tr("&Desk"));
    desk->addActions({a.newStory, a.paste, a.import});
    desk->addSeparator();
    desk->addActions({a.exportStories, a.exportDesk, a.backup, a.restore});
    desk->addSeparator();
    desk->addActions({a.shift, a.handover});
    desk->addSeparator();
    desk->addActions({a.settings, a.quit});
    QMenu* edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({a.undo, a.redo});
    edit->addSeparator();
    edit->addActions({a.selectAll, a.search, a.keepSearch});
    QMenu* story = menuBar()->addMenu(tr("&Story"));
    story->addActions({a.next, a.previous, a.showArrivals});
    story->addSeparator();
    story->addActions(
        {a.shortlist, a.ready, a.spike, a.spikeWithReason, a.unspike, a.toIncoming, a.toggleUnread});
    story->addSeparator();
    story->addActions({a.tag, a.categorise, a.compare});
    story->addSeparator();
    story->addActions({a.editBrief, a.remove});
    QMenu* coverage = story->addMenu(tr("C&overage"));
    coverage->addActions({a.articles, a.split, a.moveArticles, a.lead});
    coverage->addSeparator();
    coverage->addActions({a.merge, a.keepApart, a.acceptMerge, a.dismissMerge});
    QMenu* score = story->addMenu(tr("S&core"));
    score->addActions(a.dimensions);
    score->addAction(a.openComparable);
    QMenu* feeds = menuBar()->addMenu(tr("&Feeds"));
    feeds->addAction(a.refresh);
    feeds->addSeparator();
    feeds->addActions({a.addFeeds, a.importFeeds, a.starterFeeds, a.exportFeeds});
    feeds->addSeparator();
    feeds->addActions({a.sources, a.rules});
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addActions({a.keys, a.about});
}

void MainWindow::buildToolBar()
{
    QToolBar* bar = addToolBar(tr("Toolbar"));
    bar->setObjectName(u"toolbar"_s);
    bar->setMovable(false);
    bar->setIconSize(QSize(16, 16));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({m_actions->refresh, m_actions->import, m_actions->newStory});
    bar->addSeparator();
    SearchField* search = m_searching->field();
    search->setMaximumWidth(520);
    bar->addWidget(search);
    bar->addSeparator();
    bar->addActions({m_actions->shortlist, m_actions->spike, m_actions->ready});
    bar->addSeparator();
    bar->addActions({m_actions->undo, m_actions->redo});
    bar->addSeparator();
    bar->addAction(m_actions->exportStories);
    inkIcons();
    setContextMenuPolicy(Qt::NoContextMenu); // the toolbar is not to be lost by a stray click
    statusBar()->setSizeGripEnabled(false);
    // A widget of its own: a menu that is looked through takes the bar's message away for good.
    m_status = new QLabel(this);
    m_status->setObjectName(u"status"_s);
    m_status->setTextFormat(Qt::PlainText);
    m_status->setContentsMargins(6, 0, 0, 0);
    statusBar()->addWidget(m_status);
}

/// Icons follow the text colour, light or dark.
void MainWindow::inkIcons()
{
    const WindowActions& a = *m_actions;
    const std::pair<QAction*, QString> icons[] = {
        {a.import, u"import"_s},       {a.exportStories, u"export"_s},
        {a.newStory, u"new"_s},        {a.undo, u"undo"_s},
        {a.redo, u"redo"_s},           {a.refresh, u"refresh"_s},
        {a.shortlist, u"shortlist"_s}, {a.spike, u"spike"_s},
        {a.ready, u"ready"_s},         {a.search, u"search"_s}};
    for (const auto& [action, name] : icons)
        action->setIcon(inkIcon(name, palette()));
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_searching)
        inkIcons();
}

void MainWindow::connectDesk()
{
    connect(m_coverage, &CoverageActs::told, this, &MainWindow::showInfo);
    connect(m_bulk, &BulkActs::told, this, &MainWindow::showInfo);
    connect(m_bulk, &BulkActs::failed, this, &MainWindow::showError);
    connect(m_shift, &ShiftActs::lastEndChanged, m_views, &ViewList::setLastShift);
    m_views->setLastShift(m_shift->lastEnd());
    connect(m_shift, &ShiftActs::told, this, &MainWindow::showInfo);
    connect(m_shift, &ShiftActs::failed, this, &MainWindow::showError);
    connect(m_triage, &Triage::failed, this, &MainWindow::showError);
    connect(m_triage, &Triage::held, m_notice, &NoticeBar::showStoryError);
    connect(&m_desk, &Desk::currentChanged, m_notice, &NoticeBar::dropStory);
    connect(&m_desk, &Desk::done, m_notice, &NoticeBar::showDone);
    connect(&m_desk, &Desk::failed, this, &MainWindow::showError);
    connect(&m_desk.undoStack(), &QUndoStack::indexChanged, m_notice, &NoticeBar::dropUndo);
    connect(&m_desk.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::updateTitle);
    connect(m_notice, &NoticeBar::undoRequested, &m_desk.undoStack(), &QUndoStack::undo);
    connect(m_queue, &QueuePanel::failed, this, &MainWindow::showError);
    connect(m_queue, &QueuePanel::allStoriesNeeded, m_views, &ViewList::chooseAll);
    connect(m_export, &ExportFlow::failed, this, &MainWindow::showError);
    connect(m_export, &ExportFlow::told, this, &MainWindow::showInfo);
    connect(m_export, &ExportFlow::savedIn, this, [this](const QString& folder) {
        m_settings.exportFolder = folder;
        m_settings.save();
    });
    connect(m_story, &StoryPanel::linkOpenRequested, this, &MainWindow::openLink);
    connect(&m_desk, &Desk::analystChanged, this, &MainWindow::updateStatus);
    connect(&m_desk.store(), &Store::countsChanged, this, [this] {
        showPageForDesk();
        updateStatus();
    });
    m_resumeDelay.setSingleShot(true);
    m_resumeDelay.setInterval(300ms);
    connect(&m_desk, &Desk::currentChanged, &m_resumeDelay, qOverload<>(&QTimer::start));
    connect(&m_resumeDelay, &QTimer::timeout, this, [this] {
        if (const auto kept = m_desk.store().setSetting(u"resume"_s, m_desk.dossier().story.uuid.toString());
            !kept)
            showError(kept.error());
    });
    // Another program, the command line above all, may write to the same desk.
    m_otherWriters.setInterval(1s);
    connect(&m_otherWriters, &QTimer::timeout, &m_desk.store(), &Store::noticeOtherWriters);
    m_otherWriters.start();
}

void MainWindow::connectWindow()
{
    const WindowActions& a = *m_actions;
    connect(a.selectAll, &QAction::triggered, m_queue, &QueuePanel::selectAll);
    connect(a.showArrivals, &QAction::triggered, m_queue, &QueuePanel::showArrivals);
    connect(a.editBrief, &QAction::triggered, m_story, &StoryPanel::focusHeadline);
    for (int i = 0; i < a.dimensions.size(); ++i)
        connect(a.dimensions[i], &QAction::triggered, m_story, [this, i] { m_story->focusDimension(i); });
    connect(a.openComparable, &QAction::triggered, m_story, &StoryPanel::openComparable);
    connect(m_views, &ViewList::viewChosen, this, [this](const QueueView& view) {
        m_queue->showView(view);
        m_settings.view = view.kind;
        m_settings.category = view.category;
        m_settings.save();
    });
    connect(a.newStory, &QAction::triggered, this, [this] {
        m_desk.addStory();
        m_story->focusHeadline();
    });
    const auto pasteStories = [this] { Q_EMIT importDataRequested(QApplication::clipboard()->mimeData()); };
    const auto chooseFiles = [this] {
        const QStringList paths = QFileDialog::getOpenFileNames(
            this, tr("Import stories"), {}, tr("Stories (*.txt *.md *.json *.pdf *.html);;All files (*)"));
        if (!paths.isEmpty())
            Q_EMIT importFilesRequested(paths);
    };
    connect(a.paste, &QAction::triggered, this, pasteStories);
    connect(a.import, &QAction::triggered, this, chooseFiles);
    connect(m_firstRun, &FirstRunPage::pasteRequested, this, pasteStories);
    connect(m_firstRun, &FirstRunPage::importRequested, this, chooseFiles);
    connect(m_firstRun, &FirstRunPage::sampleDeskRequested, this, &MainWindow::sampleDeskRequested);
    connect(a.exportStories, &QAction::triggered, this,
            [this] { m_export->start(m_queue->selected(), m_settings, this); });
    auto* care = new DeskCare(m_desk, a, this);
    connect(care, &DeskCare::exportRequested, this, &MainWindow::deskExportRequested);
    connect(care, &DeskCare::backupRequested, this, &MainWindow::backupRequested);
    connect(care, &DeskCare::restoreRequested, this, &MainWindow::restoreRequested);
    connect(a.refresh, &QAction::triggered, this, &MainWindow::refreshRequested);
    connectFeeds();

    connect(a.keys, &QAction::triggered, m_keys, &KeysOverlay::toggle);
    connect(a.settings, &QAction::triggered, this, &MainWindow::openSettings);
    connect(a.about, &QAction::triggered, this, &MainWindow::openAbout);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_systemTheme, &SystemTheme::changed, this, &MainWindow::applyLookNow);
}

void MainWindow::connectFeeds()
{
    const auto chooseList = [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Import feeds"), {},
                                                          tr("Lists of feeds (*.opml *.xml);;All files (*)"));
        if (!path.isEmpty())
            Q_EMIT feedListRequested(path);
    };
    connect(m_actions->addFeeds, &QAction::triggered, this, &MainWindow::addFeedsRequested);
    connect(m_actions->importFeeds, &QAction::triggered, this, chooseList);
    connect(m_firstRun, &FirstRunPage::opmlRequested, this, chooseList);
    connect(m_actions->starterFeeds, &QAction::triggered, this, &MainWindow::starterPackRequested);
    connect(m_actions->rules, &QAction::triggered, this, &MainWindow::rulesRequested);
    connect(m_firstRun, &FirstRunPage::starterPackRequested, this, &MainWindow::starterPackRequested);
    connect(m_actions->exportFeeds, &QAction::triggered, this, [this] {
        const QString path = QFileDialog::getSaveFileName(this, tr("Export feeds"), u"feeds.opml"_s,
                                                          tr("Lists of feeds (*.opml)"));
        if (!path.isEmpty())
            Q_EMIT feedListExportRequested(path);
    });
    connect(m_sources, &SourcesFlow::feedsRefreshRequested, this, &MainWindow::feedsRefreshRequested);
    connect(m_sources, &SourcesFlow::siteOpenRequested, this, &MainWindow::openLink);
    connect(m_sources, &SourcesFlow::outletTableRequested, this, &MainWindow::outletTableRequested);
    connect(m_sources, &SourcesFlow::outletTableExportRequested, this,
            &MainWindow::outletTableExportRequested);
}

void MainWindow::showPageForDesk()
{
    const QueueCounts counts = m_desk.store().counts();
    const bool empty = counts.all == 0;
    // Once stories have shown, an undo down to none keeps the window as it is: the queue says that it is
    // empty.
    if (empty && m_pages->currentWidget() == m_splitter && m_desk.undoStack().count() > 0)
        return;
    m_pages->setCurrentWidget(empty ? static_cast<QWidget*>(m_firstRun) : m_splitter);
    updateStatus();
}

void MainWindow::restoreLayout()
{
    if (!restoreGeometry(m_settings.geometry))
        resize(1280, 800);
    resizeWithinScreen(*this, size());
    if (!m_splitter->restoreState(m_settings.splitter))
        m_splitter->setSizes({160, 360, 760});
    m_story->restoreState(m_settings.storyPanel);
    m_sources->restoreState(m_settings.sources);
}

/// Back to the view and the story at which the desk was left, however it was left.
void MainWindow::resume()
{
    const auto id = m_desk.store().storyWithUuid(QUuid(m_desk.store().setting(u"resume"_s)));
    m_queue->setOrder(m_settings.order, m_settings.orderDimension);
    QueueView view;
    view.kind = m_settings.view;
    if (m_desk.store().categories().contains(m_settings.category))
        view.category = m_settings.category;
    if (id)
        m_desk.setCurrent(*id);
    m_views->select(view);
    m_queue->showView(view);
    m_queue->focusList();
}

void MainWindow::applyLookNow()
{
    if (auto* application = qobject_cast<QApplication*>(QCoreApplication::instance()))
        applyLook(*application, m_settings.theme, m_systemTheme->isDark(), m_settings.fontSize);
}

void MainWindow::openSettings()
{
    auto* dialog = new SettingsDialog(m_desk, m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_settings = dialog->settings();
        m_settings.analyst = dialog->analyst();
        m_settings.save();
        m_desk.setAnalyst(dialog->analyst());
        applyDeskSettings(m_desk, dialog->deskSettings());
        applyLookNow();
        updateTitle();
    });
    connect(dialog, &SettingsDialog::categoriesRequested, this, [this, dialog] {
        auto* list =
            new CategoryDialog(m_desk.store().categories(), m_desk.store().counts().categories, dialog);
        list->setAttribute(Qt::WA_DeleteOnClose);
        connect(list, &QDialog::accepted, this, [this, list] {
            if (list->isChanged())
                changeCategories(m_desk, list->change());
        });
        list->open();
    });
    dialog->open();
}

void MainWindow::openAbout()
{
    auto* dialog = new AboutDialog(m_desk.store(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openLink(const QUrl& url)
{
    if (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)
        showError(
            {tr("Only web links open from here: %1").arg(url.toDisplayString()), ErrorCode::InvalidInput});
    else if (!QDesktopServices::openUrl(url))
        showError({tr("No program opens %1").arg(url.toDisplayString()), ErrorCode::Failed});
}

void MainWindow::showError(const Error& error)
{
    m_notice->showError(error);
    m_sources->showError(error);
}

void MainWindow::showInfo(const QString& sentence)
{
    m_notice->showInfo(sentence);
    m_sources->showInfo(sentence);
}

void MainWindow::previewImport(const ImportPlan& plan)
{
    auto* preview = new ImportPreview(plan, m_desk.method(), this);
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &QDialog::accepted, this, [this, preview] { m_desk.applyImport(preview->plan()); });
    preview->open();
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::updateTitle()
{
    const QString name = m_desk.store().setting(u"desk_name"_s);
    setWindowTitle(name.isEmpty() ? tr("Scoredesk") : tr("%1 — Scoredesk").arg(name));
}

void MainWindow::updateStatus()
{
    const QueueCounts counts = m_desk.store().counts();
    m_status->setText(tr("%n stories · signed by %1", nullptr, counts.all).arg(m_desk.analyst()));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // What is half typed counts, though its field was not left: not even by another window coming forward.
    if (QWidget* typing = focusWidget()) {
        QFocusEvent left(QEvent::FocusOut, Qt::OtherFocusReason);
        QCoreApplication::sendEvent(typing, &left);
    }
    m_settings.geometry = saveGeometry();
    m_settings.splitter = m_splitter->saveState();
    m_settings.storyPanel = m_story->saveState();
    m_settings.sources = m_sources->saveState();
    m_settings.order = m_queue->view().order;
    m_settings.orderDimension = m_queue->view().dimension;
    m_settings.save();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    Q_EMIT importDataRequested(event->mimeData());
}

} // namespace Scoredesk
