// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/deskjson.h"
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "ui/brief/exporter.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Export files: how they are written, what they are called, and what goes wrong in words.
class WriteExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAndHashes();
    void replacesWhole();
    void deskExportsArePrivate();
    void keepsALinkALink();
    void keepsAPipeAPipe();
    void leavesNothingBehind_data();
    void leavesNothingBehind();
    void fullDiskKeepsTheOldFile();
    void suggestsSafeNames_data();
    void suggestsSafeNames();
    void namesADigestByDate();
    void readsFormats_data();
    void readsFormats();
    void readsMarkings_data();
    void readsMarkings();
};

static QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(absent)");
}

static QStringList entries(const QString& folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

void WriteExportTest::writesAndHashes()
{
    const QTemporaryDir folder;
    const mode_t mask = ::umask(022);
    const auto hash = writeExport(folder.filePath(u"a.pdf"_s), "bytes");
    ::umask(mask);
    QVERIFY(hash.has_value());
    QCOMPARE(*hash,
             QString::fromLatin1(QCryptographicHash::hash("bytes", QCryptographicHash::Sha256).toHex()));
    QCOMPARE(contents(folder.filePath(u"a.pdf"_s)), QByteArray("bytes"));
    QCOMPARE(entries(folder.path()), QStringList{u"a.pdf"_s});
    // An export is made to be sent: readable as any file its user makes.
    struct stat info = {};
    QCOMPARE(::stat(folder.filePath(u"a.pdf"_s).toLocal8Bit().constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777, mode_t(0644));
}

void WriteExportTest::replacesWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    QVERIFY(writeExport(path, QByteArray(1000, 'x')).has_value());
    ::chmod(path.toLocal8Bit().constData(), 0600);
    QVERIFY(writeExport(path, "short").has_value());
    QCOMPARE(contents(path), QByteArray("short"));
    struct stat info = {};
    ::stat(path.toLocal8Bit().constData(), &info);
    QCOMPARE(info.st_mode & 0777, mode_t(0600));
}

void WriteExportTest::deskExportsArePrivate()
{
    DeskContents desk;
    desk.categories = {u"AI"_s};
    desk.dossiers = {Test::fullDossier()};
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.json"_s);
    const mode_t mask = ::umask(022);
    struct stat info = {};
    for (const char* when : {"new", "over a file that all may read"}) {
        QVERIFY(writeExport(path, deskToJson(desk)).has_value());
        QCOMPARE(::stat(path.toLocal8Bit().constData(), &info), 0);
        QVERIFY2((info.st_mode & 0777) == 0600, when);
        ::chmod(path.toLocal8Bit().constData(), 0644);
    }
    ::umask(mask);
}

void WriteExportTest::keepsALinkALink()
{
    const QTemporaryDir folder;
    const QString target = folder.filePath(u"target.pdf"_s);
    const QString link = folder.filePath(u"link.pdf"_s);
    QVERIFY(writeExport(target, "old").has_value());
    QVERIFY(QFile::link(target, link));
    QVERIFY(writeExport(link, "new").has_value());
    QVERIFY(QFileInfo(link).isSymLink());
    QCOMPARE(contents(target), QByteArray("new"));
}

void WriteExportTest::keepsAPipeAPipe()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    const int reader = ::open(path.toLocal8Bit().constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(reader >= 0);
    const auto hash = writeExport(path, "bytes");
    char read[16] = {};
    const ssize_t size = ::read(reader, read, sizeof read);
    ::close(reader);
    QVERIFY(hash.has_value());
    QCOMPARE(QByteArray(read, int(std::max<ssize_t>(size, 0))), QByteArray("bytes"));
    QCOMPARE(entries(folder.path()), QStringList{u"pipe"_s});
    struct stat info = {};
    QVERIFY(::stat(path.toLocal8Bit().constData(), &info) == 0 && S_ISFIFO(info.st_mode));
}

void WriteExportTest::leavesNothingBehind_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    QTest::newRow("folder missing") << u"missing/a.pdf"_s << u"does not exist"_s;
    QTest::newRow("folder is a file") << u"file/a.pdf"_s << u"does not exist"_s;
    QTest::newRow("target is a folder") << u"folder"_s << u"a folder of that name"_s;
    QTest::newRow("no name") << QString() << u"no file name"_s;
    QTest::newRow("name too long") << QString(300, u'a') << u"the name is too long"_s;
}

void WriteExportTest::leavesNothingBehind()
{
    QFETCH(QString, name);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    QVERIFY(writeExport(folder.filePath(u"file"_s), "file").has_value());
    QVERIFY(QDir(folder.path()).mkdir(u"folder"_s));
    const auto hash = writeExport(name.isEmpty() ? name : folder.filePath(name), "bytes");
    QVERIFY(!hash.has_value());
    QVERIFY2(hash.error().message.contains(reason), qPrintable(hash.error().message));
    QCOMPARE(entries(folder.path()), QStringList({u"file"_s, u"folder"_s}));
}

void WriteExportTest::fullDiskKeepsTheOldFile()
{
    // A limit on file size stands in for a full disk: the write fails half-way.
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    QVERIFY(writeExport(path, "old").has_value());
    rlimit before = {};
    ::getrlimit(RLIMIT_FSIZE, &before);
    auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 4096;
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto hash = writeExport(path, QByteArray(100000, 'x'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!hash.has_value());
    QVERIFY(hash.error().message.contains("could not be written"_L1));
    QCOMPARE(contents(path), QByteArray("old"));
    QCOMPARE(entries(folder.path()), QStringList{u"a.pdf"_s});
}

void WriteExportTest::suggestsSafeNames_data()
{
    QTest::addColumn<QString>("slug");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("name");
    QTest::newRow("slug") << u"open-model"_s << u"Other"_s << u"open-model.pdf"_s;
    QTest::newRow("headline") << QString() << u"Open model passes 10M!"_s << u"open-model-passes-10m.pdf"_s;
    QTest::newRow("nothing") << QString() << QString() << u"brief.pdf"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << QString() << u"etc-passwd.pdf"_s;
    QTest::newRow("windows path") << u"C:\\Windows\\x"_s << QString() << u"c-windows-x.pdf"_s;
    QTest::newRow("leading dots") << u"...hidden"_s << QString() << u"hidden.pdf"_s;
    QTest::newRow("reserved on Windows") << u"CON"_s << QString() << u"con-brief.pdf"_s;
    QTest::newRow("reserved with digit") << u"com1"_s << QString() << u"com1-brief.pdf"_s;
    QTest::newRow("quotes and control characters") << u"a\"b\u0001'c"_s << QString() << u"a-b-c.pdf"_s;
    QTest::newRow("other scripts") << QString() << u"日本語 ニュース"_s << u"日本語-ニュース.pdf"_s;
    QTest::newRow("only punctuation") << u"!!!"_s << u"???"_s << u"brief.pdf"_s;
    QTest::newRow("long") << QString() << QString(200, u'a') << QString(116, u'a') + u".pdf"_s;
    QTest::newRow("long, of wide characters")
        << QString() << QString(200, u'日') << QString(38, u'日') + u".pdf"_s;
}

void WriteExportTest::suggestsSafeNames()
{
    QFETCH(QString, slug);
    QFETCH(QString, headline);
    QFETCH(QString, name);
    Dossier dossier;
    dossier.story.slug = slug;
    dossier.story.headline = headline;
    const QString suggested = suggestedFileName({dossier}, {}, BriefFormat::Pdf);
    QCOMPARE(suggested, name);
    QVERIFY(suggested.toUtf8().size() <= 120);
}

void WriteExportTest::namesADigestByDate()
{
    BriefOptions options;
    options.date = QDateTime(QDate(2026, 4, 20), QTime(23, 59), Qt::UTC);
    QCOMPARE(suggestedFileName({Dossier(), Dossier()}, options, BriefFormat::Markdown),
             u"digest-2026-04-20.md"_s);
}

void WriteExportTest::readsFormats_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("format");
    for (const char* text : {"pdf", "html", "markdown", "json", "csv"})
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(text);
    QTest::newRow("ending md") << u"md"_s << u"markdown"_s;
    QTest::newRow("ending htm") << u"HTM"_s << u"html"_s;
    QTest::newRow("blanks") << u" PDF "_s << u"pdf"_s;
    QTest::newRow("another") << u"docx"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void WriteExportTest::readsFormats()
{
    QFETCH(QString, text);
    QFETCH(QString, format);
    const auto read = briefFormatFromText(text);
    QCOMPARE(read.has_value(), !format.isEmpty());
    if (read)
        QCOMPARE(toText(*read), format);
}

void WriteExportTest::readsMarkings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("understood");
    QTest::addColumn<QString>("label");
    QTest::newRow("word") << u"amber"_s << true << u"TLP:AMBER"_s;
    QTest::newRow("label") << u"TLP:AMBER+STRICT"_s << true << u"TLP:AMBER+STRICT"_s;
    QTest::newRow("red") << u" tlp:red "_s << true << u"TLP:RED"_s;
    QTest::newRow("green") << u"Green"_s << true << u"TLP:GREEN"_s;
    QTest::newRow("clear") << u"clear"_s << true << u"TLP:CLEAR"_s;
    QTest::newRow("white of TLP 1") << u"white"_s << true << u"TLP:CLEAR"_s;
    QTest::newRow("none") << u"none"_s << true << QString();
    QTest::newRow("empty") << QString() << true << QString();
    QTest::newRow("another") << u"purple"_s << false << QString();
}

void WriteExportTest::readsMarkings()
{
    QFETCH(QString, text);
    QFETCH(bool, understood);
    QFETCH(QString, label);
    const auto marking = tlpFromText(text);
    QCOMPARE(marking.has_value(), understood);
    if (marking)
        QCOMPARE(tlpText(*marking), label);
}

QTEST_GUILESS_MAIN(WriteExportTest)
#include "tst_writeexport.moc"
