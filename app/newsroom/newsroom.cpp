// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/newsroom.h"

#include "app/intake/intake.h"
#include "app/newsroom/refreshing.h"
#include "app/newsroom/singleinstance.h"
#include "storage/deskcontents.h"
#include "storage/store.h"
#include "ui/brief/exporter.h"
#include "ui/desk/desk.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowsettings.h"

#include <QDir>
#include <QMimeData>
#include <QUrl>

namespace Scoredesk {

using namespace Qt::StringLiterals;

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
}

void Newsroom::readFeeds()
{
    RefreshSetup setup;
    setup.deskPath = m_store->path();
    m_refreshing =
        std::make_unique<Refreshing>(*m_store, *m_window, std::make_unique<RefreshService>(std::move(setup)));
}

IntakeContext Newsroom::intakeContext() const
{
    return {*m_store, m_desk->analyst(), QDateTime::currentDateTimeUtc()};
}

void Newsroom::importFiles(const QStringList& paths)
{
    preview(planFromFiles(paths, intakeContext()));
}

void Newsroom::importData(const QMimeData* data)
{
    if (!data)
        return;
    QStringList files;
    const QList<QUrl> urls = data->urls();
    for (const QUrl& url : urls)
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    if (!files.isEmpty())
        importFiles(files);
    else if (data->hasText() && !data->text().trimmed().isEmpty())
        preview(planFromText(data->text(), tr("clipboard"), intakeContext()));
    else if (data->hasHtml())
        preview(planFromHtml(data->html(), tr("clipboard"), intakeContext()));
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
    const auto contents = contentsOf(*m_store);
    if (!contents) {
        m_window->showError(contents.error());
        return;
    }
    const auto written = writeExport(path, deskToJson(*contents));
    if (written)
        m_window->showInfo(tr("The whole desk is in %1").arg(QDir::toNativeSeparators(path)));
    else
        m_window->showError(written.error());
}

void Newsroom::backup(const QString& path)
{
    const auto done = m_store->backupTo(path);
    if (done)
        m_window->showInfo(tr("Backed up to %1").arg(QDir::toNativeSeparators(path)));
    else
        m_window->showError(done.error());
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
