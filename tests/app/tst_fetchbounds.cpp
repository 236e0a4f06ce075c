// SPDX-License-Identifier: GPL-3.0-or-later
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
    QTRY_COMPARE(crowd.target.requests().size(), 2);
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

QTEST_GUILESS_MAIN(FetchBoundsTest)
#include "tst_fetchbounds.moc"
