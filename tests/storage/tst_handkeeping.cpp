// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/grouping/groupingstore.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;
using Kind = GroupingAct::Kind;

/// What hands did lasts, whatever is folded, merged back or corrected later.
class HandKeepingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void redirectsMakeNoRing();
    void keptApartIsHandedOnByAFold();
    void wholeStoryMovesAsItStandsThen();
    void wordsOfATouchedStoryOutlastACorrection_data();
    void wordsOfATouchedStoryOutlastACorrection();
    void undoneMovesLeaveTheEvidenceAsOldAsItWas();
    void mergesCarrySignals();
    void noStoryWasFirstSeenBeforeTheWeb();

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

void HandKeepingTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
    DeskFeed feed;
    feed.url = u"https://example.com/feed"_s;
    m_feed = need(m_desk->store().feeds().save(feed));
}

void HandKeepingTest::redirectsMakeNoRing()
{
    const StoryId one = arrive(arrival(u"1"_s, u"One"_s)).story;
    const StoryId two = arrive(arrival(u"2"_s, u"Two"_s)).story;
    const StoryId three = arrive(arrival(u"3"_s, u"Three"_s)).story;
    regroup({{Kind::Redirect, {}, two, one}, {Kind::Redirect, {}, three, two}});
    const auto refused = grouping().regroup({{Kind::Redirect, {}, one, three}}, {u"Ada"_s, 0});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    // Articles that come back end it.
    const auto back = regroup({{Kind::Move, ArticleId(1), three}});
    regroup({{Kind::Redirect, {}, one, three}});
    regroup({{Kind::EndRedirect, {}, one}});
    regroup(back);
    QVERIFY(!grouping().regroup({{Kind::Redirect, {}, one, three}}, {u"Ada"_s, 0}));
}

void HandKeepingTest::keptApartIsHandedOnByAFold()
{
    const StoryId older = arrive(arrival(u"1"_s, u"One"_s)).story;
    const StoryId other = arrive(arrival(u"2"_s, u"Two"_s)).story;
    const StoryId younger = arrive(arrival(u"3"_s, u"Three"_s)).story;
    regroup({{Kind::KeepOut, ArticleId(2), younger}});
    Arrival near = joining(arrival(u"4"_s, u"Four"_s), other);
    near.nearby = {{younger, 0.2, {u"chip"_s}}};
    arrive(near);
    Arrival proof = joining(arrival(u"5"_s, u"Five"_s), older);
    proof.folded = {younger};
    QCOMPARE(need(intake().addArticles(m_feed, {proof})).folded, QList<StoryId>{younger});
    QVERIFY(need(grouping().keptApart()).articles.contains(std::pair(ArticleId(2), older)));
    QCOMPARE(need(grouping().suggestionsFor(older)).value(0).other, other);
    // Neither of two that are kept apart is folded any more, and intake is told that it was not.
    const StoryId late = arrive(arrival(u"6"_s, u"Six"_s)).story;
    regroup({{Kind::KeepApart, {}, late, other}});
    proof = joining(arrival(u"7"_s, u"Seven"_s), older);
    proof.folded = {late};
    const ArrivalReceipt receipt = need(intake().addArticles(m_feed, {proof}));
    QVERIFY(receipt.folded.isEmpty());
    QCOMPARE(receipt.refused, QList<StoryId>{late});
    QCOMPARE(need(intake().touched({older, late, other})), QSet<StoryId>({late, other}));
}

void HandKeepingTest::wholeStoryMovesAsItStandsThen()
{
    const StoryId into = arrive(arrival(u"1"_s, u"One"_s)).story;
    const StoryId from = arrive(arrival(u"2"_s, u"Two"_s)).story;
    regroup({{Kind::Move, ArticleId(2), from}, {Kind::KeepOut, ArticleId(2), into}});
    const QList<Article> before = dossier(from).articles;
    const QList<GroupingAct> acts{{Kind::MoveAll, {}, from, into}};
    const auto back = regroup(acts);
    QVERIFY(dossier(from).articles.isEmpty());
    QCOMPARE(dossier(into).coverage.articles, 2);
    QVERIFY(need(grouping().keptApart()).articles.isEmpty());
    const auto came = [this](StoryId story) {
        QStringList words;
        for (const Change& change : dossier(story).history)
            if (change.field == StoryField::Article)
                words.append(change.dimension + change.from + u'>' + change.to);
        return words;
    };
    const QString uuid = before.first().uuid.toString(QUuid::WithoutBraces);
    QCOMPARE(came(into), QStringList{uuid + u">Wire: Two"_s});
    QCOMPARE(came(from), QStringList{uuid + u"Wire: Two>"_s});
    regroup(back);
    QCOMPARE(dossier(from).articles, before);
    QCOMPARE(need(grouping().keptApart()).articles.size(), 1);
    arrive(joining(arrival(u"3"_s, u"Three"_s), from)); // meanwhile
    const auto backAgain = regroup(acts);
    QVERIFY(dossier(from).articles.isEmpty());
    QCOMPARE(dossier(into).coverage.articles, 3);
    regroup(backAgain);
    QCOMPARE(dossier(from).coverage.articles, 2);
    QVERIFY(!grouping().regroup({{Kind::MoveAll, {}, from, from}}, {u"Ada"_s, 0}));
    QVERIFY(!grouping().regroup({{Kind::MoveAll, {}, from, StoryId(99)}}, {u"Ada"_s, 0}));
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void HandKeepingTest::wordsOfATouchedStoryOutlastACorrection_data()
{
    QTest::addColumn<bool>("touched");
    QTest::addColumn<QString>("corrected"); // guid of the article
    QTest::addColumn<QString>("headline");
    QTest::newRow("untouched, its lead") << false << u"1"_s << u"Corrected"_s;
    QTest::newRow("untouched, another of the same title") << false << u"2"_s << u"Same"_s;
    QTest::newRow("shortlisted") << true << u"1"_s << u"Same"_s;
}

void HandKeepingTest::wordsOfATouchedStoryOutlastACorrection()
{
    QFETCH(bool, touched);
    QFETCH(QString, corrected);
    QFETCH(QString, headline);
    const StoryId story = arrive(arrival(u"1"_s, u"Same"_s)).story;
    arrive(joining(arrival(u"2"_s, u"Same"_s, u"Other"_s, 5), story));
    if (touched)
        m_desk->edit(story, StoryField::State, u"shortlisted"_s);
    m_desk->now = m_desk->now.addSecs(60);
    Arrival changed = arrival(corrected, u"Corrected"_s, corrected == u"1" ? u"Wire"_s : u"Other"_s);
    const Arrived updated = arrive(changed);
    QCOMPARE(updated.kind, Arrived::Kind::Updated);
    QCOMPARE(dossier(story).story.headline, headline);
    QCOMPARE(dossier(story).story.evidenceAt, m_desk->now);
    QCOMPARE(need(intake().versions(updated.article)).size(), 1);
}

void HandKeepingTest::undoneMovesLeaveTheEvidenceAsOldAsItWas()
{
    const StoryId one = arrive(arrival(u"1"_s, u"One"_s)).story;
    const StoryId two = arrive(arrival(u"2"_s, u"Two"_s)).story;
    const QDateTime before = m_desk->now;
    m_desk->now = before.addSecs(60);
    const QDateTime merged = m_desk->now;
    const auto back = regroup({{Kind::MoveAll, {}, two, one}});
    QCOMPARE(dossier(one).story.evidenceAt, merged);
    m_desk->now = merged.addSecs(60);
    const auto again = regroup(back);
    QCOMPARE(dossier(one).story.evidenceAt, before);
    QCOMPARE(dossier(two).story.evidenceAt, before);
    m_desk->now = merged.addSecs(120);
    const auto backAgain = regroup(again);
    QCOMPARE(dossier(one).story.evidenceAt, merged);

    // What came in between is evidence of its own.
    m_desk->now = merged.addSecs(180);
    arrive(joining(arrival(u"3"_s, u"Three"_s), one));
    m_desk->now = merged.addSecs(240);
    regroup(backAgain);
    QCOMPARE(dossier(one).story.evidenceAt, m_desk->now);
    QCOMPARE(dossier(two).story.evidenceAt, before);
}

void HandKeepingTest::mergesCarrySignals()
{
    const auto withSignals = [this](const QString& headline, const QList<StorySignal>& carried) {
        Dossier made = plainDossier(headline);
        made.storySignals = carried;
        return need(m_desk->store().addStories({made}, {u"Ada"_s, 0})).first();
    };
    const StorySignal points{u"points"_s, u"Hacker News"_s, 120, {}, m_desk->now};
    const StorySignal voice{u"voices"_s, u"@ada"_s, {}, u"said so"_s, {}};
    const StoryId one = withSignals(u"One"_s, {voice});
    const StoryId two = withSignals(u"Two"_s, {points, voice});
    const auto back = regroup({{Kind::MoveAll, {}, two, one}});
    QCOMPARE(dossier(one).storySignals.size(), 2);
    QVERIFY(dossier(one).storySignals.contains(points));
    QCOMPARE(dossier(two).storySignals, QList<StorySignal>{voice}); // which the other has as well
    regroup(back);
    QCOMPARE(dossier(one).storySignals, QList<StorySignal>{voice});
    QCOMPARE(dossier(two).storySignals.size(), 2);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void HandKeepingTest::noStoryWasFirstSeenBeforeTheWeb()
{
    Arrival old = arrival(u"1"_s, u"Old"_s);
    const StoryId story = arrive(arrival(u"2"_s, u"New"_s)).story;
    old.article.publishedAt = QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    old.article.fetchedAt = arrival(u"2"_s, u"New"_s).article.publishedAt.addSecs(60);
    arrive(joining(old, story));
    const auto rows = need(m_desk->store().queueRows({story}));
    QCOMPARE(rows.first().firstSeen, arrival(u"2"_s, u"New"_s).article.publishedAt);
    QCOMPARE(rows.first().lastSeen, old.article.fetchedAt);
}

QTEST_GUILESS_MAIN(HandKeepingTest)
#include "tst_handkeeping.moc"
