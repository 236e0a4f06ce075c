// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/deskcontents.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/feeds/rulestore.h"
#include "storage/grouping/groupingstore.h"
#include "tests/app/intakedesk.h"
#include "tests/support/samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// A desk export taken in: as the desk that it was, or as another's.
class DeskImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bringsAWholeDeskBack();
    void tellsStoriesOfADeskApart();
    void bringsSettingsAndOutletsBack();
    void foreignStoriesComeArmed_data();
    void foreignStoriesComeArmed();
    void bringsABusyDeskBack();
    void busyDeskGoesAsOneStep();
    void joinsADeskThatHasItsOwn();
    void leavesOutFeedsAndRulesThatCannotBe();
    void partsOfItsOwnDeskComeAsTheyWere_data();
    void partsOfItsOwnDeskComeAsTheyWere();
    void deskOfFeedsAloneComesBack();
};

static Arrival arrival(const QString& guid, const QString& title, const QString& text)
{
    Arrival made;
    made.article.guid = guid;
    made.article.title = title;
    made.article.text = text;
    made.article.link = u"https://wire.example/"_s + guid;
    made.article.publishedAt = now.addSecs(-3600);
    return made;
}

/// What feeds brought, grouped by machine and by hand: an article with an earlier version, a story that
/// became part of another, two kept apart, an article kept out, a pair that nearly was one.
static std::unique_ptr<Store> busyDesk()
{
    auto store = emptyDesk();
    FeedStore& feeds = store->feeds();
    IntakeStore& intake = store->intake();
    Subscription wire;
    wire.url = u"https://wire.example/feed"_s;
    wire.title = u"The wire"_s;
    wire.site = u"https://wire.example"_s;
    wire.folder = {u"Wires"_s, u"Night"_s};
    wire.outlet.name = u"Example Wire"_s;
    wire.category = u"Shipping"_s;
    Subscription quiet;
    quiet.url = u"https://quiet.example/feed"_s;
    quiet.paused = true;
    quiet.keepDays = 30;
    const auto subscribed = feeds.subscribe({wire, quiet});
    if (!subscribed)
        qFatal("%s", qPrintable(subscribed.error().message));
    const FeedId feed = subscribed->added.first();
    FetchOutcome fetched;
    fetched.at = now;
    fetched.nextAt = now.addSecs(60);
    fetched.validators.etag = u"\"secret-etag\""_s;
    fetched.items = 3;
    bool good = bool(feeds.recordFetch(feed, fetched));
    Rule off{{}, u"Ads"_s, u"title:sponsored"_s, false, {}, {}, Rule::Act::Spike, u"ad"_s};
    Rule on{{}, u"Ports"_s, u"harbour"_s, true, {u"ports"_s}, u"Shipping"_s, Rule::Act::Nothing, {}};
    good = good && feeds.rules().replace({off, on});

    const auto arrive = [&](const Arrival& made) {
        const auto receipt = intake.addArticles(feed, {made});
        good = good && receipt;
        return receipt ? receipt->all.first() : Arrived();
    };
    const Arrived one = arrive(arrival(u"1"_s, u"Harbour strike ends"_s, u"Talks went on all night."_s));
    const Arrived two = arrive(arrival(u"2"_s, u"Dockers back at work"_s, u"Cranes move again."_s));
    Arrival third = arrival(u"3"_s, u"Ferry line sold"_s, u"A fund takes over."_s);
    third.nearby = {{one.story, 0.25, {u"harbour"_s, u"ferry"_s}}};
    const Arrived three = arrive(third);
    arrive(arrival(u"1"_s, u"Harbour strike ends"_s, u"Talks went on all night, and then some."_s));
    Arrival proof = arrival(u"4"_s, u"Harbour: all at work"_s, u"It is over."_s);
    proof.story = one.story;
    proof.folded = {two.story};
    arrive(proof);
    const Arrived five = arrive(arrival(u"5"_s, u"Pilots' pay"_s, u"A court rules."_s));
    using Kind = GroupingAct::Kind;
    good = good && store->grouping().regroup({{Kind::KeepApart, {}, three.story, five.story},
                                              {Kind::KeepOut, five.article, one.story},
                                              {Kind::Redirect, {}, five.story, three.story}},
                                             {u"Ada"_s, 0});
    good =
        good && store->applyEdits({{one.story, StoryField::Score, u"stakes"_s, u"7"_s, {}}}, {u"Ada"_s, 0});
    if (!good)
        qFatal("the busy desk cannot be made");
    return store;
}

static DeskContents contents(const Store& store)
{
    const auto read = contentsOf(store);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

void DeskImportTest::bringsAWholeDeskBack()
{
    const auto store = emptyDesk();
    const auto ids =
        store->addStories({fullDossier(), plainDossier(u"A"_s), plainDossier(u"B"_s)}, {u"Ada"_s, 0});
    QVERIFY(ids);
    QVERIFY(store->applyEdits({{ids->at(1), StoryField::State, {}, u"spiked|incoming|old news"_s, {}},
                               {ids->at(2), StoryField::Score, u"stakes"_s, u"7.5"_s, {}},
                               {ids->at(2), StoryField::Rationale, u"stakes"_s, u"it is law"_s, {}},
                               {ids->at(2), StoryField::Overrule, u"drift"_s, u"rounded"_s, {}}},
                              {u"Ben"_s, 0}));
    ExportRecord record{now, u"Ada"_s, u"pdf"_s, u"/tmp/x.pdf"_s, QString(64, u'a'), {}, 7.4};
    QVERIFY(store->recordExport({ids->first()}, record));
    const auto exported = contentsOf(*store);
    QVERIFY(exported);
    QCOMPARE(exported->dossiers.size(), 3);
    const auto other = emptyDesk();
    const auto plan = planFromBytes(deskToJson(*exported), u"desk.json"_s, at(*other));
    QVERIFY(plan);
    QVERIFY(plan->problems.isEmpty());
    applied(*other, *plan);
    const auto back = contentsOf(*other);
    QVERIFY(back);
    QCOMPARE(deskToJson(*back), deskToJson(*exported));
}

void DeskImportTest::tellsStoriesOfADeskApart()
{
    const auto store = emptyDesk();
    Dossier first = fullDossier();
    Dossier second = plainDossier(u"Another"_s);
    second.story.headline = first.story.headline;
    second.story.link = first.story.link;
    second.storySignals = {{u"points"_s, u"Hacker News"_s, 12.0, {}, now}}; // worth a merge
    const QByteArray exported = deskExport({first, second});
    const auto plan = planFromBytes(exported, u"desk.json"_s, at(*store));
    QVERIFY(plan);
    QCOMPARE(acts(*plan), QList<Act>(2, Act::Add));
    QCOMPARE(applied(*store, *plan).added.size(), 2);
    QCOMPARE(acts(*planFromBytes(exported, u"desk.json"_s, at(*store))), QList<Act>(2, Act::Skip));

    // On a desk that has one of them, or one that looks like both.
    const auto half = emptyDesk();
    QVERIFY(half->addStories({first}, {u"Ada"_s, 0}));
    QCOMPARE(acts(*planFromBytes(exported, u"desk.json"_s, at(*half))), QList<Act>({Act::Skip, Act::Add}));
    QCOMPARE(acts(*planFromBytes(deskExport({second}), u"desk.json"_s, at(*half))), QList<Act>{Act::Merge});
    const auto alike = emptyDesk();
    Dossier third = second;
    third.story.uuid = QUuid::createUuid();
    QVERIFY(alike->addStories({third}, {u"Ada"_s, 0}));
    QCOMPARE(acts(*planFromBytes(exported, u"desk.json"_s, at(*alike))), QList<Act>(2, Act::Add));

    // The same story in two files is one; text is still told by its words.
    QTemporaryDir folder;
    const auto write = [&folder](const QString& name, const QByteArray& bytes) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    };
    const QStringList files = {
        write(u"a.json"_s, exported), write(u"b.json"_s, exported),
        write(u"c.txt"_s, first.story.headline.toUtf8() + "\n" + first.story.summary.toUtf8())};
    const auto fresh = emptyDesk();
    const auto several = planFromFiles(files, at(*fresh));
    QVERIFY(several);
    QCOMPARE(acts(*several), QList<Act>({Act::Add, Act::Add, Act::Skip, Act::Skip, Act::Skip}));
}

void DeskImportTest::bringsSettingsAndOutletsBack()
{
    const auto store = emptyDesk();
    QVERIFY(store->addStories({fullDossier()}, {u"Ada"_s, 0}));
    QVERIFY(store->setActiveMethod(u"published"_s));
    QVERIFY(store->setSetting(u"desk_name"_s, u"Night desk"_s));
    for (Outlet outlet : store->outlets()) {
        if (outlet.name == u"Reuters"_s)
            outlet.tier = 0;
        else if (outlet.name == u"OpenAI"_s)
            outlet.firstParty = false;
        else
            continue;
        QVERIFY(store->saveOutlet(outlet));
    }
    const QByteArray exported = deskToJson(*contentsOf(*store));
    const auto other = emptyDesk();
    const auto plan = planFromBytes(exported, u"desk.json"_s, at(*other));
    QVERIFY(plan);
    applied(*other, *plan);
    QCOMPARE(other->activeMethod().key, u"published"_s);
    QCOMPARE(deskToJson(*contentsOf(*other)), exported);
}

void DeskImportTest::foreignStoriesComeArmed_data()
{
    QTest::addColumn<QByteArray>("id"); ///< the desk that the export names
    QTest::addColumn<bool>("pdf");
    QTest::addColumn<bool>("empty"); ///< the desk that takes it in
    QTest::addColumn<QString>("analyst");
    QTest::addColumn<bool>("armed");
    const QByteArray other = QUuid::createUuid().toByteArray();
    QTest::newRow("own") << QByteArray("own") << false << false << u"Ada"_s << false;
    QTest::newRow("own, as PDF") << QByteArray("own") << true << false << u"Ada"_s << true;
    QTest::newRow("unnamed") << QByteArray() << false << true << u"Ada"_s << true;
    QTest::newRow("another desk's") << other << false << false << u"Ada"_s << true;
    QTest::newRow("of a desk that starts again") << other << false << true << u"Ada"_s << false;
    QTest::newRow("the same by somebody else") << other << false << true << u"Eve"_s << true;
    QTest::newRow("into an empty desk, as PDF") << other << true << true << u"Ada"_s << true;
}

void DeskImportTest::foreignStoriesComeArmed()
{
    QFETCH(QByteArray, id);
    QFETCH(bool, pdf);
    QFETCH(bool, empty);
    QFETCH(QString, analyst);
    QFETCH(bool, armed);
    const auto store = emptyDesk();
    if (!empty)
        QVERIFY(store->addStories({plainDossier(u"There"_s)}, {u"Ada"_s, 0}));
    DeskContents contents;
    contents.desk = id == "own" ? store->deskId() : QUuid::fromString(QString::fromLatin1(id));
    Dossier fit = fullDossier();
    fit.cards.first().analyst = u"Ada"_s;
    fit.story.state.stage = Stage::Ready;
    Dossier unfit = plainDossier(u"Pay at\u202e once"_s);
    unfit.cards = fit.cards;
    unfit.story.state.stage = Stage::Ready;
    unfit.overrules = {{u"hidden-characters"_s, u"trust me"_s}};
    Dossier spiked = plainDossier(u"Spiked\u202e"_s);
    spiked.story.state = unfit.story.state.spiked(u"old"_s);
    contents.dossiers = {fit, unfit, spiked};
    const QByteArray json = deskToJson(contents);
    const QByteArray bytes = pdf ? pdfCarrying(json, "scoredesk-stories.json") : json;
    const auto plan = planFromBytes(bytes, u"desk.json"_s, {*store, analyst, now});
    QVERIFY(plan);
    QCOMPARE(plan->items.size(), 3);
    const Dossier& came = plan->items[1].dossier;
    QCOMPARE(came.overrules.isEmpty(), armed);
    QCOMPARE(came.story.state.stage, armed ? Stage::Shortlisted : Stage::Ready);
    QCOMPARE(plan->items[1].why.isEmpty(), !armed);
    QCOMPARE(plan->items[2].dossier.story.state.before, armed ? Stage::Shortlisted : Stage::Ready);
    if (analyst == u"Ada"_s) // whose card makes it fit to be ready
        QCOMPARE(plan->items[0].dossier.story.state.stage, Stage::Ready);
}

void DeskImportTest::bringsABusyDeskBack()
{
    const auto store = busyDesk();
    const DeskContents exported = contents(*store);
    // It is all there to be lost.
    QCOMPARE(exported.parts.feeds.size(), 2);
    for (const SharedFeed& feed : exported.parts.feeds)
        QCOMPARE(feed.articles.size(), feed.url.contains(u"wire"_s) ? 5 : 0);
    QCOMPARE(exported.parts.rules.size(), 2);
    QCOMPARE(exported.parts.grouping.apart.size(), 1);
    QCOMPARE(exported.parts.grouping.out.size(), 1);
    QCOMPARE(exported.parts.grouping.redirects.size(), 2);
    QCOMPARE(exported.parts.grouping.suggestions.size(), 1);
    int versions = 0;
    for (const Dossier& dossier : exported.dossiers)
        for (const Article& article : dossier.articles)
            versions += int(article.versions.size());
    QCOMPARE(versions, 1);
    const QByteArray json = deskToJson(exported);
    QVERIFY(!json.contains("secret-etag"));

    const auto other = emptyDesk();
    const auto plan = planFromBytes(json, u"desk.json"_s, at(*other));
    QVERIFY(plan);
    QVERIFY(plan->problems.isEmpty());
    QCOMPARE(plan->newFeeds, 2);
    QCOMPARE(plan->newRules, 2);
    applied(*other, *plan);
    QCOMPARE(deskToJson(contents(*other)), json);
    QVERIFY(other->verify()->isEmpty());

    // And it works as it did: articles are told by their feed, the folded story is found, pairs stay apart.
    const auto feed = other->feeds().byUrl(u"https://wire.example/feed"_s);
    QVERIFY(feed);
    QVERIFY(feed->validators == FeedValidators());
    QVERIFY(feed->record == FeedRecord());
    QCOMPARE(other->intake().known(feed->id, {u"1"_s, u"4"_s})->size(), 2);
    const auto gone = exported.parts.grouping.redirects;
    for (const auto& [story, into] : gone)
        QCOMPARE(other->storyWithUuid(story).has_value(), true);
    // A number that was taken for the folded story is never given to a new one.
    const auto fresh = other->addStories({plainDossier(u"New"_s)}, {u"Ada"_s, 0});
    QVERIFY(fresh);
    QVERIFY(!other->grouping().redirectOf(fresh->first()));
    QVERIFY(other->verify()->isEmpty());
}

void DeskImportTest::busyDeskGoesAsOneStep()
{
    const QByteArray json = deskToJson(contents(*busyDesk()));
    for (const bool empty : {true, false}) {
        const auto other = emptyDesk();
        if (!empty)
            QVERIFY(other->addStories({plainDossier(u"There"_s)}, {u"Ada"_s, 0}));
        const QByteArray before = deskToJson(contents(*other));
        const auto plan = planFromBytes(json, u"desk.json"_s, at(*other));
        QVERIFY(plan);
        const auto receipt = other->applyImport(*plan, {u"Ada"_s, 0});
        QVERIFY(receipt);
        QCOMPARE(receipt->parts.feeds.size(), 2);
        const QByteArray after = deskToJson(contents(*other));
        QVERIFY(other->revertImport(*receipt, {u"Ada"_s, 0}));
        QCOMPARE(deskToJson(contents(*other)), before);
        QVERIFY(other->verify()->isEmpty());
        QVERIFY(other->applyImport(*plan, {u"Ada"_s, 0})); // as a redo does
        QCOMPARE(deskToJson(contents(*other)), after);
    }
}

void DeskImportTest::joinsADeskThatHasItsOwn()
{
    const QByteArray json = deskToJson(contents(*busyDesk()));
    const auto other = emptyDesk();
    Subscription wire;
    wire.url = u"http://www.wire.example/feed/"_s; // the same, as links are compared
    wire.title = u"My wire"_s;
    QVERIFY(other->feeds().subscribe({wire}));
    Rule ports{{}, u"Mine"_s, u"harbour"_s, true, {u"ports"_s}, u"Shipping"_s, Rule::Act::Nothing, {}};
    Rule mine{{}, u"Chips"_s, u"chip"_s, true, {u"chips"_s}, {}, Rule::Act::Nothing, {}};
    QVERIFY(other->feeds().rules().replace({mine, ports}));
    QVERIFY(other->addStories({plainDossier(u"There"_s)}, {u"Ada"_s, 0}));
    const auto plan = planFromBytes(json, u"desk.json"_s, at(*other));
    QVERIFY(plan);
    QCOMPARE(plan->newFeeds, 1);
    QCOMPARE(plan->newRules, 1);
    applied(*other, *plan);
    const QList<DeskFeed> feeds = other->feeds().all();
    QCOMPARE(feeds.size(), 2);
    const auto known = other->feeds().byUrl(wire.url);
    QVERIFY(known);
    QCOMPARE(known->title, u"My wire"_s);
    QVERIFY(!known->paused);
    QCOMPARE(other->intake().known(known->id, {u"1"_s})->size(), 1); // which came by it there
    const QList<Rule> rules = other->feeds().rules().all();
    QCOMPARE(rules.size(), 3);
    QCOMPARE(rules.at(0).name, u"Chips"_s);
    QVERIFY(rules.at(1).enabled);
    QCOMPARE(rules.at(2).name, u"Ads"_s);
    QCOMPARE(contents(*other).parts.grouping.apart.size(), 1);
    // A second time brings nothing.
    const auto again = planFromBytes(json, u"desk.json"_s, at(*other));
    QVERIFY(again);
    QCOMPARE(again->newFeeds + again->newRules, 0);
    const QByteArray before = deskToJson(contents(*other));
    applied(*other, *again);
    QCOMPARE(deskToJson(contents(*other)), before);

    // What another desk reads and does, this one does not by itself.
    DeskContents foreign = contents(*busyDesk());
    foreign.desk = QUuid::createUuid();
    foreign.parts.rules[0].enabled = true;
    const auto wary = emptyDesk();
    const auto stranger = planFromBytes(deskToJson(foreign), u"desk.json"_s, {*wary, u"Eve"_s, now});
    QVERIFY(stranger);
    applied(*wary, *stranger);
    for (const DeskFeed& feed : wary->feeds().all())
        QVERIFY2(feed.paused, qPrintable(feed.url));
    QVERIFY(!wary->feeds().byUrl(u"https://wire.example/feed"_s)->pauseReason.isEmpty());
    for (const Rule& rule : wary->feeds().rules().all())
        QVERIFY2(!rule.enabled, qPrintable(rule.name));
}

void DeskImportTest::leavesOutFeedsAndRulesThatCannotBe()
{
    DeskContents bad = contents(*emptyDesk());
    SharedFeed file;
    file.url = u"file:///etc/passwd"_s;
    SharedFeed login;
    login.url = u"https://ada:pass@example.com/feed"_s;
    SharedFeed good;
    good.url = u"https://example.com/feed"_s;
    bad.parts.feeds = {file, login, good};
    Rule unread{{}, u"Broken"_s, u"title:("_s, true, {u"x"_s}, {}, Rule::Act::Nothing, {}};
    Rule idle{{}, u"Idle"_s, u"chip"_s, true, {}, {}, Rule::Act::Nothing, {}};
    bad.parts.rules = {unread, idle};
    const auto other = emptyDesk();
    const auto plan = planFromBytes(deskToJson(bad), u"desk.json"_s, at(*other));
    QVERIFY(plan);
    QCOMPARE(plan->newFeeds, 1);
    QVERIFY(plan->problems.size() >= 3);
    QCOMPARE(plan->problems.first().where, u"feed 1"_s);
    applied(*other, *plan);
    QCOMPARE(other->feeds().all().size(), 1);
    QVERIFY(other->feeds().rules().replace(other->feeds().rules().all()));

    // A brief's PDF brings stories, never what the desk reads or does.
    DeskContents smuggled = contents(*busyDesk());
    const auto wary = emptyDesk();
    const auto pdf =
        planFromBytes(pdfCarrying(deskToJson(smuggled), "scoredesk-stories.json"), u"brief.pdf"_s, at(*wary));
    QVERIFY(pdf);
    QVERIFY(pdf->parts.isEmpty());
    // Nor does a part of a desk.
    smuggled.isPart = true;
    const auto part = planFromBytes(deskToJson(smuggled), u"part.json"_s, at(*wary));
    QVERIFY(part);
    QVERIFY(part->parts.isEmpty());
    QVERIFY(part->settings.isEmpty());
    QVERIFY(part->desk.isNull());
}

void DeskImportTest::partsOfItsOwnDeskComeAsTheyWere_data()
{
    QTest::addColumn<bool>("own");
    QTest::newRow("its own desk") << true;
    QTest::newRow("another desk") << false;
}

void DeskImportTest::partsOfItsOwnDeskComeAsTheyWere()
{
    QFETCH(bool, own);
    const auto store = emptyDesk();
    DeskContents part;
    part.desk = own ? store->deskId() : QUuid::createUuid();
    part.isPart = true;
    Dossier ready = plainDossier(u"Pay at\u202e once"_s);
    ready.story.state.stage = Stage::Ready;
    ready.overrules = {{u"hidden-characters"_s, u"it is quoted"_s}};
    part.dossiers = {ready};
    const auto plan = planFromBytes(deskToJson(part), u"part.json"_s, at(*store));
    QVERIFY(plan);
    applied(*store, *plan);
    const QList<Dossier> here = contents(*store).dossiers;
    QCOMPARE(here.size(), 1);
    QCOMPARE(here.first().story.state.stage, own ? Stage::Ready : Stage::Shortlisted);
    QCOMPARE(here.first().overrules.isEmpty(), !own);
    QVERIFY(store->deskId() != part.desk || own); // it takes the place of no desk
}

void DeskImportTest::deskOfFeedsAloneComesBack()
{
    const auto store = emptyDesk();
    Subscription wire;
    wire.url = u"https://wire.example/feed"_s;
    QVERIFY(store->feeds().subscribe({wire}));
    const QByteArray json = deskToJson(contents(*store));
    const auto other = emptyDesk();
    const auto plan = planFromBytes(json, u"desk.json"_s, at(*other));
    QVERIFY(plan);
    applied(*other, *plan);
    QVERIFY(!other->feeds().all().first().paused); // nobody has worked there who could be another
    QCOMPARE(deskToJson(contents(*other)), json);
}

QTEST_GUILESS_MAIN(DeskImportTest)
#include "tst_deskimport.moc"
