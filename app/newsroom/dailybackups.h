// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

namespace Scoredesk {

class MainWindow;
class Store;

/// Has the desk backed up once a day while its window is open, beside the window.
class DailyBackups : public QObject {
    Q_OBJECT

public:
    DailyBackups(const Store& store, MainWindow& window);

    /// Makes today's backup where there is none and the desk's setting does not say otherwise. A failure is
    /// told once, until a backup is made or another thing fails.
    void check();

Q_SIGNALS:
    void checked(); ///< one that check() began has ended

private:
    const Store& m_store;
    MainWindow& m_window;
    QTimer m_timer;
    QString m_told;
    bool m_running = false;
};

} // namespace Scoredesk
