// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notifying/arrivalnews.h"
#include "app/notifying/desktopnotifier.h"

#include <QObject>

#include <memory>

namespace Scoredesk {

class Desk;
class MainWindow;
class RefreshService;

/// Tells by the desktop, once a refresh at most, of the stories with chosen tags that it brought; nothing
/// unless the settings say so. Whoever chooses the notification gets the window, at the first of them.
class ArrivalNotices : public QObject {
    Q_OBJECT

public:
    ArrivalNotices(Desk& desk, MainWindow& window, RefreshService& service,
                   std::unique_ptr<DesktopNotifier> notifier);
    ~ArrivalNotices() override;

private:
    void tell();
    void showFirst();

    Desk& m_desk;
    MainWindow& m_window;
    std::unique_ptr<DesktopNotifier> m_notifier;
    QList<StoryId> m_arrived; // of the refresh under way
    StoryId m_first = noStory;
};

} // namespace Scoredesk
