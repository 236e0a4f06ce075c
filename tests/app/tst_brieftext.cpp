// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/impact.h"
#include "tests/app/briefreading.h"
#include "tests/support/briefs.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Text as copied from a page, read into stories.
class BriefTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheRealBrief();
    void readsOneBriefInManyDresses_data();
    void readsOneBriefInManyDresses();
    void bearsMissingParts_data();
    void bearsMissingParts();
    void partsStories_data();
    void partsStories();
    void readsFields_data();
    void readsFields();
    void readsCoverage_data();
    void readsCoverage();
    void readsValues_data();
    void readsValues();
};

void BriefTextTest::readsTheRealBrief()
{
    const QString path = sharedData(u"data/impact-brief.txt"_s);
    if (path.isEmpty())
        QSKIP("the shared data is not beside the project");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const BriefText out = read(text);
    QCOMPARE(
        headlines(out),
        QStringList(
            {u"Gemma 4 crosses 10M downloads in one week; Gemma family at 500M total"_s,
             u"@hardmaru (David Ha) flagged a paper adapting Sora-style video-diffusion architectures to build a learned world model"_s,
             u"EE Times deep-dive on AMD's ROCm 7.0 and whether it can finally dent NVIDIA's CUDA moat"_s,
             u"Anthropic announced the advisor strategy on the Claude Platform"_s}));
    const Dossier& first = out.dossiers.first();
    QCOMPARE(first.story.source, u"X"_s);
    QVERIFY(first.story.summary.startsWith(u"Sundar Pichai confirmed"_s));
    QVERIFY(first.story.whyItMatters.startsWith(u"A 500M-download"_s));
    QVERIFY(first.story.trustNote.startsWith(u"First-party announcement"_s));
    QCOMPARE(vectorOf(first), fullVector);
    QCOMPARE(first.cards.first().statedImpact, std::optional(7.4));
    QCOMPARE(first.cards.first().analyst, u"Ada"_s);
    QCOMPARE(shownImpact(impactOf(builtInMethods().first(), first.cards.first())), u"7.4"_s);
    QCOMPARE(first.story.stated.outlets, std::optional(18));
    QCOMPARE(first.story.stated.tierOne, std::optional(3));
    QCOMPARE(first.story.stated.named,
             QStringList({u"X"_s, u"The Verge"_s, u"TechCrunch"_s, u"Ars Technica"_s, u"Hugging Face blog"_s,
                          u"Google AI blog"_s}));
    QVERIFY(first.story.stated.namesMore);
    for (const Dossier& dossier : out.dossiers) {
        QCOMPARE(dossier.story.state.stage, Stage::Incoming);
        QVERIFY(dossier.story.remainder.isEmpty());
    }
    for (qsizetype i = 1; i < out.dossiers.size(); ++i) {
        QVERIFY(out.dossiers[i].cards.isEmpty());
        QVERIFY(text.contains(out.dossiers[i].story.summary));
    }
    QVERIFY(out.problems.isEmpty());
    QCOMPARE(lostWords(text, out).join(u' '), QString());
}

void BriefTextTest::readsOneBriefInManyDresses_data()
{
    QTest::addColumn<QString>("text");
    for (const BriefCase& dressed : dressedBriefs())
        QTest::newRow(dressed.name.constData()) << dressed.text;
}

void BriefTextTest::readsOneBriefInManyDresses()
{
    QFETCH(QString, text);
    const BriefText out = read(text);
    const BriefParts parts = fullBrief();
    QCOMPARE(headlines(out), QStringList(parts.headline));
    const Dossier& dossier = out.dossiers.first();
    QCOMPARE(dossier.story.source, u"X"_s);
    QCOMPARE(dossier.story.summary, parts.summary);
    QCOMPARE(dossier.story.whyItMatters, parts.why);
    QCOMPARE(dossier.story.trustNote, parts.note);
    QCOMPARE(vectorOf(dossier), fullVector);
    QCOMPARE(dossier.cards.first().statedImpact, std::optional(7.4));
    QCOMPARE(dossier.story.stated.outlets, std::optional(18));
    QCOMPARE(dossier.story.stated.tierOne, std::optional(3));
    QCOMPARE(dossier.story.stated.named, QStringList({u"X"_s, u"BBC"_s, u"Reuters"_s, u"The Herald"_s}));
    QVERIFY(dossier.story.stated.namesMore);
    QVERIFY2(out.problems.isEmpty(), out.problems.isEmpty() ? "" : qPrintable(out.problems.first().what));
}

void BriefTextTest::bearsMissingParts_data()
{
    QTest::addColumn<QString>("missing");
    for (const char* part : {"headline", "source", "why", "card", "coverage", "outlets", "note",
                             "coverage and outlets", "why and note", "source and note"})
        QTest::newRow(part) << QString::fromLatin1(part);
}

void BriefTextTest::bearsMissingParts()
{
    QFETCH(QString, missing);
    const BriefParts whole = fullBrief();
    BriefParts parts = whole;
    for (const auto& [name, part] : {std::pair{"headline"_L1, &parts.headline},
                                     {"source"_L1, &parts.source},
                                     {"why"_L1, &parts.why},
                                     {"card"_L1, &parts.card},
                                     {"coverage"_L1, &parts.coverage},
                                     {"outlets"_L1, &parts.outlets},
                                     {"note"_L1, &parts.note}})
        if (missing.split(u" and "_s).contains(name))
            part->clear();
    // "coverage" alone takes the list of outlets with it: nothing announces it then.
    if (parts.coverage.isEmpty())
        parts.outlets.clear();
    if (parts.headline.isEmpty())
        parts.source.clear();
    const BriefText out = read(parts.text());
    QCOMPARE(out.dossiers.size(), 1);
    const Dossier& dossier = out.dossiers.first();
    if (!parts.headline.isEmpty())
        QCOMPARE(dossier.story.headline, parts.headline);
    QCOMPARE(dossier.story.source, parts.source.isEmpty() ? QString() : u"X"_s);
    QCOMPARE(dossier.story.summary, parts.summary);
    QCOMPARE(dossier.story.whyItMatters, parts.why);
    QCOMPARE(dossier.story.trustNote, parts.note);
    QCOMPARE(vectorOf(dossier), parts.card.isEmpty() ? QString() : fullVector);
    QCOMPARE(dossier.story.stated.outlets.has_value(), !parts.coverage.isEmpty());
    QCOMPARE(dossier.story.stated.named.size(), parts.outlets.isEmpty() ? 0 : 4);
}

void BriefTextTest::partsStories_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("begins"); ///< how each headline begins
    QTest::addColumn<QStringList>("vectors");
    const BriefParts a = fullBrief();
    const BriefParts b = otherBrief();
    const auto otherVector = u"impact:1/ST:8/NO:8/AU:7/CO:6/CN:7.5/SO:5/FU:3"_s;
    const auto add = [](const char* name, const QString& text, const QStringList& begins,
                        const QStringList& vectors) { QTest::newRow(name) << text << begins << vectors; };
    const auto without = [](BriefParts parts, std::initializer_list<QString BriefParts::*> gone) {
        for (const auto part : gone)
            (parts.*part).clear();
        return parts.text();
    };
    add("two briefs", a.text() + u'\n' + b.text(), {u"Tidal"_s, u"Lisbon"_s}, {fullVector, otherVector});
    add("two briefs, a blank line between", a.text() + u"\n\n"_s + b.text(), {u"Tidal"_s, u"Lisbon"_s},
        {fullVector, otherVector});
    add("two briefs, a rule between", a.text() + u"\n---\n"_s + b.text(), {u"Tidal"_s, u"Lisbon"_s},
        {fullVector, otherVector});
    add("three briefs", a.text() + u'\n' + b.text() + u'\n' + a.text(), {u"Tidal"_s, u"Lisbon"_s, u"Tidal"_s},
        {fullVector, otherVector, fullVector});
    add("two briefs without trust note",
        without(a, {&BriefParts::note}) + u'\n' + without(b, {&BriefParts::note}), {u"Tidal"_s, u"Lisbon"_s},
        {fullVector, otherVector});
    add("two briefs without source and trust note",
        without(a, {&BriefParts::note, &BriefParts::source}) + u'\n' +
            without(b, {&BriefParts::note, &BriefParts::source}),
        {u"Tidal"_s, u"Lisbon"_s}, {fullVector, otherVector});
    add("two briefs without coverage",
        without(a, {&BriefParts::coverage, &BriefParts::outlets}) + u'\n' +
            without(b, {&BriefParts::coverage, &BriefParts::outlets}),
        {u"Tidal"_s, u"Lisbon"_s}, {fullVector, otherVector});
    add("two briefs, card first",
        QStringList({a.card, a.headline, a.source, a.summary, a.why, a.coverage, a.outlets, a.note, b.card,
                     b.headline, b.source, b.summary, b.why, b.coverage, b.outlets, b.note})
            .join(u'\n'),
        {u"Tidal"_s, u"Lisbon"_s}, {fullVector, otherVector});
    add("brief and paragraphs", QStringList({a.text(), b.summary, b.why}).join(u'\n'),
        {u"Tidal"_s, u"A commercial court"_s, u"The ruling is the first"_s}, {fullVector, {}, {}});
    add("brief and headlined story", QStringList({a.text(), b.headline, b.summary}).join(u'\n'),
        {u"Tidal"_s, u"Lisbon"_s}, {fullVector, {}});
    add("paragraphs before a brief", QStringList({b.summary, b.why, a.text()}).join(u'\n'),
        {u"A commercial court"_s, u"The ruling"_s, u"Tidal"_s}, {{}, {}, fullVector});
    add("one paragraph", b.summary, {u"A commercial court"_s}, {{}});
    add("paragraphs, no blank lines", b.summary + u'\n' + a.summary,
        {u"A commercial court"_s, u"The operator"_s}, {{}, {}});
    add("paragraphs, blank lines", b.summary + u"\n\n"_s + a.summary,
        {u"A commercial court"_s, u"The operator"_s}, {{}, {}});
    add("bare headline", b.headline, {u"Lisbon"_s}, {{}});
    add("bare headlines", b.headline + u'\n' + a.headline, {u"Lisbon"_s, u"Tidal"_s}, {{}, {}});
    add("headlines with links",
        b.headline + u"\nhttps://a.example/1\n"_s + a.headline + u"\nhttps://b.example/2"_s,
        {u"Lisbon"_s, u"Tidal"_s}, {{}, {}});
    add("links with headlines",
        u"https://a.example/1\n"_s + b.headline + u"\nhttps://b.example/2\n"_s + a.headline,
        {u"Lisbon"_s, u"Tidal"_s}, {{}, {}});
    add("bare links", u"https://www.a.example/news/one\nhttps://b.example/two"_s,
        {u"a.example/news/one"_s, u"b.example/two"_s}, {{}, {}});
    add("card alone", a.card, {u""_s}, {fullVector});
    add("ranked list",
        u"1\n"_s + a.headline + u"\nX · AI · 2h\n7.4/10\n"_s + a.summary + u"\n2\n"_s + b.headline +
            u"\nReuters · Research · 3h\n6.1/10\n"_s + b.summary,
        {u"Tidal"_s, u"Lisbon"_s}, {{}, {}});
    add("article",
        QStringList({a.headline, u"Author: Staff"_s, a.summary, a.why,
                     u"“We are pleased,” the operator said. It gave no date for the next array."_s})
            .join(u"\n\n"_s),
        {u"Tidal"_s}, {{}});
    add("headline with a full stop",
        QStringList(
            {QString(b.headline + u'.'), b.source, b.summary, b.why, b.card, b.coverage, b.outlets, b.note})
            .join(u'\n'),
        {u"Lisbon"_s}, {otherVector});
    add("question for a headline",
        QStringList({u"Will tidal power ever pay?"_s, a.source, a.summary, a.why, a.card, a.coverage,
                     a.outlets, a.note})
            .join(u'\n'),
        {u"Will tidal"_s}, {fullVector});
    add("three paragraphs over the card",
        QStringList(
            {a.headline, a.source, a.summary,
             u"The regulator had asked for a second survey of the sea bed, which took until January and moved two of the turbines by some sixty metres."_s,
             a.why, a.card, a.coverage, a.outlets, a.note})
            .join(u'\n'),
        {u"Tidal"_s}, {fullVector});
    add("paragraph cut at a margin",
        u"The operator switched on the last of 25 turbines off Orkney on Monday,\nwhich brings the array to "
        u"50 MW, the largest tidal plant that feeds a\n"
        "public grid. It expects 160 GWh a year at £98 per MWh."_s,
        {u"The operator switched on the last of 25 turbines off Orkney on Monday"_s}, {{}});
    add("no line ends at all", QString(a.text()).replace(u'\n', u' '), {u"Tidal"_s}, {fullVector});
    add("Chinese", u"阿里巴巴开源新模型。该模型拥有350亿参数，其中30亿为激活参数。"_s,
        {u"阿里巴巴开源新模型"_s}, {{}});
    add("German with card",
        QStringList(
            {u"Netzagentur genehmigt Ausbau des Glasfasernetzes"_s, u"·Heise"_s,
             u"Die Behörde hat am Montag den Ausbau genehmigt. Bis 2030 sollen 40 Millionen Haushalte versorgt werden."_s,
             a.card})
            .join(u'\n'),
        {u"Netzagentur"_s}, {fullVector});
}

void BriefTextTest::partsStories()
{
    QFETCH(QString, text);
    QFETCH(QStringList, begins);
    QFETCH(QStringList, vectors);
    const BriefText out = read(text);
    QVERIFY2(out.dossiers.size() == begins.size(), qPrintable(headlines(out).join(u" // "_s)));
    for (qsizetype i = 0; i < begins.size(); ++i) {
        const QString& headline = out.dossiers[i].story.headline;
        QVERIFY2(begins[i].isEmpty() ? headline.isEmpty() : headline.startsWith(begins[i]),
                 qPrintable(headline));
        QVERIFY2(headline.size() <= 135, qPrintable(headline));
        QCOMPARE(vectorOf(out.dossiers[i]), vectors[i]);
    }
    QCOMPARE(lostWords(text, out).join(u' '), QString());
}

void BriefTextTest::readsFields_data()
{
    QTest::addColumn<QString>("lines"); ///< under a headline, over a summary
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    const auto add = [](const char* name, const QString& lines, const char* field, const QString& value) {
        QTest::newRow(name) << lines << QString::fromLatin1(field) << value;
    };
    add("dot", u"·The Verge"_s, "source", u"The Verge"_s);
    add("dot with time", u"· The Verge · 2h"_s, "source", u"The Verge"_s);
    add("dot with category", u"· The Verge · AI"_s, "category", u"AI"_s);
    add("dots without the first", u"The Verge · AI · 3h"_s, "source", u"The Verge"_s);
    add("handle", u"Source: X · @someone"_s, "source", u"X · @someone"_s);
    add("labelled source", u"Source: The Verge"_s, "source", u"The Verge"_s);
    add("source that is a link", u"Source: https://a.example/x"_s, "link", u"https://a.example/x"_s);
    add("via", u"via The Verge"_s, "source", u"The Verge"_s);
    add("dash", u"— The Verge"_s, "source", u"The Verge"_s);
    add("link", u"https://a.example/x?y=1"_s, "link", u"https://a.example/x?y=1"_s);
    add("labelled link", u"Link: https://a.example/x"_s, "link", u"https://a.example/x"_s);
    add("primary source", u"Primary source: https://a.example/paper"_s, "primary",
        u"https://a.example/paper"_s);
    add("primary source below its label", u"Primary source\nhttps://a.example/paper"_s, "primary",
        u"https://a.example/paper"_s);
    add("tags", u"Tags: energy, tidal power, grid"_s, "tags", u"energy|tidal power|grid"_s);
    add("hashtags", u"#energy #tidal #grid"_s, "tags", u"energy|tidal|grid"_s);
    add("category", u"Category: Research"_s, "category", u"Research"_s);
    add("category as a chip", u"Research"_s, "category", u"Research"_s);
    add("ISO date", u"Published: 2026-04-20T07:12:51Z"_s, "published", u"2026-04-20T07:12:51Z"_s);
    add("day", u"Published: 2026-04-20"_s, "published", u"2026-04-20T00:00:00Z"_s);
    add("English date", u"Published April 20, 2026"_s, "published", u"2026-04-20T00:00:00Z"_s);
    add("zone", u"Date: 2026-04-20T09:00:00+02:00"_s, "published", u"2026-04-20T07:00:00Z"_s);
    add("verdict", u"Trust verdict: High"_s, "trust", u"high"_s);
    add("verdict below its label", u"Trust verdict\nMedium"_s, "trust", u"medium"_s);
    add("verdict in words", u"Low trust"_s, "trust", u"low"_s);
    add("verdict joined", u"TrustHigh"_s, "trust", u"high"_s);
    add("verdict with note", u"Trust: high — read by two agencies"_s, "note", u"read by two agencies"_s);
    add("slug", u"Slug: tidal-orkney"_s, "slug", u"tidal-orkney"_s);
    add("author has no place", u"Author: Staff"_s, "remainder", u"Author: Staff"_s);
    add("time ago has no place", u"· The Verge · 2h"_s, "remainder", u"2h"_s);
}

void BriefTextTest::readsFields()
{
    QFETCH(QString, lines);
    QFETCH(QString, field);
    QFETCH(QString, value);
    const BriefParts parts = fullBrief();
    const BriefText out =
        read(QStringList({parts.headline, lines, u"Summary: "_s + parts.summary}).join(u'\n'));
    QVERIFY2(out.dossiers.size() == 1, qPrintable(headlines(out).join(u" // "_s)));
    const Story& story = out.dossiers.first().story;
    const QMap<QString, QString> fields = {{u"source"_s, story.source},
                                           {u"category"_s, story.category},
                                           {u"link"_s, story.link},
                                           {u"primary"_s, story.primarySource},
                                           {u"tags"_s, story.tags.join(u'|')},
                                           {u"published"_s, story.publishedAt.toString(Qt::ISODate)},
                                           {u"trust"_s, toText(story.trust)},
                                           {u"note"_s, story.trustNote},
                                           {u"slug"_s, story.slug},
                                           {u"remainder"_s, story.remainder}};
    QCOMPARE(fields.value(field), value);
    QCOMPARE(story.headline, parts.headline);
    QCOMPARE(story.summary, parts.summary);
}

void BriefTextTest::readsCoverage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("stated");
    const auto add = [](const char* name, const QString& line, const QString& stated) {
        QTest::newRow(name) << line << stated;
    };
    add("joined", u"Coverage18 outlets · 3 tier-1"_s, uR"({"outlets":18,"tier_one":3})"_s);
    add("comma", u"18 outlets, 3 tier-1"_s, uR"({"outlets":18,"tier_one":3})"_s);
    add("brackets", u"18 outlets (3 tier 1)"_s, uR"({"outlets":18,"tier_one":3})"_s);
    add("of which", u"18 outlets, of which 3 are tier-1"_s, uR"({"outlets":18,"tier_one":3})"_s);
    add("short tier", u"18 outlets · 3 t1"_s, uR"({"outlets":18,"tier_one":3})"_s);
    add("sentence", u"Covered by 18 outlets"_s, uR"({"outlets":18})"_s);
    add("one outlet", u"Coverage: 1 outlet"_s, uR"({"outlets":1})"_s);
    add("none of tier 1", u"Coverage: 18 outlets · 0 tier-1"_s, uR"({"outlets":18,"tier_one":0})"_s);
    add("thousands", u"Coverage: 1,204 outlets"_s, uR"({"outlets":1204})"_s);
    add("count behind", u"Outlets: 18 · Tier-1: 3"_s, uR"({"outlets":18,"tier_one":3})"_s);
    add("names behind a colon", u"2 outlets: BBC, NPR"_s, uR"({"named":["BBC","NPR"],"outlets":2})"_s);
    add("and so many more", u"Covered by BBC, NPR and 12 more"_s,
        uR"({"named":["BBC","NPR"],"names_more":true,"outlets":14})"_s);
    add("names alone", u"Coverage: BBC, NPR, …"_s, uR"({"named":["BBC","NPR"],"names_more":true})"_s);
    add("names in lower case", u"Outlets: arxiv.org, r/MachineLearning, claudecodecamp.com"_s,
        uR"({"named":["arxiv.org","r/MachineLearning","claudecodecamp.com"]})"_s);
    add("list of bullets", u"Outlets\n- BBC\n- NPR\n- and 3 more"_s,
        uR"({"named":["BBC","NPR"],"names_more":true,"outlets":5})"_s);
}

void BriefTextTest::readsCoverage()
{
    QFETCH(QString, line);
    QFETCH(QString, stated);
    const BriefParts parts = fullBrief();
    const BriefText out =
        read(QStringList({parts.headline, parts.summary, parts.why, line, parts.note}).join(u'\n'));
    QVERIFY2(out.dossiers.size() == 1, qPrintable(headlines(out).join(u" // "_s)));
    QCOMPARE(toText(out.dossiers.first().story.stated), stated);
    QCOMPARE(out.dossiers.first().story.trustNote, parts.note);
}

void BriefTextTest::readsValues_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("value"); ///< Score::toText(); "none" for a cell that is not set
    const auto add = [](const char* name, const QString& line, const QString& value) {
        QTest::newRow(name) << line << value;
    };
    add("whole", u"Stakes 8"_s, u"8"_s);
    add("comma", u"Stakes 7,5"_s, u"7.5"_s);
    add("of ten", u"Stakes: 8/10"_s, u"8"_s);
    add("of ten, decimals and blanks", u"Stakes — 8.0 / 10"_s, u"8"_s);
    add("in words", u"Stakes 8 out of 10"_s, u"8"_s);
    add("percent", u"Stakes 80 %"_s, u"8"_s);
    add("of a hundred", u"Stakes 85/100"_s, u"8.5"_s);
    add("of five", u"Stakes 4/5"_s, u"8"_s);
    add("ten", u"Stakes 10.0"_s, u"10"_s);
    add("nought", u"Stakes 0"_s, u"0"_s);
    add("brackets", u"Stakes (8.5)"_s, u"8.5"_s);
    add("not applicable", u"Stakes N/A"_s, u"X"_s);
    add("not applicable, dots", u"Stakes: n.a."_s, u"X"_s);
    add("not applicable, cross", u"Stakes: X"_s, u"X"_s);
    add("dash", u"Stakes –"_s, u"none"_s);
    add("not scored", u"Stakes: not scored"_s, u"none"_s);
    add("label alone", u"Stakes"_s, u"none"_s);
    add("finer than tenths", u"Stakes 7.25"_s, u"7.3"_s);
    add("weight in brackets", u"Stakes (22%): 7.0"_s, u"7"_s);
    add("word behind", u"Stakes 7.0 (high)"_s, u"7"_s);
    add("above ten", u"Stakes 11"_s, u"none"_s);
    add("below nought", u"Stakes: -1"_s, u"none"_s);
    add("word", u"Stakes: high"_s, u"none"_s);
    add("odd scale", u"Stakes 7/8"_s, u"none"_s);
}

void BriefTextTest::readsValues()
{
    QFETCH(QString, line);
    QFETCH(QString, value);
    const BriefText out = read(
        QStringList({fullBrief().headline, fullBrief().summary, u"Novelty 6.5"_s, line, u"Authority 9.0"_s})
            .join(u'\n'));
    QCOMPARE(out.dossiers.size(), 1);
    const Scorecard& card = out.dossiers.first().cards.first();
    QCOMPARE(card.cells.contains(u"stakes"_s) ? card.value(u"stakes"_s).toText() : u"none"_s, value);
    QCOMPARE(card.value(u"novelty"_s).toText(), u"6.5"_s);
    QCOMPARE(card.value(u"authority"_s).toText(), u"9"_s);
}

QTEST_APPLESS_MAIN(BriefTextTest)
#include "tst_brieftext.moc"
