// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"
#include "tests/support/samples.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <memory>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Sending briefs out, and caring for the desk file, on the command line.
class CliExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ProgramDesk>(); }
    void cleanup() { m_desk.reset(); }

    void exportsToFileAndOutput();
    void exportIsReproducible();
    void blockersHoldExport();
    void goesOutWithTheCardOfAnother();
    void sampleIsSignedByItsAuthor();
    void failedExportsWriteNothing_data();
    void failedExportsWriteNothing();
    void backsUpAndRestores();
    void verifiesAndTellsDamage();
    void deskIsNotWrittenOver();
    void fileIsWrittenOverOnlyByForce_data();
    void fileIsWrittenOverOnlyByForce();
    void pipesAndStandardOutputNeedNoForce();
    void whatIsForReadingIsNotReadBack();
    void salvages();

private:
    std::unique_ptr<ProgramDesk> m_desk;
};

static QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void CliExportTest::exportsToFileAndOutput()
{
    const QString path = m_desk->file(u"brief.html"_s);
    const ProgramRun done = m_desk->run({u"export"_s, u"1"_s, u"--out"_s, path, u"--tlp"_s, u"amber"_s});
    QVERIFY2(done.exit == 0, done.told());
    const QByteArray bytes = bytesOf(path);
    QVERIFY(bytes.contains("Open model passes 10M"));
    const QJsonArray exports = m_desk->story(1)[u"exports"_s].toArray();
    QCOMPARE(exports.size(), 1);
    QCOMPARE(exports.first()[u"sha256"_s].toString().toLatin1(),
             QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    QCOMPARE(exports.first()[u"path"_s].toString(), path);
    QCOMPARE(exports.first()[u"format"_s].toString(), u"html"_s);
    QCOMPARE(exports.first()[u"vector"_s].toString(), u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s);

    const ProgramRun piped = m_desk->run({u"export"_s, u"1"_s, u"--format"_s, u"json"_s});
    QVERIFY2(piped.exit == 0, piped.told());
    QVERIFY2(!piped.json().isNull(), piped.told());
    QVERIFY(piped.out.contains("NewsArticle"));

    const ProgramRun named =
        m_desk->run({u"export"_s, u"1"_s, u"--format"_s, u"csv"_s, u"--out"_s, m_desk->folder()});
    QVERIFY2(named.exit == 0, named.told());
    QCOMPARE(QDir(m_desk->folder()).entryList({u"*.csv"_s}).size(), 1);

    const QString whole = m_desk->file(u"desk.json"_s);
    const ProgramRun desk = m_desk->run({u"export"_s, u"--json"_s, u"--out"_s, whole});
    QVERIFY2(desk.exit == 0, desk.told());
    QCOMPARE(
        desk.json().object(),
        (QJsonObject{{u"file"_s, whole},
                     {u"stories"_s, 3},
                     {u"sha256"_s,
                      QString::fromLatin1(
                          QCryptographicHash::hash(bytesOf(whole), QCryptographicHash::Sha256).toHex())}}));

    const ProgramRun pdf = m_desk->run({u"export"_s, u"1"_s});
    QVERIFY2(pdf.exit == 0, pdf.err);
    QVERIFY(pdf.out.startsWith("%PDF-"));
}

void CliExportTest::exportIsReproducible()
{
    QList<QByteArray> files;
    for (const QString& name : {u"a.pdf"_s, u"b.pdf"_s}) {
        const ProgramRun done =
            m_desk->run({u"export"_s, u"1"_s, u"--date"_s, u"2026-04-20"_s, u"--out"_s, m_desk->file(name)});
        QVERIFY2(done.exit == 0, done.told());
        files.append(bytesOf(m_desk->file(name)));
    }
    QVERIFY(files.first().size() > 1000);
    QVERIFY2(files.first() == files.last(), "the same desk and date gave other bytes");
}

void CliExportTest::blockersHoldExport()
{
    const QString path = m_desk->file(u"digest.html"_s);
    const ProgramRun held = m_desk->run({u"export"_s, u"--all"_s, u"--out"_s, path});
    QVERIFY2(held.exit == 1, held.told());
    QVERIFY2(held.err.contains("card-incomplete"), held.told());
    QVERIFY(!QFile::exists(path));
    QVERIFY(m_desk->story(1)[u"exports"_s].toArray().isEmpty());

    const ProgramRun overruled = m_desk->run(
        {u"export"_s, u"1"_s, u"2"_s, u"--out"_s, path, u"--overrule"_s, u"card-incomplete=for a test"_s});
    QVERIFY2(overruled.exit == 0, overruled.told());
    QCOMPARE(m_desk->story(2)[u"overrules"_s].toObject(),
             (QJsonObject{{u"card-incomplete"_s, u"for a test"_s}}));
    QVERIFY2(m_desk->story(1)[u"overrules"_s].toObject().isEmpty(),
             "a reason was kept where nothing needed it");
    QCOMPARE(m_desk->story(2)[u"exports"_s].toArray().size(), 1);
}

void CliExportTest::goesOutWithTheCardOfAnother()
{
    const auto asBen = [this](const QStringList& arguments) {
        return runProgram(arguments + QStringList{u"--desk"_s, m_desk->path(), u"--analyst"_s, u"Ben"_s});
    };
    const ProgramRun checked = asBen({u"check"_s, u"1"_s});
    QVERIFY2(checked.exit == 0, checked.told());
    QVERIFY2(checked.out.contains("that of Ada"), checked.told());
    QVERIFY(asBen({u"state"_s, u"1"_s, u"ready"_s}).exit == 0);
    const ProgramRun brief = asBen({u"export"_s, u"1"_s, u"--format"_s, u"markdown"_s});
    QVERIFY2(brief.exit == 0, brief.told());
    QVERIFY2(brief.out.contains("Scored by Ada") && brief.out.contains("Ben"), brief.told());
    QVERIFY(brief.out.contains("7.4"));
    const QJsonObject record = m_desk->story(1)[u"exports"_s].toArray().first().toObject();
    QCOMPARE(record[u"analyst"_s].toString(), u"Ben"_s);
    QCOMPARE(record[u"vector"_s].toString(), u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s);
    const ProgramRun own = m_desk->run({u"export"_s, u"1"_s, u"--format"_s, u"markdown"_s});
    QVERIFY(!own.out.contains("Scored by"));
    // A card of his own that is not whole holds it back: it is his that would go out.
    QVERIFY(asBen({u"score"_s, u"1"_s, u"stakes=3"_s}).exit == 0);
    const ProgramRun held = asBen({u"export"_s, u"1"_s, u"--format"_s, u"markdown"_s});
    QVERIFY2(held.exit == 1 && held.err.contains("card-incomplete"), held.told());
}

void CliExportTest::sampleIsSignedByItsAuthor()
{
    const QString sample = m_desk->file(u"sample.sqlite"_s);
    const auto onSample = [&sample](const QStringList& arguments) {
        return runProgram(arguments + QStringList{u"--desk"_s, sample, u"--analyst"_s, u"Zoe Quill"_s});
    };
    QCOMPARE(onSample({u"import"_s, u"--sample"_s}).exit, 0);
    for (const QString& format : {u"markdown"_s, u"json"_s, u"csv"_s}) {
        const ProgramRun digest = onSample({u"export"_s, u"--state"_s, u"ready"_s, u"--format"_s, format});
        QVERIFY2(digest.exit == 0, digest.told());
        QVERIFY2(digest.out.contains("Sample desk") && !digest.out.contains("Zoe Quill"), digest.told());
    }
    const QJsonObject kept = onSample({u"show"_s, u"1"_s, u"--json"_s}).json().object();
    QCOMPARE(kept[u"exports"_s].toArray().size(), 3);
    for (const QJsonValue& record : kept[u"exports"_s].toArray()) {
        QCOMPARE(record[u"analyst"_s].toString(), u"Sample desk"_s);
        QCOMPARE(record[u"vector"_s], kept[u"card"_s][u"vector"_s]);
    }
    // Who changes a story makes it theirs.
    QCOMPARE(onSample({u"score"_s, u"1"_s, u"stakes=5"_s}).exit, 0);
    const ProgramRun own = onSample({u"export"_s, u"1"_s, u"--format"_s, u"markdown"_s});
    QVERIFY2(own.out.contains("Zoe Quill") && !own.out.contains("Sample desk"), own.told());
}

void CliExportTest::failedExportsWriteNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no such story") << QStringList{u"99"_s, u"--out"_s, u"x.html"_s};
    QTest::newRow("no story in that state")
        << QStringList{u"--state"_s, u"spiked"_s, u"--out"_s, u"x.html"_s};
    QTest::newRow("no such folder") << QStringList{u"1"_s, u"--out"_s, u"nowhere/x.html"_s};
}

void CliExportTest::failedExportsWriteNothing()
{
    QFETCH(QStringList, arguments);
    arguments.last() = m_desk->file(arguments.last());
    const ProgramRun done = m_desk->run(QStringList{u"export"_s} + arguments);
    QVERIFY2(done.exit == 1, done.told());
    QVERIFY2(done.err.startsWith("scoredesk: "), done.told());
    QVERIFY(!QFile::exists(arguments.last()));
    QVERIFY(m_desk->story(1)[u"exports"_s].toArray().isEmpty());
}

void CliExportTest::backsUpAndRestores()
{
    const QString backup = m_desk->file(u"backup.sqlite"_s);
    QCOMPARE(m_desk->run({u"backup"_s, backup}).exit, 0);
    QCOMPARE(QFile::permissions(backup) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const ProgramRun again = m_desk->run({u"backup"_s, backup});
    QVERIFY2(again.exit == 1, again.told());
    QCOMPARE(m_desk->run({u"backup"_s, backup, u"--force"_s}).exit, 0);

    QCOMPARE(m_desk->run({u"score"_s, u"1"_s, u"stakes=1"_s}).exit, 0);
    const QJsonObject restored = m_desk->json({u"restore"_s, backup}).object();
    QVERIFY(QFile::exists(restored[u"kept_aside"_s].toString()));
    QCOMPARE(m_desk->story(1)[u"card"_s][u"values"_s][u"stakes"_s].toDouble(), 7.0);

    QFile garbage(m_desk->file(u"garbage"_s));
    QVERIFY(garbage.open(QIODevice::WriteOnly));
    garbage.write("no desk");
    garbage.close();
    for (const QString& bad : {garbage.fileName(), m_desk->file(u"nothing"_s)}) {
        const ProgramRun done = m_desk->run({u"restore"_s, bad});
        QVERIFY2(done.exit == 1, done.told());
        QCOMPARE(m_desk->story(1)[u"card"_s][u"values"_s][u"stakes"_s].toDouble(), 7.0);
    }
}

void CliExportTest::verifiesAndTellsDamage()
{
    QVERIFY(m_desk->json({u"verify"_s}).object()[u"sound"_s].toBool());
    QVERIFY(m_desk->run({u"verify"_s}).out.contains("sound"));
    QFile desk(m_desk->path());
    QVERIFY(desk.open(QIODevice::ReadWrite));
    for (qint64 at = 8192; at + 4096 <= desk.size(); at += 8192) {
        desk.seek(at);
        desk.write(QByteArray(4096, '\x5a'));
    }
    desk.close();
    const ProgramRun done = m_desk->run({u"verify"_s});
    QVERIFY2(done.exit == 1, done.told());
    QVERIFY2(!done.err.isEmpty(), done.told());

    const QString saved = m_desk->file(u"saved.sqlite"_s);
    const ProgramRun salvaged = runProgram({u"salvage"_s, m_desk->path(), saved});
    QVERIFY2(salvaged.exit == 1 && salvaged.err.contains("lost"), salvaged.told());

    // All but the first page's head is gone: it cannot even be opened.
    QVERIFY(desk.open(QIODevice::ReadWrite));
    desk.seek(100);
    desk.write(QByteArray(int(desk.size()) - 100, '\x5a'));
    desk.close();
    const ProgramRun unreadable = m_desk->run({u"verify"_s, u"--json"_s});
    QVERIFY2(unreadable.exit == 1, unreadable.told());
    QVERIFY2(!unreadable.json().object()[u"sound"_s].toBool(true), unreadable.told());
    QVERIFY(!unreadable.json().object()[u"damage"_s].toArray().isEmpty());

    for (const QByteArray& other : {QByteArray("no desk"), QByteArray()}) {
        QVERIFY(desk.open(QIODevice::WriteOnly));
        desk.write(other);
        desk.close();
        const ProgramRun none = m_desk->run({u"verify"_s});
        QVERIFY2(none.exit == 3, none.told());
    }
    QVERIFY(desk.remove());
    QCOMPARE(m_desk->run({u"verify"_s}).exit, 3);
}

void CliExportTest::deskIsNotWrittenOver()
{
    const QList<QStringList> calls = {
        {u"export"_s, u"1"_s, u"--out"_s, m_desk->path(), u"--format"_s, u"pdf"_s},
        {u"export"_s, u"--json"_s, u"--out"_s, m_desk->path()},
        {u"feed"_s, u"export"_s, m_desk->path()},
        {u"outlets"_s, u"export"_s, m_desk->path()},
        {u"export"_s, u"--json"_s, u"--force"_s, u"--out"_s, m_desk->path()},
        {u"feed"_s, u"export"_s, u"--force"_s, m_desk->path()}};
    for (const QStringList& call : calls) {
        const ProgramRun done = m_desk->run(call);
        QVERIFY2(done.exit == 1 && done.err.contains("desk"), done.told());
        QVERIFY(m_desk->json({u"verify"_s}).object()[u"sound"_s].toBool());
    }
}

void CliExportTest::fileIsWrittenOverOnlyByForce_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("a brief") << QStringList{u"export"_s, u"1"_s, u"--format"_s, u"html"_s, u"--out"_s};
    QTest::newRow("the desk") << QStringList{u"export"_s, u"--json"_s, u"--out"_s};
    QTest::newRow("feeds") << QStringList{u"feed"_s, u"export"_s};
    QTest::newRow("outlets") << QStringList{u"outlets"_s, u"export"_s};
    QTest::newRow("a backup") << QStringList{u"backup"_s};
}

void CliExportTest::fileIsWrittenOverOnlyByForce()
{
    QFETCH(QStringList, arguments);
    QFile thesis(m_desk->file(u"thesis.txt"_s));
    QVERIFY(thesis.open(QIODevice::WriteOnly) && thesis.write("years of work") > 0);
    thesis.close();
    arguments.append(thesis.fileName());
    const ProgramRun refused = m_desk->run(arguments);
    QVERIFY2(refused.exit == 1, refused.told());
    QVERIFY2(refused.err.contains("thesis.txt is there already; --force"), refused.told());
    QCOMPARE(bytesOf(thesis.fileName()), QByteArray("years of work"));
    QVERIFY2(m_desk->story(1)[u"exports"_s].toArray().isEmpty(), "put on record, but not written");
    const ProgramRun forced = m_desk->run(arguments + QStringList{u"--force"_s});
    QVERIFY2(forced.exit == 0, forced.told());
    QVERIFY(bytesOf(thesis.fileName()) != "years of work");
}

void CliExportTest::pipesAndStandardOutputNeedNoForce()
{
    const QStringList brief = {u"export"_s, u"1"_s, u"--format"_s, u"html"_s, u"--date"_s, u"2026-04-20"_s};
    const QByteArray plain = m_desk->run(brief).out;
    QVERIFY(plain.contains("Open model passes 10M"));
    const ProgramRun named = m_desk->run(brief + QStringList{u"--out"_s, u"/dev/stdout"_s});
    QVERIFY2(named.exit == 0, named.told());
    QVERIFY2(named.out == plain, named.told());

    const QString pipe = m_desk->file(u"pipe"_s);
    const QByteArray path = QFile::encodeName(pipe);
    QCOMPARE(::mkfifo(path.constData(), 0600), 0);
    const int reader = ::open(path.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(reader >= 0);
    const ProgramRun piped = m_desk->run({u"outlets"_s, u"export"_s, pipe});
    QByteArray read(65536, '\0');
    read.truncate(std::max<ssize_t>(::read(reader, read.data(), size_t(read.size())), 0));
    ::close(reader);
    QVERIFY2(piped.exit == 0, piped.told());
    QCOMPARE(read, m_desk->run({u"outlets"_s, u"export"_s}).out);
    const ProgramRun backup = m_desk->run({u"backup"_s, pipe, u"--force"_s});
    QVERIFY2(backup.exit == 1 && backup.err.contains("is no file"), backup.told());
    struct stat still = {};
    QVERIFY(::stat(path.constData(), &still) == 0 && S_ISFIFO(still.st_mode));
}

void CliExportTest::whatIsForReadingIsNotReadBack()
{
    const int stories = int(m_desk->json({u"list"_s}).array().size());
    for (const QString& format : {u"html"_s, u"csv"_s, u"md"_s}) {
        const QString file = m_desk->file(u"brief."_s + format);
        QCOMPARE(m_desk->run({u"export"_s, u"1"_s, u"--out"_s, file}).exit, 0);
        const ProgramRun done = m_desk->run({u"import"_s, file});
        QVERIFY2(done.exit == 1 && done.err.contains("PDF"), done.told());
    }
    QVERIFY(m_desk->run({u"import"_s, m_desk->path()}).exit == 1);
    QCOMPARE(m_desk->json({u"list"_s}).array().size(), stories);
}

void CliExportTest::salvages()
{
    const QString saved = m_desk->file(u"saved.sqlite"_s);
    const ProgramRun done = runProgram({u"salvage"_s, m_desk->path(), saved});
    QVERIFY2(done.exit == 0, done.told());
    QCOMPARE(runProgram({u"list"_s, u"--json"_s, u"--desk"_s, saved}).json().array().size(), 3);
    QCOMPARE(runProgram({u"salvage"_s, m_desk->path(), saved}).exit, 1);
    QCOMPARE(runProgram({u"salvage"_s, m_desk->file(u"nothing"_s), m_desk->file(u"new"_s)}).exit, 1);
}

QTEST_GUILESS_MAIN(CliExportTest)
#include "tst_cliexport.moc"
