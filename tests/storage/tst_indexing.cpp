// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// What comes in together is put into the search index together, and is found there whatever became of it on
/// the way.
class IndexingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void foundOnceDone();
    void aSecondVersionOnTheWay();
    void foldedOnTheWay();
    void takenBack();
    void earlierArticlesStay();

private:
    IntakeStore& intake() { return m_desk->store().intake(); }
    FeedId feed(const QString& url);
    int found(const QString& words);
    Result<void> together(const std::function<Result<void>()>& work)
    {
        return m_desk->store().transact([&] { return intake().indexTogether(work); });
    }

    std::unique_ptr<StoreFixture> m_desk;
    FeedId m_feed{};
    FeedId m_other{};
};

static Arrival arrival(const QString& guid, const QString& title, const QString& text)
{
    Arrival made;
    made.article.guid = guid;
    made.article.title = title;
    made.article.text = text;
    made.article.publishedAt = QDateTime::fromString(u"2026-04-20T08:00:00Z"_s, Qt::ISODate);
    return made;
}

void IndexingTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
    m_feed = feed(u"https://example.com/feed"_s);
    m_other = feed(u"https://example.org/feed"_s);
}

FeedId IndexingTest::feed(const QString& url)
{
    DeskFeed made;
    made.url = url;
    return need(m_desk->store().feeds().save(made));
}

int IndexingTest::found(const QString& words)
{
    QueueView view;
    view.kind = QueueView::Kind::All;
    view.search = words;
    return int(need(m_desk->store().queuePage(view, {}, 100)).ids.size());
}

void IndexingTest::foundOnceDone()
{
    int within = -1;
    QVERIFY(together([&]() -> Result<void> {
        if (auto first = intake().addArticles(m_feed, {arrival(u"1"_s, u"Zinc"_s, u"mill"_s)}); !first)
            return tl::unexpected(first.error());
        auto second = intake().addArticles(m_other, {arrival(u"1"_s, u"Copper"_s, u"mill"_s)});
        within = found(u"mill"_s);
        return second.map([](const ArrivalReceipt&) {});
    }));
    QCOMPARE(within, 0);
    QCOMPARE(found(u"mill"_s), 2);
    QCOMPARE(found(u"copper"_s), 1);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void IndexingTest::aSecondVersionOnTheWay()
{
    QVERIFY(together([&]() -> Result<void> {
        if (auto first = intake().addArticles(m_feed, {arrival(u"1"_s, u"Zinc"_s, u"old"_s)}); !first)
            return tl::unexpected(first.error());
        return intake()
            .addArticles(m_feed, {arrival(u"1"_s, u"Zinc"_s, u"corrected"_s)})
            .map([](const ArrivalReceipt&) {});
    }));
    QCOMPARE(found(u"old"_s), 0);
    QCOMPARE(found(u"corrected"_s), 1);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void IndexingTest::foldedOnTheWay()
{
    QVERIFY(together([&]() -> Result<void> {
        const auto first = intake().addArticles(m_feed, {arrival(u"1"_s, u"Zinc"_s, u"mill"_s)});
        if (!first)
            return tl::unexpected(first.error());
        Arrival joining = arrival(u"1"_s, u"Copper"_s, u"smelter"_s);
        joining.folded = {first->opened.first()};
        return intake().addArticles(m_other, {joining}).map([](const ArrivalReceipt&) {});
    }));
    QCOMPARE(found(u"mill"_s), 1);
    QCOMPARE(found(u"smelter"_s), 1);
    QCOMPARE(m_desk->store().counts().all, 1);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void IndexingTest::takenBack()
{
    QVERIFY(!together([&]() -> Result<void> {
        if (auto first = intake().addArticles(m_feed, {arrival(u"1"_s, u"Zinc"_s, u"mill"_s)}); !first)
            return tl::unexpected(first.error());
        return fail(u"No."_s);
    }));
    QCOMPARE(found(u"mill"_s), 0);
    // Nothing is held back after that.
    QVERIFY(intake().addArticles(m_feed, {arrival(u"2"_s, u"Copper"_s, u"mill"_s)}));
    QCOMPARE(found(u"mill"_s), 1);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void IndexingTest::earlierArticlesStay()
{
    QVERIFY(intake().addArticles(m_feed, {arrival(u"1"_s, u"Zinc"_s, u"old"_s)}));
    QVERIFY(together([&]() -> Result<void> {
        return intake()
            .addArticles(m_feed,
                         {arrival(u"1"_s, u"Zinc"_s, u"corrected"_s), arrival(u"2"_s, u"Tin"_s, u"old"_s)})
            .map([](const ArrivalReceipt&) {});
    }));
    QCOMPARE(found(u"corrected"_s), 1);
    QCOMPARE(found(u"old"_s), 1);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

QTEST_MAIN(IndexingTest)
#include "tst_indexing.moc"
