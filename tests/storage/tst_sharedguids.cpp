// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Whose an article is where guids and links do not tell: shared ones, and those of feeds that were removed.
class SharedGuidsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sharedGuidsKeepItemsApart_data();
    void sharedGuidsKeepItemsApart();
    void removedFeedsGiveNothingAway();
    void addedAgainHasItsArticlesBack();
    void subscribingIsRedoneWithAllThatCame();

private:
    Arrived arrive(const Arrival& arrival)
    {
        return need(intake().addArticles(m_feed, {arrival})).all.first();
    }
    IntakeStore& intake() { return m_desk->store().intake(); }
    FeedStore& feeds() { return m_desk->store().feeds(); }
    FeedId feed(const QString& url);
    Article only(StoryId story) { return need(m_desk->store().dossier(story)).articles.first(); }

    std::unique_ptr<StoreFixture> m_desk;
    FeedId m_feed{};
};

static Arrival arrival(const QString& guid, const QString& title, const QString& link = {},
                       const QString& text = u"Words."_s)
{
    Arrival made;
    made.article.guid = guid;
    made.article.title = title;
    made.article.link = link;
    made.article.text = text;
    made.article.publishedAt = QDateTime::fromString(u"2026-04-20T08:00:00Z"_s, Qt::ISODate);
    return made;
}

void SharedGuidsTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
    m_feed = feed(u"https://example.com/feed"_s);
}

FeedId SharedGuidsTest::feed(const QString& url)
{
    DeskFeed made;
    made.url = url;
    return need(feeds().save(made));
}

void SharedGuidsTest::sharedGuidsKeepItemsApart_data()
{
    QTest::addColumn<QString>("guid");
    QTest::addColumn<QString>("link");
    QTest::newRow("one guid, no links") << u"same"_s << u""_s;
    QTest::newRow("one link and no guids") << u"https://example.com/log"_s << u"https://example.com/log"_s;
    QTest::newRow("one guid and one link") << u"same"_s << u"https://example.com/log"_s;
}

// As the intake does it: what the desk holds in this form is left out, and named beside the rest.
void SharedGuidsTest::sharedGuidsKeepItemsApart()
{
    QFETCH(QString, guid);
    QFETCH(QString, link);
    const auto minute = [](int i) { return QDateTime(QDate(2026, 4, 20), QTime(8, i), Qt::UTC); };
    QList<Arrival> items;
    for (int i = 0; i < 3; ++i) {
        items.append(arrival(guid, u"Release %1"_s.arg(i), link, u"Words %1."_s.arg(i)));
        items.last().article.publishedAt = minute(i);
    }
    QCOMPARE(need(intake().newOnes(m_feed, items)), (QList<bool>{true, true, true}));
    const ArrivalReceipt first = need(intake().addArticles(m_feed, items));
    QCOMPARE(first.added, 3);
    QCOMPARE(need(intake().addArticles(m_feed, items)).unchanged, 3);
    const QList<ArticleId> held = {first.all.at(0).article, first.all.at(2).article};

    Arrival edited = arrival(guid, u"Release 1"_s, link, u"Better words."_s);
    edited.article.publishedAt = minute(1);
    edited.beside = held;
    Arrival fresh = arrival(guid, u"Release 3"_s, link, u"Words 3."_s);
    fresh.article.publishedAt = minute(3);
    fresh.beside = held;
    QCOMPARE(need(intake().newOnes(m_feed, {edited, fresh})), (QList<bool>{false, true}));
    const ArrivalReceipt second = need(intake().addArticles(m_feed, {edited, fresh}));
    QCOMPARE(second.all.at(0).kind, Arrived::Kind::Updated);
    QCOMPARE(second.all.at(0).article, first.all.at(1).article);
    QCOMPARE(second.all.at(1).kind, Arrived::Kind::Added);
    Arrival renamed = arrival(guid, u"Release one"_s, link, u"Better words."_s);
    renamed.article.publishedAt = minute(1);
    renamed.beside = held;
    QCOMPARE(arrive(renamed).article, first.all.at(1).article); // its time tells
    // Two of one title are two, and stay two.
    Arrival twin = arrival(guid, u"Release 3"_s, link, u"Other words."_s);
    twin.article.publishedAt = minute(9);
    twin.beside = {second.all.at(1).article};
    QCOMPARE(arrive(twin).kind, Arrived::Kind::Added);
    QCOMPARE(need(intake().known(m_feed, {guid})).size(), 5);
    QVERIFY(need(intake().versions(first.all.at(0).article)).isEmpty());
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void SharedGuidsTest::removedFeedsGiveNothingAway()
{
    const Arrived old = arrive(arrival(u"1"_s, u"Release one"_s, u"https://example.com/log"_s, u"Words."_s));
    need(m_desk->store().feeds().remove({m_feed}));
    m_feed = feed(u"https://example.com/other"_s);
    // Another story under the page that the old one links to.
    QCOMPARE(arrive(arrival(u"2"_s, u"Release two"_s, u"https://example.com/log"_s)).kind,
             Arrived::Kind::Added);
    QCOMPARE(only(old.story).title, u"Release one"_s);
    const Arrived again = arrive(arrival(u"1"_s, u"Release one, mended"_s, u"https://example.com/log"_s));
    QCOMPARE(again.article, old.article); // by its guid
}

void SharedGuidsTest::addedAgainHasItsArticlesBack()
{
    const QList<Arrival> items = {arrival(u"1"_s, u"One"_s), arrival(u"2"_s, u"Two"_s)}; // without links
    need(intake().addArticles(m_feed, items));
    need(m_desk->store().feeds().remove({m_feed}));
    const FeedId other = feed(u"https://example.org/feed"_s);
    QCOMPARE(need(intake().addArticles(other, {items.first()})).added, 1); // another's "1"
    m_feed = feed(u"http://www.example.com/feed/"_s);
    QCOMPARE(need(intake().addArticles(m_feed, items)).unchanged, 2);
    QCOMPARE(m_desk->store().feeds().byId(m_feed)->waiting, 2);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void SharedGuidsTest::subscribingIsRedoneWithAllThatCame()
{
    Subscription wire;
    wire.url = u"https://wire.example/feed"_s;
    wire.outlet.name = u"Harbour Wire"_s;
    const SubscribeReceipt receipt = need(feeds().subscribe({wire}));
    need(intake().addArticles(receipt.added.first(), {arrival(u"1"_s, u"A headline"_s)}));
    FetchOutcome outcome;
    outcome.at = m_desk->now;
    outcome.nextAt = m_desk->now.addSecs(600);
    outcome.items = 1;
    need(feeds().recordFetch(receipt.added.first(), outcome));
    const DeskFeed asRead = *feeds().byId(receipt.added.first());
    const RemovedFeeds removed = need(feeds().unsubscribe(receipt));
    QVERIFY(!feeds().byId(asRead.id));
    const SubscribeReceipt again = need(feeds().resubscribe({wire}, removed));
    QCOMPARE(again.added, receipt.added);
    DeskFeed back = *feeds().byId(asRead.id);
    QVERIFY(back.outlet != OutletId{});
    back.outlet = asRead.outlet; // made anew, under another number
    QCOMPARE(back, asRead);
    QCOMPARE(back.waiting, 1);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
    need(feeds().unsubscribe(again));
    QCOMPARE(feeds().all().size(), 1);
}

QTEST_GUILESS_MAIN(SharedGuidsTest)
#include "tst_sharedguids.moc"
