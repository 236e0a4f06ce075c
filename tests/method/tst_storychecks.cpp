// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/checks.h"
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

using Edit = std::function<void(Dossier&)>;
Q_DECLARE_METATYPE(Edit)
Q_DECLARE_METATYPE(CheckContext)

/// Checks of fields, links, judgement and the desk around a story.
class StoryChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void anotherAnalystsCardIsNotMine();
    void briefCardIsTheOneSetLast_data();
    void briefCardIsTheOneSetLast();
    void deskwide_data();
    void deskwide();
    void scoreAgeWeighsNewReports();
    void theWorstComesFirst();
    void blocksUntilOverruled();
    void namesAreKept();
    void publishedStoriesPassQuietly();
};

/// The sample with as many outlets named as a brief of its count commonly names.
static Dossier cleanDossier()
{
    Dossier dossier = Test::fullDossier();
    dossier.story.stated.named.append({u"Ars Technica"_s, u"Lab blog"_s});
    return dossier;
}

static QList<Finding> run(const Dossier& dossier)
{
    return runChecks(dossier, builtInMethods().first(), {u"Ada"_s, {}, {}});
}

static void set(Dossier& dossier, const QString& dimension, int tenths)
{
    dossier.cards.first().cells[dimension].value = Score::fromTenths(tenths);
}

void StoryChecksTest::tells_data()
{
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("told"); // "check severity field: facts", one a line
    const auto row = [](const char* name, const QString& told, const Edit& edit) {
        QTest::newRow(name) << edit << told;
    };
    row("nothing", {}, [](Dossier&) {});

    row("no headline", u"field-length blocker headline: missing"_s,
        [](Dossier& d) { d.story.headline = u" \n"_s; });
    row("short headline", u"field-length warning headline: short, 9, 20"_s,
        [](Dossier& d) { d.story.headline = u"Too short"_s; });
    row("headline of twenty", {}, [](Dossier& d) { d.story.headline = QString(20, u'n'); });
    row("headline of nineteen astral letters", u"field-length warning headline: short, 19, 20"_s,
        [](Dossier& d) { d.story.headline = u"\U0001D49C"_s.repeated(19); });
    row("headline of 160", {}, [](Dossier& d) { d.story.headline = QString(160, u'n'); });
    row("headline of 161", u"field-length note headline: long, 161, 160"_s,
        [](Dossier& d) { d.story.headline = QString(161, u'n'); });
    row("no summary", u"field-length blocker summary: missing"_s, [](Dossier& d) {
        d.story.headline = u"A headline without numbers"_s;
        d.story.summary.clear();
    });
    row("short why-it-matters", u"field-length warning why_it_matters: short, 13, 200"_s,
        [](Dossier& d) { d.story.whyItMatters = u"It is coming."_s; });
    row("no why-it-matters", u"field-length warning why_it_matters: missing"_s,
        [](Dossier& d) { d.story.whyItMatters.clear(); });
    row("no category", u"field-length note category: missing"_s,
        [](Dossier& d) { d.story.category.clear(); });
    row("no source", u"field-length note source: missing"_s, [](Dossier& d) { d.story.source.clear(); });
    row("no link", u"field-length note link: missing"_s, [](Dossier& d) { d.story.link.clear(); });
    row("two tags", u"field-length note tags: few, 2, 3"_s, [](Dossier& d) { d.story.tags.removeLast(); });
    row("eight tags", u"field-length note tags: many, 8, 7"_s, [](Dossier& d) {
        d.story.tags.append({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
    });
    row("no verdict", u"field-length warning trust: missing"_s,
        [](Dossier& d) { d.story.trust = TrustVerdict::Unset; });

    row("two dimensions unset", u"card-incomplete blocker score: 2, Stakes, Social"_s, [](Dossier& d) {
        d.cards.first().cells.remove(u"stakes"_s);
        d.cards.first().cells[u"social"_s].value = Score();
    });
    row("not applicable is judged", {}, [](Dossier& d) {
        d.cards.first().statedImpact.reset();
        d.cards.first().cells[u"social"_s].value = Score::notApplicable();
    });

    row("script for a link", u"unsafe-link blocker link: scheme, javascript:alert(1)"_s,
        [](Dossier& d) { d.story.link = u"javascript:alert(1)"_s; });
    row("file for a link", u"unsafe-link blocker link: scheme, file:///etc/passwd"_s,
        [](Dossier& d) { d.story.link = u"file:///etc/passwd"_s; });
    row("no scheme", u"unsafe-link blocker link: scheme, lab.example/post"_s,
        [](Dossier& d) { d.story.link = u"lab.example/post"_s; });
    row("no host", u"unsafe-link blocker link: host, https:///post"_s,
        [](Dossier& d) { d.story.link = u"https:///post"_s; });
    row("router as primary source", u"unsafe-link blocker primary: private, http://192.168.0.1/"_s,
        [](Dossier& d) { d.story.primarySource = u"http://192.168.0.1/"_s; });
    row("name before the host", u"unsafe-link blocker link: userinfo, https://reuters.com@evil.example/"_s,
        [](Dossier& d) { d.story.link = u"https://reuters.com@evil.example/"_s; });
    row("an article's link only warns", u"unsafe-link warning lead: private, http://localhost/"_s,
        [](Dossier& d) { d.articles.first().link = u"http://localhost/"_s; });

    row("far more stated than named", u"stated-over-named note stated: 40, 5"_s,
        [](Dossier& d) { d.story.stated.outlets = 40; });
    row("four times those named", {}, [](Dossier& d) { d.story.stated.outlets = 20; });
    row("as many seen by the desk", {}, [](Dossier& d) {
        d.story.stated.outlets = 40;
        d.coverage.outlets = 35;
    });

    row("high impact with nothing behind it",
        u"impact-unsupported warning primary: 8.9\ntrust-unsupported blocker trust: primary"_s,
        [](Dossier& d) {
            for (const QString& key : d.cards.first().cells.keys())
                set(d, key, key == u"fud_risk" ? 5 : 90);
            d.cards.first().statedImpact.reset();
            d.story.primarySource.clear();
            d.story.stated.tierOne.reset();
            d.coverage.tierOne = 0;
        });
    row("high impact with a tier-1 outlet", u"trust-unsupported blocker trust: primary"_s, [](Dossier& d) {
        for (const QString& key : d.cards.first().cells.keys())
            set(d, key, key == u"fud_risk" ? 5 : 90);
        d.cards.first().statedImpact.reset();
        d.story.primarySource.clear();
    });
    row("high trust without primary source", u"trust-unsupported blocker trust: primary"_s,
        [](Dossier& d) { d.story.primarySource.clear(); });
    row("high trust with a first-party outlet", {}, [](Dossier& d) {
        d.story.primarySource.clear();
        d.articles.last().outlet.firstParty = true;
    });
    row("medium trust without primary source", {}, [](Dossier& d) {
        d.story.primarySource.clear();
        d.story.trust = TrustVerdict::Medium;
    });
    row("high trust at FUD 5", u"trust-unsupported blocker trust: fud, FUD risk, 5"_s, [](Dossier& d) {
        d.cards.first().statedImpact.reset();
        set(d, u"fud_risk"_s, 50);
    });
    row("high trust at FUD 4.9", {}, [](Dossier& d) {
        d.cards.first().statedImpact.reset();
        set(d, u"fud_risk"_s, 49);
    });
    row("high trust with authority 4.9", u"trust-unsupported blocker trust: authority, Authority, 4.9"_s,
        [](Dossier& d) {
            d.cards.first().statedImpact.reset();
            set(d, u"authority"_s, 49);
        });
    row("high trust with authority not applicable", {}, [](Dossier& d) {
        d.cards.first().statedImpact.reset();
        d.cards.first().cells[u"authority"_s].value = Score::notApplicable();
    });

    row("FUD 6 without a note", u"fud-without-note warning trust_note: 6"_s, [](Dossier& d) {
        d.cards.first().statedImpact.reset();
        d.story.trust = TrustVerdict::Low;
        set(d, u"fud_risk"_s, 60);
        d.story.trustNote = u" "_s;
    });
    row("FUD 6 with a note", {}, [](Dossier& d) {
        d.cards.first().statedImpact.reset();
        d.story.trust = TrustVerdict::Low;
        set(d, u"fud_risk"_s, 60);
    });
    row("drift upwards", u"drift note stated_impact: 8.0, 7.4, +0.61"_s,
        [](Dossier& d) { d.cards.first().statedImpact = 8; });
    row("drift downwards", u"drift note stated_impact: 7.0, 7.4, −0.39"_s,
        [](Dossier& d) { d.cards.first().statedImpact = 7; });
}

static QString severityName(Severity severity)
{
    return severity == Severity::Blocker ? u"blocker"_s
                                         : (severity == Severity::Warning ? u"warning"_s : u"note"_s);
}

void StoryChecksTest::tells()
{
    QFETCH(Edit, edit);
    QFETCH(QString, told);
    Dossier dossier = cleanDossier();
    edit(dossier);
    QStringList lines;
    for (const Finding& finding : run(dossier))
        if (finding.kind != CheckKind::HeadlineNumber)
            lines.append(u"%1 %2 %3: %4"_s.arg(checkName(finding.kind), severityName(finding.severity),
                                               fieldName(finding.place), finding.facts.join(u", "_s)));
    lines.sort();
    QCOMPARE(lines.join(u'\n'), told);
}

void StoryChecksTest::anotherAnalystsCardIsNotMine()
{
    const Method& method = builtInMethods().first();
    const CheckContext grace{u"Grace"_s, {}, {}};
    // While she has none, the brief goes out with Ada's, and the check says so.
    Dossier dossier = cleanDossier();
    QList<Finding> findings = runChecks(dossier, method, grace);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().kind, CheckKind::BorrowedCard);
    QCOMPARE(findings.first().severity, Severity::Note);
    QCOMPARE(findings.first().facts, QStringList{u"Ada"_s});
    // An unfinished one holds her brief back too, and is told to be Ada's.
    dossier.cards.first().cells.remove(u"stakes"_s);
    findings = runChecks(dossier, method, grace);
    QCOMPARE(findings.first().kind, CheckKind::CardIncomplete);
    QCOMPARE(findings.first().facts, QStringList({u"1"_s, u"Stakes"_s, u"Ada"_s}));
    // Her own counts from its first mark on.
    dossier = cleanDossier();
    Scorecard own;
    own.analyst = u"Grace"_s;
    own.cells[u"stakes"_s].value = Score::fromTenths(50);
    dossier.cards.append(own);
    findings = runChecks(dossier, method, grace);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().kind, CheckKind::CardIncomplete);
    QCOMPARE(findings.first().facts.first(), u"6"_s);
    QCOMPARE(findings.first().facts.size(), 2); // nobody else's is meant
    // Where nobody judged anything, all is missing from hers.
    dossier.cards.clear();
    findings = runChecks(dossier, method, grace);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().facts.first(), u"7"_s);
}

void StoryChecksTest::briefCardIsTheOneSetLast_data()
{
    QTest::addColumn<QString>("analyst");
    QTest::addColumn<QList<int>>("setAt"); ///< of Ada, Ben and Cleo; 0: a rationale only, -1: without a time
    QTest::addColumn<QString>("shown");
    QTest::newRow("own, though older") << u"Ada"_s << QList<int>{1, 2, 3} << u"Ada"_s;
    QTest::newRow("own, begun by a rationale") << u"Ada"_s << QList<int>{0, 2, 3} << u"Ada"_s;
    QTest::newRow("the last of the others") << u"Dana"_s << QList<int>{1, 3, 2} << u"Ben"_s;
    QTest::newRow("at once: the later row") << u"Dana"_s << QList<int>{2, 2, 2} << u"Cleo"_s;
    QTest::newRow("one that judges nothing never") << u"Dana"_s << QList<int>{1, 2, 0} << u"Ben"_s;
    QTest::newRow("one of no time is the oldest") << u"Dana"_s << QList<int>{1, -1, 0} << u"Ada"_s;
    QTest::newRow("none judges") << u"Dana"_s << QList<int>{0, 0, 0} << u"Dana"_s;
}

void StoryChecksTest::briefCardIsTheOneSetLast()
{
    QFETCH(QString, analyst);
    QFETCH(QList<int>, setAt);
    QFETCH(QString, shown);
    const QStringList names = {u"Ada"_s, u"Ben"_s, u"Cleo"_s};
    QList<Scorecard> cards;
    for (int i = 0; i < setAt.size(); ++i) {
        Scorecard card;
        card.analyst = names[i];
        ScoreCell& cell = card.cells[u"stakes"_s];
        cell.rationale = u"why"_s;
        if (setAt[i] != 0)
            cell.value = Score::fromTenths(50);
        if (setAt[i] > 0)
            cell.setAt = QDateTime({2026, 4, 20}, {10, setAt[i]}, Qt::UTC);
        cards.append(card);
    }
    QCOMPARE(briefCardOf(cards, analyst).analyst, shown);
}

void StoryChecksTest::deskwide_data()
{
    QTest::addColumn<CheckContext>("context");
    QTest::addColumn<QStringList>("facts");
    const auto last = [](int same, int other) {
        return QStringList(same, u"ai"_s) + QStringList(other, u"Research"_s);
    };
    QTest::newRow("six of ten") << CheckContext{u"Ada"_s, {}, last(6, 4)}
                                << QStringList{u"AI"_s, u"6"_s, u"10"_s};
    QTest::newRow("half of ten") << CheckContext{u"Ada"_s, {}, last(5, 5)} << QStringList();
    QTest::newRow("all of five") << CheckContext{u"Ada"_s, {}, last(5, 0)} << QStringList();
    QTest::newRow("another category is skewed") << CheckContext{u"Ada"_s, {}, last(2, 8)} << QStringList();
    QTest::newRow("only the last ten count")
        << CheckContext{u"Ada"_s, {}, last(0, 10) + last(9, 0)} << QStringList();
    QTest::newRow("likely duplicate")
        << CheckContext{u"Ada"_s, u"Another story"_s, {}} << QStringList{u"Another story"_s};
}

void StoryChecksTest::deskwide()
{
    QFETCH(CheckContext, context);
    QFETCH(QStringList, facts);
    const QList<Finding> findings = runChecks(cleanDossier(), builtInMethods().first(), context);
    QCOMPARE(findings.size(), facts.isEmpty() ? 0 : 1);
    if (!facts.isEmpty())
        QCOMPARE(findings.first().facts, facts);
}

void StoryChecksTest::scoreAgeWeighsNewReports()
{
    Dossier dossier = cleanDossier();
    const QDateTime scored = dossier.cards.first().lastSetAt();
    dossier.story.evidenceAt = scored;
    QVERIFY(run(dossier).isEmpty());

    dossier.story.evidenceAt = scored.addSecs(60);
    QCOMPARE(run(dossier).size(), 1);
    QCOMPARE(run(dossier).first().kind, CheckKind::ScorePredatesEvidence);
    QCOMPARE(run(dossier).first().severity, Severity::Note);
    QCOMPARE(run(dossier).first().facts,
             (QStringList{u"2026-04-09T13:00:00Z"_s, u"2026-04-09T13:01:00Z"_s, u"0"_s}));

    dossier.articles.last().fetchedAt = scored.addSecs(60);
    QCOMPARE(run(dossier).first().severity, Severity::Warning);
    QCOMPARE(run(dossier).first().facts.last(), u"1"_s);

    // An old article that a merge brought after the score is as new to it.
    const QString merged = dossier.articles.first().uuid.toString(QUuid::WithoutBraces);
    dossier.history.append({scored.addSecs(60), u"Ada"_s, StoryField::Article, merged, {}, {}, u"Title"_s});
    QCOMPARE(run(dossier).first().facts.last(), u"2"_s);
    const Change left{scored.addSecs(30), u"Ada"_s, StoryField::Article, merged, {}, u"Title"_s, {}};
    dossier.history.insert(dossier.history.size() - 1, left); // and an undone merge brings nothing new
    QCOMPARE(run(dossier).first().facts.last(), u"1"_s);
    dossier.history.removeAll(left);
    dossier.history.last().at = scored.addSecs(-60);
    QCOMPARE(run(dossier).first().facts.last(), u"1"_s);

    dossier.cards.clear();
    for (const Finding& finding : run(dossier))
        QVERIFY(finding.kind != CheckKind::ScorePredatesEvidence);
}

void StoryChecksTest::theWorstComesFirst()
{
    Dossier dossier = cleanDossier();
    dossier.story.headline = u"Insane: 99M"_s;
    dossier.story.link = u"ftp://lab.example/"_s;
    dossier.story.summary += u"\u202E"_s;
    dossier.cards.first().statedImpact = 2;
    dossier.story.stated.outlets = 90; // a note of a check that stands before the warnings'
    QList<std::pair<Severity, CheckKind>> order;
    for (const Finding& finding : run(dossier))
        order.append({finding.severity, finding.kind});
    QCOMPARE(order, (QList<std::pair<Severity, CheckKind>>{
                        {Severity::Blocker, CheckKind::UnsafeLink},
                        {Severity::Blocker, CheckKind::HiddenCharacters},
                        {Severity::Warning, CheckKind::HeadlineNumber},
                        {Severity::Warning, CheckKind::HypeHeadline},
                        {Severity::Warning, CheckKind::FieldLength},
                        {Severity::Note, CheckKind::StatedOverNamed},
                        {Severity::Note, CheckKind::Drift},
                    }));
}

void StoryChecksTest::blocksUntilOverruled()
{
    Dossier dossier = cleanDossier();
    dossier.story.tags.clear();
    QVERIFY2(!blocks(run(dossier), {}), "a note blocks nothing");
    dossier.story.link = u"ftp://lab.example/"_s;
    dossier.story.primarySource.clear();
    QVERIFY(blocks(run(dossier), {}));
    QVERIFY(blocks(run(dossier), {{u"unsafe-link"_s, u"archive"_s}}));
    QVERIFY(blocks(run(dossier), {{u"unsafe-link"_s, u"archive"_s}, {u"trust-unsupported"_s, u"  "_s}}));
    QVERIFY(!blocks(run(dossier),
                    {{u"unsafe-link"_s, u"archive"_s}, {u"trust-unsupported"_s, u"seen by the lead"_s}}));
}

void StoryChecksTest::namesAreKept()
{
    QStringList names;
    for (int i = 0; i <= int(CheckKind::BorrowedCard); ++i) {
        const QString name = checkName(CheckKind(i));
        QCOMPARE(checkFromName(name), std::optional(CheckKind(i)));
        names.append(name);
    }
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY(!checkFromName(u"Drift"_s));
    QVERIFY(!checkFromName({}));
}

static Dossier publishedStory(const QJsonObject& json)
{
    Dossier dossier;
    Story& story = dossier.story;
    story.headline = json[u"title"_s].toString();
    story.summary = json[u"summary"_s].toString();
    story.whyItMatters = json[u"whyItMatters"_s].toString();
    story.category = json[u"category"_s].toString();
    for (const QJsonValue& tag : json[u"tags"_s].toArray())
        story.tags.append(tag.toString());
    story.source = json[u"source"_s].toString();
    story.link = json[u"url"_s].toString();
    story.primarySource = json[u"primarySource"_s].toString();
    story.trust = trustFromText(json[u"trustVerdict"_s].toString()).value_or(TrustVerdict::Unset);
    story.trustNote = json[u"trustNotes"_s].toString();
    const QJsonObject coverage = json[u"signals"_s].toObject();
    story.stated.outlets = coverage[u"outletCount"_s].toInt();
    story.stated.tierOne = coverage[u"tier1Count"_s].toInt();
    for (const QJsonValue& outlet : coverage[u"outlets"_s].toArray())
        story.stated.named.append(outlet.toString());
    Scorecard card;
    card.analyst = u"Ada"_s;
    for (const Dimension& dimension : builtInMethods().first().dimensions) {
        const QString key = dimension.key == u"fud_risk" ? u"fudRisk"_s : dimension.key;
        card.cells[dimension.key].value = Score::fromNumber(json[u"metrics"_s][key].toDouble());
    }
    dossier.cards = {card};
    return dossier;
}

/// Stories that a news service did publish must not drown an editor in findings.
void StoryChecksTest::publishedStoriesPassQuietly()
{
    QFile file(Test::sharedData(u"data/scored-stories.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the scored stories are not beside the project");
    const QJsonArray stories = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(!stories.isEmpty());
    int warnings = 0;
    int notes = 0;
    for (const QJsonValue& story : stories)
        for (const Finding& finding : run(publishedStory(story.toObject()))) {
            QVERIFY2(finding.severity != Severity::Blocker,
                     qPrintable(story[u"id"_s].toString() + u": "_s + checkName(finding.kind)));
            (finding.severity == Severity::Warning ? warnings : notes) += 1;
        }
    QVERIFY2(warnings <= 3, qPrintable(QString::number(warnings)));
    QVERIFY2(notes <= 15, qPrintable(QString::number(notes)));
}

QTEST_APPLESS_MAIN(StoryChecksTest)
#include "tst_storychecks.moc"
