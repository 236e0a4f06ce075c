// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/parsefeed.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Subscription lists, and what web pages say about themselves.
class FeedPagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsOutlines();
    void readsBrokenOutlines_data();
    void readsBrokenOutlines();
    void refusesWhatIsNoOutline();
    void discovers_data();
    void discovers();
    void readsMetadata_data();
    void readsMetadata();
    void ranksMetadata();
};

namespace {

PageMetadata pageOf(const QByteArray& bytes)
{
    return parsePage(bytes, u"https://o.example/a/b.html"_s).value_or(PageMetadata());
}

} // namespace

void FeedPagesTest::readsOutlines()
{
    const Result<Outline> list = parseOutline(
        "<?xml version='1.0'?><opml version='2.0'><head><title>Mine &amp; yours</title></head><body>"
        "<outline text='Sea'><outline title='Ports' type='rss'>"
        "<outline text='short' title='Harbour' type='rss' xmlUrl='https://h.example/rss' "
        "htmlUrl='https://h.example/'/></outline>"
        "<outline XMLURL='https://i.example/?a=1&b=2'/></outline>"
        "<outline text='Just a note'/></body></opml>");
    QVERIFY(list);
    QCOMPARE(list->title, u"Mine & yours"_s);
    QCOMPARE(list->version, u"2.0"_s);
    QCOMPARE(list->feeds.size(), 2);
    QCOMPARE(list->feeds[0],
             (OutlineFeed{
                 u"Harbour"_s, u"https://h.example/rss"_s, u"https://h.example/"_s, {u"Sea"_s, u"Ports"_s}}));
    QCOMPARE(list->feeds[1],
             (OutlineFeed{u"https://i.example/?a=1&b=2"_s, u"https://i.example/?a=1&b=2"_s, {}, {u"Sea"_s}}));
}

void FeedPagesTest::readsBrokenOutlines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no body") << QByteArray("<opml><outline text='F' xmlUrl='https://f.example'/></opml>");
    QTest::newRow("cut short") << QByteArray("<opml><body><outline text='F' xmlUrl='https://f.example'");
    QTest::newRow("folder not closed")
        << QByteArray("<opml><body><outline text='F' xmlUrl='https://f.example'></body></opml>");
    QTest::newRow("outlines alone") << QByteArray("<outline text='F' xmlUrl='https://f.example'/>");
    QTest::newRow("blank first") << QByteArray("\n \n<?xml version='1.0'?><opml><body><outline text='F' "
                                               "xmlUrl=' https://f.example '/></body></opml>");
}

void FeedPagesTest::readsBrokenOutlines()
{
    QFETCH(QByteArray, bytes);
    const Result<Outline> list = parseOutline(bytes);
    QVERIFY(list);
    QCOMPARE(list->feeds.size(), 1);
    QCOMPARE(list->feeds.front().title, u"F"_s);
    QCOMPARE(list->feeds.front().xmlUrl, u"https://f.example"_s);
}

void FeedPagesTest::refusesWhatIsNoOutline()
{
    QVERIFY(!parseOutline(""));
    QVERIFY(!parseOutline("<rss/>"));
    QVERIFY(!parseOutline("{}"));
}

void FeedPagesTest::discovers_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QStringList>("urls");
    QTest::newRow("alternate") << QByteArray("<link rel=alternate type=application/rss+xml href=/rss>")
                               << QStringList{u"https://o.example/rss"_s};
    QTest::newRow("words in any case and order")
        << QByteArray("<LINK HREF='f' TYPE=' Application/Atom+XML; charset=x ' REL='x ALTERNATE'>")
        << QStringList{u"https://o.example/a/f"_s};
    QTest::newRow("feed without type")
        << QByteArray("<link rel='feed' href=f>") << QStringList{u"https://o.example/a/f"_s};
    QTest::newRow("against the base")
        << QByteArray(
               "<base href='https://b.example/x/'><link rel=alternate type=application/feed+json href=f>")
        << QStringList{u"https://b.example/x/f"_s};
    QTest::newRow("twice the same") << QByteArray("<link rel=feed href=f><link rel=feed href=f>")
                                    << QStringList{u"https://o.example/a/f"_s};
    QTest::newRow("style sheet") << QByteArray(
                                        "<link rel='alternate stylesheet' type=application/rss+xml href=f>")
                                 << QStringList();
    QTest::newRow("other alternates")
        << QByteArray("<link rel=alternate hreflang=de href=/de><link rel=alternate type=text/html href=/x>")
        << QStringList();
    QTest::newRow("in a comment") << QByteArray("<!-- <link rel=feed href=f> -->") << QStringList();
    QTest::newRow("in a script") << QByteArray("<script>'<link rel=feed href=f>'</script>") << QStringList();
    QTest::newRow("without address") << QByteArray("<link rel=feed><link rel=feed href=''>") << QStringList();
    QTest::newRow("no web address")
        << QByteArray("<link rel=feed href='javascript:x'><link rel=feed href='file:///etc/passwd'>")
        << QStringList();
    QTest::newRow("an interface for programs")
        << QByteArray("<link rel=alternate type=application/json href='/wp-json/wp/v2/posts/1'>")
        << QStringList();
}

void FeedPagesTest::discovers()
{
    QFETCH(QByteArray, head);
    QFETCH(QStringList, urls);
    QStringList found;
    for (const DiscoveredFeed& feed : pageOf("<html><head>" + head + "</head></html>").feeds)
        found += feed.url;
    QCOMPARE(found, urls);
}

void FeedPagesTest::readsMetadata_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("plain") << QByteArray(
        "{\"@type\":\"NewsArticle\",\"headline\":\"Crane &amp; "
        "co\",\"datePublished\":\"2024-03-05T09:00:00+01:00\","
        "\"author\":{\"name\":\"Ada\"},\"publisher\":{\"name\":\"Harbour\"}}");
    QTest::newRow("in CDATA") << QByteArray(
        "//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Crane & "
        "co\",\"datePublished\":\"2024-03-05T08:00:00Z\","
        "\"author\":[{\"name\":\"Ada\"}],\"publisher\":\"Harbour\"}\n//]]>");
    QTest::newRow("in a comment") << QByteArray(
        "<!--\n{\"@type\":[\"Article\"],\"headline\":\"Crane & "
        "co\",\"datePublished\":\"2024-03-05T08:00:00Z\","
        "\"author\":\"Ada\",\"publisher\":{\"name\":\"Harbour\"}}\n-->");
    QTest::newRow("in a graph") << QByteArray("{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@"
                                              "type\":\"BlogPosting\",\"headline\":\"Crane & co\","
                                              "\"datePublished\":\"2024-03-05T08:00:00Z\",\"author\":{"
                                              "\"name\":\"Ada\"},\"publisher\":{\"name\":\"Harbour\"}}]}");
    QTest::newRow("in a list, with line ends in strings")
        << QByteArray("[{\"@type\":\"NewsArticle\",\"headline\":\"Crane\n & "
                      "co\",\"datePublished\":\"2024-03-05T08:00:00Z\","
                      "\"author\":{\"name\":\"Ada\"},\"publisher\":{\"name\":\"Harbour\"}}]");
}

void FeedPagesTest::readsMetadata()
{
    QFETCH(QByteArray, script);
    const PageMetadata page =
        pageOf("<html><title>Other</title><script type='application/ld+json'>" + script + "</script>");
    QCOMPARE(page.title, u"Crane & co"_s);
    QCOMPARE(page.author, u"Ada"_s);
    QCOMPARE(page.siteName, u"Harbour"_s);
    QCOMPARE(page.published.toString(Qt::ISODate), u"2024-03-05T08:00:00Z"_s);
}

void FeedPagesTest::ranksMetadata()
{
    const PageMetadata page =
        pageOf("<html lang=nb><head><title>T &amp; site</title><meta name=description content='D2'>"
               "<meta property='og:title' content='T &amp; t'><meta property='og:url' "
               "content='https://o.example/og'>"
               "<meta property='og:site_name' content='Site'><meta property='og:image' content='/i.png'>"
               "<meta property='og:description' content='D1'><meta name=author content='Ada'>"
               "<meta property='article:published_time' content='2024-03-05T09:00:00Z'>"
               "<meta property='article:tag' content='sea'><link rel=canonical href='/c'></head>");
    QCOMPARE(page.title, u"T & t"_s);
    QCOMPARE(page.description, u"D1"_s);
    QCOMPARE(page.url, u"https://o.example/c"_s);
    QCOMPARE(page.siteName, u"Site"_s);
    QCOMPARE(page.image, u"https://o.example/i.png"_s);
    QCOMPARE(page.author, u"Ada"_s);
    QCOMPARE(page.language, u"nb"_s);
    QCOMPARE(page.keywords, QStringList{u"sea"_s});
    QVERIFY(page.published.isValid());
    QCOMPARE(pageOf("<title>T &amp; site</title>").title, u"T & site"_s);
    QCOMPARE(pageOf(""), pageOf(" "));
    QVERIFY(pageOf("<link rel=canonical href='javascript:x'>").url.isEmpty());
}

QTEST_APPLESS_MAIN(FeedPagesTest)
#include "tst_feedpages.moc"
