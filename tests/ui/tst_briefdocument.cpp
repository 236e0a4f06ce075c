// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "ui/brief/briefbuilder.h"
#include "ui/brief/brieftext.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// What a brief and a digest consist of, before any format.
class BriefDocumentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsAllAStoryHas();
    void showsOnlyWhatThereIs();
    void showsARangeWhileUnset();
    void tellsNotApplicableFromUnset();
    void showsDriftOnlyWhereThereIsOne_data();
    void showsDriftOnlyWhereThereIsOne();
    void labelsStatedCoverage();
    void listsSourcesPrimaryFirst();
    void makesLinksOnlyOfSafeAddresses_data();
    void makesLinksOnlyOfSafeAddresses();
    void privateLinksAreTheAnalystsOnly();
    void cleansUntrustedText_data();
    void cleansUntrustedText();
    void listsEvidenceUnderItsNumbers();
    void evidenceOutlivesItsArticle();
    void digestHasCoverContentsAndRanking();
    void ranksByImpact();
    void anchorsAreUnique();
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

static QStringList headings(const Section& section)
{
    QStringList texts;
    for (const Block& block : section.blocks)
        if (const auto* heading = std::get_if<HeadingBlock>(&block))
            texts.append(heading->text);
    return texts;
}

template<typename T>
static QList<T> blocksOf(const Section& section)
{
    QList<T> blocks;
    for (const Block& block : section.blocks)
        if (const auto* concrete = std::get_if<T>(&block))
            blocks.append(*concrete);
    return blocks;
}

static QString wholeText(const Section& section)
{
    QString text;
    for (const auto& block : blocksOf<ParagraphBlock>(section))
        text += plainText(block.runs) + u'\n';
    for (const auto& block : blocksOf<PairsBlock>(section))
        for (const Pair& pair : block.pairs)
            text += pair.label + u": "_s + plainText(pair.value) + u'\n';
    return text;
}

void BriefDocumentTest::holdsAllAStoryHas()
{
    const Document document = buildDocument({Test::fullDossier()}, options());
    QCOMPARE(document.sections.size(), 1);
    const Section& brief = document.sections.first();
    QCOMPARE(headings(brief),
             QStringList({Test::fullDossier().story.headline, u"Summary"_s, u"Why it matters"_s,
                          u"Scorecard"_s, u"Trust"_s, u"Coverage"_s, u"Reception"_s, u"Sources"_s}));
    const FiguresBlock figures = blocksOf<FiguresBlock>(brief).first();
    QCOMPARE(figures.figures[0].value, u"7.4"_s);
    QCOMPARE(figures.figures[0].caption, u"Notable"_s);
    QCOMPARE(figures.figures[1].value, u"High"_s);
    QCOMPARE(figures.figures[2].value, u"18\u00a0outlets"_s);

    const TableBlock card = blocksOf<TableBlock>(brief).first();
    QCOMPARE(card.rows.size(), 7);
    QCOMPARE(plainText(card.rows[2].cells[0].runs), u"Authority"_s);
    QCOMPARE(plainText(card.rows[2].cells[2].runs), u"9.0"_s);
    QCOMPARE(card.rows[2].cells[1].bar->fraction, 0.9);
    QCOMPARE(card.rows[2].note, u"The laboratory's own announcement, with public counters."_s);
    QCOMPARE(card.rows[6].cells[1].bar->kind, Bar::Kind::Risk);

    const QString text = wholeText(brief);
    for (const QString& part :
         {u"Score vector: impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s, u"Desk: Foresight"_s,
          u"Analyst: Ada"_s, u"Exported: 20 Apr 2026, 09:00 UTC"_s, u"published 9 Apr 2026, 08:30 UTC"_s,
          u"Tags: open-weights, gemma, downloads"_s, u"Throughput figures are unreviewed."_s})
        QVERIFY2(text.contains(part), qPrintable(part));
    QVERIFY(document.keywords.contains(u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s));
}

void BriefDocumentTest::showsOnlyWhatThereIs()
{
    Dossier empty;
    const Section brief = buildDocument({empty}, options()).sections.first();
    QCOMPARE(headings(brief), QStringList({u"Untitled story"_s, u"Scorecard"_s}));
    const auto tables = blocksOf<TableBlock>(brief);
    for (const auto& row : tables.first().rows)
        QVERIFY(row.note.isEmpty());
    const QString text = wholeText(brief);
    QVERIFY(!text.contains("Score vector"_L1));
    QVERIFY(!text.contains("Tags"_L1));
    QVERIFY(!text.contains("00000000-0000"_L1));
}

void BriefDocumentTest::showsARangeWhileUnset()
{
    const Section brief = buildDocument({Test::plainDossier(u"Plain"_s)}, options()).sections.first();
    const Figure impact = blocksOf<FiguresBlock>(brief).first().figures.first();
    QCOMPARE(impact.value, u"0.0–10.0"_s);
    QVERIFY2(impact.caption.contains("7 of 7 dimensions unset"_L1), qPrintable(impact.caption));
}

void BriefDocumentTest::tellsNotApplicableFromUnset()
{
    Dossier dossier = Test::fullDossier();
    dossier.cards[0].cells[u"social"_s].value = Score::notApplicable();
    dossier.cards[0].cells[u"novelty"_s].value = Score();
    const Section brief = buildDocument({dossier}, options()).sections.first();
    const TableBlock card = blocksOf<TableBlock>(brief).first();
    QCOMPARE(plainText(card.rows[5].cells[2].runs), u"N/A"_s);
    QCOMPARE(card.rows[5].cells[1].bar->kind, Bar::Kind::NotApplicable);
    QCOMPARE(plainText(card.rows[1].cells[2].runs), u"—"_s);
    QCOMPARE(card.rows[1].cells[1].bar->kind, Bar::Kind::Unset);
}

void BriefDocumentTest::showsDriftOnlyWhereThereIsOne_data()
{
    QTest::addColumn<double>("stated");
    QTest::addColumn<bool>("shown");
    QTest::newRow("rounded alike") << 7.4 << false;
    QTest::newRow("above") << 8.0 << true;
    QTest::newRow("below") << 7.0 << true;
}

void BriefDocumentTest::showsDriftOnlyWhereThereIsOne()
{
    QFETCH(double, stated);
    QFETCH(bool, shown);
    Dossier dossier = Test::fullDossier();
    dossier.cards[0].statedImpact = stated;
    const QString text = wholeText(buildDocument({dossier}, options()).sections.first());
    QCOMPARE(text.contains("Drift"_L1), shown);
    if (shown)
        QVERIFY2(text.contains(stated > 7.389 ? u"(+0.61)"_s : u"(−0.39)"_s), qPrintable(text));
}

void BriefDocumentTest::labelsStatedCoverage()
{
    const QString text = wholeText(buildDocument({Test::fullDossier()}, options()).sections.first());
    QVERIFY(text.contains(u"18\u00a0outlets · 3\u00a0tier-1."_s));
    QVERIFY(text.contains(
        u"As stated by the source; this desk has seen 3\u00a0of them, 1\u00a0tier-1; independent origins:\u00a02."_s));
    QVERIFY(text.contains(u"Named by the source: X, The Verge, TechCrunch, …"_s));

    Dossier seen = Test::fullDossier();
    seen.story.stated = {};
    const QString seenText = wholeText(buildDocument({seen}, options()).sections.first());
    QVERIFY(seenText.contains(u"3\u00a0outlets · 1\u00a0tier-1 · 2\u00a0independent origins."_s));
    QVERIFY(!seenText.contains("stated by the source"_L1));
}

void BriefDocumentTest::listsSourcesPrimaryFirst()
{
    const Section brief = buildDocument({Test::fullDossier()}, options()).sections.first();
    const ListBlock sources = blocksOf<ListBlock>(brief).first();
    QCOMPARE(sources.items.size(), 5);
    QCOMPARE(sources.items[0].lead.first().link, u"https://lab.example/blog/downloads"_s);
    QCOMPARE(sources.items[1].lead.first().link, u"https://x.example/status/1"_s);
    QCOMPARE(plainText(sources.items[2].detail),
             u"The Verge · tier 1 · Staff · 9 Apr 2026, 08:30 UTC · theverge.example"_s);
    QVERIFY(plainText(sources.items[4].detail).contains("reprint"_L1));
}

void BriefDocumentTest::makesLinksOnlyOfSafeAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("link");
    QTest::newRow("https") << u"https://lab.example/a?b=c#d"_s << u"https://lab.example/a?b=c#d"_s;
    QTest::newRow("http") << u" http://lab.example/ "_s << u"http://lab.example/"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s << QString();
    QTest::newRow("script in odd case") << u"JaVaScRiPt:alert(1)"_s << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
    QTest::newRow("data") << u"data:text/html,<script>alert(1)</script>"_s << QString();
    QTest::newRow("no scheme") << u"lab.example/a"_s << QString();
    QTest::newRow("credentials") << u"https://bank.example@evil.example/"_s << QString();
    QTest::newRow("no host") << u"https:///path"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void BriefDocumentTest::makesLinksOnlyOfSafeAddresses()
{
    QFETCH(QString, address);
    QFETCH(QString, link);
    QCOMPARE(safeLink(address), link);
}

void BriefDocumentTest::privateLinksAreTheAnalystsOnly()
{
    Dossier dossier = Test::fullDossier();
    dossier.story.link = u"http://intranet.local/memo"_s;
    dossier.articles[0].link = u"http://192.168.0.1/admin?reset=1"_s;
    const Section brief = buildDocument({dossier}, options()).sections.first();
    QStringList links;
    const ListBlock sources = blocksOf<ListBlock>(brief).first();
    for (const auto& item : sources.items)
        links.append(item.lead.first().link);
    QVERIFY(links.contains(dossier.story.link)); // overruled, or it would not be exported
    QVERIFY2(links.filter(u"192.168"_s).isEmpty(), qPrintable(links.join(u' ')));
    QVERIFY(wholeText(brief).contains("The Verge"_L1)); // named nevertheless
}

void BriefDocumentTest::cleansUntrustedText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("plain") << u"plain text"_s << u"plain text"_s;
    QTest::newRow("windows line ends") << u"a\r\nb\rc"_s << u"a\nb\nc"_s;
    QTest::newRow("control characters") << u"a\u0000\u0007\u001bb"_s.replace(u'\0', u'\1') << u"ab"_s;
    QTest::newRow("lone surrogate") << u"a"_s + QChar(0xd83d) + u"b"_s << u"a\ufffdb"_s;
    QTest::newRow("whole surrogate pair") << u"a\U0001F680b"_s << u"a\U0001F680b"_s;
    QTest::newRow("override") << u"a\u202egpj.exe"_s << u"agpj.exe"_s;
    QTest::newRow("isolates") << u"\u2066a\u2069"_s << u"a"_s;
    QTest::newRow("noncharacter") << u"a\uffffb"_s << u"a\ufffdb"_s;
}

void BriefDocumentTest::cleansUntrustedText()
{
    QFETCH(QString, text);
    QFETCH(QString, clean);
    QCOMPARE(cleanText(text), clean);
}

static Quotation quoted(const Dossier& dossier, const QString& dimension, const QString& words)
{
    Quotation quotation;
    quotation.uuid = QUuid::createUuidV5(QUuid(), words);
    quotation.dimension = dimension;
    quotation.article = dossier.articles.first().uuid;
    quotation.words = words;
    quotation.analyst = u"Ben"_s;
    return quotation;
}

void BriefDocumentTest::listsEvidenceUnderItsNumbers()
{
    Dossier dossier = Test::fullDossier();
    dossier.quotations = {quoted(dossier, u"concreteness"_s, u"500 million\ntimes"_s),
                          quoted(dossier, u"stakes"_s, u"the\u202e model family"_s),
                          quoted(dossier, u"concreteness"_s, u"in all"_s),
                          quoted(dossier, u"of_no_method"_s, u"not shown"_s)};
    const Section brief = buildDocument({dossier}, options()).sections.first();
    const QStringList titles = headings(brief);
    QCOMPARE(titles.indexOf(u"Evidence"_s), titles.indexOf(u"Scorecard"_s) + 1);
    // Numbered as the card is read from above.
    const TableBlock card = blocksOf<TableBlock>(brief).first();
    QCOMPARE(plainText(card.rows[0].cells[0].runs), u"Stakes [1]"_s);
    QCOMPARE(plainText(card.rows[1].cells[0].runs), u"Novelty"_s);
    QCOMPARE(plainText(card.rows[4].cells[0].runs), u"Concreteness [2, 3]"_s);
    const ListBlock list = blocksOf<ListBlock>(brief).first();
    QCOMPARE(list.items.size(), 3);
    QCOMPARE(plainText(list.items[0].lead), u"“the model family”"_s);
    QCOMPARE(plainText(list.items[1].lead), u"“500 million times”"_s);
    QCOMPARE(
        plainText(list.items[0].detail),
        u"The Verge · Open model passes ten million downloads, says The Verge · 9 Apr 2026, 08:30 UTC"_s);
    QStringList links;
    for (const TextRun& run : list.items[0].detail)
        if (!run.link.isEmpty())
            links.append(run.link);
    QCOMPARE(links, QStringList({u"https://theverge.example/open-model"_s}));
}

void BriefDocumentTest::evidenceOutlivesItsArticle()
{
    Dossier dossier = Test::fullDossier();
    dossier.quotations = {quoted(dossier, u"stakes"_s, u"the model family"_s),
                          quoted(dossier, u"stakes"_s, u"in all"_s)};
    dossier.articles[0].link = u"https://10.0.0.7/open-model"_s; // in a private network: no reader's
    const auto list = [&dossier] {
        return blocksOf<ListBlock>(buildDocument({dossier}, options()).sections.first()).first();
    };
    const ListBlock withArticle = list();
    for (const TextRun& run : withArticle.items[0].detail)
        QCOMPARE(run.link, QString());
    dossier.articles.removeFirst();
    QCOMPARE(plainText(list().items[1].lead), u"“in all”"_s);
    QCOMPARE(plainText(list().items[1].detail), u"article no longer with this story"_s);
}

void BriefDocumentTest::digestHasCoverContentsAndRanking()
{
    BriefOptions digest = options();
    digest.digestTitle = u"Week 16"_s;
    const Document document = buildDocument({Test::fullDossier(), Test::plainDossier(u"Other"_s)}, digest);
    QCOMPARE(document.title, u"Week 16"_s);
    QCOMPARE(document.sections.size(), 3);
    QVERIFY(document.sections[0].frontMatter);
    QCOMPARE(headings(document.sections[0]), QStringList({u"Week 16"_s, u"Contents"_s, u"Ranking"_s}));
    const ContentsBlock contents = blocksOf<ContentsBlock>(document.sections[0]).first();
    QCOMPARE(contents.entries.size(), 2);
    QCOMPARE(contents.entries[1].text, u"Other"_s);
    QCOMPARE(blocksOf<HeadingBlock>(document.sections[2]).first().anchor, contents.entries[1].anchor);
    QVERIFY(!document.sections[1].frontMatter);
}

void BriefDocumentTest::ranksByImpact()
{
    QList<Dossier> dossiers;
    for (const int stakes : {20, 90, 50}) {
        Dossier dossier = Test::fullDossier();
        dossier.story.headline = QString::number(stakes);
        dossier.cards[0].cells[u"stakes"_s].value = Score::fromTenths(stakes);
        dossiers.append(dossier);
    }
    dossiers.prepend(Test::plainDossier(u"unjudged"_s));
    const TableBlock ranking =
        blocksOf<TableBlock>(buildDocument(dossiers, options()).sections.first()).first();
    QStringList order;
    for (const TableRow& row : ranking.rows)
        order.append(plainText(row.cells[1].runs));
    QCOMPARE(order, QStringList({u"90"_s, u"50"_s, u"20"_s, u"unjudged"_s}));
    QCOMPARE(plainText(ranking.rows[0].cells[0].runs), u"1"_s);
}

void BriefDocumentTest::anchorsAreUnique()
{
    // The same story twice, as an import of a copy may leave it.
    const Document document = buildDocument({Test::fullDossier(), Test::fullDossier()}, options());
    QStringList anchors;
    for (const Section& section : document.sections)
        for (const auto& heading : blocksOf<HeadingBlock>(section))
            anchors.append(heading.anchor);
    QCOMPARE(anchors.removeDuplicates(), 0);
}

QTEST_GUILESS_MAIN(BriefDocumentTest)
#include "tst_briefdocument.moc"
