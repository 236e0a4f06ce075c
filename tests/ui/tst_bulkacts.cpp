// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples.h"
#include "tests/support/tempdesk.h"
#include "ui/bulk/categorypicker.h"
#include "ui/bulk/tagchange.h"
#include "ui/bulk/tagdialog.h"
#include "ui/compare/comparedialog.h"
#include "ui/desk/desk.h"
#include "ui/editor/tagfield.h"
#include "ui/widgets/noticebar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowactions.h"
#include "ui/words/plurals.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// What is done to several selected stories at once, as steps and by keys.
class BulkActsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void readsATagChange_data();
    void readsATagChange();
    void tagsManyAsOneStep();
    void whatIsTaggedSoAlreadyIsNoStep_data();
    void whatIsTaggedSoAlreadyIsNoStep();
    void categorisesManyAsOneStep();
    void categoryTheyHaveIsNoStep();
    void dialogCompletesBehindAMinus();
    void dialogWithNothingToDoCannotBeAccepted();
    void keysTagTheSelection();
    void escapeTagsNothing();
    void keysFileTheSelection();
    void comparesTwoToFour_data();
    void comparesTwoToFour();

private:
    struct Bench {
        explicit Bench(int stories = 3)
        {
            QStringList headlines;
            for (int i = 0; i < stories; ++i)
                headlines.append(u"Story %1"_s.arg(i));
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
            QTest::keyClick(queue, key, modifiers);
        }
        QStringList tags(StoryId id) { return temp.store().story(id)->tags; }
        QString category(StoryId id) { return temp.store().story(id)->category; }
        QString notice() const { return window->findChild<NoticeBar*>()->text(); }

        Test::TempDesk temp;
        QList<StoryId> ids;
        std::unique_ptr<Desk> desk;
        std::unique_ptr<MainWindow> window;
        QAbstractItemView* queue = nullptr;
    };
};

void BulkActsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_bulkacts"_s);
    installPlurals(*qApp);
}

void BulkActsTest::init()
{
    QSettings().clear();
}

void BulkActsTest::readsATagChange_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("add");
    QTest::addColumn<QStringList>("remove");
    QTest::newRow("one") << u"gpu"_s << QStringList{u"gpu"_s} << QStringList();
    QTest::newRow("both ways") << u"gpu, -old"_s << QStringList{u"gpu"_s} << QStringList{u"old"_s};
    QTest::newRow("minus sign, blanks")
        << u" − old ,  open weights "_s << QStringList{u"open weights"_s} << QStringList{u"old"_s};
    QTest::newRow("hyphen within") << u"open-weights"_s << QStringList{u"open-weights"_s} << QStringList();
    QTest::newRow("added and removed") << u"GPU, -gpu"_s << QStringList() << QStringList{u"gpu"_s};
    QTest::newRow("twice") << u"-a, −A"_s << QStringList() << QStringList{u"a"_s};
    QTest::newRow("nothing") << u" , -, −"_s << QStringList() << QStringList();
}

void BulkActsTest::readsATagChange()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, add);
    QFETCH(const QStringList, remove);
    QCOMPARE(tagChangeFrom(text), (TagChange{add, remove}));
}

void BulkActsTest::tagsManyAsOneStep()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const QList<StoryId> ids = temp.addPlain({u"A"_s, u"B"_s, u"C"_s, u"D"_s});
    desk.addTags({ids[0]}, {u"old"_s, u"x"_s}, {});
    desk.addTags({ids[1]}, {u"GPU"_s}, {});
    desk.undoStack().clear();
    QSignalSpy done(&desk, &Desk::done);
    desk.addTags({ids[0], ids[1], ids[2]}, {u"gpu"_s}, {u"OLD"_s});
    const auto tags = [&temp](StoryId id) { return temp.store().story(id)->tags; };
    QCOMPARE(tags(ids[0]), (QStringList{u"x"_s, u"gpu"_s}));
    QCOMPARE(tags(ids[1]), QStringList{u"GPU"_s}); // had it already
    QCOMPARE(tags(ids[2]), QStringList{u"gpu"_s});
    QVERIFY(tags(ids[3]).isEmpty());
    QCOMPARE(desk.undoStack().count(), 1);
    QCOMPARE(done.count(), 1);
    QCOMPARE(done.first().first().toString(), u"2 stories tagged"_s);
    desk.undoStack().undo();
    QCOMPARE(tags(ids[0]), (QStringList{u"old"_s, u"x"_s}));
    QVERIFY(tags(ids[2]).isEmpty());
    desk.undoStack().redo();
    QCOMPARE(tags(ids[2]), QStringList{u"gpu"_s});
}

void BulkActsTest::whatIsTaggedSoAlreadyIsNoStep_data()
{
    QTest::addColumn<QStringList>("add");
    QTest::addColumn<QStringList>("remove");
    QTest::newRow("has it") << QStringList{u"GPU"_s} << QStringList();
    QTest::newRow("lacks it") << QStringList() << QStringList{u"old"_s};
    QTest::newRow("neither asked") << QStringList() << QStringList();
}

void BulkActsTest::whatIsTaggedSoAlreadyIsNoStep()
{
    QFETCH(const QStringList, add);
    QFETCH(const QStringList, remove);
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId id = temp.addPlain({u"A"_s}).first();
    desk.addTags({id}, {u"gpu"_s}, {});
    QSignalSpy done(&desk, &Desk::done);
    QSignalSpy failed(&desk, &Desk::failed);
    desk.addTags({id, StoryId(4711)}, add, remove);
    QCOMPARE(desk.undoStack().count(), 1);
    QCOMPARE(done.count(), 0);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(temp.store().story(id)->tags, QStringList{u"gpu"_s});
}

void BulkActsTest::categorisesManyAsOneStep()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const QList<StoryId> ids = temp.addPlain({u"A"_s, u"B"_s, u"C"_s});
    desk.setCategory({ids[0]}, u"AI"_s);
    desk.undoStack().clear();
    QSignalSpy done(&desk, &Desk::done);
    const auto categories = [&] {
        QStringList found;
        for (const StoryId id : ids)
            found.append(temp.store().story(id)->category);
        return found;
    };
    desk.setCategory(ids, u"AI"_s);
    QCOMPARE(categories(), (QStringList{u"AI"_s, u"AI"_s, u"AI"_s}));
    QCOMPARE(done.last().first().toString(), u"2 stories filed under AI"_s);
    desk.setCategory(ids, {});
    QCOMPARE(categories(), (QStringList{QString(), QString(), QString()}));
    QCOMPARE(done.last().first().toString(), u"Category taken from 3 stories"_s);
    QCOMPARE(desk.undoStack().count(), 2);
    desk.undoStack().undo();
    desk.undoStack().undo();
    QCOMPARE(categories(), (QStringList{u"AI"_s, QString(), QString()}));
}

void BulkActsTest::categoryTheyHaveIsNoStep()
{
    Test::TempDesk temp;
    Desk desk(temp.store(), u"Ada"_s);
    const StoryId id = temp.addPlain({u"A"_s}).first();
    QSignalSpy failed(&desk, &Desk::failed);
    desk.setCategory({id}, {});
    QCOMPARE(failed.count(), 1);
    desk.setCategory({}, u"AI"_s);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(desk.undoStack().count(), 0);
}

void BulkActsTest::dialogCompletesBehindAMinus()
{
    TagDialog dialog({u"gpu"_s, u"old news"_s, u"older"_s}, 2);
    dialog.show();
    auto* field = dialog.findChild<TagField*>();
    auto* completer = field->findChild<QCompleter*>();
    QTest::keyClicks(field, u"gpu, -ol"_s);
    QCOMPARE(completer->completionPrefix(), u"ol"_s);
    QCOMPARE(completer->completionCount(), 2);
    Q_EMIT completer->activated(u"old news"_s);
    QCOMPARE(field->text(), u"gpu, -old news"_s);
    QCOMPARE(dialog.change(), (TagChange{{u"gpu"_s}, {u"old news"_s}}));
}

void BulkActsTest::dialogWithNothingToDoCannotBeAccepted()
{
    TagDialog dialog({}, 2);
    auto* field = dialog.findChild<QLineEdit*>();
    const auto* ok = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled());
    field->setText(u"gpu"_s);
    QVERIFY(ok->isEnabled());
    field->setText(u" -,"_s);
    QVERIFY(!ok->isEnabled());
}

void BulkActsTest::keysTagTheSelection()
{
    Bench bench;
    bench.desk->addTags({bench.ids[0]}, {u"old"_s}, {});
    bench.window->actions().selectAll->trigger();
    bench.press(Qt::Key_T, Qt::ShiftModifier);
    const QPointer<TagDialog> dialog = bench.window->findChild<TagDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    auto* field = dialog->findChild<TagField*>();
    QTest::keyClicks(field, u"gpu, -old"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!dialog || !dialog->isVisible()); // it may be gone already
    for (const StoryId id : std::as_const(bench.ids))
        QCOMPARE(bench.tags(id), QStringList{u"gpu"_s});
    QCOMPARE(bench.notice(), u"3 stories tagged"_s);
    bench.desk->undoStack().undo();
    QCOMPARE(bench.tags(bench.ids[0]), QStringList{u"old"_s});
    QVERIFY(bench.tags(bench.ids[2]).isEmpty());
}

void BulkActsTest::escapeTagsNothing()
{
    Bench bench;
    bench.press(Qt::Key_T, Qt::ShiftModifier);
    const QPointer<TagDialog> dialog = bench.window->findChild<TagDialog*>();
    QVERIFY(dialog);
    auto* field = dialog->findChild<TagField*>();
    QTest::keyClicks(field, u"gpu"_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!dialog || !dialog->isVisible()); // it may be gone already
    QCOMPARE(bench.desk->undoStack().count(), 0);
}

void BulkActsTest::keysFileTheSelection()
{
    Bench bench;
    bench.window->actions().selectAll->trigger();
    bench.press(Qt::Key_C);
    const QPointer<CategoryPicker> dialog = bench.window->findChild<CategoryPicker*>();
    QVERIFY(dialog && dialog->isVisible());
    auto* list = dialog->findChild<QListWidget*>();
    QCOMPARE(list->count(), bench.temp.store().categories().size() + 1);
    QCOMPARE(list->currentRow(), 0); // the story has none
    QTest::keyClicks(list, u"Res"_s);
    QCOMPARE(dialog->category(), u"Research"_s);
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(!dialog || !dialog->isVisible()); // it may be gone already
    for (const StoryId id : std::as_const(bench.ids))
        QCOMPARE(bench.category(id), u"Research"_s);
    QCOMPARE(bench.desk->undoStack().count(), 1);
}

void BulkActsTest::comparesTwoToFour_data()
{
    QTest::addColumn<int>("selected");
    QTest::addColumn<bool>("compares");
    QTest::newRow("one") << 1 << false;
    QTest::newRow("two") << 2 << true;
    QTest::newRow("four") << 4 << true;
    QTest::newRow("five") << 5 << false;
}

void BulkActsTest::comparesTwoToFour()
{
    QFETCH(const int, selected);
    QFETCH(const bool, compares);
    Bench bench(selected);
    bench.window->actions().selectAll->trigger();
    bench.press(Qt::Key_C, Qt::ShiftModifier);
    auto* dialog = bench.window->findChild<CompareDialog*>();
    QCOMPARE(dialog != nullptr, compares);
    if (compares)
        QCOMPARE(dialog->findChild<QTableWidget*>()->columnCount(), selected);
    else
        QVERIFY2(bench.notice().contains(u"two to four"_s), qPrintable(bench.notice()));
}

QTEST_MAIN(BulkActsTest)
#include "tst_bulkacts.moc"
