// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/fetch/addressrules.h"
#include "app/feeds/fetch/serverwishes.h"
#include "app/feeds/secrets/feedsecret.h"

#include <QTest>
#include <QTimeZone>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

class FetchRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wishes_data();
    void wishes();
    void httpDates_data();
    void httpDates();
    void redirects_data();
    void redirects();
    void addresses_data();
    void addresses();
    void origins();
    void headers_data();
    void headers();
    void secretsKeepTheirForm();
    void foreignSecretsAreRefused();
};

void FetchRulesTest::wishes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("freshFor");
    QTest::addColumn<qint64>("retryAfter");
    const auto row = [](const char* what, const char* name, const char* value, qint64 fresh, qint64 retry) {
        QTest::newRow(what) << QByteArray(name) << QByteArray(value) << fresh << retry;
    };
    row("nothing", "x", "", -1, -1);
    row("max-age", "cache-control", "public, max-age=900", 900, -1);
    row("max-age quoted, in capitals", "cache-control", "Max-Age=\"60\"", 60, -1);
    row("no-cache", "cache-control", "no-cache, max-age=900", 0, -1);
    row("max-age that is none", "cache-control", "max-age=soon", -1, -1);
    row("max-age below zero", "cache-control", "max-age=-1", -1, -1);
    row("max-age beyond reason", "cache-control", "max-age=99999999999999999999", 30 * 86400, -1);
    row("expires", "expires", "Tue, 03 Nov 2026 00:10:00 GMT", 600, -1);
    row("expired", "expires", "Mon, 02 Nov 2026 00:10:00 GMT", 0, -1);
    row("expires that is no date", "expires", "0", 0, -1);
    row("retry in seconds", "retry-after", "120", -1, 120);
    row("retry at a time", "retry-after", "Tue, 03 Nov 2026 01:00:00 GMT", -1, 3600);
    row("retry in the past", "retry-after", "Tue, 03 Nov 2020 01:00:00 GMT", -1, 0);
    row("retry that is neither", "retry-after", "later", -1, -1);
}

void FetchRulesTest::wishes()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(qint64, freshFor);
    QFETCH(qint64, retryAfter);
    const QDateTime now(QDate(2026, 11, 3), QTime(0, 0), QTimeZone::utc());
    const ServerWishes read = serverWishes({{name, value}}, now);
    QCOMPARE(read.freshFor, freshFor);
    QCOMPARE(read.retryAfter, retryAfter);
}

void FetchRulesTest::httpDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const QString instant = u"1994-11-06T08:49:37Z"_s;
    QTest::newRow("usual") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << instant;
    QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << instant;
    QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << instant;
    QTest::newRow("two digits of this century")
        << QByteArray("Monday, 02-Nov-26 00:00:00 GMT") << u"2026-11-02T00:00:00Z"_s;
    QTest::newRow("none") << QByteArray("yesterday") << QString();
    QTest::newRow("empty") << QByteArray() << QString();
}

void FetchRulesTest::httpDates()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(httpDate(text).toUTC(), QDateTime::fromString(expected, Qt::ISODate));
}

void FetchRulesTest::redirects_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("to"); // empty: not followed
    const auto row = [](const char* what, const char* from, const char* location, const char* to) {
        QTest::newRow(what) << QString::fromLatin1(from) << QByteArray(location) << QString::fromLatin1(to);
    };
    row("absolute", "https://a.example/x", "https://b.example/y", "https://b.example/y");
    row("relative", "https://a.example/x/1", "../y", "https://a.example/y");
    row("without scheme", "https://a.example/x", "//b.example/y", "https://b.example/y");
    row("up to https", "http://a.example/x", "https://a.example/x", "https://a.example/x");
    row("down to http", "https://a.example/x", "http://a.example/x", "");
    row("nowhere", "https://a.example/x", "", "");
    row("to a file", "https://a.example/x", "file:///etc/passwd", "");
    row("to a script", "https://a.example/x", "javascript:alert(1)", "");
    row("to this machine", "http://a.example/x", "http://127.0.0.1/x", "");
    row("to this machine in disguise", "http://a.example/x", "http://0x7f000001/x", "");
    row("into a private network", "http://a.example/x", "http://10.0.0.1/x", "");
    row("within a private network", "http://10.0.0.1/x", "http://10.0.0.2/y", "http://10.0.0.2/y");
    row("from a private network to this machine", "http://10.0.0.1/x", "http://localhost/y", "");
    row("within this machine", "http://127.0.0.1/x", "http://localhost/y", "http://localhost/y");
    row("a name and password go", "https://a.example/", "https://u:p@b.example/", "https://b.example/");
}

void FetchRulesTest::redirects()
{
    QFETCH(QString, from);
    QFETCH(QByteArray, location);
    QFETCH(QString, to);
    const RedirectStep step = redirectStep(QUrl(from), location);
    QCOMPARE(step.fault.isEmpty(), !to.isEmpty());
    if (!to.isEmpty())
        QCOMPARE(step.to.toString(), to);
}

void FetchRulesTest::addresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("fetched");
    QTest::newRow("http") << u"http://a.example/"_s << true;
    QTest::newRow("https") << u"https://a.example/feed?x=1"_s << true;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("ftp") << u"ftp://a.example/"_s << false;
    QTest::newRow("data") << u"data:text/xml,x"_s << false;
    QTest::newRow("no host") << u"http:///x"_s << false;
    QTest::newRow("password") << u"https://u:p@a.example/"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void FetchRulesTest::addresses()
{
    QFETCH(QString, url);
    QFETCH(bool, fetched);
    QCOMPARE(addressFault(QUrl(url)).isEmpty(), fetched);
}

void FetchRulesTest::origins()
{
    const QUrl url(u"https://a.example/x"_s);
    QVERIFY(isSameOrigin(url, QUrl(u"https://A.example:443/y"_s)));
    QVERIFY(!isSameOrigin(url, QUrl(u"http://a.example/x"_s)));
    QVERIFY(!isSameOrigin(url, QUrl(u"https://a.example:444/x"_s)));
    QVERIFY(!isSameOrigin(url, QUrl(u"https://b.a.example/x"_s)));
}

void FetchRulesTest::headers_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("sent");
    QTest::newRow("a key") << QByteArray("X-Api-Key") << QByteArray("abc 123") << true;
    QTest::newRow("authorization") << QByteArray("Authorization") << QByteArray("Bearer x") << true;
    QTest::newRow("no name") << QByteArray() << QByteArray("x") << false;
    QTest::newRow("blank in the name") << QByteArray("X Key") << QByteArray("x") << false;
    QTest::newRow("a second line") << QByteArray("X-Key") << QByteArray("x\r\nHost: evil") << false;
    QTest::newRow("the connection's own") << QByteArray("Host") << QByteArray("x") << false;
    QTest::newRow("the program's own") << QByteArray("If-None-Match") << QByteArray("x") << false;
}

void FetchRulesTest::headers()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(bool, sent);
    QCOMPARE(headerFault(name, value).isEmpty(), sent);
}

void FetchRulesTest::secretsKeepTheirForm()
{
    const FeedSecret secret{u"ada"_s, u"pässword:\"1\""_s, {{"X-Key", "a"}, {"X-Key", "b"}}};
    const auto read = feedSecretFromBytes(toBytes(secret));
    QVERIFY(read);
    QCOMPARE(*read, secret);
}

void FetchRulesTest::foreignSecretsAreRefused()
{
    QVERIFY(!feedSecretFromBytes("hunter2"));
    QVERIFY(!feedSecretFromBytes(""));
    const auto read =
        feedSecretFromBytes(R"({"user":"a","headers":[["Host","evil"],["X","a\nb"],["Y","c"]]})");
    QVERIFY(read);
    QCOMPARE(read->headers.size(), 1);
}

QTEST_APPLESS_MAIN(FetchRulesTest)
#include "tst_fetchrules.moc"
