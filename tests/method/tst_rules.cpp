// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rules/ruleset.h"

#include <QTest>
#include <QTimeZone>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Which stories a query is for, and what rules make of them.
class RulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void refusesQueries_data();
    void refusesQueries();
    void refusesRules_data();
    void refusesRules();
    void takesEffect_data();
    void takesEffect();
    void rulesAddUpInTheirOrder();
};

namespace {

RuledStory chipStory()
{
    RuledStory story;
    story.id = StoryId(7);
    story.facts.title = u"Chipmaker's café opens: “Quantum leap” in C++ tools"_s;
    story.facts.summary = u"A new sensor reads 1,000 qubits. No hype was seen in 東京都の工場."_s;
    story.facts.category = u"Quantum"_s;
    story.facts.tags = {u"chips"_s, u"machine tools"_s};
    story.facts.outlets = {u"The Register"_s, u"theregister.com · theregister.co.uk"_s};
    story.facts.feeds = {u"Register headlines"_s, u"News\nDaily"_s};
    return story;
}

Rule rule(const QString& query, const QStringList& tags = {u"t"_s})
{
    Rule rule;
    rule.id = RuleId(1);
    rule.query = query;
    rule.tags = tags;
    return rule;
}

} // namespace

void RulesTest::matches_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("is");
    QTest::newRow("word of the title") << u"quantum"_s << true;
    QTest::newRow("word of the summary") << u"qubits"_s << true;
    QTest::newRow("case and accents") << u"CAFE"_s << true;
    QTest::newRow("accents in the query") << u"Qüantum"_s << true;
    QTest::newRow("part of a word") << u"quant"_s << false;
    QTest::newRow("start of a word") << u"quant*"_s << true;
    QTest::newRow("end of a word") << u"antum"_s << false;
    QTest::newRow("an apostrophe is no gap") << u"chipmakers"_s << true;
    QTest::newRow("signs of a language's name") << u"c++"_s << true;
    QTest::newRow("another language") << u"c#"_s << false;
    QTest::newRow("a script without blanks") << u"東京"_s << true;
    QTest::newRow("both words") << u"quantum sensor"_s << true;
    QTest::newRow("one of two is missing") << u"quantum laser"_s << false;
    QTest::newRow("either") << u"laser OR sensor"_s << true;
    QTest::newRow("neither") << u"laser OR maser"_s << false;
    QTest::newRow("or in lower case is a word") << u"laser or sensor"_s << false;
    QTest::newRow("denied") << u"quantum -hype"_s << false;
    QTest::newRow("denied and missing") << u"quantum -laser"_s << true;
    QTest::newRow("phrase") << u"\"quantum leap\""_s << true;
    QTest::newRow("phrase across punctuation") << u"\"opens quantum\""_s << true;
    QTest::newRow("phrase in another order") << u"\"leap quantum\""_s << false;
    QTest::newRow("phrase across title and summary") << u"\"tools a new\""_s << false;
    QTest::newRow("title alone") << u"title:sensor"_s << false;
    QTest::newRow("summary alone") << u"summary:sensor"_s << true;
    QTest::newRow("outlet by a word of its name") << u"outlet:register"_s << true;
    QTest::newRow("outlet by domain") << u"outlet:theregister.co.uk"_s << true;
    QTest::newRow("another domain") << u"outlet:register.com"_s << false;
    QTest::newRow("feed by name") << u"feed:\"register headlines\""_s << true;
    QTest::newRow("feed by folder") << u"feed:daily"_s << true;
    QTest::newRow("category whole") << u"category:quantum"_s << true;
    QTest::newRow("category in part") << u"category:quan"_s << false;
    QTest::newRow("no category") << u"category:\"\""_s << false;
    QTest::newRow("tag") << u"tag:\"machine tools\""_s << true;
    QTest::newRow("tag in part") << u"tag:tools"_s << false;
    QTest::newRow("field in capitals") << u"Title:quantum"_s << true;
    QTest::newRow("a denied field") << u"-outlet:reuters"_s << true;
}

void RulesTest::matches()
{
    QFETCH(QString, query);
    QFETCH(bool, is);
    const auto read = StoryQuery::parse(query);
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->matches(QuerySubject(chipStory().facts)), is);
}

void RulesTest::refusesQueries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QString() << u"empty"_s;
    QTest::newRow("blank") << u"  "_s << u"empty"_s;
    QTest::newRow("unknown field") << u"author:ada"_s << u"author"_s;
    QTest::newRow("open quotation") << u"title:\"quantum leap"_s << u"not closed"_s;
    QTest::newRow("OR first") << u"OR quantum"_s << u"before"_s;
    QTest::newRow("OR last") << u"quantum OR"_s << u"after"_s;
    QTest::newRow("OR twice") << u"a OR OR b"_s << u"before"_s;
    QTest::newRow("a minus alone") << u"quantum - leap"_s << u"no word"_s;
    QTest::newRow("no letters") << u"!!!"_s << u"no word"_s;
    QTest::newRow("a field without a value") << u"title: quantum"_s << u"no word"_s;
    QTest::newRow("an empty phrase") << u"\"\""_s << u"no word"_s;
}

void RulesTest::refusesQueries()
{
    QFETCH(QString, query);
    QFETCH(QString, says);
    const auto read = StoryQuery::parse(query);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::InvalidInput);
    QVERIFY2(read.error().message.contains(says), qPrintable(read.error().message));
}

void RulesTest::refusesRules_data()
{
    QTest::addColumn<Rule>("given");
    QTest::newRow("does nothing") << rule(u"quantum"_s, {});
    QTest::newRow("cannot be read") << rule(u"quantum OR"_s);
}

void RulesTest::refusesRules()
{
    QFETCH(Rule, given);
    given.name = u"Mine"_s;
    const auto set = RuleSet::from({given});
    QVERIFY(!set);
    QVERIFY2(set.error().message.contains(u"Mine"_s), qPrintable(set.error().message));
}

void RulesTest::takesEffect_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<QString>("category");
    QTest::addColumn<Rule::Act>("act");
    QTest::addColumn<QStringList>("tags");
    QTest::addColumn<QStringList>("edits");
    using Act = Rule::Act;
    const QStringList none;
    QTest::newRow("tag") << Stage::Incoming << QString() << Act::Nothing << QStringList{u"new"_s}
                         << QStringList{u"chips\nmachine tools\nnew"_s};
    QTest::newRow("a tag that it has")
        << Stage::Incoming << QString() << Act::Nothing << QStringList{u"CHIPS"_s} << none;
    QTest::newRow("a category where it has one")
        << Stage::Incoming << u"AI"_s << Act::Nothing << none << none;
    QTest::newRow("shortlist") << Stage::Incoming << QString() << Act::Shortlist << none
                               << QStringList{u"shortlisted"_s};
    QTest::newRow("spike, for the rule's name")
        << Stage::Incoming << QString() << Act::Spike << none << QStringList{u"spiked|incoming|Rule: Mine"_s};
    QTest::newRow("what the analyst shortlisted is not spiked")
        << Stage::Shortlisted << QString() << Act::Spike << none << none;
    QTest::newRow("but tagged") << Stage::Shortlisted << QString() << Act::Spike << QStringList{u"new"_s}
                                << QStringList{u"chips\nmachine tools\nnew"_s};
    QTest::newRow("ready") << Stage::Ready << QString() << Act::Spike << QStringList{u"new"_s} << none;
    QTest::newRow("spiked") << Stage::Spiked << QString() << Act::Shortlist << QStringList{u"new"_s} << none;
}

void RulesTest::takesEffect()
{
    QFETCH(Stage, stage);
    QFETCH(QString, category);
    QFETCH(Rule::Act, act);
    QFETCH(QStringList, tags);
    QFETCH(QStringList, edits);
    Rule given = rule(u"quantum"_s, tags);
    given.name = u"Mine"_s;
    given.category = category;
    given.act = act;
    RuledStory story = chipStory();
    story.state.stage = stage;
    if (tags.isEmpty() && category.isEmpty() && act == Rule::Act::Nothing)
        QFAIL("the row's rule does nothing");
    const auto set = RuleSet::from({given});
    QVERIFY(set);
    const auto effect = set->effectOn(story);
    QCOMPARE(effect.has_value(), !edits.isEmpty());
    QStringList values;
    if (effect)
        for (const StoryEdit& edit : editsOf(*effect, story))
            values.append(edit.value);
    QCOMPARE(values, edits);
}

void RulesTest::rulesAddUpInTheirOrder()
{
    RuledStory story = chipStory();
    story.facts.category.clear();
    Rule first = rule(u"quantum"_s, {u"a"_s});
    first.category = u"Quantum"_s;
    first.act = Rule::Act::Shortlist;
    Rule second = rule(u"sensor"_s, {u"b"_s, u"A"_s});
    second.id = RuleId(2);
    second.category = u"AI"_s;
    second.act = Rule::Act::Spike;
    Rule third = rule(u"laser"_s);
    Rule fourth = rule(u"tag:b"_s, {u"never"_s}); // not asked of what another rule made
    const auto set = RuleSet::from({first, second, third, fourth});
    QVERIFY(set);
    const auto effect = set->effectOn(story);
    QVERIFY(effect);
    QCOMPARE(effect->tagsAdded, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(effect->category, u"Quantum"_s);
    QCOMPARE(effect->act, Rule::Act::Shortlist);
    QCOMPARE(effect->by.size(), 2);
    QCOMPARE(effect->by.first(),
             (RuleShare{RuleId(1), u"quantum"_s, {u"a"_s}, u"Quantum"_s, Rule::Act::Shortlist}));
    QCOMPARE(effect->by.last(), (RuleShare{RuleId(2), u"sensor"_s, {u"b"_s}, {}, Rule::Act::Nothing}));

    const QDateTime at(QDate(2026, 11, 3), QTime(12, 0), QTimeZone::utc());
    const QList<Change> changes = changesOf(*effect, story, at);
    const auto told = [&](int i) {
        const Change& change = changes.at(i);
        return QStringList{fieldName(change.field), change.dimension, change.from, change.to};
    };
    QCOMPARE(changes.size(), 4);
    QCOMPARE(told(0),
             (QStringList{u"tags"_s, u"quantum"_s, u"chips\nmachine tools"_s, u"chips\nmachine tools\na"_s}));
    QCOMPARE(told(1), (QStringList{u"category"_s, u"quantum"_s, QString(), u"Quantum"_s}));
    QCOMPARE(told(2), (QStringList{u"state"_s, u"quantum"_s, u"incoming"_s, u"shortlisted"_s}));
    QCOMPARE(told(3), (QStringList{u"tags"_s, u"sensor"_s, u"chips\nmachine tools\na"_s,
                                   u"chips\nmachine tools\na\nb"_s}));
    QCOMPARE(changes.first().at, at);
    QVERIFY(changes.first().analyst.isEmpty());
}

QTEST_APPLESS_MAIN(RulesTest)
#include "tst_rules.moc"
