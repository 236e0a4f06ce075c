// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/secrets/keychainsecrets.h"
#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "tests/support/program.h"

#include <QDBusConnection>
#include <QDBusServer>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// A machine without a keychain: what is missing is told, and nothing is kept elsewhere.
class KeychainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsWhatIsMissing_data();
    void tellsWhatIsMissing();
    void keepsNothingWithoutABus();
    void fetchTellsItToo();
    void looksWithoutWaiting_data();
    void looksWithoutWaiting();
};

/// Answers what a bus is asked for names, in the thread of the test: who waits for it without an event loop
/// gets no answer.
class FakeBus : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.DBus")

public:
    QStringList running;
    QStringList startable;

public Q_SLOTS:
    QStringList ListNames() const { return running; }              // NOLINT(readability-identifier-naming)
    QStringList ListActivatableNames() const { return startable; } // NOLINT(readability-identifier-naming)
};

void KeychainTest::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
}

void KeychainTest::tellsWhatIsMissing_data()
{
    QTest::addColumn<bool>("hasBus");
    QTest::addColumn<bool>("hasService");
    QTest::addColumn<QString>("missing");
    QTest::addColumn<QString>("todo");
    QTest::newRow("no bus") << false << false << u"no D-Bus"_s << u"desktop session"_s;
    QTest::newRow("no service") << true << false << u"No keychain runs"_s << u"start GNOME Keyring"_s;
    QTest::newRow("both are there") << true << true << QString() << QString();
}

void KeychainTest::tellsWhatIsMissing()
{
    QFETCH(bool, hasBus);
    QFETCH(bool, hasService);
    QFETCH(QString, missing);
    QFETCH(QString, todo);
    const QString told = keychainFault(hasBus, hasService);
    QCOMPARE(told.isEmpty(), missing.isEmpty());
    QVERIFY2(told.contains(missing) && told.contains(todo), qPrintable(told));
    QVERIFY(told.count(u'.') <= 1); // a sentence
}

static ProgramDesk deskWithFeed(FeedId* id, const QString& url)
{
    ProgramDesk desk;
    const auto store = Store::open(desk.path());
    DeskFeed feed;
    feed.url = url;
    feed.ownTitle = u"Wire"_s;
    const auto saved = store ? (*store)->feeds().save(feed) : Result<FeedId>(tl::unexpected(store.error()));
    if (!saved)
        qFatal("cannot make a test's feed");
    *id = *saved;
    return desk;
}

void KeychainTest::keepsNothingWithoutABus()
{
    FeedId id{};
    const ProgramDesk desk = deskWithFeed(&id, u"https://wire.example/feed"_s);
    const ProgramRun run =
        desk.run({u"feed"_s, u"login"_s, u"Wire"_s, u"--user"_s, u"ada"_s}, "correct-horse-battery\n");
    QCOMPARE(run.exit, 1);
    QVERIFY2(run.err.contains("no D-Bus"), run.told());
    QVERIFY2(run.out.isEmpty(), run.told());
    {
        const auto store = Store::open(desk.path(), {.mode = StoreOptions::Mode::Reader});
        QVERIFY(store);
        QVERIFY(!(*store)->feeds().byId(id)->hasSecret);
    }
    const QStringList files = QDir(desk.folder()).entryList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString& name : files) {
        QFile file(desk.file(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("correct-horse"), qPrintable(name));
    }
}

void KeychainTest::fetchTellsItToo()
{
    FeedId id{};
    const ProgramDesk desk = deskWithFeed(&id, u"http://127.0.0.1:1/feed"_s);
    {
        const auto store = Store::open(desk.path());
        QVERIFY(store);
        DeskFeed feed = *(*store)->feeds().byId(id);
        feed.hasSecret = true; // given on another machine
        QVERIFY((*store)->feeds().save(feed));
    }
    const ProgramRun run = desk.run({u"refresh"_s});
    QCOMPARE(run.exit, 1);
    QVERIFY2(run.err.contains("Wire") && run.err.contains("no D-Bus"), run.told());
}

void KeychainTest::looksWithoutWaiting_data()
{
    QTest::addColumn<QStringList>("running");
    QTest::addColumn<QStringList>("startable");
    QTest::addColumn<bool>("isThere");
    const QStringList others = {u"org.freedesktop.DBus"_s, u":1.1"_s};
    QTest::newRow("GNOME Keyring runs")
        << QStringList(others + QStringList{u"org.freedesktop.secrets"_s}) << others << true;
    QTest::newRow("KWallet would start")
        << others << QStringList(others + QStringList{u"org.kde.kwalletd5"_s}) << true;
    QTest::newRow("neither") << others << others << false;
}

void KeychainTest::looksWithoutWaiting()
{
    QFETCH(QStringList, running);
    QFETCH(QStringList, startable);
    QFETCH(bool, isThere);
    FakeBus fake;
    fake.running = running;
    fake.startable = startable;
    QDBusServer server(u"unix:tmpdir=/tmp"_s);
    if (!server.isConnected())
        QSKIP("Nothing can listen as a bus here.");
    server.setAnonymousAuthenticationAllowed(true);
    QObject::connect(&server, &QDBusServer::newConnection, &fake, [&fake](QDBusConnection connection) {
        connection.registerObject(u"/org/freedesktop/DBus"_s, &fake, QDBusConnection::ExportAllSlots);
    });
    const QString name = u"tst_keychain"_s;
    const QDBusConnection bus = QDBusConnection::connectToPeer(server.address(), name);
    QVERIFY(bus.isConnected());
    QObject context;
    QList<bool> answers;
    lookForKeychain(bus, &context, [&answers](bool found) { answers.append(found); });
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, 30'000);
    QCOMPARE(answers.first(), isThere);
    QDBusConnection::disconnectFromPeer(name);
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "tst_keychain.moc"
