// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/dailybackups.h"
#include "app/newsroom/newsroom.h"
#include "app/newsroom/retaining.h"
#include "storage/care/dailybackup.h"
#include "storage/care/retention.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/store.h"
#include "tests/support/samples.h"
#include "ui/widgets/noticebar.h"
#include "ui/window/mainwindow.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProgressDialog>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <functional>
#include <memory>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// What the program does for a desk beside its window: backups, restoring, letting stories go.
class DeskCareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void backsUpOnceADay();
    void backsUpNothingWhereItIsOff();
    void failureIsToldOnce();
    void restores();
    void restoreCanBeGivenUp();
    void leavesTheDeskOpen_data();
    void leavesTheDeskOpen();
    void backupThatGoesMeanwhileLeavesTheDesk();
    void removesWhatNobodyTouched();
    void removesNothingUnasked();

private:
    QString file(const QString& name) const { return m_folder->filePath(name); }
    QString desk() const { return file(u"desk.sqlite"_s); }
    QString notice() const { return m_newsroom->window().findChild<NoticeBar*>()->text(); }
    void write(const std::function<Result<void>(Store&)>& work, int daysAgo = 0) const;
    void arriveLongAgo() const;
    int stories() const;
    void openWindow();
    void check();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Newsroom> m_newsroom;
};

void DeskCareTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_deskcare"_s);
}

void DeskCareTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void DeskCareTest::cleanup()
{
    m_newsroom.reset();
}

/// As another program would, with a clock of its own.
void DeskCareTest::write(const std::function<Result<void>(Store&)>& work, int daysAgo) const
{
    StoreOptions options;
    options.clock = [daysAgo] { return QDateTime::currentDateTimeUtc().addDays(-daysAgo); };
    const auto store = Store::open(desk(), options);
    QVERIFY(store);
    const auto done = work(**store);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

void DeskCareTest::arriveLongAgo() const
{
    write(
        [](Store& store) {
            DeskFeed feed;
            feed.url = u"https://example.com/feed"_s;
            Arrival arrival;
            arrival.article.guid = u"one"_s;
            arrival.article.title = u"Long ago"_s;
            return store.feeds()
                .save(feed)
                .and_then([&](FeedId id) { return store.intake().addArticles(id, {arrival}); })
                .map([](const ArrivalReceipt&) {});
        },
        100);
}

int DeskCareTest::stories() const
{
    StoreOptions options;
    options.mode = StoreOptions::Mode::Reader;
    const auto store = Store::open(desk(), options);
    return store ? (*store)->counts().all : -1;
}

void DeskCareTest::openWindow()
{
    auto opened = Newsroom::open(desk());
    QVERIFY(opened);
    m_newsroom = std::move(*opened);
    m_newsroom->window().show();
}

void DeskCareTest::check()
{
    QSignalSpy checked(&m_newsroom->dailyBackups(), &DailyBackups::checked);
    m_newsroom->dailyBackups().check();
    QVERIFY(checked.size() == 1 || checked.wait());
}

void DeskCareTest::backsUpOnceADay()
{
    openWindow();
    check();
    const QList<DailyBackup> made = dailyBackups(desk());
    QCOMPARE(made.size(), 1);
    QCOMPARE(notice(), QString()); // what goes well needs no word
    check();
    QCOMPARE(dailyBackups(desk()).last(), made.first());
    QVERIFY(Store::mayRestore(made.first().path, desk()));
}

void DeskCareTest::backsUpNothingWhereItIsOff()
{
    write([](Store& store) { return store.setSetting(u"daily_backups"_s, u"off"_s); });
    openWindow();
    m_newsroom->dailyBackups().check();
    QThreadPool::globalInstance()->waitForDone(); // on which one would be made
    QVERIFY(!QFileInfo::exists(file(u"backups"_s)));
}

void DeskCareTest::failureIsToldOnce()
{
    QFile inTheWay(file(u"backups"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    openWindow();
    check();
    QVERIFY2(notice().contains(u"automatic backup"_s), qPrintable(notice()));
    m_newsroom->window().showInfo(u"Something else"_s);
    check();
    QCOMPARE(notice(), u"Something else"_s);
    QVERIFY(inTheWay.remove());
    check(); // one is made, so that the next failure is news
    QDir(file(u"backups"_s)).removeRecursively();
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    check();
    QVERIFY2(notice().contains(u"automatic backup"_s), qPrintable(notice()));
}

void DeskCareTest::restores()
{
    write(
        [](Store& store) { return store.addStories({plainDossier(u"One"_s)}, {u"Ada"_s}).map([](auto) {}); });
    const QString backup = file(u"backup.sqlite"_s);
    write([&backup](Store& store) { return store.backupTo(backup); });
    openWindow();
    write(
        [](Store& store) { return store.addStories({plainDossier(u"Two"_s)}, {u"Ada"_s}).map([](auto) {}); });
    QSignalSpy ready(m_newsroom.get(), &Newsroom::restoreReady);
    Q_EMIT m_newsroom->window().restoreRequested(backup);
    QVERIFY(ready.wait());
    QCOMPARE(ready.first().first().toString(), backup);
    m_newsroom->retaining().removeExpired(); // what runs aside is no obstacle
    auto reopened = Newsroom::reopenRestored(std::move(m_newsroom), backup);
    QVERIFY(reopened);
    m_newsroom = std::move(*reopened);
    QCOMPARE(stories(), 1);
    const QStringList kept = QDir(m_folder->path()).entryList({u"desk.sqlite.replaced-*"_s});
    QCOMPARE(kept.size(), 1);
    QVERIFY2(notice().contains(kept.first()), qPrintable(notice()));
    QCOMPARE((*Store::open(file(kept.first())))->counts().all, 2);
    // The new window is at work on it.
    m_newsroom->window().show();
    Q_EMIT m_newsroom->window().sampleDeskRequested();
    QTRY_VERIFY(stories() > 1);
}

void DeskCareTest::restoreCanBeGivenUp()
{
    write(
        [](Store& store) { return store.addStories({plainDossier(u"One"_s)}, {u"Ada"_s}).map([](auto) {}); });
    const QString backup = file(u"backup.sqlite"_s);
    write([&backup](Store& store) { return store.backupTo(backup); });
    openWindow();
    const QSignalSpy ready(m_newsroom.get(), &Newsroom::restoreReady);
    Q_EMIT m_newsroom->window().restoreRequested(backup);
    auto* checking = m_newsroom->window().findChild<QProgressDialog*>(u"checkingBackup"_s);
    QVERIFY(checking && checking->isModal());
    checking->cancel();
    QTRY_VERIFY2(notice().contains(u"Nothing was restored"_s), qPrintable(notice()));
    QCOMPARE(ready.size(), 0);
}

void DeskCareTest::leavesTheDeskOpen_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("says");
    QTest::newRow("no desk") << u"letter"_s << u"not a Scoredesk desk"_s;
    QTest::newRow("a newer one") << u"newer"_s << u"later version"_s;
    QTest::newRow("a damaged one") << u"damaged"_s << u"damaged"_s;
    QTest::newRow("nothing") << u"missing"_s << u"no desk at"_s;
    QTest::newRow("the desk itself") << u"desk.sqlite"_s << u"same file"_s;
}

void DeskCareTest::leavesTheDeskOpen()
{
    QFETCH(const QString, what);
    QFETCH(const QString, says);
    QList<Dossier> many;
    for (int i = 0; i < 40; ++i)
        many.append(plainDossier(u"Story %1"_s.arg(i)));
    write([&many](Store& store) { return store.addStories(many, {u"Ada"_s}).map([](auto) {}); });
    const QString chosen = file(what);
    if (what == u"newer" || what == u"damaged")
        write([&chosen](Store& store) { return store.backupTo(chosen); });
    QFile bytes(chosen);
    if (what == u"letter") {
        QVERIFY(bytes.open(QIODevice::WriteOnly));
        bytes.write("Dear Ada");
    } else if (what == u"newer") {
        QVERIFY(bytes.open(QIODevice::ReadWrite) && bytes.seek(60)); // user_version
        bytes.write(QByteArray::fromHex("000003e7"));
    } else if (what == u"damaged") {
        QVERIFY(bytes.open(QIODevice::ReadWrite) && bytes.seek(bytes.size() / 2));
        bytes.write(QByteArray(8192, '\x33'));
    }
    bytes.close();
    openWindow();
    const QSignalSpy ready(m_newsroom.get(), &Newsroom::restoreReady);
    Q_EMIT m_newsroom->window().restoreRequested(chosen);
    QTRY_VERIFY2(notice().contains(u"Nothing was restored"_s), qPrintable(notice()));
    QVERIFY2(notice().contains(says), qPrintable(notice()));
    QCOMPARE(ready.size(), 0);
    QVERIFY(m_newsroom->window().isVisible());
    QCOMPARE(stories(), 40);
    QVERIFY(QDir(m_folder->path()).entryList({u"*.replaced-*"_s, u"*.restoring*"_s}).isEmpty());
}

void DeskCareTest::backupThatGoesMeanwhileLeavesTheDesk()
{
    write(
        [](Store& store) { return store.addStories({plainDossier(u"One"_s)}, {u"Ada"_s}).map([](auto) {}); });
    openWindow();
    auto reopened = Newsroom::reopenRestored(std::move(m_newsroom), file(u"gone.sqlite"_s));
    QVERIFY(reopened);
    m_newsroom = std::move(*reopened);
    QVERIFY2(notice().contains(u"Nothing was restored"_s), qPrintable(notice()));
    QCOMPARE(stories(), 1);
}

void DeskCareTest::removesWhatNobodyTouched()
{
    arriveLongAgo();
    write([](Store& store) { return store.setSetting(QString::fromUtf16(keepDaysKey), u"30"_s); });
    Dossier fresh = plainDossier(u"Fresh"_s); // which the window shows, as the newest
    fresh.story.publishedAt = QDateTime::currentDateTimeUtc();
    write([&fresh](Store& store) { return store.addStories({fresh}, {u"Ada"_s}).map([](auto) {}); });
    openWindow();
    QCOMPARE(stories(), 2);
    QSignalSpy ended(&m_newsroom->retaining(), &Retaining::ended);
    m_newsroom->retaining().removeExpired();
    QVERIFY(ended.wait());
    QCOMPARE(stories(), 1);
    QCOMPARE(notice(), QString());
}

void DeskCareTest::removesNothingUnasked()
{
    arriveLongAgo();
    openWindow();
    QSignalSpy ended(&m_newsroom->retaining(), &Retaining::ended);
    m_newsroom->retaining().removeExpired();
    QVERIFY(ended.wait());
    QCOMPARE(stories(), 1);
}

QTEST_MAIN(DeskCareTest)
#include "tst_deskcare.moc"
