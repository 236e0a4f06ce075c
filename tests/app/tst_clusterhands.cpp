// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/clusterer.h"

#include <QBuffer>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 60 * 60 * 1000;

ClusterArticle article(qint64 id, const QString& title, const QString& text = {})
{
    return {id, id * 60 * 1000, 1, title, text};
}

const QString ferry = u"Ferry runs aground off Harlow Point with 300 aboard"_s;
const QString ferryAgain = u"Passengers evacuated after ferry runs aground near Harlow Point"_s;
const QString ferryLater = u"Harlow Point ferry refloated, all 300 passengers safe"_s;
const QString bank = u"Central bank raises interest rates to curb inflation"_s;

// Two tellings of one event that share too little, and a third that has both.
const QString quake = u"Tremor topples chimneys in Aldwick village"_s;
const QString quakeOther = u"Magnitude five earthquake shakes northern Tarrand province"_s;
const QString quakeBoth = u"Aldwick chimneys toppled as magnitude five earthquake shakes Tarrand province"_s;

/// As intake tells it of what a hand moved on the desk.
void move(Clusterer& clusterer, qint64 id, qint64 story)
{
    clusterer.placeIn(article(id, {}), story, true);
}

/// A clusterer in which the third telling folds the second's story into the first's.
void tellQuakeTwice(Clusterer& clusterer)
{
    QVERIFY(clusterer.place(article(1, quake), 1).isNew);
    QVERIFY(clusterer.place(article(2, quakeOther), 2).isNew);
}

} // namespace

/// What a hand did stays done.
class ClusterHandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldsWhatTurnsOutToBeOneEvent();
    void neverFolds_data();
    void neverFolds();
    void neverPlacesWhatIsKeptOut();
    void movesAndStays();
    void movesOutToANewStory();
    void placesWhereTheDeskHasIt();
    void actsOnWhatIsNotThere();
    void handsOutliveARestart();
};

void ClusterHandsTest::foldsWhatTurnsOutToBeOneEvent()
{
    Clusterer clusterer;
    tellQuakeTwice(clusterer);
    const Placement placement = clusterer.place(article(3, quakeBoth), 3);
    QVERIFY(!placement.isNew);
    QCOMPARE(placement.folded.size(), 1);
    QCOMPARE(placement.folded.first(), (Fold{2, 1, placement.folded.first().articles}));
    QVERIFY(placement.folded.first().articles.contains(2));
    QCOMPARE(placement.story, 1);
    for (const qint64 id : {1, 2, 3})
        QCOMPARE(clusterer.storyOf(id), 1);
    QCOMPARE(clusterer.stories(), 1);
}

void ClusterHandsTest::neverFolds_data()
{
    QTest::addColumn<int>("hand");
    QTest::newRow("a touched story") << 0;
    QTest::newRow("stories kept apart") << 1;
    QTest::newRow("stories kept apart, the other way round") << 2;
    QTest::newRow("an article kept out of the older") << 3;
    QTest::newRow("an older article kept out of the younger") << 4;
    QTest::newRow("an article put there by hand") << 5;
}

void ClusterHandsTest::neverFolds()
{
    QFETCH(int, hand);
    Clusterer clusterer;
    tellQuakeTwice(clusterer);
    switch (hand) {
    case 0:
        QVERIFY(clusterer.touch(2));
        break;
    case 1:
        clusterer.keepApart(1, 2);
        break;
    case 2:
        clusterer.keepApart(2, 1);
        break;
    case 3:
        clusterer.keepOut(2, 1);
        break;
    case 4:
        clusterer.keepOut(1, 2);
        break;
    default:
        move(clusterer, 2, 2);
        break;
    }
    QVERIFY(clusterer.place(article(3, quakeBoth), 3).folded.isEmpty());
    QCOMPARE(clusterer.storyOf(1), 1);
    QCOMPARE(clusterer.storyOf(2), 2);
    QCOMPARE(clusterer.stories(), 2);
}

void ClusterHandsTest::neverPlacesWhatIsKeptOut()
{
    Clusterer clusterer;
    clusterer.place(article(1, ferry), 1);
    clusterer.keepOut(2, 1);
    const Placement placement = clusterer.place(article(2, ferryAgain), 2);
    QVERIFY(placement.isNew);
    QCOMPARE(placement.story, 2);
    // Nor by being a word-for-word copy.
    const QString text =
        u"The ferry with three hundred people aboard ran onto rocks near the lighthouse at Harlow "
        "Point in thick fog on Sunday morning, the coastguard said, and boats took everybody off "
        "within two hours while tugs stood by to wait for the tide to rise again."_s;
    clusterer.place(article(3, bank, text), 3);
    clusterer.keepOut(4, 3);
    const Placement copy = clusterer.place(article(4, bank, text), 4);
    QCOMPARE(copy.origin, 3);
    QVERIFY(copy.story != 3);
}

void ClusterHandsTest::movesAndStays()
{
    Clusterer clusterer;
    clusterer.place(article(1, ferry), 1);
    clusterer.place(article(2, bank), 2);
    clusterer.place(article(3, ferryAgain), 3);
    QCOMPARE(clusterer.storyOf(3), 1);
    move(clusterer, 3, 2);
    QCOMPARE(clusterer.storyOf(3), 2);
    QCOMPARE(clusterer.articlesOf(1).size(), 1);
    QVERIFY(!clusterer.place(article(4, ferryLater), 4).isNew);
    QCOMPARE(clusterer.storyOf(3), 2);
}

void ClusterHandsTest::movesOutToANewStory()
{
    Clusterer clusterer;
    clusterer.place(article(1, ferry), 1);
    clusterer.place(article(2, ferryAgain), 2);
    move(clusterer, 2, 7);
    QCOMPARE(clusterer.storyOf(2), 7);
    QCOMPARE(clusterer.stories(), 2);
    // The last article out closes the story.
    move(clusterer, 1, 7);
    QCOMPARE(clusterer.stories(), 1);
    QVERIFY(clusterer.articlesOf(1).isEmpty());
}

void ClusterHandsTest::placesWhereTheDeskHasIt()
{
    Clusterer clusterer;
    clusterer.placeIn(article(1, ferry), 5, false);
    clusterer.placeIn(article(2, bank), 5, true);
    clusterer.placeIn(article(3, quake), 6, false);
    QCOMPARE(clusterer.storyOf(1), 5);
    QCOMPARE(clusterer.storyOf(2), 5);
    QCOMPARE(clusterer.stories(), 2);
    clusterer.placeIn(article(3, quake), 5, true);
    QCOMPARE(clusterer.stories(), 1);
    // Of three articles that a hand put together only one speaks for it, so it must be all but the same.
    QCOMPARE(clusterer.place(article(4, u"Ferry runs aground off Harlow Point"_s), 9).story, 5);
}

void ClusterHandsTest::actsOnWhatIsNotThere()
{
    Clusterer clusterer;
    QVERIFY(!clusterer.touch(1));
    clusterer.keepApart(1, 1);
    clusterer.keepOut(1, 1);
    clusterer.forgetBefore(hour);
    QCOMPARE(clusterer.stories(), 0);
}

void ClusterHandsTest::handsOutliveARestart()
{
    Clusterer clusterer;
    tellQuakeTwice(clusterer);
    clusterer.keepApart(1, 2);
    clusterer.keepOut(7, 1);
    clusterer.keepOut(7, 2);
    QBuffer state;
    state.open(QIODevice::ReadWrite);
    QVERIFY(clusterer.save(state));
    state.seek(0);
    Clusterer restored;
    QVERIFY(restored.restore(state));
    QVERIFY(restored.place(article(3, quakeBoth), 3).folded.isEmpty());
    QVERIFY(restored.place(article(7, quakeBoth), 7).isNew);
}

QTEST_APPLESS_MAIN(ClusterHandsTest)

#include "tst_clusterhands.moc"
