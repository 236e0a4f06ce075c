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
    /// Adds feeds as one undo step, and tells how many.
    void add(const QList<Subscription>& subscriptions);

private:
    void preview(const SubscribePlan& plan);

    Desk& m_desk;
    MainWindow& m_window;
};

} // namespace Scoredesk
