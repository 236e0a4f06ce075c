// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/fetch/hostlanes.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

class HostLanesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHostGetsNoMoreThanItsShare();
    void aHostIsGivenAPause();
    void otherHostsGoOn();
    void hostsTakeTurns();
    void allTogetherAreBounded();
    void aHostIsHeldOff();
    void thisMachineIsSpared();
    void aRedirectedOneWaitsLikeOthers();
    void whatWaitsIsDropped();
    void isThisMachine_data();
    void isThisMachine();
};

namespace {

FetchRequest requestOf(int feed, const char* url)
{
    FetchRequest request;
    request.feed = FeedId(feed);
    request.url = QUrl(QString::fromLatin1(url));
    return request;
}

FetchPace pace(int overall = 10, int perHost = 2, int pause = 0)
{
    FetchPace pace;
    pace.overall = overall;
    pace.perHost = perHost;
    pace.pause = pause;
    return pace;
}

} // namespace

void HostLanesTest::aHostGetsNoMoreThanItsShare()
{
    HostLanes lanes(pace());
    for (int i = 1; i <= 4; ++i)
        lanes.add(requestOf(i, "https://a.example/feed"));
    QVERIFY(lanes.take(0));
    QVERIFY(lanes.take(0));
    QVERIFY(!lanes.take(0));
    QVERIFY(!lanes.nextStart()); // only an end lets it go on
    QCOMPARE(lanes.underWay(), 2);
    QCOMPARE(lanes.waiting(), 2);
    lanes.done(QUrl(u"https://A.example/feed"_s), 5);
    const auto third = lanes.take(5);
    QVERIFY(third);
    QCOMPARE(third->request.feed, FeedId(3));
}

void HostLanesTest::aHostIsGivenAPause()
{
    HostLanes lanes(pace(10, 2, 100));
    lanes.add(requestOf(1, "https://a.example/1"));
    lanes.add(requestOf(2, "https://a.example/2"));
    QVERIFY(lanes.take(1000));
    QVERIFY(!lanes.take(1050));
    QCOMPARE(lanes.nextStart(), std::optional<qint64>(1100));
    QVERIFY(lanes.take(1100));
    lanes.add(requestOf(3, "https://a.example/3"));
    lanes.done(QUrl(u"https://a.example/1"_s), 1500);
    QVERIFY(!lanes.take(1550)); // an end is followed by a pause as well
    QVERIFY(lanes.take(1600));
}

void HostLanesTest::otherHostsGoOn()
{
    HostLanes lanes(pace(10, 1, 100));
    lanes.add(requestOf(1, "https://a.example/1"));
    lanes.add(requestOf(2, "https://a.example/2"));
    lanes.add(requestOf(3, "https://b.example/"));
    QCOMPARE(lanes.take(0)->request.feed, FeedId(1));
    QCOMPARE(lanes.take(0)->request.feed, FeedId(3));
    QVERIFY(!lanes.take(0));
}

void HostLanesTest::hostsTakeTurns()
{
    HostLanes lanes(pace());
    lanes.add(requestOf(1, "https://a.example/1"));
    lanes.add(requestOf(2, "https://a.example/2"));
    lanes.add(requestOf(3, "https://b.example/3"));
    QCOMPARE(lanes.take(0)->request.feed, FeedId(1));
    QCOMPARE(lanes.take(0)->request.feed, FeedId(3));
    QCOMPARE(lanes.take(0)->request.feed, FeedId(2));
}

void HostLanesTest::allTogetherAreBounded()
{
    HostLanes lanes(pace(2));
    lanes.add(requestOf(1, "https://a.example/"));
    lanes.add(requestOf(2, "https://b.example/"));
    lanes.add(requestOf(3, "https://c.example/"));
    QVERIFY(lanes.take(0));
    QVERIFY(lanes.take(0));
    QVERIFY(!lanes.take(0));
    lanes.done(QUrl(u"https://b.example/"_s), 0);
    QCOMPARE(lanes.take(0)->request.feed, FeedId(3));
    lanes.done(QUrl(u"https://never.asked.example/"_s), 0); // is nothing
    QCOMPARE(lanes.underWay(), 2);
}

void HostLanesTest::aHostIsHeldOff()
{
    HostLanes lanes(pace());
    lanes.holdOff(QUrl(u"https://a.example/x"_s), 5000);
    lanes.add(requestOf(1, "https://a.example/"));
    QVERIFY(!lanes.take(4999));
    QCOMPARE(lanes.nextStart(), std::optional<qint64>(5000));
    QVERIFY(lanes.take(5000));
}

void HostLanesTest::thisMachineIsSpared()
{
    HostLanes lanes(pace(5, 1, 1000));
    for (int i = 1; i <= 8; ++i)
        lanes.add(requestOf(i, "http://127.0.0.1:8099/feed"));
    for (int i = 0; i < 5; ++i)
        QVERIFY(lanes.take(0));
    QVERIFY(!lanes.take(0));
    FetchPace strict = pace(5, 1, 1000);
    strict.sparesThisMachine = false;
    HostLanes courteous(strict);
    for (int i = 1; i <= 2; ++i)
        courteous.add(requestOf(i, "http://127.0.0.1:8099/feed"));
    QVERIFY(courteous.take(0));
    QVERIFY(!courteous.take(5000));
}

void HostLanesTest::aRedirectedOneWaitsLikeOthers()
{
    HostLanes lanes(pace(10, 1, 100));
    const QUrl other(u"https://b.example/moved"_s);
    lanes.add(requestOf(1, "https://a.example/"));
    lanes.add(requestOf(2, "https://b.example/"));
    lanes.add(requestOf(3, "https://b.example/"));
    const auto first = lanes.take(0);
    const auto second = lanes.take(0);
    QVERIFY(first && second);
    lanes.done(first->url, 10);
    lanes.addBegun({first->request, other, nullptr});
    QCOMPARE(lanes.underWay(), 1);
    QCOMPARE(lanes.waiting(), 2);
    QVERIFY(!lanes.take(1000)); // that host has its share
    lanes.done(second->url, 1000);
    QVERIFY(!lanes.take(1050)); // and its pause
    const auto led = lanes.take(1100);
    QVERIFY(led);
    QCOMPARE(led->request.feed, FeedId(1)); // before those that have not begun
    QCOMPARE(led->url, other);
    lanes.done(led->url, 1100);
    QCOMPARE(lanes.take(1200)->request.feed, FeedId(3));
}

void HostLanesTest::whatWaitsIsDropped()
{
    HostLanes lanes(pace(10, 1));
    lanes.add(requestOf(1, "https://a.example/1"));
    lanes.add(requestOf(2, "https://a.example/2"));
    lanes.add(requestOf(3, "https://b.example/3"));
    QVERIFY(lanes.take(0));
    QCOMPARE(lanes.drop(QUrl(u"https://a.example/"_s)).size(), 1);
    QCOMPARE(lanes.waiting(), 1);
    QCOMPARE(lanes.drop(QUrl(u"https://a.example/"_s)).size(), 0);
    QCOMPARE(lanes.dropAll().size(), 1);
    QCOMPARE(lanes.waiting(), 0);
    QVERIFY(!lanes.nextStart());
    QCOMPARE(lanes.underWay(), 1);
}

void HostLanesTest::isThisMachine_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("is");
    QTest::newRow("name") << u"localhost"_s << true;
    QTest::newRow("address") << u"127.0.0.1"_s << true;
    QTest::newRow("another of it") << u"127.8.9.1"_s << true;
    QTest::newRow("version 6") << u"::1"_s << true;
    QTest::newRow("the local network") << u"192.168.0.1"_s << false;
    QTest::newRow("a name that only begins so") << u"localhost.example"_s << false;
    QTest::newRow("none") << QString() << false;
}

void HostLanesTest::isThisMachine()
{
    QFETCH(QString, host);
    QFETCH(bool, is);
    QCOMPARE(HostLanes::isThisMachine(host), is);
}

QTEST_APPLESS_MAIN(HostLanesTest)
#include "tst_hostlanes.moc"
