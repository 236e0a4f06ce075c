// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/domain/result.h"

#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace Scoredesk {

class Desk;
class QueuePanel;
class WindowActions;

/// Carries the triage commands to the selected stories: act, and advance to the next.
class Triage : public QObject {
    Q_OBJECT

public:
    /// All must outlive it; the window, its parent, does so by itself.
    Triage(Desk& desk, QueuePanel& queue, const WindowActions& actions, QWidget* window);

Q_SIGNALS:
    void failed(const Scoredesk::Error& error);
    /// The current story was not made ready, for a reason that is its own.
    void held(const Scoredesk::Error& error);

private:
    void actAndAdvance(QAction* action, const std::function<void(const QList<StoryId>&)>& deed);
    void spike(const QString& reason);
    void askSpikeReason();
    void makeReady();
    void tellHeld(const QList<StoryId>& ids);

    Desk& m_desk;
    QueuePanel& m_queue;
    QWidget* m_window;
    bool m_anyHeld = false;
};

} // namespace Scoredesk
