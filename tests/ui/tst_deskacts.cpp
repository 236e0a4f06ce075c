// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/intakestore.h"
#include "tests/support/samples.h"
#include "tests/support/tempdesk.h"
#include "ui/desk/desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Every act on stories as an undoable step, on a real desk.
class DeskActsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typingIsOneStep();
    void separateGesturesAreSeparateSteps();
    void settingWhatIsAlreadySetIsNoStep();
    void scoreUndoesToUnset();
    void pastedCardIsOneStep();
    void actsOnManyUndoAsOne();
    void unspikeReturnsWhereItWas();
    void blockersHoldBackFromReady();
    void overruledBlockerLetsPass();
    void newStoryUndoesAndRedoesWithItsEdits();
    void importIsOneStep();
    void importRedoesWithWhatCameToIt();
    void mergedImportRedoesWithWhatCameToIt();
    void removeKeepsEarlierVersions();
    void lapsedOverruleComesBackWithItsGesture();
    void removeUndoesWhole();
    void undoBringsTheStoryIntoView();
    void readingMarksReadWithoutAStep();
    void failureIsToldAndLeavesNoStep();
    void anotherAnalystHasACardOfTheirOwn();

private:
    /// The article again as a feed brings it, with other words.
    static void update(Test::TempDesk& temp, const Article& article, const QString& title)
    {
        Arrival arrival;
        arrival.article = article;
        arrival.article.title = title;
        const auto done = temp.store().intake().addArticles({}, {arrival});
        QVERIFY(done && done->updated == 1);
    }
    static QStringList versionsOf(Test::TempDesk& temp, ArticleId id)
    {
        QStringList titles;
        const auto versions = temp.store().intake().versions(id);
        for (const ArticleVersion& version : versions.value_or(QList<ArticleVersion>()))
            titles.append(version.title);
        return titles;
    }
    static Story storyOf(Test::TempDesk& temp, StoryId id)
    {
        return temp.store().story(id).value_or(Story());
    }
};

void DeskActsTest::typingIsOneStep()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId id = temp.addPlain({u"Before"_s}).first();
    desk.setCurrent(id);
    const qint64 gesture = desk.newGesture();
    for (const QString& text : {u"A"_s, u"Af"_s, u"After"_s})
        desk.setText(StoryField::Headline, text, gesture);
    QCOMPARE(storyOf(temp, id).headline, u"After"_s);
    QCOMPARE(desk.undoStack().count(), 1);
    desk.undoStack().undo();
    QCOMPARE(storyOf(temp, id).headline, u"Before"_s);
    desk.undoStack().redo();
    QCOMPARE(storyOf(temp, id).headline, u"After"_s);
}

void DeskActsTest::separateGesturesAreSeparateSteps()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId id = temp.addFull();
    desk.setCurrent(id);
    desk.setScore(u"stakes"_s, Score::fromTenths(50), desk.newGesture());
    desk.setScore(u"stakes"_s, Score::fromTenths(60), desk.newGesture());
    QCOMPARE(desk.undoStack().count(), 2);
    desk.undoStack().undo();
    QCOMPARE(desk.card().value(u"stakes"_s), Score::fromTenths(50));
    desk.undoStack().undo();
    QCOMPARE(desk.card().value(u"stakes"_s), Score::fromTenths(70));
}

void DeskActsTest::settingWhatIsAlreadySetIsNoStep()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    desk.setCurrent(temp.addFull());
    desk.setScore(u"stakes"_s, Score::fromTenths(70));
    QCOMPARE(desk.undoStack().count(), 0);
}

void DeskActsTest::scoreUndoesToUnset()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    desk.setCurrent(temp.addPlain({u"Unscored"_s}).first());
    desk.setScore(u"novelty"_s, Score::fromTenths(0));
    QCOMPARE(desk.card().value(u"novelty"_s), Score::fromTenths(0));
    desk.undoStack().undo();
    QVERIFY(desk.card().value(u"novelty"_s).isUnset());
}

void DeskActsTest::pastedCardIsOneStep()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    desk.setCurrent(temp.addPlain({u"Unscored"_s}).first());
    desk.setCard(Test::fullDossier().cards.first());
    QCOMPARE(desk.card().value(u"fud_risk"_s), Score::fromTenths(15));
    QCOMPARE(desk.undoStack().count(), 1);
    desk.undoStack().undo();
    QVERIFY(desk.card().isBlank());
}

void DeskActsTest::actsOnManyUndoAsOne()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    QSignalSpy done(&desk, &Desk::done);
    const QList<StoryId> ids = temp.addPlain({u"One"_s, u"Two"_s, u"Three"_s});
    desk.spike(ids, u"old news"_s);
    QCOMPARE(done.count(), 1);
    QCOMPARE(temp.store().counts().spiked, 3);
    QCOMPARE(storyOf(temp, ids[1]).state.spikeReason, u"old news"_s);
    desk.undoStack().undo();
    QCOMPARE(temp.store().counts().spiked, 0);
    QCOMPARE(temp.store().counts().incoming, 3);
}

void DeskActsTest::unspikeReturnsWhereItWas()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId id = temp.addPlain({u"One"_s}).first();
    desk.shortlist({id});
    desk.spike({id});
    desk.unspike({id});
    QCOMPARE(storyOf(temp, id).state.stage, Stage::Shortlisted);
    // Nothing to return is no step: an Undo offered for it would take back something else.
    QSignalSpy done(&desk, &Desk::done);
    QSignalSpy failed(&desk, &Desk::failed);
    desk.unspike({id});
    desk.shortlist({id});
    QCOMPARE(desk.undoStack().count(), 3);
    QCOMPARE(done.count(), 0);
    QCOMPARE(failed.count(), 1);
}

void DeskActsTest::blockersHoldBackFromReady()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    QSignalSpy held(&desk, &Desk::held);
    const StoryId good = temp.addFull();
    const StoryId bad = temp.addPlain({u"Pay at\u202e once"_s}).first(); // hidden direction mark
    desk.makeReady({good, bad});
    QCOMPARE(storyOf(temp, good).state.stage, Stage::Ready);
    QCOMPARE(storyOf(temp, bad).state.stage, Stage::Incoming);
    QCOMPARE(held.count(), 1);
    QCOMPARE(held.first().first().value<QList<StoryId>>(), QList<StoryId>{bad});
}

void DeskActsTest::overruledBlockerLetsPass()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId id = temp.addFull();
    desk.setCurrent(id);
    desk.setText(StoryField::Headline, desk.dossier().story.headline + u'\u202e');
    desk.makeReady({id});
    QCOMPARE(storyOf(temp, id).state.stage, Stage::Incoming);
    desk.overrule(CheckKind::HiddenCharacters, u"quoted as it was written"_s);
    desk.makeReady({id});
    QCOMPARE(storyOf(temp, id).state.stage, Stage::Ready);
}

void DeskActsTest::newStoryUndoesAndRedoesWithItsEdits()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    desk.addStory();
    const StoryId id = desk.current();
    QVERIFY(id != noStory);
    desk.setText(StoryField::Headline, u"Written here"_s);
    desk.undoStack().undo();
    desk.undoStack().undo();
    QCOMPARE(temp.store().counts().all, 0);
    QCOMPARE(desk.current(), noStory);
    desk.undoStack().redo();
    desk.undoStack().redo();
    QCOMPARE(storyOf(temp, id).headline, u"Written here"_s);
}

void DeskActsTest::importIsOneStep()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    ImportPlan plan;
    for (const QString& headline : {u"First"_s, u"Second"_s, u"Not wanted"_s}) {
        ImportItem item;
        item.dossier = Test::plainDossier(headline);
        plan.items.append(item);
    }
    plan.items[2].wanted = false;
    desk.applyImport(plan);
    QCOMPARE(temp.store().counts().all, 2);
    QCOMPARE(desk.dossier().story.headline, u"First"_s);
    desk.undoStack().undo();
    QCOMPARE(temp.store().counts().all, 0);
    desk.undoStack().redo();
    QCOMPARE(temp.store().counts().all, 2);
}

void DeskActsTest::importRedoesWithWhatCameToIt()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    QSignalSpy failed(&desk, &Desk::failed);
    ImportPlan plan;
    plan.items.resize(1);
    plan.items[0].dossier = Test::fullDossier();
    desk.applyImport(plan);
    const StoryId id = desk.current();
    desk.setScore(u"stakes"_s, Score::fromTenths(20));
    const Article first = temp.store().dossier(id)->articles.first();
    update(temp, first, u"First words"_s);
    update(temp, first, u"Second words"_s);
    Arrival joined; // a feed's, later than the import
    joined.article.guid = u"later"_s;
    joined.article.title = u"Joined later"_s;
    joined.story = id;
    QVERIFY(temp.store().intake().addArticles({}, {joined}));
    Dossier before = temp.store().dossier(id).value_or(Dossier());
    QCOMPARE(before.articles.size(), 4);

    desk.undoStack().undo();
    desk.undoStack().undo();
    QCOMPARE(temp.store().counts().all, 0);
    desk.undoStack().redo();
    desk.undoStack().redo();
    QVERIFY2(failed.isEmpty(),
             failed.isEmpty() ? "" : qPrintable(failed.first().first().value<Error>().message));
    const Dossier after = temp.store().dossier(id).value_or(Dossier());
    QCOMPARE(after.cardOf(u"Ada"_s).value(u"stakes"_s), Score::fromTenths(20));
    for (Article& article : before.articles) // outlets that the import made are made anew
        for (const Article& same : after.articles)
            if (same.id == article.id)
                article.outlet.id = same.outlet.id;
    QCOMPARE(after.articles, before.articles);
    QCOMPARE(versionsOf(temp, first.id), QStringList({u"First words"_s, first.title}));
}

void DeskActsTest::mergedImportRedoesWithWhatCameToIt()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId id = temp.addPlain({u"Ours"_s}).first();
    ImportPlan plan;
    plan.items.resize(1);
    plan.items[0].dossier = Test::fullDossier();
    plan.items[0].dossier.articles[0].uuid = {}; // as text brings it
    plan.items[0].act = ImportItem::Act::Merge;
    plan.items[0].mergeInto = id;
    desk.applyImport(plan);
    const Article first = temp.store().dossier(id)->articles.first();
    update(temp, first, u"Other words"_s);
    desk.undoStack().undo();
    QVERIFY(temp.store().dossier(id)->articles.isEmpty());
    desk.undoStack().redo();
    const Article again = temp.store().dossier(id)->articles.first();
    QCOMPARE(again.id, first.id);
    QCOMPARE(again.uuid, first.uuid);
    QCOMPARE(again.title, u"Other words"_s);
    QCOMPARE(versionsOf(temp, first.id), QStringList{first.title});
}

void DeskActsTest::removeKeepsEarlierVersions()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId id = temp.addFull();
    const Article first = temp.store().dossier(id)->articles.first();
    update(temp, first, u"Other words"_s);
    desk.removeStories({id});
    QVERIFY(versionsOf(temp, first.id).isEmpty());
    desk.undoStack().undo();
    QCOMPARE(versionsOf(temp, first.id), QStringList{first.title});
}

void DeskActsTest::lapsedOverruleComesBackWithItsGesture()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId id = temp.addFull();
    desk.setCurrent(id);
    desk.setText(StoryField::Headline, u"Marked\u202e as it was written here"_s);
    desk.overrule(CheckKind::HiddenCharacters, u"quoted"_s);
    const qint64 gesture = desk.newGesture();
    // The first letter typed changes nothing of what was found, the second takes the mark away.
    desk.setText(StoryField::Headline, u"Marked\u202e as it was written there"_s, gesture);
    desk.setText(StoryField::Headline, u"Marked as it was written there"_s, gesture);
    QVERIFY(temp.store().dossier(id)->overrules.isEmpty());
    desk.undoStack().undo();
    QCOMPARE(temp.store().dossier(id)->overrules.size(), 1);
    QVERIFY(storyOf(temp, id).headline.endsWith(u"here"_s));
}

void DeskActsTest::removeUndoesWhole()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId id = temp.addFull();
    const Dossier before = temp.store().dossier(id).value_or(Dossier());
    desk.removeStories({id});
    QCOMPARE(temp.store().counts().all, 0);
    desk.undoStack().undo();
    Dossier after = temp.store().dossier(id).value_or(Dossier());
    for (qsizetype i = 0; i < after.articles.size(); ++i)
        after.articles[i].id = before.articles[i].id; // rows of articles may be numbered anew
    QVERIFY(after == before);
}

void DeskActsTest::undoBringsTheStoryIntoView()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const QList<StoryId> ids = temp.addPlain({u"One"_s, u"Two"_s});
    desk.setCurrent(ids[0]);
    desk.setText(StoryField::Summary, u"Changed"_s);
    desk.setCurrent(ids[1]);
    desk.undoStack().undo();
    QCOMPARE(desk.current(), ids[0]);
}

void DeskActsTest::readingMarksReadWithoutAStep()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId id = temp.addPlain({u"One"_s}).first();
    QVERIFY(storyOf(temp, id).unread);
    desk.setCurrent(id);
    QVERIFY(storyOf(temp, id).unread); // walked past is not read
    QTRY_VERIFY(!storyOf(temp, id).unread);
    QCOMPARE(desk.undoStack().count(), 0);
}

void DeskActsTest::failureIsToldAndLeavesNoStep()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    QSignalSpy failed(&desk, &Desk::failed);
    const StoryId id = temp.addPlain({u"One"_s}).first();
    desk.setCurrent(id);
    desk.setText(StoryField::Published, u"not a date"_s);
    QCOMPARE(failed.count(), 1);
    QVERIFY(!failed.first().first().value<Error>().message.isEmpty());
    QCOMPARE(desk.undoStack().count(), 0);
}

void DeskActsTest::anotherAnalystHasACardOfTheirOwn()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Grace"_s);
    const StoryId id = temp.addFull(); // scored by Ada
    desk.setCurrent(id);
    QVERIFY(desk.card().isBlank());
    desk.setScore(u"stakes"_s, Score::fromTenths(20));
    QCOMPARE(temp.store().dossier(id)->cards.size(), 2);
    QCOMPARE(temp.store().dossier(id)->cardOf(u"Ada"_s).value(u"stakes"_s), Score::fromTenths(70));
}

QTEST_MAIN(DeskActsTest)
#include "tst_deskacts.moc"
