// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/migration.h"

#include "storage/care/opening.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/sql/statement.h"
#include "storage/sql/transaction.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QFileInfo>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Bringing an older desk up to date, by a schema of one more version than is shipped.
class MigrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void shipsItsSchema();
    void migratesAfterABackup();
    void keepsTheBackupOfAnEarlierUpgrade();
    void takesBackAStepThatFails();
    void leavesItToWhoHasItOpen();
    void readerDoesNotMigrate();
    void learnsWhichStoriesNobodyTouched();

private:
    Schema m_next;
};

void MigrationTest::init()
{
    m_next = Schema::shipped();
    m_next.scripts.append(
        u"CREATE TABLE added (a TEXT); INSERT INTO added VALUES ('x;y');"
        "CREATE TRIGGER added_too AFTER INSERT ON added BEGIN DELETE FROM added; SELECT 1; END;"_s);
}

void MigrationTest::shipsItsSchema()
{
    QVERIFY(Schema::shipped().version() >= 1);
    QVERIFY(Schema::shipped().seed.contains(u"Reuters"_s));
}

void MigrationTest::migratesAfterABackup()
{
    StoreFixture desk;
    desk.open();
    const StoryId id = desk.add(fullDossier());
    desk.close();
    const int version = Schema::shipped().version();
    {
        const auto opened = openDesk(desk.path(), desk.options(), m_next);
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        QCOMPARE(opened->report.migratedFrom, version);
        QVERIFY(!opened->report.created);
        QCOMPARE(schemaVersion(*opened->connection), version + 1);
        Statement row(*opened->connection, u"SELECT a FROM added"_s);
        QVERIFY(row.next());
        QCOMPARE(row.text(0), u"x;y"_s);
        Statement story(*opened->connection, u"SELECT count(*) FROM story WHERE id = ?"_s, id);
        QVERIFY(story.next() && story.small(0) == 1);
        QCOMPARE(opened->report.backupBeforeMigration, desk.path() + u".before-v%1.bak"_s.arg(version + 1));
    }
    const QString backup = desk.path() + u".before-v%1.bak"_s.arg(version + 1);
    QVERIFY(QFileInfo::exists(backup));
    QCOMPARE(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    // This program's version of it is the backup, and it is whole.
    const auto old = need(Store::open(backup, desk.options()));
    QCOMPARE(withoutIds(*old->dossier(id)), fullDossier());
    QVERIFY(!old->openReport().uncleanShutdown);
    // And what was migrated is now of a later version.
    const auto refused = Store::open(desk.path());
    QCOMPARE(refused.error().code, ErrorCode::DeskNewer);
}

// An older desk that was restored is brought up again.
void MigrationTest::keepsTheBackupOfAnEarlierUpgrade()
{
    StoreFixture desk;
    desk.open();
    desk.add(plainDossier(u"One"_s));
    desk.close();
    const QString older = desk.beside(u"older.sqlite"_s);
    QVERIFY(QFile::copy(desk.path(), older));
    desk.open();
    desk.add(plainDossier(u"Two"_s));
    desk.close();
    QVERIFY(openDesk(desk.path(), desk.options(), m_next));
    QVERIFY(QFile::remove(desk.path()));
    QVERIFY(QFile::copy(older, desk.path()));
    const auto again = openDesk(desk.path(), desk.options(), m_next);
    QVERIFY(again);
    const QString name = desk.path() + u".before-v%1"_s.arg(m_next.version());
    QCOMPARE(again->report.backupBeforeMigration, name + u"-2.bak"_s);
    QCOMPARE(need(Store::open(name + u".bak"_s))->counts().all, 2);
    QCOMPARE(need(Store::open(name + u"-2.bak"_s))->counts().all, 1);
}

void MigrationTest::takesBackAStepThatFails()
{
    StoreFixture desk;
    desk.open();
    desk.add(fullDossier());
    desk.close();
    m_next.scripts.last() += u"INSERT INTO no_such_table VALUES (1);"_s;
    QVERIFY(!openDesk(desk.path(), desk.options(), m_next));
    Store& store = desk.open(); // still of this version
    QCOMPARE(store.counts().all, 1);
    QVERIFY(need(store.verify()).isEmpty());
}

void MigrationTest::leavesItToWhoHasItOpen()
{
    StoreFixture desk;
    desk.open();
    const auto refused = openDesk(desk.path(), desk.options(), m_next);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DeskLocked);
    QVERIFY(need(desk.store().verify()).isEmpty());
}

void MigrationTest::readerDoesNotMigrate()
{
    StoreFixture desk;
    desk.open();
    desk.close();
    StoreOptions options;
    options.mode = StoreOptions::Mode::Reader;
    const auto refused = openDesk(desk.path(), options, m_next);
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(u"earlier version"_s));
}

// Version 2 knew no touched stories: what it holds tells which somebody worked on.
void MigrationTest::learnsWhichStoriesNobodyTouched()
{
    constexpr qint64 web = 1'000'000'000'000; // milliseconds: 2001
    Schema second = Schema::shipped();
    second.scripts.resize(2);
    StoreFixture desk;
    {
        const auto old = openDesk(desk.path(), desk.options(), second);
        QVERIFY2(old, old ? "" : qPrintable(old.error().message));
        QCOMPARE(schemaVersion(*old->connection), 2);
        Statement(*old->connection, u"INSERT INTO analyst (id, name) VALUES (1, 'Ada')"_s).run();
        for (int id = 1; id <= 5; ++id) {
            Statement(*old->connection,
                      u"INSERT INTO story (id, uuid, headline, stage, added_at, changed_at, evidence_at, "
                      u"sort_at, articles, "
                      "own_words) VALUES (?, randomblob(16), 'H', ?, 1, 1, 1, 1, 1, ?)"_s,
                      id, id == 3 ? 1 : 0, id == 2)
                .run();
            Statement(
                *old->connection,
                u"INSERT INTO article (uuid, story_id, published_at, fetched_at) VALUES (randomblob(16), ?, ?, 1000000000007)"_s,
                id, id == 4 ? 0 : web + id * 10)
                .run();
        }
        Statement(*old->connection,
                  u"INSERT INTO feed (id, uuid, added_at, url, url_key) VALUES (1, randomblob(16), 1, "
                  "'https://a.example/feed', 'a.example/feed')"_s)
            .run();
        Statement(*old->connection, u"UPDATE article SET feed_id = 1, guid = '1' WHERE story_id = 1"_s).run();
        Statement(*old->connection, u"INSERT INTO change (story_id, at, analyst_id, field, old, new) "
                                    "VALUES (4, 1, 1, 'category', '', 'AI')"_s)
            .run();
        QVERIFY(!old->connection->takeFailure());
    }
    Store& store = desk.open();
    QCOMPARE(store.openReport().migratedFrom, 2);
    QVERIFY(need(store.verify()).isEmpty());
    QVERIFY(!store.feeds().byId(FeedId(1))->record.restUntil.isValid());
    const RemovedFeeds removed = need(store.feeds().remove({FeedId(1)}));
    QCOMPARE(removed.articles.first().size(), 1);
    const FeedId again = need(store.feeds().add({removed.feeds.first()})).first();
    QCOMPARE(need(store.intake().known(again, {u"1"_s})).size(), 1);
    const auto recent = need(store.intake().recent(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC), {}, 10, 10));
    QList<bool> touched;
    for (const RecentArticle& article : recent)
        touched.append(article.touched);
    QCOMPARE(touched, (QList<bool>{false, true, true, true, false}));
    QCOMPARE(need(store.queueRows({StoryId(5)})).first().lastSeen.toMSecsSinceEpoch(), web + 50);
    // Of 1970, which is no date: when it was fetched.
    QCOMPARE(need(store.queueRows({StoryId(4)})).first().firstSeen.toMSecsSinceEpoch(), web + 7);
}

QTEST_GUILESS_MAIN(MigrationTest)
#include "tst_migration.moc"
