// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/feeds/feedserver.h"
#include "tests/support/feeds/fetching.h"
#include "tests/support/feeds/packing.h"

#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

class FeedFetcherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gets_data();
    void gets();
    void asksOnlyForWhatChanged();
    void namesTheProduct();
    void keepsNoCookies();
    void followsRedirects_data();
    void followsRedirects();
    void givesUpOnRedirects_data();
    void givesUpOnRedirects();
    void tellsStatuses_data();
    void tellsStatuses();
    void tellsDamage_data();
    void tellsDamage();
    void cutsOffWhoIsSlow_data();
    void cutsOffWhoIsSlow();
    void refusesWhatIsTooLarge_data();
    void refusesWhatIsTooLarge();
    void explainsBadCertificates();
    void tellsWhereNobodyListens();
    void sendsSecretsToTheirOwnServerAlone();
    void leavesAHostAloneThatAsksForIt();
    void asksNoMoreAtOnceThanAllowed();
    void cancels();
    void isHeld();
    void endsInTheMiddle();
};

void FeedFetcherTest::gets_data()
{
    QTest::addColumn<ServerAnswer>("answer");
    const QByteArray feed = rssOf(u"Wire"_s, 3);
    ServerAnswer plain;
    plain.body = feed;
    QTest::newRow("plain") << plain;
    ServerAnswer gzip;
    gzip.headers = {{"Content-Encoding", "gzip"}};
    gzip.body = gzipOf(feed);
    QTest::newRow("gzip") << gzip;
    ServerAnswer deflate;
    deflate.headers = {{"Content-Encoding", "deflate"}};
    deflate.body = zlibOf(feed);
    QTest::newRow("deflate") << deflate;
    ServerAnswer chunked = plain;
    chunked.chunked = true;
    QTest::newRow("chunked") << chunked;
    ServerAnswer open = plain;
    open.withoutLength = true;
    QTest::newRow("without a length") << open;
}

void FeedFetcherTest::gets()
{
    QFETCH(ServerAnswer, answer);
    FeedServer server;
    server.answer(u"/feed"_s, answer);
    const FetchReply reply = Fetching().one(requestFor(server.url(u"/feed"_s)));
    QCOMPARE(reply.kind, FetchReply::Kind::Body);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, rssOf(u"Wire"_s, 3));
    QVERIFY(reply.movedTo.isEmpty());
    QVERIFY(server.requests().first().headers.value("accept-encoding").contains("gzip"));
}

void FeedFetcherTest::asksOnlyForWhatChanged()
{
    FeedServer server;
    server.answerBy(u"/feed"_s, [](const ServerRequest& request) {
        ServerAnswer answer;
        answer.headers = {{"ETag", "\"v1\""}, {"Cache-Control", "max-age=60"}};
        if (request.headers.value("if-none-match") == "\"v1\"" &&
            request.headers.value("if-modified-since") == "Mon, 02 Nov 2026 00:00:00 GMT")
            answer.status = 304;
        else
            answer.body = rssOf(u"Wire"_s, 1);
        return answer;
    });
    Fetching fetching;
    FetchRequest request = requestFor(server.url(u"/feed"_s));
    QCOMPARE(fetching.one(request).kind, FetchReply::Kind::Body);
    request.validators = {u"\"v1\""_s, u"Mon, 02 Nov 2026 00:00:00 GMT"_s, {}};
    const FetchReply reply = fetching.one(request);
    QCOMPARE(reply.kind, FetchReply::Kind::NotModified);
    QCOMPARE(reply.status, 304);
    QCOMPARE(reply.wishes.freshFor, 60);
}

void FeedFetcherTest::namesTheProduct()
{
    FeedServer server;
    server.feed(u"/feed"_s, rssOf(u"Wire"_s, 1));
    Fetching().one(requestFor(server.url(u"/feed"_s)));
    QVERIFY(server.requests().first().headers.value("user-agent").startsWith("Scoredesk/"));
}

void FeedFetcherTest::keepsNoCookies()
{
    FeedServer server;
    ServerAnswer answer;
    answer.headers = {{"Set-Cookie", "you=1; Path=/"}};
    answer.body = rssOf(u"Wire"_s, 1);
    server.answer(u"/feed"_s, answer);
    Fetching fetching;
    fetching.one(requestFor(server.url(u"/feed"_s)));
    fetching.one(requestFor(server.url(u"/feed"_s)));
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(!server.requests().last().headers.contains("cookie"));
}

void FeedFetcherTest::followsRedirects_data()
{
    QTest::addColumn<QList<int>>("statuses");
    QTest::addColumn<int>("movedTo"); // the step whose address is kept from now on; 0: none
    QTest::newRow("301 is kept") << QList<int>{301} << 1;
    QTest::newRow("308 is kept") << QList<int>{308} << 1;
    QTest::newRow("302 is not") << QList<int>{302} << 0;
    QTest::newRow("303 is not") << QList<int>{303} << 0;
    QTest::newRow("307 is not") << QList<int>{307} << 0;
    QTest::newRow("301 twice") << QList<int>{301, 301} << 2;
    QTest::newRow("301, then 302") << QList<int>{301, 302} << 1;
    QTest::newRow("302, then 301") << QList<int>{302, 301} << 0;
}

void FeedFetcherTest::followsRedirects()
{
    QFETCH(QList<int>, statuses);
    QFETCH(int, movedTo);
    FeedServer server;
    for (int i = 0; i < statuses.size(); ++i)
        server.redirect(u"/%1"_s.arg(i), statuses.at(i), u"/%1"_s.arg(i + 1));
    server.feed(u"/%1"_s.arg(statuses.size()), rssOf(u"Wire"_s, 1));
    const FetchReply reply = Fetching().one(requestFor(server.url(u"/0"_s)));
    QCOMPARE(reply.kind, FetchReply::Kind::Body);
    QCOMPARE(reply.body, rssOf(u"Wire"_s, 1));
    QCOMPARE(reply.url.toString(), server.url(u"/%1"_s.arg(statuses.size())));
    QCOMPARE(reply.movedTo, movedTo == 0 ? QString() : server.url(u"/%1"_s.arg(movedTo)));
}

void FeedFetcherTest::givesUpOnRedirects_data()
{
    QTest::addColumn<QList<QString>>("locations");
    QTest::newRow("to itself") << QList<QString>{u"/0"_s};
    QTest::newRow("in a circle") << QList<QString>{u"/1"_s, u"/2"_s, u"/0"_s};
    QTest::newRow("for ever") << QList<QString>{u"/1"_s, u"/2"_s, u"/3"_s, u"/4"_s,
                                                u"/5"_s, u"/6"_s, u"/7"_s, u"/8"_s};
    QTest::newRow("nowhere") << QList<QString>{QString()};
    QTest::newRow("to a file") << QList<QString>{u"file:///etc/passwd"_s};
}

void FeedFetcherTest::givesUpOnRedirects()
{
    QFETCH(QList<QString>, locations);
    FeedServer server;
    for (int i = 0; i < locations.size(); ++i)
        server.redirect(u"/%1"_s.arg(i), 301, locations.at(i));
    const FetchReply reply = Fetching().one(requestFor(server.url(u"/0"_s)));
    QCOMPARE(reply.kind, FetchReply::Kind::Failed);
    QCOMPARE(reply.failure, FetchFailure::Redirect);
    QVERIFY(!reply.reason.isEmpty());
    QVERIFY(reply.movedTo.isEmpty());
}

void FeedFetcherTest::tellsStatuses_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 410, 429, 451, 500, 502, 503, 599, 204, 206})
        QTest::addRow("%d", status) << status;
}

void FeedFetcherTest::tellsStatuses()
{
    QFETCH(int, status);
    FeedServer server;
    ServerAnswer answer;
    answer.status = status;
    answer.body = status == 204 ? QByteArray() : rssOf(u"Wire"_s, 1);
    server.answer(u"/feed"_s, answer);
    const FetchReply reply = Fetching().one(requestFor(server.url(u"/feed"_s)));
    QCOMPARE(reply.kind, FetchReply::Kind::Failed);
    QCOMPARE(reply.failure, FetchFailure::Status);
    QCOMPARE(reply.status, status);
    QVERIFY(reply.reason.contains(QString::number(status)));
    QVERIFY(reply.body.isEmpty());
}

void FeedFetcherTest::tellsDamage_data()
{
    QTest::addColumn<ServerAnswer>("answer");
    ServerAnswer truncated;
    truncated.body = rssOf(u"Wire"_s, 5);
    truncated.breaksOffAfter = 300;
    QTest::newRow("breaks off") << truncated;
    ServerAnswer wrongLength;
    wrongLength.body = rssOf(u"Wire"_s, 2);
    wrongLength.claimsLength = wrongLength.body.size() + 100;
    wrongLength.breaksOffAfter = wrongLength.body.size();
    QTest::newRow("less than it claims") << wrongLength;
    ServerAnswer chunks;
    chunks.body = rssOf(u"Wire"_s, 5);
    chunks.chunked = true;
    chunks.breaksOffAfter = 300;
    QTest::newRow("breaks off in a chunk") << chunks;
    ServerAnswer gzip;
    gzip.headers = {{"Content-Encoding", "gzip"}};
    gzip.body = "this is no gzip at all, whatever its header says";
    QTest::newRow("gzip that is none") << gzip;
}

void FeedFetcherTest::tellsDamage()
{
    QFETCH(ServerAnswer, answer);
    FeedServer server;
    server.answer(u"/feed"_s, answer);
    const FetchReply reply = Fetching().one(requestFor(server.url(u"/feed"_s)));
    QCOMPARE(reply.kind, FetchReply::Kind::Failed);
    QCOMPARE(reply.failure, FetchFailure::Damaged);
    QVERIFY2(reply.reason.endsWith(u'.') && !reply.reason.contains(u": ."_s), qPrintable(reply.reason));
    QVERIFY(reply.body.isEmpty());
}

void FeedFetcherTest::cutsOffWhoIsSlow_data()
{
    QTest::addColumn<ServerAnswer>("answer");
    QTest::addColumn<FetchLimits>("limits");
    FetchLimits untilAnswer = patientLimits();
    untilAnswer.answerWithin = 400;
    FetchLimits ofEachStretch = patientLimits();
    ofEachStretch.dripWindow = 300;
    FetchLimits ofAll = patientLimits();
    ofAll.wholeWithin = 400;
    ServerAnswer never;
    never.neverAnswers = true;
    QTest::newRow("never answers") << never << untilAnswer;
    ServerAnswer drip;
    drip.body = rssOf(u"Wire"_s, 50);
    drip.dripEvery = 20;
    QTest::newRow("drips") << drip << ofEachStretch;
    QTest::newRow("takes too long for all") << drip << ofAll;
    ServerAnswer stalls;
    stalls.body = "<rss>";
    stalls.claimsLength = 100'000;
    QTest::newRow("stalls") << stalls << ofEachStretch;
}

void FeedFetcherTest::cutsOffWhoIsSlow()
{
    QFETCH(ServerAnswer, answer);
    QFETCH(FetchLimits, limits);
    FeedServer server;
    server.answer(u"/feed"_s, answer);
    const FetchReply reply = Fetching({}, limits).one(requestFor(server.url(u"/feed"_s)));
    QCOMPARE(reply.kind, FetchReply::Kind::Failed);
    QCOMPARE(reply.failure, FetchFailure::Timeout);
    QVERIFY(reply.reason.contains(u"127.0.0.1"_s));
}

void FeedFetcherTest::refusesWhatIsTooLarge_data()
{
    QTest::addColumn<ServerAnswer>("answer");
    QTest::addColumn<QString>("words");
    const QString larger = u"It is larger than the 1 MB"_s;
    const QString unpacks = u"unpacks to more than the 1 MB"_s;
    const QByteArray large(3 * 1024 * 1024, ' ');
    ServerAnswer claimed;
    claimed.body = large;
    QTest::newRow("by its length") << claimed << larger;
    ServerAnswer open = claimed;
    open.withoutLength = true;
    QTest::newRow("as it comes") << open << larger;
    ServerAnswer bomb;
    bomb.headers = {{"Content-Encoding", "gzip"}};
    bomb.body = gzipOf(QByteArray(8 * 1024 * 1024, ' '));
    QTest::newRow("a bomb, once unpacked") << bomb << unpacks;
    ServerAnswer packed = bomb;
    QByteArray numbers; // of which packing leaves more than a fortieth
    for (int i = 0; numbers.size() < 2 * 1024 * 1024; ++i)
        numbers += QByteArray::number(quint32(i) * 2654435761U);
    packed.body = gzipOf(numbers);
    QVERIFY(packed.body.size() < 1024 * 1024);
    QTest::newRow("once unpacked") << packed << unpacks;
}

void FeedFetcherTest::refusesWhatIsTooLarge()
{
    QFETCH(ServerAnswer, answer);
    QFETCH(QString, words);
    FeedServer server;
    server.answer(u"/feed"_s, answer);
    const FetchReply reply = Fetching().one(requestFor(server.url(u"/feed"_s)));
    QCOMPARE(reply.kind, FetchReply::Kind::Failed);
    QVERIFY2(reply.failure == FetchFailure::TooLarge, qPrintable(reply.reason));
    QVERIFY2(reply.reason.contains(words), qPrintable(reply.reason));
}

void FeedFetcherTest::explainsBadCertificates()
{
    FeedServer server;
    server.useBadTls();
    server.feed(u"/feed"_s, rssOf(u"Wire"_s, 1));
    const FetchReply reply = Fetching().one(requestFor(server.url(u"/feed"_s)));
    QCOMPARE(reply.kind, FetchReply::Kind::Failed);
    QCOMPARE(reply.failure, FetchFailure::Tls);
    QVERIFY2(reply.reason.contains(u"certificate"_s), qPrintable(reply.reason));
    QCOMPARE(server.requests().size(), 0); // it was told nothing
}

void FeedFetcherTest::tellsWhereNobodyListens()
{
    QString url;
    {
        const FeedServer server;
        url = server.url(u"/feed"_s);
    }
    const FetchReply reply = Fetching().one(requestFor(url));
    QCOMPARE(reply.kind, FetchReply::Kind::Failed);
    QCOMPARE(reply.failure, FetchFailure::Network);
    QCOMPARE(reply.status, 0);
}

void FeedFetcherTest::sendsSecretsToTheirOwnServerAlone()
{
    FeedServer own;
    FeedServer other;
    other.feed(u"/feed"_s, rssOf(u"Wire"_s, 1));
    own.redirect(u"/feed"_s, 302, u"/here"_s);
    own.redirect(u"/here"_s, 302, other.url(u"/feed"_s));
    FetchRequest request = requestFor(own.url(u"/feed"_s));
    request.secret = {u"ada"_s, u"pass"_s, {{"X-Key", "k"}}};
    QCOMPARE(Fetching().one(request).kind, FetchReply::Kind::Body);
    QCOMPARE(own.requests().size(), 2);
    for (const ServerRequest& asked : own.requests()) {
        QCOMPARE(asked.headers.value("authorization"), QByteArray("Basic YWRhOnBhc3M="));
        QCOMPARE(asked.headers.value("x-key"), QByteArray("k"));
    }
    QVERIFY(!other.requests().first().headers.contains("authorization"));
    QVERIFY(!other.requests().first().headers.contains("x-key"));
}

void FeedFetcherTest::leavesAHostAloneThatAsksForIt()
{
    FeedServer server;
    ServerAnswer answer;
    answer.status = 429;
    answer.headers = {{"Retry-After", "3600"}};
    server.answer(u"/1"_s, answer);
    FetchPace pace;
    pace.overall = 1;
    Fetching fetching(pace);
    for (int i = 1; i <= 3; ++i)
        fetching.fetcher.submit(requestFor(server.url(u"/%1"_s.arg(i)), i));
    QVERIFY(fetching.wait(3));
    QCOMPARE(server.requests().size(), 1);
    for (const FetchReply& reply : std::as_const(fetching.replies)) {
        QCOMPARE(reply.kind, FetchReply::Kind::Failed);
        QCOMPARE(reply.status, 429);
        QVERIFY(reply.wishes.retryAfter > 3540 && reply.wishes.retryAfter <= 3600); // what is left of it
    }
}

void FeedFetcherTest::asksNoMoreAtOnceThanAllowed()
{
    FeedServer server;
    FetchPace pace;
    pace.overall = 3;
    Fetching fetching(pace);
    int underWay = 0;
    int most = 0;
    QObject::connect(&fetching.fetcher, &FeedFetcher::started, &fetching.fetcher,
                     [&] { most = qMax(most, ++underWay); });
    QObject::connect(&fetching.fetcher, &FeedFetcher::fetched, &fetching.fetcher, [&] { --underWay; });
    for (int i = 0; i < 12; ++i) {
        server.feed(u"/%1"_s.arg(i), rssOf(u"Wire"_s, 1));
        fetching.fetcher.submit(requestFor(server.url(u"/%1"_s.arg(i)), i + 1));
    }
    QVERIFY(fetching.wait(12));
    QCOMPARE(most, 3);
    QCOMPARE(fetching.fetcher.unfinished(), 0);
}

void FeedFetcherTest::cancels()
{
    FeedServer server;
    ServerAnswer never;
    never.neverAnswers = true;
    FetchPace pace;
    pace.overall = 2;
    Fetching fetching(pace);
    for (int i = 0; i < 5; ++i) {
        server.answer(u"/%1"_s.arg(i), never);
        fetching.fetcher.submit(requestFor(server.url(u"/%1"_s.arg(i)), i + 1));
    }
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 2, patience);
    fetching.fetcher.cancelAll();
    QCOMPARE(fetching.replies.size(), 5);
    for (const FetchReply& reply : std::as_const(fetching.replies))
        QCOMPARE(reply.kind, FetchReply::Kind::Cancelled);
    QCOMPARE(fetching.fetcher.unfinished(), 0);
    server.feed(u"/after"_s, rssOf(u"Wire"_s, 1));
    QCOMPARE(fetching.one(requestFor(server.url(u"/after"_s))).kind, FetchReply::Kind::Body);
}

void FeedFetcherTest::isHeld()
{
    FeedServer server;
    server.feed(u"/feed"_s, rssOf(u"Wire"_s, 1));
    Fetching fetching;
    fetching.fetcher.hold(true);
    fetching.fetcher.submit(requestFor(server.url(u"/feed"_s)));
    QTest::qWait(50);
    QCOMPARE(server.requests().size(), 0);
    fetching.fetcher.hold(false);
    QVERIFY(fetching.wait(1));
}

void FeedFetcherTest::endsInTheMiddle()
{
    FeedServer server;
    ServerAnswer never;
    never.neverAnswers = true;
    server.answer(u"/feed"_s, never);
    {
        Fetching fetching;
        fetching.fetcher.submit(requestFor(server.url(u"/feed"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 1, patience);
    }
    QTest::qWait(20); // nothing comes back to what is gone
}

QTEST_GUILESS_MAIN(FeedFetcherTest)
#include "tst_feedfetcher.moc"
