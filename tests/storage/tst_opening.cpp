// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/deskfile.h"
#include "storage/care/migration.h"
#include "storage/care/opening.h"
#include "storage/sql/connection.h"
#include "storage/sql/statement.h"
#include "storage/store.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// What opening does to a file, and what it refuses to touch.
class OpeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void createsPrivateFiles();
    void tightensACopy();
    void keepsIdAcrossOpening();
    void refusesANewerDesk_data();
    void refusesANewerDesk();
    void refusesWhatIsNoDesk_data();
    void refusesWhatIsNoDesk();
    void finishesAFirstStartThatWasKilled();
    void tellsAnUncleanShutdown();
    void leavesTheMarkerToTheFirst();
    void takesTheLockWhenTheFirstHasGone();
    void tellsDamageAfterACrash();
    void readsOnly();
    void readerCreatesNothing();
    void readerLeavesNothingBehind();
    void readerLeavesTheLogInUse();
    void namesTheDefaultPath();

private:
    static QByteArray bytes(const QString& path);
    static void runSql(const QString& path, const QString& sql);
};

QByteArray OpeningTest::bytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void OpeningTest::runSql(const QString& path, const QString& sql)
{
    const auto connection = need(Connection::open(path, {}));
    Statement statement(*connection, sql);
    QVERIFY(statement.run());
}

static bool isPrivate(const QString& path)
{
    return (QFile::permissions(path) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther |
                                        QFile::WriteOther)) == QFile::Permissions();
}

void OpeningTest::createsPrivateFiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a/b/desk.sqlite"_s);
    const auto store = need(Store::open(path));
    need(store->addStories({plainDossier(u"One"_s)}, {u"Ada"_s}));
    QVERIFY(store->openReport().created);
    for (const QString& file : {path, walPath(path), shmPath(path)}) {
        QVERIFY2(QFileInfo::exists(file), qPrintable(file));
        QVERIFY2(isPrivate(file), qPrintable(file));
    }
    const auto granted = QFile::permissions(folder.filePath(u"a"_s));
    QVERIFY(granted & QFile::ExeOwner);
    QVERIFY(!(granted & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)));
}

void OpeningTest::tightensACopy()
{
    StoreFixture desk;
    desk.open();
    desk.close();
    QFile::setPermissions(desk.path(),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    desk.open();
    QVERIFY(isPrivate(desk.path()));
}

void OpeningTest::keepsIdAcrossOpening()
{
    StoreFixture desk;
    const QUuid id = desk.open().deskId();
    QVERIFY(!id.isNull());
    QCOMPARE(desk.open().deskId(), id);
    QVERIFY(!desk.store().openReport().created);
    QVERIFY(!desk.store().openReport().uncleanShutdown);
    QCOMPARE(desk.store().path(), desk.path());
}

void OpeningTest::refusesANewerDesk_data()
{
    QTest::addColumn<StoreOptions::Mode>("mode");
    QTest::newRow("analyst") << StoreOptions::Mode::Analyst;
    QTest::newRow("reader") << StoreOptions::Mode::Reader;
}

void OpeningTest::refusesANewerDesk()
{
    QFETCH(StoreOptions::Mode, mode);
    StoreFixture desk;
    desk.open();
    desk.close();
    runSql(desk.path(), u"PRAGMA user_version = 999"_s);
    const QByteArray before = bytes(desk.path());
    const QDateTime time = QFileInfo(desk.path()).lastModified();
    StoreOptions options;
    options.mode = mode;
    const auto refused = Store::open(desk.path(), options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DeskNewer);
    QVERIFY(refused.error().message.contains(u"later version"_s));
    QCOMPARE(bytes(desk.path()), before);
    QCOMPARE(QFileInfo(desk.path()).lastModified(), time);
    QVERIFY(!QFileInfo::exists(walPath(desk.path())));
}

void OpeningTest::refusesWhatIsNoDesk_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << QByteArray("Dear reader, this is a letter and no desk.");
    QTest::newRow("long text") << QByteArray(5000, 'x');
    QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("another program's database") << QByteArray();
}

void OpeningTest::refusesWhatIsNoDesk()
{
    QFETCH(QByteArray, content);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    if (content.isEmpty()) {
        runSql(path, u"CREATE TABLE other (a)"_s);
    } else {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const QByteArray before = bytes(path);
    const QDateTime time = QFileInfo(path).lastModified();
    const auto refused = Store::open(path);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"not a Scoredesk desk"_s),
             qPrintable(refused.error().message));
    QCOMPARE(bytes(path), before);
    QCOMPARE(QFileInfo(path).lastModified(), time);
    QVERIFY(!Store::open(folder.path()));
    QVERIFY(!Store::open({}));
}

void OpeningTest::finishesAFirstStartThatWasKilled()
{
    StoreFixture desk;
    QFile file(desk.path());
    QVERIFY(file.open(QIODevice::WriteOnly)); // the file was made, and nothing more
    file.close();
    QVERIFY(desk.open().openReport().created);
    desk.close();
    QFile::remove(desk.path());
    runSql(desk.path(), u"PRAGMA journal_mode = WAL"_s); // a header, but no schema
    QVERIFY(desk.open().openReport().created);
    QVERIFY(need(desk.store().verify()).isEmpty());
}

void OpeningTest::tellsAnUncleanShutdown()
{
    StoreFixture desk;
    desk.open();
    desk.close();
    runSql(desk.path(), u"UPDATE desk SET clean = 0"_s);
    QVERIFY(desk.open().openReport().uncleanShutdown);
    QVERIFY(!desk.open().openReport().uncleanShutdown);
}

void OpeningTest::leavesTheMarkerToTheFirst()
{
    StoreFixture desk;
    Store& first = desk.open();
    {
        const auto second = need(Store::open(desk.path(), desk.options()));
        QVERIFY(!second->openReport().uncleanShutdown); // although the first has not closed
        need(second->addStories({plainDossier(u"From the second"_s)}, {u"Ada"_s}));
    }
    QCOMPARE(first.counts().all, 1);
    const auto connection = need(Connection::open(desk.path(), {.readOnly = true}));
    Statement clean(*connection, u"SELECT clean FROM desk"_s);
    QVERIFY(clean.next());
    QVERIFY(!clean.flag(0)); // the second has not marked it
}

void OpeningTest::takesTheLockWhenTheFirstHasGone()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.sqlite"_s);
    auto first = need(Store::open(path));
    const auto second = need(Store::open(path));
    QVERIFY(first->backupTo(folder.filePath(u"backup.sqlite"_s)));
    second->noticeOtherWriters();
    first.reset();
    second->noticeOtherWriters();
    // As of a window that stays open: nobody may put another file under it, and only its own end is a clean
    // one.
    const auto restored = Store::restore(folder.filePath(u"backup.sqlite"_s), path);
    QVERIFY(!restored);
    QCOMPARE(restored.error().code, ErrorCode::DeskLocked);
    const auto connection = need(Connection::open(path, {}));
    Statement clean(*connection, u"SELECT clean FROM desk"_s);
    QVERIFY(clean.next());
    QCOMPARE(clean.integer(0), 0);
}

void OpeningTest::tellsDamageAfterACrash()
{
    StoreFixture desk;
    desk.open();
    for (int i = 0; i < 200; ++i)
        desk.add(plainDossier(u"Story %1"_s.arg(i)));
    desk.close();
    runSql(desk.path(), u"UPDATE desk SET clean = 0"_s);
    QFile file(desk.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const qint64 page = 4096;
    for (qint64 at = file.size() / 2 / page * page; at < file.size() * 3 / 4; at += page) {
        file.seek(at);
        file.write(QByteArray(int(page), '\x5a'));
    }
    file.close();
    const auto damaged = Store::open(desk.path());
    QVERIFY(!damaged);
    QCOMPARE(damaged.error().code, ErrorCode::DeskDamaged);
    QVERIFY(damaged.error().message.contains(u"scoredesk restore"_s));
    QVERIFY(damaged.error().message.contains(u"scoredesk salvage"_s));
    QVERIFY(damaged.error().message.contains(desk.path()));
}

void OpeningTest::readsOnly()
{
    StoreFixture desk;
    Store& writer = desk.open();
    const StoryId id = desk.add(fullDossier());
    StoreOptions options;
    options.mode = StoreOptions::Mode::Reader;
    const auto reader = need(Store::open(desk.path(), options));
    QCOMPARE(reader->story(id)->headline, fullDossier().story.headline);
    const auto refused = reader->applyEdits({{id, StoryField::Headline, {}, u"No"_s, {}}}, {u"Ada"_s});
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"read-only"_s), qPrintable(refused.error().message));
    QCOMPARE(writer.story(id)->headline, fullDossier().story.headline);
    QVERIFY(need(reader->verify()).isEmpty());
}

void OpeningTest::readerCreatesNothing()
{
    StoreFixture desk;
    StoreOptions options;
    options.mode = StoreOptions::Mode::Reader;
    const auto missing = Store::open(desk.path(), options);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QVERIFY(!QFileInfo::exists(desk.path()));
    QVERIFY(!Store::open(u":memory:"_s, options));
}

void OpeningTest::readerLeavesNothingBehind()
{
    StoreFixture desk;
    desk.open();
    const StoryId id = desk.add(fullDossier());
    desk.close();
    StoreOptions options;
    options.mode = StoreOptions::Mode::Reader;
    QVERIFY(need(Store::open(desk.path(), options))->story(id).has_value());
    QVERIFY2(!QFileInfo::exists(desk.path() + u"-wal"_s) && !QFileInfo::exists(desk.path() + u"-shm"_s),
             "a look at the desk left files beside it");
}

void OpeningTest::readerLeavesTheLogInUse()
{
    StoreFixture desk;
    desk.open();
    const StoryId id = desk.add(fullDossier());
    desk.close();
    StoreOptions options;
    options.mode = StoreOptions::Mode::Reader;
    auto reader = need(Store::open(desk.path(), options));
    Store& writer = desk.open(); // comes while the reader looks
    need(writer.applyEdits({{id, StoryField::Headline, {}, u"Written meanwhile"_s, {}}}, {u"Ada"_s}));
    reader.reset();
    QVERIFY(QFileInfo::exists(desk.path() + u"-wal"_s));
    need(writer.applyEdits({{id, StoryField::Summary, {}, u"And after"_s, {}}}, {u"Ada"_s}));
    reader = need(Store::open(desk.path(), options));
    QCOMPARE(reader->story(id)->headline, u"Written meanwhile"_s);
    QCOMPARE(reader->story(id)->summary, u"And after"_s);
}

void OpeningTest::namesTheDefaultPath()
{
    QStandardPaths::setTestModeEnabled(true);
    QVERIFY(Store::defaultPath().endsWith(u"/scoredesk/desk.sqlite"_s));
    QStandardPaths::setTestModeEnabled(false);
}

QTEST_GUILESS_MAIN(OpeningTest)
#include "tst_opening.moc"
