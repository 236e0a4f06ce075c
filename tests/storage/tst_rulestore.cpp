// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/deskcontents.h"
#include "storage/exchange/deskjson.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/feeds/rulestore.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The rules that a desk keeps, and what they do to its stories.
class RuleStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsRulesInTheirOrder();
    void refusesWhatCannotBeRead();
    void findsByHandle_data();
    void findsByHandle();
    void plansWithoutChanging();
    void runsAsOneStep();
    void asksOutletAndFeedOfEachStory();
    void appliesToArrivals();
    void tellsTheHistoryWhichRuleDidIt();
    void leavesArrivalsAloneWithoutRules();

private:
    RuleStore& rules() { return m_desk->store().feeds().rules(); }
    Story story(StoryId id) { return need(m_desk->store().story(id)); }

    std::unique_ptr<StoreFixture> m_desk;
};

namespace {

Rule spike(const QString& query, const QString& name = {})
{
    Rule rule;
    rule.query = query;
    rule.name = name;
    rule.act = Rule::Act::Spike;
    return rule;
}

Rule tagged(const QString& query, const QStringList& tags)
{
    Rule rule;
    rule.query = query;
    rule.tags = tags;
    return rule;
}

} // namespace

void RuleStoreTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
}

void RuleStoreTest::keepsRulesInTheirOrder()
{
    Rule full = spike(u"title:sponsored OR \"black friday\""_s, u"Advertising"_s);
    full.tags = {u"ad"_s, u"two words"_s};
    full.category = u"AI"_s;
    full.enabled = false;
    full.spikeReason = u"advertising"_s;
    QVERIFY(need(rules().replace({tagged(u"chips"_s, {u"chips"_s}), full})).isEmpty());
    const QList<Rule> kept = rules().all();
    QCOMPARE(kept.size(), 2);
    full.id = kept.last().id;
    QVERIFY(full.id != RuleId{});
    QCOMPARE(kept.last(), full);
    m_desk->open();
    QCOMPARE(rules().all(), kept);
    const QList<Rule> before = need(rules().replace({kept.last(), kept.first()}));
    QCOMPARE(rules().all(), (QList<Rule>{kept.last(), kept.first()}));
    need(rules().replace(before));
    QCOMPARE(rules().all(), kept);
    need(rules().replace({kept.first(), tagged(u"between"_s, {u"new"_s}), kept.last()}));
    QCOMPARE(rules().all().size(), 3);
    QCOMPARE(rules().all().at(1).query, u"between"_s);
    QCOMPARE(rules().all().last(), kept.last());
}

void RuleStoreTest::refusesWhatCannotBeRead()
{
    need(rules().replace({spike(u"chips"_s)}));
    const auto kept = rules().all();
    QCOMPARE(rules().replace({spike(u"chips"_s), spike(u"title:"_s)}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(rules().all(), kept);
}

void RuleStoreTest::findsByHandle_data()
{
    QTest::addColumn<QString>("handle");
    QTest::addColumn<QString>("query");
    QTest::newRow("place") << u"2"_s << u"two"_s;
    QTest::newRow("name") << u"first "_s << u"one"_s;
    QTest::newRow("past the end") << u"3"_s << QString();
    QTest::newRow("nothing") << u" "_s << QString();
}

void RuleStoreTest::findsByHandle()
{
    QFETCH(QString, handle);
    QFETCH(QString, query);
    need(rules().replace({spike(u"one"_s, u"First"_s), spike(u"two"_s)}));
    const auto rule = rules().find(handle);
    QCOMPARE(rule ? rule->query : QString(), query);
}

void RuleStoreTest::plansWithoutChanging()
{
    const StoryId chips = m_desk->add(plainDossier(u"New chips arrive"_s));
    const StoryId other = m_desk->add(plainDossier(u"Nothing of the kind"_s));
    const auto before = need(m_desk->store().dossiers({chips, other}));
    const RulePlan plan = need(rules().plan({spike(u"chips"_s, u"No chips"_s)}));
    QCOMPARE(plan.effects.size(), 1);
    QCOMPARE(plan.effects.first().story, chips);
    QCOMPARE(plan.effects.first().headline, u"New chips arrive"_s);
    QCOMPARE(plan.effects.first().spikeReason, u"Rule: No chips"_s);
    QCOMPARE(plan.edits.size(), 1);
    QCOMPARE(need(m_desk->store().dossiers({chips, other})), before);
    QVERIFY(!rules().plan({spike(u"OR"_s)}));
}

void RuleStoreTest::runsAsOneStep()
{
    const StoryId chips = m_desk->add(plainDossier(u"New chips arrive"_s));
    const StoryId more = m_desk->add(plainDossier(u"More chips"_s));
    const auto before = need(m_desk->store().dossiers({chips, more}));
    Rule rule = tagged(u"chips"_s, {u"hardware"_s});
    rule.category = u"Chips"_s;
    rule.act = Rule::Act::Shortlist;
    QCOMPARE(need(rules().run({rule}, {u"Ada"_s, 0}, {more})).size(), 3); // of one among them alone
    QCOMPARE(story(chips).state.stage, Stage::Incoming);
    m_desk->edit(more, StoryField::State, u"incoming"_s);
    m_desk->edit(more, StoryField::Tags, before.last().story.tags.join(u'\n'));
    m_desk->edit(more, StoryField::Category, before.last().story.category);
    const auto inverse = need(rules().run({rule}, {u"Ada"_s, 0}));
    for (const StoryId id : {chips, more}) {
        QCOMPARE(story(id).state.stage, Stage::Shortlisted);
        QCOMPARE(story(id).category, u"Chips"_s);
        QVERIFY(story(id).tags.contains(u"hardware"_s));
    }
    QVERIFY(!need(m_desk->store().dossier(chips)).history.isEmpty());
    QVERIFY(need(rules().plan({rule})).effects.isEmpty()); // there is nothing left to do
    need(m_desk->store().applyEdits(inverse, {u"Ada"_s, 0}));
    QCOMPARE(story(chips).state, before.first().story.state);
    QCOMPARE(story(chips).tags, before.first().story.tags);
    QCOMPARE(story(more).category, before.last().story.category);
}

static Arrival arrival(const QString& title, const QString& link)
{
    Arrival arrival;
    arrival.article.title = title;
    arrival.article.link = link;
    arrival.article.guid = link;
    arrival.article.text = u"Words about it."_s;
    return arrival;
}

void RuleStoreTest::asksOutletAndFeedOfEachStory()
{
    DeskFeed feed;
    feed.url = u"https://wire.example/feed"_s;
    feed.title = u"Morning wire"_s;
    feed.folder = {u"News"_s, u"Daily"_s};
    const FeedId id = need(m_desk->store().feeds().save(feed));
    const auto receipt =
        need(m_desk->store().intake().addArticles(id, {arrival(u"One"_s, u"https://www.reuters.com/1"_s),
                                                       arrival(u"Two"_s, u"https://small.example/2"_s)}));
    const auto found = [&](const QString& query) {
        QList<StoryId> stories;
        for (const RuleEffect& effect : need(rules().plan({spike(query)})).effects)
            stories.append(effect.story);
        return stories;
    };
    QCOMPARE(found(u"outlet:reuters"_s), QList<StoryId>{receipt.opened.first()});
    QCOMPARE(found(u"outlet:small.example"_s), QList<StoryId>{receipt.opened.last()});
    QCOMPARE(found(u"feed:\"morning wire\""_s), receipt.opened);
    QCOMPARE(found(u"feed:daily -outlet:reuters"_s), QList<StoryId>{receipt.opened.last()});
    QVERIFY(found(u"feed:evening"_s).isEmpty());
}

void RuleStoreTest::appliesToArrivals()
{
    const StoryId old = m_desk->add(plainDossier(u"Old chips"_s));
    Rule off = spike(u"chips"_s);
    off.enabled = false;
    Rule rule = spike(u"sponsored"_s, u"Ads"_s);
    need(rules().replace({off, rule, tagged(u"chips"_s, {u"hardware"_s})}));
    const auto receipt = need(m_desk->store().intake().addArticles(
        FeedId{}, {arrival(u"Sponsored chips"_s, u"https://a.example/1"_s),
                   arrival(u"Fresh chips"_s, u"https://a.example/2"_s)}));
    QCOMPARE(need(rules().applyToArrivals(receipt.opened)), 2);
    const Story spiked = story(receipt.opened.first());
    QCOMPARE(spiked.state.stage, Stage::Spiked);
    QCOMPARE(spiked.state.spikeReason, u"Rule: Ads"_s);
    QCOMPARE(spiked.tags, QStringList{u"hardware"_s});
    QCOMPARE(story(receipt.opened.last()).state.stage, Stage::Incoming);
    QVERIFY(!story(old).tags.contains(u"hardware"_s));
    QCOMPARE(m_desk->store().counts().incoming, 2);
    QCOMPARE(m_desk->store().counts().spiked, 1);
    QVERIFY(need(m_desk->store().verify()).isEmpty()); // its counts too
}

void RuleStoreTest::tellsTheHistoryWhichRuleDidIt()
{
    m_desk->add([] {
        Dossier dossier = plainDossier(u"One of chips"_s);
        dossier.story.category = u"Chips"_s;
        return dossier;
    }());
    Rule ads = spike(u"sponsored"_s, u"Ads"_s);
    ads.spikeReason = u"advertising"_s;
    Rule chips = tagged(u"chips"_s, {u"hardware"_s});
    chips.category = u"CHIPS"_s; // the desk writes it otherwise
    need(rules().replace({ads, chips, tagged(u"sponsored chips"_s, {u"paid"_s})}));
    const auto receipt = need(m_desk->store().intake().addArticles(
        FeedId{}, {arrival(u"Sponsored chips"_s, u"https://a.example/1"_s)}));
    QCOMPARE(need(rules().applyToArrivals(receipt.opened)), 1);
    const auto ruled = [](const Dossier& dossier) {
        QList<QStringList> lines;
        for (const Change& change : dossier.history)
            if (!change.dimension.isEmpty())
                lines.append(
                    {change.analyst, fieldName(change.field), change.dimension, change.from, change.to});
        return lines;
    };
    const Dossier kept = need(m_desk->store().dossier(receipt.opened.first()));
    const QList<QStringList> expected = {
        {QString(), u"state"_s, u"Ads"_s, u"incoming"_s, u"spiked|incoming|advertising"_s},
        {QString(), u"tags"_s, u"chips"_s, QString(), u"hardware"_s},
        {QString(), u"category"_s, u"chips"_s, QString(), u"Chips"_s},
        {QString(), u"tags"_s, u"sponsored chips"_s, u"hardware"_s, u"hardware\npaid"_s}};
    QCOMPARE(ruled(kept), expected);
    QCOMPARE(kept.history.first().at, m_desk->now);
    QCOMPARE(kept.story.category, u"Chips"_s);
    QVERIFY2(!m_desk->store().analysts().contains(QString()), "intake is no analyst");
    QVERIFY(need(m_desk->store().verify()).isEmpty());

    // Out and in again, it tells the same.
    const auto contents = need(contentsOf(m_desk->store()));
    const auto read = need(deskFromJson(deskToJson(contents)));
    StoreFixture other;
    other.open();
    for (const Dossier& dossier : read.dossiers)
        if (dossier.story.headline == kept.story.headline)
            QCOMPARE(ruled(need(other.store().dossier(other.add(dossier)))), expected);
    QCOMPARE(other.store().counts().spiked, 1);
}

void RuleStoreTest::leavesArrivalsAloneWithoutRules()
{
    const auto receipt =
        need(m_desk->store().intake().addArticles(FeedId{}, {arrival(u"Fresh"_s, u"https://a.example/2"_s)}));
    QCOMPARE(need(rules().applyToArrivals(receipt.opened)), 0);
    QCOMPARE(need(rules().applyToArrivals({})), 0);
}

QTEST_APPLESS_MAIN(RuleStoreTest)
#include "tst_rulestore.moc"
