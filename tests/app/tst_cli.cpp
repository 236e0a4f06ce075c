// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/methodfile.h"
#include "storage/store.h"
#include "tests/support/program.h"
#include "tests/support/samples.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

static const QStringList commandNames = {u"import"_s, u"list"_s,    u"show"_s,   u"score"_s,
                                         u"state"_s,  u"export"_s,  u"check"_s,  u"drift"_s,
                                         u"backup"_s, u"restore"_s, u"verify"_s, u"salvage"_s};

/// The program itself on the command line, on desks of its own.
class CliTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

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

    void scores();
    void scoresByVector();
    void badScoresChangeNothing_data();
    void badScoresChangeNothing();

    void movesStories();
    void blockersHoldReady();
    void overruleIsKept();
    void checks();
    void drifts();

    void exportsToFileAndOutput();
    void exportIsReproducible();
    void blockersHoldExport();
    void failedExportsWriteNothing_data();
    void failedExportsWriteNothing();

    void backsUpAndRestores();
    void verifiesAndTellsDamage();
    void salvages();

private:
    ProgramRun run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// The same with --json, which must print JSON.
    QJsonDocument json(const QStringList& arguments, int exit = 0) const;
    QString file(const QString& name) const { return m_folder->filePath(name); }
    QJsonObject story(int id) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_desk;
};

/// Story 1 is whole and ready to go, 2 and 3 are bare.
void CliTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = file(u"desk.sqlite"_s);
    auto store = Store::open(m_desk);
    QVERIFY2(store, store ? "" : qPrintable(store.error().message));
    const auto ids = (*store)->addStories(
        {fullDossier(), plainDossier(u"Second story about chips"_s), plainDossier(u"Third story"_s)},
        {u"Ada"_s, 0});
    QVERIFY2(ids, ids ? "" : qPrintable(ids.error().message));
    QCOMPARE(ids->size(), 3);
}

void CliTest::cleanup()
{
    m_folder.reset();
}

ProgramRun CliTest::run(const QStringList& arguments, const QByteArray& input) const
{
    return runProgram(arguments + QStringList{u"--desk"_s, m_desk, u"--analyst"_s, u"Ada"_s}, input);
}

QJsonDocument CliTest::json(const QStringList& arguments, int exit) const
{
    const ProgramRun done = run(arguments + QStringList{u"--json"_s});
    if (done.exit != exit)
        qWarning("%s", done.told().constData());
    return done.exit == exit ? done.json() : QJsonDocument();
}

QJsonObject CliTest::story(int id) const
{
    return json({u"show"_s, QString::number(id)}).object();
}

void CliTest::helpSuffices_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("command");
    for (const QString& command : commandNames) {
        QTest::newRow(qPrintable(command)) << QStringList{command, u"--help"_s} << command;
        QTest::newRow(qPrintable(u"help "_s + command)) << QStringList{u"help"_s, command} << command;
    }
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
    for (const QString& command : commandNames)
        QVERIFY2(done.out.contains("\n  " + command.toUtf8() + " "), qPrintable(command));
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
}

void CliTest::wrongCalls()
{
    QFETCH(QStringList, arguments);
    const ProgramRun done = run(arguments);
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
                                      {u"verify"_s}};
    for (const QStringList& call : calls) {
        QTest::newRow(qPrintable(call.first() + u" without a desk"_s)) << call << false;
        QTest::newRow(qPrintable(call.first() + u" on a file that is no desk"_s)) << call << true;
    }
}

void CliTest::deskThatCannotBeOpened()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, garbage);
    const QString path = file(u"other.sqlite"_s);
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
    const ProgramRun done = runProgram({u"--desk"_s, m_desk, u"--json"_s, u"list"_s});
    QVERIFY2(done.exit == 0, done.told());
    QCOMPARE(done.json().array().size(), 3);
}

void CliTest::lists()
{
    const QJsonArray rows = json({u"list"_s, u"--order"_s, u"impact"_s}).array();
    QCOMPARE(rows.size(), 3);
    const QJsonObject first = rows.first().toObject();
    QCOMPARE(first[u"vector"_s].toString(), u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s);
    QVERIFY(qAbs(first[u"impact"_s][u"low"_s].toDouble() - 7.389) < 5e-4);
    QCOMPARE(first[u"stated"_s][u"outlets"_s].toInt(), 18);
    QCOMPARE(first[u"trust"_s].toString(), u"high"_s);

    const ProgramRun table = run({u"list"_s});
    QCOMPARE(table.exit, 0);
    QCOMPARE(table.out.count('\n'), 4);
    QVERIFY2(table.out.contains("7.4"), table.told());
    QVERIFY2(table.out.contains("18 · 3 t1"), table.told());

    QCOMPARE(json({u"list"_s, u"--limit"_s, u"1"_s}).array().size(), 1);
    QCOMPARE(json({u"list"_s, u"--limit"_s, u"0"_s}).array().size(), 3);
    QCOMPARE(json({u"list"_s, u"--search"_s, u"chips"_s}).array().size(), 1);
    QCOMPARE(json({u"list"_s, u"--search"_s, u"nowhere \" OR *"_s}).array().size(), 0);
    QCOMPARE(json({u"list"_s, u"--category"_s, u"AI"_s}).array().size(), 1);
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
    QCOMPARE(run({u"state"_s, u"2"_s, u"shortlisted"_s}).exit, 0);
    QCOMPARE(run({u"state"_s, u"3"_s, u"spiked"_s}).exit, 0);
    QCOMPARE(json({u"list"_s, u"--state"_s, state}).array().size(), count);
}

void CliTest::showsOneAndSeveral()
{
    const QJsonObject one = story(1);
    QCOMPARE(one[u"card"_s][u"impact"_s][u"shown"_s].toString(), u"7.4"_s);
    QCOMPARE(one[u"card"_s][u"impact"_s][u"band"_s].toString(), u"Notable"_s);
    QCOMPARE(one[u"articles"_s].toArray().size(), 3);
    const QString uuid = one[u"uuid"_s].toString();
    for (const QString& handle : {uuid, uuid.left(8), u"open-model-ten-million"_s})
        QCOMPARE(json({u"show"_s, handle}).object()[u"id"_s].toInt(), 1);
    QCOMPARE(json({u"show"_s, u"1"_s, u"2"_s, u"1"_s}).array().size(), 2);
    QCOMPARE(json({u"show"_s, u"1"_s, u"--method"_s, u"published"_s})
                 .object()[u"card"_s][u"impact"_s][u"shown"_s]
                 .toString(),
             u"7.8"_s);

    const ProgramRun text = run({u"show"_s, u"1"_s, u"--history"_s});
    for (const char* part : {"Open model passes 10M", "7.4", "Notable", "Why it matters", "18 outlets",
                             "FUD risk", "History", "impact:1/ST:7"})
        QVERIFY2(text.out.contains(part), part);

    const ProgramRun unknown = run({u"show"_s, u"99"_s});
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
        auto store = Store::open(m_desk);
        QVERIFY(store);
        QVERIFY((*store)->addStories({hostile}, {u"Ada"_s, 0}));
    }
    for (const QStringList& call :
         {QStringList{u"list"_s}, {u"show"_s, u"4"_s, u"--history"_s}, {u"check"_s, u"4"_s}}) {
        const ProgramRun done = run(call);
        QVERIFY2(!done.out.isEmpty(), done.told());
        const QString text = QString::fromUtf8(done.out);
        for (const QChar c : {QChar(0x1b), QChar(0x07), QChar(0x9b), QChar(0x202E), QChar(u'\r')})
            QVERIFY2(!text.contains(c), qPrintable(call.first() + QString::number(c.unicode(), 16)));
    }
}

void CliTest::scores()
{
    const QJsonObject card = json({u"score"_s, u"2"_s, u"stakes=7"_s, u"NO=6.5"_s, u"authority=x"_s,
                                   u"fud risk=1,5"_s, u"--rationale"_s, u"stakes=a = b"_s})
                                 .object();
    QCOMPARE(card[u"vector"_s].toString(), u"impact:1/ST:7/NO:6.5/AU:X/FU:1.5"_s);
    QCOMPARE(card[u"rationales"_s][u"stakes"_s].toString(), u"a = b"_s);
    QVERIFY(!card[u"impact"_s][u"complete"_s].toBool());
    QCOMPARE(card[u"values"_s][u"coverage"_s], QJsonValue(QJsonValue::Null));
    QCOMPARE(json({u"score"_s, u"2"_s, u"novelty=unset"_s}).object()[u"vector"_s].toString(),
             u"impact:1/ST:7/AU:X/FU:1.5"_s);
    // Kept, signed, and told by itself.
    QCOMPARE(json({u"score"_s, u"2"_s}).object()[u"vector"_s].toString(), u"impact:1/ST:7/AU:X/FU:1.5"_s);
    const ProgramRun history = run({u"show"_s, u"2"_s, u"--history"_s});
    QVERIFY2(history.out.contains("Ada") && history.out.contains("Stakes — → 7"), history.told());
    const ProgramRun text = run({u"score"_s, u"1"_s, u"stakes=7.5"_s});
    QVERIFY2(text.out.contains("Impact 7.5 · Major"), text.told());
}

void CliTest::scoresByVector()
{
    const QString vector = u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s;
    QCOMPARE(json({u"score"_s, u"2"_s, u"--vector"_s, vector}).object()[u"impact"_s][u"shown"_s].toString(),
             u"7.4"_s);
    QCOMPARE(json({u"score"_s, u"2"_s, u"--vector"_s, u"impact:1/ST:3"_s}).object()[u"vector"_s].toString(),
             u"impact:1/ST:3"_s);
}

void CliTest::badScoresChangeNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("above ten") << QStringList{u"stakes=8"_s, u"novelty=11"_s} << u"11"_s;
    QTest::newRow("below nought") << QStringList{u"stakes=8"_s, u"novelty=-1"_s} << u"-1"_s;
    QTest::newRow("hundredths") << QStringList{u"stakes=8"_s, u"novelty=7.25"_s} << u"7.25"_s;
    QTest::newRow("a word") << QStringList{u"stakes=8"_s, u"novelty=high"_s} << u"high"_s;
    QTest::newRow("unknown dimension") << QStringList{u"stakes=8"_s, u"fame=5"_s} << u"fame"_s;
    QTest::newRow("no equals sign") << QStringList{u"stakes=8"_s, u"novelty"_s} << u"novelty"_s;
    QTest::newRow("no dimension") << QStringList{u"stakes=8"_s, u"=7"_s} << u"=7"_s;
    QTest::newRow("bad vector") << QStringList{u"stakes=8"_s, u"--vector"_s, u"impact:1/ZZ:7"_s} << u"ZZ:7"_s;
    QTest::newRow("rationale of nothing")
        << QStringList{u"stakes=8"_s, u"--rationale"_s, u"fame=x"_s} << u"fame"_s;
}

void CliTest::badScoresChangeNothing()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const QJsonObject before = story(1);
    const ProgramRun done = run(QStringList{u"score"_s, u"1"_s} + arguments);
    QVERIFY2(done.exit == 2, done.told());
    QVERIFY2(done.err.contains(named.toUtf8()), done.told());
    QCOMPARE(story(1), before);
}

void CliTest::movesStories()
{
    QCOMPARE(run({u"state"_s, u"2"_s, u"3"_s, u"shortlisted"_s}).exit, 0);
    QCOMPARE(json({u"list"_s, u"--state"_s, u"shortlisted"_s}).array().size(), 2);
    QCOMPARE(run({u"state"_s, u"2"_s, u"spiked"_s, u"--reason"_s, u"old news"_s}).exit, 0);
    QCOMPARE(story(2)[u"state"_s].toObject(),
             (QJsonObject{
                 {u"stage"_s, u"spiked"_s}, {u"reason"_s, u"old news"_s}, {u"before"_s, u"shortlisted"_s}}));
    QCOMPARE(run({u"state"_s, u"2"_s, u"unspiked"_s}).exit, 0);
    QCOMPARE(story(2)[u"state"_s][u"stage"_s].toString(), u"shortlisted"_s);
    QCOMPARE(run({u"state"_s, u"2"_s, u"incoming"_s}).exit, 0);

    const ProgramRun unknown = run({u"state"_s, u"3"_s, u"77"_s, u"spiked"_s});
    QCOMPARE(unknown.exit, 1);
    QCOMPARE(story(3)[u"state"_s][u"stage"_s].toString(), u"shortlisted"_s);
}

void CliTest::blockersHoldReady()
{
    const QJsonArray moved = json({u"state"_s, u"1"_s, u"2"_s, u"ready"_s}, 1).array();
    QCOMPARE(moved.at(0)[u"stage"_s].toString(), u"ready"_s);
    QCOMPARE(moved.at(1)[u"stage"_s].toString(), u"incoming"_s);
    QVERIFY(moved.at(1)[u"held_by"_s].toArray().first().toString().contains(u"card-incomplete"));
    QCOMPARE(story(1)[u"state"_s][u"stage"_s].toString(), u"ready"_s);
    QCOMPARE(story(2)[u"state"_s][u"stage"_s].toString(), u"incoming"_s);
    const ProgramRun told = run({u"state"_s, u"2"_s, u"ready"_s});
    QVERIFY2(told.err.contains("not judged"), told.told());
}

void CliTest::overruleIsKept()
{
    QCOMPARE(run({u"state"_s, u"2"_s, u"ready"_s, u"--overrule"_s, u"drift=irrelevant"_s}).exit, 1);
    QVERIFY2(story(2)[u"overrules"_s].toObject().isEmpty(), "kept although the story did not move");
    QCOMPARE(run({u"state"_s, u"2"_s, u"ready"_s, u"--overrule"_s, u"card-incomplete=lead = agrees"_s}).exit,
             0);
    const QJsonObject after = story(2);
    QCOMPARE(after[u"state"_s][u"stage"_s].toString(), u"ready"_s);
    QCOMPARE(after[u"overrules"_s].toObject(), (QJsonObject{{u"card-incomplete"_s, u"lead = agrees"_s}}));
    QCOMPARE(run({u"check"_s, u"2"_s}).exit, 0);
}

void CliTest::checks()
{
    QCOMPARE(json({u"check"_s, u"1"_s}).array().first()[u"blocked"_s].toBool(), false);
    const QJsonObject bare = json({u"check"_s, u"2"_s}, 1).array().first().toObject();
    QVERIFY(bare[u"blocked"_s].toBool());
    const QJsonObject finding = bare[u"findings"_s].toArray().first().toObject();
    QCOMPARE(finding[u"check"_s].toString(), u"card-incomplete"_s);
    QCOMPARE(finding[u"severity"_s].toString(), u"blocker"_s);
    QCOMPARE(finding[u"field"_s].toString(), u"score"_s);

    QVERIFY2(json({u"check"_s}).array().isEmpty(), "nothing is on its way out yet");
    QCOMPARE(run({u"state"_s, u"1"_s, u"ready"_s}).exit, 0);
    QCOMPARE(run({u"state"_s, u"2"_s, u"shortlisted"_s}).exit, 0);
    QCOMPARE(json({u"check"_s}, 1).array().size(), 2);
    QCOMPARE(json({u"check"_s, u"--state"_s, u"ready"_s}).array().size(), 1);
    QCOMPARE(json({u"check"_s, u"--state"_s, u"all"_s}, 1).array().size(), 3);
    const ProgramRun other =
        runProgram({u"check"_s, u"1"_s, u"--desk"_s, m_desk, u"--analyst"_s, u"Grace"_s});
    QVERIFY2(other.exit == 1, other.told());
}

void CliTest::drifts()
{
    const QJsonObject report = json({u"drift"_s}).object();
    QCOMPARE(report[u"compared"_s].toInt(), 1);
    QCOMPARE(report[u"drifting"_s].toInt(), 0);
    QCOMPARE(report[u"without"_s].toInt(), 2);
    const QJsonObject published = json({u"drift"_s, u"--method"_s, u"published"_s}).object();
    QCOMPARE(published[u"drifting"_s].toInt(), 1);
    QVERIFY(qAbs(published[u"stories"_s].toArray().first()[u"drift"_s].toDouble() - (7.4 - 7.77)) < 1e-9);
    QVERIFY(run({u"drift"_s}).out.contains("0 of 1"));
}

static QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void CliTest::exportsToFileAndOutput()
{
    const QString path = file(u"brief.html"_s);
    const ProgramRun done = run({u"export"_s, u"1"_s, u"--out"_s, path, u"--tlp"_s, u"amber"_s});
    QVERIFY2(done.exit == 0, done.told());
    const QByteArray bytes = bytesOf(path);
    QVERIFY(bytes.contains("Open model passes 10M"));
    const QJsonArray exports = story(1)[u"exports"_s].toArray();
    QCOMPARE(exports.size(), 1);
    QCOMPARE(exports.first()[u"sha256"_s].toString().toLatin1(),
             QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QCOMPARE(exports.first()[u"path"_s].toString(), path);
    QCOMPARE(exports.first()[u"format"_s].toString(), u"html"_s);
    QCOMPARE(exports.first()[u"vector"_s].toString(), u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s);

    const ProgramRun piped = run({u"export"_s, u"1"_s, u"--format"_s, u"json"_s});
    QVERIFY2(piped.exit == 0, piped.told());
    QVERIFY2(!piped.json().isNull(), piped.told());
    QVERIFY(piped.out.contains("NewsArticle"));

    const ProgramRun named =
        run({u"export"_s, u"1"_s, u"--format"_s, u"csv"_s, u"--out"_s, m_folder->path()});
    QVERIFY2(named.exit == 0, named.told());
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.csv"_s}).size(), 1);

    const ProgramRun pdf = run({u"export"_s, u"1"_s});
    QVERIFY2(pdf.exit == 0, pdf.err);
    QVERIFY(pdf.out.startsWith("%PDF-"));
}

void CliTest::exportIsReproducible()
{
    QList<QByteArray> files;
    for (const QString& name : {u"a.pdf"_s, u"b.pdf"_s}) {
        const ProgramRun done =
            run({u"export"_s, u"1"_s, u"--date"_s, u"2026-04-20"_s, u"--out"_s, file(name)});
        QVERIFY2(done.exit == 0, done.told());
        files.append(bytesOf(file(name)));
    }
    QVERIFY(files.first().size() > 1000);
    QVERIFY2(files.first() == files.last(), "the same desk and date gave other bytes");
}

void CliTest::blockersHoldExport()
{
    const QString path = file(u"digest.html"_s);
    const ProgramRun held = run({u"export"_s, u"--all"_s, u"--out"_s, path});
    QVERIFY2(held.exit == 1, held.told());
    QVERIFY2(held.err.contains("card-incomplete"), held.told());
    QVERIFY(!QFile::exists(path));
    QVERIFY(story(1)[u"exports"_s].toArray().isEmpty());

    const ProgramRun overruled = run(
        {u"export"_s, u"1"_s, u"2"_s, u"--out"_s, path, u"--overrule"_s, u"card-incomplete=for a test"_s});
    QVERIFY2(overruled.exit == 0, overruled.told());
    QCOMPARE(story(2)[u"overrules"_s].toObject(), (QJsonObject{{u"card-incomplete"_s, u"for a test"_s}}));
    QVERIFY2(story(1)[u"overrules"_s].toObject().isEmpty(), "a reason was kept where nothing needed it");
    QCOMPARE(story(2)[u"exports"_s].toArray().size(), 1);
}

void CliTest::failedExportsWriteNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such story") << QStringList{u"99"_s, u"--out"_s, u"x.html"_s};
    QTest::newRow("no story in that state")
        << QStringList{u"--state"_s, u"spiked"_s, u"--out"_s, u"x.html"_s};
    QTest::newRow("no such folder") << QStringList{u"1"_s, u"--out"_s, u"nowhere/x.html"_s};
}

void CliTest::failedExportsWriteNothing()
{
    QFETCH(QStringList, arguments);
    arguments.last() = file(arguments.last());
    const ProgramRun done = run(QStringList{u"export"_s} + arguments);
    QVERIFY2(done.exit == 1, done.told());
    QVERIFY2(done.err.startsWith("scoredesk: "), done.told());
    QVERIFY(!QFile::exists(arguments.last()));
    QVERIFY(story(1)[u"exports"_s].toArray().isEmpty());
}

void CliTest::backsUpAndRestores()
{
    const QString backup = file(u"backup.sqlite"_s);
    QCOMPARE(run({u"backup"_s, backup}).exit, 0);
    QCOMPARE(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const ProgramRun again = run({u"backup"_s, backup});
    QVERIFY2(again.exit == 1, again.told());
    QCOMPARE(run({u"backup"_s, backup, u"--force"_s}).exit, 0);

    QCOMPARE(run({u"score"_s, u"1"_s, u"stakes=1"_s}).exit, 0);
    const QJsonObject restored = json({u"restore"_s, backup}).object();
    QVERIFY(QFile::exists(restored[u"kept_aside"_s].toString()));
    QCOMPARE(story(1)[u"card"_s][u"values"_s][u"stakes"_s].toDouble(), 7.0);

    QFile garbage(file(u"garbage"_s));
    QVERIFY(garbage.open(QIODevice::WriteOnly));
    garbage.write("no desk");
    garbage.close();
    for (const QString& bad : {garbage.fileName(), file(u"nothing"_s)}) {
        const ProgramRun done = run({u"restore"_s, bad});
        QVERIFY2(done.exit == 1, done.told());
        QCOMPARE(story(1)[u"card"_s][u"values"_s][u"stakes"_s].toDouble(), 7.0);
    }
}

void CliTest::verifiesAndTellsDamage()
{
    QVERIFY(json({u"verify"_s}).object()[u"sound"_s].toBool());
    QVERIFY(run({u"verify"_s}).out.contains("sound"));
    QFile desk(m_desk);
    QVERIFY(desk.open(QIODevice::ReadWrite));
    for (qint64 at = 8192; at + 4096 <= desk.size(); at += 8192) {
        desk.seek(at);
        desk.write(QByteArray(4096, '\x5a'));
    }
    desk.close();
    const ProgramRun done = run({u"verify"_s});
    QVERIFY2(done.exit == 1 || done.exit == 3, done.told());
    QVERIFY2(!done.err.isEmpty(), done.told());
}

void CliTest::salvages()
{
    const QString saved = file(u"saved.sqlite"_s);
    const ProgramRun done = runProgram({u"salvage"_s, m_desk, saved});
    QVERIFY2(done.exit == 0, done.told());
    QCOMPARE(runProgram({u"list"_s, u"--json"_s, u"--desk"_s, saved}).json().array().size(), 3);
    QCOMPARE(runProgram({u"salvage"_s, m_desk, saved}).exit, 1);
    QCOMPARE(runProgram({u"salvage"_s, file(u"nothing"_s), file(u"new"_s)}).exit, 1);
}

QTEST_GUILESS_MAIN(CliTest)
#include "tst_cli.moc"
