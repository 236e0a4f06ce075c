// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QEvent>
#include <QList>
#include <QStringList>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace Scoredesk {

/// The event loop was held up: one event, with all that it set off, took longer than it may.
struct Stall {
    qint64 milliseconds = 0; ///< so far where it goes on
    bool goesOn = false;     ///< told while it lasts, once; its end is told as another
    /// What was being handled when it was noticed, the outermost first: "QToolButton#refresh
    /// MouseButtonRelease".
    QStringList where;

    QString text() const; ///< one line, for people
};

/// Notes when the event loop of a thread is held up, and by what, while it happens: a thread of its own looks
/// every few milliseconds at what the loop is handling.
///
/// enter() and leave() are called by the loop's own thread around each event, nested ones too; they cost two
/// uncontended locks. A loop within an event (a file dialog, a menu) is a loop of its own: that it waits
/// there is no stall. `tell` is called in the watching thread and must not wait for the loop.
class StallWatch {
public:
    StallWatch(std::chrono::milliseconds limit, std::function<void(const Stall&)> tell);
    ~StallWatch();
    StallWatch(const StallWatch&) = delete;
    StallWatch& operator=(const StallWatch&) = delete;

    /// `loop` is QThread::loopLevel().
    void enter(const QObject& receiver, QEvent::Type type, int loop = 1);
    void leave();

private:
    using Clock = std::chrono::steady_clock;

    struct Step {
        const char* receiver; ///< of its meta-object, which outlives it
        QByteArray name;
        QEvent::Type type;
        int loop;
        bool isOutermost; ///< of its loop
    };

    void watch();
    Stall stallAt(Clock::time_point now) const;

    const std::chrono::milliseconds m_limit;
    const std::function<void(const Stall&)> m_tell;
    std::mutex m_lock;
    std::condition_variable m_wake;
    QList<Step> m_steps; ///< being handled, the outermost first
    Clock::time_point m_since;
    bool m_isBusy = false;   ///< an event of the innermost loop is being handled since then
    QStringList m_seenWhere; ///< of the stall that goes on; empty where none does
    QList<Stall> m_ended;
    bool m_closing = false;
    std::thread m_thread;
};

} // namespace Scoredesk
