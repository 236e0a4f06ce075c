// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/intake.h"

#include "app/intake/briefpdf.h"
#include "app/intake/textbytes.h"
#include "storage/deskcontents.h"
#include "storage/exchange/deskjson.h"
#include "storage/method/checks.h"
#include "storage/method/impact.h"
#include "storage/store.h"
#include "tests/app/intakedesk.h"
#include "tests/support/briefs.h"
#include "tests/support/samples.h"
#include "tests/support/shareddata.h"
#include "ui/brief/exporter.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// From a clipboard or a file to a plan, and from the plan to the desk.
class IntakeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsKinds_data();
    void tellsKinds();
    void refuses_data();
    void refuses();
    void refusesFiles();
    void passesOverWhatIsThere();
    void mergesWhatIsNew_data();
    void mergesWhatIsNew();
    void keepsStoriesOfOnePageApart();
    void findsDuplicatesInOneImport();
    void namesTheAnalyst();
    void importsTheScoredStories();
    void readsPdf();
    void readsTheProgramsOwnPdf();
    void refusesPdf_data();
    void refusesPdf();
    void importsTheSampleDesk();
};

void IntakeTest::tellsKinds_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("headlines");
    const QStringList tidal = {fullBrief().headline};
    const QByteArray brief = fullBrief().text().toUtf8();
    QTest::newRow("text") << brief << tidal;
    QTest::newRow("desk export") << deskExport({plainDossier(u"A"_s), plainDossier(u"B"_s)})
                                 << QStringList({u"A"_s, u"B"_s});
    QTest::newRow("scored stories") << QByteArray("[{\"title\":\"A\"},{\"title\":\"B\"}]")
                                    << QStringList({u"A"_s, u"B"_s});
    QTest::newRow("scored stories in an object")
        << QByteArray("{\"stories\":[{\"title\":\"A\"}]}") << QStringList({u"A"_s});
    QTest::newRow("one scored story") << QByteArray("{\"title\":\"A\"}") << QStringList({u"A"_s});
    QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><html><head><title>x</title></head><body><h1>") +
                                 fullBrief().headline.toUtf8() + "</h1><p>·X</p><p>" +
                                 fullBrief().summary.toUtf8() + "</p></body></html>"
                          << tidal;
    QTest::newRow("PDF") << pdfCarrying(deskExport({plainDossier(u"A"_s)}), "scoredesk-stories.json")
                         << QStringList({u"A"_s});
    QTest::newRow("link") << QByteArray("https://a.example/news/one\n")
                          << QStringList({u"a.example/news/one"_s});
    QTest::newRow("markdown link at the start")
        << "[" + fullBrief().headline.toUtf8() + "](https://a.example/x)\n" + fullBrief().summary.toUtf8()
        << tidal;
}

void IntakeTest::tellsKinds()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QStringList, headlines);
    const auto store = emptyDesk();
    const auto plan = planFromBytes(bytes, u"file"_s, at(*store));
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
    QStringList found;
    for (const ImportItem& item : plan->items) {
        found.append(item.dossier.story.headline);
        QCOMPARE(item.act, Act::Add);
        QVERIFY(item.wanted);
    }
    QCOMPARE(found, headlines);
    QCOMPARE(plan->origin, u"file"_s);
    QCOMPARE(store->counts().all, 0); // planning only reads
}

void IntakeTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << u"a.txt"_s << u"empty"_s;
    QTest::newRow("blanks") << QByteArray("  \n ") << u"a.txt"_s << u"no text"_s;
    QTest::newRow("image") << QByteArray("\x89PNG\r\n") << u"a.png"_s << u"an image"_s;
    QTest::newRow("office document") << QByteArray("PK\x03\x04") << u"a.docx"_s << u"office document"_s;
    QTest::newRow("desk file") << QByteArray("SQLite format 3\0") << u"desk.sqlite"_s << u"database"_s;
    QTest::newRow("noise") << QByteArray("\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f").repeated(500)
                           << u"a.bin"_s << u"no text"_s;
    QTest::newRow("feed") << QByteArray("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"></rss>") << u"a.xml"_s
                          << u"feed"_s;
    QTest::newRow("list of feeds") << QByteArray("<opml></opml>") << u"a.opml"_s << u"feed"_s;
    QTest::newRow("JSON cut short") << QByteArray("{\"format\":\n\"scoredesk-desk/1\"") << u"a.json"_s
                                    << u"line 2"_s;
    QTest::newRow("JSON cut short, told by its content")
        << QByteArray("[{\"title\": \"A\",\n") << u"paste"_s << u"line 2"_s;
    QTest::newRow("JSON of another kind") << QByteArray("{\"a\":1}") << u"a.json"_s << u"no stories"_s;
    QTest::newRow("later desk export")
        << QByteArray("{\"format\":\"scoredesk-desk/9\"}") << u"a.json"_s << u"later version"_s;
    QTest::newRow("65 MB") << QByteArray(65 * 1024 * 1024, 'a') << u"a.txt"_s << u"too large"_s;
}

void IntakeTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, says);
    const auto store = emptyDesk();
    const auto plan = planFromBytes(bytes, name, at(*store));
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::InvalidInput);
    QVERIFY2(plan.error().message.contains(says), qPrintable(plan.error().message));
}

void IntakeTest::refusesFiles()
{
    const auto store = emptyDesk();
    QTemporaryDir folder;
    const auto missing = planFromFile(folder.filePath(u"none.txt"_s), at(*store));
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    const auto notAFile = planFromFile(folder.path(), at(*store));
    QVERIFY(!notAFile);
    QFile sparse(folder.filePath(u"huge.txt"_s));
    QVERIFY(sparse.open(QIODevice::WriteOnly) && sparse.resize(qint64(1) << 32));
    const auto huge = planFromFile(sparse.fileName(), at(*store));
    QVERIFY(!huge);
    QVERIFY(huge.error().message.contains(u"too large"_s));
}

void IntakeTest::passesOverWhatIsThere()
{
    const auto store = emptyDesk();
    const auto first = planFromText(fullBrief().text(), u"clipboard"_s, at(*store));
    QVERIFY(first);
    QCOMPARE(applied(*store, *first).added.size(), 1);
    const auto again = planFromText(fullBrief().text(), u"clipboard"_s, at(*store));
    QVERIFY(again);
    QCOMPARE(acts(*again), QList<Act>{Act::Skip});
    QVERIFY(!again->items.first().wanted);
    QCOMPARE(again->items.first().matchedHeadline, fullBrief().headline);
    QVERIFY2(again->items.first().why.startsWith(u"same headline"_s), qPrintable(again->items.first().why));
}

void IntakeTest::mergesWhatIsNew_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why"); ///< begins so
    const BriefParts parts = fullBrief();
    QTest::newRow("headline of another case and without its signs")
        << QString(parts.headline).toUpper().remove(u';') + u'\n' + parts.summary
        << u"same headline: fills summary"_s;
    QTest::newRow("link with another ending")
        << u"A new headline for it\nhttp://www.a.example/x/?utm_source=feed#top\n"_s + parts.summary
        << u"same link: fills summary"_s;
    QTest::newRow("card") << parts.headline + u'\n' + parts.card << u"same headline: fills scorecard"_s;
    QTest::newRow("coverage and trust")
        << parts.headline + u"\nCoverage: 18 outlets\nTrust: high — filed"_s
        << u"same headline: fills stated coverage, trust verdict, trust note"_s;
}

void IntakeTest::mergesWhatIsNew()
{
    QFETCH(QString, text);
    QFETCH(QString, why);
    const auto store = emptyDesk();
    const auto bare = planFromText(fullBrief().headline + u"\nhttps://a.example/x"_s, {}, at(*store));
    QVERIFY(bare);
    const auto there = applied(*store, *bare).added;
    QCOMPARE(there.size(), 1);
    const auto plan = planFromText(text, {}, at(*store));
    QVERIFY(plan);
    QCOMPARE(acts(*plan), QList<Act>{Act::Merge});
    QCOMPARE(plan->items.first().mergeInto, there.first());
    QVERIFY2(plan->items.first().why.startsWith(why), qPrintable(plan->items.first().why));
    QCOMPARE(applied(*store, *plan).merged, 1);
    QCOMPARE(store->counts().all, 1);
    QCOMPARE(store->story(there.first())->headline, fullBrief().headline);
    const auto again = planFromText(text, {}, at(*store));
    QCOMPARE(acts(*again), QList<Act>{Act::Skip});
}

void IntakeTest::keepsStoriesOfOnePageApart()
{
    const auto store = emptyDesk();
    const QByteArray stories = R"([{"id":"a","title":"First of the day","url":"https://a.example/day"},
                                   {"id":"b","title":"Second of the day","url":"https://a.example/day"},
                                   {"id":"c","title":"On a home page","url":"https://b.example/"},
                                   {"id":"d","title":"Also on a home page","url":"https://b.example/"}])";
    const auto plan = planFromBytes(stories, u"a.json"_s, at(*store));
    QVERIFY(plan);
    QCOMPARE(acts(*plan), QList<Act>(4, Act::Add));
    applied(*store, *plan);
    const auto third = planFromBytes(
        R"([{"id":"e","title":"Third of the day","url":"https://a.example/day"}])", u"b.json"_s, at(*store));
    QVERIFY(third);
    QCOMPARE(acts(*third), QList<Act>{Act::Add});
}

void IntakeTest::findsDuplicatesInOneImport()
{
    const auto store = emptyDesk();
    const BriefParts parts = fullBrief();
    const QString text = parts.headline + u'\n' + parts.summary + u"\n---\n"_s + parts.text();
    const auto plan = planFromText(text, {}, at(*store));
    QVERIFY(plan);
    QCOMPARE(acts(*plan), QList<Act>({Act::Add, Act::Skip}));
    QVERIFY(plan->items.last().why.contains(u"item 1"_s));
    // What only the second has is not lost with it.
    QCOMPARE(plan->items.first().dossier.cards.size(), 1);
    QCOMPARE(plan->items.first().dossier.story.whyItMatters, parts.why);
    QCOMPARE(applied(*store, *plan).added.size(), 1);
}

void IntakeTest::namesTheAnalyst()
{
    const auto store = emptyDesk();
    Dossier nameless = fullDossier();
    nameless.cards.first().analyst.clear();
    const auto plan = planFromBytes(deskExport({nameless}), u"a.json"_s, at(*store));
    QVERIFY(plan);
    QCOMPARE(plan->items.first().dossier.cards.first().analyst, u"Ada"_s);
}

void IntakeTest::importsTheScoredStories()
{
    const QString path = sharedData(u"data/scored-stories.json"_s);
    if (path.isEmpty())
        QSKIP("the shared data is not beside the project");
    const auto store = emptyDesk();
    const auto plan = planFromFile(path, at(*store));
    QVERIFY(plan);
    QVERIFY(plan->problems.isEmpty());
    QCOMPARE(acts(*plan), QList<Act>(63, Act::Add));
    QCOMPARE(applied(*store, *plan).added.size(), 63);
    const auto exported = contentsOf(*store);
    QVERIFY(exported);
    QCOMPARE(exported->dossiers.size(), 63);
    for (const Dossier& dossier : exported->dossiers) {
        const auto impact = impactOf(store->activeMethod(), dossier.cardOf(u"Ada"_s));
        QVERIFY(impact && impact->isComplete());
    }
    const auto other = emptyDesk();
    const auto back = planFromBytes(deskToJson(*exported), u"desk.json"_s, at(*other));
    QVERIFY(back);
    QVERIFY(back->problems.isEmpty());
    QCOMPARE(applied(*other, *back).added.size(), 63);
    QCOMPARE(deskToJson(*contentsOf(*other)), deskToJson(*exported));
    // Once more, onto a desk that has them all.
    QCOMPARE(acts(*planFromFile(path, at(*store))), QList<Act>(63, Act::Skip));
}

void IntakeTest::readsPdf()
{
    const auto store = emptyDesk();
    const Dossier dossier = fullDossier();
    const auto plan = planFromBytes(pdfCarrying(deskExport({dossier}), "scoredesk-stories.json"),
                                    u"brief.pdf"_s, at(*store));
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
    QCOMPARE(plan->items.size(), 1);
    QCOMPARE(plan->items.first().dossier.cards, dossier.cards);
}

void IntakeTest::readsTheProgramsOwnPdf()
{
    const auto store = emptyDesk();
    BriefOptions options;
    options.deskName = u"Desk"_s;
    options.analyst = u"Ada"_s;
    options.method = store->activeMethod();
    options.date = now;
    Dossier full = fullDossier(); // with what only the desk should know
    full.story.state = {Stage::Spiked, u"the source asked us"_s, Stage::Ready};
    full.story.unread = true;
    full.overrules[u"unsafe-link"_s] = u"our intranet"_s;
    full.articles.first().outlet.reliability = u"E"_s;
    const auto pdf = renderBriefs({full, plainDossier(u"A"_s)}, options, BriefFormat::Pdf);
    QVERIFY2(pdf.has_value(), pdf ? "" : qPrintable(pdf.error().message));
    const auto plan = planFromBytes(*pdf, u"digest.pdf"_s, at(*store));
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
    QCOMPARE(plan->items.size(), 2);
    QCOMPARE(plan->items.first().dossier.story.summary, fullDossier().story.summary);
    QCOMPARE(plan->items.first().dossier.cards, fullDossier().cards);
    const auto carried = storiesInPdf(*pdf);
    QVERIFY(carried);
    for (const char* secret : {"the source asked us", "our intranet", "reliability", "unread"})
        QVERIFY2(!carried->contains(secret), secret);
    QCOMPARE(applied(*store, *plan).added.size(), 2);
}

void IntakeTest::refusesPdf_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("says");
    const QByteArray good = pdfCarrying(deskExport({fullDossier()}), "scoredesk-stories.json");
    QTest::newRow("without stories") << pdfCarrying({}, {}) << u"carries no stories"_s;
    QTest::newRow("other attachment") << pdfCarrying("x", "notes.txt") << u"carries no stories"_s;
    QTest::newRow("stories that are no JSON")
        << pdfCarrying("nonsense", "scoredesk-stories.json") << u"not readable JSON"_s;
    QTest::newRow("mark only") << QByteArray("%PDF-1.7\n") << u"damaged"_s;
    QTest::newRow("noise behind the mark")
        << QByteArray("%PDF-1.7\n") + QByteArray("\x00\xff<<>>[(", 8).repeated(5000) << u"damaged"_s;
    QTest::newRow("attachment that unpacks to 100 MB")
        << pdfCarrying(QByteArray(100 * 1024 * 1024, ' '), "scoredesk-stories.json") << u"too large"_s;
}

void IntakeTest::refusesPdf()
{
    QFETCH(QByteArray, pdf);
    QFETCH(QString, says);
    const auto store = emptyDesk();
    const auto plan = planFromBytes(pdf, u"a.pdf"_s, at(*store));
    QVERIFY(!plan);
    QVERIFY2(plan.error().message.contains(says), qPrintable(plan.error().message));
}

void IntakeTest::importsTheSampleDesk()
{
    const auto store = emptyDesk();
    const auto plan = sampleDesk(at(*store));
    QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().message));
    QVERIFY(plan->problems.isEmpty());
    QVERIFY(plan->items.size() >= 9);
    QCOMPARE(applied(*store, *plan).added.size(), plan->items.size());
    const QueueCounts counts = store->counts();
    QVERIFY(counts.incoming > 0 && counts.shortlist > 0 && counts.ready > 0 && counts.spiked > 0);
    // What is ready may go out as it is, under the name of whoever opened it.
    QueueView ready;
    ready.kind = QueueView::Kind::Ready;
    const auto page = store->queuePage(ready, {}, 100);
    QVERIFY(page);
    const auto dossiers = store->dossiers(page->ids);
    QVERIFY(dossiers);
    for (const Dossier& dossier : *dossiers) {
        QVERIFY(!dossier.cardOf(u"Ada"_s).isBlank());
        const auto findings = runChecks(dossier, store->activeMethod(), {u"Ada"_s, {}, {}});
        QVERIFY2(!blocks(findings, {}), qPrintable(dossier.story.headline));
    }
}

QTEST_MAIN(IntakeTest)
#include "tst_intake.moc"
