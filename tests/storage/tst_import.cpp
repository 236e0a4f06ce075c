// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

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
    void fillsUnsetCells();
    void revertsAMerge();
    void revertsAnAddition();
    void bringsOutletsMethodsCategories();
    void changesNothingWhereItFails();
    void givesNewUuidsWhereTheyClash();

private:
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
    QCOMPARE(merged.overrules, theirs.overrules);
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

QTEST_GUILESS_MAIN(ImportTest)
#include "tst_import.moc"
