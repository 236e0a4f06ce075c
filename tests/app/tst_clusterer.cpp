// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/clusterer.h"
#include "tests/support/clustering/edits.h"

#include <QBuffer>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 60 * 60 * 1000;
constexpr qint64 day = 24 * hour;

ClusterArticle article(qint64 id, const QString& title, const QString& text = {}, qint64 time = 0)
{
    return {id, time != 0 ? time : id * 60 * 1000, 1, title, text};
}

const QString ferry = u"Ferry runs aground off Harlow Point with 300 aboard"_s;
const QString ferryAgain = u"Passengers evacuated after ferry runs aground near Harlow Point"_s;
const QString ferryLater = u"Harlow Point ferry refloated, all 300 passengers safe"_s;
const QString bank = u"Central bank raises interest rates to curb inflation"_s;
const QString bankAgain = u"Interest rates raised as central bank battles inflation"_s;
const QString telescope = u"Astronomers spot water vapour on distant planet"_s;

/// A stream in which stories of made-up words overlap, grow, and are told again.
QList<ClusterArticle> madeUpStream(int articles, quint32 seed)
{
    QList<ClusterArticle> stream;
    quint32 state = seed;
    const auto random = [&state](quint32 below) {
        state = state * 1664525U + 1013904223U;
        return quint32((quint64(state) * below) >> 32);
    };
    for (int i = 1; i <= articles; ++i) {
        const quint32 story = 1 + random(60) + quint32(i) / 40;
        QStringList words;
        for (int w = 0; w < 9; ++w)
            words.append(Test::madeUpWord(random(3) > 0 ? story * 100 + random(12) : random(300) * 77));
        ClusterArticle made = article(i, words.join(u' '), {}, day + i * 20 * 60 * 1000);
        if (random(4) == 0) {
            QStringList text;
            for (int w = 0; w < 60; ++w)
                text.append(Test::madeUpWord(story * 100 + random(80)));
            made.text = text.join(u' ');
        }
        stream.append(made);
    }
    return stream;
}

QList<Placement> placeAll(Clusterer& clusterer, const QList<ClusterArticle>& stream, qint64& nextStory,
                          qsizetype from = 0, qsizetype to = -1)
{
    QList<Placement> placements;
    for (qsizetype i = from; i < (to < 0 ? stream.size() : to); ++i) {
        clusterer.forgetBefore(stream[i].time - 2 * day);
        placements.append(clusterer.place(stream[i], nextStory));
        if (placements.last().isNew)
            ++nextStory;
    }
    return placements;
}

} // namespace

/// Where articles go, and that hands, the window and a restart are minded.
class ClustererTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void articlesOfOneEventShareAStory();
    void unrelatedArticlesDoNot_data();
    void unrelatedArticlesDoNot();
    void boilerplateMakesNoStory();
    void oneWrongDateMakesNoStoryOld();
    void tellsWhy();
    void anArticleThatComesAgainStays();
    void sameStreamGivesSameStories();
    void goesOnAfterARestart_data();
    void goesOnAfterARestart();
    void refusesBadState_data();
    void refusesBadState();
    void refusesToReplaceWhatHasBegun();
    void forgetsWhatLeavesTheWindow();
    void centroidsAreRightAfterArticlesLeave();
    void copesWithHostileText_data();
    void copesWithHostileText();
};

void ClustererTest::articlesOfOneEventShareAStory()
{
    Clusterer clusterer;
    const Placement first = clusterer.place(article(1, ferry), 11);
    QVERIFY(first.isNew);
    QCOMPARE(first.story, 11);
    QCOMPARE(first.novelty, 1.0);
    QVERIFY(clusterer.place(article(2, bank), 12).isNew);
    const Placement again = clusterer.place(article(3, ferryAgain), 13);
    QVERIFY(!again.isNew);
    QCOMPARE(again.story, 11);
    QCOMPARE(clusterer.place(article(4, bankAgain), 13).story, 12);
    QCOMPARE(clusterer.place(article(5, ferryLater), 13).story, 11);
    QCOMPARE(clusterer.stories(), 2);
    QCOMPARE(clusterer.articlesOf(11).size(), 3);
    QCOMPARE(clusterer.articlesOf(11).last().article, 5);
    QCOMPARE(clusterer.storyOf(4), 12);
    QCOMPARE(clusterer.storyOf(99), 0);
}

void ClustererTest::unrelatedArticlesDoNot_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("different events") << ferry << telescope;
    QTest::newRow("only common words")
        << u"What we know about the vote today"_s << u"What you should know now"_s;
    QTest::newRow("other scripts") << ferry << u"Паром сел на мель у берега"_s;
    QTest::newRow("a number alone") << u"Steelworks to close, 300 jobs lost in Brenford"_s << ferry;
    QTest::newRow("nothing said") << QString() << QString();
    QTest::newRow("punctuation") << u"…!?"_s << u"— “ ”"_s;
}

void ClustererTest::unrelatedArticlesDoNot()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    Clusterer clusterer;
    // Words of the trade, so that rare and common can be told apart at all.
    const QList<ClusterArticle> stream = madeUpStream(200, 5);
    qint64 next = 1000;
    for (const ClusterArticle& made : stream) {
        ClusterArticle earlier = made;
        earlier.id += 5000;
        if (clusterer.place(earlier, next).isNew)
            ++next;
    }
    const qint64 now = stream.last().time + hour;
    QVERIFY(clusterer.place(article(1, one, {}, now), 1).isNew);
    QVERIFY(clusterer.place(article(2, other, {}, now), 2).isNew);
}

void ClustererTest::boilerplateMakesNoStory()
{
    const QString plate =
        u"Sign up to our newsletter to get the full story and all of our award winning reporting "
        u"delivered to your inbox every single morning before anybody else has read it"_s;
    const QStringList titles = {ferry, bank, telescope, u"Barcelona signs striker Lopez for record fee"_s,
                                u"New species of frog found in Borneo"_s};
    Clusterer clusterer;
    QSet<qint64> stories;
    for (int i = 0; i < titles.size(); ++i) {
        const Placement placement = clusterer.place(article(i + 1, titles[i], plate), i + 1);
        QCOMPARE(placement.origin, i + 1);
        stories.insert(placement.story);
    }
    QCOMPARE(stories.size(), titles.size());
}

void ClustererTest::oneWrongDateMakesNoStoryOld()
{
    constexpr qint64 now = 20'000 * day;
    Clusterer clusterer;
    clusterer.forgetBefore(now - 7 * day);
    clusterer.place(article(1, ferry, {}, now), 1);
    clusterer.placeIn(article(2, ferryAgain, {}, 1), 1, false); // as by its link
    QCOMPARE(clusterer.place(article(3, ferryLater, {}, now + hour), 2).story, 1);
    // What is published long before a story is none of it, whatever its words.
    const QString early = u"Harlow Point ferry with 300 passengers aground again"_s;
    QVERIFY(clusterer.place(article(4, early, {}, now - 60 * day), 3).story != 1);
    QCOMPARE(clusterer.place(article(5, early + u" tonight"_s, {}, now + 2 * hour), 4).isNew, false);
}

void ClustererTest::tellsWhy()
{
    Clusterer clusterer;
    clusterer.place(article(1, ferry), 1);
    clusterer.place(article(2, bank), 2);
    const Placement placement = clusterer.place(article(3, ferryAgain), 3);
    QVERIFY(!placement.nearest.isEmpty());
    const NearStory& near = placement.nearest.first();
    QCOMPARE(near.story, 1);
    QCOMPARE(near.article, 1);
    QVERIFY(near.score >= placement.threshold);
    QCOMPARE(placement.novelty, 1 - near.score);
    QVERIFY(near.sharedWords.contains(u"ferry"_s));
    QVERIFY(near.sharedWords.contains(u"harlow"_s));
    QVERIFY(!near.sharedWords.contains(u"bank"_s));
}

void ClustererTest::anArticleThatComesAgainStays()
{
    Clusterer clusterer;
    clusterer.place(article(1, ferry), 1);
    const Placement again = clusterer.place(article(1, bank), 2);
    QVERIFY(!again.isNew);
    QCOMPARE(again.story, 1);
    QCOMPARE(clusterer.articles(), 1);
}

void ClustererTest::sameStreamGivesSameStories()
{
    const QList<ClusterArticle> stream = madeUpStream(1500, 1);
    Clusterer one;
    Clusterer two;
    qint64 nextOne = 1;
    qint64 nextTwo = 1;
    const QList<Placement> placements = placeAll(one, stream, nextOne);
    QCOMPARE(placeAll(two, stream, nextTwo), placements);
    // The stream must put all the code to use for this to say anything.
    qsizetype folded = 0;
    for (const Placement& placement : placements)
        folded += placement.folded.size();
    QVERIFY(folded > 0);
    QVERIFY(nextOne > 60 && nextOne < 1000);
}

void ClustererTest::goesOnAfterARestart_data()
{
    QTest::addColumn<int>("restartAt");
    QTest::newRow("before anything") << 0;
    QTest::newRow("after one") << 1;
    QTest::newRow("while the window fills") << 100;
    QTest::newRow("after articles have left") << 900;
}

void ClustererTest::goesOnAfterARestart()
{
    QFETCH(int, restartAt);
    const QList<ClusterArticle> stream = madeUpStream(1500, 2);
    Clusterer steady;
    qint64 next = 1;
    placeAll(steady, stream, next, 0, restartAt);
    if (restartAt > 10) {
        steady.touch(1);
        steady.keepApart(2, 3);
        steady.keepOut(restartAt, 1);
        steady.placeIn(stream.at(restartAt - 3), next++, true);
    }
    QBuffer state;
    state.open(QIODevice::ReadWrite);
    QVERIFY(steady.save(state));
    state.seek(0);
    Clusterer restored;
    const Result<void> outcome = restored.restore(state);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(restored.articles(), steady.articles());
    QCOMPARE(restored.stories(), steady.stories());
    qint64 nextRestored = next;
    QCOMPARE(placeAll(restored, stream, nextRestored, restartAt), placeAll(steady, stream, next, restartAt));

    QBuffer one;
    QBuffer two;
    one.open(QIODevice::ReadWrite);
    two.open(QIODevice::ReadWrite);
    QVERIFY(steady.save(one));
    QVERIFY(restored.save(two));
    QCOMPARE(one.data(), two.data());
}

void ClustererTest::refusesBadState_data()
{
    QTest::addColumn<int>("damage");
    QTest::newRow("empty") << 0;
    QTest::newRow("not ours") << 1;
    QTest::newRow("another version") << 2;
    QTest::newRow("cut short") << 3;
    QTest::newRow("a bit turned") << 4;
    QTest::newRow("a size beyond the data") << 5;
    QTest::newRow("other settings") << 6;
}

void ClustererTest::refusesBadState()
{
    QFETCH(int, damage);
    Clusterer source;
    qint64 next = 1;
    placeAll(source, madeUpStream(50, 3), next);
    QBuffer state;
    state.open(QIODevice::ReadWrite);
    QVERIFY(source.save(state));
    QByteArray bytes = state.data();
    ClusterSettings settings;
    switch (damage) {
    case 0:
        bytes.clear();
        break;
    case 1:
        bytes[0] = char(bytes[0] ^ 1);
        break;
    case 2:
        bytes[4] = char(99);
        break;
    case 3:
        bytes.chop(10);
        break;
    case 4:
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 8);
        break;
    case 5:
        bytes[14] = char(0x7f);
        break;
    default:
        settings.ledeThreshold += 0.01;
        break;
    }
    QBuffer damaged(&bytes);
    damaged.open(QIODevice::ReadOnly);
    Clusterer target(settings);
    const Result<void> outcome = target.restore(damaged);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::InvalidInput);
    QVERIFY(!outcome.error().message.isEmpty());
    QCOMPARE(target.articles(), 0);
    QVERIFY(target.place(article(1, ferry), 1).isNew);
}

void ClustererTest::refusesToReplaceWhatHasBegun()
{
    Clusterer source;
    source.place(article(1, ferry), 1);
    QBuffer state;
    state.open(QIODevice::ReadWrite);
    QVERIFY(source.save(state));
    state.seek(0);
    QVERIFY(!source.restore(state));
    QCOMPARE(source.storyOf(1), 1);
}

void ClustererTest::forgetsWhatLeavesTheWindow()
{
    Clusterer clusterer;
    clusterer.place(article(1, ferry, {}, day), 1);
    clusterer.place(article(2, ferryAgain, {}, 2 * day), 2);
    clusterer.place(article(3, bank, {}, day), 3);
    clusterer.forgetBefore(day);
    QCOMPARE(clusterer.articles(), 3);
    clusterer.forgetBefore(day + 1);
    QCOMPARE(clusterer.articles(), 1);
    QCOMPARE(clusterer.stories(), 1);
    QCOMPARE(clusterer.storyOf(1), 0);
    QCOMPARE(clusterer.storyOf(2), 1);
    // Joins by its living article; the story that has left is no place to go.
    QCOMPARE(clusterer.place(article(4, ferryLater, {}, 2 * day), 4).story, 1);
    QVERIFY(clusterer.place(article(5, bankAgain, {}, 2 * day), 5).isNew);
    clusterer.forgetBefore(100 * day);
    QCOMPARE(clusterer.articles(), 0);
    QCOMPARE(clusterer.stories(), 0);
    QCOMPARE(clusterer.place(article(1, ferry, {}, 100 * day), 6).story, 6);
}

void ClustererTest::centroidsAreRightAfterArticlesLeave()
{
    Clusterer clusterer;
    qint64 next = 1;
    placeAll(clusterer, madeUpStream(1200, 4), next);
    const StoryIndex& index = clusterer.index();
    int grown = 0;
    const auto stories = index.storyPlaces();
    for (auto it = stories.cbegin(); it != stories.cend(); ++it) {
        const LiveStory& story = index.story(it.value());
        StoryCentroid fresh;
        std::vector<TermId> ignored;
        for (const quint32 member : story.members)
            fresh.add(index.article(member).terms, ignored);
        QVERIFY(story.centroid == fresh);
        quint64 squares = 0;
        for (const StoryCentroid::Entry& entry : fresh.entries())
            squares += quint64(entry.weight) * entry.weight;
        QCOMPARE(story.centroid.squaredLength(), squares);
        grown += story.members.size() > 1;
    }
    QVERIFY(grown > 10);
}

void ClustererTest::copesWithHostileText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("a word of a million letters") << QString(1000000, u'a');
    QTest::newRow("a million words") << u"ab "_s.repeated(1000000);
    QTest::newRow("a million blanks") << QString(1000000, u' ');
    QTest::newRow("a million digits") << QString(1000000, u'7');
    QTest::newRow("a million apostrophes") << u"a'"_s.repeated(500000);
    QTest::newRow("a million points") << u"1."_s.repeated(500000);
    QTest::newRow("half a surrogate") << QString(QChar(0xd83d)).repeated(1000);
    QTest::newRow("nulls") << QString(1000, QChar(0));
    QTest::newRow("marks on nothing") << QString(100000, QChar(0x0301));
    QTest::newRow("a million of one letter without blanks") << QString(1000000, QChar(0x4e00));
    QTest::newRow("right-to-left overrides") << u"\u202egnisrever\u202c "_s.repeated(1000);
}

void ClustererTest::copesWithHostileText()
{
    QFETCH(QString, text);
    Clusterer clusterer;
    clusterer.place(article(1, ferry), 1);
    for (qint64 i = 0; i < 5; ++i) {
        clusterer.place(article(10 + i, text, text), 10 + i);
        clusterer.place(article(20 + i, ferryAgain, text), 20 + i);
    }
    QCOMPARE(clusterer.articles(), 11);
    clusterer.forgetBefore(day);
    QCOMPARE(clusterer.articles(), 0);
}

QTEST_APPLESS_MAIN(ClustererTest)

#include "tst_clusterer.moc"
