// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/grouping/groupingstore.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;
using Kind = GroupingAct::Kind;

/// What the desk keeps of how articles make stories: by hand, by machine, and for the machine.
class GroupingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesBackWhatItDid_data();
    void takesBackWhatItDid();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();
    void keepsCoverageInTheHistory();
    void historySurvivesRemovalAndItsUndo();
    void leadsByTierThenTimeThenLength_data();
    void leadsByTierThenTimeThenLength();
    void wordsFollowTheLeadUntilSomebodyWorks_data();
    void wordsFollowTheLeadUntilSomebodyWorks();
    void foldsWithARedirect();
    void neverFoldsWhatSomebodyTouched();
    void storyIsFoundByTheNumberItHad();
    void linkOfAMergedStoryLeadsOn();
    void suggestsPairsUntilTheyAreKeptApart();
    void tellsIntakeWhatMoved();
    void tellsIntakeToReadAllAnewWhereItMissedTooMuch();
    void tellsNewFromKnown();
    void firstAndLastTimesAreKept();

private:
    GroupingStore& grouping() { return m_desk->store().grouping(); }
    IntakeStore& intake() { return m_desk->store().intake(); }
    QList<GroupingAct> regroup(const QList<GroupingAct>& acts)
    {
        return need(grouping().regroup(acts, {u"Ada"_s, 0}));
    }
    Arrived arrive(const Arrival& arrival)
    {
        return need(intake().addArticles(m_feed, {arrival})).all.first();
    }
    Dossier dossier(StoryId id) { return need(m_desk->store().dossier(id)); }
    OutletId outlet(const QString& name, int tier);

    std::unique_ptr<StoreFixture> m_desk;
    FeedId m_feed{};
};

static Arrival arrival(const QString& guid, const QString& title, const QString& outlet = u"Wire"_s,
                       int minute = 0, const QString& text = u"Words."_s)
{
    Arrival made;
    made.article.guid = guid;
    made.article.title = title;
    made.article.text = text;
    made.article.outlet.name = outlet;
    made.article.link = u"https://%1.example/%2"_s.arg(outlet.toLower(), guid);
    made.article.publishedAt =
        QDateTime::fromString(u"2026-04-20T08:00:00Z"_s, Qt::ISODate).addSecs(minute * 60LL);
    return made;
}

static Arrival joining(Arrival made, StoryId story)
{
    made.story = story;
    return made;
}

void GroupingTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
    DeskFeed feed;
    feed.url = u"https://example.com/feed"_s;
    m_feed = need(m_desk->store().feeds().save(feed));
}

OutletId GroupingTest::outlet(const QString& name, int tier)
{
    Outlet made;
    made.name = name;
    made.tier = tier;
    return need(m_desk->store().saveOutlet(made));
}

void GroupingTest::takesBackWhatItDid_data()
{
    QTest::addColumn<QList<GroupingAct>>(
        "acts"); // of articles 1 to 4, of which 1 and 2 are story 1's, 3 and 4 story 2's
    QTest::newRow("move") << QList<GroupingAct>{{Kind::Move, ArticleId(1), StoryId(2)}};
    QTest::newRow("move both ways") << QList<GroupingAct>{{Kind::Move, ArticleId(1), StoryId(2)},
                                                          {Kind::Move, ArticleId(3), StoryId(1)},
                                                          {Kind::Move, ArticleId(1), StoryId(1)}};
    QTest::newRow("keep where it is") << QList<GroupingAct>{{Kind::Move, ArticleId(1), StoryId(1)}};
    QTest::newRow("keep apart") << QList<GroupingAct>{{Kind::KeepApart, {}, StoryId(2), StoryId(1)}};
    QTest::newRow("keep out, twice") << QList<GroupingAct>{{Kind::KeepOut, ArticleId(3), StoryId(1)},
                                                           {Kind::KeepOut, ArticleId(3), StoryId(1)}};
    QTest::newRow("redirect") << QList<GroupingAct>{{Kind::Redirect, {}, StoryId(1), StoryId(2)}};
    QTest::newRow("redirect elsewhere") << QList<GroupingAct>{{Kind::Redirect, {}, StoryId(1), StoryId(2)},
                                                              {Kind::Redirect, {}, StoryId(1), StoryId(3)}};
    QTest::newRow("what is not so") << QList<GroupingAct>{{Kind::LetTogether, {}, StoryId(1), StoryId(2)},
                                                          {Kind::LetIn, ArticleId(1), StoryId(2)},
                                                          {Kind::EndRedirect, {}, StoryId(1)}};
}

void GroupingTest::takesBackWhatItDid()
{
    QFETCH(QList<GroupingAct>, acts);
    for (int i = 1; i <= 4; ++i)
        arrive(joining(arrival(QString::number(i), u"Title %1"_s.arg(i)), StoryId((i + 1) / 2)));
    arrive(arrival(u"5"_s, u"Another"_s));
    const auto state = [this] {
        const KeptApart apart = need(grouping().keptApart());
        return std::tuple(dossier(StoryId(1)).articles, dossier(StoryId(2)).articles,
                          dossier(StoryId(1)).coverage, apart.stories, apart.articles,
                          grouping().redirectOf(StoryId(1)));
    };
    const auto before = state();
    const QList<GroupingAct> back = regroup(acts);
    const auto after = state();
    const QList<GroupingAct> again = regroup(back);
    QVERIFY(state() == before);
    regroup(again);
    QVERIFY(state() == after);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void GroupingTest::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<GroupingAct>("act");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("article gone") << GroupingAct{Kind::Move, ArticleId(9), StoryId(1)} << ErrorCode::NotFound;
    QTest::newRow("story gone") << GroupingAct{Kind::Move, ArticleId(1), StoryId(9)} << ErrorCode::NotFound;
    QTest::newRow("out of nothing") << GroupingAct{Kind::KeepOut, ArticleId(9), StoryId(1)}
                                    << ErrorCode::NotFound;
    QTest::newRow("apart from itself")
        << GroupingAct{Kind::KeepApart, {}, StoryId(1), StoryId(1)} << ErrorCode::InvalidInput;
    QTest::newRow("apart from nothing")
        << GroupingAct{Kind::KeepApart, {}, StoryId(1), StoryId(9)} << ErrorCode::NotFound;
    QTest::newRow("to itself") << GroupingAct{Kind::Redirect, {}, StoryId(1), StoryId(1)}
                               << ErrorCode::NotFound;
}

void GroupingTest::refusesWhatMakesNoSense()
{
    QFETCH(GroupingAct, act);
    QFETCH(ErrorCode, code);
    arrive(arrival(u"1"_s, u"One"_s));
    arrive(arrival(u"2"_s, u"Two"_s));
    const auto refused =
        grouping().regroup({{Kind::KeepApart, {}, StoryId(1), StoryId(2)}, act}, {u"Ada"_s, 0});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QVERIFY(need(grouping().keptApart()).stories.isEmpty()); // nothing of it was done
    QVERIFY(!grouping().regroup({act}, {}));                 // nor by nobody
}

void GroupingTest::keepsCoverageInTheHistory()
{
    outlet(u"Best"_s, 1);
    const StoryId story = arrive(arrival(u"1"_s, u"One"_s)).story;
    QVERIFY(dossier(story).history.isEmpty()); // it opened so
    m_desk->now = m_desk->now.addSecs(60);
    const QDateTime joined = m_desk->now;
    arrive(joining(arrival(u"2"_s, u"Two"_s, u"Best"_s), story));
    m_desk->now = m_desk->now.addSecs(60);
    m_desk->edit(story, StoryField::Score, u"7"_s, u"stakes"_s);
    m_desk->now = m_desk->now.addSecs(60);
    const StoryId other = arrive(arrival(u"3"_s, u"Three"_s)).story;
    regroup({{Kind::Move, ArticleId(1), other}});
    QList<Change> history = dossier(story).history;
    QCOMPARE(history.removeIf([](const Change& change) { return change.field == StoryField::Article; }), 1);
    QCOMPARE(history.size(), 3);
    QCOMPARE(history[0], (Change{joined,
                                 {},
                                 StoryField::Coverage,
                                 {},
                                 {},
                                 toText(Coverage{1, 1, 0, 1}),
                                 toText(Coverage{2, 2, 1, 2})}));
    QCOMPARE(history[1].field, StoryField::Score);
    QCOMPARE(history[2].analyst, u"Ada"_s);
    QCOMPARE(coverageFromText(history[2].to), (Coverage{1, 1, 1, 1}));
    QCOMPARE(dossier(story).story.evidenceAt, m_desk->now); // after the score, which so predates it
    QVERIFY(!m_desk->store().applyEdits({{story, StoryField::Coverage, {}, toText(Coverage{9, 9, 9, 9}), {}}},
                                        {u"Ada"_s, 0}));
    QVERIFY(!coverageFromText(u"nonsense"_s));
}

void GroupingTest::historySurvivesRemovalAndItsUndo()
{
    const StoryId story = arrive(arrival(u"1"_s, u"One"_s)).story;
    arrive(joining(arrival(u"2"_s, u"Two"_s, u"Other"_s), story));
    const StoryId third = arrive(arrival(u"3"_s, u"Three"_s)).story;
    regroup({{Kind::KeepApart, {}, story, third}, {Kind::Move, ArticleId(2), story}});
    const Dossier before = dossier(story);
    QCOMPARE(before.history.size(), 1);
    QVERIFY(before.articles[1].byHand);
    const auto removed = need(m_desk->store().removeStories({story}));
    need(m_desk->store().addStories(removed, {u"Ada"_s, 0}));
    QCOMPARE(dossier(story).history, before.history);
    QCOMPARE(dossier(story).articles, before.articles);
    QCOMPARE(need(grouping().apartFrom(story)), QList<StoryId>{third});
}

void GroupingTest::leadsByTierThenTimeThenLength_data()
{
    using Articles = QList<Arrival>;
    QTest::addColumn<Articles>("articles");
    QTest::addColumn<QString>("lead");
    const QString text = u"Some words here."_s;
    QTest::newRow("better tier, though later")
        << Articles{arrival(u"1"_s, u"Unrated"_s), arrival(u"2"_s, u"Third"_s, u"Three"_s, 5),
                    arrival(u"3"_s, u"First"_s, u"One"_s, 30), arrival(u"4"_s, u"Second"_s, u"Two"_s, 1)}
        << u"First"_s;
    QTest::newRow("earlier of one tier")
        << Articles{arrival(u"1"_s, u"Late"_s, u"One"_s, 9), arrival(u"2"_s, u"Early"_s, u"One"_s, 3)}
        << u"Early"_s;
    Arrival old = arrival(u"2"_s, u"Epoch"_s, u"One"_s);
    old.article.publishedAt = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    old.article.fetchedAt = arrival(u"1"_s, u"Now"_s).article.publishedAt;
    Arrival dated = arrival(u"1"_s, u"Dated"_s, u"One"_s, 9);
    dated.article.fetchedAt = dated.article.publishedAt;
    QTest::newRow("never a wrong date") << Articles{dated, old} << u"Dated"_s;
    QTest::newRow("longer of one minute") << Articles{arrival(u"1"_s, u"Short"_s, u"One"_s, 3, text),
                                                      arrival(u"2"_s, u"Long"_s, u"One"_s, 3, text + text)}
                                          << u"Long"_s;
    QTest::newRow("the first of equals")
        << Articles{arrival(u"1"_s, u"This"_s, u"One"_s), arrival(u"2"_s, u"That"_s, u"One"_s)} << u"This"_s;
}

void GroupingTest::leadsByTierThenTimeThenLength()
{
    QFETCH(QList<Arrival>, articles);
    QFETCH(QString, lead);
    outlet(u"One"_s, 1);
    outlet(u"Two"_s, 2);
    outlet(u"Three"_s, 3);
    const StoryId story = arrive(articles.takeFirst()).story;
    for (const Arrival& article : std::as_const(articles))
        arrive(joining(article, story));
    const Story found = dossier(story).story;
    QCOMPARE(found.headline, lead);
    QCOMPARE(m_desk->store().storyWithHeadline(lead), story);
    QueueView search;
    search.search = lead;
    QCOMPARE(need(m_desk->store().queuePage(search, {}, 10)).ids, QList<StoryId>{story});
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void GroupingTest::wordsFollowTheLeadUntilSomebodyWorks_data()
{
    QTest::addColumn<std::optional<StoryField>>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("follows");
    using Field = std::optional<StoryField>;
    QTest::newRow("untouched") << Field() << QString() << true;
    QTest::newRow("read") << Field(StoryField::Unread) << QString() << true;
    QTest::newRow("headline edited") << Field(StoryField::Headline) << u"Own"_s << false;
    QTest::newRow("category set") << Field(StoryField::Category) << u"AI"_s << false;
    QTest::newRow("shortlisted") << Field(StoryField::State) << u"shortlisted"_s << false;
}

void GroupingTest::wordsFollowTheLeadUntilSomebodyWorks()
{
    QFETCH(std::optional<StoryField>, field);
    QFETCH(QString, value);
    QFETCH(bool, follows);
    outlet(u"Best"_s, 1);
    const StoryId story = arrive(arrival(u"1"_s, u"Small paper"_s)).story;
    if (field)
        m_desk->edit(story, *field, value);
    const Story before = dossier(story).story;
    arrive(joining(arrival(u"2"_s, u"Great paper"_s, u"Best"_s, 5, u"Its own summary."_s), story));
    const Story after = dossier(story).story;
    QCOMPARE(after.headline, follows ? u"Great paper"_s : before.headline);
    QCOMPARE(after.summary, follows ? u"Its own summary."_s : before.summary);
    QCOMPARE(after.source, follows ? u"Best"_s : before.source);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void GroupingTest::foldsWithARedirect()
{
    const StoryId older = arrive(arrival(u"1"_s, u"One"_s)).story;
    const StoryId younger = arrive(arrival(u"2"_s, u"Two"_s, u"Second"_s)).story;
    const QUuid uuid = dossier(younger).story.uuid;
    Arrival proof = joining(arrival(u"3"_s, u"Three"_s, u"Third"_s), older);
    proof.folded = {younger, StoryId(99)};
    const QSignalSpy removed(&m_desk->store(), &Store::storiesRemoved);
    const ArrivalReceipt receipt = need(intake().addArticles(m_feed, {proof}));
    QCOMPARE(receipt.folded, QList<StoryId>{younger});
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.first().first().value<QList<StoryId>>(), QList<StoryId>{younger});
    QCOMPARE(dossier(older).coverage, (Coverage{3, 3, 0, 3}));
    QVERIFY(!m_desk->store().story(younger));
    QCOMPARE(grouping().redirectOf(younger), older);
    QCOMPARE(m_desk->store().storyWithUuid(uuid), older);
    QCOMPARE(m_desk->store().counts().all, 1);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void GroupingTest::neverFoldsWhatSomebodyTouched()
{
    const StoryId older = arrive(arrival(u"1"_s, u"One"_s)).story;
    const StoryId younger = arrive(arrival(u"2"_s, u"Two"_s)).story;
    m_desk->edit(younger, StoryField::Score, u"7"_s, u"stakes"_s);
    Arrival proof = joining(arrival(u"3"_s, u"Three"_s), older);
    proof.folded = {younger};
    QVERIFY(need(intake().addArticles(m_feed, {proof})).folded.isEmpty());
    QCOMPARE(dossier(younger).articles.size(), 1);
}

void GroupingTest::storyIsFoundByTheNumberItHad()
{
    const StoryId first = arrive(arrival(u"1"_s, u"One"_s)).story;
    const StoryId second = arrive(arrival(u"2"_s, u"Two"_s)).story;
    const StoryId third = arrive(arrival(u"3"_s, u"Three"_s)).story;
    const QString uuid = dossier(third).story.uuid.toString(QUuid::WithoutBraces);
    Arrival proof = joining(arrival(u"4"_s, u"Four"_s), second);
    proof.folded = {third};
    arrive(proof);
    proof = joining(arrival(u"5"_s, u"Five"_s), first);
    proof.folded = {second};
    arrive(proof);
    QCOMPARE(need(m_desk->store().findStory(QString::number(number(third)))), first); // through both
    QCOMPARE(need(m_desk->store().findStory(uuid)), first);
    need(m_desk->store().removeStories({first}));
    QCOMPARE(m_desk->store().findStory(uuid).error().code, ErrorCode::NotFound);
}

void GroupingTest::linkOfAMergedStoryLeadsOn()
{
    const StoryId merged = arrive(arrival(u"1"_s, u"One"_s)).story;
    const StoryId into = arrive(arrival(u"2"_s, u"Two"_s)).story;
    const QString link = dossier(merged).story.link;
    const auto asked = [&] {
        return need(intake().storiesWithLinks(FeedId(77), {link.mid(8)})).value(link.mid(8));
    };
    QCOMPARE(asked(), merged);
    const auto back = regroup({{Kind::Move, ArticleId(1), into}, {Kind::Redirect, {}, merged, into}});
    m_desk->edit(merged, StoryField::State, u"spiked"_s);
    QCOMPARE(asked(), into);
    QCOMPARE(m_desk->store().storyWithLink(link), into); // as an import asks
    QCOMPARE(m_desk->store().storyWithHeadline(u"One"_s), into);
    m_desk->edit(merged, StoryField::State, u"incoming"_s); // brought back by a hand, it leads nowhere
    QCOMPARE(asked(), merged);
    QCOMPARE(m_desk->store().storyWithHeadline(u"One"_s), merged);
    m_desk->edit(merged, StoryField::State, u"spiked"_s);
    QCOMPARE(need(m_desk->store().findStory(QString::number(number(merged)))), merged); // it is still there
    regroup(back);
    QCOMPARE(asked(), merged);
}

void GroupingTest::suggestsPairsUntilTheyAreKeptApart()
{
    const StoryId one = arrive(arrival(u"1"_s, u"One"_s)).story;
    const StoryId two = arrive(arrival(u"2"_s, u"Two"_s)).story;
    Arrival third = arrival(u"3"_s, u"Three"_s);
    third.nearby = {{one, 0.2, {u"chip"_s, u"fab"_s}}, {two, 0.21, {u"plant"_s}}, {StoryId(99), 0.3, {}}};
    const StoryId three = arrive(third).story;
    Arrival weaker = joining(arrival(u"4"_s, u"Four"_s), one);
    weaker.nearby = {{three, 0.1, {u"weak"_s}}, {one, 0.9, {u"itself"_s}}};
    arrive(weaker);
    QCOMPARE(need(grouping().suggestionsFor(three)),
             (QList<MergeSuggestion>{{three, two, u"Two"_s, 0.21, {u"plant"_s}},
                                     {three, one, u"One"_s, 0.2, {u"chip"_s, u"fab"_s}}}));
    QCOMPARE(need(grouping().suggestionsFor(one)).first().other, three);
    QCOMPARE(need(grouping().suggestions(1)).size(), 1);
    const auto back = regroup({{Kind::KeepApart, {}, two, three}});
    QCOMPARE(need(grouping().suggestionsFor(three)).size(), 1);
    m_desk->edit(one, StoryField::State, u"spiked"_s);
    QVERIFY(need(grouping().suggestionsFor(three)).isEmpty());
    regroup(back);
    QCOMPARE(need(grouping().suggestions(9)).size(), 1);
    need(grouping().setStateStamp(QUuid::createUuid(), 0, m_desk->now.addSecs(1)));
    QVERIFY(need(grouping().suggestions(9)).isEmpty()); // of another week
}

void GroupingTest::tellsIntakeWhatMoved()
{
    const StoryId one = arrive(arrival(u"1"_s, u"One"_s)).story;
    const StoryId two = arrive(arrival(u"2"_s, u"Two"_s)).story;
    const qint64 start = need(grouping().lastRegrouped());
    QCOMPARE(need(grouping().regroupedSince(start)).upTo, start); // what arrives is no news to intake
    regroup({{Kind::Move, ArticleId(1), two},
             {Kind::KeepApart, {}, one, two},
             {Kind::KeepOut, ArticleId(2), one}});
    m_desk->edit(one, StoryField::Headline, u"Own"_s);
    Regrouped changes = need(grouping().regroupedSince(start));
    QCOMPARE(changes.articles.size(), 1);
    QCOMPARE(changes.articles.first().story, two);
    QVERIFY(changes.articles.first().byHand);
    QCOMPARE(QSet<StoryId>(changes.touched.begin(), changes.touched.end()), QSet<StoryId>({one, two}));
    QCOMPARE(changes.apart.size(), 1);
    QCOMPARE(changes.out.size(), 1);
    const qint64 then = changes.upTo;
    need(m_desk->store().removeStories({two}));
    regroup({{Kind::LetTogether, {}, two, one}, {Kind::LetIn, ArticleId(2), one}});
    changes = need(grouping().regroupedSince(then));
    QCOMPARE(changes.gone, (QList<ArticleId>{ArticleId(1), ArticleId(2)}));
    QCOMPARE(changes.together.size(), 1);
    QCOMPARE(changes.in.size(), 1);
    QVERIFY(changes.articles.isEmpty() && changes.apart.isEmpty());
}

void GroupingTest::tellsIntakeToReadAllAnewWhereItMissedTooMuch()
{
    const StoryId one = arrive(arrival(u"1"_s, u"One"_s)).story;
    m_desk->edit(one, StoryField::Headline, u"Own"_s);
    const qint64 now = need(grouping().lastRegrouped());
    QVERIFY(!need(grouping().regroupedSince(now - 1)).tooMany);
    QVERIFY(need(grouping().regroupedSince(now + 5)).tooMany); // of a later past of this desk
    QVERIFY(need(grouping().stateStamp()).isNull());
    const QUuid stamp = QUuid::createUuid();
    need(grouping().setStateStamp(stamp, now + 50'000, m_desk->now)); // drops what is so far behind
    QCOMPARE(need(grouping().stateStamp()), stamp);
    QVERIFY(need(grouping().regroupedSince(now - 1)).tooMany);
}

void GroupingTest::tellsNewFromKnown()
{
    arrive(arrival(u"1"_s, u"One"_s));
    Arrival changed = arrival(u"1"_s, u"One"_s);
    changed.article.text = u"Other words."_s;
    Arrival sameLink = arrival(u"7"_s, u"One"_s);
    sameLink.article.link = changed.article.link;
    const Arrival fresh = arrival(u"2"_s, u"Two"_s);
    QCOMPARE(need(intake().newOnes(m_feed, {changed, fresh, sameLink, fresh})),
             (QList<bool>{false, true, false, false}));
}

void GroupingTest::firstAndLastTimesAreKept()
{
    const StoryId story = arrive(arrival(u"1"_s, u"One"_s, u"Wire"_s, 10)).story;
    const auto row = [&] { return need(m_desk->store().queueRows({story})).first(); };
    QCOMPARE(row().firstSeen, row().lastSeen);
    arrive(joining(arrival(u"2"_s, u"Two"_s, u"Second"_s, 40), story));
    arrive(joining(arrival(u"3"_s, u"Three"_s, u"Third"_s, 20), story));
    QCOMPARE(row().firstSeen.secsTo(row().lastSeen), 30 * 60);
    QCOMPARE(row().origins, 3);
}

QTEST_GUILESS_MAIN(GroupingTest)
#include "tst_grouping.moc"
