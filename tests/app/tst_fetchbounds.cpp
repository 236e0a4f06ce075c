// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/fetch/bytebudget.h"
#include "tests/support/feeds/feedserver.h"
#include "tests/support/feeds/fetching.h"

#include <QTest>

#include <memory>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// What many fetches together may ask of a server and of this machine.
class FetchBoundsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHostIsSparedByRedirectsToo();
    void whatWaitsForAHostIsCancelled();
    void aHostThatRestsIsNotRedirectedTo();
    void cutsOffSilenceAfterTheHead_data();
    void cutsOffSilenceAfterTheHead();
    void cutsOffALoginWithoutItsPage();
    void bodiesTogetherAreBounded();
    void whatIsBroughtBackLeavesRoomForTheRest();
    void aHostThatRestsIsNotAskedAgain();
    void whatIsSetAsideIsCancelled();
    void roomIsGivenBack();
};

namespace {

/// Feeds of several hosts that all redirect to one.
class Crowd {
public:
    explicit Crowd(int hosts)
    {
        for (int i = 0; i < hosts; ++i) {
            m_servers.push_back(std::make_unique<FeedServer>(u"127.0.0.%1"_s.arg(i + 2)));
            m_servers.back()->redirect(u"/feed"_s, 302, target.url(u"/%1"_s.arg(i)));
        }
    }
    void submitTo(FeedFetcher& fetcher)
    {
        for (size_t i = 0; i < m_servers.size(); ++i)
            fetcher.submit(requestFor(m_servers[i]->url(u"/feed"_s), int(i) + 1));
    }
    void answer(const ServerAnswer& answer)
    {
        for (size_t i = 0; i < m_servers.size(); ++i)
            target.answer(u"/%1"_s.arg(i), answer);
    }

    FeedServer target;

private:
    std::vector<std::unique_ptr<FeedServer>> m_servers;
};

FetchPace courteous()
{
    FetchPace pace;
    pace.pause = 0;
    pace.sparesThisMachine = false;
    return pace;
}

} // namespace

void FetchBoundsTest::aHostIsSparedByRedirectsToo()
{
    Crowd crowd(8);
    ServerAnswer slow; // so that those that are answered at once would be seen together
    slow.body = "<rss/>";
    slow.dripEvery = 20;
    crowd.answer(slow);
    Fetching fetching(courteous());
    crowd.submitTo(fetching.fetcher);
    QVERIFY(fetching.wait(8));
    for (const FetchReply& reply : std::as_const(fetching.replies))
        QCOMPARE(reply.kind, FetchReply::Kind::Body);
    QCOMPARE(crowd.target.requests().size(), 8);
    QCOMPARE(crowd.target.mostAtOnce(), 2);
    QCOMPARE(fetching.fetcher.unfinished(), 0);
}

void FetchBoundsTest::whatWaitsForAHostIsCancelled()
{
    Crowd crowd(5);
    ServerAnswer never;
    never.neverAnswers = true;
    crowd.answer(never);
    Fetching fetching(courteous());
    crowd.submitTo(fetching.fetcher);
    QTRY_COMPARE_WITH_TIMEOUT(crowd.target.requests().size(), 2, patience);
    QTest::qWait(50);
    QCOMPARE(crowd.target.requests().size(), 2);
    fetching.fetcher.cancelAll();
    QCOMPARE(fetching.replies.size(), 5);
    for (const FetchReply& reply : std::as_const(fetching.replies))
        QCOMPARE(reply.kind, FetchReply::Kind::Cancelled);
    QCOMPARE(fetching.fetcher.unfinished(), 0);
}

void FetchBoundsTest::aHostThatRestsIsNotRedirectedTo()
{
    Crowd crowd(6);
    ServerAnswer busy;
    busy.status = 429;
    busy.headers = {{"Retry-After", "3600"}};
    crowd.answer(busy);
    Fetching fetching(courteous());
    crowd.submitTo(fetching.fetcher);
    QVERIFY(fetching.wait(6));
    QVERIFY(crowd.target.requests().size() <= 2);
    QSet<FeedId> feeds;
    for (const FetchReply& reply : std::as_const(fetching.replies)) {
        QCOMPARE(reply.status, 429);
        QVERIFY(reply.wishes.retryAfter > 3000);
        feeds.insert(reply.feed);
    }
    QCOMPARE(feeds.size(), 6);
    QCOMPARE(fetching.fetcher.unfinished(), 0);
}

void FetchBoundsTest::cutsOffSilenceAfterTheHead_data()
{
    QTest::addColumn<ServerAnswer>("answer");
    const auto row = [](const char* name, int status, const QList<std::pair<QByteArray, QByteArray>>& headers,
                        bool chunked = false) {
        ServerAnswer answer;
        answer.status = status;
        answer.headers = headers;
        answer.claimsLength = 5000;
        answer.chunked = chunked;
        answer.headOnly = true;
        QTest::newRow(name) << answer;
    };
    row("with a length", 200, {{"Content-Type", "application/rss+xml"}});
    row("in chunks", 200, {}, true);
    row("packed", 200, {{"Content-Encoding", "gzip"}});
    row("of an error", 404, {});
    row("of a redirect", 302, {{"Location", "/elsewhere"}});
}

void FetchBoundsTest::cutsOffSilenceAfterTheHead()
{
    QFETCH(ServerAnswer, answer);
    FeedServer server;
    server.answer(u"/feed"_s, answer);
    FetchLimits limits = patientLimits();
    limits.dripWindow = 300;
    const FetchReply reply = Fetching({}, limits).one(requestFor(server.url(u"/feed"_s)));
    QCOMPARE(reply.kind, FetchReply::Kind::Failed);
    QCOMPARE(reply.failure, FetchFailure::Timeout);
    QVERIFY2(reply.reason.contains(u"slowly"_s),
             qPrintable(reply.reason)); // by the stretch, not by the whole
}

// Of such an answer Qt tells nothing before all of it is there.
void FetchBoundsTest::cutsOffALoginWithoutItsPage()
{
    FeedServer server;
    ServerAnswer login;
    login.status = 401;
    login.headers = {{"WWW-Authenticate", "Basic realm=\"x\""}};
    login.claimsLength = 5000;
    login.headOnly = true;
    server.answer(u"/feed"_s, login);
    FetchLimits limits = patientLimits();
    limits.answerWithin = 400;
    const FetchReply reply = Fetching({}, limits).one(requestFor(server.url(u"/feed"_s)));
    QCOMPARE(reply.failure, FetchFailure::Timeout);
    QVERIFY2(reply.reason.contains(u"did not answer"_s), qPrintable(reply.reason));
}

namespace {

constexpr qint64 aBody = 600'000;

/// Room for two bodies and a bit.
FetchLimits narrow()
{
    FetchLimits limits = patientLimits();
    limits.largest = 700'000;
    limits.together = 2 * limits.largest;
    return limits;
}

ServerAnswer largeBody()
{
    ServerAnswer large;
    large.body = QByteArray(aBody, ' ');
    return large;
}

void offerBodies(FeedServer& server, FeedFetcher& fetcher, int count)
{
    for (int i = 1; i <= count; ++i) {
        server.answer(u"/%1"_s.arg(i), largeBody());
        fetcher.submit(requestFor(server.url(u"/%1"_s.arg(i)), i));
    }
}

/// Each host is asked for one thing after the other: once the next is answered, the one before has been set
/// aside.
FetchPace oneByOne()
{
    FetchPace pace = courteous();
    pace.perHost = 1;
    return pace;
}

constexpr int last = 100;

/// The last that a host of oneByOne() is asked for: small enough for any room.
void offerTheLast(FeedServer& server, FeedFetcher& fetcher, const ServerAnswer& answer)
{
    server.answer(u"/last"_s, answer);
    fetcher.submit(requestFor(server.url(u"/last"_s), last));
}

ServerAnswer smallBody()
{
    ServerAnswer small;
    small.body = "<rss/>";
    return small;
}

} // namespace

void FetchBoundsTest::bodiesTogetherAreBounded()
{
    FeedServer server;
    Fetching fetching({}, narrow());
    offerBodies(server, fetching.fetcher, 6);
    QVERIFY(fetching.wait(2));
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 6, patience);
    QTest::qWait(200);                    // for what must not come
    QCOMPARE(fetching.replies.size(), 2); // the others wait until somebody has done with these
    QCOMPARE(fetching.fetcher.unfinished(), 4);
    QSet<FeedId> feeds;
    while (feeds.size() < 6) {
        QVERIFY(fetching.wait(1));
        const FetchReply reply = fetching.replies.takeFirst();
        QVERIFY2(reply.kind == FetchReply::Kind::Body, qPrintable(reply.reason));
        QCOMPARE(reply.body.size(), aBody);
        QVERIFY(reply.room);
        feeds.insert(reply.feed);
        QVERIFY(fetching.replies.size() <= 1);
    }
    QCOMPARE(fetching.fetcher.unfinished(), 0);
}

void FetchBoundsTest::whatIsBroughtBackLeavesRoomForTheRest()
{
    FeedServer many(u"127.0.0.2"_s);
    FeedServer other(u"127.0.0.3"_s);
    Fetching fetching(oneByOne(), narrow());
    offerBodies(many, fetching.fetcher, 4);
    offerTheLast(many, fetching.fetcher, smallBody());
    QVERIFY(fetching.wait(3)); // two bodies that fill the room, and the last
    QCOMPARE(many.requests().size(), 5);
    ServerAnswer never;
    never.neverAnswers = true;
    for (const QString& path : {u"/3"_s, u"/4"_s})
        many.answer(path, never);
    fetching.replies.clear();
    QTRY_COMPARE_WITH_TIMEOUT(many.requests().size(), 6, patience); // one of both is under way again
    for (int i = 10; i < 13; ++i) {
        other.answer(u"/%1"_s.arg(i), smallBody());
        fetching.fetcher.submit(requestFor(other.url(u"/%1"_s.arg(i)), i));
    }
    QVERIFY(fetching.wait(3));
    for (const FetchReply& reply : std::as_const(fetching.replies))
        QCOMPARE(reply.kind, FetchReply::Kind::Body);
    QCOMPARE(other.requests().size(), 3); // none of them was set aside
    QCOMPARE(many.requests().size(), 6);
    fetching.replies.clear();
    fetching.fetcher.cancelAll();
    QCOMPARE(fetching.replies.size(), 2);
    QCOMPARE(fetching.fetcher.unfinished(), 0);
    // Nothing is left of them that would keep others from coming back.
    fetching.replies.clear();
    offerBodies(many, fetching.fetcher, 3);
    offerTheLast(many, fetching.fetcher, smallBody());
    QVERIFY(fetching.wait(3));
    fetching.replies.clear();
    QVERIFY(fetching.wait(1));
    QCOMPARE(fetching.replies.first().kind, FetchReply::Kind::Body);
    QCOMPARE(fetching.replies.first().body.size(), aBody);
}

void FetchBoundsTest::aHostThatRestsIsNotAskedAgain()
{
    FeedServer server(u"127.0.0.2"_s);
    Fetching fetching(oneByOne(), narrow());
    offerBodies(server, fetching.fetcher, 4);
    ServerAnswer busy;
    busy.status = 429;
    busy.headers = {{"Retry-After", "3600"}};
    offerTheLast(server, fetching.fetcher, busy);
    QVERIFY(fetching.wait(5)); // also those that were set aside, though nothing else has ended
    QSet<FeedId> spared;
    for (const FetchReply& reply : std::as_const(fetching.replies)) {
        if (reply.kind == FetchReply::Kind::Body)
            continue;
        QCOMPARE(reply.status, 429);
        QVERIFY(reply.wishes.retryAfter > 3000);
        spared.insert(reply.feed);
    }
    QCOMPARE(spared, (QSet<FeedId>{FeedId(3), FeedId(4), FeedId(last)}));
    QCOMPARE(server.requests().size(), 5);
    QCOMPARE(fetching.fetcher.unfinished(), 0);
}

void FetchBoundsTest::whatIsSetAsideIsCancelled()
{
    FeedServer server(u"127.0.0.2"_s);
    Fetching fetching(oneByOne(), narrow());
    offerBodies(server, fetching.fetcher, 5);
    offerTheLast(server, fetching.fetcher, smallBody());
    QVERIFY(fetching.wait(3));
    QCOMPARE(fetching.fetcher.unfinished(), 3);
    fetching.fetcher.cancelAll();
    QCOMPARE(fetching.replies.size(), 6);
    for (const FetchReply& reply : fetching.replies.mid(3))
        QCOMPARE(reply.kind, FetchReply::Kind::Cancelled);
    QCOMPARE(fetching.fetcher.unfinished(), 0);
}

void FetchBoundsTest::roomIsGivenBack()
{
    const auto budget = std::make_shared<ByteBudget>(100);
    {
        BodyRoom room(budget);
        BodyRoom other(budget);
        QVERIFY(room.reserve(60));
        QVERIFY(room.reserve(50)); // has it
        QVERIFY(!other.reserve(41));
        QCOMPARE(budget->left(), 40);
        room.fit(20);
        QVERIFY(other.reserve(80));
        QVERIFY(!room.reserve(21));
        QCOMPARE(budget->left(), 0);
    }
    QCOMPARE(budget->left(), 100);
}

QTEST_GUILESS_MAIN(FetchBoundsTest)
#include "tst_fetchbounds.moc"
