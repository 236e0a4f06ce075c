// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/retention.h"
#include "storage/feeds/intakestore.h"
#include "tests/support/feeds/bureau.h"

#include <QSet>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

class RefreshTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void storesWhatAFeedBrings();
    void findsAndListsWhatCame();
    void unchangedFeedsAreNotReadAgain_data();
    void unchangedFeedsAreNotReadAgain();
    void changedArticlesKeepTheirOldVersion();
    void oneLinkOfTwoFeedsIsOneStory();
    void itemsThatShareAPageStayApart();
    void failuresAreRecorded_data();
    void failuresAreRecorded();
    void failuresAddUpAndEnd();
    void goneForGoodPauses();
    void movedFeedsKeepTheirNewAddress();
    void aDetourToNothingDoesNotPause();
    void aPortalKeepsNoFeed();
    void aSiteLeadsToItsFeed();
    void aFeedThatWasGoodIsNotGivenUpForAPage();
    void aWrongCharsetIsSeenThrough();
    void whatBreaksOffLosesItsLastItem();
    void rhythmAndCachingDecideTheNextRead();
    void whatWasRemovedUntouchedIsNoNews();
};

namespace {

QByteArray rssWith(const QByteArray& items)
{
    return "<rss version='2.0'><channel><title>Wire</title><link>https://wire.example/</link>" + items +
           "</channel></rss>";
}

QByteArray item(const QByteArray& guid, const QByteArray& title, const QByteArray& link)
{
    return "<item><guid isPermaLink='false'>" + guid + "</guid><title>" + title + "</title><link>" + link +
           "</link><description>Words about it.</description></item>";
}

} // namespace

void RefreshTest::storesWhatAFeedBrings()
{
    Bureau bureau;
    const FeedId id = bureau.addServed(u"/feed"_s, rssOf(u"Wire"_s, 5));
    const FeedResult result = bureau.refresh();
    QCOMPARE(result.kind, FeedResult::Kind::Read);
    QCOMPARE(result.added, 5);
    QCOMPARE(result.stories, 5);
    QCOMPARE(QSet<StoryId>(result.opened.begin(), result.opened.end()).size(), 5);
    QCOMPARE(result.items, 5);
    QCOMPARE(bureau.summary.added, 5);
    QCOMPARE(bureau.stories(), 5);
    const DeskFeed feed = bureau.feed(id);
    QCOMPARE(feed.ownTitle, u"Wire"_s);
    QCOMPARE(feed.site, u"https://wire.example/"_s);
    QCOMPARE(feed.record.goodAt, bureau.fixture.now);
    QCOMPARE(feed.record.items, 5);
    QCOMPARE(feed.record.failures, 0);
    QVERIFY(feed.record.nextAt > bureau.fixture.now);
    QCOMPARE(feed.lastWeek, 5);
    QCOMPARE(feed.waiting, 5);
}

void RefreshTest::findsAndListsWhatCame()
{
    Bureau bureau;
    bureau.addServed(u"/feed"_s, rssOf(u"Wire"_s, 5));
    bureau.refresh();
    QueueView view;
    view.search = u"number 3"_s;
    QCOMPARE(need(bureau.fixture.store().queuePage(view, {}, 10)).ids.size(), 1);
    view.search.clear();
    const auto rows =
        need(bureau.fixture.store().queueRows(need(bureau.fixture.store().queuePage(view, {}, 10)).ids));
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows.first().headline, u"Wire story 5"_s);
    QCOMPARE(rows.first().outlets, 1);
}

void RefreshTest::unchangedFeedsAreNotReadAgain_data()
{
    QTest::addColumn<bool>("withEtag");
    QTest::newRow("the server says so") << true;
    QTest::newRow("the bytes are the same") << false;
}

void RefreshTest::unchangedFeedsAreNotReadAgain()
{
    QFETCH(bool, withEtag);
    Bureau bureau;
    bureau.server.answerBy(u"/feed"_s, [withEtag](const ServerRequest& request) {
        ServerAnswer answer;
        answer.body = rssOf(u"Wire"_s, 5);
        if (withEtag)
            answer.headers = {{"ETag", "\"v1\""}};
        if (withEtag && request.headers.value("if-none-match") == "\"v1\"") {
            answer.status = 304;
            answer.body.clear();
        }
        return answer;
    });
    const FeedId id = bureau.add(bureau.server.url(u"/feed"_s));
    bureau.refresh();
    bureau.setNow(bureau.fixture.now.addSecs(3600));
    const FeedResult result = bureau.refresh();
    QCOMPARE(result.kind, FeedResult::Kind::Unchanged);
    QCOMPARE(result.status, withEtag ? 304 : 200);
    QCOMPARE(bureau.summary.unchanged, 1);
    QCOMPARE(bureau.stories(), 5);
    QCOMPARE(bureau.feed(id).record.goodAt, bureau.fixture.now);
    QCOMPARE(bureau.feed(id).record.items, 5);
}

void RefreshTest::changedArticlesKeepTheirOldVersion()
{
    Bureau bureau;
    bureau.addServed(u"/feed"_s, rssWith(item("1", "First words", "https://wire.example/1")));
    bureau.refresh();
    bureau.server.feed(u"/feed"_s, rssWith(item("1", "Better words", "https://wire.example/1") +
                                           item("2", "Another", "https://wire.example/2")));
    const FeedResult result = bureau.refresh();
    QCOMPARE(result.added, 1);
    QCOMPARE(result.updated, 1);
    QCOMPARE(bureau.stories(), 2);
    const auto known = need(bureau.fixture.store().intake().known(result.feed, {u"1"_s}));
    QCOMPARE(known.size(), 1);
    const auto versions = need(bureau.fixture.store().intake().versions(known.first().id));
    QCOMPARE(versions.size(), 1);
    QCOMPARE(versions.first().title, u"First words"_s);
}

void RefreshTest::oneLinkOfTwoFeedsIsOneStory()
{
    Bureau bureau;
    bureau.addServed(u"/a"_s, rssWith(item("a1", "A headline", "https://wire.example/story?utm_source=a")));
    bureau.refresh();
    bureau.addServed(u"/b"_s,
                     rssWith(item("b1", "The same under another", "http://www.wire.example/story/")));
    bureau.refresh();
    QCOMPARE(bureau.stories(), 1);
    const auto page = need(bureau.fixture.store().queuePage({}, {}, 10));
    QCOMPARE(need(bureau.fixture.store().dossier(page.ids.first())).articles.size(), 2);
}

void RefreshTest::itemsThatShareAPageStayApart()
{
    Bureau bureau;
    bureau.addServed(u"/a"_s, rssWith(item("1", "One", "https://wire.example/live") +
                                      item("2", "Two", "https://wire.example/live")));
    bureau.refresh();
    QCOMPARE(bureau.stories(), 2);
    bureau.server.feed(u"/a"_s, rssWith(item("3", "Three", "https://wire.example/live")));
    bureau.addServed(u"/b"_s, rssWith(item("4", "Four", "https://wire.example/")));
    bureau.addServed(u"/c"_s, rssWith(item("5", "Five", "https://wire.example/")));
    bureau.refresh();
    QCOMPARE(bureau.stories(), 5);
}

void RefreshTest::failuresAreRecorded_data()
{
    QTest::addColumn<ServerAnswer>("answer");
    QTest::addColumn<FetchFailure>("failure");
    ServerAnswer missing;
    missing.status = 404;
    QTest::newRow("404") << missing << FetchFailure::Status;
    ServerAnswer fault;
    fault.status = 500;
    QTest::newRow("500") << fault << FetchFailure::Status;
    QTest::newRow("empty") << ServerAnswer() << FetchFailure::NotAFeed;
    ServerAnswer blank;
    blank.body = " \n\t ";
    QTest::newRow("blank") << blank << FetchFailure::NotAFeed;
    ServerAnswer page;
    page.body = "<!doctype html><html><head><title>Sign in</title></head></html>";
    QTest::newRow("a page without feeds") << page << FetchFailure::NotAFeed;
    ServerAnswer noise;
    noise.body = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452");
    QTest::newRow("a picture") << noise << FetchFailure::NotAFeed;
    ServerAnswer truncated;
    truncated.body = rssOf(u"Wire"_s, 5);
    truncated.breaksOffAfter = 400;
    QTest::newRow("breaks off") << truncated << FetchFailure::Damaged;
}

void RefreshTest::failuresAreRecorded()
{
    QFETCH(ServerAnswer, answer);
    QFETCH(FetchFailure, failure);
    Bureau bureau;
    bureau.server.answer(u"/feed"_s, answer);
    const FeedId id = bureau.add(bureau.server.url(u"/feed"_s));
    const FeedResult result = bureau.refresh();
    QCOMPARE(result.kind, FeedResult::Kind::Failed);
    QCOMPARE(result.failure, failure);
    QVERIFY(!result.reason.isEmpty());
    QCOMPARE(bureau.stories(), 0);
    const DeskFeed feed = bureau.feed(id);
    QCOMPARE(feed.record.failure, failure);
    QCOMPARE(feed.record.reason, result.reason);
    QCOMPARE(feed.record.failures, 1);
    QCOMPARE(feed.record.nextAt, bureau.fixture.now.addSecs(600));
    QVERIFY(!feed.record.goodAt.isValid());
    QCOMPARE(healthOf(feed, bureau.fixture.now), FeedHealth::Failing);
    QVERIFY(!feed.paused);
}

void RefreshTest::failuresAddUpAndEnd()
{
    Bureau bureau;
    const FeedId id = bureau.add(bureau.server.url(u"/feed"_s));
    bureau.refresh();
    bureau.refresh();
    QCOMPARE(bureau.feed(id).record.failures, 2);
    QCOMPARE(bureau.feed(id).record.nextAt, bureau.fixture.now.addSecs(1200));
    bureau.server.feed(u"/feed"_s, rssOf(u"Wire"_s, 1));
    bureau.refresh();
    QCOMPARE(bureau.feed(id).record.failures, 0);
    QCOMPARE(bureau.feed(id).record.failure, FetchFailure::None);
    QVERIFY(!bureau.feed(id).record.failingSince.isValid());
}

void RefreshTest::goneForGoodPauses()
{
    Bureau bureau;
    ServerAnswer gone;
    gone.status = 410;
    bureau.server.answer(u"/feed"_s, gone);
    const FeedId id = bureau.add(bureau.server.url(u"/feed"_s));
    QVERIFY(bureau.refresh().paused);
    QVERIFY(bureau.feed(id).paused);
    QVERIFY(bureau.feed(id).pauseReason.contains(u"410"_s));
    bureau.refresh();
    QCOMPARE(bureau.server.asked(u"/feed"_s), 1);
}

void RefreshTest::movedFeedsKeepTheirNewAddress()
{
    Bureau bureau;
    bureau.server.feed(u"/new"_s, rssOf(u"Wire"_s, 1));
    bureau.server.redirect(u"/old"_s, 301, u"/new"_s);
    bureau.server.redirect(u"/elsewhere"_s, 302, u"/new"_s);
    bureau.server.redirect(u"/lost"_s, 301, u"/nothing"_s);
    const FeedId moved = bureau.add(bureau.server.url(u"/old"_s));
    const FeedId lost = bureau.add(bureau.server.url(u"/lost"_s));
    bureau.refresh();
    QCOMPARE(bureau.feed(moved).url, bureau.server.url(u"/new"_s));
    QCOMPARE(bureau.feed(lost).url, bureau.server.url(u"/lost"_s)); // nothing is there
    const FeedId second = bureau.add(bureau.server.url(u"/elsewhere"_s));
    bureau.refresh();
    QCOMPARE(bureau.feed(second).url, bureau.server.url(u"/elsewhere"_s));
}

void RefreshTest::aDetourToNothingDoesNotPause()
{
    Bureau bureau;
    ServerAnswer gone;
    gone.status = 410;
    bureau.server.answer(u"/gone"_s, gone);
    bureau.server.redirect(u"/feed"_s, 302, u"/gone"_s);
    const FeedId id = bureau.add(bureau.server.url(u"/feed"_s));
    QVERIFY(!bureau.refresh().paused);
    QVERIFY(!bureau.feed(id).paused);
    ServerAnswer unchanged; // which nobody asked about
    unchanged.status = 304;
    bureau.server.answer(u"/feed"_s, unchanged);
    QCOMPARE(bureau.refresh().failure, FetchFailure::Damaged);
    QCOMPARE(healthOf(bureau.feed(id), bureau.fixture.now), FeedHealth::Failing);
}

void RefreshTest::aPortalKeepsNoFeed()
{
    Bureau bureau;
    FeedServer portal;
    ServerAnswer page;
    page.headers = {{"Content-Type", "text/html"}};
    page.body = "<html><head><link rel=alternate type='application/rss+xml' href='/news'></head></html>";
    portal.answer(u"/sign-in"_s, page);
    portal.feed(u"/news"_s, rssOf(u"Hotel"_s, 2));
    const QString host = portal.url(u"/sign-in"_s).replace(u"127.0.0.1"_s, u"localhost"_s);
    bureau.server.redirect(u"/feed"_s, 302, host);
    const FeedId id = bureau.add(bureau.server.url(u"/feed"_s));
    QCOMPARE(bureau.refresh().failure, FetchFailure::NotAFeed);
    QCOMPARE(portal.asked(u"/news"_s), 0);
    QCOMPARE(bureau.feed(id).url, bureau.server.url(u"/feed"_s));
}

void RefreshTest::aSiteLeadsToItsFeed()
{
    Bureau bureau;
    ServerAnswer page;
    page.headers = {{"Content-Type", "text/html"}};
    page.body = "<html><head><link rel=alternate type='application/rss+xml' href='/feed'></head></html>";
    bureau.server.answer(u"/"_s, page);
    bureau.server.feed(u"/feed"_s, rssOf(u"Wire"_s, 2));
    const FeedId id = bureau.add(bureau.server.url(u"/"_s));
    const FeedResult result = bureau.refresh();
    QCOMPARE(result.kind, FeedResult::Kind::Read);
    QCOMPARE(result.added, 2);
    QCOMPARE(result.movedTo, bureau.server.url(u"/feed"_s));
    QCOMPARE(bureau.feed(id).url, bureau.server.url(u"/feed"_s));
    // A page that leads to a page leads nowhere.
    bureau.server.answer(u"/loop"_s, page);
    bureau.server.answer(u"/feed"_s, page);
    bureau.add(bureau.server.url(u"/loop"_s));
    bureau.refresh();
    QCOMPARE(bureau.summary.failed, 2);
}

void RefreshTest::aFeedThatWasGoodIsNotGivenUpForAPage()
{
    Bureau bureau;
    FeedServer stranger;
    stranger.feed(u"/feed"_s, rssOf(u"Stranger"_s, 2));
    const FeedId id = bureau.addServed(u"/feed"_s, rssOf(u"Wire"_s, 2));
    bureau.refresh();
    ServerAnswer page;
    page.body = "<html><head><link rel=alternate type='application/rss+xml' href='" +
                stranger.url(u"/feed"_s).replace(u"127.0.0.1"_s, u"localhost"_s).toLatin1() +
                "'></head></html>";
    bureau.server.answer(u"/feed"_s, page);
    const FeedResult result = bureau.refresh();
    QCOMPARE(result.kind, FeedResult::Kind::Failed);
    QCOMPARE(result.failure, FetchFailure::NotAFeed);
    QCOMPARE(stranger.requests().size(), 0);
    QCOMPARE(bureau.feed(id).url, bureau.server.url(u"/feed"_s));
}

void RefreshTest::aWrongCharsetIsSeenThrough()
{
    Bureau bureau;
    ServerAnswer answer;
    answer.headers = {{"Content-Type", "application/rss+xml; charset=iso-8859-1"}};
    answer.body = rssWith(item("1", "Größe zählt", "https://wire.example/1"));
    bureau.server.answer(u"/feed"_s, answer);
    bureau.add(bureau.server.url(u"/feed"_s));
    const FeedResult result = bureau.refresh();
    QCOMPARE(result.added, 1);
    QVERIFY(!result.notes.isEmpty());
    QCOMPARE(need(bureau.fixture.store().story(StoryId(1))).headline, u"Größe zählt"_s);
}

void RefreshTest::whatBreaksOffLosesItsLastItem()
{
    Bureau bureau;
    QByteArray xml = rssWith(item("1", "Whole", "https://wire.example/1") +
                             item("2", "In half", "https://wire.example/2"));
    xml.truncate(xml.indexOf("In half") + 4);
    const FeedId id = bureau.addServed(u"/feed"_s, xml);
    const FeedResult result = bureau.refresh();
    QCOMPARE(result.kind, FeedResult::Kind::Read);
    QCOMPARE(result.added, 1);
    QCOMPARE(bureau.feed(id).record.notes, result.notes);
    QVERIFY(!result.notes.isEmpty());
}

void RefreshTest::rhythmAndCachingDecideTheNextRead()
{
    Bureau bureau;
    const FeedId slow = bureau.addServed(u"/slow"_s, rssOf(u"Slow"_s, 3, u"<ttl>300</ttl>"_s));
    ServerAnswer cached;
    cached.headers = {{"Cache-Control", "max-age=10800"}};
    cached.body = rssOf(u"Cached"_s, 3);
    bureau.server.answer(u"/cached"_s, cached);
    const FeedId fresh = bureau.add(bureau.server.url(u"/cached"_s));
    bureau.refresh();
    QCOMPARE(bureau.feed(slow).rhythm.ttlMinutes, 300);
    QCOMPARE(bureau.feed(slow).record.nextAt, bureau.fixture.now.addSecs(300LL * 60));
    QCOMPARE(bureau.feed(fresh).record.nextAt, bureau.fixture.now.addSecs(10800));
}

void RefreshTest::whatWasRemovedUntouchedIsNoNews()
{
    Bureau bureau;
    const QByteArray old = item("1", "Old news", "https://wire.example/1");
    bureau.addServed(u"/feed"_s, rssWith(old));
    QCOMPARE(bureau.refresh().added, 1);
    bureau.setNow(bureau.fixture.now.addDays(10));
    QCOMPARE(need(bureau.fixture.store().retention().removeExpired(7)), 1);
    bureau.server.feed(u"/feed"_s, rssWith(item("2", "Fresh news", "https://wire.example/2") + old));
    QCOMPARE(bureau.refresh().added, 1);
    QCOMPARE(bureau.stories(), 1);
    QCOMPARE(bureau.refresh().added, 0);
}

QTEST_GUILESS_MAIN(RefreshTest)
#include "tst_refresh.moc"
