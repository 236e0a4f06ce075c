// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace Scoredesk {

class Desk;
class WindowActions;

/// Asks where the whole desk is to be exported or backed up to, and which backup is to take its place.
class DeskCare : public QObject {
    Q_OBJECT

public:
    /// All must outlive it; the window, its parent, does so by itself.
    DeskCare(Desk& desk, const WindowActions& actions, QWidget* window);

Q_SIGNALS:
    void exportRequested(const QString& path);
    void backupRequested(const QString& path);
    void restoreRequested(const QString& backup);

private:
    void chooseExport();
    void chooseBackup();
    void chooseRestore();

    Desk& m_desk;
    QWidget* m_window;
};

} // namespace Scoredesk
