// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/newsroom.h"

#include "app/intake/intake.h"
#include "app/newsroom/arrivalnotices.h"
#include "app/newsroom/aside.h"
#include "app/newsroom/dailybackups.h"
#include "app/newsroom/feedadding.h"
#include "app/newsroom/feedlists.h"
#include "app/newsroom/linkintake.h"
#include "app/newsroom/outlettables.h"
#include "app/newsroom/refreshing.h"
#include "app/newsroom/retaining.h"
#include "app/newsroom/ruletrials.h"
#include "app/newsroom/singleinstance.h"
#include "storage/deskcontents.h"
#include "storage/store.h"
#include "ui/brief/exporter.h"
#include "ui/desk/desk.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowsettings.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QProgressDialog>
#include <QScopeGuard>
#include <QThreadPool>
#include <QUrl>

namespace Scoredesk {

using namespace Qt::StringLiterals;

/// Bytes of files above which the analyst is told that they are being read.
static constexpr qint64 longToRead = 2'000'000;

Newsroom::Newsroom(std::unique_ptr<Store> store)
    : m_store(std::move(store)),
      m_desk(std::make_unique<Desk>(*m_store, WindowSettings::load().analystName())),
      m_window(std::make_unique<MainWindow>(*m_desk))
{
    connectRequests();
    readFeeds();
    tellHowItOpened();
}

Newsroom::~Newsroom() = default;

Result<std::unique_ptr<Newsroom>> Newsroom::open(const QString& deskPath)
{
    auto store = Store::open(deskPath);
    if (!store)
        return tl::unexpected(store.error());
    return std::unique_ptr<Newsroom>(new Newsroom(std::move(*store)));
}

void Newsroom::connectRequests()
{
    connect(m_window.get(), &MainWindow::importFilesRequested, this, &Newsroom::importFiles);
    connect(m_window.get(), &MainWindow::importDataRequested, this, &Newsroom::importData);
    connect(m_window.get(), &MainWindow::sampleDeskRequested, this, &Newsroom::importSampleDesk);
    connect(m_window.get(), &MainWindow::deskExportRequested, this, &Newsroom::exportDesk);
    connect(m_window.get(), &MainWindow::backupRequested, this, &Newsroom::backup);
    connect(m_window.get(), &MainWindow::restoreRequested, this, &Newsroom::checkBackup);
}

void Newsroom::readFeeds()
{
    RefreshSetup setup;
    setup.deskPath = m_store->path();
    m_refreshing =
        std::make_unique<Refreshing>(*m_store, *m_window, std::make_unique<RefreshService>(std::move(setup)));
    m_arrivalNotices = std::make_unique<ArrivalNotices>(*m_desk, *m_window, m_refreshing->service(),
                                                        std::make_unique<DesktopNotifier>());
    m_ruleTrials = std::make_unique<RuleTrials>(*m_desk, *m_window);
    m_feedLists = std::make_unique<FeedLists>(*m_desk, *m_window);
    m_links = std::make_unique<LinkIntake>(*m_desk, *m_window);
    m_feedAdding = std::make_unique<FeedAdding>(*m_desk, *m_window, *m_feedLists, *m_links);
    m_outletTables = std::make_unique<OutletTables>(*m_desk, *m_window);
    m_dailyBackups = std::make_unique<DailyBackups>(*m_store, *m_window);
    m_retaining = std::make_unique<Retaining>(*m_store, *m_window, m_refreshing->service());
}

IntakeContext Newsroom::intakeContext() const
{
    return {*m_store, m_desk->analyst(), QDateTime::currentDateTimeUtc()};
}

/// Reads and plans beside the window, which shows the preview when it is ready.
template<typename Plan>
void Newsroom::planAside(Plan plan)
{
    runAside(m_store->path(), [plan = std::move(plan), analyst = m_desk->analyst()](const Store& store) {
        return plan(IntakeContext{store, analyst, QDateTime::currentDateTimeUtc()});
    }).then(this, [this](const Result<ImportPlan>& planned) { preview(planned); });
}

void Newsroom::importFiles(const QStringList& paths)
{
    qint64 bytes = 0;
    for (const QString& path : paths)
        bytes += QFileInfo(path).size();
    if (bytes > longToRead)
        m_window->showInfo(tr("Reading %n files …", nullptr, int(paths.size())));
    planAside([paths](const IntakeContext& context) { return planFromFiles(paths, context); });
}

void Newsroom::importData(const QMimeData* data)
{
    if (!data)
        return;
    QStringList files;
    QStringList links;
    const QList<QUrl> urls = data->urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            files.append(url.toLocalFile());
        else
            links.append(url.toString(QUrl::FullyEncoded));
    const QList<QUrl> pages = LinkIntake::linksOnly(links.isEmpty() ? data->text() : links.join(u'\n'));
    if (!files.isEmpty())
        importFiles(files);
    else if (!pages.isEmpty())
        m_links->takeLinks(pages);
    else if (data->hasText() && !data->text().trimmed().isEmpty())
        planAside([text = data->text(), origin = tr("clipboard")](const IntakeContext& context) {
            return planFromText(text, origin, context);
        });
    else if (data->hasHtml())
        planAside([html = data->html(), origin = tr("clipboard")](const IntakeContext& context) {
            return planFromHtml(html, origin, context);
        });
    else
        m_window->showInfo(tr("The clipboard holds no text. Copy a story or a link, then paste it here."));
}

void Newsroom::importSampleDesk()
{
    const auto plan = sampleDesk(intakeContext());
    if (plan)
        m_desk->applyImport(*plan); // no preview: the door says what comes, and one undo takes it out
    else
        m_window->showError(plan.error());
}

void Newsroom::preview(const Result<ImportPlan>& plan)
{
    if (plan)
        m_window->previewImport(*plan);
    else
        m_window->showError(plan.error());
}

void Newsroom::exportDesk(const QString& path)
{
    m_window->showInfo(tr("Exporting the whole desk …"));
    runAside(m_store->path(), [path](const Store& store) -> Result<QString> {
        const auto contents = contentsOf(store);
        if (!contents)
            return tl::unexpected(contents.error());
        return writeExport(path, deskToJson(*contents));
    }).then(this, [this, path](const Result<QString>& written) {
        if (written)
            m_window->showInfo(tr("The whole desk is in %1").arg(QDir::toNativeSeparators(path)));
        else
            m_window->showError(written.error());
    });
}

void Newsroom::backup(const QString& path)
{
    m_window->showInfo(tr("Backing up …"));
    runAside(m_store->path(), [path](const Store& store) {
        return store.backupTo(path);
    }).then(this, [this, path](const Result<void>& done) {
        if (done)
            m_window->showInfo(tr("Backed up to %1").arg(QDir::toNativeSeparators(path)));
        else
            m_window->showError(done.error());
    });
}

// Before anything is closed: what is no good leaves the desk open as it is. Nothing is edited meanwhile that
// would be gone with the desk.
void Newsroom::checkBackup(const QString& path)
{
    const QPointer<QProgressDialog> notice =
        new QProgressDialog(tr("Checking the backup …"), tr("Cancel"), 0, 0, m_window.get());
    notice->setObjectName(u"checkingBackup"_s);
    notice->setWindowModality(Qt::WindowModal);
    notice->setAutoReset(false);
    notice->setMinimumDuration(0);
    notice->show();
    Aside(QtConcurrent::run([path, desk = m_store->path()] {
        return Store::mayRestore(path, desk);
    })).then(this, [this, path, notice](const Result<void>& fit) {
        const bool givenUp = !notice || notice->wasCanceled();
        delete notice;
        if (givenUp)
            m_window->showInfo(tr("Nothing was restored."));
        else if (fit)
            Q_EMIT restoreReady(path);
        else
            m_window->showError({tr("Nothing was restored. %1").arg(fit.error().message), fit.error().code});
    });
}

Result<std::unique_ptr<Newsroom>> Newsroom::reopenRestored(std::unique_ptr<Newsroom> newsroom,
                                                           const QString& backup)
{
    const QString path = newsroom->m_store->path();
    // For a moment there is no window, which is no end of the program.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    const auto ended = qScopeGuard([] { QGuiApplication::setQuitOnLastWindowClosed(true); });
    newsroom->m_window->close(); // half-typed values count, and the layout is kept
    newsroom.reset();
    QThreadPool::globalInstance()->waitForDone(); // what runs aside has the desk open, too
    const auto replaced = Store::restore(backup, path);
    auto opened = open(path);
    if (!opened)
        return opened;
    MainWindow& window = (*opened)->window();
    if (!replaced)
        window.showError(
            {tr("Nothing was restored; this is the desk as it was. %1").arg(replaced.error().message),
             replaced.error().code});
    else
        window.showInfo(tr("This is the desk of the backup %1. The one it replaced is kept as %2")
                            .arg(QDir::toNativeSeparators(backup), QDir::toNativeSeparators(*replaced)));
    return opened;
}

void Newsroom::tellHowItOpened()
{
    const OpenReport& report = m_store->openReport();
    if (report.migratedFrom > 0)
        m_window->showInfo(tr("This desk was brought up to date. A copy of it as it was is in %1")
                               .arg(QDir::toNativeSeparators(report.backupBeforeMigration)));
    else if (report.uncleanShutdown)
        m_window->showInfo(tr("The last session ended without closing. The desk was checked and is sound."));
}

} // namespace Scoredesk
