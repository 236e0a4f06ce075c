// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "tests/support/feeds/feedserver.h"
#include "tests/support/program.h"

#include <QJsonArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Commands that cannot do what they were asked to: interrupted, or on a desk that another program is
/// writing.
class CliEndsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refreshIsInterrupted_data();
    void refreshIsInterrupted();
    void tellsOfABusyDesk_data();
    void tellsOfABusyDesk();
};

namespace {

/// Milliseconds that a busy machine may take for what takes moments elsewhere.
constexpr int patience = 60'000;

/// Feeds that have been stored on a desk, which another program may have open.
int feedsReadOn(const QString& path)
{
    const auto store = Store::open(path, {.mode = StoreOptions::Mode::Reader});
    const QList<DeskFeed> feeds = store ? (*store)->feeds().all() : QList<DeskFeed>();
    return int(std::count_if(feeds.begin(), feeds.end(),
                             [](const DeskFeed& feed) { return feed.record.goodAt.isValid(); }));
}

} // namespace

void CliEndsTest::refreshIsInterrupted_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<bool>("json");
    QTest::addColumn<int>("exit");
    QTest::newRow("SIGINT") << SIGINT << false << 1;
    QTest::newRow("SIGTERM") << SIGTERM << false << 1;
    QTest::newRow("SIGTERM, told as JSON") << SIGTERM << true << 1;
    QTest::newRow("SIGKILL, which nobody can answer") << SIGKILL << false << -1;
}

void CliEndsTest::refreshIsInterrupted()
{
    QFETCH(int, signal);
    QFETCH(bool, json);
    QFETCH(int, exit);
    const ProgramDesk desk;
    FeedServer server;
    server.feed(u"/one"_s, rssOf(u"One"_s, 3));
    server.feed(u"/two"_s, rssOf(u"Two"_s, 4));
    // Under way for as long as a fetch may last, two minutes: no server that is silent would be waited for so
    // long.
    ServerAnswer endless;
    endless.body = QByteArray(30 * 1024 * 1024, ' ');
    endless.dripEvery = 100;
    endless.drop = 4096;
    server.answer(u"/endless"_s, endless);
    {
        const auto store = Store::open(desk.path());
        QVERIFY(store);
        for (const QString& path : {u"/one"_s, u"/two"_s, u"/endless"_s}) {
            DeskFeed feed;
            feed.url = server.url(path);
            QVERIFY((*store)->feeds().save(feed));
        }
    }
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString& name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s})
        environment.insert(name, desk.folder());
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(SCOREDESK_BINARY), QStringList{u"refresh"_s, u"--desk"_s, desk.path()} +
                                                        (json ? QStringList(u"--json"_s) : QStringList()));
    QTRY_COMPARE_WITH_TIMEOUT(feedsReadOn(desk.path()), 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(server.asked(u"/endless"_s), 1, patience);
    QVERIFY(program.state() == QProcess::Running);
    QCOMPARE(::kill(pid_t(program.processId()), signal), 0);
    QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, patience);
    const QByteArray out = program.readAllStandardOutput();
    const QByteArray err = program.readAllStandardError();
    QVERIFY2((program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1) == exit, err);
    if (exit >= 0) {
        QVERIFY2(err.contains("Interrupted. What was stored by then stays."), err);
        if (json) {
            const QJsonObject summary = QJsonDocument::fromJson(out).object()[u"summary"_s].toObject();
            QCOMPARE(summary[u"cancelled"_s].toInt(), 1);
            QCOMPARE(summary[u"added"_s].toInt(), 7);
        } else {
            QVERIFY2(out.contains("Feeds: 3 · new articles: 7"), out);
            QVERIFY2(out.contains("failed: 0"), out); // cancelled, not given up
        }
    }
    const auto store = Store::open(desk.path());
    QVERIFY(store);
    const auto faults = (*store)->verify();
    QVERIFY(faults && faults->isEmpty());
    for (const DeskFeed& feed : (*store)->feeds().all()) {
        const bool isWhole = !feed.url.endsWith("/endless"_L1);
        QCOMPARE(feed.record.goodAt.isValid(), isWhole); // of what it did not read it tells nothing
        QCOMPARE(feed.record.triedAt.isValid(), isWhole);
    }
}

void CliEndsTest::tellsOfABusyDesk_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("a story") << QStringList{u"state"_s, u"2"_s, u"shortlisted"_s};
    QTest::newRow("feeds") << QStringList{u"feed"_s, u"starter"_s};
    QTest::newRow("a refresh") << QStringList{u"refresh"_s};
}

void CliEndsTest::tellsOfABusyDesk()
{
    QFETCH(QStringList, arguments);
    const ProgramDesk desk;
    const auto store = Store::open(desk.path());
    QVERIFY(store);
    DeskFeed feed;
    feed.url = u"http://127.0.0.1:1/feed"_s;
    QVERIFY((*store)->feeds().save(feed));
    ProgramRun run;
    ProgramRun reading;
    const auto held = (*store)->transact([&]() -> Result<void> { // holds the lock on writing meanwhile
        feed.url = u"http://127.0.0.1:2/feed"_s;
        if (const auto saved = (*store)->feeds().save(feed); !saved)
            return tl::unexpected(saved.error());
        run = desk.run(arguments);
        reading = desk.run({u"list"_s});
        return {};
    });
    QVERIFY(held);
    QVERIFY2(run.exit == 1, run.told()); // it can be opened, as reading it shows; only nothing could be done
    QVERIFY2(run.err.contains("in use by another program"), run.told());
    QVERIFY2(run.out.isEmpty(), run.told());
    QCOMPARE(reading.exit, 0); // looking needs no lock
    QVERIFY(reading.out.contains("Second story"));
}

QTEST_GUILESS_MAIN(CliEndsTest)
#include "tst_cliends.moc"
