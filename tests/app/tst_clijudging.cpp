// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/samples.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Scoring, moving and checking stories on the command line.
class CliJudgingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ProgramDesk>(); }
    void cleanup() { m_desk.reset(); }

    void scores();
    void scoresByVector();
    void badScoresChangeNothing_data();
    void badScoresChangeNothing();
    void movesStories();
    void blockersHoldReady();
    void overruleIsKept();
    void checks();
    void drifts();
    void regroups();
    void refusesToRegroup_data();
    void refusesToRegroup();

private:
    std::unique_ptr<ProgramDesk> m_desk;
};

void CliJudgingTest::scores()
{
    const QJsonObject card = m_desk
                                 ->json({u"score"_s, u"2"_s, u"stakes=7"_s, u"NO=6.5"_s, u"authority=x"_s,
                                         u"fud risk=1,5"_s, u"--rationale"_s, u"stakes=a = b"_s})
                                 .object();
    QCOMPARE(card[u"vector"_s].toString(), u"impact:1/ST:7/NO:6.5/AU:X/FU:1.5"_s);
    QCOMPARE(card[u"rationales"_s][u"stakes"_s].toString(), u"a = b"_s);
    QVERIFY(!card[u"impact"_s][u"complete"_s].toBool());
    QCOMPARE(card[u"values"_s][u"coverage"_s], QJsonValue(QJsonValue::Null));
    QCOMPARE(m_desk->json({u"score"_s, u"2"_s, u"novelty=unset"_s}).object()[u"vector"_s].toString(),
             u"impact:1/ST:7/AU:X/FU:1.5"_s);
    // Kept, signed, and told by itself.
    QCOMPARE(m_desk->json({u"score"_s, u"2"_s}).object()[u"vector"_s].toString(),
             u"impact:1/ST:7/AU:X/FU:1.5"_s);
    const ProgramRun history = m_desk->run({u"show"_s, u"2"_s, u"--history"_s});
    QVERIFY2(history.out.contains("Ada") && history.out.contains("Stakes — → 7"), history.told());
    const ProgramRun text = m_desk->run({u"score"_s, u"1"_s, u"stakes=7.5"_s});
    QVERIFY2(text.out.contains("Impact 7.5 · Major"), text.told());
}

void CliJudgingTest::scoresByVector()
{
    const QString vector = u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s;
    QCOMPARE(m_desk->json({u"score"_s, u"2"_s, u"--vector"_s, vector})
                 .object()[u"impact"_s][u"shown"_s]
                 .toString(),
             u"7.4"_s);
    QCOMPARE(m_desk->json({u"score"_s, u"2"_s, u"--vector"_s, u"impact:1/ST:3"_s})
                 .object()[u"vector"_s]
                 .toString(),
             u"impact:1/ST:3"_s);
}

void CliJudgingTest::badScoresChangeNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("above ten") << QStringList{u"stakes=8"_s, u"novelty=11"_s} << u"11"_s;
    QTest::newRow("below nought") << QStringList{u"stakes=8"_s, u"novelty=-1"_s} << u"-1"_s;
    QTest::newRow("hundredths") << QStringList{u"stakes=8"_s, u"novelty=7.25"_s} << u"7.25"_s;
    QTest::newRow("a word") << QStringList{u"stakes=8"_s, u"novelty=high"_s} << u"high"_s;
    QTest::newRow("unknown dimension") << QStringList{u"stakes=8"_s, u"fame=5"_s} << u"fame"_s;
    QTest::newRow("nothing behind the sign") << QStringList{u"novelty=8"_s, u"stakes="_s} << u"unset"_s;
    QTest::newRow("a blank behind the sign") << QStringList{u"novelty=8"_s, u"stakes= "_s} << u"unset"_s;
    QTest::newRow("a dash") << QStringList{u"novelty=8"_s, u"stakes=-"_s} << u"unset"_s;
    QTest::newRow("no equals sign") << QStringList{u"stakes=8"_s, u"novelty"_s} << u"novelty"_s;
    QTest::newRow("no dimension") << QStringList{u"stakes=8"_s, u"=7"_s} << u"=7"_s;
    QTest::newRow("bad vector") << QStringList{u"stakes=8"_s, u"--vector"_s, u"impact:1/ZZ:7"_s} << u"ZZ:7"_s;
    QTest::newRow("rationale of nothing")
        << QStringList{u"stakes=8"_s, u"--rationale"_s, u"fame=x"_s} << u"fame"_s;
}

void CliJudgingTest::badScoresChangeNothing()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const QJsonObject before = m_desk->story(1);
    const ProgramRun done = m_desk->run(QStringList{u"score"_s, u"1"_s} + arguments);
    QVERIFY2(done.exit == 2, done.told());
    QVERIFY2(done.err.contains(named.toUtf8()), done.told());
    QCOMPARE(m_desk->story(1), before);
}

void CliJudgingTest::movesStories()
{
    QCOMPARE(m_desk->run({u"state"_s, u"2"_s, u"3"_s, u"shortlisted"_s}).exit, 0);
    QCOMPARE(m_desk->json({u"list"_s, u"--state"_s, u"shortlisted"_s}).array().size(), 2);
    QCOMPARE(m_desk->run({u"state"_s, u"2"_s, u"spiked"_s, u"--reason"_s, u"old news"_s}).exit, 0);
    QCOMPARE(m_desk->story(2)[u"state"_s].toObject(),
             (QJsonObject{
                 {u"stage"_s, u"spiked"_s}, {u"reason"_s, u"old news"_s}, {u"before"_s, u"shortlisted"_s}}));
    QCOMPARE(m_desk->run({u"state"_s, u"2"_s, u"unspiked"_s}).exit, 0);
    QCOMPARE(m_desk->story(2)[u"state"_s][u"stage"_s].toString(), u"shortlisted"_s);
    QCOMPARE(m_desk->run({u"state"_s, u"2"_s, u"incoming"_s}).exit, 0);

    const ProgramRun unknown = m_desk->run({u"state"_s, u"3"_s, u"77"_s, u"spiked"_s});
    QCOMPARE(unknown.exit, 1);
    QCOMPARE(m_desk->story(3)[u"state"_s][u"stage"_s].toString(), u"shortlisted"_s);
}

void CliJudgingTest::blockersHoldReady()
{
    const QJsonArray moved = m_desk->json({u"state"_s, u"1"_s, u"2"_s, u"ready"_s}, 1).array();
    QCOMPARE(moved.at(0)[u"stage"_s].toString(), u"ready"_s);
    QCOMPARE(moved.at(1)[u"stage"_s].toString(), u"incoming"_s);
    QVERIFY(moved.at(1)[u"held_by"_s].toArray().first().toString().contains(u"card-incomplete"));
    QCOMPARE(m_desk->story(1)[u"state"_s][u"stage"_s].toString(), u"ready"_s);
    QCOMPARE(m_desk->story(2)[u"state"_s][u"stage"_s].toString(), u"incoming"_s);
    const ProgramRun told = m_desk->run({u"state"_s, u"2"_s, u"ready"_s});
    QVERIFY2(told.err.contains("not judged"), told.told());
}

void CliJudgingTest::overruleIsKept()
{
    QCOMPARE(m_desk->run({u"state"_s, u"2"_s, u"ready"_s, u"--overrule"_s, u"drift=irrelevant"_s}).exit, 1);
    QVERIFY2(m_desk->story(2)[u"overrules"_s].toObject().isEmpty(), "kept although the story did not move");
    QCOMPARE(
        m_desk->run({u"state"_s, u"2"_s, u"ready"_s, u"--overrule"_s, u"card-incomplete=lead = agrees"_s})
            .exit,
        0);
    const QJsonObject after = m_desk->story(2);
    QCOMPARE(after[u"state"_s][u"stage"_s].toString(), u"ready"_s);
    QCOMPARE(after[u"overrules"_s].toObject(), (QJsonObject{{u"card-incomplete"_s, u"lead = agrees"_s}}));
    QCOMPARE(m_desk->run({u"check"_s, u"2"_s}).exit, 0);
}

void CliJudgingTest::checks()
{
    QCOMPARE(m_desk->json({u"check"_s, u"1"_s}).array().first()[u"blocked"_s].toBool(), false);
    const QJsonObject bare = m_desk->json({u"check"_s, u"2"_s}, 1).array().first().toObject();
    QVERIFY(bare[u"blocked"_s].toBool());
    const QJsonObject finding = bare[u"findings"_s].toArray().first().toObject();
    QCOMPARE(finding[u"check"_s].toString(), u"card-incomplete"_s);
    QCOMPARE(finding[u"severity"_s].toString(), u"blocker"_s);
    QCOMPARE(finding[u"field"_s].toString(), u"score"_s);

    QVERIFY2(m_desk->json({u"check"_s}).array().isEmpty(), "nothing is on its way out yet");
    QCOMPARE(m_desk->run({u"state"_s, u"1"_s, u"ready"_s}).exit, 0);
    QCOMPARE(m_desk->run({u"state"_s, u"2"_s, u"shortlisted"_s}).exit, 0);
    QCOMPARE(m_desk->json({u"check"_s}, 1).array().size(), 2);
    QCOMPARE(m_desk->json({u"check"_s, u"--state"_s, u"ready"_s}).array().size(), 1);
    QCOMPARE(m_desk->json({u"check"_s, u"--state"_s, u"all"_s}, 1).array().size(), 3);
    const ProgramRun other =
        runProgram({u"check"_s, u"1"_s, u"--desk"_s, m_desk->path(), u"--analyst"_s, u"Grace"_s});
    QVERIFY2(other.exit == 0 && other.out.contains("borrowed-card"), other.told());
}

void CliJudgingTest::drifts()
{
    const QJsonObject report = m_desk->json({u"drift"_s}).object();
    QCOMPARE(report[u"compared"_s].toInt(), 1);
    QCOMPARE(report[u"drifting"_s].toInt(), 0);
    QCOMPARE(report[u"without"_s].toInt(), 2);
    const QJsonObject published = m_desk->json({u"drift"_s, u"--method"_s, u"published"_s}).object();
    QCOMPARE(published[u"drifting"_s].toInt(), 1);
    QVERIFY(qAbs(published[u"stories"_s].toArray().first()[u"drift"_s].toDouble() - (7.4 - 7.77)) < 1e-9);
    QVERIFY(m_desk->run({u"drift"_s}).out.contains("0 of 1"));
}

// What comes of each act is told by `show`, as a program would look.
void CliJudgingTest::regroups()
{
    const auto articlesOf = [this](int story) { return m_desk->story(story)[u"articles"_s].toArray(); };
    const QJsonArray before = articlesOf(1);
    QCOMPARE(before.size(), 3);
    const QString article = QString::number(before[1].toObject()[u"id"_s].toInt());
    const QJsonArray split = m_desk->json({u"story"_s, u"split"_s, u"1"_s, article}).array();
    QCOMPARE(split.size(), 2);
    const int made = split[1].toObject()[u"id"_s].toInt();
    QCOMPARE(articlesOf(made).size(), 1);
    QVERIFY(articlesOf(made).first().toObject()[u"by_hand"_s].toBool());
    QCOMPARE(m_desk->run({u"story"_s, u"move"_s, article, u"2"_s}).exit, 0);
    QCOMPARE(articlesOf(2).size(), 1);
    QCOMPARE(m_desk->run({u"story"_s, u"apart"_s, u"1"_s, u"2"_s}).exit, 0);
    QCOMPARE(m_desk->run({u"story"_s, u"apart"_s, u"1"_s, u"2"_s, u"--undo"_s}).exit, 0);
    QCOMPARE(m_desk->run({u"story"_s, u"merge"_s, u"1"_s, u"2"_s}).exit, 0);
    QCOMPARE(articlesOf(1).size(), 3);
    const ProgramRun history = m_desk->run({u"show"_s, u"1"_s, u"--history"_s});
    QVERIFY2(history.out.contains("Coverage 2 outlets"), history.told());
    QCOMPARE(m_desk->json({u"story"_s, u"suggested"_s}).array().size(), 0);
}

void CliJudgingTest::refusesToRegroup_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exit");
    QTest::newRow("nothing to do") << QStringList{} << 2;
    QTest::newRow("no such act") << QStringList{u"burn"_s, u"1"_s} << 2;
    QTest::newRow("one story merged") << QStringList{u"merge"_s, u"1"_s} << 2;
    QTest::newRow("with itself") << QStringList{u"merge"_s, u"1"_s, u"1"_s} << 1;
    QTest::newRow("no such story") << QStringList{u"merge"_s, u"1"_s, u"99"_s} << 1;
    QTest::newRow("another's card") << QStringList{u"merge"_s, u"1"_s, u"2"_s, u"--card"_s, u"3"_s} << 1;
    QTest::newRow("no such article") << QStringList{u"split"_s, u"1"_s, u"999"_s} << 1;
    QTest::newRow("an article of another story") << QStringList{u"split"_s, u"2"_s, u"1"_s} << 1;
    QTest::newRow("to nowhere") << QStringList{u"move"_s, u"1"_s, u"99"_s} << 1;
    QTest::newRow("apart from itself") << QStringList{u"apart"_s, u"1"_s, u"1"_s} << 1;
    QTest::newRow("suggested, with words") << QStringList{u"suggested"_s, u"1"_s} << 2;
}

void CliJudgingTest::refusesToRegroup()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exit);
    const ProgramRun run = m_desk->run(QStringList{u"story"_s} + arguments);
    QCOMPARE(run.exit, exit);
    QVERIFY2(!run.err.isEmpty(), run.told());
}

QTEST_GUILESS_MAIN(CliJudgingTest)
#include "tst_clijudging.moc"
