// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/parsefeed.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Documents made to hurt. Each has to end, within the time that ctest allows, in a feed or in an error.
class FeedHostileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
    void entitiesDoNotGrow();
    void entitiesReadNoFile();
    void plainEntitiesAreRead();
    void pagesAndListsEnd_data();
    void pagesAndListsEnd();
    void survivesEveryCut();
};

namespace {

QByteArray rss(const QByteArray& channel)
{
    return "<rss version='2.0'><channel><title>T</title>" + channel + "</channel></rss>";
}

QByteArray item(const QByteArray& body)
{
    return rss("<item><title>I</title><description>" + body + "</description></item>");
}

QByteArray times(const QByteArray& piece, int count)
{
    return piece.repeated(count);
}

} // namespace

void FeedHostileTest::ends_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("elements 100,000 deep") << rss(times("<a>", 100'000));
    QTest::newRow("items 100,000 deep") << rss(times("<item>", 100'000));
    QTest::newRow("200,000 attributes") << rss("<item" + [] {
        QByteArray all;
        for (int i = 0; i < 200'000; ++i)
            all += " a" + QByteArray::number(i) + "='x'";
        return all;
    }() + "/>");
    QTest::newRow("200,000 namespaces") << rss("<item" + [] {
        QByteArray all;
        for (int i = 0; i < 200'000; ++i)
            all += " xmlns:a" + QByteArray::number(i) + "='x'";
        return all;
    }() + "/>");
    QTest::newRow("a name of 10 MB") << rss("<" + QByteArray(10'000'000, 'n') + ">");
    QTest::newRow("a text of 30 MB") << item(QByteArray(30'000'000, 'x'));
    QTest::newRow("CDATA of 30 MB") << item("<![CDATA[" + QByteArray(30'000'000, 'x') + "]]>");
    QTest::newRow("2 million elements") << rss(times("<a/>", 2'000'000));
    QTest::newRow("300,000 items") << rss(times("<item><title>x</title></item>", 300'000));
    QTest::newRow("CDATA never closed, many times") << rss(times("<![CDATA[", 500'000));
    QTest::newRow("CDATA whose only end is the last") << rss(times("<a><![CDATA[</a>", 500'000) + "]]>");
    QTest::newRow("comments never closed") << rss(times("<!-- x >", 500'000));
    QTest::newRow("document types never closed") << times("<!DOCTYPE [ >", 500'000) + rss({});
    QTest::newRow("declarations never closed") << rss(times("<!x", 500'000));
    QTest::newRow("instructions never closed") << rss(times("<?x", 500'000));
    QTest::newRow("quotes never closed") << rss(times("<a b='>", 500'000));
    QTest::newRow("ends of nothing") << rss(times("<x>", 127) + times("</y>", 1'000'000));
    QTest::newRow("ampersands") << item(times("&", 3'000'000));
    QTest::newRow("references never closed") << item(times("&amp", 3'000'000));
    QTest::newRow("HTML 100,000 deep") << item("<![CDATA[" + times("<div>", 100'000) + "]]>");
    QTest::newRow("HTML tables 100,000 deep")
        << item("<![CDATA[" + times("<table><tr><td>", 100'000) + "]]>");
    QTest::newRow("HTML lists and paragraphs in turns")
        << item("<![CDATA[" + times("<ul><li><p>", 100'000) + times("</b>", 100'000) + "]]>");
    QTest::newRow("HTML comments never closed") << item("<![CDATA[" + times("<!-- x >", 500'000) + "]]>");
    QTest::newRow("HTML declarations never closed") << item("<![CDATA[" + times("<!a", 500'000) + "]]>");
    QTest::newRow("HTML scripts never closed") << item("<![CDATA[" + times("<script></", 500'000) + "]]>");
    QTest::newRow("HTML attributes") << item("<![CDATA[<a " + times("b=c ", 500'000) + ">]]>");
    QTest::newRow("HTML equals signs and spaces") << item("<![CDATA[<a " + times("=  ", 500'000) + "]]>");
    const auto authors = [](const QByteArray& before, const QByteArray& after) {
        QByteArray all;
        for (int i = 0; i < 100'000; ++i)
            all += before + QByteArray::number(i) + after;
        return all;
    };
    QTest::newRow("100,000 authors of an item")
        << rss("<item>" + authors("<author>a", "</author>") + "</item>");
    QTest::newRow("100,000 authors of a feed") << rss(authors("<managingEditor>a", "</managingEditor>") +
                                                      times("<item><title>x</title></item>", 1000));
    QTest::newRow("JSON of 100,000 authors")
        << QByteArray("{\"version\":\"https://jsonfeed.org/version/1.1\",\"authors\":[" +
                      authors("{\"name\":\"a", "\"},") + "{}],\"items\":[{\"id\":1}]}");
    QTest::newRow("JSON 100,000 deep") << QByteArray("{\"items\":" + times("[", 100'000));
    QTest::newRow("JSON of many items")
        << QByteArray("{\"items\":[" + times("{\"id\":1},", 200'000) + "{}]}");
}

void FeedHostileTest::ends()
{
    QFETCH(QByteArray, bytes);
    const Result<Feed> feed = parseFeed(bytes, u"https://o.example/feed"_s);
    if (feed) {
        QVERIFY(feed->items.size() <= 20'000);
        for (const FeedItem& each : feed->items)
            QVERIFY(each.summary.html.size() <= 2 * 1024 * 1024 && each.authors.size() <= 50);
    } else {
        QVERIFY(!feed.error().message.isEmpty());
    }
}

void FeedHostileTest::entitiesDoNotGrow()
{
    QByteArray laughs = "<!DOCTYPE rss [<!ENTITY a0 \"lol\">";
    for (int i = 1; i < 30; ++i) {
        const QByteArray below = "&a" + QByteArray::number(i - 1) + ";";
        laughs += "<!ENTITY a" + QByteArray::number(i) + " \"" + below.repeated(10) + "\">";
    }
    const Result<Feed> nested = parseFeed(laughs + "]>" + item("&a29;"), {});
    QVERIFY(nested);
    QVERIFY(nested->items.front().summary.text.size() < 1000);

    const QByteArray wide =
        "<!DOCTYPE rss [<!ENTITY a \"" + QByteArray(500, 'x') + "\">]>" + item(times("&a;", 500'000));
    const Result<Feed> repeated = parseFeed(wide, {});
    QVERIFY(repeated);
    QVERIFY(repeated->items.front().summary.text.size() < 2'000'000);
}

void FeedHostileTest::entitiesReadNoFile()
{
    QTemporaryDir folder;
    QFile secret(folder.filePath(u"secret.txt"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write("hidden words");
    secret.close();
    const QByteArray path = QFile::encodeName(secret.fileName());
    const Result<Feed> feed = parseFeed(
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file://" + path + "\"><!ENTITY % p SYSTEM '" + path + "'>%p;]>" +
            item("&x;<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' parse='text' href='" + path +
                 "'/>"),
        {});
    QVERIFY(feed);
    QVERIFY(!feed->items.front().summary.raw.contains(u"hidden words"_s));
    QVERIFY(!feed->items.front().summary.text.contains(u"hidden words"_s));
}

void FeedHostileTest::plainEntitiesAreRead()
{
    const Result<Feed> feed = parseFeed("<!DOCTYPE rss [<!ENTITY co \"Harbour\"> <!ENTITY q '&#8217;'>]>" +
                                            rss("<item><title>&co;&q;s &nbsp;day</title></item>"),
                                        {});
    QVERIFY(feed);
    QCOMPARE(feed->items.front().title, u"Harbour’s \u00A0day"_s);
}

void FeedHostileTest::pagesAndListsEnd_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("outlines 100,000 deep")
        << QByteArray("<opml><body>" + times("<outline text='x'>", 100'000));
    QTest::newRow("many outlines") << QByteArray("<opml><body>" + times("<outline xmlUrl='x'/>", 500'000));
    QTest::newRow("many links") << QByteArray("<html>" + times("<link rel=feed href=x>", 300'000));
    QTest::newRow("JSON-LD 100,000 deep")
        << QByteArray("<script type='application/ld+json'>" + times("[", 100'000) + "</script>");
    QTest::newRow("many JSON-LD") << QByteArray(
        times("<script type='application/ld+json'>{</script>", 100'000));
    QTest::newRow("noise") << times("<\x00!-\"'=/>&#x", 500'000);
}

void FeedHostileTest::pagesAndListsEnd()
{
    QFETCH(QByteArray, bytes);
    const Result<Outline> list = parseOutline(bytes);
    QVERIFY(!list || list->feeds.size() <= 1'000'000);
    const Result<PageMetadata> page = parsePage(bytes, u"https://o.example/"_s);
    QVERIFY(page);
    QVERIFY(page->feeds.size() <= 100);
}

void FeedHostileTest::survivesEveryCut()
{
    const QByteArray whole =
        "\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><!DOCTYPE rss [<!ENTITY a 'b'>]><!-- c --><rss "
        "version='2.0'>"
        "<channel><title>\xC3\xA9 &amp; &#8217;</title><item a='1' b=\"2\" c=3><title><![CDATA[x]]></title>"
        "<description>&lt;a href='y'&gt;z</description></item></channel></rss>";
    for (qsizetype length = 0; length <= whole.size(); ++length) {
        const Result<Feed> feed = parseFeed(QByteArrayView(whole).first(length), {});
        QVERIFY(feed || !feed.error().message.isEmpty());
    }
}

QTEST_APPLESS_MAIN(FeedHostileTest)
#include "tst_feedhostile.moc"
