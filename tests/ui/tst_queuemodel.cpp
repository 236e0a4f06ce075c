// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tempdesk.h"
#include "ui/stories/queuemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// The queue holds still: what it shows changes only where the analyst asks.
class QueueModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newestFirst();
    void loadsAllInSlicesWithoutReset();
    void arrivalsWaitUntilShown();
    void changedRowUpdatesInPlace();
    void whatLeftStaysUntilMovedOn();
    void undoneSpikeComesBackInItsPlace();
    void removedGoesAtOnce();
    void bulkChangeBeyondTheRowLimit();
    void manyComeBackInRuns();
    void lastChangedComesBackInItsPlace();
    void orderByImpactPutsUnscoredLast();
    void whatComesDuringASearchWaits();
    void searchFilters_data();
    void searchFilters();

private:
    static QStringList headlines(const QueueModel& model)
    {
        QStringList result;
        for (int row = 0; row < model.rowCount(); ++row)
            result.append(model.index(row).data().toString());
        return result;
    }
    static QList<StoryEdit> stage(const QList<StoryId>& ids, const StoryState& state)
    {
        QList<StoryEdit> edits;
        for (const StoryId id : ids)
            edits.append({id, StoryField::State, {}, toText(state), {}});
        return edits;
    }
};

void QueueModelTest::newestFirst()
{
    Test::TempDesk temp;
    temp.addPlain({u"Old"_s, u"Middle"_s, u"New"_s});
    QueueModel model(temp.store());
    const QAbstractItemModelTester tester(&model);
    model.setView({});
    QCOMPARE(headlines(model), QStringList({u"New"_s, u"Middle"_s, u"Old"_s}));
}

void QueueModelTest::loadsAllInSlicesWithoutReset()
{
    Test::TempDesk temp;
    QStringList names;
    for (int i = 0; i < 1500; ++i)
        names.append(u"Story %1"_s.arg(i));
    temp.addPlain(names);
    QueueModel model(temp.store());
    model.setView({});
    QCOMPARE(model.rowCount(), 200);
    QVERIFY(!model.isComplete());
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QTRY_VERIFY(model.isComplete());
    QCOMPARE(model.rowCount(), 1500);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(model.index(1499).data().toString(), u"Story 0"_s);
    QSet<StoryId> distinct;
    for (int row = 0; row < model.rowCount(); ++row)
        distinct.insert(model.idAt(row));
    QCOMPARE(distinct.size(), 1500);
}

void QueueModelTest::arrivalsWaitUntilShown()
{
    Test::TempDesk temp;
    temp.addPlain({u"There"_s});
    QueueModel model(temp.store());
    model.setView({});
    QSignalSpy arrivals(&model, &QueueModel::arrivalsChanged);
    temp.addPlain({u"Later one"_s, u"Later two"_s});
    QCOMPARE(headlines(model), QStringList({u"There"_s}));
    QCOMPARE(model.arrivals(), 2);
    QCOMPARE(arrivals.count(), 1);
    model.showArrivals();
    QCOMPARE(headlines(model), QStringList({u"Later two"_s, u"Later one"_s, u"There"_s}));
    QCOMPARE(model.arrivals(), 0);
}

void QueueModelTest::changedRowUpdatesInPlace()
{
    Test::TempDesk temp;
    const QList<StoryId> ids = temp.addPlain({u"One"_s, u"Two"_s, u"Three"_s});
    QueueModel model(temp.store());
    QueueView view;
    view.order = QueueView::Order::LastChanged;
    model.setView(view);
    const QStringList before = headlines(model);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    temp.setNow(QDateTime::fromString(u"2026-04-10T11:00:00Z"_s, Qt::ISODate));
    QVERIFY(
        temp.store().applyEdits({{ids[0], StoryField::Headline, {}, u"One, edited"_s, {}}}, {u"Ada"_s, 0}));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(headlines(model).size(), before.size());
    QCOMPARE(model.rowOf(ids[0]), int(before.indexOf(u"One"_s))); // never reordered under the cursor
    QCOMPARE(model.rowAt(model.rowOf(ids[0])).headline, u"One, edited"_s);
}

void QueueModelTest::whatLeftStaysUntilMovedOn()
{
    Test::TempDesk temp;
    const QList<StoryId> ids = temp.addPlain({u"One"_s, u"Two"_s, u"Three"_s});
    QueueModel model(temp.store());
    const QAbstractItemModelTester tester(&model);
    model.setView({});
    QVERIFY(temp.store().applyEdits(stage({ids[1]}, StoryState().spiked({})), {u"Ada"_s, 0}));
    QCOMPARE(model.rowCount(), 3);
    model.dropLeft(ids[1]); // still on it
    QCOMPARE(model.rowCount(), 3);
    model.dropLeft(ids[0]);
    QCOMPARE(headlines(model), QStringList({u"Three"_s, u"One"_s}));
}

void QueueModelTest::undoneSpikeComesBackInItsPlace()
{
    Test::TempDesk temp;
    const QList<StoryId> ids = temp.addPlain({u"One"_s, u"Two"_s, u"Three"_s});
    QueueModel model(temp.store());
    const QAbstractItemModelTester tester(&model);
    model.setView({});
    QVERIFY(temp.store().applyEdits(stage({ids[1]}, StoryState().spiked({})), {u"Ada"_s, 0}));
    model.dropLeft(noStory);
    QVERIFY(temp.store().applyEdits(stage({ids[1]}, StoryState()), {u"Ada"_s, 0}));
    QCOMPARE(headlines(model), QStringList({u"Three"_s, u"Two"_s, u"One"_s}));
}

void QueueModelTest::removedGoesAtOnce()
{
    Test::TempDesk temp;
    const QList<StoryId> ids = temp.addPlain({u"One"_s, u"Two"_s, u"Three"_s, u"Four"_s});
    QueueModel model(temp.store());
    const QAbstractItemModelTester tester(&model);
    model.setView({});
    QVERIFY(temp.store().removeStories({ids[0], ids[2]}));
    QCOMPARE(headlines(model), QStringList({u"Four"_s, u"Two"_s}));
}

void QueueModelTest::bulkChangeBeyondTheRowLimit()
{
    Test::TempDesk temp;
    QStringList names;
    for (int i = 0; i < 150; ++i)
        names.append(u"Story %1"_s.arg(i));
    const QList<StoryId> ids = temp.addPlain(names);
    QueueModel model(temp.store());
    const QAbstractItemModelTester tester(&model);
    model.setView({});
    QVERIFY(temp.store().applyEdits(stage(ids.mid(0, 100), StoryState().spiked({})), {u"Ada"_s, 0}));
    model.dropLeft(noStory);
    QCOMPARE(model.rowCount(), 50);
    QVERIFY(temp.store().applyEdits(stage(ids.mid(0, 100), StoryState()), {u"Ada"_s, 0}));
    QCOMPARE(model.rowCount(), 150);
    QCOMPARE(model.index(149).data().toString(), u"Story 0"_s);
}

void QueueModelTest::manyComeBackInRuns()
{
    Test::TempDesk temp;
    QStringList names;
    for (int i = 0; i < 300; ++i)
        names.append(u"Story %1"_s.arg(i));
    const QList<StoryId> ids = temp.addPlain(names);
    QueueModel model(temp.store());
    const QAbstractItemModelTester tester(&model);
    model.setView({});
    model.loadAll();
    const QStringList before = headlines(model);
    const QList<StoryId> spiked = ids.mid(20, 100) + ids.mid(150, 100);
    QVERIFY(temp.store().applyEdits(stage(spiked, StoryState().spiked({})), {u"Ada"_s, 0}));
    model.dropLeft(noStory);
    QCOMPARE(model.rowCount(), 100);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QVERIFY(temp.store().applyEdits(stage(spiked, StoryState()), {u"Ada"_s, 0}));
    QCOMPARE(headlines(model), before);
    QCOMPARE(inserted.count(), 2);

    QStringList arrived;
    for (int i = 0; i < 100; ++i)
        arrived.append(u"New %1"_s.arg(i));
    temp.addPlain(arrived);
    model.showArrivals();
    QueueModel fresh(temp.store());
    fresh.setView({});
    fresh.loadAll();
    QCOMPARE(model.rowCount(), 400);
    QCOMPARE(headlines(model), headlines(fresh));
}

void QueueModelTest::lastChangedComesBackInItsPlace()
{
    Test::TempDesk temp;
    QDateTime now = QDateTime::fromString(u"2026-04-20T09:00:00Z"_s, Qt::ISODate);
    temp.setNow(now);
    const QList<StoryId> ids = temp.addPlain({u"One"_s, u"Two"_s, u"Three"_s});
    for (const StoryId id : {ids[2], ids[0], ids[1]}) { // so "Two" was changed last
        temp.setNow(now = now.addSecs(60));
        QVERIFY(temp.store().applyEdits({{id, StoryField::TrustNote, {}, u"note"_s, {}}}, {u"Ada"_s, 0}));
    }
    QueueModel model(temp.store());
    QueueView view;
    view.order = QueueView::Order::LastChanged;
    model.setView(view);
    QCOMPARE(headlines(model), QStringList({u"Two"_s, u"One"_s, u"Three"_s}));
    temp.setNow(now = now.addSecs(60));
    QVERIFY(temp.store().applyEdits(stage({ids[0]}, StoryState().spiked({})), {u"Ada"_s, 0}));
    model.dropLeft(noStory);
    temp.setNow(now = now.addSecs(60));
    QVERIFY(temp.store().applyEdits(stage({ids[0]}, StoryState()), {u"Ada"_s, 0}));
    QCOMPARE(headlines(model), QStringList({u"One"_s, u"Two"_s, u"Three"_s})); // it is the last changed now
}

void QueueModelTest::orderByImpactPutsUnscoredLast()
{
    Test::TempDesk temp;
    temp.addPlain({u"Unscored"_s});
    temp.addFull();
    QueueModel model(temp.store());
    QueueView view;
    view.order = QueueView::Order::Impact;
    model.setView(view);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.rowAt(1).headline, u"Unscored"_s);
    QVERIFY(model.rowAt(0).impactLow.has_value());
    QCOMPARE(*model.rowAt(0).impactLow, *model.rowAt(0).impactHigh);
}

/// A search reads the desk as it was when it began: what comes meanwhile is neither lost nor put under the
/// cursor.
void QueueModelTest::whatComesDuringASearchWaits()
{
    Test::TempDesk temp;
    QStringList names;
    for (int i = 0; i < 2000; ++i)
        names.append(u"word number %1"_s.arg(i));
    temp.addPlain(names);
    QueueModel model(temp.store());
    QueueView view;
    view.search = u"word"_s;
    model.setView(view);
    QTRY_VERIFY(!model.isGathering());
    QStringList alternatives;
    for (int i = 0; i < 90; ++i)
        alternatives.append(u"(-title:%1 word)"_s.arg(i));
    view.search = alternatives.join(u" OR "_s);
    StoryId late = noStory;
    bool hasWaited = false; // a thread that starts late finds it in its place
    for (int turn = 0; turn < 5 && !hasWaited; ++turn) {
        model.setView(view);
        QVERIFY(model.isGathering());
        QTest::qSleep(100); // the desk is read by now; what was found is told to this thread later
        late = temp.addPlain({u"word that came late %1"_s.arg(turn)}).first();
        QTRY_VERIFY_WITH_TIMEOUT(!model.isGathering(), 60'000);
        QTRY_VERIFY(model.rowOf(late) >= 0 || model.arrivals() == 1);
        hasWaited = model.rowOf(late) < 0;
    }
    QVERIFY(hasWaited);
    model.showArrivals();
    QCOMPARE(model.arrivals(), 0);
    QVERIFY(model.rowOf(late) >= 0);
}

void QueueModelTest::searchFilters_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("rows"); ///< -1: it cannot be read, which is told, and the list stays
    QTest::newRow("a word") << u"reactor"_s << 1;
    QTest::newRow("case and accents do not matter") << u"REACTOR cafe"_s << 1;
    QTest::newRow("the last word may be unfinished") << u"reac"_s << 1;
    QTest::newRow("every word must occur") << u"reactor parliament"_s << 0;
    QTest::newRow("a phrase that is not closed yet") << u"\"reactor"_s << 1;
    QTest::newRow("a parenthesis that is not closed") << u"reactor AND NOT ("_s << -1;
    QTest::newRow("signs alone") << u"*:^"_s << -1;
    QTest::newRow("a column of the index is no field") << u"headline:reactor"_s << -1;
}

void QueueModelTest::searchFilters()
{
    QFETCH(QString, words);
    QFETCH(int, rows);
    Test::TempDesk temp;
    temp.addPlain({u"Reactor restarts near Café Central"_s, u"Parliament votes"_s});
    QueueModel model(temp.store());
    QSignalSpy failed(&model, &QueueModel::failed);
    QueueView view;
    model.setView(view);
    view.search = words;
    view.isTyped = true;
    model.setView(view);
    QTRY_VERIFY(!model.isGathering());
    QCOMPARE(failed.count(), rows < 0 ? 1 : 0);
    QCOMPARE(model.rowCount(), rows < 0 ? 2 : rows);
}

QTEST_MAIN(QueueModelTest)
#include "tst_queuemodel.moc"
