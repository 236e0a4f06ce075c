// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/deskjson.h"

#include "storage/exchange/filling.h"
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int minute)
{
    return QDateTime({2026, 4, 20}, {10, minute, 30, 123}, Qt::UTC);
}

// A story that uses every field, and every value a field can take.
Dossier everyField()
{
    Dossier dossier = fullDossier();
    dossier.story.remainder = u"{\"score\":1.5}\n\"quoted\" \\ back\tslash \u0001 — €😀"_s;
    dossier.story.state = StoryState{Stage::Shortlisted, {}, {}}.spiked(u"duplicate | of another"_s);
    dossier.story.leadArticle = dossier.articles.first().uuid;
    dossier.story.unread = false;
    Scorecard second;
    second.analyst = u"Ben"_s;
    second.methodKey = u"own"_s;
    second.methodVersion = 3;
    second.statedImpact = 7.389;
    second.cells[u"stakes"_s] = {Score::notApplicable(), u"no bearing"_s, at(1)};
    second.cells[u"novelty"_s] = {Score::fromTenths(0), {}, at(2)};
    second.cells[u"social"_s] = {Score(), u"to be looked at"_s, {}};
    dossier.cards.append(second);
    dossier.articles[1].html = u"<p>&amp;</p>"_s;
    dossier.articles[1].publishedIsGuess = true;
    dossier.articles[1].outlet.firstParty = true;
    dossier.articles[1].outlet.reliability = u"B"_s;
    dossier.storySignals.append({u"ticker"_s, u"NASDAQ"_s, -3.25, u"after hours"_s, at(3)});
    dossier.storySignals.append({u"discussion"_s, u"r/x"_s, std::nullopt, {}, {}});
    dossier.articles[1].versions = {{u"As it was"_s, u"old text"_s, u"<p>old</p>"_s, u"https://old.example"_s,
                                     u"A. Writer"_s, at(8), at(9)},
                                    {{}, u"later text"_s, {}, {}, {}, {}, at(10)}};
    dossier.overrules = {{u"drift"_s, u"the service rounds"_s}};
    dossier.quotations = {{QUuid::createUuidV5(QUuid(), u"quotation"_s), u"stakes"_s,
                           dossier.articles.first().uuid, 0, u"“Words”\nof 2 lines 😀"_s, u"Ada"_s, at(13)},
                          {QUuid::createUuidV5(QUuid(), u"another"_s), u"of_no_method"_s,
                           dossier.articles[1].uuid, 41, u"words"_s, u"Ben"_s, at(14)}};
    dossier.history = {{at(4), u"Ada"_s, StoryField::Score, u"stakes"_s, u"Ada"_s, u""_s, u"7"_s},
                       {at(5), u"Ben"_s, StoryField::State, {}, {}, u"incoming"_s, u"shortlisted"_s}};
    dossier.exports = {{at(6), u"Ada"_s, u"pdf"_s, u"/tmp/a.pdf"_s, u"00ff"_s, u"impact:1/ST:7"_s, 7.389},
                       {at(7), u"Ada"_s, u"csv"_s, u"b.csv"_s, u"11"_s, {}, std::nullopt}};
    return dossier;
}

// Every field that feeds, rules and grouping have.
DeskParts everyPart()
{
    const QUuid one = QUuid::createUuidV5(QUuid(), u"one"_s);
    const QUuid two = QUuid::createUuidV5(QUuid(), u"two"_s);
    DeskParts parts;
    parts.feeds = {{{},
                    one,
                    u"https://example.com/feed?a=1&b=2"_s,
                    u"Ours"_s,
                    u"Theirs"_s,
                    u"https://example.com"_s,
                    {u"Wires"_s, u"Night / day"_s},
                    u"The Verge"_s,
                    u"AI"_s,
                    true,
                    u"gone for good"_s,
                    45,
                    at(11),
                    {two, one}},
                   {{}, two, u"https://example.org/"_s, {}, {}, {}, {}, {}, {}, false, {}, 0, {}, {}}};
    Rule spike{{},     u"No ads"_s, u"title:sponsored"_s, false, {u"ad"_s, u"x"_s}, u"AI"_s, Rule::Act::Spike,
               u"ad"_s};
    Rule shortlist{{}, {}, u"title:chip"_s, true, {}, {}, Rule::Act::Shortlist, {}};
    Rule tag{{}, u"Tag"_s, u"chip"_s, true, {u"chips"_s}, {}, Rule::Act::Nothing, {}};
    parts.rules = {spike, shortlist, tag};
    parts.grouping.apart = {{one, two}};
    parts.grouping.out = {{two, one}};
    parts.grouping.redirects = {{two, one}, {one, two}};
    parts.grouping.suggestions = {{one, two, 0.2125, {u"chip"_s, u"fab"_s}, at(12)}, {two, one, 0, {}, {}}};
    return parts;
}

DeskContents everything()
{
    DeskContents contents;
    contents.desk = QUuid::fromString(u"6f2d3f0e-90f4-4e0c-9a53-6a3c7c1d2b10"_s);
    contents.settings = {{u"paper"_s, u"a4"_s}, {u"empty"_s, u""_s}};
    Method own = builtInMethods().first();
    own.key = u"own"_s;
    own.version = 3;
    contents.methods = {own};
    contents.outlets = {{OutletId{}, u"The Verge"_s, {u"theverge.com"_s}, 2, false, u"B"_s}};
    contents.categories = {u"AI"_s, u"Völkerrecht"_s};
    contents.parts = everyPart();
    contents.dossiers = {everyField(), plainDossier(u"A plain story"_s), Dossier()};
    return contents;
}

QByteArray withStories(const QByteArray& stories)
{
    return "{\"format\":\"scoredesk-desk/1\",\"stories\":" + stories + '}';
}

} // namespace

/// The exchange form of a desk: nothing lost, nothing trusted.
class DeskJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsBackWhatItWrote();
    void givesTheSameBytes();
    void leavesOutRowIds();
    void refusesTheWhole_data();
    void refusesTheWhole();
    void leavesOutBadParts_data();
    void leavesOutBadParts();
    void readsWhatWasWrittenBefore();
    void tellsAPartFromTheWhole();
    void leavesOutBadItems_data();
    void leavesOutBadItems();
    void bearsDepth();
    void fillsAsTheStoreWould();
};

void DeskJsonTest::bringsBackWhatItWrote()
{
    QList<ImportProblem> problems;
    const auto back = deskFromJson(deskToJson(everything()), &problems);
    QVERIFY(back);
    QVERIFY2(problems.isEmpty(),
             problems.isEmpty() ? "" : qPrintable(problems.first().where + problems.first().what));
    const DeskContents wanted = everything();
    for (qsizetype i = 0; i < wanted.dossiers.size(); ++i) {
        QCOMPARE(back->dossiers[i].story, wanted.dossiers[i].story);
        QCOMPARE(back->dossiers[i].cards, wanted.dossiers[i].cards);
        QVERIFY(back->dossiers[i] == wanted.dossiers[i]);
    }
    QCOMPARE(back->parts.feeds.size(), wanted.parts.feeds.size());
    for (qsizetype i = 0; i < wanted.parts.feeds.size(); ++i)
        QVERIFY(back->parts.feeds[i] == wanted.parts.feeds[i]);
    QVERIFY(back->parts.rules == wanted.parts.rules);
    QVERIFY(back->parts.grouping == wanted.parts.grouping);
    QVERIFY(*back == wanted);
}

void DeskJsonTest::givesTheSameBytes()
{
    const QByteArray bytes = deskToJson(everything());
    QCOMPARE(deskToJson(*deskFromJson(bytes)), bytes);
    QVERIFY(isDeskExport(bytes));
    QVERIFY(isDeskExport(deskToJson({})));
    QVERIFY(!isDeskExport("{\n    \"headline\": \"scoredesk-desk/1\"\n}\n"));
}

void DeskJsonTest::leavesOutRowIds()
{
    DeskContents contents = everything();
    const QByteArray without = deskToJson(contents);
    contents.dossiers[0].story.id = StoryId{77};
    contents.dossiers[0].articles[0].id = ArticleId{78};
    contents.dossiers[0].articles[0].outlet.id = OutletId{79};
    contents.dossiers[0].articles[0].feed = FeedId{80};
    contents.parts.feeds[0].id = FeedId{80};
    contents.parts.rules[0].id = RuleId{81};
    QCOMPARE(deskToJson(contents), without);
}

void DeskJsonTest::refusesTheWhole_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << u"line 1"_s;
    QTest::newRow("cut short") << QByteArray("{\"format\":\"scoredesk-desk/1\",\n\"stories\":[")
                               << u"line 2"_s;
    QTest::newRow("other JSON") << QByteArray("{\"a\":1}") << u"no desk export"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"no desk export"_s;
    QTest::newRow("later format") << QByteArray("{\"format\":\"scoredesk-desk/2\"}") << u"later version"_s;
    QTest::newRow("no number") << QByteArray("{\"format\":\"scoredesk-desk/x\"}") << u"unknown format"_s;
    QTest::newRow("format that is no text") << QByteArray("{\"format\":1}") << u"no desk export"_s;
}

void DeskJsonTest::refusesTheWhole()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto read = deskFromJson(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
}

void DeskJsonTest::leavesOutBadParts_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("says");
    const auto add = [](const char* name, const char* field, const QString& where, const QString& says) {
        QTest::newRow(name) << QByteArray(field) << where << says;
    };
    add("feed that is none", R"("feeds":["https://example.com"])", u"feed 1"_s, u"not an object"_s);
    add("folder of another kind", R"("feeds":[{},{"folder":"a"}])", u"feed 2"_s, u"folder"_s);
    add("article that is no UUID", R"("feeds":[{"articles":["7"]}])", u"feed 1"_s, u"articles"_s);
    add("rule of another act", R"("rules":[{"act":"delete"}])", u"rule 1"_s, u"act"_s);
    add("grouping of another kind", R"("grouping":7)", u"desk"_s, u"grouping"_s);
    add("pair of one", R"("grouping":{"apart":[{"story":"6f2d3f0e-90f4-4e0c-9a53-6a3c7c1d2b10"}]})",
        u"grouping"_s, u"apart.other"_s);
    add("score out of range",
        R"("grouping":{"suggestions":[{"story":"6f2d3f0e-90f4-4e0c-9a53-6a3c7c1d2b10",)"
        R"("other":"6f2d3f0e-90f4-4e0c-9a53-6a3c7c1d2b11","score":2}]})",
        u"grouping"_s, u"score"_s);
}

void DeskJsonTest::leavesOutBadParts()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, where);
    QFETCH(QString, says);
    QList<ImportProblem> problems;
    const auto read = deskFromJson(
        "{\"format\":\"scoredesk-desk/1\"," + field + ",\"stories\":[{\"headline\":\"kept\"}]}", &problems);
    QVERIFY(read);
    QCOMPARE(read->dossiers.size(), 1);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().where, where);
    QVERIFY2(problems.first().what.contains(says), qPrintable(problems.first().what));
}

// An export of an earlier program: no feeds, no rules, no grouping, no versions.
void DeskJsonTest::readsWhatWasWrittenBefore()
{
    QList<ImportProblem> problems;
    const auto read = deskFromJson(
        R"({"format":"scoredesk-desk/1","desk":"6f2d3f0e-90f4-4e0c-9a53-6a3c7c1d2b10",)"
        R"("settings":{"paper":"a4"},"stories":[{"headline":"One","articles":[{"title":"A"}]}]})",
        &problems);
    QVERIFY(read);
    QVERIFY(problems.isEmpty());
    QVERIFY(!read->isPart);
    QVERIFY(read->parts.isEmpty());
    QCOMPARE(read->dossiers.first().articles.first().title, u"A"_s);
}

void DeskJsonTest::tellsAPartFromTheWhole()
{
    DeskContents contents = everything();
    contents.isPart = true;
    const auto back = deskFromJson(deskToJson(contents));
    QVERIFY(back);
    QVERIFY(back->isPart);
    QCOMPARE(back->desk, contents.desk);
    QVERIFY(!deskToJson(everything()).contains("\"part\""));
}

void DeskJsonTest::leavesOutBadItems_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("says");
    const auto add = [](const char* name, const QByteArray& item, const char* says) {
        QTest::newRow(name) << item << QString::fromLatin1(says);
    };
    add("number", "7", "not an object");
    add("headline of another kind", R"({"headline":7})", "headline");
    add("tags of another kind", R"({"tags":"a"})", "tags");
    add("tag of another kind", R"({"tags":[1]})", "tags");
    add("UUID", R"({"uuid":"x"})", "uuid");
    add("time", R"({"added":"yesterday"})", "added");
    add("unknown state", R"({"state":"burnt"})", "state");
    add("unknown verdict", R"({"trust":"total"})", "trust");
    add("score out of range", R"({"cards":[{"analyst":"A","cells":{"stakes":{"value":"11"}}}]})",
        "cards.cells.stakes.value");
    add("stated impact out of range", R"({"cards":[{"stated_impact":70}]})", "stated_impact");
    add("version that is no whole number", R"({"cards":[{"version":1.5}]})", "version");
    add("unknown field in history", R"({"history":[{"field":"shape"}]})", "field");
    add("tier", R"({"articles":[{"outlet":{"tier":9}}]})", "tier");
    add("list of numbers for articles", R"({"articles":[1]})", "articles");
    add("version of no time", R"({"articles":[{"versions":[{"text":"old"}]}]})",
        "articles.versions.replaced");
    add("overrules of another kind", R"({"overrules":{"drift":1}})", "overrules");
    const QByteArray quotation = R"({"quotations":[{"dimension":"stakes","words":"a",)"
                                 R"("article":"6f2d3f0e-90f4-4e0c-9a53-6a3c7c1d2b10"%1}]})";
    add("quotation before its article", QByteArray(quotation).replace("%1", R"(,"position":-1)"),
        "quotations.position");
    add("quotation of no words", QByteArray(quotation).replace("%1", R"(,"words":"")"), "quotations.words");
    add("quotation of too many words",
        QByteArray(quotation).replace("%1", R"(,"words":")" + QByteArray(1001, 'w') + '"'),
        "quotations.words");
    add("quotation of no dimension", QByteArray(quotation).replace("%1", R"(,"dimension":"")"),
        "quotations.dimension");
    add("quotation of no article", R"({"quotations":[{"dimension":"stakes","words":"a"}]})",
        "quotations.article");
}

void DeskJsonTest::leavesOutBadItems()
{
    QFETCH(QByteArray, item);
    QFETCH(QString, says);
    QList<ImportProblem> problems;
    const auto read = deskFromJson(
        withStories("[{\"headline\":\"first\"}," + item + ",{\"headline\":\"last\"}]"), &problems);
    QVERIFY(read);
    QCOMPARE(read->dossiers.size(), 2);
    QCOMPARE(read->dossiers.last().story.headline, u"last"_s);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().where, u"item 2"_s);
    QVERIFY2(problems.first().what.contains(says), qPrintable(problems.first().what));
}

void DeskJsonTest::bearsDepth()
{
    const auto read = deskFromJson(withStories(QByteArray(200'000, '[')));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
}

void DeskJsonTest::fillsAsTheStoreWould()
{
    Dossier ours = plainDossier(u"Open model"_s);
    ours.story.summary = u"ours"_s;
    const Dossier theirs = everyField();
    const Filling filling = fillingOf(ours, theirs);
    QCOMPARE(filling.articles.size(), 3);
    QCOMPARE(filling.cards.size(), 2);
    fill(ours, filling);
    QCOMPARE(ours.story.summary, u"ours"_s); // the analyst's words stay
    QCOMPARE(ours.story.whyItMatters, theirs.story.whyItMatters);
    QCOMPARE(ours.story.stated, theirs.story.stated);
    QCOMPARE(ours.story.trust, theirs.story.trust);
    QCOMPARE(ours.story.tags, theirs.story.tags);
    QCOMPARE(ours.story.publishedAt, theirs.story.publishedAt);
    QVERIFY(ours.overrules.isEmpty()); // given for their words, not for ours
    QVERIFY(fillingOf(ours, theirs).isEmpty());
}

QTEST_APPLESS_MAIN(DeskJsonTest)
#include "tst_deskjson.moc"
