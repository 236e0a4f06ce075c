// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace Scoredesk {

/// Sees to it that a desk has one window: a second start on the same file raises the first one's and ends.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    /// `deskPath` need not exist yet. Different paths to one file (links, relative ones) count as one.
    explicit SingleInstance(const QString& deskPath, QObject* parent = nullptr);

    /// True where another window holds the desk, be it busy or not; it has then been asked to come forward.
    /// Waits at most a second.
    bool raiseOther();
    /// Answers for this desk from now on. False where the system gives no local socket: then nothing is
    /// guarded.
    bool listen();

Q_SIGNALS:
    void raiseRequested();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace Scoredesk
