// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/dailybackups.h"

#include "app/newsroom/aside.h"
#include "ui/desk/desksteps.h"
#include "ui/window/mainwindow.h"

namespace Scoredesk {

using namespace std::chrono_literals;

DailyBackups::DailyBackups(const Store& store, MainWindow& window) : m_store(store), m_window(window)
{
    // Not while the window comes up and feeds are read for the first time.
    m_timer.setInterval(45s); // but before a short session ends
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_timer.setInterval(1h); // a window that is open for days sees each of them begin
        check();
    });
    m_timer.start();
}

void DailyBackups::check()
{
    if (m_running || !deskSettings(m_store).dailyBackups)
        return;
    m_running = true;
    runAside(m_store.path(), [](const Store& store) {
        return store.backUpDaily();
    }).then(this, [this](const Result<QString>& made) {
        m_running = false;
        const QString failure = made ? QString() : made.error().message;
        if (!made && failure != m_told)
            m_window.showError(
                {tr("Today's automatic backup was not made. %1").arg(failure), made.error().code});
        m_told = failure;
        Q_EMIT checked();
    });
}

} // namespace Scoredesk
