// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"
#include "tests/support/tempdesk.h"
#include "ui/desk/desk.h"
#include "ui/stories/queuepanel.h"
#include "ui/widgets/noticebar.h"
#include "ui/window/mainwindow.h"
#include "ui/words/plurals.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// The window as its analyst works it: by keys, on a real desk.
class MainWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void emptyDeskShowsItsDoors();
    void firstStoryOpensTheQueue();
    void keysWalkTheQueue();
    void actAndAdvance_data();
    void actAndAdvance();
    void spikedStoryLeavesWhenMovedOn();
    void undoBringsBackAndSelects();
    void noticeOffersUndo();
    void readyIsHeldBackByABlocker();
    void digitFocusesThenTypesAValue();
    void lettersTypedIntoTheBriefAreNoCommands();
    void pasteAnywhereAsksForImport();
    void pasteIntoAFieldStaysThere();
    void searchNarrowsAndEscapeClears();
    void arrivalsDoNotMoveTheSelection();
    void questionMarkShowsTheKeys();
    void mergeNeedsTwo();
    void reopensOnTheStoryItWasLeftAt();

private:
    struct Bench {
        explicit Bench(const QStringList& headlines = {u"Oldest"_s, u"Middle"_s, u"Newest"_s})
        {
            if (!headlines.isEmpty())
                ids = temp.addPlain(headlines);
            desk = std::make_unique<Desk>(temp.store(), u"Ada"_s);
            window = std::make_unique<MainWindow>(*desk);
            window->resize(1200, 800);
            window->show();
            QApplication::setActiveWindow(window.get());
            queue = window->findChild<QAbstractItemView*>(u"queue"_s);
            queue->setFocus();
        }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
        {
            QWidget* target = QApplication::focusWidget();
            QTest::keyClick(target ? target : window.get(), key, modifiers);
        }
        QString currentHeadline() const { return desk->dossier().story.headline; }
        Stage stage(StoryId id) { return temp.store().story(id)->state.stage; }

        Test::TempDesk temp;
        QList<StoryId> ids;
        std::unique_ptr<Desk> desk;
        std::unique_ptr<MainWindow> window;
        QAbstractItemView* queue = nullptr;
    };
};

void MainWindowTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_mainwindow"_s);
    qRegisterMetaType<const QMimeData*>();
    installPlurals(*qApp);
}

void MainWindowTest::init()
{
    QSettings().clear();
}

void MainWindowTest::emptyDeskShowsItsDoors()
{
    Bench bench{QStringList()};
    auto* page = bench.window->findChild<QWidget*>(u"firstRun"_s);
    QVERIFY(page->isVisible());
    QSignalSpy sample(bench.window.get(), &MainWindow::sampleDeskRequested);
    QTest::mouseClick(page->findChild<QWidget*>(u"doorSample"_s), Qt::LeftButton);
    QCOMPARE(sample.count(), 1);
}

void MainWindowTest::firstStoryOpensTheQueue()
{
    Bench bench{QStringList()};
    bench.desk->addStory();
    QVERIFY(!bench.window->findChild<QWidget*>(u"firstRun"_s)->isVisible());
    QVERIFY(bench.queue->isVisible());
    QCOMPARE(bench.queue->model()->rowCount(), 1);
}

void MainWindowTest::keysWalkTheQueue()
{
    Bench bench;
    QCOMPARE(bench.currentHeadline(), u"Newest"_s);
    bench.press(Qt::Key_J);
    QCOMPARE(bench.currentHeadline(), u"Middle"_s);
    bench.press(Qt::Key_J);
    bench.press(Qt::Key_J); // at the end it stays
    QCOMPARE(bench.currentHeadline(), u"Oldest"_s);
    bench.press(Qt::Key_K);
    QCOMPARE(bench.currentHeadline(), u"Middle"_s);
}

void MainWindowTest::actAndAdvance_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("stage");
    QTest::newRow("shortlist") << int(Qt::Key_S) << int(Stage::Shortlisted);
    QTest::newRow("spike") << int(Qt::Key_X) << int(Stage::Spiked);
}

void MainWindowTest::actAndAdvance()
{
    QFETCH(int, key);
    QFETCH(int, stage);
    Bench bench;
    bench.press(Qt::Key(key));
    QCOMPARE(bench.stage(bench.ids[2]), Stage(stage));
    QCOMPARE(bench.currentHeadline(), u"Middle"_s);
}

void MainWindowTest::spikedStoryLeavesWhenMovedOn()
{
    Bench bench;
    bench.press(Qt::Key_X);
    QTRY_COMPARE(bench.queue->model()->rowCount(), 2);
    QCOMPARE(bench.currentHeadline(), u"Middle"_s);
    bench.press(Qt::Key_X);
    bench.press(Qt::Key_X);
    QTRY_COMPARE(bench.queue->model()->rowCount(), 0);
    QVERIFY(bench.window->findChild<QWidget*>(u"queueEmpty"_s)->isVisible());
    QCOMPARE(bench.temp.store().counts().spiked, 3);
}

void MainWindowTest::undoBringsBackAndSelects()
{
    Bench bench;
    bench.press(Qt::Key_X);
    QTRY_COMPARE(bench.queue->model()->rowCount(), 2);
    bench.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.stage(bench.ids[2]), Stage::Incoming);
    QCOMPARE(bench.currentHeadline(), u"Newest"_s);
    QCOMPARE(bench.queue->model()->rowCount(), 3);
    QCOMPARE(bench.queue->currentIndex().row(), 0);
    bench.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bench.stage(bench.ids[2]), Stage::Spiked);
}

void MainWindowTest::noticeOffersUndo()
{
    Bench bench;
    auto* notice = bench.window->findChild<NoticeBar*>();
    bench.press(Qt::Key_X);
    QCOMPARE(notice->text(), u"1 story spiked"_s);
    QTest::mouseClick(notice->findChild<QWidget*>(u"noticeUndo"_s), Qt::LeftButton);
    QCOMPARE(bench.stage(bench.ids[2]), Stage::Incoming);
}

void MainWindowTest::readyIsHeldBackByABlocker()
{
    Bench bench; // nobody has judged these
    auto* notice = bench.window->findChild<NoticeBar*>();
    bench.press(Qt::Key_R);
    QCOMPARE(bench.stage(bench.ids[2]), Stage::Incoming);
    QCOMPARE(bench.currentHeadline(), u"Newest"_s); // stays in view
    QVERIFY2(notice->text().startsWith(u"Not ready"_s), qPrintable(notice->text()));
}

void MainWindowTest::digitFocusesThenTypesAValue()
{
    Bench bench;
    bench.press(Qt::Key_1);
    for (const Qt::Key key : {Qt::Key_7, Qt::Key_Period, Qt::Key_5, Qt::Key_Return})
        bench.press(key);
    QCOMPARE(bench.desk->card().value(u"stakes"_s), Score::fromTenths(75));
    bench.press(Qt::Key_Escape);
    bench.press(Qt::Key_7);
    bench.press(Qt::Key_N);
    QCOMPARE(bench.desk->card().value(u"fud_risk"_s), Score::notApplicable());
}

void MainWindowTest::lettersTypedIntoTheBriefAreNoCommands()
{
    Bench bench;
    bench.press(Qt::Key_E);
    QTest::keyClicks(QApplication::focusWidget(), u"sxr1?/"_s);
    QVERIFY(bench.currentHeadline().contains(u"sxr1?/"_s));
    QCOMPARE(bench.stage(bench.ids[2]), Stage::Incoming);
}

void MainWindowTest::pasteAnywhereAsksForImport()
{
    Bench bench;
    QSignalSpy paste(bench.window.get(), &MainWindow::importDataRequested);
    bench.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(paste.count(), 1);
}

void MainWindowTest::pasteIntoAFieldStaysThere()
{
    Bench bench;
    QSignalSpy paste(bench.window.get(), &MainWindow::importDataRequested);
    bench.press(Qt::Key_E);
    bench.press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(paste.count(), 0);
}

void MainWindowTest::searchNarrowsAndEscapeClears()
{
    Bench bench;
    bench.press(Qt::Key_Slash);
    auto* search = bench.window->findChild<QLineEdit*>(u"search"_s);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"midd"_s);
    QTRY_COMPARE(bench.queue->model()->rowCount(), 1);
    QCOMPARE(bench.currentHeadline(), u"Middle"_s);
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_COMPARE(bench.queue->model()->rowCount(), 3);
    QVERIFY(bench.queue->hasFocus());
    QCOMPARE(bench.currentHeadline(), u"Middle"_s);
}

void MainWindowTest::arrivalsDoNotMoveTheSelection()
{
    Bench bench;
    bench.press(Qt::Key_J);
    bench.temp.addPlain({u"Breaking"_s});
    QCOMPARE(bench.queue->model()->rowCount(), 3);
    QCOMPARE(bench.currentHeadline(), u"Middle"_s);
    auto* pill = bench.window->findChild<QAbstractButton*>(u"arrivalsPill"_s);
    QVERIFY(pill->isVisible());
    QCOMPARE(pill->text(), u"1 new ↑"_s);
    pill->click();
    QCOMPARE(bench.queue->model()->rowCount(), 4);
    QCOMPARE(bench.currentHeadline(), u"Middle"_s);
}

void MainWindowTest::questionMarkShowsTheKeys()
{
    Bench bench;
    auto* overlay = bench.window->findChild<QWidget*>(u"keysOverlay"_s);
    bench.press(Qt::Key_Question);
    QVERIFY(overlay->isVisible());
    bench.press(Qt::Key_Escape);
    QVERIFY(!overlay->isVisible());
}

void MainWindowTest::mergeNeedsTwo()
{
    Bench bench;
    bench.press(Qt::Key_M);
    QVERIFY(!bench.window->findChild<NoticeBar*>()->text().isEmpty());
    QCOMPARE(bench.desk->undoStack().count(), 0);
    bench.press(Qt::Key_Down, Qt::ShiftModifier);
    bench.press(Qt::Key_M);
    QCOMPARE(bench.temp.store().counts().spiked, 1);
}

void MainWindowTest::reopensOnTheStoryItWasLeftAt()
{
    Bench bench;
    bench.press(Qt::Key_J);
    QTRY_COMPARE(QUuid(bench.temp.store().setting(u"resume"_s)), bench.desk->dossier().story.uuid);
    bench.window.reset(); // killed, as it were: nothing was closed properly
    bench.desk.reset();
    bench.temp.reopen();
    Desk desk(bench.temp.store(), u"Ada"_s);
    MainWindow window(desk);
    QCOMPARE(desk.dossier().story.headline, u"Middle"_s);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
