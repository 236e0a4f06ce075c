// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/feeds/rulestore.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

using Entry = CategoryChange::Entry;
using Removal = CategoryChange::Removal;

/// The desk's list of categories, and what has them.
class CategoriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void changesTheList_data();
    void changesTheList();
    void storiesFeedsAndRulesFollow();
    void movedStoriesTellIt();
    void refuses_data();
    void refuses();
    void tells();

private:
    Store& store() { return m_desk->store(); }
    QStringList categories() { return store().categories(); }
    CategoryChange change(const CategoryChange& wanted)
    {
        return need(store().changeCategories(wanted, {u"Ada"_s, 0}));
    }
    QString categoryOf(StoryId id) { return need(store().story(id)).category; }
    /// Everything that a change of categories may touch.
    QStringList everything();

    std::unique_ptr<StoreFixture> m_desk;
    QList<StoryId> m_stories; ///< of One, of Two, of none
    FeedId m_feed{};          ///< of Two
};

// A desk of three categories only, so that the rows below can be read.
void CategoriesTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
    CategoryChange three;
    three.list = {{{}, u"One"_s}, {{}, u"Two"_s}, {{}, u"Three"_s}};
    for (const QString& name : categories())
        three.removed.append({name, {}});
    change(three);
    m_stories.clear();
    for (const QString& name : {u"One"_s, u"Two"_s, QString()}) {
        Dossier dossier = plainDossier(u"Story of "_s + name);
        dossier.story.category = name;
        m_stories.append(m_desk->add(dossier));
    }
    DeskFeed feed;
    feed.url = u"https://example.com/feed"_s;
    feed.category = u"Two"_s;
    m_feed = need(store().feeds().save(feed));
    Rule rule;
    rule.query = u"chip"_s;
    rule.category = u"Two"_s;
    rule.tags = {u"chips"_s};
    need(store().feeds().rules().replace({rule}));
}

QStringList CategoriesTest::everything()
{
    QStringList all = categories();
    for (const StoryId id : std::as_const(m_stories))
        all.append(categoryOf(id));
    all.append(store().feeds().byId(m_feed)->category);
    for (const Rule& rule : store().feeds().rules().all())
        all.append(rule.category);
    const QueueCounts counts = store().counts();
    for (auto count = counts.categories.begin(); count != counts.categories.end(); ++count)
        all.append(u"%1 %2"_s.arg(count.key()).arg(*count));
    return all;
}

void CategoriesTest::changesTheList_data()
{
    QTest::addColumn<QList<Entry>>("list");
    QTest::addColumn<QList<Removal>>("removed");
    QTest::addColumn<QStringList>("after"); ///< the list, the stories', the feed's and the rule's category
    const Entry one{u"One"_s, u"One"_s};
    const Entry two{u"Two"_s, u"Two"_s};
    const Entry three{u"Three"_s, u"Three"_s};
    const auto row = [](const char* name, const QList<Entry>& list, const QList<Removal>& removed,
                        const QString& after) {
        QTest::newRow(name) << list << removed << after.split(u',');
    };
    row("nothing", {one, two, three}, {}, u"One,Two,Three,One,Two,,Two,Two"_s);
    row("another order", {three, one, two}, {}, u"Three,One,Two,One,Two,,Two,Two"_s);
    row("renamed", {one, {u"Two"_s, u" Deux  fois "_s}, three}, {},
        u"One,Deux fois,Three,One,Deux fois,,Deux fois,Deux fois"_s);
    row("another spelling", {one, {u"Two"_s, u"TWO"_s}, three}, {}, u"One,TWO,Three,One,TWO,,TWO,TWO"_s);
    row("swapped", {{u"One"_s, u"Two"_s}, {u"two"_s, u"One"_s}, three}, {},
        u"Two,One,Three,Two,One,,One,One"_s);
    row("added in between", {one, {{}, u"New"_s}, two, three}, {}, u"One,New,Two,Three,One,Two,,Two,Two"_s);
    row("unused goes", {one, two}, {{u"Three"_s, {}}}, u"One,Two,One,Two,,Two,Two"_s);
    row("moved to another", {one, three}, {{u"Two"_s, u"Three"_s}}, u"One,Three,One,Three,,Three,Three"_s);
    row("moved to none", {one, three}, {{u"Two"_s, {}}}, u"One,Three,One,,,,"_s);
    row("moved to one renamed at once", {{u"One"_s, u"Both"_s}, three}, {{u"Two"_s, u"both"_s}},
        u"Both,Three,Both,Both,,Both,Both"_s);
    row("moved to a new one", {one, three, {{}, u"New"_s}}, {{u"Two"_s, u"New"_s}},
        u"One,Three,New,One,New,,New,New"_s);
    row("takes the name of one that goes", {{u"One"_s, u"Two"_s}, three}, {{u"Two"_s, u"Three"_s}},
        u"Two,Three,Two,Three,,Three,Three"_s);
    row("goes and comes anew", {one, three, {{}, u"Two"_s}}, {{u"Two"_s, {}}}, u"One,Three,Two,One,,,,"_s);
    row("unnamed ones stay behind", {three}, {}, u"Three,One,Two,One,Two,,Two,Two"_s);
}

void CategoriesTest::changesTheList()
{
    QFETCH(QList<Entry>, list);
    QFETCH(QList<Removal>, removed);
    QFETCH(QStringList, after);
    const QStringList before = everything();
    CategoryChange wanted;
    wanted.list = list;
    wanted.removed = removed;
    const CategoryChange back = change(wanted);
    const QStringList changed = everything();
    QCOMPARE(changed.first(after.size()), after);
    QVERIFY(need(store().verify()).isEmpty());
    change(back);
    QCOMPARE(everything(), before);
    change(wanted); // as a redo does
    QCOMPARE(everything(), changed);
    QVERIFY(need(store().verify()).isEmpty());
}

void CategoriesTest::storiesFeedsAndRulesFollow()
{
    CategoryChange wanted;
    wanted.list = {{u"One"_s, u"One"_s}, {u"Two"_s, u"Deux"_s}, {u"Three"_s, u"Three"_s}};
    change(wanted);
    QueueView view;
    view.kind = QueueView::Kind::All;
    view.category = u"Deux"_s;
    QCOMPARE(need(store().queuePage(view, {}, 9)).ids, QList<StoryId>{m_stories[1]});
    QCOMPARE(store().counts().categories.value(u"Deux"_s), 1);
    m_desk->close();
    m_desk->open();
    QCOMPARE(categories(), QStringList({u"One"_s, u"Deux"_s, u"Three"_s}));
}

void CategoriesTest::movedStoriesTellIt()
{
    CategoryChange wanted;
    wanted.removed = {{u"Two"_s, u"One"_s}};
    const CategoryChange back = change(wanted);
    const QList<Change> history = need(store().dossier(m_stories[1])).history;
    QCOMPARE(history.size(), 1);
    QCOMPARE(history.last().field, StoryField::Category);
    QCOMPARE(history.last().from, u"Two"_s);
    QCOMPARE(history.last().to, u"One"_s);
    QCOMPARE(history.last().analyst, u"Ada"_s);
    QVERIFY(need(store().dossier(m_stories[0])).history.isEmpty()); // which only got company
    change(back);
    QCOMPARE(need(store().dossier(m_stories[1])).history.last().to, u"Two"_s);
    QCOMPARE(need(store().dossier(m_stories[1])).history.size(), 2);
}

void CategoriesTest::refuses_data()
{
    QTest::addColumn<QList<Entry>>("list");
    QTest::addColumn<QList<Removal>>("removed");
    QTest::addColumn<QString>("says");
    QTest::newRow("no name") << QList<Entry>{{u"One"_s, u"  "_s}} << QList<Removal>() << u"needs a name"_s;
    QTest::newRow("one name for two") << QList<Entry>{{u"One"_s, u"two"_s}, {u"Two"_s, u"Two"_s}}
                                      << QList<Removal>() << u"two categories"_s;
    QTest::newRow("the name of an unnamed one")
        << QList<Entry>{{u"One"_s, u"Three"_s}} << QList<Removal>() << u"two categories"_s;
    QTest::newRow("one that is not there")
        << QList<Entry>{{u"Four"_s, u"Four"_s}} << QList<Removal>() << u"no category"_s;
    QTest::newRow("removes one that is not there")
        << QList<Entry>() << QList<Removal>{{u"Four"_s, {}}} << u"no category"_s;
    QTest::newRow("kept and removed")
        << QList<Entry>{{u"One"_s, u"One"_s}} << QList<Removal>{{u"One"_s, {}}} << u"named twice"_s;
    QTest::newRow("moved to nowhere")
        << QList<Entry>() << QList<Removal>{{u"One"_s, u"Four"_s}} << u"move to"_s;
    QTest::newRow("moved to itself") << QList<Entry>() << QList<Removal>{{u"One"_s, u"One"_s}}
                                     << u"move to"_s;
    QTest::newRow("moved to one that goes too")
        << QList<Entry>() << QList<Removal>{{u"One"_s, u"Two"_s}, {u"Two"_s, {}}} << u"move to"_s;
    QTest::newRow("moved to its own successor")
        << QList<Entry>{{{}, u"One"_s}} << QList<Removal>{{u"One"_s, u"One"_s}} << u"at once"_s;
    QTest::newRow("leaves a rule nothing to do")
        << QList<Entry>() << QList<Removal>{{u"Two"_s, {}}} << u"does nothing but"_s;
}

void CategoriesTest::refuses()
{
    QFETCH(QList<Entry>, list);
    QFETCH(QList<Removal>, removed);
    QFETCH(QString, says);
    Rule rule;
    rule.query = u"chip"_s;
    rule.category = u"Two"_s;
    need(store().feeds().rules().replace({rule}));
    const QStringList before = everything();
    CategoryChange wanted;
    wanted.list = list;
    wanted.removed = removed;
    const auto done = store().changeCategories(wanted, {u"Ada"_s, 0});
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::InvalidInput);
    QVERIFY2(done.error().message.contains(says), qPrintable(done.error().message));
    QCOMPARE(everything(), before);
}

void CategoriesTest::tells()
{
    const QSignalSpy counts(&store(), &Store::countsChanged);
    const QSignalSpy stories(&store(), &Store::storiesChanged);
    CategoryChange wanted;
    wanted.list = {{u"One"_s, u"First"_s}};
    change(wanted);
    QCOMPARE(counts.size(), 1);
    QCOMPARE(stories.size(), 1);
    QCOMPARE(stories.first().first().value<QList<StoryId>>(), QList<StoryId>{m_stories[0]});
}

QTEST_GUILESS_MAIN(CategoriesTest)
#include "tst_categories.moc"
