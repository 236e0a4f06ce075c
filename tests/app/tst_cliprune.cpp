// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/retention.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/store.h"
#include "tests/support/program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Stories that go by command since nobody touched them: a hundred days old, among three that stay.
class CliPruneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void prunes_data();
    void prunes();
    void tellsBeforeItRemoves();
    void feedsSayHowLong();
    void feedsSayForEver();
    void refusesDays_data();
    void refusesDays();

private:
    int removed(const QStringList& arguments) const;
    int stories() const { return int(m_desk->json({u"list"_s}).array().size()); }

    std::unique_ptr<ProgramDesk> m_desk;
};

void CliPruneTest::init()
{
    m_desk = std::make_unique<ProgramDesk>();
    StoreOptions options;
    options.clock = [] { return QDateTime::currentDateTimeUtc().addDays(-100); };
    const auto store = Store::open(m_desk->path(), options);
    QVERIFY(store);
    DeskFeed feed;
    feed.url = u"https://example.com/feed"_s;
    const auto id = (*store)->feeds().save(feed);
    QVERIFY(id);
    for (const QString& guid : {u"one"_s, u"two"_s}) {
        Arrival arrival;
        arrival.article.guid = guid;
        arrival.article.title = u"Headline of "_s + guid;
        QVERIFY((*store)->intake().addArticles(*id, {arrival}));
    }
}

int CliPruneTest::removed(const QStringList& arguments) const
{
    return m_desk->json(QStringList{u"prune"_s} + arguments).object()[u"stories"_s].toInt(-1);
}

void CliPruneTest::prunes_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("count");
    QTest::newRow("nobody said how long") << QString() << QStringList() << 0;
    QTest::newRow("the desk says") << u"30"_s << QStringList() << 2;
    QTest::newRow("the desk says longer") << u"200"_s << QStringList() << 0;
    QTest::newRow("asked for days") << QString() << QStringList{u"--days"_s, u"30"_s} << 2;
    QTest::newRow("asked for more than the desk says") << u"30"_s << QStringList{u"--days"_s, u"200"_s} << 0;
    QTest::newRow("asked for none") << u"30"_s << QStringList{u"--days"_s, u"0"_s} << 0;
}

void CliPruneTest::prunes()
{
    QFETCH(const QString, setting);
    QFETCH(const QStringList, arguments);
    QFETCH(const int, count);
    if (!setting.isEmpty())
        QVERIFY((*Store::open(m_desk->path()))->setSetting(QString::fromUtf16(keepDaysKey), setting));
    QCOMPARE(removed(arguments + QStringList{u"--dry-run"_s}), count);
    QCOMPARE(stories(), 5);
    QCOMPARE(removed(arguments), count);
    QCOMPARE(stories(), 5 - count);
    QCOMPARE(removed(arguments), 0);
}

void CliPruneTest::tellsBeforeItRemoves()
{
    const ProgramRun dry = m_desk->run({u"prune"_s, u"--days"_s, u"30"_s, u"--dry-run"_s});
    QVERIFY2(dry.exit == 0 && dry.out == "2 stories would be removed.\n", dry.told());
    const ProgramRun done = m_desk->run({u"prune"_s, u"--days"_s, u"30"_s});
    QVERIFY2(done.exit == 0 && done.out == "2 stories removed.\n", done.told());
}

void CliPruneTest::feedsSayHowLong()
{
    const QJsonArray set = m_desk->json({u"feed"_s, u"set"_s, u"1"_s, u"--keep-days"_s, u"200"_s}).array();
    QCOMPARE(set.first()[u"keep_days"_s].toInt(), 200);
    QCOMPARE(removed({u"--days"_s, u"30"_s}), 0);
    m_desk->json({u"feed"_s, u"set"_s, u"1"_s, u"--keep-days"_s, u"50"_s});
    QCOMPARE(removed({}), 2); // though the desk keeps for ever
}

void CliPruneTest::feedsSayForEver()
{
    const QJsonArray set =
        m_desk->json({u"feed"_s, u"set"_s, u"1"_s, u"--keep-days"_s, u"for-ever"_s}).array();
    QCOMPARE(set.first()[u"keep_days"_s].toInt(), stayForEver);
    QCOMPARE(removed({u"--days"_s, u"30"_s}), 0);
}

void CliPruneTest::refusesDays_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const QString& days : {u"-1"_s, u"soon"_s, u"1.5"_s, u"3651"_s, u""_s}) {
        QTest::addRow("prune, %s", qPrintable(days)) << QStringList{u"prune"_s, u"--days="_s + days};
        QTest::addRow("feed set, %s", qPrintable(days))
            << QStringList{u"feed"_s, u"set"_s, u"1"_s, u"--keep-days="_s + days};
    }
}

void CliPruneTest::refusesDays()
{
    QFETCH(const QStringList, arguments);
    const ProgramRun done = m_desk->run(arguments);
    QVERIFY2(done.exit == 2, done.told());
    QVERIFY2(done.err.contains("0 to 3650"), done.told());
    QCOMPARE(stories(), 5);
}

QTEST_GUILESS_MAIN(CliPruneTest)
#include "tst_cliprune.moc"
