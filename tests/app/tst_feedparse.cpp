// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/parsefeed.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Feeds of every kind, as values.
class FeedParseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRss();
    void readsRdf();
    void readsAtom();
    void readsOldAtom();
    void readsJsonFeed();
    void tellsFormats_data();
    void tellsFormats();
    void refuses_data();
    void refuses();
    void recoversDamage_data();
    void recoversDamage();
    void makesPlainTitles_data();
    void makesPlainTitles();
    void resolvesLinks_data();
    void resolvesLinks();
    void findsIdentity_data();
    void findsIdentity();
    void readsPeople_data();
    void readsPeople();
    void takesTheBestBody_data();
    void takesTheBestBody();
    void readsPace();
    void titlesEscapedTwiceByTheWholeFeed();
};

namespace {

Feed feedOf(const QByteArray& bytes, const QString& address = {}, const HttpHeaders& headers = {})
{
    const Result<Feed> feed = parseFeed(bytes, address, headers);
    if (!feed)
        qWarning("%s", qPrintable(feed.error().message));
    return feed.value_or(Feed());
}

QByteArray rss(const QByteArray& channel)
{
    return "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
           "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
           "xmlns:atom='http://www.w3.org/2005/Atom' "
           "xmlns:media='http://search.yahoo.com/mrss/' "
           "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>"
           "<channel>" +
           channel + "</channel></rss>";
}

QByteArray atom(const QByteArray& inside)
{
    return "<feed xmlns='http://www.w3.org/2005/Atom'>" + inside + "</feed>";
}

FeedItem onlyItem(const Feed& feed)
{
    return feed.items.size() == 1 ? feed.items.front() : FeedItem();
}

} // namespace

void FeedParseTest::readsRss()
{
    const Feed feed = feedOf(rss(
        "<title>Harbour &amp; Tide</title><link>https://harbour.example/</link>"
        "<atom:link rel='self' href='https://harbour.example/rss'/><description>News of "
        "&lt;b&gt;ships&lt;/b&gt;"
        "</description><language>en-gb</language><lastBuildDate>Tue, 05 Mar 2024 10:00:00 GMT</lastBuildDate>"
        "<image><url>/logo.png</url><title>Other</title><link>https://harbour.example/</link></image>"
        "<category>Shipping</category><item><title>Crane falls</title><link>https://harbour.example/1</link>"
        "<guid isPermaLink='false'>h-1</guid><pubDate>Tue, 05 Mar 2024 09:00:00 +0100</pubDate>"
        "<dc:creator>Ada Quay</dc:creator><category>Accidents</category><category>Cranes</category>"
        "<description>Short</description><content:encoded><![CDATA[<p>Long <a href='/2'>text</a></p>]]>"
        "</content:encoded><enclosure url='https://harbour.example/1.mp3' type='audio/mpeg' length='1234'/>"
        "<comments>https://harbour.example/1#talk</comments></item>"));
    QCOMPARE(feed.format, u"rss"_s);
    QCOMPARE(feed.version, u"2.0"_s);
    QCOMPARE(feed.encoding, u"utf-8"_s);
    QCOMPARE(feed.title, u"Harbour & Tide"_s);
    QCOMPARE(feed.link, u"https://harbour.example/"_s);
    QCOMPARE(feed.feedUrl, u"https://harbour.example/rss"_s);
    QCOMPARE(feed.description.html, u"News of <b>ships</b>"_s);
    QCOMPARE(feed.description.text, u"News of ships"_s);
    QCOMPARE(feed.language, u"en-gb"_s);
    QCOMPARE(feed.categories, QStringList{u"Shipping"_s});
    QCOMPARE(feed.updated.toString(Qt::ISODate), u"2024-03-05T10:00:00Z"_s);
    QCOMPARE(feed.items.size(), 1);
    QVERIFY(feed.warnings.isEmpty());
    const FeedItem& item = feed.items.front();
    QCOMPARE(item.id, u"h-1"_s);
    QCOMPARE(item.identity, u"h-1"_s);
    QCOMPARE(item.title, u"Crane falls"_s);
    QVERIFY(!item.titleIsMade);
    QCOMPARE(item.link, u"https://harbour.example/1"_s);
    QCOMPARE(item.published.toString(Qt::ISODate), u"2024-03-05T08:00:00Z"_s);
    QCOMPARE(item.authors, (QList<FeedPerson>{{u"Ada Quay"_s, {}, {}}}));
    QCOMPARE(item.categories, (QStringList{u"Accidents"_s, u"Cranes"_s}));
    QCOMPARE(item.summary.html, u"Short"_s);
    QCOMPARE(item.content.html, u"<p>Long <a href=\"https://harbour.example/2\">text</a></p>"_s);
    QCOMPARE(item.content.raw, u"<p>Long <a href='/2'>text</a></p>"_s);
    QCOMPARE(item.content.text, u"Long text"_s);
    QCOMPARE(item.enclosures,
             (QList<FeedEnclosure>{{u"https://harbour.example/1.mp3"_s, u"audio/mpeg"_s, 1234}}));
    QCOMPARE(item.comments, u"https://harbour.example/1#talk"_s);
    QCOMPARE(item.language, u"en-gb"_s);
}

void FeedParseTest::readsRdf()
{
    const Feed feed = feedOf(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel "
        "rdf:about='https://o.example/c'><title>C</title>"
        "<link>https://o.example/</link></channel><image "
        "rdf:about='i'><url>https://o.example/i.png</url></image>"
        "<item rdf:about='https://o.example/about/1'><title>One</title><link>https://o.example/1</link>"
        "<dc:date>2024-03-05T09:00:00+02:00</dc:date><dc:subject>S</dc:subject></item></rdf:RDF>");
    QCOMPARE(feed.format, u"rdf"_s);
    QCOMPARE(feed.version, u"1.0"_s);
    QCOMPARE(feed.image, u"https://o.example/i.png"_s);
    const FeedItem item = onlyItem(feed);
    QCOMPARE(item.id, u"https://o.example/about/1"_s);
    QCOMPARE(item.link, u"https://o.example/1"_s);
    QCOMPARE(item.published.toString(Qt::ISODate), u"2024-03-05T07:00:00Z"_s);
    QCOMPARE(item.categories, QStringList{u"S"_s});
}

void FeedParseTest::readsAtom()
{
    const Feed feed =
        feedOf("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://o.example/blog/' "
               "xml:lang='da'><title>T</title>"
               "<link rel='self' href='feed'/><link href='../'/><id>tag:o.example,2024:f</id>"
               "<author><name>Feed Author</name></author>"
               "<updated>2024-03-06T00:00:00Z</updated><entry><title type='html'>A &amp;lt;i&amp;gt; "
               "&lt;b&gt;b&lt;/b&gt;"
               "</title><id>tag:o.example,2024:1</id><link rel='replies' href='1/talk' type='text/html'/>"
               "<link rel='enclosure' href='1.ogg' type='audio/ogg' length='9'/><link href='1'/>"
               "<updated>2024-03-05T12:00:00Z</updated><published>2024-03-05T11:00:00Z</published>"
               "<category term='sea' label='The Sea'/><summary>1 &lt; 2</summary>"
               "<content type='xhtml' xml:base='deep/'><div xmlns='http://www.w3.org/1999/xhtml'>See <a "
               "href='x'>x</a><br/>"
               "</div></content></entry></feed>");
    QCOMPARE(feed.format, u"atom"_s);
    QCOMPARE(feed.version, u"1.0"_s);
    QCOMPARE(feed.link, u"https://o.example/"_s);
    QCOMPARE(feed.feedUrl, u"https://o.example/blog/feed"_s);
    QCOMPARE(feed.id, u"tag:o.example,2024:f"_s);
    QCOMPARE(feed.language, u"da"_s);
    const FeedItem item = onlyItem(feed);
    QCOMPARE(item.title, u"A <i> b"_s);
    QCOMPARE(item.link, u"https://o.example/blog/1"_s);
    QCOMPARE(item.comments, u"https://o.example/blog/1/talk"_s);
    QCOMPARE(item.enclosures, (QList<FeedEnclosure>{{u"https://o.example/blog/1.ogg"_s, u"audio/ogg"_s, 9}}));
    QCOMPARE(item.updated.toString(Qt::ISODate), u"2024-03-05T12:00:00Z"_s);
    QCOMPARE(item.published.toString(Qt::ISODate), u"2024-03-05T11:00:00Z"_s);
    QCOMPARE(item.summary.html, u"1 &lt; 2"_s);
    QCOMPARE(item.content.html, u"<div>See <a href=\"https://o.example/blog/deep/x\">x</a><br></div>"_s);
    QCOMPARE(item.categories, QStringList{u"sea"_s});
    QCOMPARE(item.authors.value(0).name, u"Feed Author"_s);
}

void FeedParseTest::readsOldAtom()
{
    const Feed feed =
        feedOf("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title mode='escaped' "
               "type='text/html'>&lt;i&gt;T&lt;/i&gt;</title><tagline>Line</tagline>"
               "<entry><issued>2003-12-13T08:29:29-04:00</issued><modified>2003-12-13T18:30:02Z</modified>"
               "<content mode='base64' type='text/html'>PGI+aGk8L2I+</content></entry></feed>");
    QCOMPARE(feed.version, u"0.3"_s);
    QCOMPARE(feed.title, u"T"_s);
    QCOMPARE(feed.description.html, u"Line"_s);
    const FeedItem item = onlyItem(feed);
    QCOMPARE(item.content.html, u"<b>hi</b>"_s);
    QCOMPARE(item.published.toString(Qt::ISODate), u"2003-12-13T12:29:29Z"_s);
    QCOMPARE(item.title, u"hi"_s);
    QVERIFY(item.titleIsMade);
}

void FeedParseTest::readsJsonFeed()
{
    const Feed feed = feedOf(R"({"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"/",
        "authors":[{"name":"Jo"}],"items":[{"id":7,"url":"https://o.example/7","title":"A &amp; B",
        "content_html":"<p>x<script>y</script></p>","date_published":"2024-03-05T09:00:00Z","tags":["a","b","a"],
        "attachments":[{"url":"7.mp3","mime_type":"audio/mpeg","size_in_bytes":12}]},
        {"id":"8","content_text":"1 < 2","author":{"name":"Di","url":"https://d.example"}},"nonsense"]})",
                             u"https://o.example/feed.json"_s);
    QCOMPARE(feed.format, u"json"_s);
    QCOMPARE(feed.version, u"1.1"_s);
    QCOMPARE(feed.link, u"https://o.example/"_s);
    QCOMPARE(feed.items.size(), 2);
    QCOMPARE(feed.items[0].id, u"7"_s);
    QCOMPARE(feed.items[0].title, u"A & B"_s);
    QCOMPARE(feed.items[0].content.html, u"<p>x</p>"_s);
    QCOMPARE(feed.items[0].categories, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(feed.items[0].enclosures.value(0).url, u"https://o.example/7.mp3"_s);
    QCOMPARE(feed.items[0].authors.value(0).name, u"Jo"_s);
    QCOMPARE(feed.items[1].content.html, u"1 &lt; 2"_s);
    QCOMPARE(feed.items[1].authors.value(0).url, u"https://d.example"_s);
}

void FeedParseTest::tellsFormats_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("version");
    QTest::newRow("RSS 0.91") << QByteArray("<rss version='0.91'><channel/></rss>") << u"rss"_s << u"0.91"_s;
    QTest::newRow("RSS that calls itself 2.1") << QByteArray("<rss version='2.1'/>") << u"rss"_s << u"2.0"_s;
    QTest::newRow("RSS without version") << QByteArray("<rss><channel/></rss>") << u"rss"_s << QString();
    QTest::newRow("RSS in capitals") << QByteArray("<RSS VERSION='2.0'><CHANNEL></CHANNEL></RSS>") << u"rss"_s
                                     << u"2.0"_s;
    QTest::newRow("RDF 0.9") << QByteArray("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
                                           "xmlns='http://my.netscape.com/rdf/simple/0.9/'/>")
                             << u"rdf"_s << u"0.90"_s;
    QTest::newRow("Atom with a prefix")
        << QByteArray("<a:feed xmlns:a='http://www.w3.org/2005/Atom'/>") << u"atom"_s << u"1.0"_s;
    QTest::newRow("after a server's warning")
        << QByteArray("<br/><b>Warning</b>: x in y<rss version='2.0'/>") << u"rss"_s << u"2.0"_s;
    QTest::newRow("after a blank and a BOM")
        << QByteArray("\xEF\xBB\xBF\n\n<?xml version='1.0'?><rss version='2.0'/>") << u"rss"_s << u"2.0"_s;
}

void FeedParseTest::tellsFormats()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, format);
    QFETCH(QString, version);
    const Feed feed = feedOf(bytes);
    QCOMPARE(feed.format, format);
    QCOMPARE(feed.version, version);
}

void FeedParseTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << QByteArray() << u"empty"_s;
    QTest::newRow("blanks") << QByteArray(" \n\t") << u"empty"_s;
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html><body><p>Hi</p></body></html>")
                              << u"web page"_s;
    QTest::newRow("other XML") << QByteArray("<catalog><book/></catalog>") << u"neither"_s;
    QTest::newRow("words") << QByteArray("Not found") << u"neither"_s;
    QTest::newRow("other JSON") << QByteArray("{\"a\":1}") << u"not a feed"_s;
    QTest::newRow("broken JSON") << QByteArray("{\"version\":") << u"not valid JSON"_s;
    QTest::newRow("JSON list") << QByteArray("[1,2]") << u"not a feed"_s;
    QTest::newRow("noise") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16) << u"neither"_s;
    QTest::newRow("too large") << QByteArray(33 * 1024 * 1024, ' ') << u"32 MB"_s;
}

void FeedParseTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const Result<Feed> feed = parseFeed(bytes, {});
    QVERIFY(!feed);
    QVERIFY2(feed.error().message.contains(reason), qPrintable(feed.error().message));
    QCOMPARE(feed.error().code, ErrorCode::InvalidInput);
}

void FeedParseTest::recoversDamage_data()
{
    QTest::addColumn<QByteArray>("channel");
    const auto row = [](const char* name, const QByteArray& channel) { QTest::newRow(name) << channel; };
    row("bare ampersands", "<item><title>One</title><link>https://o.example/?a=1&b=2&copy=3</link></item>"
                           "<item><title>Two</title></item>");
    row("HTML's references", "<item><title>One</title><description>&nbsp;&hellip;&bogus;</description></item>"
                             "<item><title>Two</title></item>");
    row("title not closed", "<item><title>One<link>x</link></item><item><title>Two</title></item>");
    row("title closed by another name", "<item><title>One</titel></item><item><title>Two</title></item>");
    row("item not closed", "<item><title>One</title><item><title>Two</title></item>");
    row("wrong order of ends", "<item><title>One</item></title><item><title>Two</title></item>");
    row("unquoted attribute",
        "<item><title>One</title><guid isPermaLink=false>x</guid></item><item><title>Two</title></item>");
    row("attribute without its closing quote", "<item><title>One</title><enclosure url='x></enclosure></item>"
                                               "<item><title>Two</title></item>");
    row("attribute twice", "<item><title a='1' a='2'>One</title></item><item><title>Two</title></item>");
    row("tag without its end",
        "<item><title>One</title><description>x</description</item><item><title>Two</title></item>");
    row("CDATA without its end", "<item><title>One</title><description><![CDATA[x</description></item>"
                                 "<item><title>Two</title><description><![CDATA[y]]></description></item>");
    row("comment without its end", "<item><title>One</title></item><!-- x ><item><title>Two</title></item>");
    row("cut short", "<item><title>One</title></item><item><title>Two");
    row("unescaped markup",
        "<item><title>One</title><description><p>a<br>b<img src=x></p></description></item>"
        "<item><title>Two</title></item>");
    row("control characters", "<item><title>O\x01n\x02"
                              "e</title></item><item><title>\x1FTwo</title></item>");
    row("undeclared prefix",
        "<item><title>One</title><foo:bar>x</foo:bar></item><item><title>Two</title></item>");
    row("less-than sign in text", "<item><title>One</title><description>1 < 2 <3</description></item>"
                                  "<item><title>Two</title></item>");
}

void FeedParseTest::recoversDamage()
{
    QFETCH(QByteArray, channel);
    const Feed feed = feedOf("<rss version='2.0'><channel><title>Ch</title>" + channel + "</channel></rss>");
    QCOMPARE(feed.title, u"Ch"_s);
    QCOMPARE(feed.items.size(), 2);
    QCOMPARE(feed.items[0].title, u"One"_s);
    QCOMPARE(feed.items[1].title, u"Two"_s);
}

void FeedParseTest::makesPlainTitles_data()
{
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QString>("plain");
    QTest::newRow("markup, escaped") << QByteArray("<title>&lt;b&gt;A&lt;/b&gt; b</title>") << u"A b"_s;
    QTest::newRow("markup in CDATA") << QByteArray("<title><![CDATA[<b>A</b> b]]></title>") << u"A b"_s;
    QTest::newRow("markup as elements") << QByteArray("<title><b>A</b> b</title>") << u"A b"_s;
    QTest::newRow("reference in CDATA") << QByteArray("<title><![CDATA[R&amp;D]]></title>") << u"R&D"_s;
    QTest::newRow("number in CDATA") << QByteArray("<title><![CDATA[It&#8217;s]]></title>") << u"It’s"_s;
    QTest::newRow("ampersand") << QByteArray("<title>R&amp;D</title>") << u"R&D"_s;
    QTest::newRow("escaped on purpose")
        << QByteArray("<title>Use &amp;amp; well</title>") << u"Use &amp; well"_s;
    QTest::newRow("less than") << QByteArray("<title>1 &lt; 2</title>") << u"1 < 2"_s;
    QTest::newRow("lines and spaces") << QByteArray("<title>\n  A\n  b </title>") << u"A b"_s;
    QTest::newRow("Dublin Core for want of better") << QByteArray("<dc:title>D</dc:title>") << u"D"_s;
    QTest::newRow("the feed's own before Dublin Core")
        << QByteArray("<dc:title>D</dc:title><title>T</title>") << u"T"_s;
}

void FeedParseTest::makesPlainTitles()
{
    QFETCH(QByteArray, title);
    QFETCH(QString, plain);
    QCOMPARE(onlyItem(feedOf(rss("<item>" + title + "</item>"))).title, plain);
}

void FeedParseTest::resolvesLinks_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("link");
    QTest::newRow("against the channel's link")
        << rss("<link>https://site.example/news/</link><item><link>a b?c#d</link></item>")
        << u"https://site.example/news/a%20b?c#d"_s;
    QTest::newRow("against the address")
        << rss("<item><link>../x</link></item>") << u"https://feeds.example/x"_s;
    QTest::newRow("against xml:base before both")
        << rss("<link>https://site.example/</link><item "
               "xml:base='https://base.example/y/'><link>x</link></item>")
        << u"https://base.example/y/x"_s;
    QTest::newRow("a permanent guid")
        << rss("<item><guid>https://site.example/g</guid></item>") << u"https://site.example/g"_s;
    QTest::newRow("no permanent guid")
        << rss("<item><guid isPermaLink='false'>https://site.example/g</guid></item>") << QString();
    QTest::newRow("a guid that is no address") << rss("<item><guid>12</guid></item>") << QString();
    QTest::newRow("an Atom link in RSS")
        << rss("<item><atom:link href='https://site.example/a'/></item>") << u"https://site.example/a"_s;
    QTest::newRow("page before other alternates")
        << atom("<entry><link rel='alternate' type='application/json' href='https://o.example/j'/>"
                "<link rel='alternate' type='text/html' href='https://o.example/h'/></entry>")
        << u"https://o.example/h"_s;
    QTest::newRow("host alone") << rss("<item><link>//o.example/x</link></item>") << u"https://o.example/x"_s;
    QTest::newRow("space around") << rss("<item><link>\n https://o.example/x\n</link></item>")
                                  << u"https://o.example/x"_s;
}

void FeedParseTest::resolvesLinks()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, link);
    QCOMPARE(onlyItem(feedOf(bytes, u"https://feeds.example/f/rss.xml"_s)).link, link);
}

void FeedParseTest::findsIdentity_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QByteArray>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("the guid decides") << QByteArray("<guid>g</guid><title>A</title>")
                                      << QByteArray("<guid>g</guid><title>B</title>") << true;
    QTest::newRow("guids differ") << QByteArray("<guid>g</guid><link>https://o.example</link>")
                                  << QByteArray("<guid>h</guid><link>https://o.example</link>") << false;
    QTest::newRow("without guid the link decides")
        << QByteArray("<link>https://o.example/1</link><title>A</title>")
        << QByteArray("<link>https://o.example/1</link><title>B</title>") << true;
    QTest::newRow("without both the content decides")
        << QByteArray("<title>A</title><description>x</description>")
        << QByteArray("<title>A</title><description>x</description>") << true;
    QTest::newRow("content differs") << QByteArray("<title>A</title><description>x</description>")
                                     << QByteArray("<title>A</title><description>y</description>") << false;
}

void FeedParseTest::findsIdentity()
{
    QFETCH(QByteArray, one);
    QFETCH(QByteArray, other);
    QFETCH(bool, same);
    const Feed feed = feedOf(rss("<item>" + one + "</item><item>" + other + "</item>"));
    QCOMPARE(feed.items.size(), 2);
    QVERIFY(!feed.items[0].identity.isEmpty());
    QCOMPARE(feed.items[0].identity == feed.items[1].identity, same);
}

void FeedParseTest::readsPeople_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("email");
    QTest::newRow("address and name")
        << QByteArray("<author>jo@o.example (Jo Doe)</author>") << u"Jo Doe"_s << u"jo@o.example"_s;
    QTest::newRow("name and address")
        << QByteArray("<author>Jo Doe &lt;jo@o.example&gt;</author>") << u"Jo Doe"_s << u"jo@o.example"_s;
    QTest::newRow("address alone") << QByteArray("<author>jo@o.example</author>") << QString()
                                   << u"jo@o.example"_s;
    QTest::newRow("name alone") << QByteArray("<dc:creator> Jo\n Doe </dc:creator>") << u"Jo Doe"_s
                                << QString();
    QTest::newRow("elements")
        << QByteArray(
               "<atom:author><atom:name>Jo</atom:name><atom:email>jo@o.example</atom:email></atom:author>")
        << u"Jo"_s << u"jo@o.example"_s;
    QTest::newRow("creator before podcast's")
        << QByteArray("<itunes:author>P</itunes:author><dc:creator>Jo</dc:creator>") << u"Jo"_s << QString();
}

void FeedParseTest::readsPeople()
{
    QFETCH(QByteArray, item);
    QFETCH(QString, name);
    QFETCH(QString, email);
    const QList<FeedPerson> people = onlyItem(feedOf(rss("<item>" + item + "</item>"))).authors;
    QCOMPARE(people.size(), 1);
    QCOMPARE(people.front().name, name);
    QCOMPARE(people.front().email, email);
}

void FeedParseTest::takesTheBestBody_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QString>("content");
    QTest::newRow("description alone") << QByteArray("<description>a</description>") << u"a"_s << QString();
    QTest::newRow("both") << QByteArray("<content:encoded>c</content:encoded><description>a</description>")
                          << u"a"_s << u"c"_s;
    QTest::newRow("empty ones don't count")
        << QByteArray("<description/><itunes:summary>i</itunes:summary>") << u"i"_s << QString();
    QTest::newRow("media for want of better")
        << QByteArray("<media:group><media:description>m</media:description></media:group>") << u"m"_s
        << QString();
    QTest::newRow("elements and CDATA mixed")
        << QByteArray("<description><b>a</b><![CDATA[<i>b</i>]]></description>") << u"<b>a</b><i>b</i>"_s
        << QString();
    QTest::newRow("body in XHTML") << QByteArray("<body xmlns='http://www.w3.org/1999/xhtml'><p>x</p></body>")
                                   << QString() << u"<p>x</p>"_s;
}

void FeedParseTest::takesTheBestBody()
{
    QFETCH(QByteArray, item);
    QFETCH(QString, summary);
    QFETCH(QString, content);
    const FeedItem read = onlyItem(feedOf(rss("<item>" + item + "</item>")));
    QCOMPARE(read.summary.html, summary);
    QCOMPARE(read.content.html, content);
}

void FeedParseTest::readsPace()
{
    const Feed feed = feedOf(
        "<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel>"
        "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
        "<skipHours><hour>0</hour><hour>24</hour><hour>5</hour><hour>x</hour><hour>31</hour></skipHours>"
        "<skipDays><day>Sunday</day></skipDays></channel></rss>");
    QCOMPARE(feed.pace.ttlMinutes, 360);
    QCOMPARE(feed.pace.skipHours, (QList<int>{0, 5}));
    QCOMPARE(feed.pace.skipDays, QStringList{u"Sunday"_s});
    QCOMPARE(feedOf(rss("<ttl>45</ttl>")).pace.ttlMinutes, 45);
    QCOMPARE(feedOf(rss("<ttl>-5</ttl>")).pace.ttlMinutes, 0);
}

void FeedParseTest::titlesEscapedTwiceByTheWholeFeed()
{
    const QByteArray twice = "<item><title>R&amp;amp;D</title></item>";
    const Feed allTwice = feedOf(rss(twice + "<item><title>Plain</title></item>"));
    QCOMPARE(allTwice.items[0].title, u"R&D"_s);
    const Feed onceElsewhere = feedOf(rss(twice + "<item><title>A &amp; B</title></item>"));
    QCOMPARE(onceElsewhere.items[0].title, u"R&amp;D"_s);
}

QTEST_APPLESS_MAIN(FeedParseTest)
#include "tst_feedparse.moc"
