// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace Scoredesk {

class Desk;
class MainWindow;
class OutletActs;

/// Tables of outlets in the window: read, previewed, taken in as one undo step, and written.
class OutletTables : public QObject {
    Q_OBJECT

public:
    OutletTables(Desk& desk, MainWindow& window);

    void importTable(const QString& path);
    void exportTable(const QString& path);

private:
    Desk& m_desk;
    MainWindow& m_window;
    OutletActs* m_acts;
};

} // namespace Scoredesk
