// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/grouping/groupingstore.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// What becomes of articles that arrive: which are new, which the same, and the stories they open or join.
class ArrivalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void opensAStory();
    void takesTheSameAgainAsUnchanged();
    void tellsIdentity_data();
    void tellsIdentity();
    void keepsOldVersions();
    void storyFollowsItsArticle();
    void analystsWordsStay();
    void guidTwiceInOneFeed();
    void sameLinkInAnotherFeedIsHere();
    void completesAPastedLink();
    void findsTheOutlet_data();
    void findsTheOutlet();
    void joinsStories();
    void opensReservedStories();
    void storyThatIsGoneIsOpenedAnew();
    void notesReprints();
    void guessedTimeNeverReplacesAStatedOne();
    void storesAllOrNone();
    void countsWhatWaits();
    void readsRecentArticlesInPages();
    void removedStoryComesBackWithItsFeed();

private:
    Arrived arrive(const Arrival& arrival)
    {
        return need(intake().addArticles(m_feed, {arrival})).all.first();
    }
    IntakeStore& intake() { return m_desk->store().intake(); }
    FeedId feed(const QString& url);
    Article only(StoryId story) { return need(m_desk->store().dossier(story)).articles.first(); }

    std::unique_ptr<StoreFixture> m_desk;
    FeedId m_feed{};
};

static Arrival arrival(const QString& guid, const QString& title, const QString& link = {},
                       const QString& text = u"Words."_s)
{
    Arrival made;
    made.article.guid = guid;
    made.article.title = title;
    made.article.link = link;
    made.article.text = text;
    made.article.publishedAt = QDateTime::fromString(u"2026-04-20T08:00:00Z"_s, Qt::ISODate);
    return made;
}

void ArrivalsTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
    m_feed = feed(u"https://example.com/feed"_s);
}

FeedId ArrivalsTest::feed(const QString& url)
{
    DeskFeed made;
    made.url = url;
    return need(m_desk->store().feeds().save(made));
}

void ArrivalsTest::opensAStory()
{
    DeskFeed feed = *m_desk->store().feeds().byId(m_feed);
    feed.category = u"Research"_s;
    need(m_desk->store().feeds().save(feed));
    Arrival given = arrival(u"1"_s, u"Chip doubles its speed"_s,
                            u"https://news.example.com/chip?utm_source=x"_s, u"It does.  Twice."_s);
    given.article.author = u"A. Writer"_s;
    given.article.html = u"<p>It does. Twice.</p>"_s;
    given.tags = {u"chips"_s};
    const QSignalSpy added(&m_desk->store(), &Store::storiesAdded);
    const ArrivalReceipt receipt = need(intake().addArticles(m_feed, {given}));
    QCOMPARE(receipt.added, 1);
    QCOMPARE(receipt.opened.size(), 1);
    QVERIFY(receipt.changed.isEmpty());
    QVERIFY(receipt.all.first().opened);
    QCOMPARE(added.size(), 1);

    const Dossier dossier = need(m_desk->store().dossier(receipt.opened.first()));
    QCOMPARE(dossier.story.headline, u"Chip doubles its speed"_s);
    QCOMPARE(dossier.story.summary, u"It does. Twice."_s);
    QCOMPARE(dossier.story.category, u"Research"_s);
    QCOMPARE(dossier.story.tags, QStringList{u"chips"_s});
    QCOMPARE(dossier.story.link, given.article.link);
    QCOMPARE(dossier.story.source, u"news.example.com"_s);
    QCOMPARE(dossier.story.publishedAt, given.article.publishedAt);
    QCOMPARE(dossier.story.addedAt, m_desk->now);
    QVERIFY(dossier.story.unread);
    QCOMPARE(dossier.coverage.articles, 1);
    QCOMPARE(dossier.coverage.outlets, 1);
    QCOMPARE(dossier.coverage.origins, 1);
    const Article article = dossier.articles.first();
    QCOMPARE(article.feed, m_feed);
    QCOMPARE(article.author, u"A. Writer"_s);
    QCOMPARE(article.html, given.article.html);
    QCOMPARE(article.fetchedAt, m_desk->now);
    QVERIFY(!article.uuid.isNull());
    QueueView search;
    search.search = u"doubles"_s;
    QCOMPARE(need(m_desk->store().queuePage(search, {}, 10)).ids, receipt.opened);
}

void ArrivalsTest::takesTheSameAgainAsUnchanged()
{
    const Arrival given = arrival(u"1"_s, u"Title"_s, u"https://example.com/1"_s);
    const Arrived first = arrive(given);
    const QSignalSpy changed(&m_desk->store(), &Store::storiesChanged);
    const QSignalSpy added(&m_desk->store(), &Store::storiesAdded);
    m_desk->now = m_desk->now.addSecs(3600);
    const Arrived again = arrive(given);
    QCOMPARE(again, (Arrived{Arrived::Kind::Unchanged, first.article, first.story, false}));
    QCOMPARE(changed.size() + added.size(), 0);
    const auto known = need(intake().known(m_feed, {u"1"_s, u"2"_s, u"1"_s}));
    QCOMPARE(known.size(), 1);
    QCOMPARE(known.first().digest, contentDigest(given.article));
    QVERIFY(need(intake().versions(first.article)).isEmpty());
}

void ArrivalsTest::tellsIdentity_data()
{
    const Arrival first = arrival(u"1"_s, u"A headline of note"_s, u"https://example.com/a"_s);
    QTest::addColumn<Arrival>("first");
    QTest::addColumn<Arrival>("second");
    QTest::addColumn<Arrived::Kind>("kind");
    using Kind = Arrived::Kind;
    QTest::newRow("other text") << first
                                << arrival(u"1"_s, u"A headline of note"_s, u"https://example.com/a"_s,
                                           u"More."_s)
                                << Kind::Updated;
    QTest::newRow("other title") << first << arrival(u"1"_s, u"Quite another"_s, u"https://example.com/a"_s)
                                 << Kind::Updated;
    QTest::newRow("other link") << first
                                << arrival(u"1"_s, u"A headline of note"_s, u"https://example.com/b"_s)
                                << Kind::Updated;
    QTest::newRow("guid reused for another article")
        << first << arrival(u"1"_s, u"Quite another"_s, u"https://example.com/b"_s) << Kind::Added;
    QTest::newRow("title changed, no links")
        << arrival(u"1"_s, u"A headline"_s) << arrival(u"1"_s, u"Another"_s) << Kind::Updated;
    QTest::newRow("guid made anew each time")
        << first << arrival(u"xyz"_s, u"A headline of note"_s, u"https://www.example.com/a/"_s, u"More."_s)
        << Kind::Updated;
    QTest::newRow("every item links to one page")
        << first << arrival(u"2"_s, u"Quite another"_s, u"https://example.com/a"_s) << Kind::Added;
    QTest::newRow("other guid and link")
        << first << arrival(u"2"_s, u"A headline of note"_s, u"https://example.com/b"_s) << Kind::Added;
    QTest::newRow("no link, other guid")
        << arrival(u"1"_s, u"Same"_s) << arrival(u"2"_s, u"Same"_s) << Kind::Added;
    QTest::newRow("guid with quotes and backslash")
        << arrival(u"a\"b\\c'\u20ac"_s, u"A headline"_s) << arrival(u"a\"b\\c'\u20ac"_s, u"A headline"_s)
        << Kind::Unchanged;
}

void ArrivalsTest::tellsIdentity()
{
    QFETCH(Arrival, first);
    QFETCH(Arrival, second);
    QFETCH(Arrived::Kind, kind);
    const Arrived one = arrive(first);
    const Arrived two = arrive(second);
    QCOMPARE(two.kind, kind);
    QCOMPARE(two.article == one.article, kind != Arrived::Kind::Added);
    QCOMPARE(arrive(second), (Arrived{Arrived::Kind::Unchanged, two.article, two.story, false}));
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void ArrivalsTest::keepsOldVersions()
{
    const Arrived first = arrive(arrival(u"1"_s, u"One"_s, u"https://example.com/1"_s, u"First text."_s));
    const QDateTime later = m_desk->now.addSecs(3600);
    m_desk->now = later;
    arrive(arrival(u"1"_s, u"Two"_s, u"https://example.com/1"_s, u"Second text."_s));
    m_desk->now = later.addSecs(3600);
    arrive(arrival(u"1"_s, u"Two"_s, u"https://example.com/1"_s, u"Third text."_s));
    const auto versions = need(intake().versions(first.article));
    QCOMPARE(versions.size(), 2);
    QCOMPARE(versions.at(0).text, u"Second text."_s);
    QCOMPARE(versions.at(1).title, u"One"_s);
    QCOMPARE(versions.at(1).text, u"First text."_s);
    QCOMPARE(versions.at(1).replacedAt, later);
    QCOMPARE(only(first.story).text, u"Third text."_s);
    QCOMPARE(need(m_desk->store().story(first.story)).evidenceAt, m_desk->now);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void ArrivalsTest::storyFollowsItsArticle()
{
    const Arrived first = arrive(arrival(u"1"_s, u"One"_s, u"https://example.com/1"_s, u"First text."_s));
    arrive(arrival(u"1"_s, u"Two"_s, u"https://example.com/1-b"_s,
                   u"Second text."_s)); // both others: another article
    arrive(arrival(u"1"_s, u"One, corrected"_s, u"https://example.com/1"_s, u"Second text."_s));
    const Story story = need(m_desk->store().story(first.story));
    QCOMPARE(story.headline, u"One, corrected"_s);
    QCOMPARE(story.summary, u"Second text."_s);
    QVERIFY(m_desk->store().storyWithHeadline(u"one corrected"_s) == first.story);
}

void ArrivalsTest::analystsWordsStay()
{
    const Arrived first = arrive(arrival(u"1"_s, u"One"_s, u"https://example.com/1"_s, u"First text."_s));
    m_desk->edit(first.story, StoryField::Headline, u"My own words"_s);
    arrive(arrival(u"1"_s, u"Two"_s, u"https://example.com/1"_s, u"Second text."_s));
    const Story story = need(m_desk->store().story(first.story));
    QCOMPARE(story.headline, u"My own words"_s);
    QCOMPARE(story.summary, u"First text."_s); // nothing changes by itself that somebody has worked on
    QCOMPARE(only(first.story).title, u"Two"_s);
}

void ArrivalsTest::guidTwiceInOneFeed()
{
    const Arrival one = arrival(u"same"_s, u"First of the two"_s, u"https://example.com/1"_s);
    const Arrival two = arrival(u"same"_s, u"Second of them"_s, u"https://example.com/2"_s);
    const ArrivalReceipt first = need(intake().addArticles(m_feed, {one, two}));
    QCOMPARE(first.added, 2);
    const ArrivalReceipt again = need(intake().addArticles(m_feed, {one, two}));
    QCOMPARE(again.unchanged, 2);
    QCOMPARE(need(intake().known(m_feed, {u"same"_s})).size(), 2);
    Arrival edited = two;
    edited.article.text = u"Other words."_s;
    QCOMPARE(arrive(edited).article, first.all.at(1).article);
}

void ArrivalsTest::sameLinkInAnotherFeedIsHere()
{
    const Arrived first = arrive(arrival(u"1"_s, u"Title"_s, u"https://example.com/1"_s));
    const FeedId other = feed(u"https://example.com/feed/ai"_s);
    const auto there = need(intake().addArticles(
        other, {arrival(u"other"_s, u"Title"_s, u"http://example.com/1#top"_s, u"Shorter."_s)}));
    QCOMPARE(there.all.first(), (Arrived{Arrived::Kind::Unchanged, first.article, first.story, false}));
    const auto aggregated = need(
        intake().addArticles(other, {arrival(u"hn"_s, u"Show us: a title"_s, u"https://example.com/1"_s)}));
    QCOMPARE(aggregated.added, 1);
}

void ArrivalsTest::completesAPastedLink()
{
    const auto pasted = need(intake().addArticles(
        FeedId{}, {arrival(u"https://example.com/1"_s, u""_s, u"https://example.com/1"_s, u""_s)}));
    QCOMPARE(pasted.added, 1);
    const StoryId story = pasted.opened.first();
    QCOMPARE(need(m_desk->store().story(story)).headline, u"https://example.com/1"_s);
    const Arrived full = arrive(arrival(u"1"_s, u"Title"_s, u"https://example.com/1"_s, u"The words."_s));
    QCOMPARE(full, (Arrived{Arrived::Kind::Updated, pasted.all.first().article, story, false}));
    const Article article = only(story);
    QCOMPARE(article.feed, m_feed);
    QCOMPARE(article.guid, u"1"_s);
    QCOMPARE(article.text, u"The words."_s);
    QCOMPARE(need(m_desk->store().story(story)).headline, u"Title"_s);
    QCOMPARE(need(m_desk->store().story(story)).summary, u"The words."_s);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void ArrivalsTest::findsTheOutlet_data()
{
    QTest::addColumn<QString>("feedOutlet"); // of the desk's list
    QTest::addColumn<QString>("named");      // by the arrival
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("expected");
    QTest::newRow("feed's before the link's")
        << u"Wired"_s << u""_s << u"https://www.reuters.com/x"_s << u"Wired"_s;
    QTest::newRow("link's domain") << u""_s << u""_s << u"https://www.reuters.com/x"_s << u"Reuters"_s;
    QTest::newRow("link's parent domain") << u""_s << u""_s << u"https://uk.reuters.com/x"_s << u"Reuters"_s;
    QTest::newRow("unknown domain") << u""_s << u""_s << u"https://www.some.example/x"_s << u"some.example"_s;
    QTest::newRow("named") << u"Wired"_s << u"The Gazette"_s << u"https://www.reuters.com/x"_s
                           << u"The Gazette"_s;
    QTest::newRow("nothing to tell by") << u""_s << u""_s << u""_s << u""_s;
}

void ArrivalsTest::findsTheOutlet()
{
    QFETCH(QString, feedOutlet);
    QFETCH(QString, named);
    QFETCH(QString, link);
    QFETCH(QString, expected);
    DeskFeed feed = *m_desk->store().feeds().byId(m_feed);
    for (const Outlet& outlet : m_desk->store().outlets())
        if (!feedOutlet.isEmpty() && outlet.name == feedOutlet)
            feed.outlet = outlet.id;
    need(m_desk->store().feeds().save(feed));
    Arrival given = arrival(u"1"_s, u"Title"_s, link);
    given.article.outlet.name = named;
    const Arrived arrived = arrive(given);
    QCOMPARE(only(arrived.story).outlet.name, expected);
    QCOMPARE(need(m_desk->store().story(arrived.story)).source, expected);
}

void ArrivalsTest::joinsStories()
{
    const Arrived first = arrive(arrival(u"1"_s, u"One"_s, u"https://www.reuters.com/1"_s));
    Arrival second = arrival(u"2"_s, u"Two"_s, u"https://www.bbc.co.uk/2"_s);
    second.story = first.story;
    const ArrivalReceipt receipt = need(intake().addArticles(m_feed, {second}));
    QVERIFY(receipt.opened.isEmpty());
    QCOMPARE(receipt.changed, QList<StoryId>{first.story});
    const Dossier dossier = need(m_desk->store().dossier(first.story));
    QCOMPARE(dossier.coverage, (Coverage{2, 2, 2, 2}));
    QCOMPARE(dossier.story.headline, u"One"_s);
}

void ArrivalsTest::opensReservedStories()
{
    QList<Arrival> arrivals;
    need(m_desk->store().transact([&]() -> Result<void> {
        const NextIds next = need(intake().nextIds());
        for (int i = 0; i < 4; ++i) {
            arrivals.append(arrival(QString::number(i), u"Title %1"_s.arg(i)));
            arrivals.last().article.id = ArticleId(number(next.article) + i);
            arrivals.last().story = StoryId(number(next.story) + i / 2);
        }
        return intake().addArticles(m_feed, arrivals).map([](const ArrivalReceipt&) {});
    }));
    for (const Arrival& given : std::as_const(arrivals)) {
        const auto known = need(intake().known(m_feed, {given.article.guid}));
        QCOMPARE(known.first().id, given.article.id);
        QCOMPARE(known.first().story, given.story);
    }
    QCOMPARE(m_desk->store().counts().all, 2);
    QCOMPARE(need(m_desk->store().dossier(arrivals.first().story)).coverage.articles, 2);
    QVERIFY(number(need(intake().nextIds()).article) > number(arrivals.last().article.id));
}

void ArrivalsTest::storyThatIsGoneIsOpenedAnew()
{
    const Arrived first = arrive(arrival(u"1"_s, u"One"_s));
    need(m_desk->store().removeStories({first.story}));
    Arrival second = arrival(u"2"_s, u"Two"_s);
    second.story = first.story;
    const Arrived opened = arrive(second);
    QVERIFY(opened.opened);
    QVERIFY(opened.story != first.story);
}

void ArrivalsTest::notesReprints()
{
    const Arrived copy = arrive(arrival(u"1"_s, u"Copy"_s, u"https://www.reuters.com/1"_s));
    Arrival original = arrival(u"2"_s, u"Original"_s, u"https://www.bbc.co.uk/2"_s);
    original.story = copy.story;
    original.reprints = {copy.article};
    const Arrived source = arrive(original);
    Arrival third = arrival(u"3"_s, u"Another copy"_s, u"https://www.wired.com/3"_s);
    third.story = copy.story;
    third.origin = source.article;
    arrive(third);
    const Dossier dossier = need(m_desk->store().dossier(copy.story));
    QCOMPARE(dossier.coverage.articles, 3);
    QCOMPARE(dossier.coverage.origins, 1);
    const auto recent = need(intake().recent(m_desk->now.addDays(-7), ArticleId{}, 10, 3));
    QCOMPARE(recent.size(), 3);
    QCOMPARE(recent.at(0).origin, source.article);
    QCOMPARE(recent.at(1).origin, ArticleId{});
    QCOMPARE(recent.at(2).origin, source.article);
}

void ArrivalsTest::guessedTimeNeverReplacesAStatedOne()
{
    const Arrival stated = arrival(u"1"_s, u"One"_s);
    const Arrived first = arrive(stated);
    Arrival guessed = arrival(u"1"_s, u"One"_s, {}, u"Other words."_s);
    guessed.article.publishedAt = m_desk->now;
    guessed.article.publishedIsGuess = true;
    QCOMPARE(arrive(guessed).kind, Arrived::Kind::Updated);
    QCOMPARE(only(first.story).publishedAt, stated.article.publishedAt);
    QVERIFY(!only(first.story).publishedIsGuess);
    guessed.article.publishedAt = m_desk->now.addSecs(60); // the next fetch guesses later
    QCOMPARE(arrive(guessed).kind, Arrived::Kind::Unchanged);
}

void ArrivalsTest::storesAllOrNone()
{
    const Arrived first = arrive(arrival(u"1"_s, u"One"_s));
    Arrival clash = arrival(u"3"_s, u"Three"_s);
    clash.article.id = first.article; // taken
    QVERIFY(!intake().addArticles(m_feed, {arrival(u"2"_s, u"Two"_s), clash}));
    QCOMPARE(m_desk->store().counts().all, 1);
    QVERIFY(need(intake().known(m_feed, {u"2"_s})).isEmpty());
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void ArrivalsTest::countsWhatWaits()
{
    const auto waiting = [this] { return m_desk->store().feeds().byId(m_feed)->waiting; };
    const Arrived one = arrive(arrival(u"1"_s, u"One"_s));
    Arrival joining = arrival(u"2"_s, u"Two"_s);
    joining.story = one.story;
    arrive(joining);
    const Arrived three = arrive(arrival(u"3"_s, u"Three"_s));
    QCOMPARE(waiting(), 3);
    m_desk->edit(one.story, StoryField::State, u"shortlisted"_s);
    QCOMPARE(waiting(), 1);
    Arrival late = arrival(u"4"_s, u"Four"_s); // its story is worked on already
    late.story = one.story;
    const Arrived four = arrive(late);
    QCOMPARE(waiting(), 1);
    need(m_desk->store().grouping().regroup({{GroupingAct::Kind::Move, four.article, three.story}},
                                            {u"Ada"_s}));
    QCOMPARE(waiting(), 2);
    m_desk->edit(one.story, StoryField::State, u"incoming"_s);
    QCOMPARE(waiting(), 4);
    const auto removed = need(m_desk->store().removeStories({one.story}));
    QCOMPARE(waiting(), 2);
    need(m_desk->store().addStories(removed, {u"Ada"_s}));
    QCOMPARE(waiting(), 4);
    QCOMPARE(m_desk->store().feeds().byId(m_feed)->lastWeek, 4);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void ArrivalsTest::readsRecentArticlesInPages()
{
    QList<Arrival> arrivals;
    for (int i = 0; i < 7; ++i) {
        arrivals.append(arrival(QString::number(i), u"Title %1"_s.arg(i), {}, u"Some words"_s));
        arrivals.last().article.publishedAt = m_desk->now.addDays(-i);
    }
    arrivals[3].article.publishedAt = QDateTime(); // fetched now, so recent
    need(intake().addArticles(m_feed, arrivals));
    const QDateTime since = m_desk->now.addDays(-5);
    QStringList titles;
    ArticleId after{};
    for (;;) {
        const auto page = need(intake().recent(since, after, 2, 4));
        for (const RecentArticle& article : page) {
            titles.append(article.title);
            QCOMPARE(article.text, u"Some"_s);
            QVERIFY(article.at >= since);
            after = article.id;
        }
        if (page.size() < 2)
            break;
    }
    QCOMPARE(titles, (QStringList{u"Title 0"_s, u"Title 1"_s, u"Title 2"_s, u"Title 3"_s, u"Title 4"_s,
                                  u"Title 5"_s}));
}

void ArrivalsTest::removedStoryComesBackWithItsFeed()
{
    const Arrival given = arrival(u"1"_s, u"One"_s, u"https://example.com/1"_s);
    const Arrived first = arrive(given);
    const auto removed = need(m_desk->store().removeStories({first.story}));
    need(m_desk->store().addStories(removed, {u"Ada"_s}));
    QCOMPARE(arrive(given), (Arrived{Arrived::Kind::Unchanged, first.article, first.story, false}));
}

QTEST_GUILESS_MAIN(ArrivalsTest)
#include "tst_arrivals.moc"
