// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/html/htmlsanitiser.h"
#include "app/feeds/parse/html/plaintext.h"
#include "app/feeds/parse/parsefeed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// What of a feed's HTML may be shown.
class FeedSanitiserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void trustsNoBase();
    void leavesNothingActive_data();
    void leavesNothingActive();
    void leavesNoLinkElsewhere_data();
    void leavesNoLinkElsewhere();
    void leavesLinksWithinItsNetwork_data();
    void leavesLinksWithinItsNetwork();
    void leavesHonestLinks_data();
    void leavesHonestLinks();
    void readsXhtml();
    void boundsWhatGrows_data();
    void boundsWhatGrows();
    void staysSafeWhenSanitisedAgain();
    void makesText_data();
    void makesText();
    void makesPlainTitles_data();
    void makesPlainTitles();
};

namespace {

QByteArray safe(const QByteArray& html, const QByteArray& base = "https://news.example/a/b.html",
                const HtmlLimits& limits = {})
{
    const SafeHtml made = HtmlSanitiser::ofHtml(html.toStdString(), base.toStdString(), limits);
    return QByteArray::fromStdString(made.html);
}

} // namespace

void FeedSanitiserTest::writes_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const char* html, const char* expected) {
        QTest::newRow(name) << QByteArray(html) << QByteArray(expected);
    };
    row("plain text", "one & two < three", "one &amp; two &lt; three");
    row("references resolve once", "&lt;b&gt; &eacute; &#8217; &amp;amp;", "&lt;b&gt; é ’ &amp;amp;");
    row("numbers of Windows-1252", "&#146;&#x93;", "’“");
    row("reference without semicolon", "caf&eacute s &copy2024", "café s ©2024");
    row("list elements stay", "<p>a <em>b</em></p>", "<p>a <em>b</em></p>");
    row("upper case", "<P ALIGN=x><B>b</B></P>", "<p><b>b</b></p>");
    row("unknown elements lose their tags", "<custom-x>a</custom-x><font color=red>b</font>", "ab");
    row("unclosed ends at the end", "<p><b>a", "<p><b>a</b></p>");
    row("end tags of nothing", "a</p></div></b>", "a");
    row("wrong order", "<b><i>x</b>y</i>", "<b><i>x</i></b>y");
    row("paragraphs end one another", "<p>a<p>b", "<p>a</p><p>b</p>");
    row("list items end one another", "<ul><li>a<li>b<ul><li>c</ul></ul>",
        "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>");
    row("cells and rows end one another", "<table><tr><td>a<td>b<tr><td>c</table>",
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>");
    row("an end tag does not reach out of its cell", "<div><table><tr><td>a</div>b</td></tr></table></div>",
        "<div><table><tr><td>ab</td></tr></table></div>");
    row("cell without a table", "<tr><td>a</td></tr>", "a");
    row("relative link", "<a href='../c?x=1&amp;y=2'>l</a>",
        "<a href=\"https://news.example/c?x=1&amp;y=2\">l</a>");
    row("absolute link as it is", "<a href='HTTP://O.example/A%20b'>l</a>",
        "<a href=\"HTTP://O.example/A%20b\">l</a>");
    row("link without scheme", "<a href=//o.example/x>l</a>", "<a href=\"https://o.example/x\">l</a>");
    row("link within the text", "<a href='#note'>l</a>", "<a href=\"#note\">l</a>");
    row("mail", "<a href='mailto:jo@o.example'>l</a>", "<a href=\"mailto:jo@o.example\">l</a>");
    row("image", "<img src=i.png alt='A \"b\"' width=10 height='9999' onload=x>",
        "<img src=\"https://news.example/a/i.png\" alt=\"A &quot;b&quot;\" width=\"10\" height=\"2000\">");
    row("size in per cent", "<img src=i.png width=100%>", "<img src=\"https://news.example/a/i.png\">");
    row("first of a repeated attribute", "<a href=x href=y>l</a>",
        "<a href=\"https://news.example/a/x\">l</a>");
    row("comment", "a<!-- <b>x</b> -->b", "ab");
    row("comment that never ends", "a<!-- -- x >b", "ab");
    row("no tag at all", "1 <2 and <!' x", "1 &lt;2 and &lt;!' x");
    row("tag cut short", "a <b", "a ");
    row("control characters", "a\x01\x02 b\x7F", "a b");
    row("script goes with its content", "a<script>if (x<y) {}</script>b", "ab");
    row("style goes with its content", "a<style>p{}</style>b", "ab");
    row("frame's fallback stays", "<iframe src=x>see <a href=y>there</a></iframe>",
        "see <a href=\"https://news.example/a/y\">there</a>");
    row("attribute that would break out", "<img alt='\"><script>go()</script>'>",
        "<img alt=\"&quot;&gt;&lt;script&gt;go()&lt;/script&gt;\">");
    row("direction", "<p dir=rtl lang=he class=x id=y style='a:b'>a</p>", "<p dir=\"rtl\" lang=\"he\">a</p>");
}

void FeedSanitiserTest::writes()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, expected);
    QCOMPARE(safe(html), expected);
}

void FeedSanitiserTest::trustsNoBase()
{
    QCOMPARE(safe("<a href='x'>l</a>", "javascript://o.example/%0Ago()//"), QByteArray("<a>l</a>"));
    QCOMPARE(safe("<a href=':x/y'>l</a>", ""), QByteArray("<a>l</a>")); // a scheme without a name
    QCOMPARE(safe("<a href='x'>l</a>", "javascript:go()//"), QByteArray("<a href=\"x\">l</a>"));
    QCOMPARE(safe("<img src='x'>", "file:///etc/"), QByteArray("<img>"));
}

void FeedSanitiserTest::leavesNothingActive_data()
{
    QTest::addColumn<QByteArray>("html");
    const auto row = [](const char* name, const QByteArray& html) { QTest::newRow(name) << html; };
    row("script link", "<a href='javascript:go()'>x</a>");
    row("script link in mixed case with tabs", "<a href=' jAva\tscr\nipt:go()'>x</a>");
    row("script link in references", "<a href='&#106;avascript&colon;go()'>x</a>");
    row("script link after controls", "<a href='\x01\x02javascript:go()'>x</a>");
    row("script link with a space within", "<a href='java script:go()'>x</a>");
    row("script image", "<img src='javascript:go()'>");
    row("old scripts", "<a href='vbscript:go()'>x</a><a href='livescript:go()'>x</a>");
    row("data link", "<a href='data:text/html,javascript:go()'>x</a>");
    row("data image", "<img src='data:image/svg+xml,javascript:go()'>");
    row("file link", "<a href='file:///etc/passwd'>x</a>");
    row("event attributes", "<p onclick=javascript:go() ONMOUSEOVER='javascript:go()'>x</p>");
    row("event after a slash", "<img/onerror=javascript:go()/src=x>");
    row("style attribute", "<p style='background:url(javascript:go())'>x</p>");
    row("object", "<object data='javascript:go()'><param name=x value='javascript:go()'></object>");
    row("embed", "<embed src='javascript:go()'>");
    row("meta and base",
        "<meta http-equiv=refresh content='0;url=javascript:go()'><base href='javascript:go()'>");
    row("form", "<form action='javascript:go()'><input formaction='javascript:go()'></form>");
    row("drawing", "<svg><a xlink:href='javascript:go()'><script>javascript:go()</script></a></svg>");
    row("script in a comment in a script", "<script><!-- </script --> javascript:go()</script>");
    row("tag within a tag", "<scr<script>ipt>javascript:go()</script>");
    row("quoted tag end", "<a title='>' href='javascript:go()'>x</a>");
    row("CDATA", "<![CDATA[<script>javascript:go()</script>]]>");
}

void FeedSanitiserTest::leavesNothingActive()
{
    QFETCH(QByteArray, html);
    const QByteArray out = safe(html);
    // Text may say anything; tags may not.
    qsizetype at = out.indexOf('<');
    while (at >= 0) {
        const QByteArray tag = out.mid(at, out.indexOf('>', at) - at).toLower();
        QVERIFY2(!tag.contains("go()"), out);
        QVERIFY2(!tag.startsWith("<script") && !tag.startsWith("<object") && !tag.startsWith("<form"), out);
        at = out.indexOf('<', at + 1);
    }
}

void FeedSanitiserTest::leavesNoLinkElsewhere_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char* address : {"http://bank.example@evil.example/",
                                "https://bank.example:443@evil.example",
                                "//user@evil.example/",
                                "http://bank.example%40evil.example@o.example/",
                                "http://good.example\\@evil.example/",
                                "http:evil.example",
                                "https:evil.example/x",
                                "http:/evil.example",
                                "http:///evil.example/",
                                "https:////evil.example/",
                                "http:\\\\evil.example",
                                "http:\\evil.example",
                                "http:/\\evil.example",
                                "http:",
                                "http://",
                                "https://?x",
                                "http://#x",
                                "http://good.example\\.evil.example/",
                                "http://localhost/",
                                "HTTP://LOCALHOST:8080/x",
                                "http://localhost./",
                                "http://app.localhost/",
                                "https://127.0.0.1/",
                                "http://127.1/",
                                "http://2130706433/",
                                "http://0x7f.1/",
                                "http://0x7f.0x.0x.1/",
                                "http://0x/",
                                "http://0X7F.0X.0X.0X1/",
                                "http://o.example.09/",
                                "http://o.example.0x7f/",
                                "http://127.0.0.1.1/",
                                "http://256.256.256.256/",
                                "http://017700000001/",
                                "http://[::1]/",
                                "http://[::ffff:127.0.0.1]:80/",
                                "http://0.0.0.0/",
                                "//127.0.0.1/",
                                "http://10.0.0.1/",
                                "http://192.168.1.1/admin",
                                "http://169.254.169.254/latest/",
                                "http://router/",
                                "http://nas.local/",
                                "http://printer.LAN",
                                "http://%6cocalhost/",
                                "http://127.0.0.1%2f.evil.example/",
                                "http://\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x97.0.0.1/",
                                "http://loc\302\255alhost/",
                                "http://o.example:x/",
                                "http://o.example:99999/",
                                "http://[::1",
                                "http://a b.example/"})
        QTest::newRow(address) << QByteArray(address);
}

void FeedSanitiserTest::leavesNoLinkElsewhere()
{
    QFETCH(QByteArray, address);
    for (const QByteArray& base : {QByteArray("https://news.example/a/b.html"), QByteArray()}) {
        QCOMPARE(safe("<a href='" + address + "'>l</a>", base), QByteArray("<a>l</a>"));
        QCOMPARE(safe("<img alt=i src='" + address + "'>", base), QByteArray("<img alt=\"i\">"));
    }
}

void FeedSanitiserTest::leavesLinksWithinItsNetwork_data()
{
    QTest::addColumn<QString>("fetchedFrom");
    QTest::addColumn<QByteArray>("saysItIsFrom");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isLive");
    const auto row = [](const char* name, const char* from, const char* address, bool isLive,
                        const QByteArray& says = {}) {
        QTest::newRow(name) << QString::fromLatin1(from) << says << QString::fromLatin1(address) << isLive;
    };
    row("its own server", "http://news.corp/feed", "http://news.corp/x", true);
    row("another port of it", "http://news.corp/feed", "http://news.corp:8080/x", true);
    row("the port that goes without saying", "http://news.corp/feed", "http://news.corp:80/x", true);
    row("its own server, by a port", "http://news.corp:81/feed", "http://news.corp:81/x", true);
    row("another server of its network", "http://news.corp/feed", "http://wiki.corp/x", true);
    row("by addresses", "http://10.0.0.1/feed", "http://10.0.0.2/x", true);
    row("by a name alone", "http://10.0.0.1/feed", "http://wiki/x", true);
    row("this machine, from its network", "http://news.corp/feed", "http://127.0.0.1/x", false);
    row("this machine in disguise", "http://news.corp/feed", "http://0x7f.0x.0x.1/x", false);
    row("this machine in six words", "http://10.0.0.1/feed", "http://[::ffff:127.0.0.1]/x", false);
    row("this machine by its name", "http://10.0.0.1/feed", "http://localhost:8080/x", false);
    row("no address at all", "http://10.0.0.1/feed", "http://256.256.256.256/x", false);
    row("from this machine to it", "http://localhost:8080/feed", "http://127.0.0.1/x", true);
    row("from this machine to its network", "http://127.0.0.1/feed", "http://nas.local/x", true);
    row("from the internet", "https://news.example/feed", "http://nas.local/x", false);
    row("from nowhere", "", "http://nas.local/x", false);
    row("says that it is of the internet", "http://news.corp/feed", "http://wiki.corp/x", true,
        "https://news.example/feed");
    row("says that it is of the network", "https://news.example/feed", "http://nas.local/x", false,
        "http://nas.local/feed");
}

void FeedSanitiserTest::leavesLinksWithinItsNetwork()
{
    QFETCH(QString, fetchedFrom);
    QFETCH(QByteArray, saysItIsFrom);
    QFETCH(QString, address);
    QFETCH(bool, isLive);
    const QString link = u"<a href=\"%1\">a</a>"_s.arg(address);
    const QString expected = isLive ? link : u"<a>a</a>"_s;
    HttpHeaders headers;
    if (!saysItIsFrom.isEmpty())
        headers.insert("content-location", saysItIsFrom);
    const auto rss = parseFeed((u"<rss version='2.0'><channel><title>W</title><item><title>T</title>"
                                "<description>%1</description></item></channel></rss>"_s)
                                   .arg(link.toHtmlEscaped())
                                   .toUtf8(),
                               fetchedFrom, headers);
    QVERIFY(rss);
    QCOMPARE(rss->items.first().summary.html, expected);
    const QJsonObject item{{u"id"_s, u"1"_s}, {u"content_html"_s, link}};
    const QJsonObject feed{{u"version"_s, u"https://jsonfeed.org/version/1.1"_s},
                           {u"title"_s, u"W"_s},
                           {u"items"_s, QJsonArray{item}}};
    const auto json = parseFeed(QJsonDocument(feed).toJson(), fetchedFrom, headers);
    QVERIFY(json);
    QCOMPARE(json->items.first().content.html, expected);
}

void FeedSanitiserTest::leavesHonestLinks_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char* address :
         {"http://o.example", "https://o.example:8443/x", "HTTPS://WWW.O.Example/a?b=c@d#e@f",
          "https://o.example/@jo/http:x", "https://o.example/dir\\file.htm",
          "https://b\xC3\xBC"
          "cher.example/",
          "https://xn--bcher-kva.example/", "https://8.8.8.8/dns", "https://[2606:4700::1111]/",
          "https://o.example./", "https://my_site.o.example/", "https://localhost.example.org/",
          "https://o.museum/", "https://o.example:65000/"})
        QTest::newRow(address) << QByteArray(address);
}

void FeedSanitiserTest::leavesHonestLinks()
{
    QFETCH(QByteArray, address);
    QCOMPARE(safe("<a href='" + address + "'>l</a>"), "<a href=\"" + address + "\">l</a>");
}

void FeedSanitiserTest::readsXhtml()
{
    const SafeHtml made = HtmlSanitiser::ofXhtml(
        "<x:div xmlns:x='http://www.w3.org/1999/xhtml' xml:base='/deep/'><x:b/>a<x:script>s</x:script>"
        "<x:a href='l'>b</x:a><![CDATA[<i>]]></x:div><x:a href='l'>c</x:a>",
        "https://news.example/", HtmlSanitiser::TextIs::Text);
    QCOMPARE(QByteArray::fromStdString(made.html),
             QByteArray("<div><b></b>a<a href=\"https://news.example/deep/l\">b</a>&lt;i&gt;</div>"
                        "<a href=\"https://news.example/l\">c</a>"));
}

void FeedSanitiserTest::boundsWhatGrows_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("counted");
    QTest::addColumn<int>("most");
    QTest::newRow("elements within one another")
        << QByteArray("<div>").repeated(5000) << QByteArray("<div>") << 100;
    QTest::newRow("tables within one another")
        << QByteArray("<table><tr><td>").repeated(30) << QByteArray("<table>") << 4;
    QTest::newRow("columns") << QByteArray("<table><tr><td colspan=1000>x</table>") << QByteArray("1000")
                             << 0;
    QTest::newRow("images") << QByteArray("<img src=x>").repeated(3000) << QByteArray("<img") << 500;
}

void FeedSanitiserTest::boundsWhatGrows()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, counted);
    QFETCH(int, most);
    const QByteArray out = safe(html);
    QCOMPARE(out.count(counted), most);
    QCOMPARE(out.count("<div>"), out.count("</div>"));
    QCOMPARE(out.count("<td"), out.count("</td>"));
}

void FeedSanitiserTest::staysSafeWhenSanitisedAgain()
{
    const QByteArray html =
        "<p>a<table><tr><td>b<p>c</table><a href='x?a=b&lt=c'>d &amp;lt; <img alt='&quot;<' src=y>";
    const QByteArray once = safe(html);
    QCOMPARE(safe(once), once);
    HtmlLimits limits;
    limits.bytes = 1000;
    const QByteArray cut = safe("<p>" + QByteArray("word ").repeated(1000), {}, limits);
    QVERIFY(cut.size() < 1100);
    QVERIFY(cut.endsWith("…</p>"));
    const QByteArray longWord = safe(QByteArray(1000, 'x'));
    QCOMPARE(longWord.count("\xE2\x80\x8B"), 3);
}

void FeedSanitiserTest::makesText_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a line a block") << QByteArray("<p>one\n two</p><p>three</p>four<br>five")
                                    << QByteArray("one two\nthree\nfour\nfive");
    QTest::newRow("inline runs on") << QByteArray("<b>o</b>ne <i>two</i>") << QByteArray("one two");
    QTest::newRow("no markup, references resolved")
        << QByteArray("a &lt;b&gt; &amp; c") << QByteArray("a <b> & c");
    QTest::newRow("lines of code stay") << QByteArray("<pre>a\nb</pre>") << QByteArray("a\nb");
    QTest::newRow("scripts say nothing") << QByteArray("a<script>b</script>c") << QByteArray("ac");
}

void FeedSanitiserTest::makesText()
{
    QFETCH(QByteArray, html);
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(HtmlSanitiser::ofHtml(html.toStdString(), {}).text), text);
}

void FeedSanitiserTest::makesPlainTitles_data()
{
    QTest::addColumn<QByteArray>("title");
    QTest::addColumn<QByteArray>("plain");
    QTest::newRow("markup goes") << QByteArray("<b>One</b> <i>two</i>") << QByteArray("One two");
    QTest::newRow("less than stays") << QByteArray("a < b > c") << QByteArray("a < b > c");
    QTest::newRow("what HTML does not know stays")
        << QByteArray("std::vector<int> & more") << QByteArray("std::vector<int> & more");
    QTest::newRow("references resolve once") << QByteArray("R&amp;amp;D") << QByteArray("R&amp;D");
    QTest::newRow("space collapses") << QByteArray(" a\n\t b ") << QByteArray("a b");
}

void FeedSanitiserTest::makesPlainTitles()
{
    QFETCH(QByteArray, title);
    QFETCH(QByteArray, plain);
    QCOMPARE(QByteArray::fromStdString(plainTextOfMaybeHtml(title.toStdString())), plain);
}

QTEST_APPLESS_MAIN(FeedSanitiserTest)
#include "tst_feedsanitiser.moc"
