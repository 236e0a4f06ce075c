// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QObject>

class QWidget;

namespace Scoredesk {

class Desk;
class QueuePanel;
class WindowActions;

/// Carries the commands that take several selected stories together: tag, categorise, compare.
class BulkActs : public QObject {
    Q_OBJECT

public:
    /// All must outlive it; the window, its parent, does so by itself.
    BulkActs(Desk& desk, QueuePanel& queue, const WindowActions& actions, QWidget* window);

Q_SIGNALS:
    void told(const QString& sentence);
    void failed(const Scoredesk::Error& error);

private:
    void tag();
    void categorise();
    void compareSelected();

    Desk& m_desk;
    QueuePanel& m_queue;
    QWidget* m_window;
};

} // namespace Scoredesk
