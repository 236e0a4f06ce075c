// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/refreshing.h"

#include "storage/store.h"
#include "ui/window/mainwindow.h"

#include <QLabel>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

namespace Scoredesk {

using namespace Qt::StringLiterals;

Refreshing::Refreshing(Store& store, MainWindow& window, std::unique_ptr<RefreshService> service)
    : m_store(store),
      m_window(window),
      m_service(std::move(service)),
      m_text(new QLabel(&window)),
      m_bar(new QProgressBar(&window)),
      m_stop(new QToolButton(&window))
{
    makeStatus(window);
    connect(&window, &MainWindow::refreshRequested, this, [this] {
        m_asked = true;
        m_service->refreshAll();
    });
    connect(&window, &MainWindow::feedsRefreshRequested, this, [this](const QList<FeedId>& feeds) {
        m_asked = true;
        m_service->refreshFeeds(feeds);
    });
    connect(m_stop, &QToolButton::clicked, m_service.get(), &RefreshService::cancel);
    connect(m_service.get(), &RefreshService::started, this, &Refreshing::onStarted);
    connect(m_service.get(), &RefreshService::progressed, this, &Refreshing::onProgress);
    connect(m_service.get(), &RefreshService::deskChanged, this, [this] { m_store.noticeOtherWriters(); });
    connect(m_service.get(), &RefreshService::finished, this, &Refreshing::onFinished);
    connect(m_service.get(), &RefreshService::failed, this, [this](const Error& error) {
        m_asked = false;
        showRunning(false);
        m_text->clear();
        m_window.showError(error);
    });
    connect(&m_store, &Store::feedsChanged, m_service.get(), &RefreshService::feedsMoved);
    m_service->setAutomatic(true);
}

Refreshing::~Refreshing() = default;

void Refreshing::makeStatus(MainWindow& window)
{
    m_text->setObjectName(u"refreshText"_s);
    m_text->setContentsMargins(0, 0, window.fontMetrics().averageCharWidth(), 0); // off the window's edge
    m_bar->setObjectName(u"refreshBar"_s);
    m_bar->setAccessibleName(tr("Feeds read"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(window.fontMetrics().averageCharWidth() * 20);
    m_bar->setMaximumHeight(window.fontMetrics().height());
    m_stop->setObjectName(u"refreshStop"_s);
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("Stop refreshing; what has been read stays"));
    m_stop->setAutoRaise(true);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_bar), static_cast<QWidget*>(m_stop)})
        window.statusBar()->addPermanentWidget(widget);
    showRunning(false);
}

void Refreshing::showRunning(bool running)
{
    m_bar->setVisible(running);
    m_stop->setVisible(running);
}

void Refreshing::onStarted(int total)
{
    m_bar->setRange(0, qMax(1, total));
    showRunning(total > 0);
    if (total == 0 && std::exchange(m_asked, false))
        m_window.showInfo(tr("This desk reads no feeds yet. The menu Feeds adds some."));
}

void Refreshing::onProgress(const RefreshProgress& progress)
{
    m_bar->setValue(progress.done);
    QString text = tr("Refreshing %1/%2").arg(progress.done).arg(progress.total);
    if (progress.failed > 0)
        text += u" · "_s + tr("%n feed(s) failing", nullptr, progress.failed);
    m_text->setText(text);
    m_text->setToolTip(progress.inFlight.join(u'\n').toHtmlEscaped());
}

void Refreshing::onFinished(const RefreshSummary& summary)
{
    showRunning(false);
    m_text->setToolTip({});
    if (!std::exchange(m_asked, false) && summary.added == 0 && summary.failed == 0)
        return m_text->clear(); // by itself, and nothing to tell
    QString text = summary.added > 0 ? tr("%n new article(s)", nullptr, summary.added) : tr("Nothing new");
    if (summary.failed > 0)
        text += u" · "_s + tr("%n feed(s) failing", nullptr, summary.failed);
    m_text->setText(text);
}

} // namespace Scoredesk
