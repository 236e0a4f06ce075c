// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>
#include <csignal>

class QSocketNotifier;

namespace Scoredesk {

/// Turns the system's requests to end (SIGTERM, SIGINT, SIGHUP) into a Qt signal of the GUI thread.
///
/// One at a time, in the thread that runs the event loop; needs an application. A second request of the same
/// kind ends the program at once, as it would without this. One that the program was started to ignore
/// (nohup) stays ignored. Where the system gives no pipe, all stays as it was.
class EndSignals : public QObject {
    Q_OBJECT

public:
    explicit EndSignals(QObject* parent = nullptr);
    ~EndSignals() override;

Q_SIGNALS:
    void endRequested();

private:
    struct Replaced {
        int number = 0;
        bool isReplaced = false;
        struct sigaction before {};
    };

    std::array<Replaced, 3> m_replaced;
    std::array<int, 2> m_pipe{-1, -1};
    QSocketNotifier* m_notifier = nullptr;
};

} // namespace Scoredesk
