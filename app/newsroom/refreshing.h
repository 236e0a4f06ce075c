// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/refresh/refreshservice.h"

#include <QObject>

class QLabel;
class QProgressBar;
class QToolButton;

namespace Scoredesk {

class MainWindow;
class Store;

/// Reads feeds for the window: on its request and by itself. Shows how far it is in the status bar, and hands
/// what came to the window's store.
class Refreshing : public QObject {
    Q_OBJECT

public:
    Refreshing(Store& store, MainWindow& window, std::unique_ptr<RefreshService> service);
    ~Refreshing() override;

    RefreshService& service() { return *m_service; }

private:
    void makeStatus(MainWindow& window);
    void onStarted(int total);
    void onProgress(const RefreshProgress& progress);
    void onFinished(const RefreshSummary& summary);
    void showRunning(bool running);

    Store& m_store;
    MainWindow& m_window;
    std::unique_ptr<RefreshService> m_service;
    QLabel* m_text;
    QProgressBar* m_bar;
    QToolButton* m_stop;
    bool m_asked = false; // by a person, who wants to hear what came of it
};

} // namespace Scoredesk
