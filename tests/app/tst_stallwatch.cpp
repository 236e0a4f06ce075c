// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stalls/stallwatch.h"

#include <QObject>
#include <QTest>
#include <QThread>

using namespace Scoredesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Long events are noted with what they were at, short ones are not.
class StallWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_told.clear(); }
    void shortEventsAreNoStall();
    void longOneIsToldWhileAndAfter();
    void innermostIsNamed();
    void manyShortOnesInOneAreAStall();
    void loopWithinAnEventIsNoStall();

private:
    std::function<void(const Stall&)> tell()
    {
        return [this](const Stall& stall) {
            const std::lock_guard lock(m_lock);
            m_told.append(stall);
        };
    }
    QList<Stall> told()
    {
        const std::lock_guard lock(m_lock);
        return m_told;
    }

    std::mutex m_lock;
    QList<Stall> m_told;
};

void StallWatchTest::shortEventsAreNoStall()
{
    QObject receiver;
    {
        // So long a limit that no machine takes it for these, however busy.
        StallWatch watch(60s, tell());
        for (int i = 0; i < 1000; ++i) {
            watch.enter(receiver, QEvent::Timer);
            watch.leave();
        }
    }
    QCOMPARE(told().size(), 0);
}

void StallWatchTest::longOneIsToldWhileAndAfter()
{
    QObject receiver;
    receiver.setObjectName(u"slowButton"_s);
    StallWatch watch(20ms, tell());
    watch.enter(receiver, QEvent::MouseButtonRelease);
    QTRY_COMPARE(told().size(), 1);
    QVERIFY(told().first().goesOn);
    QCOMPARE(told().first().where, QStringList(u"QObject#slowButton MouseButtonRelease"_s));
    QThread::msleep(60);
    QCOMPARE(told().size(), 1); // once, however long it lasts
    watch.leave();
    QTRY_COMPARE(told().size(), 2);
    QVERIFY(!told().last().goesOn);
    QVERIFY(told().last().milliseconds >= 60);
    QVERIFY2(told().last().text().contains(u"slowButton"_s), qPrintable(told().last().text()));
    // The next is another.
    watch.enter(receiver, QEvent::Timer);
    QTRY_COMPARE(told().size(), 3);
    watch.leave();
}

void StallWatchTest::innermostIsNamed()
{
    QObject outer;
    QObject inner;
    outer.setObjectName(u"outer"_s);
    inner.setObjectName(u"inner"_s);
    StallWatch watch(20ms, tell());
    watch.enter(outer, QEvent::Timer);
    watch.enter(inner, QEvent::Paint);
    QTRY_COMPARE(told().size(), 1);
    watch.leave();
    watch.leave();
    QTRY_COMPARE(told().size(), 2);
    const QStringList where = {u"QObject#outer Timer"_s, u"QObject#inner Paint"_s};
    QCOMPARE(told().first().where, where);
    QCOMPARE(told().last().where, where); // it was left by then, but is what took the time
}

void StallWatchTest::manyShortOnesInOneAreAStall()
{
    QObject receiver;
    {
        StallWatch watch(20ms, tell());
        watch.enter(receiver, QEvent::MetaCall);
        for (int i = 0; i < 30; ++i) {
            watch.enter(receiver, QEvent::Paint);
            QThread::msleep(2);
            watch.leave();
        }
        watch.leave();
    }
    QVERIFY(!told().isEmpty());
    QVERIFY(told().last().milliseconds >= 60);
}

// A menu or a file dialog waits for its user within the event that opened it.
void StallWatchTest::loopWithinAnEventIsNoStall()
{
    QObject opener;
    QObject inDialog;
    inDialog.setObjectName(u"inDialog"_s);
    {
        StallWatch watch(20ms, tell());
        watch.enter(opener, QEvent::MouseButtonRelease, 1);
        watch.enter(inDialog, QEvent::Paint, 2);
        watch.leave();
        QThread::msleep(80); // nobody does anything
        QCOMPARE(told().size(), 0);
        watch.enter(inDialog, QEvent::Timer, 2);
        QTRY_COMPARE(told().size(), 1); // but what holds up the dialog is told
        watch.leave();
        QTRY_COMPARE(told().size(), 2);
        watch.leave();
        watch.enter(opener, QEvent::Timer, 1);
        watch.leave();
    }
    QCOMPARE(told().size(), 2);
    QVERIFY(told().last().where.last().contains(u"inDialog"_s));
}

QTEST_GUILESS_MAIN(StallWatchTest)
#include "tst_stallwatch.moc"
