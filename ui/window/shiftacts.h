// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/handover.h"
#include "storage/domain/result.h"

#include <QObject>

class QAction;
class QWidget;

namespace Scoredesk {

class Desk;
class WindowActions;
struct WindowSettings;

/// Begins and ends the analyst's shift, and hands over what was done in it as a file.
class ShiftActs : public QObject {
    Q_OBJECT

public:
    /// All must outlive it; the window, its parent, does so by itself.
    ShiftActs(Desk& desk, const WindowActions& actions, const WindowSettings& settings, QWidget* window);

    /// When the analyst's last shift ended, UTC; invalid where none has.
    QDateTime lastEnd() const;

Q_SIGNALS:
    void lastEndChanged(const QDateTime& end);
    void told(const QString& sentence);
    void failed(const Scoredesk::Error& error);

private:
    bool isRunning() const;
    void toggle();
    /// What stands in the span goes into a file that is asked for.
    void handOver(const QDateTime& from, const QDateTime& to);
    void write(const Handover& handover, const QString& path);
    void nameAction();

    Desk& m_desk;
    const WindowSettings& m_settings;
    QAction* m_action;
    QWidget* m_window;
};

} // namespace Scoredesk
