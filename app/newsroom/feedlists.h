// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/subscribe/subscribeplan.h"

#include <QObject>

namespace Scoredesk {

class Desk;
class MainWindow;

/// Lists of feeds in the window: OPML files and the starter pack, previewed, added as one undo step, and
/// written.
class FeedLists : public QObject {
    Q_OBJECT

public:
    FeedLists(Desk& desk, MainWindow& window);

    void importList(const QString& path);
    void offerStarterPack();
    void exportList(const QString& path);

private:
    void preview(const SubscribePlan& plan);
    void add(const QList<Subscription>& subscriptions);

    Desk& m_desk;
    MainWindow& m_window;
};

} // namespace Scoredesk
