// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "ui/words/age.h"
#include "ui/words/changetext.h"
#include "ui/words/checktext.h"
#include "ui/words/fieldtext.h"
#include "ui/words/impacttext.h"
#include "ui/words/statetext.h"
#include "ui/words/storiestext.h"
#include "ui/words/trusttext.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Scoredesk::Finding)
Q_DECLARE_METATYPE(Scoredesk::Change)

/// What the interface and the command line say of domain values.
class WordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ages_data();
    void ages();
    void findings_data();
    void findings();
    void everyCheckHasItsWords();
    void changes_data();
    void changes();
    void everyFieldHasItsName();
    void impacts();
    void sensitivities();
    void coverage();
    void suggestions();
    void statesAndVerdicts();
    void shortens_data();
    void shortens();
    void namesStories();
};

void WordsTest::ages_data()
{
    QTest::addColumn<QString>("then");
    QTest::addColumn<QString>("age");
    QTest::newRow("never") << QString() << QString();
    QTest::newRow("this moment") << u"2026-04-09T12:00:00Z"_s << u"now"_s;
    QTest::newRow("a clock ahead") << u"2026-04-09T12:03:00Z"_s << u"now"_s;
    QTest::newRow("59 seconds") << u"2026-04-09T11:59:01Z"_s << u"now"_s;
    QTest::newRow("a minute") << u"2026-04-09T11:59:00Z"_s << u"1 min"_s;
    QTest::newRow("just under an hour") << u"2026-04-09T11:00:01Z"_s << u"59 min"_s;
    QTest::newRow("an hour") << u"2026-04-09T11:00:00Z"_s << u"1 h"_s;
    QTest::newRow("a day") << u"2026-04-08T12:00:00Z"_s << u"1 d"_s;
    QTest::newRow("a week") << u"2026-04-02T12:00:00Z"_s << u"2 Apr"_s;
    QTest::newRow("last year") << u"2025-12-31T12:00:00Z"_s << u"31 Dec 2025"_s;
    QTest::newRow("tomorrow") << u"2026-04-10T12:00:00Z"_s << u"10 Apr"_s;
}

void WordsTest::ages()
{
    QFETCH(QString, then);
    QFETCH(QString, age);
    QCOMPARE(ageText(QDateTime::fromString(then, Qt::ISODate),
                     QDateTime::fromString(u"2026-04-09T12:00:00Z"_s, Qt::ISODate)),
             age);
}

void WordsTest::findings_data()
{
    QTest::addColumn<Finding>("finding");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, CheckKind kind, StoryField place, const QStringList& facts,
                        const QString& text) {
        QTest::newRow(name) << Finding{kind, Severity::Note, place, -1, 0, facts} << text;
    };
    row("headline number", CheckKind::HeadlineNumber, StoryField::Headline, {u"10M"_s},
        u"“10M” stands in the headline, but in neither summary nor why it matters."_s);
    row("outlet count", CheckKind::OutletCountInProse, StoryField::Summary,
        {u"12 outlets"_s, u"outlets"_s, u"18"_s},
        u"“12 outlets” differs from the coverage, which shows 18 outlets."_s);
    row("tier-1 count", CheckKind::OutletCountInProse, StoryField::Summary,
        {u"5 tier-1 outlets"_s, u"tier1"_s, u"3"_s},
        u"“5 tier-1 outlets” differs from the coverage, which shows 3 tier-1 outlets."_s);
    row("missing", CheckKind::FieldLength, StoryField::WhyItMatters, {u"missing"_s},
        u"Why it matters: missing."_s);
    row("short", CheckKind::FieldLength, StoryField::Headline, {u"short"_s, u"9"_s, u"20"_s},
        u"Headline: only 9 characters; 20 or more are usual."_s);
    row("two tags", CheckKind::FieldLength, StoryField::Tags, {u"few"_s, u"2"_s, u"3"_s},
        u"2 tags; at least 3 help readers find it."_s);
    row("authority", CheckKind::TrustUnsupported, StoryField::Trust,
        {u"authority"_s, u"Authority"_s, u"4.9"_s}, u"Trust is high although Authority is only 4.9."_s);
    row("repeats the summary", CheckKind::Repetition, StoryField::WhyItMatters,
        {u"summary"_s, u"45"_s, u"the same words"_s},
        u"Why it matters repeats the summary (45 %): “the same words”."_s);
    row("hidden character with a name", CheckKind::HiddenCharacters, StoryField::Summary,
        {u"U+202E"_s, u"2"_s, QString()}, u"2 hidden characters (U+202E, right-to-left override)."_s);
    row("hidden character in a rationale", CheckKind::HiddenCharacters, StoryField::Rationale,
        {u"U+0008"_s, u"2"_s, u"Stakes"_s}, u"Stakes: 2 hidden characters (U+0008)."_s);
    row("score age", CheckKind::ScorePredatesEvidence, StoryField::Score,
        {u"2026-04-09T13:00:00Z"_s, u"2026-04-10T13:00:00Z"_s, u"3"_s},
        u"3 articles arrived after the card was set on 9 Apr 2026, 13:00."_s);
    row("long link is cut", CheckKind::UnsafeLink, StoryField::Link,
        {u"scheme"_s, u"data:"_s + QString(200, u'a')},
        u"“data:%1…” is not a web address (http or https)."_s.arg(QString(64, u'a')));
    row("facts that look like place markers", CheckKind::CategorySkew, StoryField::Category,
        {u"%1 %n"_s, u"6"_s, u"10"_s}, u"6 of the last 10 exported stories were %1 %n too."_s);
}

void WordsTest::findings()
{
    QFETCH(Finding, finding);
    QFETCH(QString, text);
    QCOMPARE(checkText(finding), text);
}

/// A check whose words were forgotten, or whose message has a hole, would be seen here.
void WordsTest::everyCheckHasItsWords()
{
    Dossier dossier = Test::fullDossier();
    Story& story = dossier.story;
    story.headline = u"Insane: 77M for “ordinary” people, say all of them in one long breath"_s;
    story.summary = u"Reported by 99 outlets\u200B."_s;
    story.whyItMatters = story.headline.section(u'7', 2);
    story.link = u"ftp://x.example/"_s;
    story.primarySource = u"http://10.0.0.1/"_s;
    story.stated.outlets = 90;
    story.evidenceAt = dossier.cards.first().lastSetAt().addDays(1);
    dossier.cards.first().statedImpact = 1;
    const CheckContext context{u"Ada"_s, u"Another"_s, QStringList(10, u"AI"_s)};
    QList<Finding> findings = runChecks(dossier, builtInMethods().first(), context);

    story.primarySource.clear();
    story.trustNote.clear();
    for (auto cell = dossier.cards.first().cells.begin(); cell != dossier.cards.first().cells.end(); ++cell)
        cell->value = Score::fromTenths(100);
    dossier.cards.first().cells[u"fud_risk"_s].value = Score::fromTenths(60);
    story.stated.tierOne.reset();
    dossier.coverage.tierOne = 0;
    findings += runChecks(dossier, builtInMethods().first(), context);
    findings += runChecks(dossier, builtInMethods().first(), {u"Grace"_s, {}, {}});
    dossier.cards.first().cells.remove(u"stakes"_s);
    findings += runChecks(dossier, builtInMethods().first(), {u"Grace"_s, {}, {}});

    QSet<CheckKind> kinds;
    for (const Finding& finding : findings) {
        kinds.insert(finding.kind);
        const QString text = checkText(finding);
        QVERIFY2(text.endsWith(u'.') && !text.contains(u'%') && !text.contains(u"“”"), qPrintable(text));
        QVERIFY(!checkTitle(finding.kind).isEmpty());
        QVERIFY(!severityText(finding.severity).isEmpty());
    }
    for (int i = 0; i <= int(CheckKind::BorrowedCard); ++i)
        QVERIFY2(kinds.contains(CheckKind(i)), qPrintable(checkName(CheckKind(i))));
}

static Change change(StoryField field, const QString& from, const QString& to, const QString& dimension = {},
                     const QString& card = {})
{
    return {QDateTime(), u"Ada"_s, field, dimension, card, from, to};
}

void WordsTest::changes_data()
{
    QTest::addColumn<Change>("made");
    QTest::addColumn<QString>("text");
    QTest::newRow("score") << change(StoryField::Score, u"6.5"_s, u"7"_s, u"stakes"_s, u"Ada"_s)
                           << u"Stakes 6.5 → 7"_s;
    QTest::newRow("score first set") << change(StoryField::Score, {}, u"7"_s, u"stakes"_s)
                                     << u"Stakes — → 7"_s;
    QTest::newRow("not applicable") << change(StoryField::Score, u"7"_s, u"X"_s, u"stakes"_s)
                                    << u"Stakes 7 → n/a"_s;
    QTest::newRow("another's card") << change(StoryField::Score, u"6"_s, u"7"_s, u"stakes"_s, u"Grace"_s)
                                    << u"Stakes 6 → 7 (card of Grace)"_s;
    QTest::newRow("dimension of another method")
        << change(StoryField::Score, u"6"_s, u"7"_s, u"reach"_s) << u"reach 6 → 7"_s;
    QTest::newRow("headline") << change(StoryField::Headline, u"Old"_s, u"New"_s) << u"Headline Old → New"_s;
    QTest::newRow("long headline is cut") << change(StoryField::Headline, u"Old"_s, QString(100, u'n'))
                                          << u"Headline Old → "_s + QString(59, u'n') + u'…';
    QTest::newRow("summary written") << change(StoryField::Summary, {}, u"Text"_s) << u"Summary written"_s;
    QTest::newRow("summary edited") << change(StoryField::Summary, u"a"_s, u"b"_s) << u"Summary edited"_s;
    QTest::newRow("note removed") << change(StoryField::TrustNote, u"a"_s, {}) << u"Trust note removed"_s;
    QTest::newRow("rationale") << change(StoryField::Rationale, {}, u"why"_s, u"novelty"_s)
                               << u"Rationale of Novelty written"_s;
    QTest::newRow("tags") << change(StoryField::Tags, u"a\nb"_s, u"b\nc"_s) << u"Tags +c −a"_s;
    QTest::newRow("tags moved") << change(StoryField::Tags, u"a\nb"_s, u"b\na"_s)
                                << u"Tags put in another order"_s;
    QTest::newRow("trust") << change(StoryField::Trust, {}, u"high"_s) << u"Trust verdict Not set → High"_s;
    QTest::newRow("stage") << change(StoryField::State, u"incoming"_s, u"ready"_s) << u"Incoming → Ready"_s;
    QTest::newRow("spiked") << change(StoryField::State, u"shortlisted"_s, u"spiked|shortlisted|old news"_s)
                            << u"Spiked: old news"_s;
    QTest::newRow("spiked without a reason")
        << change(StoryField::State, u"incoming"_s, u"spiked|incoming|"_s) << u"Spiked"_s;
    QTest::newRow("read") << change(StoryField::Unread, u"1"_s, {}) << u"Marked as read"_s;
    QTest::newRow("stated coverage") << change(StoryField::StatedCoverage, {},
                                               toText(Test::fullDossier().story.stated))
                                     << u"Stated coverage — → 18 outlets · 3 tier-1 stated"_s;
    QTest::newRow("overruled") << change(StoryField::Overrule, {}, u"archive copy"_s, u"unsafe-link"_s)
                               << u"“Unsafe link” overruled: archive copy"_s;
    QTest::newRow("overrule taken back") << change(StoryField::Overrule, u"archive"_s, {}, u"unsafe-link"_s)
                                         << u"“Unsafe link” counts again"_s;
    Quotation quotation;
    quotation.dimension = u"stakes"_s;
    quotation.article = Test::fullDossier().articles.first().uuid;
    quotation.words = u"500 million\ntimes"_s;
    QTest::newRow("quotation pinned") << change(StoryField::Quotation, {}, toText(quotation), u"uuid"_s)
                                      << u"“500 million times” pinned to Stakes"_s;
    QTest::newRow("quotation unpinned") << change(StoryField::Quotation, toText(quotation), {}, u"uuid"_s)
                                        << u"“500 million times” unpinned from Stakes"_s;
    QTest::newRow("article came") << change(StoryField::Article, {}, u"The Verge: Open model"_s)
                                  << u"Article added: The Verge: Open model"_s;
    QTest::newRow("article left") << change(StoryField::Article, u"The Verge: Open model"_s, {})
                                  << u"Article removed: The Verge: Open model"_s;
    QTest::newRow("spiked by a rule")
        << change(StoryField::State, u"incoming"_s, u"spiked|incoming|advertising"_s, u"Ads"_s)
        << u"Spiked: advertising, by the rule “Ads”"_s;
    QTest::newRow("tagged by a rule")
        << change(StoryField::Tags, {}, u"gpu"_s, u"Chips"_s) << u"Tags +gpu, by the rule “Chips”"_s;
    QTest::newRow("published") << change(StoryField::Published, {}, u"2026-04-09T08:30:00Z"_s)
                               << u"Published — → 9 Apr 2026, 08:30"_s;
}

void WordsTest::changes()
{
    QFETCH(Change, made);
    QFETCH(QString, text);
    QCOMPARE(changeText(made, builtInMethods().first()), text);
}

void WordsTest::everyFieldHasItsName()
{
    QStringList names;
    for (int i = 0; i <= int(StoryField::Card); ++i)
        names.append(fieldText(StoryField(i)));
    QVERIFY(!names.contains(QString()));
    QCOMPARE(names.removeDuplicates(), 0);
}

void WordsTest::impacts()
{
    const Method& method = builtInMethods().first();
    QCOMPARE(impactText(method, Impact{7.389, 7.389, 0}), u"7.4 · Notable"_s);
    QCOMPARE(impactText(method, Impact{3.14, 8.2, 2}), u"3.1–8.2 · Background to Major"_s);
    QCOMPARE(impactText(method, Impact{6.1, 7.2, 1}), u"6.1–7.2 · Notable"_s);
    QCOMPARE(impactText(method, std::nullopt), u"—"_s);
}

void WordsTest::sensitivities()
{
    const Method& method = builtInMethods().first();
    const Scorecard card = Test::fullDossier().cards.first();
    const QList<Sensitivity> all = sensitivityOf(method, card);
    QCOMPARE(sensitivityText(method, card, all.first()), u"+0.5 → Major, −5.7 → Watch"_s);
    QCOMPARE(sensitivityText(method, card, all.last()), u"−0.6 → Major, +7.0 → Watch"_s);
    QCOMPARE(sensitivityText(method, card, {u"stakes"_s, std::nullopt, std::nullopt}), QString());
}

void WordsTest::coverage()
{
    QCOMPARE(coverageText(Coverage{20, 18, 3, 5}), u"18 outlets · 3 tier-1 · 5 independent origins"_s);
    QCOMPARE(coverageText(Coverage{}), QString());
    QCOMPARE(coverageText(Test::fullDossier().story.stated), u"18 outlets · 3 tier-1 stated"_s);
    QCOMPARE(coverageText(StatedCoverage{}), QString());
}

void WordsTest::suggestions()
{
    const auto suggestion = suggestionFor(Test::fullDossier(), builtInMethods().first(), u"coverage"_s);
    QVERIFY(suggestion);
    QCOMPARE(suggestionText(*suggestion),
             u"18 outlets, 3 tier-1 stated. Errs by 0.51 on average; guessing the mean errs by 1.26."_s);
}

void WordsTest::statesAndVerdicts()
{
    QCOMPARE(stateText({Stage::Ready, {}, {}}), u"Ready"_s);
    QCOMPARE(stateText(StoryState().spiked(u"old"_s)), u"Spiked: old"_s);
    QCOMPARE(trustText(TrustVerdict::High), u"High"_s);
    QCOMPARE(trustLabel(TrustVerdict::Low), u"trust low"_s);
    QCOMPARE(trustMeaning(TrustVerdict::Unset), QString());
}

void WordsTest::shortens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shortText"); ///< to ten
    QTest::newRow("nothing") << QString() << QString();
    QTest::newRow("short enough") << u"0123456789"_s << u"0123456789"_s;
    QTest::newRow("too long") << u"0123456789a"_s << u"012345678…"_s;
    QTest::newRow("at a blank") << u"01234567 9ab"_s << u"01234567…"_s;
    QTest::newRow("within a pair") << u"01234567😀9ab"_s << u"01234567…"_s;
    QTest::newRow("behind a pair") << u"0123456😀9ab"_s << u"0123456😀…"_s;
    QTest::newRow("within a letter and its accent") << u"01234567e\u03019ab"_s << u"01234567…"_s;
    QTest::newRow("within a family") << u"01234👩‍👩‍👧9ab"_s << u"01234…"_s;
    QTest::newRow("accents without end")
        << u'e' + QString(100, u'\u0301') << u'e' + QString(8, u'\u0301') + u'…';
}

void WordsTest::shortens()
{
    QFETCH(QString, text);
    QFETCH(QString, shortText);
    QCOMPARE(shortened(text, 10), shortText);
}

void WordsTest::namesStories()
{
    QCOMPARE(storiesText({u"A"_s, QString()}, 2), u"“A”, a story without headline"_s);
    QVERIFY(storiesText({u"A"_s, u"B"_s, u"C"_s, u"D"_s}, 9).startsWith(u"“A”, “B”, “C”, 6"_s));
    QCOMPARE(heldBackText({u"A"_s}, 1), u"Blockers hold back: “A”. The checks beside each story say why."_s);
    QVERIFY(heldBackText({}, 5).startsWith(u"Blockers hold back 5 "_s));
}

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
