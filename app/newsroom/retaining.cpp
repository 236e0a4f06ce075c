// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/retaining.h"

#include "app/feeds/refresh/refreshservice.h"
#include "app/newsroom/aside.h"
#include "storage/care/retention.h"
#include "ui/window/mainwindow.h"

#include <QThread>

namespace Scoredesk {

using namespace std::chrono_literals;

/// Between two transactions, for whoever else wants to write: the analyst above all.
static constexpr int pauseMs = 50;

Retaining::Retaining(Store& store, MainWindow& window, RefreshService& service)
    : m_store(store), m_window(window)
{
    connect(&service, &RefreshService::finished, this, &Retaining::removeExpired);
    m_hourly.setInterval(1h);
    connect(&m_hourly, &QTimer::timeout, this, &Retaining::removeExpired);
    m_hourly.start();
}

Retaining::~Retaining()
{
    *m_over = true;
}

void Retaining::removeExpired()
{
    if (m_running)
        return;
    m_running = true;
    runAside(m_store.path(), StoreOptions::Mode::Intake, [over = m_over](Store& store) {
        RetentionStore& retention = store.retention();
        return retention.removeExpired(retention.keepDays(), [&over, isFirst = true]() mutable {
            if (!std::exchange(isFirst, false))
                QThread::msleep(pauseMs);
            return !*over;
        });
    }).then(this, [this](const Result<int>& removed) {
        m_running = false;
        const QString failure = removed ? QString() : removed.error().message;
        if (!removed && failure != m_told)
            m_window.showError(
                {tr("Stories that nobody touched were not removed. %1").arg(failure), removed.error().code});
        m_told = failure;
        m_store.noticeOtherWriters();
        Q_EMIT ended();
    });
}

} // namespace Scoredesk
