// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/deskfile.h"
#include "storage/sql/connection.h"
#include "storage/sql/statement.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The care of the file: backup, verification, restoring and salvage.
class CareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void backsUpWhileInUse();
    void replacesAnOlderBackup();
    void refusesBackups();
    void findsEachKindOfDamage_data();
    void findsEachKindOfDamage();
    void restores();
    void restoresWhereThereIsNone();
    void keepsTheLogOfWhatItReplaces();
    void refusesToRestore();
    void refusesToRestoreUnderAnOpenDesk();
    void refusesToRestoreUnderASecondOpener();
    void restoresOverADamagedDesk();
    void salvagesASoundDesk();
    void salvagesAroundDamage();
    void rebuildsLostStories();
    void refusesToSalvage();

private:
    static void runSql(const QString& path, const QStringList& statements);
    static void overwrite(const QString& path, qint64 at, const QByteArray& bytes);

    std::unique_ptr<StoreFixture> m_desk;
};

void CareTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
}

void CareTest::runSql(const QString& path, const QStringList& statements)
{
    const auto connection = need(Connection::open(path, {}));
    for (const QString& sql : statements) {
        Statement statement(*connection, sql);
        while (statement.next()) {
        }
    }
    if (const auto failure = connection->takeFailure())
        QFAIL(qPrintable(failure->message));
}

void CareTest::overwrite(const QString& path, qint64 at, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

void CareTest::backsUpWhileInUse()
{
    const StoryId id = m_desk->add(fullDossier());
    const QString backup = m_desk->beside(u"new/folder/backup.sqlite"_s);
    need(m_desk->store().backupTo(backup));
    m_desk->edit(id, StoryField::Headline, u"After the backup"_s);
    QCOMPARE(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(QDir(QFileInfo(backup).path()).entryList(QDir::Files), QStringList({u"backup.sqlite"_s}));
    const auto copy = need(Store::open(backup));
    QVERIFY(withoutIds(*copy->dossier(id)) == fullDossier());
    QVERIFY(!copy->openReport().uncleanShutdown);
    QCOMPARE(copy->deskId(), m_desk->store().deskId());
    QVERIFY(need(copy->verify()).isEmpty());
}

void CareTest::replacesAnOlderBackup()
{
    const QString backup = m_desk->beside(u"backup.sqlite"_s);
    need(m_desk->store().backupTo(backup));
    m_desk->add(plainDossier(u"One"_s));
    need(m_desk->store().backupTo(backup));
    QCOMPARE(need(Store::open(backup))->counts().all, 1);
}

void CareTest::refusesBackups()
{
    m_desk->add(plainDossier(u"One"_s));
    QVERIFY(!m_desk->store().backupTo(m_desk->path()));
    QVERIFY(QFile::link(m_desk->path(), m_desk->beside(u"link"_s)));
    QVERIFY(!m_desk->store().backupTo(m_desk->beside(u"link"_s)));
    QVERIFY(!m_desk->store().backupTo(QFileInfo(m_desk->path()).path()));
    QVERIFY(!m_desk->store().backupTo(u"/proc/nowhere/backup.sqlite"_s));
    QVERIFY(!m_desk->store().transact([this] { return m_desk->store().backupTo(m_desk->beside(u"b"_s)); }));
    QVERIFY(!QFileInfo::exists(m_desk->beside(u"b"_s)));
    QCOMPARE(m_desk->store().counts().all, 1);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void CareTest::findsEachKindOfDamage_data()
{
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<QString>("says");
    QTest::newRow("a tally") << QStringList({u"UPDATE tally SET n = n + 1 WHERE scope = 'all'"_s})
                             << u"The count kept for all 0 is 2, but there are 1 stories."_s;
    QTest::newRow("a tally of nothing") << QStringList({u"INSERT INTO tally VALUES ('stage', 2, 5)"_s})
                                        << u"The count kept for stage 2 is 5, but there are 0 stories."_s;
    QTest::newRow("a reference") << QStringList({u"PRAGMA foreign_keys = OFF"_s,
                                                 u"UPDATE card SET analyst_id = 99"_s})
                                 << u"refers to a row of analyst that is not there."_s;
    QTest::newRow("coverage") << QStringList({u"UPDATE story SET articles = 7"_s})
                              << u"counts 7 articles, but has 3."_s;
    QTest::newRow("search") << QStringList({u"DROP TRIGGER story_search_update"_s,
                                            u"UPDATE story SET headline = 'unindexed'"_s})
                            << u"story_search does not agree"_s;
    QTest::newRow("an index")
        << QStringList({u"PRAGMA writable_schema = ON"_s,
                        u"UPDATE sqlite_master SET sql = 'CREATE INDEX story_by_newest ON story "
                        "(changed_at, id)' WHERE name = 'story_by_newest'"_s})
        << u"SQLite reports:"_s;
}

void CareTest::findsEachKindOfDamage()
{
    QFETCH(QStringList, statements);
    QFETCH(QString, says);
    m_desk->add(fullDossier());
    QVERIFY(need(m_desk->store().verify()).isEmpty());
    m_desk->close();
    runSql(m_desk->path(), statements);
    const QStringList problems = need(m_desk->open().verify());
    QVERIFY2(problems.filter(says).size() >= 1, qPrintable(problems.join(u'\n')));
    StoreOptions reading; // as the command line verifies
    reading.mode = StoreOptions::Mode::Reader;
    const QStringList read = need(need(Store::open(m_desk->path(), reading))->verify());
    QVERIFY2(read.filter(says).size() >= 1, qPrintable(read.join(u'\n')));
    QCOMPARE(m_desk->store().counts().incoming, 1); // the desk goes on working
}

void CareTest::restores()
{
    const StoryId id = m_desk->add(fullDossier());
    const QString backup = m_desk->beside(u"backup.sqlite"_s);
    need(m_desk->store().backupTo(backup));
    m_desk->edit(id, StoryField::Headline, u"After the backup"_s);
    m_desk->close();
    const QString aside = need(Store::restore(backup, m_desk->path()));
    QVERIFY(QFileInfo(aside).fileName().startsWith(u"desk.sqlite.replaced-"_s));
    QVERIFY(QFileInfo::exists(backup));
    QCOMPARE(m_desk->open().story(id)->headline, fullDossier().story.headline);
    QVERIFY(!m_desk->store().openReport().uncleanShutdown);
    QCOMPARE(QFile::permissions(m_desk->path()) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QCOMPARE(need(Store::open(aside))->story(id)->headline, u"After the backup"_s);
    m_desk->close();
    QVERIFY(need(Store::restore(backup, m_desk->path())) != aside); // twice within a second
}

void CareTest::restoresWhereThereIsNone()
{
    m_desk->add(plainDossier(u"One"_s));
    const QString backup = m_desk->beside(u"backup.sqlite"_s);
    need(m_desk->store().backupTo(backup));
    const QString target = m_desk->beside(u"elsewhere/desk.sqlite"_s);
    QCOMPARE(need(Store::restore(backup, target)), QString());
    QCOMPARE(need(Store::open(target))->counts().all, 1);
}

void CareTest::keepsTheLogOfWhatItReplaces()
{
    need(m_desk->store().backupTo(m_desk->beside(u"backup.sqlite"_s)));
    const StoryId id = m_desk->add(plainDossier(u"Only in the log"_s));
    // As a killed process leaves it: a desk and its log, no lock.
    const QString killed = m_desk->beside(u"killed.sqlite"_s);
    QVERIFY(QFile::copy(m_desk->path(), killed));
    QVERIFY(QFile::copy(walPath(m_desk->path()), walPath(killed)));
    const QString aside = need(Store::restore(m_desk->beside(u"backup.sqlite"_s), killed));
    QCOMPARE(need(Store::open(killed))->counts().all, 0);
    QCOMPARE(need(Store::open(aside))->story(id)->headline, u"Only in the log"_s);
}

void CareTest::refusesToRestore()
{
    m_desk->add(plainDossier(u"Still here"_s));
    const QString backup = m_desk->beside(u"backup.sqlite"_s);
    for (int i = 0; i < 40; ++i)
        m_desk->add(plainDossier(u"Story %1"_s.arg(i)));
    need(m_desk->store().backupTo(backup));
    m_desk->close();
    QCOMPARE(Store::restore(m_desk->beside(u"missing"_s), m_desk->path()).error().code, ErrorCode::NotFound);
    QVERIFY(!Store::restore(m_desk->path(), m_desk->path()));
    const QString letter = m_desk->beside(u"letter.txt"_s);
    QFile text(letter);
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("no desk");
    text.close();
    QVERIFY(!Store::restore(letter, m_desk->path()));
    runSql(backup, {u"PRAGMA user_version = 999"_s});
    QCOMPARE(Store::restore(backup, m_desk->path()).error().code, ErrorCode::DeskNewer);
    runSql(backup, {u"PRAGMA user_version = 1"_s});
    overwrite(backup, QFileInfo(backup).size() / 2, QByteArray(8192, '\x33'));
    const auto damaged = Store::restore(backup, m_desk->path());
    QVERIFY(!damaged);
    QCOMPARE(damaged.error().code, ErrorCode::DeskDamaged);
    QCOMPARE(m_desk->open().counts().all, 41); // untouched by all of it
    QVERIFY(QDir(QFileInfo(backup).path()).entryList({u"*.replaced-*"_s, u"*.restoring*"_s}).isEmpty());
}

void CareTest::refusesToRestoreUnderAnOpenDesk()
{
    const QString backup = m_desk->beside(u"backup.sqlite"_s);
    need(m_desk->store().backupTo(backup));
    const auto refused = Store::restore(backup, m_desk->path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DeskLocked);
    QVERIFY(refused.error().message.contains(u"Close it"_s));
}

// It works without the lock of the first.
void CareTest::refusesToRestoreUnderASecondOpener()
{
    const QString backup = m_desk->beside(u"backup.sqlite"_s);
    need(m_desk->store().backupTo(backup));
    const StoryId id = m_desk->add(plainDossier(u"Since the backup"_s));
    auto second = need(Store::open(m_desk->path(), m_desk->options()));
    m_desk->close();
    const auto refused = Store::restore(backup, m_desk->path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DeskLocked);
    QVERIFY(QDir(QFileInfo(backup).path()).entryList({u"*.replaced-*"_s, u"*.restoring*"_s}).isEmpty());
    need(second->applyEdits({{id, StoryField::Headline, {}, u"Still written"_s, {}}}, {u"Bea"_s}));
    second.reset();
    const QString aside = need(Store::restore(backup, m_desk->path()));
    QCOMPARE(m_desk->open().counts().all, 0);
    QCOMPARE(need(Store::open(aside))->story(id)->headline, u"Still written"_s);
}

void CareTest::restoresOverADamagedDesk()
{
    m_desk->add(plainDossier(u"One"_s));
    const QString backup = m_desk->beside(u"backup.sqlite"_s);
    need(m_desk->store().backupTo(backup));
    m_desk->close();
    overwrite(m_desk->path(), 0, QByteArray(8192, '\x33'));
    need(Store::restore(backup, m_desk->path()));
    QCOMPARE(m_desk->open().counts().all, 1);
}

void CareTest::salvagesASoundDesk()
{
    Dossier full = fullDossier();
    full.overrules[u"headline-number"_s] = u"so"_s;
    const StoryId id = m_desk->add(full);
    m_desk->edit(id, StoryField::Summary, u"Edited"_s);
    need(m_desk->store().recordExport({id}, {{}, u"Ada"_s, u"pdf"_s, u"/x"_s, u"00"_s, {}, {}}));
    need(m_desk->store().setSetting(u"paper"_s, u"A4"_s));
    const Dossier before = *m_desk->store().dossier(id);
    const QUuid desk = m_desk->store().deskId();
    m_desk->close();
    const QString into = m_desk->beside(u"saved.sqlite"_s);
    const SalvageReport report = need(Store::salvage(m_desk->path(), into));
    QVERIFY2(report.sentences.contains(u"Saved: 1 stories."_s), qPrintable(report.sentences.join(u'\n')));
    QVERIFY(report.sentences.filter(u"lost"_s).isEmpty());
    QVERIFY(report.isWhole);
    QCOMPARE(report.lost, 0);
    QCOMPARE(QFile::permissions(into) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto saved = need(Store::open(into));
    QVERIFY(*saved->dossier(id) == before);
    QCOMPARE(saved->deskId(), desk);
    QCOMPARE(saved->setting(u"paper"_s), u"A4"_s);
    QVERIFY(need(saved->verify()).isEmpty());
    QueueView view;
    view.search = u"edited"_s;
    QCOMPARE(saved->queuePage(view, {}, 10)->ids, QList<StoryId>({id}));
}

void CareTest::salvagesAroundDamage()
{
    QList<Dossier> dossiers;
    for (int i = 0; i < 400; ++i) {
        dossiers.append(plainDossier(u"Story %1"_s.arg(i)));
        dossiers.last().story.summary = u"words "_s.repeated(80);
    }
    const auto ids = need(m_desk->store().addStories(dossiers, {u"Ada"_s}));
    m_desk->close();
    // One leaf in the middle of the stories.
    QFile file(m_desk->path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    file.close();
    const qint64 page = bytes.indexOf("Story 200");
    QVERIFY(page > 0);
    overwrite(m_desk->path(), page / 4096 * 4096, QByteArray(4096, '\x5a'));

    const QString into = m_desk->beside(u"saved.sqlite"_s);
    const SalvageReport report = need(Store::salvage(m_desk->path(), into));
    const auto saved = need(Store::open(into));
    const int count = saved->counts().all;
    QVERIFY2(count >= 380 && count < 400,
             qPrintable(report.sentences.join(u'\n'))); // all but those of one page
    QCOMPARE(report.lost, 400 - count);
    QVERIFY(!report.isWhole);
    QVERIFY2(!report.sentences.filter(u"stories; %1 could not be read"_s.arg(400 - count)).isEmpty(),
             qPrintable(report.sentences.join(u'\n')));
    QVERIFY(saved->story(ids.first()));
    QVERIFY(saved->story(ids.last()));
    QVERIFY(need(saved->verify()).isEmpty());
}

void CareTest::rebuildsLostStories()
{
    const StoryId edited = m_desk->add(fullDossier());
    m_desk->edit(edited, StoryField::Headline, u"As last written"_s);
    Dossier other = plainDossier(u"Never edited"_s);
    Article article;
    article.title = u"As the outlet had it"_s;
    other.articles = {article};
    const StoryId unedited = m_desk->add(other);
    m_desk->close();
    runSql(m_desk->path(),
           {u"PRAGMA foreign_keys = OFF"_s, u"DELETE FROM story"_s, u"DELETE FROM analyst"_s});
    const QString into = m_desk->beside(u"saved.sqlite"_s);
    const SalvageReport report = need(Store::salvage(m_desk->path(), into));
    QVERIFY(!report.isWhole && report.lost >= 2);
    QVERIFY2(!report.sentences.filter(u"2 stories whose own rows are lost"_s).isEmpty(),
             qPrintable(report.sentences.join(u'\n')));
    const auto saved = need(Store::open(into));
    QCOMPARE(saved->story(edited)->headline, u"As last written"_s);
    QCOMPARE(saved->story(unedited)->headline, u"As the outlet had it"_s);
    QCOMPARE(saved->dossier(edited)->coverage, fullDossier().coverage);
    QCOMPARE(saved->dossier(edited)->cards.first().cells.size(), 7);
    QVERIFY(saved->queueRows({edited})->first().impactLow);
    QVERIFY(need(saved->verify()).isEmpty());
}

void CareTest::refusesToSalvage()
{
    m_desk->close();
    QCOMPARE(Store::salvage(m_desk->path(), m_desk->path()).error().code, ErrorCode::InvalidInput);
    QCOMPARE(Store::salvage(m_desk->beside(u"missing"_s), m_desk->beside(u"into"_s)).error().code,
             ErrorCode::NotFound);
    QVERIFY(!QFileInfo::exists(m_desk->beside(u"into"_s)));
}

QTEST_GUILESS_MAIN(CareTest)
#include "tst_care.moc"
