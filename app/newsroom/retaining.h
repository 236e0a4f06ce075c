// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <memory>

namespace Scoredesk {

class MainWindow;
class RefreshService;
class Store;

/// Has stories removed that nobody touched for as long as the desk says: after each refresh and every hour,
/// beside the window.
class Retaining : public QObject {
    Q_OBJECT

public:
    Retaining(Store& store, MainWindow& window, RefreshService& service);
    /// What is under way ends with the stories that it is removing.
    ~Retaining() override;

    void removeExpired();

Q_SIGNALS:
    void ended(); ///< what removeExpired() began

private:
    Store& m_store;
    MainWindow& m_window;
    QTimer m_hourly;
    QString m_told;
    std::shared_ptr<std::atomic_bool> m_over = std::make_shared<std::atomic_bool>(false);
    bool m_running = false;
};

} // namespace Scoredesk
