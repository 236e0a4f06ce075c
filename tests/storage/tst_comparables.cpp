// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/intakestore.h"
#include "storage/grouping/groupingstore.h"
#include "storage/sql/statement.h"
#include "storage/tables/comparables.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// How an analyst judged stories like the one at hand.
class ComparablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void mostAlikeComeFirst();
    void onlyWhatTheAnalystJudged_data();
    void onlyWhatTheAnalystJudged();
    void foundInACrowd();
    void readsTheAnalystsCardsInOrder();
    void atMostSoMany();
    void foundByItsArticles();
    void mergedStoriesAreNotLikeTheirOwn();
    void nothingToGoBy_data();
    void nothingToGoBy();

private:
    StoryId add(const QString& headline, const QString& stakes, const QString& analyst = u"Ada"_s)
    {
        const StoryId story = m_desk->add(plainDossier(headline));
        if (!stakes.isEmpty())
            need(
                m_desk->store().applyEdits({{story, StoryField::Score, u"stakes"_s, stakes, {}}}, {analyst}));
        return story;
    }
    QList<Comparable> alike(StoryId story, int most = 5, const QString& dimension = u"stakes"_s)
    {
        return m_desk->store().comparables(story, dimension, u"Ada"_s, most);
    }

    std::unique_ptr<StoreFixture> m_desk;
};

void ComparablesTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
}

void ComparablesTest::mostAlikeComeFirst()
{
    const StoryId far = add(u"Dockers plan a rally after strike"_s, u"3"_s);
    const StoryId near = add(u"Dockers end strike at northern ports"_s, u"7.5"_s);
    add(u"Quantum chips get cheaper"_s, u"9"_s);
    const StoryId mid = add(u"Dockers begin strike at harbour terminals"_s, u"X"_s);
    const StoryId story = add(u"Dockers end strike at southern ports"_s, u"6"_s);
    const QList<Comparable> found = alike(story);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found[0], (Comparable{near, u"Dockers end strike at northern ports"_s, Score::fromTenths(75),
                                   found[0].sortedAt}));
    QCOMPARE(found[0].sortedAt, need(m_desk->store().story(near)).addedAt);
    QCOMPARE(found[1].id, mid);
    QCOMPARE(found[1].value, Score::notApplicable());
    QCOMPARE(found[2].id, far);
}

void ComparablesTest::onlyWhatTheAnalystJudged_data()
{
    QTest::addColumn<QString>("stakes");
    QTest::addColumn<QString>("analyst");
    QTest::addColumn<QString>("dimension");
    QTest::addColumn<int>("found");
    QTest::newRow("judged") << u"7"_s << u"Ada"_s << u"stakes"_s << 1;
    QTest::newRow("not judged") << QString() << u"Ada"_s << u"stakes"_s << 0;
    QTest::newRow("another's") << u"7"_s << u"Bea"_s << u"stakes"_s << 0;
    QTest::newRow("another dimension") << u"7"_s << u"Ada"_s << u"novelty"_s << 0;
}

void ComparablesTest::onlyWhatTheAnalystJudged()
{
    QFETCH(const QString, stakes);
    QFETCH(const QString, analyst);
    QFETCH(const QString, dimension);
    QFETCH(const int, found);
    add(u"Dockers end strike at northern ports"_s, stakes, analyst);
    const StoryId story = add(u"Dockers end strike at southern ports"_s, {});
    QCOMPARE(alike(story, 5, dimension).size(), found);
}

// A busy desk has hundreds of stories of the same words between two that the analyst judged.
void ComparablesTest::foundInACrowd()
{
    const StoryId judged = add(u"Dockers end strike at northern ports"_s, u"7"_s);
    QList<Dossier> crowd;
    for (int i = 0; i < 1000; ++i)
        crowd.append(plainDossier(u"Dockers strike at ports, day %1"_s.arg(i)));
    need(m_desk->store().addStories(crowd, {u"Bea"_s}));
    const StoryId story = add(u"Dockers end strike at southern ports"_s, {});
    QCOMPARE(alike(story).size(), 1);
    QCOMPARE(alike(story).first().id, judged);
}

void ComparablesTest::readsTheAnalystsCardsInOrder()
{
    const auto connection = need(Connection::open(m_desk->path(), {.readOnly = true}));
    Statement plan(*connection, u"EXPLAIN QUERY PLAN "_s + comparablesSql(), u"stakes"_s, 1, 1, 5);
    QStringList lines;
    while (plan.next())
        lines.append(plan.text(3));
    QVERIFY2(lines.value(0).contains(u"card_by_analyst"_s), qPrintable(lines.join(u'\n')));
    QVERIFY2(lines.filter(u"SCAN"_s).isEmpty(), qPrintable(lines.join(u'\n')));
    QVERIFY2(lines.filter(u"TEMP B-TREE"_s).isEmpty(), qPrintable(lines.join(u'\n')));
}

void ComparablesTest::atMostSoMany()
{
    QList<StoryId> ids;
    for (int i = 0; i < 8; ++i)
        ids.append(add(u"Dockers end strike number %1"_s.arg(i), u"5"_s));
    const StoryId story = add(u"Dockers end strike for good"_s, {});
    QCOMPARE(alike(story).size(), 5);
    QCOMPARE(alike(story).first().id, ids.last()); // of those equally alike the newest
    QVERIFY(alike(story, 0).isEmpty());
}

void ComparablesTest::foundByItsArticles()
{
    Arrival arrival;
    arrival.article.guid = u"1"_s;
    arrival.article.title = u"Dockers end strike at northern ports"_s;
    arrival.article.text = u"Work began again."_s;
    arrival.article.publishedAt = m_desk->now;
    need(m_desk->store().intake().addArticles({}, {arrival}));
    const auto came = m_desk->store().storyWithHeadline(arrival.article.title);
    QVERIFY(came);
    m_desk->edit(*came, StoryField::Score, u"4"_s, u"stakes"_s);
    const StoryId story = add(u"Dockers end strike at southern ports"_s, {});
    QCOMPARE(alike(story).size(), 1);
    QCOMPARE(alike(story).first().id, *came);
}

void ComparablesTest::mergedStoriesAreNotLikeTheirOwn()
{
    const StoryId other = add(u"Dockers end strike at northern ports"_s, u"7"_s);
    const StoryId story = add(u"Dockers end strike at southern ports"_s, {});
    m_desk->edit(other, StoryField::State, u"spiked|incoming|dull"_s);
    QCOMPARE(alike(story).size(), 1); // what was spiked was judged all the same
    need(
        m_desk->store().grouping().regroup({{GroupingAct::Kind::Redirect, {}, other, story}}, {u"Ada"_s, 0}));
    QVERIFY(alike(story).isEmpty());
}

void ComparablesTest::nothingToGoBy_data()
{
    QTest::addColumn<QString>("headline");
    QTest::newRow("no headline") << QString();
    QTest::newRow("short words") << u"It is on"_s;
    QTest::newRow("marks alone") << u"?! — …"_s;
    QTest::newRow("search syntax") << u"NEAR( \"AND\" OR * ^ :"_s;
    QTest::newRow("of its own words alone") << u"Quantum chips"_s;
}

void ComparablesTest::nothingToGoBy()
{
    QFETCH(const QString, headline);
    add(u"Dockers end strike at northern ports"_s, u"7"_s);
    const StoryId story = add(headline, u"6"_s);
    QVERIFY(alike(story).isEmpty());
    QVERIFY(alike(StoryId(4711)).isEmpty());
}

QTEST_GUILESS_MAIN(ComparablesTest)
#include "tst_comparables.moc"
