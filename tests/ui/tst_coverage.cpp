// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/intakestore.h"
#include "storage/grouping/groupingstore.h"
#include "tests/support/samples.h"
#include "tests/support/tempdesk.h"
#include "ui/coverage/hourplot.h"
#include "ui/coverage/storypicker.h"
#include "ui/coverage/suggestionbar.h"
#include "ui/desk/desk.h"
#include "ui/stories/queuedelegate.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tonelabel.h"
#include "ui/widgets/twolinelist.h"
#include "ui/window/mainwindow.h"
#include "ui/words/plurals.h"

#include <QApplication>
#include <QInputDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// What the window shows of a story's coverage, and the keys that decide which articles make a story.
class CoverageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QSettings().clear(); }
    void countsByHour_data();
    void countsByHour();
    void lineTellsOutletsTiersAndOrigins_data();
    void lineTellsOutletsTiersAndOrigins();
    void plotSaysWhatItShows();
    void keyTakesArticlesOut();
    void keyFirstShowsTheArticles();
    void keyMovesArticlesToAStoryThatIsFound();
    void keyLetsAnArticleLead();
    void keyKeepsSelectedStoriesApart();
    void mergeAsksWhoseCardLeads();
    void keyAcceptsASuggestedMerge();
    void keyDismissesASuggestedMerge();
    void foldedStoryLeadsTheReaderOn();

private:
    struct Bench {
        Bench()
        {
            full = temp.addFull();
            plain = temp.addPlain({u"Plain story"_s}).first();
            desk = std::make_unique<Desk>(temp.store(), u"Ada"_s);
            window = std::make_unique<MainWindow>(*desk);
            window->resize(1400, 900);
            window->show();
            QApplication::setActiveWindow(window.get());
            queue = window->findChild<QAbstractItemView*>(u"queue"_s);
            list = window->findChild<TwoLineList*>(u"articles.list"_s);
            desk->setCurrent(full);
            queue->setFocus();
        }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
        {
            QWidget* target = QApplication::focusWidget();
            QTest::keyClick(target ? target : window.get(), key, modifiers);
        }
        QString notice() const { return window->findChild<NoticeBar*>()->text(); }
        void undo() const { desk->undoStack().undo(); }
        /// An arrival of the full story that nearly went to the plain one.
        void suggest()
        {
            Arrival arrival;
            arrival.article.guid = u"near"_s;
            arrival.article.title = u"Nearly"_s;
            arrival.story = plain;
            arrival.nearby = {{full, 0.3, {u"model"_s, u"downloads"_s}}};
            QVERIFY(temp.store().intake().addArticles(FeedId{}, {arrival}));
        }

        Test::TempDesk temp;
        StoryId full{};
        StoryId plain{};
        std::unique_ptr<Desk> desk;
        std::unique_ptr<MainWindow> window;
        QAbstractItemView* queue = nullptr;
        TwoLineList* list = nullptr;
    };
};

void CoverageTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_coverage"_s);
    qRegisterMetaType<const QMimeData*>();
    installPlurals(*qApp);
}

void CoverageTest::countsByHour_data()
{
    QTest::addColumn<QList<int>>("minutes"); // after midnight; -1: no time
    QTest::addColumn<int>("bars");
    QTest::addColumn<QList<int>>("counts");
    QTest::addColumn<int>("hours");
    QTest::newRow("nothing") << QList<int>{} << 10 << QList<int>{} << 1;
    QTest::newRow("no times") << QList<int>{-1, -1} << 10 << QList<int>{} << 1;
    QTest::newRow("one") << QList<int>{59} << 10 << QList<int>{1} << 1;
    QTest::newRow("the hour's edges") << QList<int>{60, 119, 120} << 10 << QList<int>{2, 1} << 1;
    QTest::newRow("a gap, in any order") << QList<int>{200, 10, 15, -1} << 10 << QList<int>{2, 0, 0, 1} << 1;
    QTest::newRow("more hours than bars") << QList<int>{0, 60, 120, 180, 240} << 2 << QList<int>{3, 2} << 3;
}

void CoverageTest::countsByHour()
{
    QFETCH(QList<int>, minutes);
    QFETCH(int, bars);
    QFETCH(QList<int>, counts);
    QFETCH(int, hours);
    QList<QDateTime> times;
    for (const int minute : std::as_const(minutes))
        times.append(minute < 0 ? QDateTime()
                                : QDateTime(QDate(2026, 4, 20), QTime(0, 0), Qt::UTC).addSecs(minute * 60LL));
    const HourCounts counted = countByHour(times, bars);
    QCOMPARE(counted.counts, counts);
    QCOMPARE(counted.hours, hours);
}

void CoverageTest::lineTellsOutletsTiersAndOrigins_data()
{
    QTest::addColumn<QueueRow>("row");
    QTest::addColumn<QString>("line");
    QueueRow row;
    row.outlets = 18;
    row.tierOne = 3;
    row.origins = 5;
    QTest::newRow("all") << row << u"18 outlets · 3 tier-1 · 5 independent origins"_s;
    row.tierOne = 0;
    row.origins = 1;
    QTest::newRow("all copies of one") << row << u"18 outlets · 1 independent origin"_s;
    row.outlets = 1;
    QTest::newRow("one outlet") << row << u"1 outlet"_s;
    row.stated.outlets = 40;
    QTest::newRow("more is stated") << row << u"40 outlets · stated"_s;
}

void CoverageTest::lineTellsOutletsTiersAndOrigins()
{
    QFETCH(QueueRow, row);
    QFETCH(QString, line);
    QCOMPARE(QueueDelegate::metaText(row, QDateTime::currentDateTimeUtc()), line);
}

void CoverageTest::plotSaysWhatItShows()
{
    Bench bench;
    bench.press(Qt::Key_A);
    auto* plot = bench.window->findChild<HourPlot*>();
    QVERIFY(plot->isVisible());
    QCOMPARE(plot->counts().counts, (QList<int>{1, 1, 1})); // 8:30, 9:00 and 10:00
    QVERIFY(plot->accessibleDescription().contains(u"1 article"_s));
    bench.desk->setCurrent(bench.plain);
    QVERIFY(!plot->isVisible());
}

void CoverageTest::keyTakesArticlesOut()
{
    Bench bench;
    bench.press(Qt::Key_A);
    QVERIFY(bench.list->hasFocus());
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_Down, Qt::ShiftModifier);
    bench.press(Qt::Key_T);
    QVERIFY(bench.desk->current() != bench.full);
    QCOMPARE(bench.desk->dossier().articles.size(), 2);
    bench.undo();
    QCOMPARE(bench.temp.store().dossier(bench.full)->articles.size(), 3);
}

void CoverageTest::keyFirstShowsTheArticles()
{
    Bench bench;
    bench.press(Qt::Key_T); // nobody sees which articles it would be
    QCOMPARE(bench.desk->undoStack().count(), 0);
    QVERIFY(!bench.notice().isEmpty());
    QCOMPARE(bench.window->findChild<QTabWidget*>(u"story.tabs"_s)->currentIndex(), 1);
    QVERIFY(bench.list->hasFocus());
}

void CoverageTest::keyMovesArticlesToAStoryThatIsFound()
{
    Bench bench;
    bench.press(Qt::Key_A);
    bench.press(Qt::Key_G);
    auto* picker = bench.window->findChild<StoryPicker*>();
    QVERIFY(picker && picker->isVisible());
    auto* search = picker->findChild<QLineEdit*>(u"storyPicker.search"_s);
    search->setFocus();
    QTest::keyClicks(search, u"plain"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QTRY_COMPARE(bench.temp.store().dossier(bench.plain)->articles.size(), 1);
    bench.undo();
    QVERIFY(bench.temp.store().dossier(bench.plain)->articles.isEmpty());
}

void CoverageTest::keyLetsAnArticleLead()
{
    Bench bench;
    bench.press(Qt::Key_A);
    bench.press(Qt::Key_Down);
    bench.press(Qt::Key_L);
    QCOMPARE(bench.desk->dossier().story.leadArticle, bench.desk->dossier().articles[1].uuid);
    QVERIFY(bench.list->model()
                ->index(1, 0)
                .data(TwoLineModel::DetailRole)
                .toString()
                .contains(u"lead, by hand"_s));
    bench.press(Qt::Key_L); // again: the desk chooses
    QVERIFY(!bench.desk->dossier().story.leadArticle);
}

void CoverageTest::keyKeepsSelectedStoriesApart()
{
    Bench bench;
    bench.press(Qt::Key_V);
    QVERIFY(!bench.notice().isEmpty());
    QCOMPARE(bench.desk->undoStack().count(), 0);
    bench.queue->selectAll();
    bench.press(Qt::Key_V);
    QCOMPARE(bench.temp.store().grouping().apartFrom(bench.full).value_or(QList<StoryId>()),
             QList<StoryId>{bench.plain});
}

void CoverageTest::mergeAsksWhoseCardLeads()
{
    Bench bench;
    bench.desk->setCurrent(bench.plain);
    bench.desk->setScore(u"stakes"_s, Score::fromTenths(20));
    bench.queue->selectAll();
    bench.press(Qt::Key_M);
    auto* dialog = bench.window->findChild<QInputDialog*>(u"leadingCard"_s);
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->comboBoxItems().size(), 2);
    for (const QString& item : dialog->comboBoxItems())
        if (item.startsWith(u"7.4"))
            dialog->setTextValue(item);
    dialog->accept();
    QTRY_COMPARE(bench.temp.store().counts().spiked, 1);
    QCOMPARE(bench.desk->card().value(u"stakes"_s).toText(), u"7"_s);
}

void CoverageTest::keyAcceptsASuggestedMerge()
{
    Bench bench;
    auto* bar = bench.window->findChild<SuggestionBar*>();
    QVERIFY(!bar->isVisible());
    bench.press(Qt::Key_Y);
    QVERIFY(!bench.notice().isEmpty()); // there is none yet
    bench.suggest();
    bench.desk->setCurrent(bench.plain);
    bench.desk->setCurrent(bench.full);
    QVERIFY(bar->isVisible());
    QVERIFY(bar->findChild<ToneLabel*>(u"coverage.suggested"_s)->text().contains(u"Plain story"_s));
    QVERIFY(bar->findChild<ToneLabel*>(u"coverage.sharedWords"_s)->text().contains(u"model, downloads"_s));
    bench.press(Qt::Key_Y);
    QCOMPARE(bench.desk->current(), bench.full);
    QCOMPARE(bench.desk->dossier().articles.size(), 4);
    QVERIFY(!bar->isVisible());
}

void CoverageTest::keyDismissesASuggestedMerge()
{
    Bench bench;
    bench.suggest();
    bench.desk->setCurrent(bench.plain);
    auto* bar = bench.window->findChild<SuggestionBar*>();
    QVERIFY(bar->isVisible());
    bench.press(Qt::Key_Y, Qt::ShiftModifier);
    QVERIFY(!bar->isVisible());
    QCOMPARE(bench.temp.store().grouping().apartFrom(bench.full)->size(), 1);
    bench.undo();
    QVERIFY(bar->isVisible());
}

void CoverageTest::foldedStoryLeadsTheReaderOn()
{
    Bench bench;
    Arrival arrival;
    arrival.article.guid = u"1"_s;
    arrival.article.title = u"To be folded"_s;
    const auto opened = bench.temp.store().intake().addArticles(FeedId{}, {arrival});
    QVERIFY(opened);
    bench.desk->setCurrent(opened->opened.first());
    arrival.article.guid = u"2"_s;
    arrival.story = bench.plain;
    arrival.folded = opened->opened;
    QVERIFY(bench.temp.store().intake().addArticles(FeedId{}, {arrival}));
    QCOMPARE(bench.desk->current(), bench.plain);
}

QTEST_MAIN(CoverageTest)
#include "tst_coverage.moc"
