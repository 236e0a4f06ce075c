// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/retention.h"
#include "storage/feeds/intakestore.h"
#include "storage/method/methodfile.h"
#include "tests/support/tempdesk.h"
#include "tests/ui/deskfixture.h"
#include "ui/desk/desksteps.h"
#include "ui/stories/viewlist.h"
#include "ui/window/categorydialog.h"
#include "ui/window/mainwindow.h"
#include "ui/window/settingsdialog.h"
#include "ui/words/plurals.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// What Settings change of the desk: each a step that undoes.
class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QSettings().clear(); }
    void deskSettingsAreOneStep();
    void newVersionOfTheMethodInUse();
    void nothingChangedIsNoStep();
    void failureChangesNothing();
    void careOfTheDeskIsAStep();
    void dialogShowsAndGivesTheCare();
    void dialogCountsWhatWouldGo();
    void nameAndTitleFollowUndo();
    void categoriesByHand();
    void removesIntoAnother();
    void removalsChain();
    void refusesNamesThatCannotBe();
    void windowEditsTheListAsOneStep();

private:
    static Method house(int version = 1);
};

void SettingsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_settings"_s);
    installPlurals(*qApp);
}

Method SettingsTest::house(int version)
{
    Method method = *builtInMethod(u"impact"_s);
    method.key = u"house"_s;
    method.version = version;
    method.penaltyPercent = version == 1 ? 0 : 100;
    return method;
}

void SettingsTest::deskSettingsAreOneStep()
{
    DeskFixture fixture;
    const StoryId id = fixture.add(fullDossier());
    const auto impact = [&] { return *fixture.store().queueRows({id})->first().impactLow; };
    const double before = impact();
    QVERIFY(applyDeskSettings(fixture.desk(), {u"Night desk"_s, u"house"_s, {house()}}));
    QCOMPARE(fixture.steps(), 1);
    QCOMPARE(fixture.store().activeMethod().key, u"house"_s);
    const double after = impact();
    QVERIFY(after != before);
    fixture.undo();
    QCOMPARE(fixture.store().setting(u"desk_name"_s), QString());
    QCOMPARE(fixture.store().activeMethod(), builtInMethods().first());
    QCOMPARE(fixture.store().methods(), builtInMethods());
    QCOMPARE(impact(), before);
    fixture.redo();
    QCOMPARE(fixture.store().setting(u"desk_name"_s), u"Night desk"_s);
    QCOMPARE(fixture.store().activeMethod(), house());
    QCOMPARE(impact(), after);
}

void SettingsTest::newVersionOfTheMethodInUse()
{
    DeskFixture fixture;
    const StoryId id = fixture.add(fullDossier());
    const auto impact = [&] { return *fixture.store().queueRows({id})->first().impactLow; };
    QVERIFY(applyDeskSettings(fixture.desk(), {{}, u"house"_s, {house()}}));
    const double before = impact();
    QVERIFY(applyDeskSettings(fixture.desk(), {{}, u"house"_s, {house(2)}}));
    QCOMPARE(fixture.store().activeMethod().version, 2);
    QVERIFY(impact() < before);
    fixture.undo();
    QCOMPARE(fixture.store().activeMethod().version, 1);
    QCOMPARE(impact(), before);
    fixture.undo();
    QCOMPARE(fixture.store().methods(), builtInMethods());
    fixture.redo();
    fixture.redo();
    QCOMPARE(fixture.store().activeMethod().version, 2);
}

void SettingsTest::nothingChangedIsNoStep()
{
    DeskFixture fixture;
    QVERIFY(applyDeskSettings(fixture.desk(), {{}, fixture.store().activeMethod().key, {}}));
    QCOMPARE(fixture.steps(), 0);
}

void SettingsTest::careOfTheDeskIsAStep()
{
    DeskFixture fixture;
    const DeskSettings before = deskSettings(fixture.store());
    QVERIFY(before.dailyBackups);
    QCOMPARE(before.keepDays, 0);
    DeskSettings wanted = before;
    wanted.dailyBackups = false;
    wanted.keepDays = 30;
    QVERIFY(applyDeskSettings(fixture.desk(), wanted));
    QCOMPARE(fixture.steps(), 1);
    QCOMPARE(deskSettings(fixture.store()), wanted);
    QCOMPARE(fixture.store().retention().keepDays(), 30);
    fixture.undo();
    QCOMPARE(deskSettings(fixture.store()), before);
    fixture.redo();
    QCOMPARE(deskSettings(fixture.store()), wanted);
}

void SettingsTest::dialogShowsAndGivesTheCare()
{
    DeskFixture fixture;
    DeskSettings set = deskSettings(fixture.store());
    set.dailyBackups = false;
    set.keepDays = 45; // by another program: no choice of the list
    QVERIFY(applyDeskSettings(fixture.desk(), set));
    const SettingsDialog dialog(fixture.desk(), {});
    QCOMPARE(dialog.deskSettings(), set);
    auto* backups = dialog.findChild<QAbstractButton*>(u"dailyBackups"_s);
    auto* days = dialog.findChild<QComboBox*>(u"keepDays"_s);
    QVERIFY(!backups->isChecked());
    QCOMPARE(days->currentText(), u"45 days"_s);
    backups->setChecked(true);
    days->setCurrentIndex(0);
    QCOMPARE(days->currentText(), u"for ever"_s);
    QVERIFY(dialog.deskSettings().dailyBackups);
    QCOMPARE(dialog.deskSettings().keepDays, 0);
    // What goes for good is said where it is asked for.
    QVERIFY(dialog.findChild<QLabel*>(u"keepDaysNote"_s)->text().contains(u"for good"_s));
}

void SettingsTest::dialogCountsWhatWouldGo()
{
    TempDesk temp; // its clock stands at 10 April
    Arrival arrival;
    arrival.article.guid = u"one"_s;
    arrival.article.title = u"Two weeks ago"_s;
    QVERIFY(temp.store().intake().addArticles({}, {arrival}));
    temp.setNow(QDateTime(QDate(2026, 4, 25), QTime(10, 0), Qt::UTC));
    const Desk desk(temp.store(), u"Ada"_s);
    const SettingsDialog dialog(desk, {});
    auto* days = dialog.findChild<QComboBox*>(u"keepDays"_s);
    const auto* says = dialog.findChild<QLabel*>(u"wouldGo"_s);
    QCOMPARE(says->text(), u"No story would go now."_s);
    days->setCurrentIndex(1); // the least step is no single day
    QCOMPARE(dialog.deskSettings().keepDays, 7);
    QCOMPARE(says->text(), u"1 story would go now."_s);
    days->setCurrentIndex(3);
    QCOMPARE(dialog.deskSettings().keepDays, 30);
    QCOMPARE(says->text(), u"No story would go now."_s);
}

void SettingsTest::failureChangesNothing()
{
    DeskFixture fixture;
    QSignalSpy failed(&fixture.desk(), &Desk::failed);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no method"_s));
    QVERIFY(!applyDeskSettings(fixture.desk(), {u"Night desk"_s, u"nowhere"_s, {house()}}));
    QCOMPARE(failed.size(), 1);
    QCOMPARE(fixture.steps(), 0);
    QCOMPARE(fixture.store().setting(u"desk_name"_s), QString());
    QCOMPARE(fixture.store().methods(), builtInMethods());
}

void SettingsTest::nameAndTitleFollowUndo()
{
    DeskFixture fixture;
    MainWindow window(fixture.desk());
    QVERIFY(showActive(window));
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    auto* settings = window.findChild<QDialog*>(u"settings"_s);
    QVERIFY(settings);
    settings->findChild<QLineEdit*>(u"deskName"_s)->setText(u"Night desk"_s);
    settings->accept();
    QVERIFY(window.windowTitle().contains(u"Night desk"_s));
    fixture.undo();
    QVERIFY(!window.windowTitle().contains(u"Night desk"_s));
    fixture.redo();
    QVERIFY(window.windowTitle().contains(u"Night desk"_s));
}

/// The dialog over three categories, as keys and the mouse work it.
struct CategoryBench {
    CategoryBench() : dialog({u"One"_s, u"Two"_s, u"Three"_s}, {{u"One"_s, 1}, {u"Two"_s, 2}})
    {
        list = dialog.findChild<QListWidget*>(u"categoryList"_s);
        if (!showActive(dialog))
            qFatal("the dialog does not come up");
    }
    void press(const QString& name) const { dialog.findChild<QAbstractButton*>(name)->click(); }
    void choose(int row) const { list->setCurrentRow(row); }
    void rename(const QString& text) const
    {
        list->setFocus();
        QTest::keyClick(list, Qt::Key_F2);
        auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        confirm(editor);
    }
    // The list takes the text over when the key has been dealt with.
    static void confirm(QLineEdit* editor)
    {
        QTest::keyClick(editor, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    QStringList names() const
    {
        QStringList names;
        for (const CategoryChange::Entry& entry : dialog.change().list)
            names.append(entry.was.isEmpty()       ? u'+' + entry.name
                         : entry.was == entry.name ? entry.name
                                                   : entry.was + u'>' + entry.name);
        return names;
    }
    QAbstractButton* ok() const
    {
        return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    }

    CategoryDialog dialog;
    QListWidget* list = nullptr;
};

void SettingsTest::categoriesByHand()
{
    CategoryBench bench;
    QVERIFY(!bench.dialog.isChanged());
    QVERIFY(bench.dialog.findChild<QLabel*>(u"categoryUse"_s)->text().startsWith(u"1 "_s));
    QVERIFY(!bench.dialog.findChild<QAbstractButton*>(u"categoryUp"_s)->isEnabled());
    bench.choose(1);
    bench.rename(u"Deux"_s);
    bench.press(u"categoryUp"_s);
    QCOMPARE(bench.names(), QStringList({u"Two>Deux"_s, u"One"_s, u"Three"_s}));
    bench.press(u"categoryAdd"_s);
    auto* editor = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(editor);
    QTest::keyClicks(editor, u"Four"_s);
    CategoryBench::confirm(editor);
    QCOMPARE(bench.names(), QStringList({u"Two>Deux"_s, u"One"_s, u"Three"_s, u"+Four"_s}));
    bench.choose(1);
    bench.press(u"categoryDown"_s);
    QCOMPARE(bench.names(), QStringList({u"Two>Deux"_s, u"Three"_s, u"One"_s, u"+Four"_s}));
    QVERIFY(bench.dialog.isChanged());
    QVERIFY(bench.dialog.change().removed.isEmpty());
    // A new one that goes again leaves no trace.
    bench.choose(3);
    bench.press(u"categoryRemove"_s);
    QVERIFY(bench.dialog.change().removed.isEmpty());
    QCOMPARE(bench.names().size(), 3);
}

void SettingsTest::removesIntoAnother()
{
    CategoryBench bench;
    bench.choose(1);
    auto* into = bench.dialog.findChild<QComboBox*>(u"categoryInto"_s);
    QCOMPARE(into->count(), 3); // none, One, Three
    into->setCurrentIndex(into->findText(u"Three"_s));
    bench.press(u"categoryRemove"_s);
    QCOMPARE(bench.dialog.change().removed, (QList<CategoryChange::Removal>{{u"Two"_s, u"Three"_s}}));
    bench.choose(1);
    QVERIFY(bench.dialog.findChild<QLabel*>(u"categoryUse"_s)->text().startsWith(u"2 "_s)); // moved here
    bench.rename(u"Both"_s);
    QCOMPARE(bench.dialog.change().removed, (QList<CategoryChange::Removal>{{u"Two"_s, u"Both"_s}}));
}

void SettingsTest::removalsChain()
{
    CategoryBench bench;
    auto* into = bench.dialog.findChild<QComboBox*>(u"categoryInto"_s);
    bench.choose(0);
    into->setCurrentIndex(into->findText(u"Two"_s));
    bench.press(u"categoryRemove"_s);
    bench.choose(0); // Two
    into->setCurrentIndex(into->findText(u"Three"_s));
    bench.press(u"categoryRemove"_s);
    QCOMPARE(bench.dialog.change().removed,
             (QList<CategoryChange::Removal>{{u"One"_s, u"Three"_s}, {u"Two"_s, u"Three"_s}}));
    bench.choose(0);
    into->setCurrentIndex(0);
    bench.press(u"categoryRemove"_s);
    QCOMPARE(bench.dialog.change().removed,
             (QList<CategoryChange::Removal>{{u"One"_s, {}}, {u"Two"_s, {}}, {u"Three"_s, {}}}));
    QVERIFY(bench.ok()->isEnabled()); // a desk may have none
    QVERIFY(!bench.dialog.findChild<QAbstractButton*>(u"categoryRemove"_s)->isEnabled());
}

void SettingsTest::refusesNamesThatCannotBe()
{
    CategoryBench bench;
    bench.choose(1);
    bench.rename(u"one"_s);
    QVERIFY(!bench.ok()->isEnabled());
    QVERIFY(bench.dialog.findChild<QLabel*>(u"categoryWrong"_s)->isVisible());
    bench.rename(u" "_s);
    QVERIFY(!bench.ok()->isEnabled());
    bench.rename(u"Two"_s);
    QVERIFY(bench.ok()->isEnabled());
    QVERIFY(!bench.dialog.findChild<QLabel*>(u"categoryWrong"_s)->isVisible());
}

void SettingsTest::windowEditsTheListAsOneStep()
{
    DeskFixture fixture;
    Dossier dossier = plainDossier(u"Story"_s);
    dossier.story.category = u"Space"_s;
    const StoryId id = fixture.open(dossier);
    const QStringList before = fixture.store().categories();
    MainWindow window(fixture.desk());
    QVERIFY(showActive(window));
    auto* views = window.findChild<ViewList*>();
    QueueView view;
    view.kind = QueueView::Kind::All;
    view.category = u"Space"_s;
    views->select(view);
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    auto* settings = window.findChild<QDialog*>(u"settings"_s);
    QVERIFY(settings);
    settings->findChild<QAbstractButton*>(u"editCategories"_s)->click();
    auto* categories = window.findChild<CategoryDialog*>();
    QVERIFY(categories);
    auto* list = categories->findChild<QListWidget*>(u"categoryList"_s);
    const auto items = list->findItems(u"Space"_s, Qt::MatchExactly);
    QCOMPARE(items.size(), 1);
    items.first()->setText(u"Spaceflight"_s);
    QSignalSpy chosen(views, &ViewList::viewChosen);
    categories->accept();
    settings->reject();
    QCOMPARE(fixture.store().story(id)->category, u"Spaceflight"_s);
    QCOMPARE(fixture.steps(), 1);
    QCOMPARE(chosen.size(), 1); // the view of a name that is gone gives way to all stories
    QCOMPARE(chosen.first().first().value<QueueView>().category, QString());
    fixture.undo();
    QCOMPARE(fixture.store().categories(), before);
    QCOMPARE(fixture.store().story(id)->category, u"Space"_s);
    // Accepted as it is, it makes no step.
    QTRY_VERIFY(!window.findChild<QDialog*>(u"settings"_s));
    QApplication::setActiveWindow(&window);
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    settings = window.findChild<QDialog*>(u"settings"_s);
    QVERIFY(settings);
    settings->findChild<QAbstractButton*>(u"editCategories"_s)->click();
    window.findChild<CategoryDialog*>()->accept();
    QVERIFY(fixture.desk().undoStack().canRedo());
}

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
