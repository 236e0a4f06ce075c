// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/store.h"
#include "tests/support/program.h"
#include "tests/support/samples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

static const QStringList commandNames = {u"import"_s, u"list"_s,    u"show"_s,  u"score"_s,  u"state"_s,
                                         u"export"_s, u"check"_s,   u"drift"_s, u"backup"_s, u"restore"_s,
                                         u"verify"_s, u"salvage"_s, u"prune"_s};

static const QStringList groupCommandNames = {
    u"feed add"_s,    u"feed list"_s,     u"feed set"_s,       u"feed remove"_s,    u"feed health"_s,
    u"feed import"_s, u"feed export"_s,   u"feed starter"_s,   u"feed login"_s,     u"outlets list"_s,
    u"outlets set"_s, u"outlets merge"_s, u"outlets import"_s, u"outlets export"_s, u"rules list"_s,
    u"rules add"_s,   u"rules remove"_s,  u"rules dry-run"_s,  u"rules run"_s};

/// What the program tells of itself and of a desk on the command line.
class CliTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ProgramDesk>(); }
    void cleanup() { m_desk.reset(); }

    void helpSuffices_data();
    void helpSuffices();
    void overviewNamesEveryCommand();
    void version();
    void wrongCalls_data();
    void wrongCalls();
    void deskThatCannotBeOpened_data();
    void deskThatCannotBeOpened();
    void optionsMayComeFirst();
    void lists();
    void listsByState_data();
    void listsByState();
    void showsOneAndSeveral();
    void terminalIsNotSteered();
    void fullOutputIsAnError();
    void noDisplayIsTold();

private:
    std::unique_ptr<ProgramDesk> m_desk;
};

void CliTest::helpSuffices_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("command");
    for (const QString& command : commandNames) {
        QTest::newRow(qPrintable(command)) << QStringList{command, u"--help"_s} << command;
        QTest::newRow(qPrintable(u"help "_s + command)) << QStringList{u"help"_s, command} << command;
    }
    for (const QString& command : groupCommandNames)
        QTest::newRow(qPrintable(command)) << command.split(u' ') + QStringList{u"--help"_s} << command;
    QTest::newRow("help of a group's command")
        << QStringList{u"help"_s, u"rules"_s, u"add"_s} << u"rules add"_s;
}

void CliTest::helpSuffices()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, command);
    const ProgramRun done = runProgram(arguments);
    QCOMPARE(done.exit, 0);
    QVERIFY2(done.out.startsWith("Usage: scoredesk " + command.toUtf8()), done.told());
    QVERIFY2(done.out.contains("--desk <FILE>"), done.told());
    QVERIFY2(done.err.isEmpty(), done.told());
}

void CliTest::overviewNamesEveryCommand()
{
    const ProgramRun done = runProgram({u"--help"_s});
    QCOMPARE(done.exit, 0);
    for (const QString& command : commandNames + QStringList{u"feed"_s, u"outlets"_s, u"rules"_s})
        QVERIFY2(done.out.contains("\n  " + command.toUtf8() + " "), qPrintable(command));
    for (const QString& command : groupCommandNames) {
        const ProgramRun group = runProgram({command.section(u' ', 0, 0), u"--help"_s});
        QCOMPARE(group.exit, 0);
        QVERIFY2(group.out.contains("\n  " + command.toUtf8() + " "), qPrintable(command));
    }
    QVERIFY(done.out.contains("Exit codes"));
}

void CliTest::version()
{
    const ProgramRun done = runProgram({u"--version"_s});
    QCOMPARE(done.exit, 0);
    QVERIFY2(done.out.startsWith("scoredesk "), done.told());
}

void CliTest::wrongCalls_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such command") << QStringList{u"lst"_s};
    QTest::newRow("a file where a command is wanted") << QStringList{u"brief.txt"_s};
    QTest::newRow("unknown option") << QStringList{u"list"_s, u"--colour"_s};
    QTest::newRow("option without its value") << QStringList{u"list"_s, u"--limit"_s};
    QTest::newRow("limit that is no number") << QStringList{u"list"_s, u"--limit"_s, u"many"_s};
    QTest::newRow("negative limit") << QStringList{u"list"_s, u"--limit=-1"_s};
    QTest::newRow("unknown state to list") << QStringList{u"list"_s, u"--state"_s, u"done"_s};
    QTest::newRow("unknown order") << QStringList{u"list"_s, u"--order"_s, u"random"_s};
    QTest::newRow("list of something") << QStringList{u"list"_s, u"1"_s};
    QTest::newRow("show nothing") << QStringList{u"show"_s};
    QTest::newRow("show by no method") << QStringList{u"show"_s, u"1"_s, u"--method"_s, u"none"_s};
    QTest::newRow("score nothing") << QStringList{u"score"_s};
    QTest::newRow("state without an ID") << QStringList{u"state"_s, u"ready"_s};
    QTest::newRow("unknown state") << QStringList{u"state"_s, u"1"_s, u"published"_s};
    QTest::newRow("reason for what needs none")
        << QStringList{u"state"_s, u"1"_s, u"ready"_s, u"--reason"_s, u"x"_s};
    QTest::newRow("overrule without a reason")
        << QStringList{u"state"_s, u"1"_s, u"ready"_s, u"--overrule"_s, u"drift"_s};
    QTest::newRow("overrule of no check")
        << QStringList{u"state"_s, u"1"_s, u"ready"_s, u"--overrule"_s, u"taste=mine"_s};
    QTest::newRow("export of nothing") << QStringList{u"export"_s};
    QTest::newRow("export chosen twice") << QStringList{u"export"_s, u"1"_s, u"--all"_s};
    QTest::newRow("export as json twice")
        << QStringList{u"export"_s, u"1"_s, u"--json"_s, u"--format"_s, u"json"_s};
    QTest::newRow("unknown format") << QStringList{u"export"_s, u"1"_s, u"--format"_s, u"docx"_s};
    QTest::newRow("ending that tells no format")
        << QStringList{u"export"_s, u"1"_s, u"--out"_s, u"brief.docx"_s};
    QTest::newRow("unknown paper") << QStringList{u"export"_s, u"1"_s, u"--paper"_s, u"a5"_s};
    QTest::newRow("unknown marking") << QStringList{u"export"_s, u"1"_s, u"--tlp"_s, u"purple"_s};
    QTest::newRow("no date") << QStringList{u"export"_s, u"1"_s, u"--date"_s, u"yesterday"_s};
    QTest::newRow("check in two ways") << QStringList{u"check"_s, u"1"_s, u"--state"_s, u"ready"_s};
    QTest::newRow("two files to drift") << QStringList{u"drift"_s, u"a"_s, u"b"_s};
    QTest::newRow("backup to nowhere") << QStringList{u"backup"_s};
    QTest::newRow("restore of nothing") << QStringList{u"restore"_s};
    QTest::newRow("verify of something") << QStringList{u"verify"_s, u"desk"_s};
    QTest::newRow("salvage of nothing") << QStringList{u"salvage"_s};
    QTest::newRow("prune of something") << QStringList{u"prune"_s, u"1"_s};
    QTest::newRow("feed without a command") << QStringList{u"feed"_s};
    QTest::newRow("unknown command of feed") << QStringList{u"feed"_s, u"eat"_s};
    QTest::newRow("feed add nothing") << QStringList{u"feed"_s, u"add"_s};
    QTest::newRow("feed add no address") << QStringList{u"feed"_s, u"add"_s, u"news"_s};
    QTest::newRow("feed remove nothing") << QStringList{u"feed"_s, u"remove"_s};
    QTest::newRow("feed set nothing") << QStringList{u"feed"_s, u"set"_s, u"1"_s};
    QTest::newRow("feed both ways") << QStringList{u"feed"_s, u"set"_s, u"1"_s, u"--pause"_s, u"--resume"_s};
    QTest::newRow("feed import of nothing") << QStringList{u"feed"_s, u"import"_s};
    QTest::newRow("feed login with nothing") << QStringList{u"feed"_s, u"login"_s, u"1"_s};
    QTest::newRow("outlets set to tier 4")
        << QStringList{u"outlets"_s, u"set"_s, u"BBC"_s, u"--tier"_s, u"4"_s};
    QTest::newRow("outlets merge of one") << QStringList{u"outlets"_s, u"merge"_s, u"BBC"_s};
    QTest::newRow("rule that does nothing") << QStringList{u"rules"_s, u"add"_s, u"chips"_s};
    QTest::newRow("rule that cannot be read")
        << QStringList{u"rules"_s, u"add"_s, u"chips OR"_s, u"--spike"_s};
    QTest::newRow("rule with two acts")
        << QStringList{u"rules"_s, u"add"_s, u"chips"_s, u"--spike"_s, u"--shortlist"_s};
}

void CliTest::wrongCalls()
{
    QFETCH(QStringList, arguments);
    const ProgramRun done = m_desk->run(arguments);
    QVERIFY2(done.exit == 2, done.told());
    QVERIFY2(done.err.startsWith("scoredesk: "), done.told());
    QVERIFY2(done.err.contains("--help"), done.told());
    QVERIFY2(done.out.isEmpty(), done.told());
}

void CliTest::deskThatCannotBeOpened_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("garbage");
    const QList<QStringList> calls = {{u"list"_s},
                                      {u"show"_s, u"1"_s},
                                      {u"score"_s, u"1"_s, u"stakes=7"_s},
                                      {u"state"_s, u"1"_s, u"ready"_s},
                                      {u"export"_s, u"--all"_s, u"--out"_s, u"x.html"_s},
                                      {u"check"_s},
                                      {u"drift"_s},
                                      {u"backup"_s, u"b.sqlite"_s},
                                      {u"verify"_s},
                                      {u"prune"_s}};
    for (const QStringList& call : calls) {
        QTest::newRow(qPrintable(call.first() + u" without a desk"_s)) << call << false;
        QTest::newRow(qPrintable(call.first() + u" on a file that is no desk"_s)) << call << true;
    }
}

void CliTest::deskThatCannotBeOpened()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, garbage);
    const QString path = m_desk->file(u"other.sqlite"_s);
    const QByteArray bytes = QByteArray("this is no database").repeated(500);
    if (garbage) {
        QFile other(path);
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write(bytes);
    }
    const ProgramRun done = runProgram(arguments + QStringList{u"--desk"_s, path, u"--analyst"_s, u"Ada"_s});
    QVERIFY2(done.exit == 3, done.told());
    QVERIFY2(done.err.contains(path.toUtf8()), done.told());
    if (garbage) {
        QFile other(path);
        QVERIFY(other.open(QIODevice::ReadOnly));
        QCOMPARE(other.readAll(), bytes);
    } else {
        QVERIFY2(!QFile::exists(path), "asking made a desk");
    }
}

void CliTest::optionsMayComeFirst()
{
    const ProgramRun done = runProgram({u"--desk"_s, m_desk->path(), u"--json"_s, u"list"_s});
    QVERIFY2(done.exit == 0, done.told());
    QCOMPARE(done.json().array().size(), 3);
}

void CliTest::lists()
{
    const QJsonArray rows = m_desk->json({u"list"_s, u"--order"_s, u"impact"_s}).array();
    QCOMPARE(rows.size(), 3);
    const QJsonObject first = rows.first().toObject();
    QCOMPARE(first[u"vector"_s].toString(), u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s);
    QVERIFY(qAbs(first[u"impact"_s][u"low"_s].toDouble() - 7.389) < 5e-4);
    QCOMPARE(first[u"stated"_s][u"outlets"_s].toInt(), 18);
    QCOMPARE(first[u"trust"_s].toString(), u"high"_s);

    const ProgramRun table = m_desk->run({u"list"_s});
    QCOMPARE(table.exit, 0);
    QCOMPARE(table.out.count('\n'), 4);
    QVERIFY2(table.out.contains("7.4"), table.told());
    QVERIFY2(table.out.contains("18 · 3 t1"), table.told());

    QCOMPARE(m_desk->json({u"list"_s, u"--limit"_s, u"1"_s}).array().size(), 1);
    QCOMPARE(m_desk->json({u"list"_s, u"--limit"_s, u"0"_s}).array().size(), 3);
    QCOMPARE(m_desk->json({u"list"_s, u"--search"_s, u"chips"_s}).array().size(), 1);
    QCOMPARE(m_desk->json({u"list"_s, u"--search"_s, u"nowhere \" OR *"_s}).array().size(), 0);
    QCOMPARE(m_desk->json({u"list"_s, u"--category"_s, u"AI"_s}).array().size(), 1);
}

void CliTest::listsByState_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("count");
    QTest::newRow("incoming") << u"incoming"_s << 1;
    QTest::newRow("shortlisted") << u"shortlisted"_s << 1;
    QTest::newRow("ready") << u"ready"_s << 0;
    QTest::newRow("spiked") << u"spiked"_s << 1;
    QTest::newRow("all") << u"all"_s << 3;
}

void CliTest::listsByState()
{
    QFETCH(QString, state);
    QFETCH(int, count);
    QCOMPARE(m_desk->run({u"state"_s, u"2"_s, u"shortlisted"_s}).exit, 0);
    QCOMPARE(m_desk->run({u"state"_s, u"3"_s, u"spiked"_s}).exit, 0);
    QCOMPARE(m_desk->json({u"list"_s, u"--state"_s, state}).array().size(), count);
}

void CliTest::showsOneAndSeveral()
{
    const QJsonObject one = m_desk->story(1);
    QCOMPARE(one[u"card"_s][u"impact"_s][u"shown"_s].toString(), u"7.4"_s);
    QCOMPARE(one[u"card"_s][u"impact"_s][u"band"_s].toString(), u"Notable"_s);
    QCOMPARE(one[u"articles"_s].toArray().size(), 3);
    const QString uuid = one[u"uuid"_s].toString();
    for (const QString& handle : {uuid, uuid.left(8), u"open-model-ten-million"_s})
        QCOMPARE(m_desk->json({u"show"_s, handle}).object()[u"id"_s].toInt(), 1);
    QCOMPARE(m_desk->json({u"show"_s, u"1"_s, u"2"_s, u"1"_s}).array().size(), 2);
    QCOMPARE(m_desk->json({u"show"_s, u"1"_s, u"--method"_s, u"published"_s})
                 .object()[u"card"_s][u"impact"_s][u"shown"_s]
                 .toString(),
             u"7.8"_s);

    const ProgramRun text = m_desk->run({u"show"_s, u"1"_s, u"--history"_s});
    for (const char* part : {"Open model passes 10M", "7.4", "Notable", "Why it matters", "18 outlets",
                             "FUD risk", "History", "impact:1/ST:7"})
        QVERIFY2(text.out.contains(part), part);

    const ProgramRun unknown = m_desk->run({u"show"_s, u"99"_s});
    QCOMPARE(unknown.exit, 1);
    QVERIFY2(unknown.err.contains("99"), unknown.told());
    QVERIFY(unknown.out.isEmpty());
}

/// A headline from outside must not move a cursor or turn a line around.
void CliTest::terminalIsNotSteered()
{
    Dossier hostile = plainDossier(u"Red \u001b[31m bell \u0007 turned \u202Eabc"_s);
    hostile.story.summary = u"\u009b2J wiped\r\nline"_s;
    hostile.story.source = u"\u001b]0;title\u0007"_s;
    {
        auto store = Store::open(m_desk->path());
        QVERIFY(store);
        QVERIFY((*store)->addStories({hostile}, {u"Ada"_s, 0}));
    }
    for (const QStringList& call :
         {QStringList{u"list"_s}, {u"show"_s, u"4"_s, u"--history"_s}, {u"check"_s, u"4"_s}}) {
        const ProgramRun done = m_desk->run(call);
        QVERIFY2(!done.out.isEmpty(), done.told());
        const QString text = QString::fromUtf8(done.out);
        for (const QChar c : {QChar(0x1b), QChar(0x07), QChar(0x9b), QChar(0x202E), QChar(u'\r')})
            QVERIFY2(!text.contains(c), qPrintable(call.first() + QString::number(c.unicode(), 16)));
    }
}

void CliTest::fullOutputIsAnError()
{
    const auto codeInto = [this](const QString& device, const QStringList& arguments) {
        QProcess process;
        process.setStandardOutputFile(device);
        process.start(QStringLiteral(SCOREDESK_BINARY), arguments + QStringList{u"--desk"_s, m_desk->path()});
        return process.waitForFinished(60'000) ? process.exitCode() : -1;
    };
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no device that is always full");
    for (const QStringList& call : {QStringList{u"list"_s}, QStringList{u"export"_s, u"--json"_s},
                                    QStringList{u"export"_s, u"1"_s, u"--format"_s, u"html"_s}})
        QCOMPARE(codeInto(u"/dev/full"_s, call), 1);
    QCOMPARE(codeInto(u"/dev/null"_s, {u"list"_s}), 0);
    QVERIFY(m_desk->run({u"show"_s, u"1"_s, u"--history"_s}).out.count("Exported") == 0);
}

void CliTest::noDisplayIsTold()
{
    const ProgramRun done = runProgram({u"--desk"_s, m_desk->path()});
    QCOMPARE(done.exit, 1);
    QVERIFY2(done.err.contains("no display"), done.told());
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
