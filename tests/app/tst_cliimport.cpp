// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/store.h"
#include "tests/support/program.h"
#include "tests/support/samples.h"
#include "tests/support/shareddata.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

static const QByteArray brief = R"(Regulator fines Acme 40M over late safety reports
·Example Times
Acme was fined 40M after it reported two incidents nine weeks late. The regulator publishes its findings in full.
The fine is the first under the new rules, and others in the trade will read it as the going rate.
Impact scorecard
6.5/10
Stakes
7.0
Novelty
6.0
Authority
9.0
Coverage
5.0
Concreteness
8.0
Social
4.0
FUD risk
0.5
Coverage9 outlets · 2 tier-1
Example Times, Example Post, …
)";

/// Taking stories in with the program itself, and getting them out again.
class CliImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void readsABriefFromStandardInput();
    void aSecondTimeIsSkipped();
    void dryRunMakesNothing();
    void wrongCallMakesNothing();
    void nothingToImportMakesNoDesk_data();
    void nothingToImportMakesNoDesk();
    void deskWithoutStoriesMakesOneOnlyForWhatItBrings();
    void badFilesAreToldAndTheRestKept();
    void partOfAFileIsToldAndTheRestKept();
    void deskExportComesBackEqual();
    void feedsAndRulesComeBack();
    void partComesBackToItsOwnDeskAsItWas();
    void pdfComesBackWithItsCard();
    void theKnownBrief();
    void theScoredStories();
    void driftStraightFromAFile();

private:
    QString file(const QString& name) const { return m_folder->filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const;
    ProgramRun on(const QString& desk, const QStringList& arguments, const QByteArray& input = {}) const;
    /// A desk with the full sample and two bare stories.
    QString sampleDesk() const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

QString CliImportTest::write(const QString& name, const QByteArray& bytes) const
{
    QFile out(file(name));
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("cannot write a test's file");
    return out.fileName();
}

ProgramRun CliImportTest::on(const QString& desk, const QStringList& arguments, const QByteArray& input) const
{
    return runProgram(arguments + QStringList{u"--desk"_s, file(desk), u"--analyst"_s, u"Ada"_s}, input);
}

QString CliImportTest::sampleDesk() const
{
    auto store = Store::open(file(u"sample.sqlite"_s));
    if (!store ||
        !(*store)->addStories(
            {fullDossier(), plainDossier(u"Second story"_s), plainDossier(u"Third story"_s)}, {u"Ada"_s, 0}))
        qFatal("cannot make a test's desk");
    return u"sample.sqlite"_s;
}

void CliImportTest::readsABriefFromStandardInput()
{
    const ProgramRun done = on(u"d"_s, {u"import"_s, u"-"_s, u"--json"_s}, brief);
    QVERIFY2(done.exit == 0, done.told());
    const QJsonObject import = done.json().array().first().toObject();
    QCOMPARE(import[u"added"_s].toInt(), 1);
    QVERIFY2(import[u"problems"_s].toArray().isEmpty(), done.told());
    const int id = import[u"items"_s].toArray().first()[u"id"_s].toInt();
    const QJsonObject story = on(u"d"_s, {u"show"_s, QString::number(id), u"--json"_s}).json().object();
    QCOMPARE(story[u"headline"_s].toString(), u"Regulator fines Acme 40M over late safety reports"_s);
    QCOMPARE(story[u"card"_s][u"vector"_s].toString(), u"impact:1/ST:7/NO:6/AU:9/CO:5/CN:8/SO:4/FU:0.5"_s);
    QCOMPARE(story[u"card"_s][u"stated_impact"_s].toDouble(), 6.5);
    QCOMPARE(story[u"stated"_s][u"outlets"_s].toInt(), 9);
    QCOMPARE(QFile::permissions(file(u"d"_s)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void CliImportTest::aSecondTimeIsSkipped()
{
    const QString path = write(u"brief.txt"_s, brief);
    QVERIFY(on(u"d"_s, {u"import"_s, path}).out.contains("1 added, 0 merged, 0 skipped"));
    const ProgramRun again = on(u"d"_s, {u"import"_s, path, path});
    QCOMPARE(again.exit, 0);
    QCOMPARE(again.out.count("0 added, 0 merged, 1 skipped"), 2);
    QCOMPARE(on(u"d"_s, {u"list"_s, u"--json"_s}).json().array().size(), 1);
}

void CliImportTest::dryRunMakesNothing()
{
    const QString path = write(u"brief.txt"_s, brief);
    const ProgramRun done = on(u"d"_s, {u"import"_s, path, u"--dry-run"_s});
    QVERIFY2(done.exit == 0, done.told());
    QVERIFY2(done.out.contains("would be 1 added"), done.told());
    QVERIFY(!QFile::exists(file(u"d"_s)));
    const QString desk = sampleDesk();
    QCOMPARE(on(desk, {u"import"_s, path, u"--dry-run"_s}).exit, 0);
    QCOMPARE(on(desk, {u"list"_s, u"--json"_s}).json().array().size(), 3);
}

void CliImportTest::wrongCallMakesNothing()
{
    for (const QStringList& call : {QStringList{u"import"_s}, {u"import"_s, u"x"_s, u"--undo"_s}}) {
        const ProgramRun done = on(u"d"_s, call);
        QVERIFY2(done.exit == 2, done.told());
        QVERIFY(!QFile::exists(file(u"d"_s)));
    }
}

void CliImportTest::nothingToImportMakesNoDesk_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("JSON that is cut off") << QStringList{u"import"_s} << QByteArray("[{\"title\": ");
    QTest::newRow("items that are none") << QStringList{u"import"_s} << QByteArray("[17, 18]");
    QTest::newRow("nothing at all") << QStringList{u"import"_s} << QByteArray();
    QTest::newRow("an image") << QStringList{u"import"_s} << QByteArray("\x89PNG\r\n\x1a\n and more");
    QTest::newRow("no list of feeds") << QStringList{u"feed"_s, u"import"_s} << QByteArray("<html></html>");
    QTest::newRow("no table of outlets")
        << QStringList{u"outlets"_s, u"import"_s} << QByteArray("a,b\n1,2\n");
}

void CliImportTest::nothingToImportMakesNoDesk()
{
    QFETCH(QStringList, command);
    QFETCH(QByteArray, input);
    const ProgramRun done = on(u"d"_s, command + QStringList{u"-"_s}, input);
    QVERIFY2(done.exit == 1, done.told());
    QVERIFY2(done.err.startsWith("scoredesk: "), done.told());
    QVERIFY2(QDir(m_folder->path()).isEmpty(), "something was left behind");
}

void CliImportTest::deskWithoutStoriesMakesOneOnlyForWhatItBrings()
{
    QVERIFY(Store::open(file(u"bare.sqlite"_s)));
    const ProgramRun bare = on(u"bare.sqlite"_s, {u"export"_s, u"--json"_s});
    QVERIFY2(bare.exit == 0, bare.told());
    const ProgramRun read = on(u"d"_s, {u"import"_s, u"-"_s}, bare.out);
    QVERIFY2(read.exit == 0, read.told());
    QVERIFY2(read.out.contains("0 added"), read.told());
    QVERIFY2(!QFile::exists(file(u"d"_s)), "a desk was made for nothing");

    const QString opml = write(
        u"feeds.opml"_s,
        R"(<opml version="2.0"><body><outline text="Wire" type="rss" xmlUrl="https://wire.example/f"/></body></opml>)");
    QCOMPARE(on(u"bare.sqlite"_s, {u"feed"_s, u"import"_s, opml}).exit, 0);
    const ProgramRun feeds = on(u"bare.sqlite"_s, {u"export"_s, u"--json"_s});
    QCOMPARE(on(u"d"_s, {u"import"_s, u"-"_s}, feeds.out).exit, 0);
    QVERIFY2(on(u"d"_s, {u"feed"_s, u"list"_s}).out.contains("wire.example"), "the feed did not come in");
}

void CliImportTest::badFilesAreToldAndTheRestKept()
{
    const QStringList names = {
        file(u"nothing.txt"_s), write(u"empty.txt"_s, {}), write(u"cut.json"_s, "[{\"title\": "),
        write(u"image.png"_s, "\x89PNG\r\n\x1a\n and more"), write(u"good.txt"_s, brief)};
    const ProgramRun done = on(u"d"_s, QStringList{u"import"_s} + names);
    QVERIFY2(done.exit == 1, done.told());
    for (const QString& name : names.mid(0, 4))
        QVERIFY2(done.err.contains(name.section(u'/', -1).toUtf8()), qPrintable(name));
    QVERIFY2(done.out.contains("good.txt: 1 added"), done.told());
    QCOMPARE(on(u"d"_s, {u"list"_s, u"--json"_s}).json().array().size(), 1);
}

void CliImportTest::partOfAFileIsToldAndTheRestKept()
{
    const QString path =
        write(u"two.json"_s, R"([{"title": "A story with a headline", "summary": "And a summary."}, 17])");
    const ProgramRun done = on(u"d"_s, {u"import"_s, path});
    QVERIFY2(done.exit == 1, done.told());
    QVERIFY2(done.err.contains("item 2"), done.told());
    QVERIFY2(done.out.contains("1 added"), done.told());
}

void CliImportTest::deskExportComesBackEqual()
{
    const QString desk = sampleDesk();
    QCOMPARE(on(desk, {u"state"_s, u"2"_s, u"spiked"_s, u"--reason"_s, u"old news"_s}).exit, 0);
    const ProgramRun first = on(desk, {u"export"_s, u"--json"_s});
    QVERIFY2(first.exit == 0, first.err);
    QCOMPARE(first.json().object()[u"format"_s].toString(), u"scoredesk-desk/1"_s);

    QVERIFY(on(u"copy"_s, {u"import"_s, u"-"_s}, first.out).exit == 0);
    const ProgramRun second = on(u"copy"_s, {u"export"_s, u"--json"_s});
    QCOMPARE(second.exit, 0);
    QVERIFY2(second.out == first.out, "the copy's export differs from the original's");

    const ProgramRun some = on(desk, {u"export"_s, u"1"_s, u"--json"_s, u"--out"_s, file(u"some.json"_s)});
    QVERIFY2(some.exit == 0, some.told());
    QVERIFY(on(u"some"_s, {u"import"_s, file(u"some.json"_s)}).out.contains("1 added"));
}

void CliImportTest::feedsAndRulesComeBack()
{
    const QString opml = write(u"feeds.opml"_s, R"(<opml version="2.0"><body><outline text="Wires">
<outline text="Wire" type="rss" xmlUrl="https://wire.example/feed"/></outline></body></opml>)");
    const QString desk = sampleDesk();
    QVERIFY(on(desk, {u"feed"_s, u"import"_s, opml}).exit == 0);
    QVERIFY(on(desk, {u"rules"_s, u"add"_s, u"title:sponsored"_s, u"--spike"_s}).exit == 0);
    const ProgramRun first = on(desk, {u"export"_s, u"--json"_s});
    const ProgramRun read = on(u"copy"_s, {u"import"_s, u"-"_s}, first.out);
    QVERIFY2(read.exit == 0, read.told());
    QVERIFY2(read.out.contains("3 added, 0 merged, 0 skipped, 1 feed"), read.told());
    QVERIFY2(on(u"copy"_s, {u"export"_s, u"--json"_s}).out == first.out, "the copy's export differs");
    const QJsonObject again =
        on(u"copy"_s, {u"import"_s, u"-"_s, u"--json"_s}, first.out).json().array().first().toObject();
    QCOMPARE(again[u"feeds"_s].toInt(-1), 0);
    QCOMPARE(again[u"rules"_s].toInt(-1), 0);
}

// A desk restored from a backup takes in what was done since, from an export of a story.
void CliImportTest::partComesBackToItsOwnDeskAsItWas()
{
    const QString desk = sampleDesk();
    const QString backup = file(u"before.sqlite"_s);
    QCOMPARE(on(desk, {u"backup"_s, backup}).exit, 0);
    QCOMPARE(on(desk, {u"import"_s, u"-"_s}, "Port strike ends\n\nDockers and owners signed at dawn.\n").exit,
             0);
    const ProgramRun ready =
        on(desk, {u"state"_s, u"4"_s, u"ready"_s, u"--overrule"_s, u"card-incomplete=no time"_s});
    QVERIFY2(ready.exit == 0, ready.told());
    const QString part = file(u"part.json"_s);
    QCOMPARE(on(desk, {u"export"_s, u"4"_s, u"--json"_s, u"--out"_s, part}).exit, 0);
    QCOMPARE(on(desk, {u"restore"_s, backup}).exit, 0);
    QVERIFY(on(desk, {u"import"_s, part}).out.contains("1 added"));
    const QJsonObject story = on(desk, {u"show"_s, u"4"_s, u"--json"_s}).json().object();
    QCOMPARE(story[u"state"_s][u"stage"_s].toString(), u"ready"_s);
    QCOMPARE(story[u"overrules"_s].toObject()[u"card-incomplete"_s].toString(), u"no time"_s);
    const QByteArray before = on(desk, {u"export"_s, u"1"_s, u"2"_s, u"--json"_s}).out;
    QVERIFY(before.contains("\"part\": true"));
    QVERIFY(!before.contains("\"settings\""));
}

void CliImportTest::pdfComesBackWithItsCard()
{
    const QString path = file(u"brief.pdf"_s);
    const ProgramRun written = on(sampleDesk(), {u"export"_s, u"1"_s, u"--out"_s, path});
    QVERIFY2(written.exit == 0, written.told());
    const ProgramRun read = on(u"other"_s, {u"import"_s, path});
    QVERIFY2(read.exit == 0, read.told());
    const QJsonObject story = on(u"other"_s, {u"show"_s, u"1"_s, u"--json"_s}).json().object();
    QCOMPARE(story[u"card"_s][u"vector"_s].toString(),
             u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s);
    QCOMPARE(story[u"headline"_s].toString(), fullDossier().story.headline);
}

void CliImportTest::theKnownBrief()
{
    const QString path = sharedData(u"data/impact-brief.txt"_s);
    if (path.isEmpty())
        QSKIP("the brief is not beside the project");
    const ProgramRun done = on(u"d"_s, {u"import"_s, path});
    QVERIFY2(done.exit == 0, done.told());
    QVERIFY2(done.out.contains("4 added"), done.told());
    const QJsonArray rows = on(u"d"_s, {u"list"_s, u"--order"_s, u"impact"_s, u"--json"_s}).json().array();
    QCOMPARE(rows.size(), 4);
    QVERIFY(qAbs(rows.first()[u"impact"_s][u"low"_s].toDouble() - 7.389) < 5e-4);
    QVERIFY(rows.at(1)[u"impact"_s].toObject().isEmpty());
    const ProgramRun shown = on(u"d"_s, {u"show"_s, rows.first()[u"id"_s].toVariant().toString()});
    for (const char* part : {"Impact 7.4", "18 outlets · 3 tier-1", "Gemma 4 crosses 10M"})
        QVERIFY2(shown.out.contains(part), part);
}

void CliImportTest::theScoredStories()
{
    const QString path = sharedData(u"data/scored-stories.json"_s);
    if (path.isEmpty())
        QSKIP("the scored stories are not beside the project");
    const ProgramRun done = on(u"d"_s, {u"import"_s, path});
    QVERIFY2(done.exit == 0, done.told());
    QVERIFY2(done.out.contains("63 added, 0 merged, 0 skipped"), done.told());
    const ProgramRun first = on(u"d"_s, {u"export"_s, u"--json"_s});
    QCOMPARE(on(u"copy"_s, {u"import"_s, u"-"_s}, first.out).exit, 0);
    QVERIFY2(on(u"copy"_s, {u"export"_s, u"--json"_s}).out == first.out, "the copy's export differs");
    const ProgramRun checked = on(u"d"_s, {u"check"_s, u"--state"_s, u"all"_s});
    QVERIFY2(checked.exit == 0, checked.told());
}

void CliImportTest::driftStraightFromAFile()
{
    const QString path = sharedData(u"data/scored-stories.json"_s);
    if (path.isEmpty())
        QSKIP("the scored stories are not beside the project");
    const ProgramRun done = on(u"d"_s, {u"drift"_s, path, u"--json"_s});
    QVERIFY2(done.exit == 0, done.told());
    const QJsonObject report = done.json().object();
    QCOMPARE(report[u"compared"_s].toInt(), 63);
    QCOMPARE(report[u"drifting"_s].toInt(), 57);
    QCOMPARE(on(u"d"_s, {u"drift"_s, path, u"--method"_s, u"published"_s, u"--json"_s})
                 .json()
                 .object()[u"drifting"_s]
                 .toInt(),
             45);
    QVERIFY2(!QFile::exists(file(u"d"_s)), "reading a file made a desk");
    QCOMPARE(on(u"d"_s, {u"drift"_s, file(u"nothing"_s)}).exit, 1);
}

QTEST_GUILESS_MAIN(CliImportTest)
#include "tst_cliimport.moc"
