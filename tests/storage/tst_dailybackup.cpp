// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/dailybackup.h"
#include "storage/sql/connection.h"
#include "storage/sql/statement.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <unistd.h>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Backups that the program makes by itself: when, which of them stay, and which may be restored.
class DailyBackupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void choosesWhatGoes_data();
    void choosesWhatGoes();
    void staysWithinItsNumber();
    void isMadeOnceADay();
    void clockSetBackRemovesNothing();
    void removesOnlyItsOwn();
    void clearsWhatWasLeftUnfinished();
    void failsInWords_data();
    void failsInWords();
    void tellsWhatMayBeRestored_data();
    void tellsWhatMayBeRestored();

private:
    QString folder() const { return m_desk->beside(u"backups"_s); }
    void put(const QString& name) const;
    QStringList names() const
    {
        return QDir(folder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
    }

    std::unique_ptr<StoreFixture> m_desk; // its day is 2026-04-20, a Monday
};

static QDate day(const QString& text)
{
    return QDate::fromString(text, Qt::ISODate);
}

static QList<QDate> days(const QString& last, int count)
{
    QList<QDate> list;
    for (int i = 0; i < count; ++i)
        list.append(day(last).addDays(-i));
    return list;
}

void DailyBackupTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
}

void DailyBackupTest::put(const QString& name) const
{
    QDir().mkpath(folder());
    QFile file(folder() + u'/' + name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x");
}

void DailyBackupTest::choosesWhatGoes_data()
{
    QTest::addColumn<QList<QDate>>("there"); // today is 2026-04-20
    QTest::addColumn<QList<QDate>>("removed");
    QTest::newRow("none") << QList<QDate>() << QList<QDate>();
    QTest::newRow("seven days") << days(u"2026-04-20"_s, 7) << QList<QDate>();
    QTest::newRow("the eighth is its week's") << days(u"2026-04-20"_s, 8) << QList<QDate>();
    QTest::newRow("seven that are not in a row")
        << QList<QDate>{day(u"2026-04-20"_s), day(u"2026-04-01"_s), day(u"2026-03-01"_s),
                        day(u"2026-02-01"_s), day(u"2026-01-01"_s), day(u"2025-12-01"_s),
                        day(u"2025-01-01"_s)}
        << QList<QDate>();
    QTest::newRow("the older of a week")
        << days(u"2026-04-20"_s, 7) + QList<QDate>{day(u"2026-04-09"_s), day(u"2026-04-08"_s)}
        << QList<QDate>{day(u"2026-04-08"_s)};
    QTest::newRow("Sunday and Monday are of two weeks")
        << days(u"2026-04-20"_s, 7) + QList<QDate>{day(u"2026-04-06"_s), day(u"2026-04-05"_s)}
        << QList<QDate>();
    QTest::newRow("the fifth week") << days(u"2026-04-20"_s, 7) +
                                           QList<QDate>{day(u"2026-04-09"_s), day(u"2026-04-02"_s),
                                                        day(u"2026-03-26"_s), day(u"2026-03-19"_s),
                                                        day(u"2026-03-12"_s)}
                                    << QList<QDate>{day(u"2026-03-12"_s)};
    QTest::newRow("in no order") << QList<QDate>{day(u"2026-04-08"_s), day(u"2026-04-09"_s)} +
                                        days(u"2026-04-20"_s, 7)
                                 << QList<QDate>{day(u"2026-04-08"_s)};
    QTest::newRow("days to come take no place")
        << days(u"2026-04-20"_s, 7) + QList<QDate>{day(u"2030-01-01"_s), day(u"2026-04-21"_s)}
        << QList<QDate>();
}

void DailyBackupTest::choosesWhatGoes()
{
    QFETCH(const QList<QDate>, there);
    QFETCH(const QList<QDate>, removed);
    QCOMPARE(daysToRemove(there, day(u"2026-04-20"_s)), removed);
}

// A desk of a year: the list is full after some weeks, and then each day takes the place of another.
void DailyBackupTest::staysWithinItsNumber()
{
    QList<QDate> there;
    for (QDate today = day(u"2026-01-01"_s); today < day(u"2027-01-01"_s); today = today.addDays(1)) {
        there.append(today);
        for (const QDate& gone : daysToRemove(there, today))
            there.removeAll(gone);
        QVERIFY2(there.size() <= 11, qPrintable(today.toString(Qt::ISODate)));
    }
    QCOMPARE(there, QList<QDate>({day(u"2026-12-06"_s), day(u"2026-12-13"_s), day(u"2026-12-20"_s),
                                  day(u"2026-12-24"_s), day(u"2026-12-25"_s), day(u"2026-12-26"_s),
                                  day(u"2026-12-27"_s), day(u"2026-12-28"_s), day(u"2026-12-29"_s),
                                  day(u"2026-12-30"_s), day(u"2026-12-31"_s)}));
}

void DailyBackupTest::isMadeOnceADay()
{
    m_desk->add(fullDossier());
    const QString made = need(m_desk->store().backUpDaily());
    QCOMPARE(made, folder() + u"/desk.sqlite.auto-2026-04-20.bak"_s);
    QCOMPARE(made, dailyBackupPath(m_desk->path(), day(u"2026-04-20"_s)));
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(made) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(folder()) & others, QFile::Permissions());
    QCOMPARE(need(Store::open(made))->counts().all, 1);
    const QDateTime written = QFileInfo(made).lastModified();
    m_desk->now = QDateTime::fromString(u"2026-04-20T23:59:59Z"_s, Qt::ISODate);
    QCOMPARE(need(m_desk->store().backUpDaily()), QString());
    QCOMPARE(QFileInfo(made).lastModified(), written);
    m_desk->now = m_desk->now.addSecs(1);
    QVERIFY(need(m_desk->store().backUpDaily()).contains(u"2026-04-21"_s));
    const QList<DailyBackup> listed = dailyBackups(m_desk->path());
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed.first().day, day(u"2026-04-21"_s));
    QCOMPARE(listed.last(), (DailyBackup{made, day(u"2026-04-20"_s), QFileInfo(made).size()}));
}

void DailyBackupTest::clockSetBackRemovesNothing()
{
    for (int i = 0; i < 9; ++i) {
        m_desk->now = m_desk->now.addDays(1);
        need(m_desk->store().backUpDaily());
    }
    const QStringList before = names();
    m_desk->now = m_desk->now.addDays(-1); // a day that has its backup
    QCOMPARE(need(m_desk->store().backUpDaily()), QString());
    QCOMPARE(names(), before);
    m_desk->now = m_desk->now.addYears(-10);
    QVERIFY(!need(m_desk->store().backUpDaily()).isEmpty());
    QCOMPARE(need(m_desk->store().backUpDaily()), QString()); // once, not at every look
    QCOMPARE(names().size(), before.size() + 1);
}

void DailyBackupTest::removesOnlyItsOwn()
{
    const QStringList strangers = {u"desk.sqlite.auto-2020-01-01.bak.old"_s,
                                   u"other.sqlite.auto-2020-01-02.bak"_s,
                                   u"desk.sqlite.auto-2020-13-45.bak"_s,
                                   u"desk.sqlite.auto-20-1-1.bak"_s,
                                   u"desk-2020-01-03.sqlite"_s,
                                   u"desk.sqlite"_s,
                                   u"Desk.sqlite.auto-2020-01-04.bak"_s};
    for (const QString& name : strangers)
        put(name);
    QVERIFY(QDir(folder()).mkdir(u"desk.sqlite.auto-2020-01-05.bak"_s));
    QVERIFY(QFile::link(m_desk->path(), folder() + u"/desk.sqlite.auto-2020-01-06.bak"_s));
    for (int i = 1; i <= 60; ++i)
        put(u"desk.sqlite.auto-%1.bak"_s.arg(m_desk->now.date().addDays(-i).toString(Qt::ISODate)));
    need(m_desk->store().backUpDaily());
    for (const QString& name : strangers)
        QVERIFY2(QFileInfo::exists(folder() + u'/' + name), qPrintable(name));
    QVERIFY(QFileInfo(folder() + u"/desk.sqlite.auto-2020-01-05.bak"_s).isDir());
    QVERIFY(QFileInfo(folder() + u"/desk.sqlite.auto-2020-01-06.bak"_s).isSymLink());
    QCOMPARE(dailyBackups(m_desk->path()).size(), 11);
    QVERIFY(QFileInfo::exists(m_desk->path()));
}

void DailyBackupTest::clearsWhatWasLeftUnfinished()
{
    put(u"desk.sqlite.auto-2026-04-18.bak.partial"_s);
    put(u"notes.partial"_s);
    need(m_desk->store().backUpDaily());
    QCOMPARE(names(), QStringList({u"desk.sqlite.auto-2026-04-20.bak"_s, u"notes.partial"_s}));
}

void DailyBackupTest::failsInWords_data()
{
    QTest::addColumn<bool>("isFile");
    QTest::newRow("a file in the folder's place") << true;
    QTest::newRow("a folder that cannot be written") << false;
}

void DailyBackupTest::failsInWords()
{
    QFETCH(const bool, isFile);
    if (!isFile && geteuid() == 0)
        QSKIP("root may write everywhere");
    for (int i = 1; !isFile && i <= 30; ++i)
        put(u"desk.sqlite.auto-%1.bak"_s.arg(m_desk->now.date().addDays(-i).toString(Qt::ISODate)));
    const QStringList before = names();
    if (isFile) {
        QFile file(folder());
        QVERIFY(file.open(QIODevice::WriteOnly));
    } else {
        QVERIFY(QFile::setPermissions(folder(), QFile::ReadOwner | QFile::ExeOwner));
    }
    const auto made = m_desk->store().backUpDaily();
    if (!isFile)
        QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(!made);
    QVERIFY2(made.error().message.contains(u"backups"_s), qPrintable(made.error().message));
    QCOMPARE(names(), before); // where none was made, none goes
    m_desk->add(plainDossier(u"One"_s));
    QCOMPARE(m_desk->store().counts().all, 1);
}

void DailyBackupTest::tellsWhatMayBeRestored_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("may");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a backup") << u"backup"_s << true << ErrorCode::Failed;
    QTest::newRow("no file") << u"missing"_s << false << ErrorCode::NotFound;
    QTest::newRow("a letter") << u"letter"_s << false << ErrorCode::Failed;
    QTest::newRow("of a later program") << u"newer"_s << false << ErrorCode::DeskNewer;
    QTest::newRow("a damaged one") << u"damaged"_s << false << ErrorCode::DeskDamaged;
    QTest::newRow("the desk itself") << u"desk.sqlite"_s << false << ErrorCode::InvalidInput;
}

void DailyBackupTest::tellsWhatMayBeRestored()
{
    QFETCH(const QString, what);
    QFETCH(const bool, may);
    QFETCH(const ErrorCode, code);
    for (int i = 0; i < 40; ++i)
        m_desk->add(plainDossier(u"Story %1"_s.arg(i)));
    const QString file = m_desk->beside(what);
    if (what == u"letter") {
        QFile letter(file);
        QVERIFY(letter.open(QIODevice::WriteOnly));
        letter.write("Dear Ada");
    } else if (what != u"missing" && what != u"desk.sqlite") {
        need(m_desk->store().backupTo(file));
    }
    if (what == u"newer")
        Statement(*need(Connection::open(file, {})), u"PRAGMA user_version = 999"_s).run();
    if (what == u"damaged") {
        QFile damaged(file);
        QVERIFY(damaged.open(QIODevice::ReadWrite) && damaged.seek(damaged.size() / 2));
        damaged.write(QByteArray(8192, '\x33'));
    }
    const auto fit = Store::mayRestore(file, m_desk->path()); // the desk is open meanwhile
    QCOMPARE(fit.has_value(), may);
    if (!may)
        QCOMPARE(fit.error().code, code);
    m_desk->edit(StoryId(1), StoryField::Headline, u"Still open"_s);
    QCOMPARE(m_desk->store().counts().all, 40);
}

QTEST_GUILESS_MAIN(DailyBackupTest)
#include "tst_dailybackup.moc"
