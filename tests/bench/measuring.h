// SPDX-License-Identifier: GPL-3.0-or-later
// What the benches measure the running window with.
#pragma once

#include "storage/domain/result.h"

#include <QApplication>
#include <QByteArray>
#include <QElapsedTimer>
#include <QEvent>
#include <QFile>
#include <QList>
#include <QMetaObject>
#include <QTest>
#include <QThread>
#include <QWidget>

#include <algorithm>
#include <cstdio>

namespace Scoredesk::Test {

inline double percentile(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[qMin(values.size() - 1, qsizetype(double(values.size()) * share))];
}

inline double milliseconds(const QElapsedTimer& clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

/// From the key to the end of what it sets off, repaint included; milliseconds.
inline double press(QWidget& window, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QElapsedTimer clock;
    clock.start();
    QWidget* target = QApplication::focusWidget();
    QTest::sendKeyEvent(QTest::Click, target ? target : &window, key, QString(), modifiers);
    QCoreApplication::sendPostedEvents(); // layout and update requests of this very key
    QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents, 0);
    return milliseconds(clock);
}

inline void report(const char* what, const QList<double>& taken, const char* limit = "")
{
    std::printf("%-36s median %7.2f ms   99th percentile %7.2f ms   longest %7.2f ms   n %lld   %s\n", what,
                percentile(taken, 0.5), percentile(taken, 0.99), percentile(taken, 1),
                static_cast<long long>(taken.size()), limit);
}

/// A line of /proc/self/status that is in kB ("VmRSS", "VmHWM"), in MB; 0 where there is none.
inline double processMegabytes(const char* line)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray wanted = QByteArray(line) + ':';
    for (const QByteArray& entry : status.readAll().split('\n'))
        if (entry.startsWith(wanted))
            return entry.mid(wanted.size()).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

/// Times every event that the loop hands out, with all that it sets off.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    QList<double> taken; ///< milliseconds
    bool isMeasuring = false;
    double tellsAbove = 1e9; ///< prints events that take longer; milliseconds

    void measureAnew()
    {
        taken.clear();
        isMeasuring = true;
    }
    /// Of the events since measureAnew(); ends the measuring.
    double longest()
    {
        isMeasuring = false;
        return percentile(taken, 1);
    }

    bool notify(QObject* receiver, QEvent* event) override
    {
        if (!isMeasuring || m_depth > 0 || QThread::currentThread() != thread())
            return QApplication::notify(receiver, event);
        ++m_depth;
        const QByteArray who = receiver->metaObject()->className();
        const QEvent::Type what = event->type();
        QElapsedTimer clock;
        clock.start();
        const bool result = QApplication::notify(receiver, event);
        taken.append(milliseconds(clock));
        if (taken.last() > tellsAbove)
            std::printf("  an event of %.1f ms: %s, type %d\n", taken.last(), who.constData(), int(what));
        --m_depth;
        return result;
    }

private:
    int m_depth = 0;
};

} // namespace Scoredesk::Test
