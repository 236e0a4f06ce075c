// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/feeds/outletstore.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QTest>
#include <QThread>

#include <algorithm>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// What queries find on a desk, in which order, and that the queue's other look at the same stories agrees.
class SearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void takesWordsForGranted_data();
    void takesWordsForGranted();
    void ordersByRelevance();
    void ordersGatheredViews_data();
    void ordersGatheredViews();
    void showsAFeedsAndAnOutletsStories();
    void countsWhatIsUnscoredAndOutdated();
    void stopsWhenTold();

private:
    QList<StoryId> found(const QueueView& view, int most = 100) const;
    QString letters(QList<StoryId> ids, bool sorted) const;

    StoreFixture m_desk;
    QList<StoryId> m_ids; ///< stories a, b, c …
};

void SearchTest::initTestCase()
{
    m_desk.open();
    QList<Dossier> dossiers;
    dossiers.reserve(4); // references into it are kept
    const auto add = [&](const QString& headline, const QString& summary) -> Dossier& {
        Dossier dossier = plainDossier(headline);
        dossier.story.summary = summary;
        dossier.story.addedAt = m_desk.now.addDays(-int(dossiers.size()));
        dossiers.append(dossier);
        return dossiers.last();
    };
    const auto card = [](Dossier& dossier, const QString& analyst, int stakes, int rest) {
        Scorecard made;
        made.analyst = analyst;
        made.methodKey = u"impact"_s;
        for (const char* key : {"novelty", "authority", "coverage", "concreteness", "social"})
            made.cells[QString::fromLatin1(key)] = {Score::fromTenths(rest), {}, dossier.story.addedAt};
        made.cells[u"fud_risk"_s] = {Score::fromTenths(10), {}, dossier.story.addedAt};
        made.cells[u"stakes"_s] = {Score::fromTenths(stakes), {}, dossier.story.addedAt};
        dossier.cards.append(made);
    };
    const auto article = [](Dossier& dossier, const QString& outlet, int tier, const QString& text) {
        Article made;
        made.outlet.name = outlet;
        made.outlet.tier = tier;
        made.outlet.domains = {outlet.toLower().remove(u' ') + u".example"_s};
        made.title = dossier.story.headline;
        made.text = text;
        made.link =
            u"https://%1.example/%2"_s.arg(outlet.toLower().remove(u' ')).arg(dossier.articles.size());
        made.publishedAt = dossier.story.addedAt;
        made.fetchedAt = dossier.story.addedAt;
        dossier.articles.append(made);
    };
    Dossier& a = add(u"Gemma opens its weights"_s, u"A model with open weights."_s);
    a.story.category = u"AI"_s;
    a.story.tags = {u"gpu"_s, u"open models"_s};
    a.story.trust = TrustVerdict::High;
    a.story.trustNote = u"Seen."_s;
    card(a, u"Ada"_s, 90, 80);
    article(a, u"Wire One"_s, 1, u"The gemma model is out, said nobody of hype."_s);
    article(a, u"The Daily"_s, 2, u"Weights for all."_s);
    Dossier& b = add(u"Chip act passes"_s, u"Fabs get money; gemma is not named, hype is."_s);
    b.story.category = u"Research"_s;
    b.story.tags = {u"gpus"_s};
    b.story.state.stage = Stage::Shortlisted;
    card(b, u"Ben"_s, 40, 40);
    article(b, u"The Daily"_s, 2, u"Money for fabs."_s);
    Dossier& c = add(u"Quantum leap for sensors"_s, u"Café sensors read qubits."_s);
    c.story.state.stage = Stage::Ready;
    c.story.source = u"Reuters"_s;
    Dossier& d = add(u"Nothing happened"_s, u"It did so again."_s);
    d.story.state = StoryState{Stage::Incoming, {}, {}}.spiked(u"old"_s);
    d.story.link = u"https://a.example/x"_s;
    m_ids = need(m_desk.store().addStories(dossiers, {u"Ada"_s}));
}

QList<StoryId> SearchTest::found(const QueueView& view, int most) const
{
    QList<StoryId> ids;
    QueueCursor cursor;
    for (bool more = true; more;) {
        const QueuePage page = need(m_desk.store().queuePage(view, cursor, most));
        ids += page.ids;
        cursor = page.next;
        more = page.more;
    }
    return ids;
}

QString SearchTest::letters(QList<StoryId> ids, bool sorted) const
{
    QString text;
    for (const StoryId id : std::as_const(ids))
        text += QChar(u'a' + int(m_ids.indexOf(id)));
    if (sorted)
        std::sort(text.begin(), text.end());
    return text;
}

void SearchTest::finds_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("stories");
    QTest::newRow("word") << u"gemma "_s << u"ab"_s;
    QTest::newRow("words of one text") << u"gemma weights "_s << u"a"_s;
    QTest::newRow("words in an article alone") << u"nobody "_s << u"a"_s;
    QTest::newRow("words of brief and article are of two texts") << u"nobody fabs "_s << QString();
    QTest::newRow("start") << u"qub*"_s << u"c"_s;
    QTest::newRow("accents") << u"cafe "_s << u"c"_s;
    QTest::newRow("phrase") << u"\"open weights\""_s << u"a"_s;
    QTest::newRow("phrase the other way") << u"\"weights open\""_s << QString();
    QTest::newRow("denied word anywhere in the story") << u"gemma -hype "_s << QString();
    QTest::newRow("denied alone") << u"-gemma "_s << u"cd"_s;
    QTest::newRow("either") << u"qubits OR fabs "_s << u"bc"_s;
    QTest::newRow("either within all") << u"(qubits OR fabs) -money "_s << u"c"_s;
    QTest::newRow("either of unlike kinds") << u"tag:gpu OR state:spiked"_s << u"ad"_s;
    QTest::newRow("title") << u"title:gemma"_s << u"a"_s;
    QTest::newRow("title of articles") << u"title:leap"_s << u"c"_s;
    QTest::newRow("summary") << u"summary:fabs"_s << u"b"_s;
    QTest::newRow("no summary") << u"-summary:\"\" title:leap"_s << u"c"_s;
    QTest::newRow("category") << u"category:ai"_s << u"a"_s;
    QTest::newRow("start of a category") << u"category:res*"_s << u"b"_s;
    QTest::newRow("no category") << u"category:\"\""_s << u"cd"_s;
    QTest::newRow("category not there") << u"category:Sports"_s << QString();
    QTest::newRow("tag whole") << u"tag:GPU"_s << u"a"_s;
    QTest::newRow("tag's start") << u"tag:gpu*"_s << u"ab"_s;
    QTest::newRow("tag's start is no pattern") << u"tag:g%u*"_s << QString();
    QTest::newRow("no tag") << u"tag:\"\""_s << u"cd"_s;
    QTest::newRow("outlet") << u"outlet:daily"_s << u"ab"_s;
    QTest::newRow("outlet by domain") << u"outlet:wireone.example"_s << u"a"_s;
    QTest::newRow("outlet by source") << u"outlet:reuters"_s << u"c"_s;
    QTest::newRow("no outlet") << u"outlet:\"\""_s << u"d"_s;
    QTest::newRow("impact") << u"impact>=7"_s << u"a"_s;
    QTest::newRow("low impact leaves the unscored out") << u"impact<5"_s << u"b"_s;
    QTest::newRow("impact as shown") << u"impact=SHOWN"_s << u"b"_s;
    QTest::newRow("not of that impact") << u"-impact>=7"_s << u"bcd"_s;
    QTest::newRow("dimension") << u"stakes>8"_s << u"a"_s;
    QTest::newRow("dimension, at most") << u"stakes<=4"_s << u"b"_s;
    QTest::newRow("two dimensions") << u"stakes>=4 novelty<5"_s << u"b"_s;
    QTest::newRow("trust") << u"trust:high"_s << u"a"_s;
    QTest::newRow("no trust") << u"trust:none"_s << u"bcd"_s;
    QTest::newRow("coverage") << u"coverage>=2"_s << u"a"_s;
    QTest::newRow("tier") << u"tier:1"_s << u"a"_s;
    QTest::newRow("tiers") << u"tier<=2"_s << u"ab"_s;
    QTest::newRow("state") << u"state:ready"_s << u"c"_s;
    QTest::newRow("unscored") << u"unscored"_s << u"cd"_s;
    QTest::newRow("scored") << u"-unscored"_s << u"ab"_s;
    QTest::newRow("has a note") << u"has:note"_s << u"a"_s;
    QTest::newRow("has articles") << u"has:article"_s << u"ab"_s;
    QTest::newRow("has a link") << u"has:link state:spiked"_s << u"d"_s;
    QTest::newRow("my card") << u"analyst:me"_s << u"a"_s;
    QTest::newRow("another's card") << u"analyst:ben"_s << u"b"_s;
    QTest::newRow("since a while") << u"after:-36h"_s << u"ab"_s;
    QTest::newRow("before a while") << u"before:-36h"_s << u"cd"_s;
    QTest::newRow("all together") << u"gemma (outlet:daily OR tier:1) stakes>=5 -tag:gpus "_s << u"a"_s;
}

void SearchTest::finds()
{
    QFETCH(QString, query);
    QueueView view;
    view.kind = QueueView::Kind::All;
    const double impact = need(m_desk.store().queueRows({m_ids[1]})).first().impactLow.value_or(-1);
    view.search = query.replace(u"SHOWN"_s, QString::number(impact, 'f', 1));
    view.analyst = u"Ada"_s;
    for (const auto order : {QueueView::Order::Newest, QueueView::Order::Relevance}) {
        view.order = order;
        QTEST(letters(found(view), true), "stories");
        QCOMPARE(found(view, 1), found(view)); // page by page
    }
    for (const auto words : {SearchedFor::LookedUp, SearchedFor::Gathered})
        QTEST(letters(need(m_desk.store().matching(view, m_ids, words)), true), "stories");
    // Those that were found stay found where their words are taken for granted.
    QTEST(letters(need(m_desk.store().matching(view, found(view), SearchedFor::Found)), true), "stories");
}

void SearchTest::takesWordsForGranted_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("stories");
    QTest::newRow("words") << u"zeppelin"_s << u"abcd"_s;
    QTest::newRow("denied words") << u"-gemma -(weights OR chip)"_s << u"abcd"_s;
    QTest::newRow("what else is asked") << u"zeppelin tag:gpu"_s << u"a"_s;
    QTest::newRow("what else is denied") << u"-(gemma state:spiked) -state:ready"_s << u"abd"_s;
}

void SearchTest::takesWordsForGranted()
{
    QFETCH(QString, query);
    QueueView view;
    view.kind = QueueView::Kind::All;
    view.search = query;
    QTEST(letters(need(m_desk.store().matching(view, m_ids, SearchedFor::Found)), true), "stories");
}

void SearchTest::ordersByRelevance()
{
    QueueView view;
    view.kind = QueueView::Kind::All;
    view.search = u"gemma "_s;
    view.order = QueueView::Order::Relevance;
    QCOMPARE(letters(found(view), false), u"ab"_s); // the headline's word before the one in passing
    view.search = u"-nothing "_s;                   // no words to rank by: newest
    QCOMPARE(letters(found(view), false), u"abc"_s);
}

void SearchTest::ordersGatheredViews_data()
{
    QTest::addColumn<QueueView::Order>("order");
    QTest::addColumn<QString>("dimension");
    QTest::addColumn<QString>("stories");
    QTest::newRow("coverage") << QueueView::Order::Coverage << QString() << u"abdc"_s;
    QTest::newRow("a dimension") << QueueView::Order::Dimension << u"stakes"_s << u"abdc"_s;
    QTest::newRow("no such dimension") << QueueView::Order::Dimension << u"x' --"_s << u"dcba"_s;
}

void SearchTest::ordersGatheredViews()
{
    QueueView view;
    view.kind = QueueView::Kind::All;
    QFETCH(QueueView::Order, order);
    QFETCH(QString, dimension);
    view.order = order;
    view.dimension = dimension;
    QTEST(letters(found(view), false), "stories");
    QCOMPARE(found(view, 1), found(view));
}

void SearchTest::showsAFeedsAndAnOutletsStories()
{
    QueueView view;
    view.kind = QueueView::Kind::All;
    const QList<Outlet> outlets = m_desk.store().outlets();
    const auto daily = std::find_if(outlets.begin(), outlets.end(),
                                    [](const Outlet& outlet) { return outlet.name == "The Daily"_L1; });
    QVERIFY(daily != outlets.end());
    view.outlet = daily->id;
    QCOMPARE(letters(found(view), false), u"ab"_s);
    QCOMPARE(letters(need(m_desk.store().matching(view, m_ids)), true), u"ab"_s);
    QCOMPARE(m_desk.store().counts().outlets.value(daily->id), 1); // what waits in Incoming
    view.kind = QueueView::Kind::Incoming;
    QCOMPARE(letters(found(view), false), u"a"_s);
    view.search = u"gemma "_s;
    QCOMPARE(letters(found(view), false), u"a"_s);
    QueueView fed;
    fed.kind = QueueView::Kind::All;
    fed.feed = FeedId(77);
    QCOMPARE(letters(found(fed), false), QString());
    QueueView late;
    late.kind = QueueView::Kind::All;
    late.addedAfter = m_desk.now.addSecs(-36 * 3600);
    QCOMPARE(letters(found(late), false), u"ab"_s);
    QCOMPARE(letters(need(m_desk.store().matching(late, m_ids)), true), u"ab"_s);
}

void SearchTest::countsWhatIsUnscoredAndOutdated()
{
    StoreFixture desk;
    desk.open();
    const StoryId id = desk.add(plainDossier(u"To be scored"_s));
    QueueView unscored;
    unscored.kind = QueueView::Kind::Unscored;
    QueueView outdated;
    outdated.kind = QueueView::Kind::Outdated;
    const auto look = [&] {
        const QueueCounts counts = desk.store().counts();
        const QList<StoryId> bare = need(desk.store().queuePage(unscored, {}, 9)).ids;
        const QList<StoryId> old = need(desk.store().queuePage(outdated, {}, 9)).ids;
        return counts.unscored == bare.size() && counts.outdated == old.size() &&
                       need(desk.store().matching(unscored, {id})) == bare &&
                       need(desk.store().matching(outdated, {id})) == old
                   ? u"%1 unscored, %2 outdated"_s.arg(bare.size()).arg(old.size())
                   : u"the counts are not what the views show"_s;
    };
    QCOMPARE(look(), u"1 unscored, 0 outdated"_s);
    int told = 0;
    connect(&desk.store(), &Store::countsChanged, this, [&told] { ++told; });
    desk.now = desk.now.addSecs(60);
    auto undo = desk.edit(id, StoryField::Score, u"7"_s, u"stakes"_s);
    QCOMPARE(look(), u"0 unscored, 0 outdated"_s);
    QCOMPARE(told, 1);
    desk.edit(id, StoryField::Score, u"6"_s, u"stakes"_s);
    QCOMPARE(told, 1); // a score that follows a score moves no count
    desk.now = desk.now.addSecs(60);
    desk.edit(id, StoryField::Summary, u"There is news."_s);
    QCOMPARE(look(), u"0 unscored, 1 outdated"_s);
    QCOMPARE(told, 2);
    desk.edit(id, StoryField::State, toText(StoryState{}.spiked(u"old"_s)));
    QCOMPARE(look(), u"0 unscored, 0 outdated"_s);
    desk.edit(id, StoryField::State, toText(StoryState{}));
    QCOMPARE(look(), u"0 unscored, 1 outdated"_s);
    need(desk.store().applyEdits(undo, {u"Ada"_s}));
    QCOMPARE(look(), u"1 unscored, 0 outdated"_s);
    need(desk.store().removeStories({id}));
    QCOMPARE(look(), u"0 unscored, 0 outdated"_s);
}

/// A search that would take minutes ends when another thread says so, and the store goes on.
void SearchTest::stopsWhenTold()
{
    StoreFixture desk;
    desk.open();
    QList<Dossier> dossiers;
    for (int i = 0; i < 3000; ++i)
        dossiers.append(plainDossier(u"word number %1"_s.arg(i)));
    need(desk.store().addStories(dossiers, {u"Ada"_s}));
    QueueView view;
    view.kind = QueueView::Kind::All;
    QStringList alternatives;
    for (int i = 0; i < 90; ++i)
        alternatives.append(u"(-title:%1 word*)"_s.arg(i));
    view.search = alternatives.join(u" OR "_s) + u' ';
    Store& store = desk.store();
    std::atomic<bool> done = false;
    const std::unique_ptr<QThread> hand(QThread::create([&] {
        for (QThread::msleep(30); !done; QThread::msleep(5))
            store.interrupt();
    }));
    hand->start();
    const auto page = store.queuePage(view, {}, 10);
    done = true;
    hand->wait();
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::Cancelled);
    view.search = u"number"_s;
    QCOMPARE(need(store.queuePage(view, {}, 10)).ids.size(), 10);
}

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
