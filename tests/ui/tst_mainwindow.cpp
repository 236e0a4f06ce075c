// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"
#include "tests/support/tempdesk.h"
#include "ui/desk/desk.h"
#include "ui/stories/queuepanel.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/textfield.h"
#include "ui/window/mainwindow.h"
#include "ui/words/plurals.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTest>
#include <QWindow>

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
    void reopensFarDownTheQueue();
    void heldKeysSelectNoMore();
    void storyOutsideTheViewLeavesNoLine();
    void undoOfANoticeGoesWithTheNextAct();
    void actAndAdvanceShowsThePanelsOnce();
    void editsACopyOfTheMethod();
    void halfTypedValueIsKeptWhenItCloses();
    void arrivalsByKey();
    void linesAreSpoken();
    void statusOutlivesAMenu();
    void droppedFilesAreNotWrittenIntoFields();

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
    const QWidget* before = QApplication::focusWidget();
    bench.press(Qt::Key_Question);
    QVERIFY(overlay->isVisible());
    bench.press(Qt::Key_Escape);
    QVERIFY(!overlay->isVisible());
    QCOMPARE(QApplication::focusWidget(), before);
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

void MainWindowTest::reopensFarDownTheQueue()
{
    QStringList headlines;
    for (int i = 0; i < 700; ++i)
        headlines.append(u"Story %1"_s.arg(i));
    Test::TempDesk temp;
    const QList<StoryId> ids = temp.addPlain(headlines);
    const QString uuid = temp.store().story(ids[100])->uuid.toString(); // the newest stands first
    QVERIFY(temp.store().setSetting(u"resume"_s, uuid));
    Desk desk(temp.store(), u"Ada"_s);
    MainWindow window(desk);
    window.show();
    auto* queue = window.findChild<QAbstractItemView*>(u"queue"_s);
    QCOMPARE(desk.current(), ids[100]);
    QTRY_COMPARE(queue->currentIndex().data().toString(), u"Story 100"_s);
    QTest::qWait(400); // longer than it takes to remember a place
    QCOMPARE(temp.store().setting(u"resume"_s), uuid);
}

/// Keys as the system sends them, with Ctrl or Shift still down while the list moves.
void MainWindowTest::heldKeysSelectNoMore()
{
    Bench bench;
    const auto selected = [&bench] { return bench.queue->selectionModel()->selectedRows().size(); };
    bench.press(Qt::Key_X);
    QTest::keyPress(bench.window->windowHandle(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.currentHeadline(), u"Newest"_s);
    QCOMPARE(selected(), 1);
    QTest::keyRelease(bench.window->windowHandle(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyPress(bench.window->windowHandle(), Qt::Key_S, Qt::ShiftModifier); // unspike, and on
    QCOMPARE(bench.currentHeadline(), u"Middle"_s);
    QCOMPARE(selected(), 1);
    QTest::keyRelease(bench.window->windowHandle(), Qt::Key_S, Qt::ShiftModifier);
}

void MainWindowTest::storyOutsideTheViewLeavesNoLine()
{
    Bench bench;
    auto* queue = bench.window->findChild<QueuePanel*>();
    bench.press(Qt::Key_S);
    QueueView view = queue->view();
    view.kind = QueueView::Kind::Shortlist;
    queue->showView(view);
    QCOMPARE(bench.currentHeadline(), u"Newest"_s);
    bench.desk->addStory(); // it comes in, not on the shortlist
    QVERIFY(bench.currentHeadline().isEmpty());
    QVERIFY(!bench.queue->currentIndex().isValid());
    const QRect line = bench.queue->visualRect(bench.queue->model()->index(0, 0));
    QTest::mouseClick(bench.queue->viewport(), Qt::LeftButton, {}, line.center());
    QCOMPARE(bench.currentHeadline(), u"Newest"_s);
}

void MainWindowTest::undoOfANoticeGoesWithTheNextAct()
{
    Bench bench;
    bench.press(Qt::Key_X);
    auto* undo = bench.window->findChild<QWidget*>(u"noticeUndo"_s);
    QVERIFY(undo->isVisible());
    bench.desk->setText(StoryField::Headline, u"Changed"_s);
    QVERIFY(!undo->isVisible());
}

void MainWindowTest::actAndAdvanceShowsThePanelsOnce()
{
    Bench bench;
    QSignalSpy shown(bench.desk.get(), &Desk::dossierChanged);
    bench.press(Qt::Key_X);
    QCOMPARE(shown.count(), 1);
    bench.press(Qt::Key_X);
    shown.clear();
    bench.press(Qt::Key_X); // the last of the view: nothing is left to advance to
    QVERIFY(shown.count() >= 1);
    QVERIFY(!bench.desk->hasCurrent() || bench.desk->dossier().story.state.stage == Stage::Spiked);
}

void MainWindowTest::editsACopyOfTheMethod()
{
    Bench bench;
    const StoryId full = bench.temp.addFull();
    const double before = *bench.temp.store().queueRows({full})->first().impactLow;
    bench.press(Qt::Key_Comma, Qt::ControlModifier);
    auto* settings = bench.window->findChild<QDialog*>(u"settings"_s);
    QVERIFY(settings);
    settings->findChild<QAbstractButton*>(u"editMethod"_s)->click();
    auto* copy = settings->findChild<QDialog*>(u"methodDialog"_s);
    QVERIFY(copy);
    auto* ok = copy->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    for (auto* weight : copy->findChildren<QSpinBox*>())
        if (weight->objectName().startsWith(u"weight."_s) && weight->objectName() != u"weight.stakes"_s)
            weight->setValue(0);
    QVERIFY(ok->isEnabled());
    auto* stakes = copy->findChild<QSpinBox*>(u"weight.stakes"_s);
    stakes->setValue(0); // nothing would count
    QVERIFY(!ok->isEnabled());
    stakes->setValue(10);
    copy->findChild<QSpinBox*>(u"methodPenalty"_s)->setValue(0);
    copy->accept();
    settings->accept();
    QCOMPARE(bench.desk->method().key, u"impact-2"_s);
    QCOMPARE(bench.desk->method().byKey(u"stakes"_s)->weight, 10);
    const QueueRow row = bench.temp.store().queueRows({full})->first();
    QCOMPARE(*row.impactLow, bench.temp.store().dossier(full)->cardOf(u"Ada"_s).value(u"stakes"_s).number());
    QVERIFY(*row.impactLow != before);
    bench.window.reset();
    bench.desk.reset();
    bench.temp.reopen();
    QCOMPARE(bench.temp.store().activeMethod().key, u"impact-2"_s);
}

void MainWindowTest::halfTypedValueIsKeptWhenItCloses()
{
    Bench bench;
    bench.press(Qt::Key_1);
    bench.press(Qt::Key_7);
    QVERIFY(bench.desk->card().value(u"stakes"_s).isUnset()); // more digits may come
    bench.window->close();
    QCOMPARE(bench.desk->card().value(u"stakes"_s), Score::fromTenths(70));
}

void MainWindowTest::arrivalsByKey()
{
    Bench bench;
    bench.temp.addPlain({u"Breaking"_s});
    QCOMPARE(bench.queue->model()->rowCount(), 3);
    bench.press(Qt::Key_W);
    QCOMPARE(bench.queue->model()->rowCount(), 4);
    QVERIFY(!bench.window->findChild<QWidget*>(u"arrivalsPill"_s)->isVisible());
}

void MainWindowTest::statusOutlivesAMenu()
{
    Bench bench;
    auto* status = bench.window->findChild<QLabel*>(u"status"_s);
    QCOMPARE(status->text(), u"3 stories · signed by Ada"_s);
    bench.window->statusBar()->showMessage(u"a tip"_s); // as an action under the mouse does
    bench.window->statusBar()->clearMessage();
    QVERIFY(status->isVisible());
    bench.desk->setAnalyst(u"Bob"_s);
    QCOMPARE(status->text(), u"3 stories · signed by Bob"_s);
}

void MainWindowTest::linesAreSpoken()
{
    Bench bench;
    bench.temp.addFull();
    bench.press(Qt::Key_W);
    QStringList spoken;
    for (int row = 0; row < bench.queue->model()->rowCount(); ++row)
        spoken.append(bench.queue->model()->index(row, 0).data(Qt::AccessibleTextRole).toString());
    QCOMPARE(spoken.size(), 4);
    const QStringList full = spoken.filter(Test::fullDossier().story.headline);
    QCOMPARE(full.size(), 1);
    QVERIFY2(full.first().contains(u"7.4"_s), qPrintable(full.first()));
    QCOMPARE(spoken.filter(u"not scored"_s).size(), 3);
    QVERIFY2(spoken.filter(u"unread"_s).size() >= 1, qPrintable(spoken.join(u'\n')));
}

void MainWindowTest::droppedFilesAreNotWrittenIntoFields()
{
    Bench bench;
    QMimeData file;
    file.setUrls({QUrl::fromLocalFile(bench.temp.file(u"brief.txt"_s))});
    QSignalSpy imports(bench.window.get(), &MainWindow::importDataRequested);
    const Dossier before = bench.desk->dossier();
    QWidgetList fields;
    for (auto* field : bench.window->findChildren<TextField*>())
        if (!field->isReadOnly() && field->isEnabled())
            fields.append(field->viewport());
    for (auto* field : bench.window->findChildren<LineField*>())
        fields.append(field);
    QVERIFY(fields.size() > 5);
    for (QWidget* field : std::as_const(fields)) {
        imports.clear();
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(field, &enter);
        QDropEvent drop({5, 5}, Qt::CopyAction, &file, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(field, &drop);
        QVERIFY2(imports.count() == 1, qPrintable(field->objectName() + field->parentWidget()->objectName()));
    }
    QVERIFY(bench.desk->dossier() == before);
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
