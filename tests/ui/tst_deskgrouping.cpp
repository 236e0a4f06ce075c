// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/intakestore.h"
#include "storage/grouping/groupingstore.h"
#include "tests/support/samples.h"
#include "tests/support/tempdesk.h"
#include "ui/desk/desk.h"
#include "ui/desk/regroupplans.h"

#include <QSignalSpy>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Merging, splitting, moving and keeping apart, each an undoable step on a real desk.
class DeskGroupingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mergeMovesArticlesAndUndoes();
    void mergeSaysWhoseCardLeads_data();
    void mergeSaysWhoseCardLeads();
    void mergeLeavesQuotationsWhereTheyWere();
    void mergeKeepsWhatWasExported();
    void mergedBackIsAliveAgain();
    void mergeKeepsTheStoryFurthestOn();
    void mergeRefusesTooMany();
    void movingAllArticlesMerges();
    void splitArticlesMakeAStory();
    void splitNeedsSomeAndLeavesSome_data();
    void splitNeedsSomeAndLeavesSome();
    void undoneSplitKeepsWhatCameMeanwhile();
    void movedArticlesStay();
    void keptApartUndoes();
    void pinnedLeadTakesItsWordsAlong();

private:
    static Story storyOf(Test::TempDesk& temp, StoryId id)
    {
        return temp.store().story(id).value_or(Story());
    }
};

void DeskGroupingTest::mergeMovesArticlesAndUndoes()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId into = temp.addPlain({u"Kept"_s}).first();
    const StoryId from = temp.addFull();
    desk.merge({into, from});
    QCOMPARE(desk.current(), into);
    QCOMPARE(desk.dossier().articles.size(), 3);
    QCOMPARE(desk.dossier().story.tags, Test::fullDossier().story.tags);
    QCOMPARE(storyOf(temp, from).state.stage, Stage::Spiked);
    desk.undoStack().undo();
    QCOMPARE(temp.store().dossier(from)->articles.size(), 3);
    QVERIFY(temp.store().dossier(into)->articles.isEmpty());
    QCOMPARE(storyOf(temp, from).state.stage, Stage::Incoming);
}

void DeskGroupingTest::mergeSaysWhoseCardLeads_data()
{
    QTest::addColumn<bool>("kept"); // the first story's card leads
    QTest::addColumn<QString>("stakes");
    QTest::addColumn<QString>("novelty");
    QTest::newRow("the first's") << true << u"2"_s << QString();
    QTest::newRow("the other's") << false << u"7"_s << u"6.5"_s;
}

void DeskGroupingTest::mergeSaysWhoseCardLeads()
{
    QFETCH(bool, kept);
    QFETCH(QString, stakes);
    QFETCH(QString, novelty);
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId into = temp.addPlain({u"Kept"_s}).first();
    const StoryId from = temp.addFull();
    desk.setCurrent(into);
    desk.setScore(u"stakes"_s, Score::fromTenths(20));
    QCOMPARE(desk.rivalCardsOf({into, from}), (QList<StoryId>{into, from}));
    const auto theirs = temp.store().dossier(from)->cards;
    desk.merge({into, from}, kept ? into : from);
    QCOMPARE(desk.card().value(u"stakes"_s).toText(), stakes);
    QCOMPARE(desk.card().value(u"novelty"_s).toText(), novelty);
    QCOMPARE(temp.store().dossier(from)->cards, theirs); // it keeps its own, and its history
    QVERIFY(!desk.dossier().history.isEmpty());
    desk.undoStack().undo();
    QCOMPARE(desk.card().value(u"stakes"_s).toText(), u"2"_s);
    QCOMPARE(desk.card().value(u"novelty"_s).toText(), QString());
}

void DeskGroupingTest::mergeLeavesQuotationsWhereTheyWere()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId into = temp.addPlain({u"Kept"_s}).first();
    const StoryId from = temp.addFull();
    Quotation quotation;
    quotation.dimension = u"stakes"_s;
    quotation.article = Test::fullDossier().articles.first().uuid;
    for (const StoryId story : {into, from}) {
        desk.setCurrent(story);
        quotation.words = story == into ? u"ours"_s : u"model family"_s;
        QVERIFY(desk.pin(quotation));
    }
    desk.merge({into, from});
    const auto wordsOf = [&temp](StoryId story) {
        QStringList words;
        const auto dossier = temp.store().dossier(story);
        for (const Quotation& pinned : dossier->quotations)
            words.append(pinned.words);
        return words;
    };
    QCOMPARE(wordsOf(into), QStringList(u"ours"_s));
    QCOMPARE(wordsOf(from), QStringList(u"model family"_s)); // though its article is the other's now
    desk.undoStack().undo();
    QCOMPARE(wordsOf(into), QStringList(u"ours"_s));
    QCOMPARE(wordsOf(from), QStringList(u"model family"_s));
}

void DeskGroupingTest::mergeKeepsWhatWasExported()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId into = temp.addPlain({u"Kept"_s}).first();
    const StoryId from = temp.addFull();
    QVERIFY(temp.store().recordExport({from}, {{}, u"Ada"_s, u"pdf"_s, u"/x.pdf"_s, u"ab"_s, {}, {}}));
    const auto exports = temp.store().dossier(from)->exports;
    QCOMPARE(exports.size(), 1);
    desk.merge({into, from});
    QCOMPARE(temp.store().dossier(from)->exports, exports);
    QCOMPARE(temp.store().grouping().redirectOf(from), into);
    desk.undoStack().undo();
    QVERIFY(!temp.store().grouping().redirectOf(from));
}

void DeskGroupingTest::mergedBackIsAliveAgain()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId one = temp.addPlain({u"One"_s}).first();
    const StoryId two = temp.addFull();
    desk.merge({one, two});
    desk.spike({one}, u"dull"_s);
    auto plan = planMerge(temp.store(), *temp.store().dossiers({two, one}), noStory);
    QVERIFY(plan);
    QVERIFY(plan->carryOut(temp.store(), {u"Ada"_s, 0}));
    QVERIFY(storyOf(temp, two).state.stage != Stage::Spiked);
    QVERIFY(!temp.store().grouping().redirectOf(two));
    QCOMPARE(temp.store().grouping().redirectOf(one), two);
    QVERIFY(plan->takeBack(temp.store(), {u"Ada"_s, 0}));
    QCOMPARE(storyOf(temp, two).state.stage, Stage::Spiked);
    QCOMPARE(temp.store().grouping().redirectOf(two), one);
}

void DeskGroupingTest::mergeKeepsTheStoryFurthestOn()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId incoming = temp.addPlain({u"On top"_s}).first();
    const StoryId shortlisted = temp.addFull();
    QVERIFY(
        temp.store().applyEdits({{shortlisted, StoryField::State, {}, u"shortlisted"_s, {}}}, {u"Ada"_s, 0}));
    const QSignalSpy done(&desk, &Desk::done);
    desk.merge({incoming, shortlisted});
    QCOMPARE(desk.current(), shortlisted);
    QCOMPARE(storyOf(temp, incoming).state.stage, Stage::Spiked);
    QVERIFY(done.first().first().toString().contains(storyOf(temp, shortlisted).headline));
}

void DeskGroupingTest::mergeRefusesTooMany()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    QStringList headlines;
    for (int i = 0; i < 51; ++i)
        headlines.append(u"Story %1"_s.arg(i));
    const QList<StoryId> ids = temp.addPlain(headlines);
    const QSignalSpy failed(&desk, &Desk::failed);
    desk.merge(ids);
    desk.keepApart(ids);
    QCOMPARE(failed.size(), 2);
    QCOMPARE(desk.undoStack().count(), 0);
}

void DeskGroupingTest::movingAllArticlesMerges()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId into = temp.addPlain({u"Target"_s}).first();
    const StoryId from = temp.addFull();
    desk.setCurrent(from);
    QList<ArticleId> all;
    for (const Article& article : desk.dossier().articles)
        all.append(article.id);
    desk.moveArticles(all, into);
    QCOMPARE(storyOf(temp, from).state.stage, Stage::Spiked);
    QCOMPARE(temp.store().grouping().redirectOf(from), into);
    desk.undoStack().undo();
    QCOMPARE(temp.store().dossier(from)->articles.size(), all.size());
    QCOMPARE(storyOf(temp, from).state.stage, Stage::Incoming);
}

void DeskGroupingTest::splitArticlesMakeAStory()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId from = temp.addFull();
    desk.setCurrent(from);
    const QList<Article> articles = desk.dossier().articles;
    desk.split({articles[1].id, articles[2].id});
    const StoryId made = desk.current();
    QVERIFY(made != from && made != noStory);
    QCOMPARE(desk.dossier().articles.size(), 2);
    QCOMPARE(desk.dossier().story.headline, articles[1].title);
    QCOMPARE(desk.dossier().story.source, articles[1].outlet.name);
    QVERIFY(desk.dossier().articles[0].byHand);
    QCOMPARE(temp.store().grouping().apartFrom(made).value_or(QList<StoryId>()), QList<StoryId>{from});
    desk.undoStack().undo();
    QCOMPARE(temp.store().dossier(from)->articles, articles);
    QVERIFY(!temp.store().story(made));
    desk.undoStack().redo();
    QCOMPARE(temp.store().dossier(made)->articles.size(), 2); // under the same number
}

void DeskGroupingTest::splitNeedsSomeAndLeavesSome_data()
{
    QTest::addColumn<int>("count");
    QTest::newRow("none") << 0;
    QTest::newRow("all") << 3;
}

void DeskGroupingTest::splitNeedsSomeAndLeavesSome()
{
    QFETCH(int, count);
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    desk.setCurrent(temp.addFull());
    QList<ArticleId> chosen;
    for (int i = 0; i < count; ++i)
        chosen.append(desk.dossier().articles[i].id);
    const QSignalSpy failed(&desk, &Desk::failed);
    desk.split(chosen);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(desk.undoStack().count(), 0);
    QCOMPARE(desk.dossier().articles.size(), 3);
}

void DeskGroupingTest::undoneSplitKeepsWhatCameMeanwhile()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId from = temp.addFull();
    desk.setCurrent(from);
    desk.split({desk.dossier().articles[1].id});
    Arrival late;
    late.article.guid = u"late"_s;
    late.article.title = u"Late"_s;
    late.story = desk.current();
    QVERIFY(temp.store().intake().addArticles(FeedId{}, {late}));
    desk.undoStack().undo();
    QCOMPARE(temp.store().dossier(from)->articles.size(), 4);
    QVERIFY(temp.store().verify()->isEmpty());
}

void DeskGroupingTest::movedArticlesStay()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId into = temp.addPlain({u"Target"_s}).first();
    const StoryId from = temp.addFull();
    desk.setCurrent(from);
    const Article article = desk.dossier().articles[1];
    desk.moveArticles({article.id}, into);
    QCOMPARE(desk.current(), from);
    QCOMPARE(desk.dossier().articles.size(), 2);
    QVERIFY(temp.store().dossier(into)->articles.first().byHand);
    QVERIFY(temp.store().grouping().keptApart()->articles.contains(std::pair(article.id, from)));
    desk.undoStack().undo();
    QVERIFY(temp.store().grouping().keptApart()->articles.isEmpty());
    QCOMPARE(temp.store().dossier(from)->articles[1], article);
    const QSignalSpy failed(&desk, &Desk::failed);
    desk.moveArticles({article.id}, StoryId(999));
    QCOMPARE(failed.size(), 1);
}

void DeskGroupingTest::keptApartUndoes()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const QList<StoryId> ids = temp.addPlain({u"One"_s, u"Two"_s, u"Three"_s});
    desk.keepApart(ids);
    QCOMPARE(temp.store().grouping().apartFrom(ids[0])->size(), 2);
    desk.undoStack().undo();
    QVERIFY(temp.store().grouping().apartFrom(ids[0])->isEmpty());
}

void DeskGroupingTest::pinnedLeadTakesItsWordsAlong()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId id = temp.addFull();
    desk.setCurrent(id);
    const QList<Article> articles = desk.dossier().articles;
    const QString written = desk.dossier().story.headline;
    desk.pinLead(articles[2].uuid);
    QCOMPARE(desk.dossier().story.leadArticle, articles[2].uuid);
    QCOMPARE(desk.dossier().story.headline, written); // somebody wrote it
    desk.setText(StoryField::Headline, articles[2].title);
    desk.pinLead(articles[1].uuid);
    QCOMPARE(desk.dossier().story.headline, articles[1].title);
    desk.pinLead({});
    QVERIFY(!desk.dossier().story.leadArticle);
    QCOMPARE(desk.dossier().story.headline, articles[0].title);
    desk.undoStack().undo();
    QCOMPARE(desk.dossier().story.leadArticle, articles[1].uuid);
}

QTEST_MAIN(DeskGroupingTest)
#include "tst_deskgrouping.moc"
