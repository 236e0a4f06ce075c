// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The desk's feeds: what the analyst says of them, what their fetches came to, and how they are doing.
class FeedsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatTheAnalystSays();
    void refusesAddresses_data();
    void refusesAddresses();
    void findsByUrlAsLinksAreCompared();
    void findsByHandle_data();
    void findsByHandle();
    void addsManyAndPassesOverThoseItHas();
    void addsNoneWhereOneIsWrong();
    void subscribesInOneStepAndTakesItBack();
    void subscribesToNoneWhereOneIsWrong();
    void changesSeveralAndTakesItBack();
    void recordsFetches();
    void recordsFailures();
    void keepsValidatorsThatAreNotGiven();
    void movesOnlyToAFreeAddress();
    void anotherUrlForgetsFetches();
    void removesAndRestores();
    void refusesWhatIsGone();
    void tellsHealth_data();
    void tellsHealth();
    void tellsOtherConnections();

private:
    FeedStore& feeds() { return m_desk->store().feeds(); }
    FeedId added(const QString& url, const QString& title = {});

    std::unique_ptr<StoreFixture> m_desk;
};

static FetchOutcome fetched(const QDateTime& at)
{
    FetchOutcome outcome;
    outcome.at = at;
    outcome.nextAt = at.addSecs(1800);
    outcome.status = 200;
    outcome.validators = {u"\"abc\""_s, u"Mon, 20 Apr 2026 09:00:00 GMT"_s, QByteArray("\x01\x02", 2)};
    outcome.rhythm = {60, {0, 1, 23}, {6, 7}};
    outcome.ownTitle = u"Example news"_s;
    outcome.site = u"https://example.com/"_s;
    outcome.items = 30;
    outcome.newestItem = at.addSecs(-3600);
    outcome.usualGap = 7200;
    outcome.notes = {u"a bare ampersand"_s, u"no guid"_s};
    return outcome;
}

static FetchOutcome failed(const QDateTime& at)
{
    FetchOutcome outcome;
    outcome.kind = FetchOutcome::Kind::Failed;
    outcome.at = at;
    outcome.nextAt = at.addSecs(600);
    outcome.failure = FetchFailure::Status;
    outcome.status = 503;
    outcome.reason = u"The server is busy (503)."_s;
    return outcome;
}

void FeedsTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
}

FeedId FeedsTest::added(const QString& url, const QString& title)
{
    DeskFeed feed;
    feed.url = url;
    feed.title = title;
    return need(feeds().save(feed));
}

void FeedsTest::keepsWhatTheAnalystSays()
{
    DeskFeed feed;
    feed.url = u"https://example.com/feed.xml"_s;
    feed.title = u"  My\nexample "_s;
    feed.site = u"https://example.com/"_s;
    feed.folder = {u"News / world"_s, u"Europe"_s};
    feed.category = u"Policy"_s;
    feed.paused = true;
    feed.keepDays = 30;
    feed.hasSecret = true;
    feed.outlet = m_desk->store().outlets().first().id;
    const FeedId id = need(feeds().save(feed));

    DeskFeed read = *feeds().byId(id);
    QVERIFY(!read.uuid.isNull());
    QCOMPARE(read.addedAt, m_desk->now);
    QCOMPARE(read.title, u"My example"_s);
    QCOMPARE(read.record, FeedRecord());
    read.title = feed.title;
    read.id = FeedId{};
    read.uuid = QUuid();
    read.addedAt = QDateTime();
    QCOMPARE(read, feed);
    QVERIFY(m_desk->store().categories().contains(u"Policy"_s));

    DeskFeed changed = *feeds().byId(id);
    changed.folder.clear();
    changed.category.clear();
    changed.outlet = OutletId{};
    changed.paused = false;
    changed.keepDays = 0;
    QCOMPARE(need(feeds().save(changed)), id);
    QCOMPARE(*feeds().byId(id), changed);
}

void FeedsTest::refusesAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << u""_s;
    QTest::newRow("words") << u"example news"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s;
    QTest::newRow("no host") << u"https:///feed"_s;
    QTest::newRow("password in it") << u"https://ada:secret@example.com/feed"_s;
}

void FeedsTest::refusesAddresses()
{
    QFETCH(QString, url);
    DeskFeed feed;
    feed.url = url;
    const auto saved = feeds().save(feed);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
    QVERIFY(!saved.error().message.contains(u"secret"_s));
    QVERIFY(feeds().all().isEmpty());
}

void FeedsTest::findsByUrlAsLinksAreCompared()
{
    const FeedId id = added(u"https://www.example.com/feed/"_s);
    QCOMPARE(feeds().byUrl(u"http://example.com/feed"_s)->id, id);
    QVERIFY(!feeds().byUrl(u"http://example.com/other"_s));
    DeskFeed again;
    again.url = u"http://example.com/feed"_s;
    QCOMPARE(feeds().save(again).error().code, ErrorCode::InvalidInput);
}

void FeedsTest::findsByHandle_data()
{
    QTest::addColumn<QString>("handle");
    QTest::addColumn<int>("code"); // -1: found
    QTest::newRow("number") << u"1"_s << -1;
    QTest::newRow("address") << u"http://one.example/feed"_s << -1;
    QTest::newRow("name without case") << u"the ONE"_s << -1;
    QTest::newRow("name of two") << u"twin"_s << int(ErrorCode::InvalidInput);
    QTest::newRow("unknown") << u"nobody"_s << int(ErrorCode::NotFound);
    QTest::newRow("empty") << u""_s << int(ErrorCode::NotFound);
}

void FeedsTest::findsByHandle()
{
    QFETCH(QString, handle);
    QFETCH(int, code);
    const FeedId one = added(u"https://one.example/feed"_s, u"The One"_s);
    added(u"https://two.example/feed"_s, u"Twin"_s);
    added(u"https://three.example/feed"_s, u"Twin"_s);
    const auto found = feeds().find(handle);
    QCOMPARE(found ? -1 : int(found.error().code), code);
    if (found)
        QCOMPARE(*found, one);
}

void FeedsTest::addsManyAndPassesOverThoseItHas()
{
    added(u"https://one.example/feed"_s);
    DeskFeed known;
    known.url = u"http://www.one.example/feed"_s;
    DeskFeed fresh;
    fresh.url = u"https://two.example/feed"_s;
    const QSignalSpy told(&m_desk->store(), &Store::feedsChanged);
    QCOMPARE(need(feeds().add({known, fresh, fresh})).size(), 1);
    QCOMPARE(feeds().all().size(), 2);
    QCOMPARE(told.size(), 1);
}

void FeedsTest::addsNoneWhereOneIsWrong()
{
    DeskFeed right;
    right.url = u"https://two.example/feed"_s;
    DeskFeed wrong;
    wrong.url = u"ftp://three.example/feed"_s;
    QVERIFY(!feeds().add({right, wrong}));
    QVERIFY(feeds().all().isEmpty());
}

void FeedsTest::subscribesInOneStepAndTakesItBack()
{
    added(u"https://there.example/feed"_s);
    Subscription wire;
    wire.url = u"https://wire.example/feed"_s;
    wire.title = u"Our wire"_s;
    wire.ownTitle = u"Wire"_s;
    wire.site = u"https://wire.example/"_s;
    wire.folder = {u"News"_s, u"Daily"_s};
    wire.outlet.name = u"Harbour Wire"_s;
    wire.outlet.tier = 2;
    wire.category = u"AI"_s;
    wire.paused = true;
    Subscription bbc;
    bbc.url = u"https://feeds.bbci.co.uk/news/rss.xml"_s;
    bbc.outlet.name = u"bbc"_s;
    Subscription there;
    there.url = u"http://www.there.example/feed/"_s;
    const auto outletsBefore = m_desk->store().outlets();
    const SubscribeReceipt receipt = need(feeds().subscribe({wire, there, bbc}));
    QCOMPARE(receipt.added.size(), 2);
    QCOMPARE(receipt.passedOver, 1);
    QCOMPARE(receipt.outletsMade.size(), 1);
    const DeskFeed feed = *feeds().byId(receipt.added.first());
    QCOMPARE(feed.name(), wire.title);
    QCOMPARE(feed.ownTitle, wire.ownTitle);
    QCOMPARE(feed.site, wire.site);
    QCOMPARE(feed.folder, wire.folder);
    QCOMPARE(feed.category, wire.category);
    QVERIFY(feed.paused);
    QCOMPARE(feed.outlet, receipt.outletsMade.first());
    QVERIFY(feeds().byId(receipt.added.last())->outlet != OutletId{}); // the one that is shipped
    need(feeds().unsubscribe(receipt));
    QCOMPARE(feeds().all().size(), 1);
    QCOMPARE(m_desk->store().outlets(), outletsBefore);
}

void FeedsTest::subscribesToNoneWhereOneIsWrong()
{
    Subscription good;
    good.url = u"https://wire.example/feed"_s;
    good.outlet.name = u"Harbour Wire"_s;
    Subscription bad;
    bad.url = u"ftp://wire.example/feed"_s;
    const auto outletsBefore = m_desk->store().outlets();
    QCOMPARE(feeds().subscribe({good, bad}).error().code, ErrorCode::InvalidInput);
    QVERIFY(feeds().all().isEmpty());
    QCOMPARE(m_desk->store().outlets(), outletsBefore);
}

void FeedsTest::changesSeveralAndTakesItBack()
{
    const FeedId a = added(u"https://a.example/feed"_s, u"A"_s);
    const FeedId b = added(u"https://b.example/feed"_s, u"B"_s);
    need(feeds().recordFetch(a, fetched(m_desk->now)));
    const QList<DeskFeed> before = feeds().all();
    QList<DeskFeed> moved = before;
    for (DeskFeed& feed : moved) {
        feed.folder = {u"Moved"_s};
        feed.paused = true;
        feed.title += u" renamed"_s;
    }
    const QList<DeskFeed> inverse = need(feeds().change(moved));
    QCOMPARE(feeds().byId(a)->name(), u"A renamed"_s);
    QCOMPARE(feeds().byId(b)->folder, QStringList{u"Moved"_s});
    QVERIFY(feeds().byId(a)->record.goodAt.isValid()); // what fetches brought stays
    need(feeds().change(inverse));
    QCOMPARE(feeds().all(), before);
    moved.last().id = FeedId(99);
    QCOMPARE(feeds().change(moved).error().code, ErrorCode::NotFound);
    QCOMPARE(feeds().all(), before);
}

void FeedsTest::recordsFetches()
{
    const FeedId id = added(u"https://example.com/feed"_s);
    const FetchOutcome outcome = fetched(m_desk->now);
    need(feeds().recordFetch(id, outcome));
    const DeskFeed feed = *feeds().byId(id);
    QCOMPARE(feed.validators, outcome.validators);
    QCOMPARE(feed.rhythm, outcome.rhythm);
    QCOMPARE(feed.ownTitle, u"Example news"_s);
    QCOMPARE(feed.name(), u"Example news"_s);
    QCOMPARE(feed.record.triedAt, outcome.at);
    QCOMPARE(feed.record.goodAt, outcome.at);
    QCOMPARE(feed.record.nextAt, outcome.nextAt);
    QCOMPARE(feed.record.items, 30);
    QCOMPARE(feed.record.newestItem, outcome.newestItem);
    QCOMPARE(feed.record.usualGap, 7200);
    QCOMPARE(feed.record.notes, outcome.notes);
    QCOMPARE(feed.record.status, 200);
}

void FeedsTest::recordsFailures()
{
    const FeedId id = added(u"https://example.com/feed"_s);
    const QDateTime good = m_desk->now;
    need(feeds().recordFetch(id, fetched(good)));
    need(feeds().recordFetch(id, failed(good.addSecs(60))));
    need(feeds().recordFetch(id, failed(good.addSecs(120))));
    DeskFeed feed = *feeds().byId(id);
    QCOMPARE(feed.record.failures, 2);
    QCOMPARE(feed.record.failure, FetchFailure::Status);
    QCOMPARE(feed.record.status, 503);
    QCOMPARE(feed.record.reason, u"The server is busy (503)."_s);
    QCOMPARE(feed.record.goodAt, good);
    QCOMPARE(feed.record.failingSince, good.addSecs(60));
    QCOMPARE(feed.validators, fetched(good).validators);
    QCOMPARE(healthOf(feed, good.addSecs(180)), FeedHealth::Failing);

    FetchOutcome well;
    well.kind = FetchOutcome::Kind::NotModified;
    well.at = good.addSecs(200);
    well.status = 304;
    need(feeds().recordFetch(id, well));
    feed = *feeds().byId(id);
    QCOMPARE(feed.record.failures, 0);
    QCOMPARE(feed.record.failure, FetchFailure::None);
    QCOMPARE(feed.record.reason, QString());
    QVERIFY(!feed.record.failingSince.isValid());
    QCOMPARE(feed.record.goodAt, well.at);
    QCOMPARE(feed.record.items, 30);
    QCOMPARE(feed.validators, fetched(good).validators);

    FetchOutcome gone = failed(good.addSecs(300));
    gone.status = 410;
    gone.pauseReason = u"gone for good"_s;
    need(feeds().recordFetch(id, gone));
    feed = *feeds().byId(id);
    QVERIFY(feed.paused);
    QCOMPARE(feed.pauseReason, u"gone for good"_s);
}

void FeedsTest::keepsValidatorsThatAreNotGiven()
{
    const FeedId id = added(u"https://example.com/feed"_s);
    need(feeds().recordFetch(id, fetched(m_desk->now)));
    FetchOutcome silent = fetched(m_desk->now);
    silent.validators = {};
    silent.ownTitle.clear();
    silent.usualGap = 0;
    silent.newestItem = QDateTime();
    need(feeds().recordFetch(id, silent));
    const DeskFeed feed = *feeds().byId(id);
    QCOMPARE(feed.validators, fetched(m_desk->now).validators);
    QCOMPARE(feed.ownTitle, u"Example news"_s);
    QCOMPARE(feed.record.usualGap, 7200);
    QCOMPARE(feed.record.newestItem, fetched(m_desk->now).newestItem);
}

void FeedsTest::movesOnlyToAFreeAddress()
{
    const FeedId id = added(u"https://old.example/feed"_s);
    added(u"https://taken.example/feed"_s);
    FetchOutcome outcome = fetched(m_desk->now);
    outcome.movedTo = u"https://taken.example/feed"_s;
    need(feeds().recordFetch(id, outcome));
    QCOMPARE(feeds().byId(id)->url, u"https://old.example/feed"_s);
    outcome.movedTo = u"file:///etc/passwd"_s;
    need(feeds().recordFetch(id, outcome));
    QCOMPARE(feeds().byId(id)->url, u"https://old.example/feed"_s);
    outcome.movedTo = u"https://new.example/feed"_s;
    need(feeds().recordFetch(id, outcome));
    QCOMPARE(feeds().byId(id)->url, u"https://new.example/feed"_s);
    QCOMPARE(feeds().byUrl(u"https://new.example/feed"_s)->id, id);
    QCOMPARE(feeds().byId(id)->validators, outcome.validators);
}

void FeedsTest::anotherUrlForgetsFetches()
{
    const FeedId id = added(u"https://old.example/feed"_s);
    need(feeds().recordFetch(id, fetched(m_desk->now)));
    DeskFeed feed = *feeds().byId(id);
    feed.title = u"Renamed"_s;
    need(feeds().save(feed));
    QCOMPARE(feeds().byId(id)->validators, fetched(m_desk->now).validators);
    feed.url = u"https://new.example/feed"_s;
    need(feeds().save(feed));
    QCOMPARE(feeds().byId(id)->validators, FeedValidators());
    QCOMPARE(feeds().byId(id)->record, FeedRecord());
}

void FeedsTest::removesAndRestores()
{
    const FeedId id = added(u"https://example.com/feed"_s);
    need(feeds().recordFetch(id, fetched(m_desk->now)));
    Arrival arrival;
    arrival.article.guid = u"1"_s;
    arrival.article.title = u"A story"_s;
    const auto receipt = need(m_desk->store().intake().addArticles(id, {arrival}));
    const DeskFeed before = *feeds().byId(id);
    QCOMPARE(before.waiting, 1);

    const RemovedFeeds removed = need(feeds().remove({id, FeedId(99)}));
    QVERIFY(feeds().all().isEmpty());
    QCOMPARE(removed.feeds, QList<DeskFeed>{before});
    QCOMPARE(m_desk->store().counts().all, 1); // the story stays
    QVERIFY(need(m_desk->store().verify()).isEmpty());

    need(feeds().restore(removed));
    QCOMPARE(*feeds().byId(id), before);
    const auto known = need(m_desk->store().intake().known(id, {u"1"_s}));
    QCOMPARE(known.size(), 1);
    QCOMPARE(known.first().id, receipt.all.first().article);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
    QCOMPARE(feeds().restore(removed).error().code, ErrorCode::InvalidInput);
}

void FeedsTest::refusesWhatIsGone()
{
    QCOMPARE(feeds().recordFetch(FeedId(7), fetched(m_desk->now)).error().code, ErrorCode::NotFound);
    QCOMPARE(m_desk->store().intake().addArticles(FeedId(7), {}).error().code, ErrorCode::NotFound);
    DeskFeed feed;
    feed.id = FeedId(7);
    feed.url = u"https://example.com/feed"_s;
    QCOMPARE(feeds().save(feed).error().code, ErrorCode::NotFound);
    QVERIFY(!feeds().byId(FeedId(7)));
}

void FeedsTest::tellsHealth_data()
{
    const QDateTime now = QDateTime::fromString(u"2026-04-20T10:00:00Z"_s, Qt::ISODate);
    QTest::addColumn<DeskFeed>("feed");
    QTest::addColumn<FeedHealth>("health");
    DeskFeed feed;
    QTest::newRow("never tried") << feed << FeedHealth::Untried;
    feed.record.triedAt = now.addSecs(-60);
    feed.record.goodAt = now.addSecs(-60);
    feed.record.items = 10;
    QTest::newRow("no dates at all") << feed << FeedHealth::Good;
    feed.record.newAt = now.addDays(-31);
    QTest::newRow("no dates, and nothing new for long") << feed << FeedHealth::Idle;
    feed.record.items = -1;
    QTest::newRow("said to be unchanged, never had") << feed << FeedHealth::Failing;
    feed.record.items = 10;
    feed.record.newestItem = now.addDays(-29);
    QTest::newRow("quiet, gap unknown") << feed << FeedHealth::Good;
    feed.record.newestItem = now.addDays(-31);
    QTest::newRow("silent, gap unknown") << feed << FeedHealth::Idle;
    feed.record.usualGap = 30LL * 86400;
    QTest::newRow("a monthly") << feed << FeedHealth::Good;
    feed.record.usualGap = 600;
    feed.record.newestItem = now.addDays(-2);
    QTest::newRow("busy feed over a weekend") << feed << FeedHealth::Good;
    feed.record.newestItem = now.addDays(-4);
    QTest::newRow("busy feed silent for days") << feed << FeedHealth::Idle;
    feed.record.items = 0;
    QTest::newRow("empty") << feed << FeedHealth::Empty;
    feed.record.failures = 1;
    QTest::newRow("failing before all") << feed << FeedHealth::Failing;
    feed.paused = true;
    QTest::newRow("paused before failing") << feed << FeedHealth::Paused;
}

void FeedsTest::tellsHealth()
{
    QFETCH(DeskFeed, feed);
    QFETCH(FeedHealth, health);
    QCOMPARE(healthOf(feed, QDateTime::fromString(u"2026-04-20T10:00:00Z"_s, Qt::ISODate)), health);
}

void FeedsTest::tellsOtherConnections()
{
    StoreOptions options = m_desk->options();
    options.mode = StoreOptions::Mode::Intake;
    const auto intake = need(Store::open(m_desk->path(), options));
    const FeedId id = added(u"https://example.com/feed"_s);
    const QSignalSpy feedsTold(&m_desk->store(), &Store::feedsChanged);
    const QSignalSpy storiesTold(&m_desk->store(), &Store::storiesAdded);
    Arrival arrival;
    arrival.article.guid = u"1"_s;
    arrival.article.title = u"A story"_s;
    ArrivalReceipt receipt;
    need(intake->transact([&]() -> Result<void> {
        auto done = intake->intake().addArticles(id, {arrival});
        if (!done)
            return tl::unexpected(done.error());
        receipt = *done;
        return intake->feeds().recordFetch(id, fetched(m_desk->now));
    }));
    m_desk->store().noticeOtherWriters();
    m_desk->store().noticeOtherWriters();
    QCOMPARE(feedsTold.size(), 1);
    QCOMPARE(storiesTold.size(), 1);
    QCOMPARE(storiesTold.first().first().value<QList<StoryId>>(), receipt.opened);
}

QTEST_GUILESS_MAIN(FeedsTest)
#include "tst_feeds.moc"
