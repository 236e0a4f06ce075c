// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/subscribe/addresslookup.h"
#include "app/feeds/subscribe/addressreading.h"
#include "app/feeds/subscribe/pastedlink.h"
#include "storage/care/retention.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/outletstore.h"
#include "storage/feeds/rulestore.h"
#include "tests/support/feeds/bureau.h"
#include "tests/support/feeds/fetching.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// What is found at an address, and how a pasted link becomes a story.
class AddressLookupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsThere_data();
    void tellsWhatIsThere();
    void previewsAFeed();
    void keepsAPermanentAddress();
    void answersEachOnce();
    void cancels();
    void endsWithoutWaitingForAReader_data();
    void endsWithoutWaitingForAReader();
    void readsAnArticle();
    void hidesPrivateFeedsOfPublicPages();
    void aLinkIsAStoryAtOnce();
    void completesWhatNobodyTouched();
    void findsTheOutletByTheSitesName_data();
    void findsTheOutletByTheSitesName();
    void findsTheStoryThatHasTheLink();
    void rulesMeetWhatARefreshBrings();
};

namespace {

const QByteArray articlePage =
    "<html><head><title>Quantum leap</title><link rel='canonical' href='/news/leap'>"
    "<meta property='og:site_name' content='Harbour Wire'><meta name='author' content='Ada Byron'>"
    "<meta property='article:published_time' content='2026-11-02T10:00:00Z'>"
    "<meta name='description' content='A machine did it.'></head><body>Text</body></html>";

QByteArray frontPage(const QByteArray& links)
{
    return "<!DOCTYPE html><html><head><title>Wire</title>" + links + "</head><body>News</body></html>";
}

QByteArray feedLink(const QByteArray& href, const QByteArray& title)
{
    return "<link rel='alternate' type='application/rss+xml' title='" + title + "' href='" + href + "'>";
}

AddressFinding lookAt(AddressLookup& lookup, const QUrl& url)
{
    QSignalSpy found(&lookup, &AddressLookup::found);
    lookup.look(url);
    return found.wait(patience) ? found.first().first().value<AddressFinding>() : AddressFinding();
}

} // namespace

void AddressLookupTest::tellsWhatIsThere_data()
{
    using Kind = AddressFinding::Kind;
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("path");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("choices");
    QTest::addColumn<QString>("says");
    const QByteArray two = feedLink("/comments/feed", "Comments") + feedLink("/feed", "News");
    QTest::newRow("feed") << 200 << rssOf(u"Wire"_s, 3) << u"/feed"_s << Kind::Feed << 0 << QString();
    QTest::newRow("empty feed") << 200 << rssOf(u"Wire"_s, 0) << u"/feed"_s << Kind::Feed << 0 << QString();
    QTest::newRow("front page") << 200 << frontPage(two) << u"/"_s << Kind::Choices << 2 << QString();
    QTest::newRow("section that names feeds")
        << 200 << frontPage(two) << u"/news"_s << Kind::Choices << 2 << QString();
    QTest::newRow("front page without feeds")
        << 200 << frontPage({}) << u"/"_s << Kind::Failed << 0 << u"names no feed"_s;
    QTest::newRow("article") << 200 << articlePage << u"/news/leap"_s << Kind::Article << 0 << QString();
    QTest::newRow("article that names feeds")
        << 200 << QByteArray(articlePage).replace("<title>", two + "<title>") << u"/a"_s << Kind::Article << 2
        << QString();
    QTest::newRow("page with a title only")
        << 200 << frontPage({}) << u"/about"_s << Kind::Article << 0 << QString();
    QTest::newRow("no text at all") << 200 << QByteArray() << u"/feed"_s << Kind::Failed << 0 << u"nothing"_s;
    QTest::newRow("something else") << 200 << QByteArray("{\"a\": 1}") << u"/a"_s << Kind::Failed << 0
                                    << QString();
    QTest::newRow("gone") << 404 << QByteArray("x") << u"/feed"_s << Kind::Failed << 0 << u"404"_s;
    QTest::newRow("forbidden") << 401 << QByteArray("x") << u"/feed"_s << Kind::Failed << 0 << u"401"_s;
}

void AddressLookupTest::tellsWhatIsThere()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, path);
    QFETCH(AddressFinding::Kind, kind);
    QFETCH(int, choices);
    QFETCH(QString, says);
    FeedServer server;
    ServerAnswer answer;
    answer.status = status;
    answer.body = body;
    server.answer(path, answer);
    AddressLookup lookup;
    const AddressFinding finding = lookAt(lookup, QUrl(server.url(path)));
    QCOMPARE(finding.kind, kind);
    QCOMPARE(finding.asked, QUrl(server.url(path)));
    QCOMPARE(finding.choices.size(), choices);
    if (choices > 0)
        QCOMPARE(finding.choices.first().url, server.url(u"/feed"_s)); // comments come last
    QCOMPARE(finding.reason.isEmpty(), kind != AddressFinding::Kind::Failed);
    QVERIFY2(finding.reason.contains(says), qPrintable(finding.reason));
}

void AddressLookupTest::previewsAFeed()
{
    FeedServer server;
    server.feed(u"/feed"_s, rssOf(u"Wire"_s, 8));
    AddressLookup lookup;
    const AddressFinding finding = lookAt(lookup, QUrl(server.url(u"/feed"_s)));
    QCOMPARE(finding.feed.title, u"Wire"_s);
    QCOMPARE(finding.feed.items, 8);
    QCOMPARE(finding.feed.format, u"rss"_s);
    QCOMPARE(finding.feed.titles.size(), 5);
    QVERIFY(finding.feed.newestItem.isValid());
    const Subscription subscription = subscriptionOf(finding);
    QCOMPARE(subscription.url, server.url(u"/feed"_s));
    QCOMPARE(subscription.ownTitle, u"Wire"_s);
    QVERIFY(subscription.title.isEmpty());
}

void AddressLookupTest::keepsAPermanentAddress()
{
    FeedServer server;
    server.feed(u"/new"_s, rssOf(u"Wire"_s, 1));
    server.redirect(u"/old"_s, 301, server.url(u"/new"_s));
    server.redirect(u"/today"_s, 302, server.url(u"/new"_s));
    AddressLookup lookup;
    QCOMPARE(lookAt(lookup, QUrl(server.url(u"/old"_s))).url, QUrl(server.url(u"/new"_s)));
    QCOMPARE(lookAt(lookup, QUrl(server.url(u"/today"_s))).url, QUrl(server.url(u"/today"_s)));
}

void AddressLookupTest::answersEachOnce()
{
    FeedServer server;
    server.feed(u"/a"_s, rssOf(u"A"_s, 1));
    server.feed(u"/b"_s, rssOf(u"B"_s, 1));
    AddressLookup lookup;
    QSignalSpy found(&lookup, &AddressLookup::found);
    QSignalSpy finished(&lookup, &AddressLookup::finished);
    QList<int> tickets = {lookup.look(QUrl(server.url(u"/a"_s))), lookup.look(QUrl(server.url(u"/b"_s))),
                          lookup.look(QUrl(u"ftp://a.example/"_s)),
                          lookup.look(QUrl(u"https://ada:secret@a.example/"_s))};
    QVERIFY(found.isEmpty()); // never before look() returns
    QVERIFY(finished.wait(patience));
    QCOMPARE(found.size(), 4);
    for (const auto& signal : found) {
        const auto finding = signal.first().value<AddressFinding>();
        QVERIFY(tickets.removeOne(finding.ticket));
        if (finding.kind == AddressFinding::Kind::Failed)
            QCOMPARE(finding.failure, FetchFailure::Refused);
    }
    QCOMPARE(lookup.unfinished(), 0);
}

void AddressLookupTest::cancels()
{
    FeedServer server;
    ServerAnswer silent;
    silent.neverAnswers = true;
    server.answer(u"/silent"_s, silent);
    AddressLookup lookup;
    QSignalSpy found(&lookup, &AddressLookup::found);
    QSignalSpy finished(&lookup, &AddressLookup::finished);
    lookup.look(QUrl(server.url(u"/silent"_s)));
    lookup.look(QUrl(u"ftp://a.example/"_s));
    lookup.cancel();
    QCOMPARE(found.size(), 2);
    for (const auto& signal : found)
        QCOMPARE(signal.first().value<AddressFinding>().kind, AddressFinding::Kind::Cancelled);
    QCOMPARE(finished.size(), 1);
    QTest::qWait(50);
    QCOMPARE(found.size(), 2);
}

void AddressLookupTest::endsWithoutWaitingForAReader_data()
{
    QTest::addColumn<bool>("hasBegun");
    QTest::newRow("that has not begun") << false;
    QTest::newRow("that may have begun") << true;
}

void AddressLookupTest::endsWithoutWaitingForAReader()
{
    QFETCH(bool, hasBegun);
    FeedServer server;
    server.feed(u"/feed"_s, rssOf(u"Wire"_s, 40'000)); // a while to read
    QSemaphore gate;
    QThreadPool readers;
    readers.setMaxThreadCount(1);
    const auto open = qScopeGuard([&gate] { gate.release(); }); // else a failure would never end
    if (!hasBegun)
        readers.start([&gate] { gate.acquire(); });
    int found = 0;
    {
        FetchLimits limits = patientLimits();
        limits.largest = FetchLimits().largest;
        AddressLookup lookup({}, limits);
        lookup.setReaders(readers);
        QObject::connect(&lookup, &AddressLookup::found, &lookup, [&found] { ++found; });
        lookup.look(QUrl(server.url(u"/feed"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(lookup.beingRead() + found, 1, patience);
        QVERIFY(hasBegun || lookup.beingRead() == 1);
        // An end that waited would never come while the gate is closed.
    }
    const int foundBefore = found; // 0, unless it was read before anybody looked
    gate.release();
    QVERIFY(readers.waitForDone(patience));
    QTest::qWait(20); // nothing comes back to what is gone
    QCOMPARE(found, foundBefore);
}

void AddressLookupTest::readsAnArticle()
{
    FeedServer server;
    ServerAnswer answer;
    answer.body = articlePage;
    answer.headers = {{"Content-Type", "text/html"}};
    server.answer(u"/news/leap?utm_source=x"_s, answer);
    AddressLookup lookup;
    const AddressFinding finding = lookAt(lookup, QUrl(server.url(u"/news/leap?utm_source=x"_s)));
    QCOMPARE(finding.kind, AddressFinding::Kind::Article);
    const Article& article = finding.article;
    QCOMPARE(article.link, server.url(u"/news/leap"_s));
    QCOMPARE(article.title, u"Quantum leap"_s);
    QCOMPARE(article.text, u"A machine did it."_s);
    QCOMPARE(article.author, u"Ada Byron"_s);
    QCOMPARE(article.outlet.name, u"Harbour Wire"_s);
    QCOMPARE(article.publishedAt, QDateTime(QDate(2026, 11, 2), QTime(10, 0), Qt::UTC));
    QVERIFY(!article.publishedIsGuess);
}

void AddressLookupTest::hidesPrivateFeedsOfPublicPages()
{
    FetchReply reply;
    reply.kind = FetchReply::Kind::Body;
    reply.url = QUrl(u"https://wire.example.com/"_s);
    reply.headers.insert("content-type", "text/html");
    reply.body =
        frontPage(feedLink("http://127.0.0.1:8080/feed", "Here") + feedLink("http://192.168.1.1/", "Router") +
                  feedLink("https://other.example.com/feed", "Out there"));
    const AddressFinding finding = readAddress(reply, QDateTime::currentDateTimeUtc());
    QCOMPARE(finding.choices.size(), 1);
    QCOMPARE(finding.choices.first().title, u"Out there"_s);
}

void AddressLookupTest::aLinkIsAStoryAtOnce()
{
    StoreFixture desk;
    desk.open();
    const QUrl link(u"https://news.example/a/leap"_s);
    const LinkedStory taken = need(takeLink(desk.store(), link, desk.now));
    QVERIFY(taken.isNew);
    const Story story = need(desk.store().story(taken.story));
    QCOMPARE(story.link, link.toString());
    QCOMPARE(story.headline, link.toString());
    QCOMPARE(story.state.stage, Stage::Incoming);
    const LinkedStory again =
        need(takeLink(desk.store(), QUrl(u"http://www.news.example/a/leap/"_s), desk.now));
    QCOMPARE(again.story, taken.story);
    QVERIFY(!again.isNew);
    desk.now = desk.now.addDays(100);
    QVERIFY(need(desk.store().retention().expired(7)).isEmpty()); // a hand put it there
    need(desk.store().removeStories({taken.story}));
    QCOMPARE(desk.store().counts().all, 0);
}

void AddressLookupTest::completesWhatNobodyTouched()
{
    StoreFixture desk;
    desk.open();
    const QUrl link(u"https://news.example/a?id=1"_s);
    Article read;
    read.link = u"https://news.example/leap"_s;
    read.title = u"Quantum leap"_s;
    read.text = u"A machine did it."_s;
    read.publishedAt = QDateTime(QDate(2026, 4, 1), QTime(8, 0), Qt::UTC);
    read.fetchedAt = desk.now;
    read.outlet.name = u"Harbour Wire"_s;
    const StoryId id = need(takeLink(desk.store(), link, desk.now)).story;
    need(completeLink(desk.store(), link, read, {u"Ada"_s, 0}));
    const Dossier done = need(desk.store().dossier(id));
    QCOMPARE(done.story.headline, read.title);
    QCOMPARE(done.story.summary, read.text);
    QCOMPARE(done.story.link, read.link);
    QCOMPARE(done.story.publishedAt, read.publishedAt);
    QCOMPARE(done.story.source, read.outlet.name);
    QCOMPARE(done.articles.size(), 1);
    QCOMPARE(desk.store().counts().all, 1);

    const QUrl other(u"https://news.example/b?id=2"_s);
    const StoryId edited = need(takeLink(desk.store(), other, desk.now)).story;
    desk.edit(edited, StoryField::Headline, u"My own words"_s);
    need(completeLink(desk.store(), other, read, {u"Ada"_s, 0}));
    QCOMPARE(need(desk.store().story(edited)).headline, u"My own words"_s);

    const QUrl gone(u"https://news.example/c?id=3"_s);
    need(desk.store().removeStories({need(takeLink(desk.store(), gone, desk.now)).story}));
    need(completeLink(desk.store(), gone, read, {u"Ada"_s, 0}));
    QCOMPARE(desk.store().counts().all, 2);
}

void AddressLookupTest::findsTheOutletByTheSitesName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("domains"); // of the outlet that the desk has
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("tier");
    const QString wire = u"Harbour Wire"_s;
    QTest::newRow("an outlet without domains") << wire << QStringList() << wire << 1;
    QTest::newRow("written otherwise") << u"HARBOUR wire"_s << QStringList() << u"HARBOUR wire"_s << 1;
    QTest::newRow("an outlet of that domain") << wire << QStringList(u"harbour.example"_s) << wire << 1;
    QTest::newRow("an outlet of another domain, whose name anybody may take")
        << wire << QStringList(u"elsewhere.example"_s) << u"Harbour Wire (harbour.example)"_s << 0;
    QTest::newRow("no outlet of that name") << u"Daily Planet"_s << QStringList() << wire << 0;
}

void AddressLookupTest::findsTheOutletByTheSitesName()
{
    QFETCH(QString, name);
    QFETCH(QStringList, domains);
    QFETCH(QString, expected);
    QFETCH(int, tier);
    StoreFixture desk;
    desk.open();
    Outlet known;
    known.name = name;
    known.domains = domains;
    known.tier = 1;
    need(desk.store().feeds().outlets().save({known}));
    FetchReply reply;
    reply.kind = FetchReply::Kind::Body;
    reply.url = QUrl(u"https://harbour.example/news/leap"_s);
    reply.body = articlePage;
    const AddressFinding found = readAddress(reply, desk.now);
    QCOMPARE(found.kind, AddressFinding::Kind::Article);
    const StoryId id = need(takeArticle(desk.store(), found.article)).story;
    const Outlet outlet = need(desk.store().dossier(id)).articles.first().outlet;
    QCOMPARE(outlet.name, expected);
    QCOMPARE(outlet.tier, tier);
}

void AddressLookupTest::findsTheStoryThatHasTheLink()
{
    Bureau bureau;
    bureau.addServed(u"/feed"_s, "<rss version='2.0'><channel><title>W</title><item><title>Leap</title>"
                                 "<link>https://news.example/leap</link></item></channel></rss>");
    QCOMPARE(bureau.refresh().added, 1);
    bureau.fixture.store().noticeOtherWriters();
    Article read;
    read.link = u"https://news.example/leap?utm_source=mail"_s;
    read.guid = read.link;
    read.title = u"Leap"_s;
    const LinkedStory linked = need(takeArticle(bureau.fixture.store(), read));
    QVERIFY(!linked.isNew);
    QCOMPARE(bureau.stories(), 1);
}

void AddressLookupTest::rulesMeetWhatARefreshBrings()
{
    Bureau bureau;
    Rule rule;
    rule.query = u"title:leap feed:wire"_s;
    rule.tags = {u"quantum"_s};
    rule.category = u"Quantum"_s;
    rule.act = Rule::Act::Shortlist;
    need(bureau.fixture.store().feeds().rules().replace({rule}));
    bureau.addServed(u"/feed"_s, "<rss version='2.0'><channel><title>Wire</title><item><title>A leap</title>"
                                 "<link>https://news.example/leap</link></item><item><title>No news</title>"
                                 "<link>https://news.example/none</link></item></channel></rss>");
    QCOMPARE(bureau.refresh().added, 2);
    QCOMPARE(bureau.fixture.store().counts().shortlist, 1);
    const auto id = bureau.fixture.store().storyWithHeadline(u"A leap"_s);
    QVERIFY(id);
    const Story story = need(bureau.fixture.store().story(*id));
    QCOMPARE(story.category, u"Quantum"_s);
    QCOMPARE(story.tags, QStringList{u"quantum"_s});
}

QTEST_GUILESS_MAIN(AddressLookupTest)
#include "tst_addresslookup.moc"
