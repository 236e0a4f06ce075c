// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/feeds/bureau.h"

#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Which feeds a refresh reads, and how it ends.
class RefreshCourseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pausedFeedsAreLeftOut();
    void onlyDueOnesWhenDue();
    void secretsComeFromTheKeychain();
    void secretsStayWhereTheyWereGiven();
    void shortRestsAreHeededToo();
    void aSilentKeychainHoldsNothingUp();
    void withoutAKeychainItSaysSo();
    void cancelStoresNothingHalf();
    void endsWhileReading();
    void aFailingPlacerTakesTheFeedBack();
    void tellsWhereThereIsNoDesk();
    void manyAtOnce_data();
    void manyAtOnce();
    void oneThatFailsSpoilsNoOther();
    void retryAfterIsHeededAlsoOnDemand();
    void onDemandDoesNotWaitForOurOwnBackOff();
    void aSparedFeedDoesNotEndTheRefresh();
    void aFeedRemovedMeanwhileLeavesTheOthers();
};

void RefreshCourseTest::pausedFeedsAreLeftOut()
{
    Bureau bureau;
    bureau.server.feed(u"/feed"_s, rssOf(u"Wire"_s, 1));
    const FeedId id = bureau.add(bureau.server.url(u"/feed"_s), [](DeskFeed& feed) { feed.paused = true; });
    bureau.refresh();
    QCOMPARE(bureau.summary.total, 0);
    bureau.ended = 0;
    bureau.service().refreshFeeds({id});
    QVERIFY(bureau.waitForEnd());
    QCOMPARE(bureau.summary.added, 1);
}

void RefreshCourseTest::onlyDueOnesWhenDue()
{
    Bureau bureau;
    bureau.addServed(u"/a"_s, rssOf(u"Wire"_s, 1));
    bureau.refresh();
    bureau.addServed(u"/b"_s, rssOf(u"Other"_s, 1));
    bureau.ended = 0;
    bureau.service().refreshDue();
    QVERIFY(bureau.waitForEnd());
    QCOMPARE(bureau.server.asked(u"/a"_s), 1);
    QCOMPARE(bureau.server.asked(u"/b"_s), 1);
    bureau.setNow(bureau.fixture.now.addDays(2));
    bureau.ended = 0;
    bureau.service().refreshDue();
    QVERIFY(bureau.waitForEnd());
    QCOMPARE(bureau.server.asked(u"/a"_s), 2);
}

void RefreshCourseTest::secretsComeFromTheKeychain()
{
    Bureau bureau;
    bureau.server.answerBy(u"/feed"_s, [](const ServerRequest& request) {
        ServerAnswer answer;
        answer.status = request.headers.contains("authorization") ? 200 : 401;
        answer.body = rssOf(u"Wire"_s, 1);
        return answer;
    });
    const FeedId id =
        bureau.add(bureau.server.url(u"/feed"_s), [](DeskFeed& feed) { feed.hasSecret = true; });
    bureau.service();
    FeedResult result = bureau.refresh();
    QCOMPARE(result.failure, FetchFailure::Refused); // the keychain has none
    QCOMPARE(bureau.server.requests().size(), 0);
    bureau.secrets->kept.insert(bureau.feed(id).uuid, {u"ada"_s, u"pass"_s, {}});
    result = bureau.refresh();
    QCOMPARE(result.kind, FeedResult::Kind::Read);
}

// A kept redirect to another server would hand it the secret at the next read.
void RefreshCourseTest::secretsStayWhereTheyWereGiven()
{
    Bureau bureau;
    FeedServer stranger;
    stranger.feed(u"/feed"_s, rssOf(u"Wire"_s, 1));
    bureau.server.redirect(u"/feed"_s, 301, stranger.url(u"/feed"_s));
    const FeedId id =
        bureau.add(bureau.server.url(u"/feed"_s), [](DeskFeed& feed) { feed.hasSecret = true; });
    bureau.service();
    bureau.secrets->kept.insert(bureau.feed(id).uuid, {u"ada"_s, u"pass"_s, {}});
    const FeedResult first = bureau.refresh();
    QCOMPARE(first.kind, FeedResult::Kind::Read);
    QVERIFY(first.movedTo.isEmpty());
    QVERIFY(bureau.feed(id).record.notes.join(u' ').contains(stranger.url(u"/feed"_s)));
    bureau.refresh();
    QCOMPARE(bureau.feed(id).url, bureau.server.url(u"/feed"_s));
    QCOMPARE(stranger.asked(u"/feed"_s), 2);
    for (const ServerRequest& request : stranger.requests())
        QVERIFY(!request.headers.contains("authorization"));
    // Nor does a page lead it there.
    ServerAnswer page;
    page.body = "<html><head><link rel=alternate type='application/rss+xml' href='" +
                stranger.url(u"/feed"_s).toLatin1() + "'></head></html>";
    bureau.server.answer(u"/page"_s, page);
    bureau.add(bureau.server.url(u"/page"_s), [](DeskFeed& feed) {
        feed.hasSecret = true;
        feed.paused = false;
    });
    for (const DeskFeed& feed : bureau.fixture.store().feeds().all())
        bureau.secrets->kept.insert(feed.uuid, {u"ada"_s, u"pass"_s, {}});
    bureau.refresh();
    QCOMPARE(bureau.summary.failed, 1);
    QCOMPARE(stranger.asked(u"/feed"_s), 3); // the first feed's alone
}

void RefreshCourseTest::shortRestsAreHeededToo()
{
    Bureau bureau;
    ServerAnswer busy;
    busy.status = 429;
    busy.headers = {{"Retry-After", "120"}}; // our own wait after a failure is longer
    bureau.server.answer(u"/feed"_s, busy);
    bureau.add(bureau.server.url(u"/feed"_s));
    bureau.refresh();
    bureau.dropService(); // and with it what the fetcher remembers
    bureau.setNow(bureau.fixture.now.addSecs(119));
    QCOMPARE(bureau.refresh().kind, FeedResult::Kind::Spared);
    QCOMPARE(bureau.server.requests().size(), 1);
    bureau.setNow(bureau.fixture.now.addSecs(1));
    bureau.refresh();
    QCOMPARE(bureau.server.requests().size(), 2);
}

void RefreshCourseTest::aSilentKeychainHoldsNothingUp()
{
    Bureau bureau;
    bureau.setup.keychainWithin = 100;
    bureau.add(bureau.server.url(u"/closed"_s), [](DeskFeed& feed) { feed.hasSecret = true; });
    bureau.service();
    bureau.secrets->isSilent = true;
    const FeedResult result = bureau.refresh();
    QCOMPARE(result.kind, FeedResult::Kind::Failed);
    QVERIFY(result.reason.contains(u"keychain"_s));
}

void RefreshCourseTest::withoutAKeychainItSaysSo()
{
    Bureau bureau;
    bureau.addServed(u"/open"_s, rssOf(u"Wire"_s, 1));
    bureau.add(bureau.server.url(u"/closed"_s), [](DeskFeed& feed) { feed.hasSecret = true; });
    bureau.service();
    bureau.secrets->failure = u"This machine has no keychain."_s;
    bureau.refresh();
    QCOMPARE(bureau.summary.read, 1);
    QCOMPARE(bureau.summary.failed, 1);
    for (const FeedResult& result : std::as_const(bureau.results))
        if (result.kind == FeedResult::Kind::Failed)
            QCOMPARE(result.reason, u"This machine has no keychain."_s);
}

void RefreshCourseTest::cancelStoresNothingHalf()
{
    Bureau bureau;
    ServerAnswer never;
    never.neverAnswers = true;
    bureau.server.answer(u"/never"_s, never);
    bureau.add(bureau.server.url(u"/never"_s));
    const FeedId read = bureau.addServed(u"/feed"_s, rssOf(u"Wire"_s, 5));
    bureau.service().refreshAll();
    QTRY_COMPARE(bureau.results.size(), 1);
    bureau.service().cancel();
    QVERIFY(bureau.waitForEnd());
    QVERIFY(bureau.summary.wasCancelled);
    QCOMPARE(bureau.summary.cancelled, 1);
    QCOMPARE(bureau.summary.read, 1);
    QCOMPARE(bureau.stories(), 5);
    QCOMPARE(bureau.feed(read).record.items, 5);
    bureau.ended = 0;
    bureau.service().cancel(); // of nothing is nothing
    bureau.server.feed(u"/never"_s, rssOf(u"Late"_s, 1));
    bureau.refresh();
    QVERIFY(!bureau.summary.wasCancelled);
    QCOMPARE(bureau.summary.read, 1);
}

void RefreshCourseTest::endsWhileReading()
{
    Bureau bureau;
    for (int i = 0; i < 40; ++i)
        bureau.addServed(u"/%1"_s.arg(i), rssOf(u"Wire%1"_s.arg(i), 30));
    bureau.service().refreshAll();
    QTRY_VERIFY(!bureau.results.isEmpty());
    bureau.dropService();
    // Whatever is there is there as a whole: a feed's record never without its articles, nor they without it.
    int articles = 0;
    for (const DeskFeed& feed : bureau.fixture.store().feeds().all()) {
        QCOMPARE(feed.waiting, feed.record.goodAt.isValid() ? 30 : 0);
        articles += feed.waiting;
    }
    QCOMPARE(bureau.stories(), articles);
    QVERIFY(need(bureau.fixture.store().verify()).isEmpty());
}

void RefreshCourseTest::aFailingPlacerTakesTheFeedBack()
{
    class Failing : public Placer {
    public:
        Result<void> place(Store&, FeedId, QList<Arrival>&) override { return fail(u"Out of ideas."_s); }
    };
    Bureau bureau;
    bureau.setup.makePlacer = [] { return std::make_unique<Failing>(); };
    const FeedId id = bureau.addServed(u"/feed"_s, rssOf(u"Wire"_s, 3));
    bureau.refresh();
    QCOMPARE(bureau.error.message, u"Out of ideas."_s);
    QCOMPARE(bureau.stories(), 0);
    QVERIFY(!bureau.feed(id).record.triedAt.isValid());
    QVERIFY(bureau.feed(id).validators == FeedValidators());
}

void RefreshCourseTest::tellsWhereThereIsNoDesk()
{
    Bureau bureau;
    bureau.setup.deskPath = u"/proc/none/desk.sqlite"_s;
    bureau.refresh();
    QCOMPARE(bureau.ended, 1);
    QVERIFY(!bureau.error.message.isEmpty());
    QVERIFY(!bureau.service().isRunning());
}

void RefreshCourseTest::manyAtOnce_data()
{
    QTest::addColumn<int>("feedsAtOnce");
    QTest::newRow("a feed a transaction") << 1;
    QTest::newRow("some a transaction") << 16;
}

void RefreshCourseTest::manyAtOnce()
{
    QFETCH(const int, feedsAtOnce);
    Bureau bureau;
    bureau.setup.feedsAtOnce = feedsAtOnce;
    for (int i = 0; i < 60; ++i)
        bureau.addServed(u"/%1"_s.arg(i), rssOf(u"Wire%1"_s.arg(i), 20));
    for (int i = 0; i < 10; ++i)
        bureau.add(bureau.server.url(u"/missing%1"_s.arg(i)));
    bureau.refresh();
    QCOMPARE(bureau.summary.total, 70);
    QCOMPARE(bureau.summary.read, 60);
    QCOMPARE(bureau.summary.failed, 10);
    QCOMPARE(bureau.summary.added, 1200);
    QCOMPARE(bureau.stories(), 1200);
    QCOMPARE(bureau.results.size(), 70);
    QVERIFY(need(bureau.fixture.store().verify()).isEmpty());
}

void RefreshCourseTest::oneThatFailsSpoilsNoOther()
{
    class Picky : public LinkPlacer {
    public:
        Result<void> place(Store& store, FeedId feed, QList<Arrival>& arrivals) override
        {
            if (arrivals.first().article.title.startsWith("Bad"_L1))
                return fail(u"Not this one."_s);
            return LinkPlacer::place(store, feed, arrivals);
        }
    };
    Bureau bureau;
    bureau.setup.feedsAtOnce = 16;
    bureau.setup.makePlacer = [] { return std::make_unique<Picky>(); };
    for (int i = 0; i < 20; ++i)
        bureau.addServed(u"/%1"_s.arg(i), rssOf(i == 7 ? u"Bad"_s : u"Wire%1"_s.arg(i), 5));
    bureau.refresh();
    QCOMPARE(bureau.error.message, u"Not this one."_s);
    QCOMPARE(bureau.results.size(), 20);
    QCOMPARE(bureau.stories(), 95);
    for (const FeedResult& result : std::as_const(bureau.results))
        QCOMPARE(result.added, result.kind == FeedResult::Kind::Read ? 5 : 0);
    QVERIFY(need(bureau.fixture.store().verify()).isEmpty());
}

void RefreshCourseTest::retryAfterIsHeededAlsoOnDemand()
{
    Bureau bureau;
    ServerAnswer busy;
    busy.status = 503;
    busy.headers = {{"Retry-After", "7200"}};
    bureau.server.answer(u"/feed"_s, busy);
    const FeedId id = bureau.add(bureau.server.url(u"/feed"_s));
    bureau.refresh();
    QCOMPARE(bureau.feed(id).record.nextAt, bureau.fixture.now.addSecs(7200));
    bureau.setNow(bureau.fixture.now.addSecs(7199));
    const FeedResult result = bureau.refresh();
    QCOMPARE(result.kind, FeedResult::Kind::Spared);
    QCOMPARE(bureau.server.requests().size(), 1);
    bureau.setNow(bureau.fixture.now.addSecs(1));
    bureau.refresh();
    QCOMPARE(bureau.server.requests().size(), 2);
}

void RefreshCourseTest::onDemandDoesNotWaitForOurOwnBackOff()
{
    Bureau bureau;
    ServerAnswer down;
    down.status = 503;
    bureau.server.answer(u"/feed"_s, down);
    bureau.add(bureau.server.url(u"/feed"_s));
    bureau.refresh();
    bureau.server.feed(u"/feed"_s, rssOf(u"Wire"_s, 1));
    bureau.setNow(bureau.fixture.now.addSecs(5));
    QCOMPARE(bureau.refresh().kind, FeedResult::Kind::Read);
}

void RefreshCourseTest::aSparedFeedDoesNotEndTheRefresh()
{
    Bureau bureau;
    ServerAnswer busy;
    busy.status = 503;
    busy.headers = {{"Retry-After", "7200"}};
    bureau.server.answer(u"/a"_s, busy);
    bureau.add(bureau.server.url(u"/a"_s));
    bureau.refresh();
    bureau.dropService(); // and with it what the fetcher remembers
    bureau.setNow(bureau.fixture.now.addSecs(60));
    bureau.addServed(u"/b"_s, rssOf(u"Wire"_s, 3)); // looked at after the one that is spared
    bureau.refresh();
    QCOMPARE(bureau.summary.spared, 1);
    QCOMPARE(bureau.summary.read, 1);
    QCOMPARE(bureau.stories(), 3);
    QVERIFY(!bureau.service().isRunning());
}

void RefreshCourseTest::aFeedRemovedMeanwhileLeavesTheOthers()
{
    Bureau bureau;
    FeedId gone{};
    bureau.server.answerBy(u"/gone"_s, [&bureau, &gone](const ServerRequest&) {
        [[maybe_unused]] const auto removed = bureau.fixture.store().feeds().remove({gone});
        ServerAnswer answer;
        answer.status = 404;
        return answer;
    });
    gone = bureau.add(bureau.server.url(u"/gone"_s));
    const FeedId missing = bureau.add(bureau.server.url(u"/missing"_s));
    bureau.refresh();
    QVERIFY2(bureau.error.message.isEmpty(), qPrintable(bureau.error.message));
    QCOMPARE(bureau.summary.failed, 2);
    QCOMPARE(bureau.feed(missing).record.failures, 1);
    QVERIFY(!bureau.fixture.store().feeds().byId(gone));
}

QTEST_GUILESS_MAIN(RefreshCourseTest)
#include "tst_refreshcourse.moc"
