// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace Scoredesk::Test {

/// The program itself with its window, offscreen, its settings and data in folders that are gone afterwards.
class WindowProgram {
public:
    /// Starts it on the desk.
    explicit WindowProgram(const QString& desk);
    /// Kills it if it still runs.
    ~WindowProgram();

    bool isRunning() const { return m_process.state() == QProcess::Running; }
    void signal(int number);
    /// Waits for its end; false where it does not come.
    bool ended();
    /// The exit code; -1 where a signal ended it.
    int exit() const;
    QByteArray told() { return m_process.readAllStandardError(); }

private:
    QTemporaryDir m_home;
    QProcess m_process;
};

} // namespace Scoredesk::Test
