// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/methodfile.h"
#include "storage/method/scorevector.h"
#include "tests/support/samples.h"
#include "ui/brief/briefbuilder.h"
#include "ui/brief/textformats.h"
#include "ui/document/documenthtml.h"
#include "ui/document/documentmarkdown.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// HTML, Markdown, JSON-LD and CSV: what they hold, and that no story's text can break out of them.
class BriefTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void htmlHoldsTheBrief();
    void htmlIsWellFormed_data();
    void htmlIsWellFormed();
    void htmlLoadsAndRunsNothing();
    void htmlLinksOnlyToTheWeb();
    void htmlShowsTheMarking();
    void markdownReadsAsText();
    void evidenceHasItsNumbers();
    void markdownEscapes_data();
    void markdownEscapes();
    void markdownKeepsTableCellsWhole();
    void jsonIsSchemaOrg();
    void jsonRates_data();
    void jsonRates();
    void jsonGivesARangeWhileUnset();
    void jsonListsADigest();
    void csvHasARowAStory();
    void csvRunsNoFormula_data();
    void csvRunsNoFormula();
    void csvQuotes();
    void sameBytesAgain();
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

static const QString hostile =
    u"</title></style><script>alert('x')</script><img src=x onerror=\"alert(1)\"> & \"quoted\" `code` *a* [b](javascript:1) |\u202e"_s;

// Every text a story has, set to the same hostile words.
static Dossier hostileDossier()
{
    Dossier dossier = Test::fullDossier();
    Story& story = dossier.story;
    story.headline = story.summary = story.whyItMatters = story.category = story.source = story.trustNote =
        hostile;
    story.tags = {hostile};
    story.link = u"javascript:alert(1)"_s;
    story.primarySource = u"https://lab.example/\"><script>alert(1)</script>"_s;
    story.stated.named = {hostile};
    for (Article& article : dossier.articles) {
        article.title = article.author = article.outlet.name = hostile;
        article.link = u"data:text/html,<script>alert(1)</script>"_s;
    }
    for (ScoreCell& cell : dossier.cards[0].cells)
        cell.rationale = hostile;
    for (StorySignal& signal : dossier.storySignals)
        signal.kind = signal.source = signal.note = hostile;
    dossier.quotations = {{QUuid(), u"stakes"_s, dossier.articles.first().uuid, 0, hostile, hostile, {}}};
    return dossier;
}

static QString html(const QList<Dossier>& dossiers, const BriefOptions& with = options())
{
    return QString::fromUtf8(documentToHtml(buildDocument(dossiers, with)));
}

static QString markdown(const QList<Dossier>& dossiers)
{
    return QString::fromUtf8(documentToMarkdown(buildDocument(dossiers, options())));
}

// A reader of RFC 4180 of its own, so that writer and test do not share a mistake.
static QList<QStringList> parseCsv(const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes.mid(bytes.startsWith("\xef\xbb\xbf") ? 3 : 0));
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else if (c == u'"')
                quoted = false;
            else
                cell += c;
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u',') {
            row.append(std::exchange(cell, {}));
        } else if (c == u'\n') {
            row.append(std::exchange(cell, {}));
            rows.append(std::exchange(row, {}));
        } else if (c != u'\r') {
            cell += c;
        }
    }
    return rows;
}

static QString csvValue(const QList<QStringList>& rows, const QString& column, int row = 1)
{
    return rows[row].value(rows[0].indexOf(column));
}

void BriefTextsTest::htmlHoldsTheBrief()
{
    const QString page = html({Test::fullDossier()});
    QVERIFY(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"_L1));
    for (const QString& part :
         {u"<title>Open model passes 10M downloads in a week; family reaches 500M</title>"_s,
          u"<strong>7.4</strong><span class=\"unit\">/10</span>"_s, u"<th scope=\"row\">Stakes</th>"_s,
          u"<td class=\"number\"><strong>7.0</strong></td>"_s, u"style=\"width:70.0%\""_s,
          u"<code>impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5</code>"_s,
          u"<a href=\"https://lab.example/blog/downloads\" rel=\"noopener noreferrer\">"_s})
        QVERIFY2(page.contains(part), qPrintable(part));
    QCOMPARE(page.count("<h1"_L1), 1);
}

void BriefTextsTest::htmlIsWellFormed_data()
{
    QTest::addColumn<QList<Dossier>>("dossiers");
    QTest::newRow("full") << QList<Dossier>{Test::fullDossier()};
    QTest::newRow("empty") << QList<Dossier>{Dossier()};
    QTest::newRow("hostile") << QList<Dossier>{hostileDossier()};
    QTest::newRow("digest") << QList<Dossier>{hostileDossier(), Test::fullDossier(), Dossier()};
}

void BriefTextsTest::htmlIsWellFormed()
{
    QFETCH(QList<Dossier>, dossiers);
    QString page = html(dossiers);
    // Void elements are all that keeps this HTML from being XML.
    page.replace(QRegularExpression(u"<(meta|hr|br)([^>]*)>"_s), u"<\\1\\2/>"_s)
        .remove("<!DOCTYPE html>\n"_L1);
    QXmlStreamReader reader(page);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
}

void BriefTextsTest::htmlLoadsAndRunsNothing()
{
    const QString page = html({hostileDossier(), Test::fullDossier()});
    QVERIFY(page.contains("default-src 'none'"_L1));
    for (const QString& element :
         {u"<script"_s, u"<img"_s, u"<link"_s, u"<iframe"_s, u"url("_s, u"@import"_s})
        QVERIFY2(!page.contains(element), qPrintable(element));
    QVERIFY(!page.contains(QChar(0x202e)));
    // Quotes in text are escaped, so that an event handler never becomes an attribute.
    QVERIFY(!page.contains("onerror=\""_L1));
    QVERIFY(page.contains("onerror=&quot;alert(1)&quot;"_L1));
}

void BriefTextsTest::htmlLinksOnlyToTheWeb()
{
    static const QRegularExpression href(u"href=\"([^\"]*)\""_s);
    auto matches = href.globalMatch(html({hostileDossier(), Test::fullDossier()}));
    int links = 0;
    while (matches.hasNext()) {
        const QString target = matches.next().captured(1);
        QVERIFY2(target.startsWith("https://"_L1) || target.startsWith(u'#'), qPrintable(target));
        ++links;
    }
    QVERIFY(links > 6);
}

void BriefTextsTest::htmlShowsTheMarking()
{
    BriefOptions marked = options();
    QVERIFY(!html({Test::fullDossier()}, marked).contains("TLP:"_L1));
    marked.marking = TlpMarking::AmberStrict;
    QCOMPARE(html({Test::fullDossier()}, marked).count(">TLP:AMBER+STRICT</p>"_L1), 2);
}

void BriefTextsTest::markdownReadsAsText()
{
    const QString text = markdown({Test::fullDossier()});
    for (const QString& part :
         {u"# Open model passes 10M downloads in a week; family reaches 500M\n\n"_s,
          u"- **Impact:** 7.4/10 — Notable\n"_s, u"## Why it matters\n\n"_s,
          u"| Stakes | ███████··· | **7.0** | 25 % |\n"_s,
          u"- **Authority:** The laboratory's own announcement, with public counters.\n"_s,
          u"1. [Primary source](https://lab.example/blog/downloads) — "_s,
          u"- Score vector: `impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5`\n"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\nin\n"_s + text));
    QVERIFY(text.endsWith(u'\n') && !text.endsWith("\n\n"_L1));
}

void BriefTextsTest::evidenceHasItsNumbers()
{
    Dossier dossier = Test::fullDossier();
    dossier.quotations = {
        {QUuid(), u"stakes"_s, dossier.articles.first().uuid, 4, u"the *model* family"_s, u"Ada"_s, {}}};
    const QString text = markdown({dossier});
    for (const QString& part :
         {u"| Stakes \\[1\\] | ███████··· |"_s, u"## Evidence\n\n1. “the \\*model\\* family” — "_s,
          u"The Verge · [Open model passes"_s, u"](https://theverge.example/open-model) · 9 Apr 2026"_s})
        QVERIFY2(text.contains(part), qPrintable(part + u"\nin\n"_s + text));
    const QString page = html({dossier});
    for (const QString& part :
         {u"<th scope=\"row\">Stakes<span class=\"muted\"> [1]</span></th>"_s,
          u"<li dir=\"auto\">“the *model* family”<br>"_s,
          u"<a href=\"https://theverge.example/open-model\" rel=\"noopener noreferrer\">"_s})
        QVERIFY2(page.contains(part), qPrintable(part + u"\nin\n"_s + page));
}

void BriefTextsTest::markdownEscapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaped");
    QTest::newRow("plain") << u"Plain text, 7.4 of 10."_s << u"Plain text, 7.4 of 10."_s;
    QTest::newRow("emphasis") << u"*a* _b_"_s << u"\\*a\\* \\_b\\_"_s;
    QTest::newRow("underscore in a word") << u"snake_case"_s << u"snake_case"_s;
    QTest::newRow("link") << u"[a](http://b)"_s << u"\\[a\\](http://b)"_s;
    QTest::newRow("html") << u"<b>"_s << u"\\<b\\>"_s;
    QTest::newRow("entity") << u"&lt; R&D & more"_s << u"\\&lt; R\\&D & more"_s;
    QTest::newRow("heading") << u"# not one"_s << u"\\# not one"_s;
    QTest::newRow("list") << u"- not one"_s << u"\\- not one"_s;
    QTest::newRow("numbered list") << u"1. not one"_s << u"1\\. not one"_s;
    QTest::newRow("a decimal") << u"1.5 million"_s << u"1.5 million"_s;
    QTest::newRow("table") << u"a|b"_s << u"a\\|b"_s;
    QTest::newRow("line end") << u"a\n# b"_s << u"a # b"_s;
}

void BriefTextsTest::markdownEscapes()
{
    QFETCH(QString, text);
    QFETCH(QString, escaped);
    QCOMPARE(escapedMarkdown(text), escaped);
}

void BriefTextsTest::markdownKeepsTableCellsWhole()
{
    // The hostile headline holds a bar, which would add a column to the ranking.
    const QString text = markdown({hostileDossier(), Test::fullDossier()});
    static const QRegularExpression bar(u"(?<!\\\\)\\|"_s);
    int rows = 0;
    for (const QString& line : text.split(u'\n'))
        if (line.startsWith(u'|')) {
            const qsizetype bars = line.count(bar);
            QVERIFY2(bars == 5 || bars == 7, qPrintable(line));
            ++rows;
        }
    QVERIFY(rows >= 4 + 2 * 9);
    static const QRegularExpression scriptLink(u"(?<!\\\\)\\]\\(javascript"_s);
    QVERIFY(!text.contains(scriptLink));
}

void BriefTextsTest::jsonIsSchemaOrg()
{
    const QJsonObject article =
        QJsonDocument::fromJson(briefsToJson({Test::fullDossier()}, options())).object();
    QCOMPARE(article.value("@context"_L1).toArray().first().toString(), u"https://schema.org"_s);
    QCOMPARE(article.value("@type"_L1).toString(), u"NewsArticle"_s);
    QCOMPARE(article.value("headline"_L1).toString(), Test::fullDossier().story.headline);
    QCOMPARE(article.value("datePublished"_L1).toString(), u"2026-04-09T08:30:00Z"_s);
    QCOMPARE(article.value("citation"_L1).toArray().size(), 5);
    const QJsonObject card = article.value("scoredesk:scorecard"_L1).toObject();
    QVERIFY(qAbs(card.value("impact"_L1).toDouble() - 7.389) < 0.001);
    const auto parsed = parseVector(card.value("vector"_L1).toString(), builtInMethods());
    QVERIFY(parsed.has_value());
    QCOMPARE(parsed->value(u"novelty"_s), Score::fromTenths(65));
    QCOMPARE(card.value("dimensions"_L1).toArray().size(), 7);
}

void BriefTextsTest::jsonRates_data()
{
    QTest::addColumn<TrustVerdict>("trust");
    QTest::addColumn<int>("rating"); // 0: no review
    QTest::newRow("high") << TrustVerdict::High << 5;
    QTest::newRow("medium") << TrustVerdict::Medium << 3;
    QTest::newRow("low") << TrustVerdict::Low << 1;
    QTest::newRow("not judged") << TrustVerdict::Unset << 0;
}

void BriefTextsTest::jsonRates()
{
    QFETCH(TrustVerdict, trust);
    QFETCH(int, rating);
    Dossier dossier = Test::fullDossier();
    dossier.story.trust = trust;
    const QJsonObject review =
        QJsonDocument::fromJson(briefsToJson({dossier}, options())).object().value("review"_L1).toObject();
    QCOMPARE(review.isEmpty(), rating == 0);
    if (rating == 0)
        return;
    QCOMPARE(review.value("@type"_L1).toString(), u"ClaimReview"_s);
    const QJsonObject value = review.value("reviewRating"_L1).toObject();
    QCOMPARE(value.value("ratingValue"_L1).toInt(), rating);
    QCOMPARE(value.value("worstRating"_L1).toInt(), 1);
    QCOMPARE(value.value("bestRating"_L1).toInt(), 5);
}

void BriefTextsTest::jsonGivesARangeWhileUnset()
{
    Dossier dossier = Test::fullDossier();
    dossier.cards[0].cells[u"novelty"_s].value = Score();
    dossier.cards[0].cells[u"social"_s].value = Score::notApplicable();
    const QJsonObject card = QJsonDocument::fromJson(briefsToJson({dossier}, options()))
                                 .object()
                                 .value("scoredesk:scorecard"_L1)
                                 .toObject();
    QVERIFY(!card.contains("impact"_L1));
    QCOMPARE(card.value("impactRange"_L1).toArray().size(), 2);
    const QJsonArray dimensions = card.value("dimensions"_L1).toArray();
    QVERIFY(dimensions[1].toObject().value("value"_L1).isNull());
    QCOMPARE(dimensions[5].toObject().value("value"_L1).toString(), u"N/A"_s);
}

void BriefTextsTest::jsonListsADigest()
{
    const QJsonObject list =
        QJsonDocument::fromJson(briefsToJson({Test::fullDossier(), hostileDossier()}, options())).object();
    QCOMPARE(list.value("@type"_L1).toString(), u"ItemList"_s);
    QCOMPARE(list.value("itemListElement"_L1).toArray().size(), 2);
}

void BriefTextsTest::csvHasARowAStory()
{
    const QByteArray csv = briefsToCsv({Test::fullDossier(), Test::plainDossier(u"Other"_s)}, options());
    QVERIFY(csv.startsWith("\xef\xbb\xbfuuid,headline,"));
    QVERIFY(csv.endsWith("\r\n"));
    const QList<QStringList> rows = parseCsv(csv);
    QCOMPARE(rows.size(), 3);
    for (const QStringList& row : rows)
        QCOMPARE(row.size(), rows[0].size());
    QCOMPARE(csvValue(rows, u"stakes"_s), u"7"_s);
    QCOMPARE(csvValue(rows, u"fud_risk"_s), u"1.5"_s);
    QCOMPARE(csvValue(rows, u"impact"_s), u"7.389"_s);
    QCOMPARE(csvValue(rows, u"outlets"_s), u"18"_s);
    QCOMPARE(csvValue(rows, u"outlets_stated"_s), u"yes"_s);
    QCOMPARE(csvValue(rows, u"headline"_s, 2), u"Other"_s);
    QCOMPARE(csvValue(rows, u"stakes"_s, 2), QString());
    QCOMPARE(csvValue(rows, u"impact"_s, 2), QString());
    QCOMPARE(csvValue(rows, u"impact_high"_s, 2), u"10.000"_s);
}

void BriefTextsTest::csvRunsNoFormula_data()
{
    QTest::addColumn<QString>("headline");
    QTest::newRow("equals") << u"=HYPERLINK(\"http://evil.example\")"_s;
    QTest::newRow("plus") << u"+1+cmd|' /C calc'!A0"_s;
    QTest::newRow("minus") << u"-2+3"_s;
    QTest::newRow("at") << u"@SUM(A1)"_s;
    QTest::newRow("tab") << u"\t=1"_s;
    QTest::newRow("carriage return") << u"\r=1"_s;
    QTest::newRow("full-width equals") << u"＝1"_s;
}

void BriefTextsTest::csvRunsNoFormula()
{
    QFETCH(QString, headline);
    Dossier dossier = Test::fullDossier();
    dossier.story.headline = headline;
    const QList<QStringList> rows = parseCsv(briefsToCsv({dossier}, options()));
    QCOMPARE(csvValue(rows, u"headline"_s), u'\'' + headline.simplified());
}

void BriefTextsTest::csvQuotes()
{
    Dossier dossier = Test::fullDossier();
    dossier.story.headline = u"He said \"no, thanks\", twice"_s;
    dossier.story.summary = u"One line.\r\nAnother, \"quoted\"."_s;
    const QList<QStringList> rows = parseCsv(briefsToCsv({dossier}, options()));
    QCOMPARE(rows.size(), 2);
    QCOMPARE(csvValue(rows, u"headline"_s), dossier.story.headline);
    QCOMPARE(csvValue(rows, u"summary"_s), u"One line.\nAnother, \"quoted\"."_s);
}

void BriefTextsTest::sameBytesAgain()
{
    const QList<Dossier> dossiers = {Test::fullDossier(), hostileDossier()};
    QCOMPARE(html(dossiers), html(dossiers));
    QCOMPARE(briefsToJson(dossiers, options()), briefsToJson(dossiers, options()));
    QCOMPARE(briefsToCsv(dossiers, options()), briefsToCsv(dossiers, options()));
}

QTEST_GUILESS_MAIN(BriefTextsTest)
#include "tst_brieftexts.moc"
