// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/intakestore.h"
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// An import applied as one step, what it leaves alone, and its undoing.
class ImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsWhatIsWanted();
    void fillsOnlyWhatIsEmpty();
    void addsNothingTwice();
    void whatAMergeBringsIsWork_data();
    void whatAMergeBringsIsWork();
    void fillsUnsetCells();
    void revertsAMerge();
    void revertsAnAddition();
    void bringsOutletsMethodsCategories();
    void changesNothingWhereItFails();
    void givesNewUuidsWhereTheyClash();
    void writesShippedOutletsExactly();
    void leavesEditedOutletsAlone();
    void restoresOutlets();
    void bringsSettingsToAnEmptyDeskOnly();
    void putsWhatCameOnRecord();
    void keepsIdsThatAreFree();

private:
    Outlet outlet(const QString& name) const;
    static ImportItem item(ImportItem::Act act, const Dossier& dossier, StoryId into = {});
    /// What the analyst sees of a story, without history and times of change.
    Dossier seen(StoryId id) const;

    std::unique_ptr<StoreFixture> m_desk;
};

void ImportTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
}

ImportItem ImportTest::item(ImportItem::Act act, const Dossier& dossier, StoryId into)
{
    ImportItem item;
    item.act = act;
    item.dossier = dossier;
    item.mergeInto = into;
    return item;
}

Dossier ImportTest::seen(StoryId id) const
{
    Dossier dossier = need(m_desk->store().dossier(id));
    dossier.history.clear();
    dossier.story.changedAt = {};
    dossier.story.evidenceAt = {};
    return dossier;
}

void ImportTest::addsWhatIsWanted()
{
    ImportPlan plan;
    plan.items = {item(ImportItem::Act::Add, fullDossier()),
                  item(ImportItem::Act::Add, plainDossier(u"Unwanted"_s)),
                  item(ImportItem::Act::Skip, plainDossier(u"Skipped"_s))};
    plan.items[1].wanted = false;
    const QSignalSpy added(&m_desk->store(), &Store::storiesAdded);
    const ImportReceipt receipt = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    QCOMPARE(receipt.added.size(), 1);
    QCOMPARE(receipt.skipped, 2);
    QCOMPARE(receipt.merged, 0);
    QCOMPARE(added.size(), 1);
    QVERIFY(withoutIds(*m_desk->store().dossier(receipt.added.first())) == fullDossier());
    const ImportReceipt nothing = need(m_desk->store().applyImport({}, {u"Ada"_s}));
    QVERIFY(nothing.added.isEmpty());
}

void ImportTest::fillsOnlyWhatIsEmpty()
{
    Dossier ours = plainDossier(u"Our headline"_s);
    ours.story.summary = u"Our summary"_s;
    ours.story.trust = TrustVerdict::Low;
    const StoryId id = m_desk->add(ours);
    Dossier theirs = fullDossier();
    theirs.overrules[u"headline-number"_s] = u"their reason"_s;
    ImportPlan plan;
    plan.items = {item(ImportItem::Act::Merge, theirs, id)};
    const QSignalSpy changed(&m_desk->store(), &Store::storiesChanged);
    const ImportReceipt receipt = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    QCOMPARE(receipt.merged, 1);
    QCOMPARE(receipt.articlesAdded.size(), 3);
    QCOMPARE(changed.size(), 1);

    const Dossier merged = *m_desk->store().dossier(id);
    QCOMPARE(merged.story.headline, u"Our headline"_s);
    QCOMPARE(merged.story.summary, u"Our summary"_s);
    QCOMPARE(merged.story.trust, TrustVerdict::Low);
    QCOMPARE(merged.story.uuid, ours.story.uuid);
    QCOMPARE(merged.story.whyItMatters, theirs.story.whyItMatters);
    QCOMPARE(merged.story.tags, theirs.story.tags);
    QCOMPARE(merged.story.stated, theirs.story.stated);
    QCOMPARE(merged.story.publishedAt, theirs.story.publishedAt);
    QVERIFY(merged.overrules.isEmpty()); // given for their words, not for ours
    QCOMPARE(merged.storySignals, theirs.storySignals);
    QCOMPARE(merged.cards, theirs.cards);
    QCOMPARE(merged.coverage, theirs.coverage);
    QCOMPARE(merged.story.evidenceAt, m_desk->now);
    QVERIFY(m_desk->store().queueRows({id})->first().impactLow);
    QVERIFY(!merged.history.isEmpty());
}

void ImportTest::addsNothingTwice()
{
    const StoryId id = m_desk->add(fullDossier());
    const Dossier before = *m_desk->store().dossier(id);
    Dossier again = fullDossier();
    again.articles[0].uuid = QUuid(); // known by its link
    again.articles[0].link = u"http://www.theverge.example/open-model/?utm_source=x"_s;
    ImportPlan plan;
    plan.items = {item(ImportItem::Act::Merge, again, id)};
    m_desk->now = m_desk->now.addSecs(9);
    const ImportReceipt receipt = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    QVERIFY(receipt.articlesAdded.isEmpty());
    QVERIFY(receipt.inverse.isEmpty());
    QVERIFY(receipt.signalsAdded.isEmpty());
    QVERIFY(receipt.cardsAdded.isEmpty());
    QVERIFY(*m_desk->store().dossier(id) == before);
}

// No rule then lets the story go by itself.
void ImportTest::whatAMergeBringsIsWork_data()
{
    QTest::addColumn<Dossier>("theirs");
    QTest::addColumn<bool>("touched");
    const Dossier plain = plainDossier(u"Came by a feed"_s);
    QTest::newRow("nothing") << plain << false;
    Dossier brings = plain;
    brings.articles = fullDossier().articles;
    QTest::newRow("articles") << brings << true;
    brings = plain;
    brings.storySignals = fullDossier().storySignals;
    QTest::newRow("signals") << brings << true;
    brings = plain;
    brings.cards = fullDossier().cards;
    QTest::newRow("cards") << brings << true;
}

void ImportTest::whatAMergeBringsIsWork()
{
    QFETCH(const Dossier, theirs);
    QFETCH(const bool, touched);
    Arrival arrival;
    arrival.article.guid = u"one"_s;
    arrival.article.title = u"Came by a feed"_s;
    arrival.article.link = u"https://example.com/one"_s;
    arrival.article.text = u"Words."_s;
    arrival.article.publishedAt = m_desk->now;
    const StoryId id = need(m_desk->store().intake().addArticles({}, {arrival})).all.first().story;
    ImportPlan plan;
    plan.items = {item(ImportItem::Act::Merge, theirs, id)};
    need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    const auto recent = need(m_desk->store().intake().recent(m_desk->now.addDays(-9), {}, 10, 10));
    QVERIFY(!recent.isEmpty());
    QCOMPARE(recent.first().touched, touched);
}

void ImportTest::fillsUnsetCells()
{
    const StoryId id = m_desk->add(plainDossier(u"Scored in part"_s));
    m_desk->edit(id, StoryField::Score, u"2"_s, u"stakes"_s);
    ImportPlan plan;
    plan.items = {item(ImportItem::Act::Merge, fullDossier(), id)};
    const ImportReceipt receipt = need(m_desk->store().applyImport(plan, {u"Bob"_s}));
    QVERIFY(receipt.cardsAdded.isEmpty());
    const Scorecard card = m_desk->store().dossier(id)->cardOf(u"Ada"_s);
    QCOMPARE(card.value(u"stakes"_s).toText(), u"2"_s);
    QCOMPARE(card.value(u"novelty"_s).toText(), u"6.5"_s);
    QCOMPARE(card.statedImpact, 7.4);
    QCOMPARE(m_desk->store().dossier(id)->cards.size(), 1);
}

void ImportTest::revertsAMerge()
{
    Dossier ours = plainDossier(u"Our headline"_s);
    ours.cards = {fullDossier().cards.first()};
    ours.cards.first().cells.remove(u"stakes"_s);
    const StoryId id = m_desk->add(ours);
    const Dossier before = seen(id);
    const QStringList categories = m_desk->store().categories();
    const auto outlets = m_desk->store().outlets();
    Dossier theirs = fullDossier();
    theirs.story.category = u"Space"_s;
    theirs.articles[2].outlet.name = u"Unheard Of"_s;
    theirs.overrules[u"headline-number"_s] = u"their reason"_s;
    Scorecard bob = theirs.cards.first();
    bob.analyst = u"Bob"_s;
    theirs.cards.append(bob);
    ImportPlan plan;
    plan.items = {item(ImportItem::Act::Merge, theirs, id)};
    const ImportReceipt receipt = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    QVERIFY(!(seen(id) == before));
    QVERIFY(m_desk->store().categories().contains(u"Space"_s));
    need(m_desk->store().revertImport(receipt, {u"Ada"_s}));
    Dossier after = seen(id);
    QVERIFY(after == before);
    QCOMPARE(m_desk->store().categories(), categories);
    QCOMPARE(m_desk->store().outlets().size(), outlets.size());
    QVERIFY(need(m_desk->store().verify()).isEmpty());
    // And once more, as redo does.
    const ImportReceipt again = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    QCOMPARE(again.articlesAdded.size(), 3);
    QCOMPARE(again.cardsAdded.size(), 1);
}

void ImportTest::revertsAnAddition()
{
    m_desk->add(plainDossier(u"There before"_s));
    ImportPlan plan;
    plan.items = {item(ImportItem::Act::Add, fullDossier())};
    const QSignalSpy removed(&m_desk->store(), &Store::storiesRemoved);
    const ImportReceipt receipt = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    need(m_desk->store().revertImport(receipt, {u"Ada"_s}));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(m_desk->store().counts().all, 1);
    need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    QCOMPARE(m_desk->store().counts().all, 2);
}

void ImportTest::bringsOutletsMethodsCategories()
{
    Method own = *builtInMethod(u"impact"_s);
    own.key = u"house"_s;
    own.name = u"House method"_s;
    Outlet outlet;
    outlet.name = u"Unheard Of"_s;
    outlet.tier = 2;
    Outlet known;
    known.name = u"reuters"_s;
    ImportPlan plan;
    plan.categories = {u"Space"_s, u"ai"_s};
    plan.methods = {own, *builtInMethod(u"impact"_s)};
    plan.outlets = {outlet, known};
    const QSignalSpy moved(&m_desk->store(), &Store::methodChanged);
    const auto methods = m_desk->store().methods().size();
    const auto outlets = m_desk->store().outlets().size();
    const ImportReceipt receipt = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    QCOMPARE(receipt.categoriesAdded, QStringList({u"Space"_s}));
    QCOMPARE(m_desk->store().methods().size(), methods + 1);
    QCOMPARE(m_desk->store().outlets().size(), outlets + 1);
    QCOMPARE(moved.size(), 1);
    need(m_desk->store().revertImport(receipt, {u"Ada"_s}));
    QCOMPARE(m_desk->store().methods().size(), methods);
    QCOMPARE(m_desk->store().outlets().size(), outlets);
    QVERIFY(!m_desk->store().categories().contains(u"Space"_s));
}

void ImportTest::changesNothingWhereItFails()
{
    ImportPlan plan;
    plan.items = {item(ImportItem::Act::Add, plainDossier(u"One"_s)),
                  item(ImportItem::Act::Merge, fullDossier(), StoryId(77))};
    const QSignalSpy added(&m_desk->store(), &Store::storiesAdded);
    const auto refused = m_desk->store().applyImport(plan, {u"Ada"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QCOMPARE(m_desk->store().counts().all, 0);
    QCOMPARE(added.size(), 0);
}

void ImportTest::givesNewUuidsWhereTheyClash()
{
    Dossier dossier = fullDossier();
    dossier.story.leadArticle = dossier.articles[0].uuid;
    const StoryId first = m_desk->add(dossier);
    ImportPlan plan;
    plan.items = {item(ImportItem::Act::Add, dossier)};
    const ImportReceipt receipt = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    const Dossier copy = *m_desk->store().dossier(receipt.added.first());
    QVERIFY(copy.story.uuid != m_desk->store().story(first)->uuid);
    QCOMPARE(copy.articles.size(), 3);
    QCOMPARE(copy.story.leadArticle, copy.articles[0].uuid); // its own, not that of the other story
    QCOMPARE(copy.articles[2].reprintOf, copy.articles[0].uuid);
    QCOMPARE(copy.coverage, dossier.coverage);
}

Outlet ImportTest::outlet(const QString& name) const
{
    const auto outlets = m_desk->store().outlets();
    for (const Outlet& outlet : outlets)
        if (outlet.name == name)
            return outlet;
    return {};
}

void ImportTest::writesShippedOutletsExactly()
{
    Outlet unrated = outlet(u"The Verge"_s);
    QVERIFY(unrated.tier != 0);
    unrated.tier = 0;
    Outlet firstParty = outlet(u"OpenAI"_s);
    QVERIFY(firstParty.firstParty);
    firstParty.firstParty = false;
    Outlet renamed = outlet(u"BBC"_s);
    renamed.name = u"BBC News"_s;
    // A domain that went from one to another, whichever is written first.
    Outlet taker = outlet(u"Ars Technica"_s);
    taker.domains.append(u"wired.com"_s);
    Outlet giver = outlet(u"Wired"_s);
    giver.domains = {u"wired.example"_s};
    giver.reliability = u"C"_s;
    ImportPlan plan;
    plan.outlets = {unrated, firstParty, renamed, taker, giver};
    need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    for (const Outlet& wanted : std::as_const(plan.outlets))
        QVERIFY2(outlet(wanted.name) == wanted, qPrintable(wanted.name));
    QCOMPARE(outlet(u"BBC"_s).name, QString());
}

void ImportTest::leavesEditedOutletsAlone()
{
    Outlet own = outlet(u"The Verge"_s);
    own.tier = 0;
    need(m_desk->store().saveOutlet(own));
    Outlet made; // without a tier, as the analyst left it
    made.name = u"House Letter"_s;
    need(m_desk->store().saveOutlet(made));
    ImportPlan plan;
    plan.items = {item(ImportItem::Act::Add, fullDossier())};
    for (Outlet theirs : {own, made}) {
        theirs.id = {};
        theirs.tier = 1;
        theirs.firstParty = true;
        theirs.reliability = u"A"_s;
        theirs.domains = {u"elsewhere.example"_s};
        plan.outlets.append(theirs);
    }
    const ImportReceipt receipt = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    QVERIFY(outlet(own.name) == own);
    QCOMPARE(outlet(made.name).tier, 0);
    QVERIFY(outlet(made.name).domains.isEmpty());
    QCOMPARE(m_desk->store().dossier(receipt.added.first())->coverage.tierOne, 0);
}

void ImportTest::restoresOutlets()
{
    Dossier ours = plainDossier(u"Seen by the Verge"_s);
    Article article;
    article.outlet.name = u"The Verge"_s;
    ours.articles = {article};
    const StoryId id = m_desk->add(ours);
    const QList<Outlet> before = m_desk->store().outlets();
    Outlet better = outlet(u"The Verge"_s);
    better.tier = 1;
    better.domains = {u"theverge.example"_s};
    Outlet heir; // of a domain that an outlet of the list loses
    heir.name = u"Verge Mirror"_s;
    heir.domains = {u"theverge.com"_s};
    ImportPlan plan;
    plan.outlets = {better, heir};
    QList<StoryId> changed;
    connect(&m_desk->store(), &Store::storiesChanged, this, [&changed](const auto& ids) { changed += ids; });
    const ImportReceipt receipt = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    QCOMPARE(changed, QList<StoryId>{id});
    QCOMPARE(m_desk->store().dossier(id)->coverage.tierOne, 1);
    need(m_desk->store().revertImport(receipt, {u"Ada"_s}));
    QVERIFY(m_desk->store().outlets() == before);
    QCOMPARE(changed, QList<StoryId>({id, id}));
    QCOMPARE(m_desk->store().dossier(id)->coverage.tierOne, 0);
    // As untouched as it was: an import may fill it again. What is edited after that stays on undo.
    const ImportReceipt again = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    Outlet edited = outlet(u"The Verge"_s);
    QCOMPARE(edited.tier, 1);
    edited.tier = 3;
    need(m_desk->store().saveOutlet(edited));
    need(m_desk->store().revertImport(again, {u"Ada"_s}));
    QCOMPARE(outlet(u"The Verge"_s).tier, 3);
}

void ImportTest::bringsSettingsToAnEmptyDeskOnly()
{
    Store& store = m_desk->store();
    const QString other = u"published"_s;
    QVERIFY(store.activeMethod().key != other);
    const QString before = store.activeMethod().key;
    need(store.setSetting(u"resume"_s, u"own"_s));
    ImportPlan plan;
    plan.settings = {{u"active_method"_s, other}, {u"desk_name"_s, u"Night desk"_s}, {u"resume"_s, u"x"_s}};
    plan.items = {item(ImportItem::Act::Add, fullDossier())};
    plan.desk = QUuid::createUuid();
    const QUuid id = store.deskId();
    const ImportReceipt receipt = need(store.applyImport(plan, {u"Ada"_s}));
    QCOMPARE(store.activeMethod().key, other);
    QCOMPARE(store.setting(u"desk_name"_s), u"Night desk"_s);
    QCOMPARE(store.setting(u"resume"_s), u"own"_s);
    QCOMPARE(store.deskId(), plan.desk);
    need(store.revertImport(receipt, {u"Ada"_s}));
    QCOMPARE(store.activeMethod().key, before);
    QVERIFY(!store.settings().contains(u"desk_name"_s));
    QCOMPARE(store.deskId(), id);
    m_desk->add(plainDossier(u"There"_s));
    need(store.applyImport(plan, {u"Ada"_s}));
    QCOMPARE(store.activeMethod().key, before);
    QVERIFY(!store.settings().contains(u"desk_name"_s));
    QCOMPARE(store.deskId(), id);
}

void ImportTest::putsWhatCameOnRecord()
{
    const StoryId id = m_desk->add(plainDossier(u"Ours"_s));
    ImportPlan plan;
    plan.items = {item(ImportItem::Act::Merge, fullDossier(), id)};
    plan.items.first().dossier.cards.first().analyst = u"Bob"_s;
    m_desk->now = m_desk->now.addSecs(60);
    const auto since = [&](qsizetype rows) {
        QStringList told;
        const QList<Change> history = m_desk->store().dossier(id)->history;
        for (const Change& change : history.mid(rows))
            if (change.field > StoryField::Overrule && change.field != StoryField::Coverage) {
                const QString words = change.from.isEmpty() ? u"+"_s + change.to : u"-"_s + change.from;
                told.append(fieldName(change.field) + u' ' + words.section(u':', 0, 0));
                if (change.at != m_desk->now || change.analyst != u"Ada"_s)
                    told.append(u"by whom, and when?"_s);
            }
        return told;
    };
    const ImportReceipt receipt = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    QCOMPARE(since(0), QStringList({u"article +The Verge"_s, u"article +TechCrunch"_s,
                                    u"article +Copy Desk"_s, u"signal +1800 upvotes r/LocalLLaMA"_s,
                                    u"signal +8400 mentions X in the first day"_s, u"card +impact"_s}));
    const QList<Change> told = m_desk->store().dossier(id)->history;
    QVERIFY(std::any_of(told.begin(), told.end(), [](const Change& change) {
        return change.field == StoryField::Card && change.card == u"Bob"_s;
    }));
    QCOMPARE(m_desk->store().story(id)->changedAt, m_desk->now);
    const qsizetype rows = m_desk->store().dossier(id)->history.size();
    need(m_desk->store().revertImport(receipt, {u"Ada"_s}));
    QCOMPARE(since(rows), QStringList({u"article -The Verge"_s, u"article -TechCrunch"_s,
                                       u"article -Copy Desk"_s, u"signal -1800 upvotes r/LocalLLaMA"_s,
                                       u"signal -8400 mentions X in the first day"_s, u"card -impact"_s}));
}

void ImportTest::keepsIdsThatAreFree()
{
    ImportPlan plan;
    plan.items = {item(ImportItem::Act::Add, fullDossier()),
                  item(ImportItem::Act::Add, plainDossier(u"Second"_s))};
    const ImportReceipt receipt = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    const ArticleId article = m_desk->store().dossier(receipt.added.first())->articles.first().id;
    const ImportRemains remains = need(m_desk->store().revertImport(receipt, {u"Ada"_s}));
    QCOMPARE(remains.stories.size(), 2);
    for (int i = 0; i < 2; ++i)
        plan.items[i].dossier = remains.stories[i];
    QCOMPARE(need(m_desk->store().applyImport(plan, {u"Ada"_s})).added, receipt.added);
    QCOMPARE(m_desk->store().dossier(receipt.added.first())->articles.first().id, article);
    // Where the numbers are taken, others are given.
    const ImportReceipt beside = need(m_desk->store().applyImport(plan, {u"Ada"_s}));
    QCOMPARE(beside.added.size(), 2);
    QVERIFY(!receipt.added.contains(beside.added.first()));
}

QTEST_GUILESS_MAIN(ImportTest)
#include "tst_import.moc"
