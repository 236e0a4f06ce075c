// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/deskjson.h"
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "ui/brief/exporter.h"

#include <QGuiApplication>
#include <QProcess>
#include <QTest>

#include <poppler-qt6.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

using Reader = std::unique_ptr<Poppler::Document>;

/// The PDF as its readers find it: read back with poppler, and with qpdf where poppler does not look.
class BriefPdfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsSelectableAndInOrder();
    void paperIsWhatWasAsked_data();
    void paperIsWhatWasAsked();
    void metadataIsWritten();
    void fontsAreEmbeddedSubsets();
    void linksLeadToTheSources();
    void outlineNamesTheSections();
    void contentsLeadToTheBriefs();
    void pagesCountThemselves();
    void markingIsOnEachPage_data();
    void markingIsOnEachPage();
    void storiesAreAttached();
    void attachmentKeepsTheDesksSecrets();
    void structureIsTagged();
    void everyContentHasAParent();
    void sameStateSameBytes();
    void sameBytesInAnotherProcess();
    void survivesAnyText_data();
    void survivesAnyText();
    void cancels();
    void refusesNothing();
};

static BriefOptions options()
{
    BriefOptions options;
    options.deskName = u"Foresight"_s;
    options.analyst = u"Ada"_s;
    options.method = builtInMethods().first();
    options.date = QDateTime(QDate(2026, 4, 20), QTime(9, 0), Qt::UTC);
    return options;
}

static QByteArray pdf(const QList<Dossier>& dossiers, const BriefOptions& with = options())
{
    const auto bytes = renderBriefs(dossiers, with, BriefFormat::Pdf);
    if (!bytes)
        qWarning() << bytes.error().message;
    return bytes.value_or(QByteArray());
}

static QList<Dossier> digest(int stories)
{
    QList<Dossier> dossiers;
    for (int i = 1; i <= stories; ++i) {
        Dossier dossier = Test::fullDossier();
        dossier.story.headline = u"Story number %1"_s.arg(i);
        dossiers.append(dossier);
    }
    return dossiers;
}

static Reader open(const QByteArray& bytes)
{
    return Poppler::Document::loadFromData(bytes);
}

static QString pageText(const Reader& reader, int page)
{
    return std::unique_ptr<Poppler::Page>(reader->page(page))->text({}).simplified();
}

static QString wholeText(const Reader& reader)
{
    QStringList texts;
    for (int i = 0; i < reader->numPages(); ++i)
        texts.append(pageText(reader, i));
    return texts.join(u' ');
}

// Every problem qpdf can see makes a warning or throws.
static void check(QPDF& file, const QByteArray& bytes)
{
    file.setSuppressWarnings(true);
    file.processMemoryFile("export", bytes.constData(), size_t(bytes.size()));
    for (QPDFObjectHandle page : file.getAllPages())
        page.getKey("/Contents").getStreamData(qpdf_dl_generalized);
    QVERIFY(!file.anyWarnings());
}

void BriefPdfTest::textIsSelectableAndInOrder()
{
    const Reader reader = open(pdf({Test::fullDossier()}));
    QVERIFY(reader);
    const QString text = wholeText(reader);
    qsizetype at = -1;
    for (const QString& part :
         {u"Open model passes 10M downloads in a week;"_s, u"published 9 Apr 2026, 08:30 UTC"_s, u"7.4"_s,
          u"Notable"_s, u"Summary"_s, u"fetched more than 10M times in its first week, and its family has"_s,
          u"Why it matters"_s, u"Scorecard"_s, u"Stakes"_s, u"The laboratory's own announcement"_s,
          u"FUD risk"_s, u"1.5"_s, u"High: safe to cite."_s,
          u"Named by the source: X, The Verge, TechCrunch, …"_s,
          u"Open model passes ten million downloads, says The Verge"_s,
          u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s}) {
        const qsizetype found = text.indexOf(part, at + 1);
        QVERIFY2(found > at, qPrintable(part + u"\nin\n"_s + text));
        at = found;
    }
    // No ligature, tab or soft hyphen that a search would miss.
    for (const QChar c : text)
        QVERIFY2(c != u'\t' && c != QChar(0x00ad) && (c < QChar(0xfb00) || c > QChar(0xfb06)),
                 qPrintable(text));
}

void BriefPdfTest::paperIsWhatWasAsked_data()
{
    QTest::addColumn<Paper>("paper");
    QTest::addColumn<QSize>("points");
    QTest::newRow("A4") << Paper::A4 << QSize(595, 842);
    QTest::newRow("Letter") << Paper::Letter << QSize(612, 792);
}

void BriefPdfTest::paperIsWhatWasAsked()
{
    QFETCH(Paper, paper);
    QFETCH(QSize, points);
    BriefOptions with = options();
    with.paper = paper;
    const Reader reader = open(pdf({Test::fullDossier()}, with));
    QVERIFY(reader->numPages() <= 2);
    for (int i = 0; i < reader->numPages(); ++i)
        QCOMPARE(std::unique_ptr<Poppler::Page>(reader->page(i))->pageSize(), points);
}

void BriefPdfTest::metadataIsWritten()
{
    const QByteArray bytes = pdf({Test::fullDossier()});
    const Reader reader = open(bytes);
    QCOMPARE(reader->info(u"Title"_s), Test::fullDossier().story.headline);
    QCOMPARE(reader->info(u"Author"_s), u"Ada"_s);
    QCOMPARE(reader->info(u"Subject"_s), u"Impact 7.4"_s);
    QVERIFY(reader->info(u"Keywords"_s).endsWith("impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_L1));
    QCOMPARE(reader->creationDate(), options().date);
    QCOMPARE(reader->modificationDate(), options().date);
    const QString xmp = reader->metadata();
    for (const QString& part : {Test::fullDossier().story.headline, u"Ada"_s, u"2026-04-20T09:00:00Z"_s,
                                u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s})
        QVERIFY2(xmp.contains(part), qPrintable(part));
    QCOMPARE(reader->getPdfVersion().major * 10 + reader->getPdfVersion().minor, 17);

    QPDF file;
    check(file, bytes);
    QPDFObjectHandle root = file.getRoot();
    QCOMPARE(root.getKey("/Lang").getUTF8Value(), std::string("en"));
    QVERIFY(root.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    QVERIFY(root.getKey("/MarkInfo").getKey("/Marked").getBoolValue());
}

void BriefPdfTest::fontsAreEmbeddedSubsets()
{
    const Reader reader = open(pdf({Test::fullDossier()}));
    const QList<Poppler::FontInfo> fonts = reader->fonts();
    QVERIFY(!fonts.isEmpty());
    for (const Poppler::FontInfo& font : fonts) {
        QVERIFY2(font.isEmbedded(), qPrintable(font.name()));
        QVERIFY2(font.isSubset(), qPrintable(font.name()));
    }
}

void BriefPdfTest::linksLeadToTheSources()
{
    const Reader reader = open(pdf({Test::fullDossier()}));
    QStringList targets;
    for (int i = 0; i < reader->numPages(); ++i) {
        const std::unique_ptr<Poppler::Page> page(reader->page(i));
        for (const auto& link : page->links()) {
            QCOMPARE(link->linkType(), Poppler::Link::Browse);
            targets.append(static_cast<Poppler::LinkBrowse*>(link.get())->url());
            const QRectF area = link->linkArea().normalized();
            QVERIFY(QRectF(0, 0, 1, 1).contains(area) && area.width() > 0.005 && area.height() > 0.005);
        }
    }
    QCOMPARE(targets, QStringList({u"https://x.example/status/1"_s, u"https://lab.example/blog/downloads"_s,
                                   u"https://x.example/status/1"_s, u"https://theverge.example/open-model"_s,
                                   u"https://techcrunch.example/open-model"_s,
                                   u"https://copydesk.example/open-model"_s}));
}

void BriefPdfTest::outlineNamesTheSections()
{
    const Reader reader = open(pdf(digest(3)));
    const QList<Poppler::OutlineItem> top = reader->outline();
    QCOMPARE(top.size(), 1);
    QCOMPARE(top.first().name(), u"News digest"_s);
    QStringList names;
    const QList<Poppler::OutlineItem> items = top.first().children();
    for (const Poppler::OutlineItem& item : items)
        names.append(item.name());
    QCOMPARE(names, QStringList({u"Contents"_s, u"Ranking"_s, u"Story number 1"_s, u"Story number 2"_s,
                                 u"Story number 3"_s}));
    const Poppler::OutlineItem second = top.first().children()[3];
    QVERIFY(second.hasChildren());
    QVERIFY(!second.isOpen());
    QCOMPARE(second.children().first().name(), u"Summary"_s);
    QVERIFY(pageText(reader, second.destination()->pageNumber() - 1).contains("Story number 2"_L1));
}

void BriefPdfTest::contentsLeadToTheBriefs()
{
    const Reader reader = open(pdf(digest(3)));
    const std::unique_ptr<Poppler::Page> cover(reader->page(0));
    QList<int> pages;
    for (const auto& link : cover->links()) {
        QCOMPARE(link->linkType(), Poppler::Link::Goto);
        pages.append(static_cast<Poppler::LinkGoto*>(link.get())->destination().pageNumber());
    }
    // Three lines of contents, three of the ranking (equal impact keeps the order).
    QCOMPARE(pages.size(), 6);
    QCOMPARE(pages.mid(0, 3), pages.mid(3));
    for (int i = 0; i < 3; ++i) {
        QVERIFY(pageText(reader, pages[i] - 1).contains(u"Story number %1"_s.arg(i + 1)));
        QVERIFY(cover->text({}).simplified().contains(u"Story number %1 %2"_s.arg(i + 1).arg(pages[i])));
    }
}

void BriefPdfTest::pagesCountThemselves()
{
    const Reader reader = open(pdf(digest(3)));
    QVERIFY(reader->numPages() >= 4);
    for (int i = 0; i < reader->numPages(); ++i) {
        QVERIFY(pageText(reader, i).contains(u"Page %1 of %2"_s.arg(i + 1).arg(reader->numPages())));
        QCOMPARE(std::unique_ptr<Poppler::Page>(reader->page(i))->label(), QString::number(i + 1));
    }
}

void BriefPdfTest::markingIsOnEachPage_data()
{
    QTest::addColumn<TlpMarking>("marking");
    QTest::newRow("clear") << TlpMarking::Clear;
    QTest::newRow("green") << TlpMarking::Green;
    QTest::newRow("amber") << TlpMarking::Amber;
    QTest::newRow("amber and strict") << TlpMarking::AmberStrict;
    QTest::newRow("red") << TlpMarking::Red;
}

void BriefPdfTest::markingIsOnEachPage()
{
    QFETCH(TlpMarking, marking);
    BriefOptions with = options();
    with.marking = marking;
    const Reader reader = open(pdf(digest(2), with));
    for (int i = 0; i < reader->numPages(); ++i)
        QCOMPARE(pageText(reader, i).count(tlpText(marking)), 2); // head and foot
}

void BriefPdfTest::storiesAreAttached()
{
    const QByteArray bytes = pdf({Test::fullDossier()});
    const Reader reader = open(bytes);
    QCOMPARE(reader->embeddedFiles().size(), 1);
    Poppler::EmbeddedFile* const file = reader->embeddedFiles().first();
    QCOMPARE(file->name(), u"scoredesk-stories.json"_s);
    QList<ImportProblem> problems;
    const auto contents = deskFromJson(file->data(), &problems);
    QVERIFY(contents.has_value());
    QVERIFY(problems.isEmpty());
    QCOMPARE(contents->dossiers.size(), 1);
    Story story = Test::fullDossier().story;
    story.unread = false; // which is the desk's own business
    QVERIFY(contents->dossiers[0].story == story);
    QVERIFY(contents->dossiers[0].cards == Test::fullDossier().cards);
    QCOMPARE(contents->dossiers[0].articles.size(), 3);

    QPDF raw;
    check(raw, bytes);
    QPDFObjectHandle associated = raw.getRoot().getKey("/AF").getArrayItem(0);
    QCOMPARE(associated.getKey("/AFRelationship").getName(), std::string("/Source"));
}

void BriefPdfTest::attachmentKeepsTheDesksSecrets()
{
    Dossier dossier = Test::fullDossier();
    Scorecard other = dossier.cards[0];
    other.analyst = u"Somebody else"_s;
    dossier.cards.append(other);
    dossier.articles[0].text = u"The article's own text"_s;
    dossier.articles[0].html = u"<p>The article's own text</p>"_s;
    // The words are printed, but not who else on the desk found them.
    dossier.quotations = {{QUuid::createUuid(), u"stakes"_s, dossier.articles[0].uuid, 4, u"quoted words"_s,
                           u"Somebody else"_s, options().date}};
    dossier.quotations.append(dossier.quotations.first());
    dossier.quotations.last().uuid = QUuid::createUuid();
    dossier.quotations.last().dimension = u"of-another-method"_s; // which the brief does not print
    dossier.quotations.last().words = u"unprinted words"_s;
    dossier.exports.append({options().date, u"Ada"_s, u"pdf"_s, u"/home/ada/secret/brief.pdf"_s, {}, {}, {}});
    dossier.history.append(
        {options().date, u"Ada"_s, StoryField::Headline, {}, {}, u"Earlier headline"_s, {}});
    const Reader reader = open(pdf({dossier}));
    const QByteArray attached = reader->embeddedFiles().first()->data();
    for (const QByteArray word :
         {"Somebody else", "own text", "secret", "Earlier headline", "unprinted words"})
        QVERIFY2(!attached.contains(word), word.constData());
    QVERIFY(attached.contains("quoted words"));
    const auto contents = deskFromJson(attached);
    QVERIFY(contents);
    QCOMPARE(contents->dossiers.first().quotations.size(), 1);
    QCOMPARE(contents->dossiers.first().quotations.first().analyst, QString()); // nor in Ada's name
}

// Roles of the tree in reading order, nested ones in brackets.
static QString rolesOf(QPDFObjectHandle element)
{
    QStringList kids;
    QPDFObjectHandle k = element.getKey("/K");
    for (QPDFObjectHandle kid : k.isArray() ? k.getArrayAsVector() : std::vector<QPDFObjectHandle>{k})
        if (kid.isDictionary() && kid.hasKey("/S"))
            kids.append(rolesOf(kid));
    const QString role = QString::fromStdString(element.getKey("/S").getName().substr(1));
    return kids.isEmpty() ? role : role + u'(' + kids.join(u' ') + u')';
}

void BriefPdfTest::structureIsTagged()
{
    QPDF file;
    const QByteArray bytes = pdf({Test::fullDossier()}); // the file reads from them as long as it lives
    check(file, bytes);
    const QString roles = rolesOf(file.getRoot().getKey("/StructTreeRoot").getKey("/K"));
    QVERIFY2(
        roles.startsWith("Document(Sect(P H1 P(Link) P P P H2 P H2 P H2 Table(TR(TH TH TH) TR(TH TD TD)"_L1),
        qPrintable(roles));
    QVERIFY2(roles.contains("TR(TH TD TD) TR(TD) TR(TH TD TD)"_L1), qPrintable(roles)); // a rationale's row
    QVERIFY2(roles.contains("H2 L(LI(Lbl LBody(Link)) LI(Lbl LBody(Link))"_L1), qPrintable(roles));
}

void BriefPdfTest::everyContentHasAParent()
{
    QPDF file;
    const QByteArray bytes = pdf(digest(3));
    check(file, bytes);
    std::map<int, QPDFObjectHandle> parents;
    std::vector<QPDFObjectHandle> numbers =
        file.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums").getArrayAsVector();
    for (size_t i = 0; i + 1 < numbers.size(); i += 2)
        parents[numbers[i].getIntValueAsInt()] = numbers[i + 1];
    for (QPDFObjectHandle page : file.getAllPages()) {
        const auto data = page.getKey("/Contents").getStreamData(qpdf_dl_generalized);
        const QByteArray content(reinterpret_cast<const char*>(data->getBuffer()),
                                 qsizetype(data->getSize()));
        const qsizetype marked = content.count("/MCID ");
        QVERIFY(marked > 10);
        QCOMPARE(content.count(" BDC\n") + content.count(" BMC\n"), content.count("EMC\n"));
        QPDFObjectHandle owners = parents[page.getKey("/StructParents").getIntValueAsInt()];
        QCOMPARE(qsizetype(owners.getArrayNItems()), marked);
        for (QPDFObjectHandle owner : owners.aitems())
            QVERIFY(owner.getKey("/S").isName() && owner.getKey("/P").isDictionary());
        if (!page.hasKey("/Annots"))
            continue;
        for (QPDFObjectHandle link : page.getKey("/Annots").aitems())
            QCOMPARE(parents[link.getKey("/StructParent").getIntValueAsInt()].getKey("/S").getName(),
                     std::string("/Link"));
    }
}

void BriefPdfTest::sameStateSameBytes()
{
    QCOMPARE(pdf(digest(3)), pdf(digest(3)));
    BriefOptions later = options();
    later.date = later.date.addSecs(1);
    QVERIFY(pdf(digest(3)) != pdf(digest(3), later));
}

void BriefPdfTest::sameBytesInAnotherProcess()
{
    // Hash seeds differ between processes, and with them the order of Qt's hash tables.
    QList<QByteArray> outputs;
    for (const char* seed : {"1", "20260420"}) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_HASH_SEED"_s, QString::fromLatin1(seed));
        process.setProcessEnvironment(environment);
        process.start(QCoreApplication::applicationFilePath(), {u"--write"_s});
        QVERIFY(process.waitForFinished());
        outputs.append(process.readAllStandardOutput());
    }
    QVERIFY(outputs[0].startsWith("%PDF-1.7"));
    QCOMPARE(outputs[0], outputs[1]);
}

void BriefPdfTest::survivesAnyText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("a word longer than a line") << QString(3000, u'x');
    QTest::newRow("a word longer than a page") << QString(15000, u'x');
    QTest::newRow("right to left") << u"نموذج مفتوح يتجاوز 10M تنزيل"_s;
    QTest::newRow("mixed directions") << u"abc שלום 7.4 عالم def"_s;
    QTest::newRow("Chinese") << QString(400, u'日');
    QTest::newRow("scripts without fonts") << u"हिन्दी ไทย \U00012000 \U0001F9A5"_s;
    QTest::newRow("emoji with joiners") << u"👩‍👩‍👧 🇩🇪 ❤️"_s;
    QTest::newRow("combining marks") << u"a"_s + QString(500, QChar(0x0301));
    QTest::newRow("control characters") << QString(QChar(1)) + QChar(0x1b) + u"[31mred"_s + QChar(0x7f);
    QTest::newRow("lone surrogates") << QString(QChar(0xd83d)) + u"a"_s + QChar(0xde00);
    QTest::newRow("PDF syntax") << u") Tj ET endstream endobj << /Type /Catalog >> (\\"_s;
    QTest::newRow("many lines") << QString(u"line\n"_s).repeated(2000);
}

void BriefPdfTest::survivesAnyText()
{
    QFETCH(QString, text);
    Dossier dossier = Test::fullDossier();
    Story& story = dossier.story;
    story.headline = story.summary = story.whyItMatters = story.category = story.source = story.trustNote =
        text;
    story.tags = {text};
    dossier.cards[0].cells[u"stakes"_s].rationale = text;
    dossier.articles[0].title = dossier.articles[0].outlet.name = text;
    BriefOptions with = options();
    with.deskName = with.digestTitle = text;
    const QByteArray bytes = pdf({dossier, Test::plainDossier(text)}, with);
    QPDF file;
    check(file, bytes);
    const Reader reader = open(bytes);
    QVERIFY(reader);
    QCOMPARE(size_t(reader->numPages()), file.getAllPages().size());
}

void BriefPdfTest::cancels()
{
    int last = -1;
    const auto bytes = renderBriefs(digest(5), options(), BriefFormat::Pdf, [&last](int done, int total) {
        last = done;
        return total == 5 && done < 2;
    });
    QVERIFY(!bytes.has_value());
    QCOMPARE(bytes.error().code, ErrorCode::Cancelled);
    QCOMPARE(last, 2);
}

void BriefPdfTest::refusesNothing()
{
    const auto bytes = renderBriefs({}, options(), BriefFormat::Pdf);
    QVERIFY(!bytes.has_value());
    QCOMPARE(bytes.error().code, ErrorCode::InvalidInput);
}

int main(int argc, char** argv)
{
    QGuiApplication app(argc, argv);
    if (app.arguments().value(1) == "--write"_L1) {
        QFile out;
        if (!out.open(stdout, QIODevice::WriteOnly))
            return 1;
        out.write(pdf(digest(3)));
        return 0;
    }
    BriefPdfTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_briefpdf.moc"
