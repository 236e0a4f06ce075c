// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/store.h"
#include "tests/support/samples.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// A desk as its users meet it first: opened, filled, read, edited and paged.
class DeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsEmpty();
    void readsBackWhatWasAdded();
    void editsAndTakesBack();
    void pages();

private:
    std::unique_ptr<Store> m_store;
};

void DeskTest::init()
{
    auto store = Store::open(u":memory:"_s);
    QVERIFY2(store, store ? "" : qPrintable(store.error().message));
    m_store = std::move(*store);
}

void DeskTest::beginsEmpty()
{
    QCOMPARE(m_store->counts(), QueueCounts());
    QCOMPARE(m_store->categories(), QStringList({u"AI"_s, u"Research"_s, u"Startups"_s, u"Cybersecurity"_s,
                                                 u"Quantum"_s, u"Viral"_s}));
    QVERIFY(!m_store->deskId().isNull());
    QVERIFY(m_store->openReport().created);
    QCOMPARE(m_store->activeMethod().key, u"impact"_s);
    QVERIFY(m_store->outlets().size() >= 40);
}

void DeskTest::readsBackWhatWasAdded()
{
    const Dossier given = Test::fullDossier();
    const auto ids = m_store->addStories({given}, {u"Ada"_s});
    QVERIFY2(ids, ids ? "" : qPrintable(ids.error().message));
    auto read = m_store->dossier(ids->first());
    QVERIFY(read);
    read->story.id = noStory;
    for (Article& article : read->articles) {
        article.id = {};
        article.outlet.id = {};
    }
    QCOMPARE(read->story, given.story);
    QCOMPARE(read->cards, given.cards);
    QCOMPARE(read->articles, given.articles);
    QVERIFY(*read == given);
}

void DeskTest::editsAndTakesBack()
{
    const auto ids = m_store->addStories({Test::fullDossier()}, {u"Ada"_s});
    QVERIFY(ids);
    const StoryId id = ids->first();
    const auto back = m_store->applyEdits({{id, StoryField::Score, u"stakes"_s, u"8.5"_s, {}},
                                           {id, StoryField::Headline, {}, u"Another headline"_s, {}}},
                                          {u"Ada"_s});
    QVERIFY(back);
    QCOMPARE(back->size(), 2);
    const auto dossier = m_store->dossier(id);
    QCOMPARE(dossier->story.headline, u"Another headline"_s);
    QCOMPARE(dossier->cards.first().value(u"stakes"_s), Score::fromTenths(85));
    QCOMPARE(dossier->history.size(), 2);
    QVERIFY(m_store->applyEdits(*back, {u"Ada"_s}));
    QCOMPARE(m_store->story(id)->headline, Test::fullDossier().story.headline);
}

void DeskTest::pages()
{
    QList<Dossier> dossiers;
    for (int i = 0; i < 25; ++i)
        dossiers.append(Test::plainDossier(u"Story number %1"_s.arg(i)));
    const auto added = m_store->addStories(dossiers, {u"Ada"_s});
    QVERIFY2(added, added ? "" : qPrintable(added.error().message));
    QList<StoryId> seen;
    QueueCursor cursor;
    for (bool more = true; more;) {
        const auto page = m_store->queuePage({}, cursor, 10);
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        seen += page->ids;
        cursor = page->next;
        more = page->more;
    }
    QList<StoryId> expected = *added;
    std::reverse(expected.begin(), expected.end());
    QCOMPARE(seen, expected);
    const auto rows = m_store->queueRows(expected.mid(3, 2));
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->first().id, expected[3]);
    QCOMPARE(m_store->counts().incoming, 25);
    QueueView search;
    search.isTyped = true;
    search.search = u"numb 24"_s;
    QCOMPARE(m_store->queuePage(search, {}, 10)->ids.size(), 0);
    search.search = u"story number 2"_s;
    QCOMPARE(m_store->queuePage(search, {}, 10)->ids.size(), 6);
}

QTEST_GUILESS_MAIN(DeskTest)
#include "tst_desk.moc"
