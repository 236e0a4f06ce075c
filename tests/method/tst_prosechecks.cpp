// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/checks.h"
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Checks of the brief's words: numbers, outlet counts, hype, repetition, hidden characters.
class ProseChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSampleIsClean();
    void headlineNumbers_data();
    void headlineNumbers();
    void tellsWhereTheNumberStands();
    void outletCounts_data();
    void outletCounts();
    void outletCountsNeedCoverage();
    void hype_data();
    void hype();
    void hypeIsPermittedWhereRiskIsOwned();
    void repetition_data();
    void repetition();
    void hiddenCharacters_data();
    void hiddenCharacters();
    void hiddenCharactersInEveryField();
    void hostileTextIsQuick();
};

/// The sample with as many outlets named as a brief of its count commonly names.
static Dossier cleanDossier()
{
    Dossier dossier = Test::fullDossier();
    dossier.story.stated.named.append({u"Ars Technica"_s, u"Lab blog"_s});
    return dossier;
}

static QList<Finding> found(const Dossier& dossier, CheckKind kind)
{
    QList<Finding> findings = runChecks(dossier, builtInMethods().first(), {u"Ada"_s, {}, {}});
    findings.removeIf([kind](const Finding& finding) { return finding.kind != kind; });
    return findings;
}

static QStringList firstFacts(const QList<Finding>& findings)
{
    QStringList facts;
    for (const Finding& finding : findings)
        facts.append(finding.facts.first());
    return facts;
}

void ProseChecksTest::theSampleIsClean()
{
    const QList<Finding> findings = runChecks(cleanDossier(), builtInMethods().first(), {u"Ada"_s, {}, {}});
    for (const Finding& finding : findings)
        QFAIL(qPrintable(checkName(finding.kind) + u": "_s + finding.facts.join(u", "_s)));
}

void ProseChecksTest::headlineNumbers_data()
{
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("prose");
    QTest::addColumn<QStringList>("missing");
    const QStringList none;
    const auto row = [](const char* name, const QString& headline, const QString& prose,
                        const QStringList& missing) { QTest::newRow(name) << headline << prose << missing; };
    row("no number", u"Model released"_s, u"It is out."_s, none);
    row("same figure", u"Passes 10M downloads"_s, u"downloaded 10M times"_s, none);
    row("with a plus", u"Passes 10M downloads"_s, u"downloaded 10M+ times"_s, none);
    row("scale as a word", u"Passes 10M downloads"_s, u"ten days, 10 million downloads"_s, none);
    row("scale after a hyphen", u"Raises $2B"_s, u"a 2-billion-dollar round"_s, none);
    row("digits in full", u"Passes 1.5M downloads"_s, u"exactly 1,500,000 downloads"_s, none);
    row("thousands by a narrow space", u"Hires 12,000"_s, u"hired 12\u202f000 people"_s, none);
    row("total after it", u"Family at 500M total"_s, u"a 500M-download milestone"_s, none);
    row("bn", u"Raises £3bn"_s, u"raised £3 billion"_s, none);
    row("small m for money", u"Fined $5m"_s, u"a fine of 5 million dollars"_s, none);
    row("small m for metres", u"A 5m telescope"_s, u"a telescope of 5 metres"_s, none);
    row("percent in words", u"Gains 12%"_s, u"gained 12 percent"_s, none);
    row("rounded percent", u"Gains 12%"_s, u"gained 12.3 %"_s, none);
    row("rounded money", u"Raises $2B"_s, u"raised $2.14 billion"_s, none);
    row("signed", u"+29% throughput"_s, u"throughput up 29%"_s, none);
    row("multiple", u"6.2× compression"_s, u"6.2x smaller"_s, none);
    row("range shares its scale", u"Costs 10–15M"_s, u"between 10 million and 15 million"_s, none);
    row("number written out", u"Ships 3 models"_s, u"three models"_s, none);
    row("tens written out", u"Backed by 21 funds"_s, u"twenty-one funds"_s, none);
    row("number word with scale", u"Passes 10M"_s, u"ten million downloads"_s, none);
    row("dotted version", u"v0.3.6 released"_s, u"version 0.3.6 is out"_s, none);
    row("year", u"AAAI 2026 accepts it"_s, u"The conference accepts it."_s, none);
    row("day of a month", u"Due April 12"_s, u"due in spring"_s, none);
    row("rank", u"#2 on the list"_s, u"second on the list"_s, none);
    row("name with digits", u"MI400 and H200 compared"_s, u"AMD's and NVIDIA's chips"_s, none);
    row("letter after", u"GPT-4o mini fails"_s, u"The small model fails."_s, none);
    row("version that the prose repeats", u"Gemma 4 ships"_s, u"Gemma 4 ships in two sizes"_s, none);
    row("version that the prose leaves out", u"CUDA 13 ships"_s, u"NVIDIA answers."_s, none);
    row("version that the prose has with a blank", u"GPT-5.4 ships"_s, u"GPT 5.4 is out"_s, none);
    row("name at the start that the prose has", u"Gemma 4 ships"_s, u"The Gemma family grows"_s, none);
    row("unit price", u"$0.50/1M tokens"_s, u"$0.50 per million tokens"_s, none);
    row("digits a person did not write", u"Id 1234567890123456789012"_s, u"An id."_s, none);

    row("absent", u"Passes 10M downloads"_s, u"downloaded often"_s, {u"10M"_s});
    row("another scale", u"Passes 10M downloads"_s, u"10 billion downloads"_s, {u"10M"_s});
    row("another figure", u"Passes 10M downloads"_s, u"11M downloads"_s, {u"10M"_s});
    row("not a rounding", u"Gains 12%"_s, u"gained 12.9%"_s, {u"12%"_s});
    row("a count is not rounded", u"Ships 3 models"_s, u"3.2x faster"_s, {u"3"_s});
    row("one of two", u"10M in a week, 500M in all"_s, u"500M downloads"_s, {u"10M"_s});
    row("year as money", u"Costs $2026"_s, u"It is dear."_s, {u"$2026"_s});
    row("year as percent", u"Up 2000%"_s, u"It is up."_s, {u"2000%"_s});
    row("another version of the name", u"Gemma 4 ships"_s, u"Gemma 3 ships in two sizes"_s, {u"4"_s});
    row("another decimal version", u"GPT-5.4 ships"_s, u"GPT-5.3 is out"_s, {u"5.4"_s});
    row("count in title case", u"Acme Cuts 200 Jobs Across Europe"_s, u"Acme is cutting jobs."_s, {u"200"_s});
    row("dotted version differs", u"v0.3.6 released"_s, u"version 0.3.5 is out"_s, {u"0.3.6"_s});
}

void ProseChecksTest::headlineNumbers()
{
    QFETCH(QString, headline);
    QFETCH(QString, prose);
    QFETCH(QStringList, missing);
    Dossier inSummary = cleanDossier();
    inSummary.story.headline = headline;
    inSummary.story.summary = prose;
    inSummary.story.whyItMatters = u"It matters."_s;
    QCOMPARE(firstFacts(found(inSummary, CheckKind::HeadlineNumber)), missing);

    Dossier inWhy = inSummary;
    std::swap(inWhy.story.summary, inWhy.story.whyItMatters);
    QCOMPARE(firstFacts(found(inWhy, CheckKind::HeadlineNumber)), missing);
}

void ProseChecksTest::tellsWhereTheNumberStands()
{
    Dossier dossier = cleanDossier();
    dossier.story.headline = u"\U0001F600 Passes 77 million downloads"_s;
    const QList<Finding> findings = found(dossier, CheckKind::HeadlineNumber);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().severity, Severity::Warning);
    QCOMPARE(dossier.story.headline.mid(findings.first().position, findings.first().length), u"77 million"_s);
    dossier.story.summary.clear();
    dossier.story.whyItMatters.clear();
    QVERIFY2(found(dossier, CheckKind::HeadlineNumber).isEmpty(), "a missing text is told by itself");
}

void ProseChecksTest::outletCounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("told"); // the sample states 18 outlets, 3 tier-1; the desk has 3 and 1
    const QStringList none;
    const auto row = [](const char* name, const QString& text, const QStringList& told) {
        QTest::newRow(name) << text << told;
    };
    row("as stated", u"Reported by 18 outlets."_s, none);
    row("in words", u"Eighteen outlets carried it."_s, none);
    row("as the desk has seen", u"So far 3 outlets have it."_s, none);
    row("tier 1 as stated", u"18 outlets, 3 tier-1 outlets among them"_s, none);
    row("lower bound", u"More than 15 outlets"_s, none);
    row("plus", u"15+ outlets"_s, none);
    row("about", u"nearly 20 news outlets"_s, none);
    row("a few among many", u"Two outlets confirmed it independently."_s, none);
    row("outlets of another kind", u"sold in 300 retail outlets and 40 power outlets"_s, none);
    row("money", u"spent $500 outlets"_s, none);
    row("dozens", u"dozens of outlets"_s, none);
    row("too few", u"Reported by 12 outlets."_s, {u"12 outlets"_s});
    row("too few in words", u"Only twelve news outlets took it up."_s, {u"twelve news outlets"_s});
    row("too many", u"Some 40 independent outlets ran it."_s, {u"Some 40 independent outlets"_s});
    row("bound not met", u"at least 20 outlets"_s, {u"at least 20 outlets"_s});
    row("compound word", u"twenty-four outlets"_s, {u"twenty-four outlets"_s});
    row("tier 1 too many", u"5 tier-1 outlets"_s, {u"5 tier-1 outlets"_s});
    row("news organisations", u"25 news organisations"_s, {u"25 news organisations"_s});
}

void ProseChecksTest::outletCounts()
{
    QFETCH(QString, text);
    QFETCH(QStringList, told);
    Dossier dossier = cleanDossier();
    dossier.story.summary += u' ' + text;
    const QList<Finding> findings = found(dossier, CheckKind::OutletCountInProse);
    QCOMPARE(firstFacts(findings), told);
    for (const Finding& finding : findings) {
        QCOMPARE(finding.place, StoryField::Summary);
        QCOMPARE(dossier.story.summary.mid(finding.position, finding.length), finding.facts.first());
        QCOMPARE(finding.facts.at(2), finding.facts.at(1) == u"tier1" ? u"3"_s : u"18"_s);
    }
}

void ProseChecksTest::outletCountsNeedCoverage()
{
    Dossier dossier = cleanDossier();
    dossier.story.whyItMatters += u" Reported by 12 outlets."_s;
    QCOMPARE(found(dossier, CheckKind::OutletCountInProse).size(), 1);
    dossier.story.stated = {};
    QCOMPARE(found(dossier, CheckKind::OutletCountInProse).first().facts.last(), u"3"_s);
    dossier.coverage = {};
    QVERIFY(found(dossier, CheckKind::OutletCountInProse).isEmpty());
}

void ProseChecksTest::hype_data()
{
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QStringList>("phrases");
    const auto row = [](const char* name, const QString& headline, const QStringList& phrases) {
        QTest::newRow(name) << headline << phrases;
    };
    row("none", u"Regulator fines bank over late reports"_s, {});
    row("one", u"A revolutionary model for proteins"_s, {u"revolutionary"_s});
    row("capitals", u"A GAME-CHANGER for proteins"_s, {u"GAME-CHANGER"_s});
    row("hyphen as a blank", u"A game changer for proteins"_s, {u"game changer"_s});
    row("hyphen left out", u"A gamechanger for proteins"_s, {u"gamechanger"_s});
    row("curly apostrophe", u"You won’t believe this model"_s, {u"You won’t believe"_s});
    row("two", u"Insane speed, mind-blowing price"_s, {u"Insane"_s, u"mind-blowing"_s});
    row("the longer phrase wins", u"Model shocks the world of proteins"_s, {u"shocks the world"_s});
    row("part of a word", u"Insaneness and amazingly named firms"_s, {});
    row("joined to letters", u"unstoppablesque"_s, {});
}

void ProseChecksTest::hype()
{
    QFETCH(QString, headline);
    QFETCH(QStringList, phrases);
    Dossier dossier = cleanDossier();
    dossier.story.headline = headline;
    const QList<Finding> findings = found(dossier, CheckKind::HypeHeadline);
    QCOMPARE(firstFacts(findings), phrases);
    for (const Finding& finding : findings)
        QCOMPARE(headline.mid(finding.position, finding.length), finding.facts.first());
}

void ProseChecksTest::hypeIsPermittedWhereRiskIsOwned()
{
    Dossier dossier = cleanDossier();
    dossier.story.headline = u"A revolutionary model for proteins"_s;
    const auto told = [&dossier](Score fud) {
        dossier.cards.first().cells[u"fud_risk"_s].value = fud;
        return found(dossier, CheckKind::HypeHeadline).size();
    };
    QCOMPARE(told(Score::fromTenths(29)), 1);
    QCOMPARE(told(Score::fromTenths(30)), 0);
    QCOMPARE(told(Score()), 0);
    QCOMPARE(told(Score::notApplicable()), 0);
}

void ProseChecksTest::repetition_data()
{
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("of");
    const Story story = cleanDossier().story;
    QTest::newRow("own words") << story.whyItMatters << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("summary again") << story.summary << u"summary"_s;
    QTest::newRow("first half of the summary again, in capitals")
        << story.summary.left(200).toUpper() + u" That is the point of it."_s << u"summary"_s;
    QTest::newRow("headline again") << story.headline << u"headline"_s;
    QTest::newRow("headline inside own words")
        << u"What counts here: "_s + story.headline + u". Products will follow within a quarter."_s
        << u"headline"_s;
    QTest::newRow("a name in both") << u"The newest open-weights model was a surprise to its rivals, who "
                                       u"must answer within the quarter or lose their builders to it."_s
                                    << QString();
}

void ProseChecksTest::repetition()
{
    QFETCH(QString, why);
    QFETCH(QString, of);
    Dossier dossier = cleanDossier();
    dossier.story.whyItMatters = why;
    const QList<Finding> findings = found(dossier, CheckKind::Repetition);
    QCOMPARE(findings.isEmpty(), of.isEmpty());
    if (findings.isEmpty())
        return;
    const Finding& finding = findings.first();
    QCOMPARE(finding.facts.first(), of);
    QCOMPARE(finding.place, StoryField::WhyItMatters);
    QCOMPARE(why.mid(finding.position, finding.length), finding.facts.at(2));
    QVERIFY(finding.facts.at(1).toInt() > 0 && finding.facts.at(1).toInt() <= 100);
}

void ProseChecksTest::hiddenCharacters_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("plain") << u"plain text, “quotes” — dashes … é"_s << QString();
    QTest::newRow("line break and tab") << u"one\n\ttwo\r\n"_s << QString();
    QTest::newRow("no-break blank") << u"10\u00a0km"_s << QString();
    QTest::newRow("soft hyphen is spelling") << u"co\u00adoperate"_s << QString();
    QTest::newRow("emoji joined") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s << QString();
    QTest::newRow("emoji joined after a selector") << u"\U0001F3F3\uFE0F\u200D\U0001F308"_s << QString();
    QTest::newRow("emoji with skin tone joined") << u"\U0001F469\U0001F3FD\u200D\U0001F4BB"_s << QString();
    QTest::newRow("flag of tags")
        << u"\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F"_s << QString();
    QTest::newRow("Persian non-joiner") << u"می\u200Cخواهم"_s << QString();
    QTest::newRow("Hindi joiner") << u"क्\u200Dष"_s << QString();
    QTest::newRow("mark within Hebrew") << u"שלום\u200F (a)"_s << QString();

    QTest::newRow("override") << u"invoice\u202Efdp.exe"_s << u"U+202E"_s;
    QTest::newRow("isolate") << u"a\u2066b\u2069"_s << u"U+2066"_s;
    QTest::newRow("override within Hebrew") << u"של\u202Eום"_s << u"U+202E"_s;
    QTest::newRow("zero-width blank") << u"pass\u200Bword"_s << u"U+200B"_s;
    QTest::newRow("joiner between letters") << u"pay\u200Dpal"_s << u"U+200D"_s;
    QTest::newRow("non-joiner between letters") << u"pay\u200Cpal"_s << u"U+200C"_s;
    QTest::newRow("joiner at the end of an emoji") << u"\U0001F468\u200D text"_s << u"U+200D"_s;
    QTest::newRow("byte order mark") << u"\uFEFFtext"_s << u"U+FEFF"_s;
    QTest::newRow("word joiner") << u"a\u2060b"_s << u"U+2060"_s;
    QTest::newRow("left-to-right mark in English") << u"a\u200Eb"_s << u"U+200E"_s;
    QTest::newRow("tags that spell a message") << u"hi\U000E0068\U000E0069"_s << u"U+E0068"_s;
    QTest::newRow("tags of a flag never closed") << u"\U0001F3F4\U000E0067\U000E0062"_s << u"U+E0067"_s;
    QTest::newRow("control character") << u"a\u0008b"_s << u"U+0008"_s;
    QTest::newRow("Hangul filler") << u"a\u3164b"_s << u"U+3164"_s;
    QTest::newRow("nothing but one") << u"\u200B"_s << u"U+200B"_s;
}

void ProseChecksTest::hiddenCharacters()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    Dossier dossier = cleanDossier();
    dossier.story.trustNote = u"\U0001F600 "_s + text + text;
    const QList<Finding> findings = found(dossier, CheckKind::HiddenCharacters);
    QCOMPARE(findings.isEmpty(), code.isEmpty());
    if (findings.isEmpty())
        return;
    const Finding& finding = findings.first();
    QCOMPARE(finding.severity, Severity::Blocker);
    QCOMPARE(finding.place, StoryField::TrustNote);
    QCOMPARE(finding.facts.first(), code);
    QVERIFY(finding.facts.at(1).toInt() >= 2);
    const auto points = dossier.story.trustNote.mid(finding.position, finding.length).toUcs4();
    QCOMPARE(points.size(), 1);
    QCOMPARE(points.first(), code.mid(2).toUInt(nullptr, 16));
}

void ProseChecksTest::hiddenCharactersInEveryField()
{
    const QString hidden = u"a\u202Eb"_s;
    Dossier dossier = cleanDossier();
    Story& story = dossier.story;
    for (QString* text : {&story.headline, &story.summary, &story.whyItMatters, &story.category,
                          &story.source, &story.link, &story.primarySource, &story.trustNote})
        text->append(hidden);
    story.tags.append(hidden);
    story.stated.named.append(hidden);
    dossier.cards.first().cells[u"novelty"_s].rationale = hidden;
    const QList<Finding> findings = found(dossier, CheckKind::HiddenCharacters);
    QCOMPARE(findings.size(), 11);
    QCOMPARE(findings.last().place, StoryField::Rationale);
    QCOMPARE(findings.last().facts.at(2), u"Novelty"_s);
}

/// Text as large and awkward as an import may bring; the suite's own time limit would tell a hang.
void ProseChecksTest::hostileTextIsQuick()
{
    Dossier dossier = cleanDossier();
    dossier.story.headline = u"1,000 "_s.repeated(20'000);
    dossier.story.summary = u"a "_s.repeated(200'000) + QString(200'000, u'9');
    dossier.story.whyItMatters = u"twenty "_s.repeated(50'000) + QString(100'000, u'-');
    dossier.story.trustNote = QString::fromUtf8(QByteArray(100'000, '\xF0'));
    QVERIFY(!runChecks(dossier, builtInMethods().first(), {u"Ada"_s, {}, {}}).isEmpty());
}

QTEST_APPLESS_MAIN(ProseChecksTest)
#include "tst_prosechecks.moc"
