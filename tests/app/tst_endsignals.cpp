// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/endsignals.h"

#include "app/newsroom/singleinstance.h"
#include "storage/store.h"
#include "tests/support/samples.h"
#include "tests/support/windowprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Asked to end by the system, the windowed program closes its desk as its user would.
class EndSignalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsCleanlyWhenAskedTo_data();
    void endsCleanlyWhenAskedTo();
    void signalsReachTheEventLoop();
};

void EndSignalsTest::endsCleanlyWhenAskedTo_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("clean");
    QTest::newRow("SIGTERM") << SIGTERM << true;
    QTest::newRow("SIGINT") << SIGINT << true;
    QTest::newRow("SIGHUP") << SIGHUP << true;
    QTest::newRow("SIGKILL, which nobody can answer") << SIGKILL << false;
}

void EndSignalsTest::endsCleanlyWhenAskedTo()
{
    QFETCH(int, signal);
    QFETCH(bool, clean);
    const QTemporaryDir folder;
    const QString desk = folder.filePath(u"desk.sqlite"_s);
    {
        const auto store = Store::open(desk);
        QVERIFY(store);
        QVERIFY((*store)->addStories({Test::fullDossier()}, {u"Ada"_s, 0}));
    }
    Test::WindowProgram program(desk);
    QVERIFY(program.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(SingleInstance(desk).raiseOther(), 30'000); // its window is there
    program.signal(signal);
    QVERIFY(program.ended());
    QVERIFY2(program.exit() == (clean ? 0 : -1), program.told());
    const auto store = Store::open(desk);
    QVERIFY(store);
    QCOMPARE((*store)->openReport().uncleanShutdown, !clean);
    QCOMPARE((*store)->counts().all, 1);
}

void EndSignalsTest::signalsReachTheEventLoop()
{
    struct sigaction before {};
    QCOMPARE(sigaction(SIGTERM, nullptr, &before), 0);
    {
        EndSignals ends;
        QSignalSpy asked(&ends, &EndSignals::endRequested);
        QCOMPARE(std::raise(SIGTERM), 0);
        QCOMPARE(asked.size(), 0); // not from within the handler
        QTRY_COMPARE(asked.size(), 1);
        struct sigaction now {};
        QCOMPARE(sigaction(SIGTERM, nullptr, &now), 0);
        QVERIFY(now.sa_handler == SIG_DFL); // whoever insists is heard at once
    }
    struct sigaction after {};
    QCOMPARE(sigaction(SIGTERM, nullptr, &after), 0);
    QVERIFY(after.sa_handler == before.sa_handler);
    // What the program was started to ignore stays ignored.
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    QCOMPARE(sigaction(SIGHUP, &ignore, &before), 0);
    {
        EndSignals ends;
        QSignalSpy asked(&ends, &EndSignals::endRequested);
        QCOMPARE(std::raise(SIGHUP), 0);
        QTest::qWait(20);
        QCOMPARE(asked.size(), 0);
    }
    QCOMPARE(sigaction(SIGHUP, &before, nullptr), 0);
}

QTEST_GUILESS_MAIN(EndSignalsTest)
#include "tst_endsignals.moc"
