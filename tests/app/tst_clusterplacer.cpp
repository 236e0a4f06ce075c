// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/grouping/clusterplacer.h"

#include "app/feeds/refresh/feedintake.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/grouping/groupingstore.h"
#include "tests/support/storefixture.h"

#include <QFile>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;
using Kind = GroupingAct::Kind;

namespace {

const QString ferry = u"Ferry runs aground off Harlow Point with 300 aboard"_s;
const QString ferryAgain = u"Passengers evacuated after ferry runs aground near Harlow Point"_s;
const QString ferryLater = u"Harlow Point ferry refloated, all 300 passengers safe"_s;
const QString bank = u"Central bank raises interest rates to curb inflation"_s;

// Two tellings of one event that share too little, and a third that has both.
const QString quake = u"Tremor topples chimneys in Aldwick village"_s;
const QString quakeOther = u"Magnitude five earthquake shakes northern Tarrand province"_s;
const QString quakeBoth = u"Aldwick chimneys toppled as magnitude five earthquake shakes Tarrand province"_s;

const QString wireText =
    u"The harbour authority of Harlow said on Monday that tugs had failed twice to pull the vessel off the "
    u"bank on "
    "which it has rested since dawn, and that divers would look at the hull before another attempt at high "
    "water. "
    "Nobody was hurt, and the passengers were taken ashore by lifeboats from three stations within two "
    "hours. The "
    "company that runs the line apologised and promised refunds to everybody who had been on board that night."_s;

} // namespace

/// Articles find their stories as they arrive, in step with the desk whoever writes to it.
class ClusterPlacerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oneEventOfManyFeedsIsOneStory();
    void placesInOrderOfTime();
    void tellsReprintsFromOriginals();
    void anEarlierOriginalTakesOver();
    void foldsStoriesNobodyTouched();
    void neverFoldsWhatSomebodyTouched();
    void neverFoldsATouchedStoryThatALinkBringsBack();
    void keptApartIsNotFoldedAfterARestart();
    void foldsWithinOneFeed();
    void updatesAreNoNewArticles();
    void theVeryLinkGoesBeforeWords();
    void suggestsWhatNearlyFits();
    void followsTheAnalyst_data();
    void followsTheAnalyst();
    void forgetsWhatWasRemovedAndReturned();
    void keptApartThroughRemovalAndUndo();
    void aFailedTransactionLeavesNoTrace();
    void takesUpWhereItStopped_data();
    void takesUpWhereItStopped();
    void aStateOfAnotherDeskIsNotTaken();
    void anotherProgramsArticlesAreKnown();
    void oldArticlesAreStillStored();

private:
    FeedId feed(const QString& name);
    Article article(const QString& guid, const QString& title, int minute = 0, const QString& text = {});
    Arrival arrivalOf(const Article& article) const;
    ArrivalReceipt take(const QString& feedName, const QList<Article>& articles);
    ArrivalReceipt take(const QString& feedName, const Article& one)
    {
        return take(feedName, QList<Article>{one});
    }
    StoryId storyOf(const ArrivalReceipt& receipt, int at = 0)
    {
        return *store().grouping().storyOf(receipt.all.at(at).article);
    }
    Store& store() { return m_desk->store(); }
    Dossier dossier(StoryId id) { return need(store().dossier(id)); }
    void newPlacer()
    {
        m_placer = std::make_unique<ClusterPlacer>([this] { return m_desk->now; });
    }
    void regroup(const QList<GroupingAct>& acts) { need(store().grouping().regroup(acts, {u"Ada"_s, 0})); }

    std::unique_ptr<StoreFixture> m_desk;
    std::unique_ptr<ClusterPlacer> m_placer;
};

void ClusterPlacerTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
    newPlacer();
}

FeedId ClusterPlacerTest::feed(const QString& name)
{
    const QString url = u"https://%1.example/feed"_s.arg(name);
    if (const auto known = store().feeds().find(url))
        return *known;
    DeskFeed made;
    made.url = url;
    return need(store().feeds().save(made));
}

Article ClusterPlacerTest::article(const QString& guid, const QString& title, int minute, const QString& text)
{
    Article made;
    made.guid = guid;
    made.title = title;
    made.text = text;
    made.publishedAt = m_desk->now.addSecs(-24 * 60 * 60 + minute * 60);
    return made;
}

// As a reader hands it on.
Arrival ClusterPlacerTest::arrivalOf(const Article& article) const
{
    Arrival arrival;
    arrival.article = article;
    arrival.keys = keysOf(article);
    arrival.prepared = m_placer->prepareArticle(article);
    return arrival;
}

ArrivalReceipt ClusterPlacerTest::take(const QString& feedName, const QList<Article>& articles)
{
    Reading reading;
    reading.kind = Reading::Kind::Feed;
    for (Article one : articles) {
        if (one.link.isEmpty())
            one.link = u"https://%1.example/%2"_s.arg(feedName, one.guid);
        reading.arrivals.append(arrivalOf(one));
    }
    FetchOutcome outcome;
    outcome.at = m_desk->now;
    return need(FeedIntake(store(), *m_placer).take({{feed(feedName), &reading, outcome}})).first();
}

void ClusterPlacerTest::oneEventOfManyFeedsIsOneStory()
{
    const StoryId story = storyOf(take(u"a"_s, article(u"1"_s, ferry)));
    const auto second = take(u"b"_s, {article(u"1"_s, ferryAgain, 5), article(u"2"_s, bank, 6)});
    QCOMPARE(storyOf(second, 0), story);
    QVERIFY(storyOf(second, 1) != story);
    QCOMPARE(storyOf(take(u"c"_s, article(u"1"_s, ferryLater, 60))), story);
    QCOMPARE(store().counts().all, 2);
    QCOMPARE(dossier(story).coverage, (Coverage{3, 3, 0, 3}));
    QCOMPARE(dossier(story).story.headline, ferry); // the earliest of equal outlets leads
    QCOMPARE(dossier(story).history.size(), 2);     // each change of coverage
    QVERIFY(need(store().verify()).isEmpty());
}

void ClusterPlacerTest::placesInOrderOfTime()
{
    // A feed's newest stands first; the story is opened by the oldest all the same.
    const auto receipt = take(u"a"_s, {article(u"3"_s, ferryLater, 90), article(u"2"_s, ferryAgain, 30),
                                       article(u"1"_s, ferry, 0)});
    QCOMPARE(receipt.added, 3);
    QCOMPARE(receipt.opened.size(), 1);
    QCOMPARE(dossier(receipt.opened.first()).story.headline, ferry);
}

void ClusterPlacerTest::tellsReprintsFromOriginals()
{
    const auto original = take(u"wire"_s, article(u"1"_s, ferry, 0, wireText));
    const auto copy = take(u"local"_s, article(u"9"_s, u"Tugs fail to move stranded ship"_s, 90, wireText));
    const StoryId story = storyOf(original);
    QCOMPARE(storyOf(copy), story);
    const Dossier found = dossier(story);
    QCOMPARE(found.articles[1].reprintOf, found.articles[0].uuid);
    QCOMPARE(found.coverage, (Coverage{2, 2, 0, 1}));
}

void ClusterPlacerTest::anEarlierOriginalTakesOver()
{
    take(u"local"_s, article(u"1"_s, u"Tugs fail to move stranded ship"_s, 90, wireText));
    const StoryId story = storyOf(take(u"wire"_s, article(u"1"_s, ferry, 0, wireText)));
    const Dossier found = dossier(story);
    QCOMPARE(found.articles[0].title, ferry);
    QVERIFY(!found.articles[0].reprintOf);
    QCOMPARE(found.articles[1].reprintOf, found.articles[0].uuid);
    QCOMPARE(found.coverage.origins, 1);
    QCOMPARE(found.story.headline, ferry);
}

void ClusterPlacerTest::foldsStoriesNobodyTouched()
{
    const StoryId older = storyOf(take(u"a"_s, article(u"1"_s, quake)));
    const StoryId younger = storyOf(take(u"b"_s, article(u"1"_s, quakeOther, 1)));
    QVERIFY(older != younger);
    const auto receipt = take(u"c"_s, article(u"1"_s, quakeBoth, 2));
    QCOMPARE(receipt.folded, QList<StoryId>{younger});
    QCOMPARE(dossier(older).articles.size(), 3);
    QCOMPARE(need(store().findStory(QString::number(number(younger)))), older);
    QCOMPARE(storyOf(take(u"d"_s, article(u"1"_s, quakeOther, 3))), older);
}

void ClusterPlacerTest::neverFoldsWhatSomebodyTouched()
{
    const StoryId older = storyOf(take(u"a"_s, article(u"1"_s, quake)));
    const StoryId younger = storyOf(take(u"b"_s, article(u"1"_s, quakeOther, 1)));
    m_desk->edit(younger, StoryField::Score, u"7"_s, u"stakes"_s);
    QVERIFY(take(u"c"_s, article(u"1"_s, quakeBoth, 2)).folded.isEmpty());
    QVERIFY(store().story(older) && store().story(younger));
}

void ClusterPlacerTest::neverFoldsATouchedStoryThatALinkBringsBack()
{
    // A story that somebody worked on, whose articles have left the window.
    Article old = article(u"1"_s, bank);
    old.publishedAt = m_desk->now.addDays(-30);
    old.link = u"https://wire.example/live"_s;
    const StoryId worked = storyOf(take(u"a"_s, old));
    m_desk->edit(worked, StoryField::Score, u"7"_s, u"stakes"_s);
    newPlacer();
    const StoryId other = storyOf(take(u"b"_s, article(u"1"_s, quake)));
    Article again = article(u"1"_s, quakeOther, 1);
    again.link = old.link;
    QCOMPARE(storyOf(take(u"c"_s, again)), worked);
    const auto both = take(u"d"_s, article(u"1"_s, quakeBoth, 2));
    QVERIFY(both.folded.isEmpty() && both.refused.isEmpty());
    QVERIFY(store().story(other) && store().story(worked));
}

void ClusterPlacerTest::keptApartIsNotFoldedAfterARestart()
{
    const StoryId older = storyOf(take(u"a"_s, article(u"1"_s, quake)));
    const StoryId younger = storyOf(take(u"b"_s, article(u"1"_s, quakeOther, 1)));
    const StoryId third = storyOf(take(u"c"_s, article(u"1"_s, bank)));
    regroup({{Kind::KeepApart, {}, younger, third}});
    newPlacer();
    QVERIFY(take(u"d"_s, article(u"1"_s, quakeBoth, 2)).folded.isEmpty());
    QVERIFY(store().story(older) && store().story(younger));
    QCOMPARE(need(store().grouping().apartFrom(third)), QList<StoryId>{younger});
}

void ClusterPlacerTest::foldsWithinOneFeed()
{
    const auto receipt =
        take(u"a"_s, {article(u"3"_s, quakeBoth, 2), article(u"2"_s, quakeOther, 1), article(u"1"_s, quake)});
    QCOMPARE(store().counts().all, 1);
    QCOMPARE(receipt.opened.size(), 1);
    QCOMPARE(dossier(receipt.opened.first()).articles.size(), 3);
    QCOMPARE(storyOf(take(u"b"_s, article(u"1"_s, quake, 5))), receipt.opened.first()); // the grouping agrees
    QVERIFY(need(store().verify()).isEmpty());
}

void ClusterPlacerTest::updatesAreNoNewArticles()
{
    const StoryId story = storyOf(take(u"a"_s, article(u"1"_s, ferry)));
    const auto receipt = take(
        u"a"_s, {article(u"1"_s, ferry + u" (updated)"_s), article(u"2"_s, bank), article(u"2"_s, bank)});
    QCOMPARE(receipt.updated, 1);
    QCOMPARE(receipt.added, 1);
    QCOMPARE(dossier(story).articles.size(), 1);
    QCOMPARE(storyOf(take(u"b"_s, article(u"1"_s, ferryAgain))), story);
    QCOMPARE(store().counts().all, 2);
}

void ClusterPlacerTest::theVeryLinkGoesBeforeWords()
{
    Article first = article(u"1"_s, bank);
    first.link = u"https://wire.example/one"_s;
    Article other = article(u"1"_s, u"Quite another headline for it"_s, 5);
    other.link = u"https://wire.example/one?utm_source=x"_s;
    const StoryId story = storyOf(take(u"a"_s, first));
    QCOMPARE(storyOf(take(u"b"_s, other)), story);
}

void ClusterPlacerTest::suggestsWhatNearlyFits()
{
    const Article one = article(u"1"_s, ferry);
    const Article two = article(u"1"_s, ferryAgain, 5);
    // A threshold that the second telling just misses.
    Clusterer loose;
    loose.place(DeskGrouping::clusterArticle(ArticleId(1), one.publishedAt, one.title, {}, m_desk->now), 1);
    const Placement near = loose.place(
        DeskGrouping::clusterArticle(ArticleId(2), two.publishedAt, two.title, {}, m_desk->now), 2);
    ClusterSettings strict;
    strict.titleThreshold = near.nearest.first().score / 0.9;
    m_placer = std::make_unique<ClusterPlacer>([this] { return m_desk->now; }, strict);
    const StoryId first = storyOf(take(u"a"_s, one));
    const StoryId second = storyOf(take(u"b"_s, two));
    QVERIFY(first != second);
    QVERIFY(storyOf(take(u"c"_s, article(u"1"_s, bank))) != first);
    const auto suggested = need(store().grouping().suggestionsFor(second));
    QCOMPARE(suggested.size(), 1);
    QCOMPARE(suggested.first().other, first);
    QVERIFY(suggested.first().words.contains(u"harlow"_s));
}

void ClusterPlacerTest::followsTheAnalyst_data()
{
    QTest::addColumn<QString>("deed");
    QTest::addColumn<int>("expected"); // the story that the third telling goes to; 0 is a new one
    QTest::newRow("nothing") << u"nothing"_s << 1;
    QTest::newRow("moved away") << u"move"_s << 2;
    QTest::newRow("merged") << u"merge"_s << 2;
    QTest::newRow("removed") << u"remove"_s << 0;
}

void ClusterPlacerTest::followsTheAnalyst()
{
    QFETCH(QString, deed);
    QFETCH(int, expected);
    const auto told = take(u"a"_s, {article(u"2"_s, ferryAgain, 5), article(u"1"_s, ferry)});
    const StoryId story = storyOf(told);
    const StoryId other = storyOf(take(u"b"_s, article(u"1"_s, bank)));
    QCOMPARE(dossier(story).articles.size(), 2);
    if (deed == u"move" || deed == u"merge") {
        for (const Arrived& arrived : told.all)
            regroup({{Kind::Move, arrived.article, other}});
        if (deed == u"merge")
            regroup({{Kind::Redirect, {}, story, other}});
    } else if (deed == u"remove") {
        need(store().removeStories({story}));
    }
    const StoryId found = storyOf(take(u"c"_s, article(u"1"_s, ferryLater, 60)));
    QCOMPARE(found == story ? 1 : found == other ? 2 : 0, expected);
}

void ClusterPlacerTest::forgetsWhatWasRemovedAndReturned()
{
    const StoryId story = storyOf(take(u"a"_s, article(u"1"_s, ferry)));
    const auto removed = need(store().removeStories({story}));
    QVERIFY(storyOf(take(u"b"_s, article(u"1"_s, bank))) != story);
    need(store().addStories(removed, {u"Ada"_s, 0}));
    QCOMPARE(storyOf(take(u"c"_s, article(u"1"_s, ferryAgain, 5))), story);
}

void ClusterPlacerTest::keptApartThroughRemovalAndUndo()
{
    const StoryId older = storyOf(take(u"a"_s, article(u"1"_s, quake)));
    const StoryId younger = storyOf(take(u"b"_s, article(u"1"_s, quakeOther, 1)));
    regroup({{Kind::KeepApart, {}, older, younger}});
    take(u"c"_s, article(u"1"_s, bank)); // by which grouping knows
    // The older one goes and comes: nothing but the pair keeps the younger out of it.
    const auto removed = need(store().removeStories({older}));
    take(u"c"_s, article(u"2"_s, bank));
    need(store().addStories(removed, {u"Ada"_s, 0}));
    QVERIFY(take(u"d"_s, article(u"1"_s, quakeBoth, 2)).folded.isEmpty());
    QVERIFY(store().story(younger));
}

void ClusterPlacerTest::aFailedTransactionLeavesNoTrace()
{
    const StoryId story = storyOf(take(u"a"_s, article(u"1"_s, quake)));
    Reading reading;
    reading.kind = Reading::Kind::Feed;
    for (const Article& one :
         {article(u"1"_s, quakeOther, 1), article(u"2"_s, quakeBoth, 2), article(u"3"_s, bank)})
        reading.arrivals.append(arrivalOf(one));
    QVERIFY(!FeedIntake(store(), *m_placer).take({{FeedId(999), &reading, {}}})); // no such feed
    QCOMPARE(store().counts().all, 1);
    // Had it kept the failed ones, the next would join stories that are not there.
    const auto receipt = take(u"b"_s, {article(u"2"_s, bank, 5), article(u"1"_s, quakeOther, 4)});
    QCOMPARE(receipt.opened.size(), 2);
    QVERIFY(storyOf(receipt) != story);
    QVERIFY(need(store().verify()).isEmpty());
}

void ClusterPlacerTest::takesUpWhereItStopped_data()
{
    QTest::addColumn<int>("filler"); // articles that make the state worth saving
    QTest::addColumn<QByteArray>("damage");
    QTest::newRow("from the desk") << 0 << QByteArray();
    QTest::newRow("from the saved state") << 220 << QByteArray();
    QTest::newRow("from a damaged state") << 220 << QByteArray("?");
}

void ClusterPlacerTest::takesUpWhereItStopped()
{
    QFETCH(int, filler);
    QFETCH(QByteArray, damage);
    QList<Article> many;
    for (int i = 0; i < filler; ++i)
        many.append(article(u"f%1"_s.arg(i), u"Parish%1 council%1 debates hedge%1 number %1"_s.arg(i), i));
    if (filler > 0)
        take(u"filler"_s, many);
    const StoryId story = storyOf(take(u"a"_s, article(u"1"_s, ferry)));
    const StoryId apart = storyOf(take(u"b"_s, article(u"1"_s, quake)));
    m_placer->keep(store());
    const QString state = m_desk->path() + u".grouping"_s;
    QCOMPARE(QFile::exists(state), filler > 0);
    if (!damage.isEmpty()) {
        QFile file(state);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) && file.write(damage) == 1);
    }
    // What happens after the state was saved.
    const StoryId other = storyOf(take(u"c"_s, article(u"1"_s, quakeOther, 1)));
    QVERIFY(other != apart);
    regroup({{Kind::KeepApart, {}, apart, other}});

    newPlacer();
    QCOMPARE(storyOf(take(u"d"_s, article(u"1"_s, ferryAgain, 5))), story);
    QVERIFY(take(u"e"_s, article(u"1"_s, quakeBoth, 6)).folded.isEmpty()); // kept apart by hand
    QVERIFY(store().story(apart) && store().story(other));
}

void ClusterPlacerTest::aStateOfAnotherDeskIsNotTaken()
{
    QList<Article> many;
    for (int i = 0; i < 220; ++i)
        many.append(article(u"f%1"_s.arg(i), u"Parish%1 council%1 debates hedge%1 number %1"_s.arg(i), i));
    take(u"a"_s, many);
    m_placer->keep(store());
    const QString state = m_desk->path() + u".grouping"_s;
    QVERIFY(QFile::exists(state));
    QCOMPARE(QFile::permissions(state) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    auto second = std::make_unique<StoreFixture>();
    second->open();
    QVERIFY(QFile::copy(state, second->path() + u".grouping"_s));
    std::swap(m_desk, second);
    newPlacer();
    const auto receipt = take(u"b"_s, many.first());
    QCOMPARE(receipt.opened.size(), 1); // not into a story of the other desk
}

void ClusterPlacerTest::anotherProgramsArticlesAreKnown()
{
    take(u"a"_s, article(u"1"_s, bank));
    // Stored behind its back, as by a refresh from the command line.
    auto second = need(Store::open(m_desk->path(), m_desk->options()));
    Arrival other;
    other.article = article(u"x"_s, ferry, 3);
    const StoryId story = need(second->intake().addArticles(feed(u"b"_s), {other})).all.first().story;
    QCOMPARE(storyOf(take(u"c"_s, article(u"1"_s, ferryAgain, 5))), story);
}

void ClusterPlacerTest::oldArticlesAreStillStored()
{
    Article old = article(u"1"_s, ferry);
    old.publishedAt = m_desk->now.addYears(-2);
    Article undated = article(u"2"_s, bank);
    undated.publishedAt = {};
    Article future = article(u"3"_s, quake);
    future.publishedAt = m_desk->now.addDays(40);
    const auto receipt = take(u"a"_s, {future, undated, old});
    QCOMPARE(receipt.added, 3);
    QVERIFY(storyOf(take(u"b"_s, article(u"1"_s, ferryAgain))) !=
            receipt.all.first().story); // of another year
}

QTEST_GUILESS_MAIN(ClusterPlacerTest)
#include "tst_clusterplacer.moc"
