// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

namespace {

QByteArray line(const QByteArray& id, const QByteArray& title,
                const QByteArray& time = "2024-05-31T09:30:00Z")
{
    return "{\"id\":" + id + ",\"time\":\"" + time + "\",\"outlet\":\"Wire\",\"title\":\"" + title +
           "\",\"text\":\"\"}\n";
}

const QByteArray stream =
    line("\"a\"", "Ferry runs aground off Harlow Point with 300 aboard") +
    line("7", "Central bank raises interest rates to curb inflation", "2024-05-31T11:30:00+02:00") + "\n" +
    line("\"c\"", "Passengers evacuated after ferry runs aground near Harlow Point");

} // namespace

/// Grouping on the command line.
class CliClusterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void groupsAStream();
    void readsAFile();
    void aWrongDateMovesNoWindow_data();
    void aWrongDateMovesNoWindow();
    void tellsBadLinesAndGroupsTheRest_data();
    void tellsBadLinesAndGroupsTheRest();
    void wrongCalls_data();
    void wrongCalls();
    void helps();
};

void CliClusterTest::groupsAStream()
{
    const ProgramRun run = runProgram({u"cluster"_s, u"-"_s}, stream);
    QVERIFY2(run.exit == 0, run.told());
    QVERIFY2(run.err.isEmpty(), run.told());
    const QList<QByteArray> lines = run.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    const auto answer = [&lines](int i) { return QJsonDocument::fromJson(lines[i]).object(); };
    QCOMPARE(answer(0)[u"id"_s], QJsonValue(u"a"_s));
    QCOMPARE(answer(1)[u"id"_s], QJsonValue(7));
    QCOMPARE(answer(0)[u"story"_s], answer(2)[u"story"_s]);
    QVERIFY(answer(0)[u"story"_s] != answer(1)[u"story"_s]);
}

void CliClusterTest::aWrongDateMovesNoWindow_data()
{
    QTest::addColumn<QByteArray>("time");
    QTest::newRow("far ahead") << QByteArray("2099-01-01T00:00:00Z");
    QTest::newRow("the epoch") << QByteArray("1970-01-01T00:00:00Z");
}

void CliClusterTest::aWrongDateMovesNoWindow()
{
    QFETCH(QByteArray, time);
    const ProgramRun run =
        runProgram({u"cluster"_s, u"-"_s},
                   line("1", "Ferry runs aground off Harlow Point with 300 aboard") +
                       line("2", "Central bank raises interest rates to curb inflation", time) +
                       line("3", "Passengers evacuated after ferry runs aground near Harlow Point",
                            "2024-05-31T10:30:00Z"));
    const QList<QByteArray> lines = run.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    const auto story = [&lines](int i) {
        return QJsonDocument::fromJson(lines[i]).object().value(u"story"_s);
    };
    QCOMPARE(story(0), story(2));
    QVERIFY(story(0) != story(1));
}

void CliClusterTest::readsAFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"stream.jsonl"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(stream);
    file.close();
    QCOMPARE(runProgram({u"cluster"_s, file.fileName()}).out, runProgram({u"cluster"_s, u"-"_s}, stream).out);
}

void CliClusterTest::tellsBadLinesAndGroupsTheRest_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::newRow("no JSON") << QByteArray("{\"id\": \n");
    QTest::newRow("a list") << QByteArray("[1, 2]\n");
    QTest::newRow("no id") << QByteArray("{\"time\":\"2024-05-31T09:30:00Z\",\"title\":\"x\"}\n");
    QTest::newRow("an id twice") << line("7", "Again");
    QTest::newRow("no time") << QByteArray("{\"id\":\"d\",\"title\":\"x\"}\n");
    QTest::newRow("a bad time") << line("\"d\"", "x", "yesterday");
}

void CliClusterTest::tellsBadLinesAndGroupsTheRest()
{
    QFETCH(QByteArray, bad);
    const ProgramRun run = runProgram({u"cluster"_s, u"-"_s}, stream + bad + line("\"z\"", "Rain"));
    QCOMPARE(run.exit, 1);
    QVERIFY2(run.err.contains("line 5"), run.told());
    QCOMPARE(run.err.trimmed().count('\n'), 0);
    QCOMPARE(run.out.trimmed().split('\n').size(), 4);
}

void CliClusterTest::wrongCalls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exit");
    QTest::newRow("no file") << QStringList{u"cluster"_s} << 2;
    QTest::newRow("two files") << QStringList{u"cluster"_s, u"a"_s, u"b"_s} << 2;
    QTest::newRow("an unknown option") << QStringList{u"cluster"_s, u"--fast"_s} << 2;
    QTest::newRow("a file that is not there") << QStringList{u"cluster"_s, u"/nowhere/at/all.jsonl"_s} << 1;
}

void CliClusterTest::wrongCalls()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exit);
    const ProgramRun run = runProgram(arguments);
    QCOMPARE(run.exit, exit);
    QVERIFY(run.out.isEmpty());
    QVERIFY(!run.err.isEmpty());
}

void CliClusterTest::helps()
{
    const ProgramRun run = runProgram({u"cluster"_s, u"--help"_s});
    QCOMPARE(run.exit, 0);
    QVERIFY2(run.out.contains("FILE.jsonl"), run.told());
}

QTEST_GUILESS_MAIN(CliClusterTest)

#include "tst_clicluster.moc"
