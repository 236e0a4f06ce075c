// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/retention.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/sql/connection.h"
#include "storage/sql/statement.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Stories that nobody touched: which go, when, and that they do not come back.
class RetentionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsItsSetting_data();
    void readsItsSetting();
    void choosesWhatGoes_data();
    void choosesWhatGoes();
    void storyAtWhichTheDeskWasLeftStays();
    void removesInPortions();
    void looksAgainBeforeItRemoves();
    void tellsOtherStores();
    void scansNothing();
    void feedDoesNotBringThemBack_data();
    void feedDoesNotBringThemBack();
    void whatRecursIsNews_data();
    void whatRecursIsNews();
    void whatAFeedHoldsIsRememberedAsLong();
    void lockedDeskIsTold();

private:
    FeedId feed(const QString& url, int keepDays);
    StoryId arrive(FeedId feed, const QString& guid, StoryId into = noStory);
    void runSql(const QString& sql) const;
    RetentionStore& retention() const { return m_desk->store().retention(); }

    std::unique_ptr<StoreFixture> m_desk;
};

static constexpr int none = -2;

static Arrival arrivalOf(const QString& guid, const QString& title, const QString& link)
{
    Arrival arrival;
    arrival.article.guid = guid;
    arrival.article.title = title;
    arrival.article.link = link;
    arrival.article.text = u"Words."_s;
    return arrival;
}

void RetentionTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
}

FeedId RetentionTest::feed(const QString& url, int keepDays)
{
    DeskFeed made;
    made.url = url;
    made.keepDays = keepDays;
    return need(m_desk->store().feeds().save(made));
}

StoryId RetentionTest::arrive(FeedId feed, const QString& guid, StoryId into)
{
    Arrival arrival = arrivalOf(guid, u"Headline of "_s + guid, u"https://example.com/"_s + guid);
    arrival.story = into;
    return need(m_desk->store().intake().addArticles(feed, {arrival})).all.first().story;
}

void RetentionTest::runSql(const QString& sql) const
{
    const auto connection = need(Connection::open(m_desk->path(), {}));
    Statement(*connection, sql).run();
    need(connection->takeResult());
}

void RetentionTest::readsItsSetting_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("days");
    QTest::newRow("never set") << QString() << 0;
    QTest::newRow("a month") << u"30"_s << 30;
    QTest::newRow("below nothing") << u"-1"_s << 0;
    QTest::newRow("beyond all bounds") << u"99999"_s << mostKeepDays;
    QTest::newRow("no number") << u"soon"_s << 0;
}

void RetentionTest::readsItsSetting()
{
    QFETCH(const QString, value);
    if (!value.isNull())
        need(m_desk->store().setSetting(QString::fromUtf16(keepDaysKey), value));
    QTEST(retention().keepDays(), "days");
}

// The story is ten days old when it is looked at.
void RetentionTest::choosesWhatGoes_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("deskDays");
    QTest::addColumn<int>("feedDays");
    QTest::addColumn<int>("otherDays"); // of the feed of a second article; none: there is none
    QTest::addColumn<bool>("goes");
    const QString nothing;
    QTest::newRow("older than the desk's days") << nothing << 7 << 0 << none << true;
    QTest::newRow("younger") << nothing << 30 << 0 << none << false;
    QTest::newRow("to the moment") << nothing << 10 << 0 << none << false;
    QTest::newRow("for ever") << nothing << 0 << 0 << none << false;
    QTest::newRow("its feed's days, on a desk for ever") << nothing << 0 << 7 << none << true;
    QTest::newRow("its feed's days are fewer") << nothing << 30 << 7 << none << true;
    QTest::newRow("its feed's days are more") << nothing << 7 << 30 << none << false;
    QTest::newRow("two feeds' days are over") << nothing << 0 << 7 << 9 << true;
    QTest::newRow("the other feed's are not") << nothing << 0 << 7 << 30 << false;
    QTest::newRow("the other's are as the desk says") << nothing << 9 << 7 << 0 << true;
    QTest::newRow("the other's are for ever") << nothing << 0 << 7 << 0 << false;
    QTest::newRow("an article of no feed stays as the desk says")
        << u"UPDATE article SET feed_id = NULL"_s << 0 << 7 << none << false;
    QTest::newRow("no article at all") << u"DELETE FROM article"_s << 7 << 0 << none << true;
    QTest::newRow("read") << u"UPDATE story SET unread = 0"_s << 7 << 0 << none << true;
    QTest::newRow("shortlisted") << u"UPDATE story SET stage = 1, touched = 0"_s << 7 << 0 << none << false;
    QTest::newRow("ready") << u"UPDATE story SET stage = 2"_s << 7 << 0 << none << false;
    QTest::newRow("spiked") << u"UPDATE story SET stage = 3"_s << 7 << 0 << none << false;
    QTest::newRow("worked on") << u"UPDATE story SET touched = 1"_s << 7 << 0 << none << false;
    QTest::newRow("scored") << u"UPDATE story SET scored_at = 1"_s << 7 << 0 << none << false;
    QTest::newRow("exported") << u"INSERT INTO export (story_uuid, at, format, path, sha256) "
                                 "SELECT uuid, 1, 'pdf', '/x', '00' FROM story"_s
                              << 7 << 0 << none << false;
    QTest::newRow("an article put there by hand")
        << u"UPDATE article SET by_hand = 1 WHERE id = 1"_s << 7 << 0 << 0 << false;
    QTest::newRow("scored by somebody, though not in the row")
        << u"INSERT INTO card (story_id, analyst_id, method_key, method_version, touched_at) "
           "VALUES (1, 1, 'impact', 1, 1)"_s
        << 7 << 0 << none << false;
    QTest::newRow("quoted") << u"INSERT INTO quotation (uuid, story_id, dimension, article_uuid, position, "
                               "words, analyst_id, at) VALUES (x'01', 1, 'stakes', x'02', 0, 'w', 1, 1)"_s
                            << 7 << 0 << none << false;
    QTest::newRow("changed") << u"INSERT INTO change (story_id, at, analyst_id, field, old, new) "
                                "VALUES (1, 1, 1, 'signal', '', 'x')"_s
                             << 7 << 0 << none << false;
    QTest::newRow("its last article is young")
        << u"UPDATE article SET fetched_at = fetched_at + 432000000 WHERE id = 2"_s << 7 << 0 << 0 << false;
    QTest::newRow("its last article is old enough, too")
        << u"UPDATE article SET fetched_at = fetched_at + 172800000 WHERE id = 2"_s << 7 << 0 << 0 << true;
    QTest::newRow("its feed's days are for ever") << nothing << 7 << stayForEver << none << false;
    QTest::newRow("the other feed's days are for ever") << nothing << 7 << 9 << stayForEver << false;
    QTest::newRow("added in days to come")
        << u"UPDATE story SET added_at = added_at + 86400000000"_s << 1 << 1 << none << false;
}

void RetentionTest::choosesWhatGoes()
{
    QFETCH(const QString, sql);
    QFETCH(const int, deskDays);
    QFETCH(const int, feedDays);
    QFETCH(const int, otherDays);
    QFETCH(const bool, goes);
    const StoryId story = arrive(feed(u"https://example.com/feed"_s, feedDays), u"one"_s);
    if (otherDays != none)
        arrive(feed(u"https://example.org/feed"_s, otherDays), u"other"_s, story);
    if (!sql.isEmpty())
        runSql(sql);
    m_desk->now = m_desk->now.addDays(10);
    QCOMPARE(need(retention().expired(deskDays)), goes ? QList<StoryId>{story} : QList<StoryId>());
    QCOMPARE(need(retention().removeExpired(deskDays)), goes ? 1 : 0);
    QCOMPARE(m_desk->store().story(story).has_value(), !goes);
    if (goes)
        QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void RetentionTest::storyAtWhichTheDeskWasLeftStays()
{
    const FeedId wire = feed(u"https://example.com/feed"_s, 0);
    const StoryId left = arrive(wire, u"one"_s);
    arrive(wire, u"two"_s);
    need(m_desk->store().setSetting(u"resume"_s, m_desk->store().story(left)->uuid.toString()));
    m_desk->now = m_desk->now.addDays(10);
    QCOMPARE(need(retention().removeExpired(7)), 1);
    QVERIFY(m_desk->store().story(left));
}

void RetentionTest::removesInPortions()
{
    const FeedId wire = feed(u"https://example.com/feed"_s, 0);
    QList<Arrival> arrivals;
    for (int i = 0; i < 250; ++i) {
        const QString name = QString::number(i);
        arrivals.append(arrivalOf(name, u"Headline "_s + name, u"https://example.com/"_s + name));
    }
    need(m_desk->store().intake().addArticles(wire, arrivals));
    m_desk->now = m_desk->now.addDays(10);
    const QSignalSpy removed(&m_desk->store(), &Store::storiesRemoved);
    int asked = 0;
    QCOMPARE(need(retention().removeExpired(7, [&asked] { return ++asked < 2; })), 100);
    QCOMPARE(asked, 2);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(m_desk->store().counts().all, 150);
    QCOMPARE(need(retention().removeExpired(7)), 150);
    QCOMPARE(removed.size(), 3);
    QCOMPARE(m_desk->store().counts().all, 0);
    QCOMPARE(m_desk->store().feeds().byId(wire)->waiting, 0);
    QueueView search;
    search.search = u"headline"_s;
    QVERIFY(need(m_desk->store().queuePage(search, {}, 10)).ids.isEmpty());
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void RetentionTest::looksAgainBeforeItRemoves()
{
    const FeedId wire = feed(u"https://example.com/feed"_s, 0);
    const QList<StoryId> stories = {arrive(wire, u"one"_s), arrive(wire, u"two"_s)};
    m_desk->now = m_desk->now.addDays(10);
    QCOMPARE(need(retention().expired(7)), stories);
    m_desk->edit(stories.first(), StoryField::Headline, u"Somebody's own"_s);
    QCOMPARE(need(retention().remove(stories, 7)), 1);
    QVERIFY(m_desk->store().story(stories.first()));
    QCOMPARE(need(retention().remove({StoryId(99)}, 7)), 0);
}

void RetentionTest::tellsOtherStores()
{
    const StoryId story = arrive(feed(u"https://example.com/feed"_s, 0), u"one"_s);
    StoreOptions options = m_desk->options();
    options.mode = StoreOptions::Mode::Intake;
    const auto beside = need(Store::open(m_desk->path(), options));
    m_desk->now = m_desk->now.addDays(10);
    QSignalSpy removed(&m_desk->store(), &Store::storiesRemoved);
    QCOMPARE(need(beside->retention().removeExpired(7)), 1);
    m_desk->store().noticeOtherWriters();
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().value<QList<StoryId>>(), QList<StoryId>{story});
}

void RetentionTest::scansNothing()
{
    const auto connection = need(Connection::open(m_desk->path(), {.readOnly = true}));
    Statement plan(*connection, u"EXPLAIN QUERY PLAN "_s + expiredSql());
    for (int i = 0; i < 5; ++i)
        plan.bind(1);
    QStringList lines;
    while (plan.next())
        lines.append(plan.text(3));
    QVERIFY(!lines.isEmpty());
    QVERIFY2(lines.filter(u"SCAN"_s).isEmpty(), qPrintable(lines.join(u'\n')));
    QVERIFY2(lines.first().contains(u"story_by_added"_s), qPrintable(lines.join(u'\n')));
}

void RetentionTest::feedDoesNotBringThemBack_data()
{
    QTest::addColumn<Arrival>("again");
    QTest::addColumn<bool>("isNews");
    QTest::newRow("the same") << arrivalOf(u"one"_s, u"Headline of one"_s, u"https://example.com/one"_s)
                              << false;
    QTest::newRow("with another text") << [] {
        Arrival arrival = arrivalOf(u"one"_s, u"Headline of one"_s, u"https://example.com/one"_s);
        arrival.article.text = u"Other words."_s;
        return arrival;
    }() << false;
    QTest::newRow("without its link") << arrivalOf(u"one"_s, u"HEADLINE of one!"_s, {}) << false;
    QTest::newRow("its link as the guid")
        << arrivalOf(u"https://example.com/one"_s, u"Headline of one"_s, u"https://example.com/one"_s)
        << true;
    QTest::newRow("its link under another guid")
        << arrivalOf(u"tag:other"_s, u"Headline of one"_s, u"http://www.example.com/one/"_s) << true;
    QTest::newRow("its guid for another article")
        << arrivalOf(u"one"_s, u"Something else"_s, u"https://example.com/two"_s) << true;
    QTest::newRow("its page for another article")
        << arrivalOf(u"two"_s, u"Something else"_s, u"https://example.com/one"_s) << true;
    QTest::newRow("its headline elsewhere")
        << arrivalOf(u"two"_s, u"Headline of one"_s, u"https://example.com/two"_s) << true;
}

void RetentionTest::feedDoesNotBringThemBack()
{
    QFETCH(const Arrival, again);
    QFETCH(const bool, isNews);
    arrive(feed(u"https://example.com/feed"_s, 0), u"one"_s);
    QList<Arrival> arrivals = {again};
    need(retention().passOver(arrivals));
    QCOMPARE(arrivals.size(), 1); // while it is there, intake tells that it is the same
    m_desk->now = m_desk->now.addDays(10);
    QCOMPARE(need(retention().removeExpired(7)), 1);
    need(retention().passOver(arrivals));
    QCOMPARE(arrivals.size(), isNews ? 1 : 0);
}

// A weekly item of one headline and link.
void RetentionTest::whatRecursIsNews_data()
{
    QTest::addColumn<QString>("guid"); // of the first; empty: the feed gives none
    QTest::addColumn<QString>("again");
    QTest::addColumn<bool>("isGuess"); // the feed gives no dates
    QTest::addColumn<int>("days");     // later
    QTest::addColumn<bool>("isNews");
    QTest::newRow("a fresh guid") << u"one"_s << u"two"_s << false << 7 << true;
    QTest::newRow("the same guid") << u"one"_s << u"one"_s << false << 7 << false;
    QTest::newRow("no guids") << QString() << QString() << false << 7 << true;
    QTest::newRow("no guids, the same day") << QString() << QString() << false << 0 << false;
    QTest::newRow("another feed's guid, the same day") << u"one"_s << u"two"_s << false << 0 << false;
    QTest::newRow("no guids, no dates") << QString() << QString() << true << 7 << false;
    QTest::newRow("a fresh guid, no dates") << u"one"_s << u"two"_s << true << 7 << true;
}

void RetentionTest::whatRecursIsNews()
{
    QFETCH(const QString, guid);
    QFETCH(const QString, again);
    QFETCH(const bool, isGuess);
    QFETCH(const int, days);
    QFETCH(const bool, isNews);
    const QString link = u"https://example.com/weekly"_s;
    const auto weekly = [&](const QString& named, const QDateTime& at) {
        Arrival arrival = arrivalOf(named.isEmpty() ? link : named, u"The week in chips"_s, link);
        arrival.article.publishedAt = at;
        arrival.article.publishedIsGuess = isGuess;
        return arrival;
    };
    const QDateTime first = m_desk->now;
    const FeedId wire = feed(u"https://example.com/feed"_s, 0);
    need(m_desk->store().intake().addArticles(wire, {weekly(guid, first)}));
    m_desk->now = m_desk->now.addDays(10);
    QCOMPARE(need(retention().removeExpired(7)), 1);
    QList<Arrival> arrivals = {weekly(again, first.addDays(days))};
    need(retention().passOver(arrivals));
    QCOMPARE(arrivals.size(), isNews ? 1 : 0);
}

void RetentionTest::whatAFeedHoldsIsRememberedAsLong()
{
    arrive(feed(u"https://example.com/feed"_s, 0), u"one"_s);
    const QList<Arrival> held = {arrivalOf(u"one"_s, u"Headline of one"_s, u"https://example.com/one"_s)};
    const auto isPassedOver = [&] {
        QList<Arrival> arrivals = held;
        need(retention().passOver(arrivals));
        return arrivals.isEmpty();
    };
    m_desk->now = m_desk->now.addDays(10);
    need(retention().removeExpired(7));
    for (int i = 0; i < 3; ++i) { // 180 days, but never 90 without it
        m_desk->now = m_desk->now.addDays(60);
        QVERIFY(isPassedOver());
        need(retention().removeExpired(7));
    }
    m_desk->now = m_desk->now.addDays(91);
    need(retention().removeExpired(7));
    QVERIFY(!isPassedOver());
}

void RetentionTest::lockedDeskIsTold()
{
    const StoryId story = arrive(feed(u"https://example.com/feed"_s, 0), u"one"_s);
    m_desk->now = m_desk->now.addDays(10);
    StoreOptions impatient = m_desk->options();
    impatient.busyTimeoutMs = 0;
    const auto beside = need(Store::open(m_desk->path(), impatient));
    need(m_desk->store().transact([&]() -> Result<void> {
        const auto removed = beside->retention().removeExpired(7);
        return removed ? fail(u"it was not held up"_s) : Result<void>();
    }));
    QVERIFY(m_desk->store().story(story));
}

QTEST_GUILESS_MAIN(RetentionTest)
#include "tst_retention.moc"
