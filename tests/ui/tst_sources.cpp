// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sourcesfixture.h"
#include "ui/sources/feedsmodel.h"
#include "ui/sources/healthsign.h"
#include "ui/window/theme.h"
#include "ui/words/feedwords.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPainter>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The window of feeds and outlets, its page of feeds: keys, what it shows, and what the desk then holds.
class SourcesTest : public QObject, private SourcesFixture {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { closeWindow(); }
    void editsFeedsInPlace_data();
    void editsFeedsInPlace();
    void choosesFromLists_data();
    void choosesFromLists();
    void editsAllChosenAsOneStep();
    void pausesAndResumesSeveral();
    void keepsWhyTheProgramPaused();
    void undoLeavesAloneWhatAFetchMoved();
    void removesAndBringsBack();
    void failingIsNeverShownAsGood();
    void noTwoHealthsLookAlike();
    void holdsStillWhenFeedsChange();
    void keepsWhatIsBeingTyped();
    void filters();
    void typingInTheFilterActsOnNothing();
    void asksForRefreshOfTheChosen();
    void opensOnlyWebSites();
    void copiesAddresses();
    void emptyDeskSaysWhatToDo();
    void keepsItsLayout();
    void isNamedForScreenReaders();
};

void SourcesTest::init()
{
    openWindow();
    QCOMPARE(names(feedTable()), QStringList({u"Lab notes"_s, u"Old blog"_s, u"Wire"_s})); // the worst first
}

void SourcesTest::editsFeedsInPlace_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QStringList>("folder");
    QTest::addColumn<QString>("shown");
    const QStringList top;
    QTest::newRow("name") << int(FeedsModel::Name) << u"  The  wire "_s << u"The wire"_s << top
                          << u"The wire"_s;
    QTest::newRow("no name is the feed's own")
        << int(FeedsModel::Name) << QString() << QString() << top << u"https://example.com/wire.xml"_s;
    QTest::newRow("folder") << int(FeedsModel::Folder) << u"News"_s << u"Wire"_s << QStringList(u"News"_s)
                            << u"News"_s;
    QTest::newRow("nested folder") << int(FeedsModel::Folder) << u"News/ World /"_s << u"Wire"_s
                                   << QStringList({u"News"_s, u"World"_s}) << u"News / World"_s;
}

void SourcesTest::editsFeedsInPlace()
{
    QFETCH(const int, column);
    QFETCH(const QString, typed);
    QFETCH(const QString, shown);
    const QPersistentModelIndex edited = cell(feedTable(), u"Wire"_s, column);
    const DeskFeed before = stored(m_wire);
    type(feedTable(), edited, typed);
    QTEST(stored(m_wire).title, "title");
    QTEST(stored(m_wire).folder, "folder");
    QCOMPARE(edited.data().toString(), shown);
    QCOMPARE(m_desk->steps(), 1);
    QTest::keyClick(feedTable(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stored(m_wire), before);
    QCOMPARE(m_desk->steps(), 0);
    // An editor that is left as it was is no step.
    type(feedTable(), edited, edited.data(Qt::EditRole).toString());
    QCOMPARE(m_desk->desk().undoStack().count(), 1); // the one that can be done again
}

void SourcesTest::choosesFromLists_data()
{
    QTest::addColumn<int>("column");
    QTest::newRow("outlet") << int(FeedsModel::OutletColumn);
    QTest::newRow("category") << int(FeedsModel::Category);
    QTest::newRow("how long stories stay") << int(FeedsModel::KeepDays);
}

void SourcesTest::choosesFromLists()
{
    QFETCH(const int, column);
    const QPersistentModelIndex edited = cell(feedTable(), u"Wire"_s, column);
    const DeskFeed before = stored(m_wire);
    feedTable()->setFocus();
    feedTable()->setCurrentIndex(edited);
    QTest::keyClick(feedTable(), Qt::Key_F2);
    auto* box = find<QComboBox>(u"choice"_s);
    QVERIFY(box);
    QCOMPARE(box->currentIndex(), 0); // none yet
    const QString first = box->itemText(1);
    QTest::keyClick(box, Qt::Key_Down); // counts at once
    if (column == FeedsModel::Category)
        QCOMPARE(stored(m_wire).category, first);
    else if (column == FeedsModel::KeepDays)
        QCOMPARE(stored(m_wire).keepDays, 1);
    else
        QCOMPARE(feeds().outlets().byId(stored(m_wire).outlet).value_or(Outlet()).name, first);
    QCOMPARE(edited.data().toString(), first);
    m_desk->undo();
    QCOMPARE(stored(m_wire), before);
}

void SourcesTest::editsAllChosenAsOneStep()
{
    choose(feedTable(), {u"Wire"_s, u"Old blog"_s});
    type(feedTable(), cell(feedTable(), u"Old blog"_s, FeedsModel::Folder), u"Europe"_s);
    QCOMPARE(stored(m_wire).folder, QStringList(u"Europe"_s));
    QCOMPARE(stored(m_blog).folder, QStringList(u"Europe"_s));
    QCOMPARE(stored(m_lab).folder, QStringList());
    QCOMPARE(m_desk->steps(), 1);
    // A name is one feed's.
    type(feedTable(), cell(feedTable(), u"Old blog"_s, FeedsModel::Name), u"Blog"_s);
    QCOMPARE(stored(m_wire).title, u"Wire"_s);
    QCOMPARE(stored(m_blog).title, u"Blog"_s);
    m_desk->undo();
    m_desk->undo();
    QCOMPARE(stored(m_wire).folder, QStringList());
    QCOMPARE(stored(m_blog).folder, QStringList());
}

void SourcesTest::pausesAndResumesSeveral()
{
    choose(feedTable(), {u"Wire"_s, u"Lab notes"_s});
    QTest::keyClick(feedTable(), Qt::Key_P);
    QVERIFY(stored(m_wire).paused && stored(m_lab).paused && !stored(m_blog).paused);
    QCOMPARE(m_desk->steps(), 1);
    QVERIFY2(notice().contains(u'2'), qPrintable(notice()));
    QVERIFY(cell(feedTable(), u"Wire"_s, FeedsModel::Health).data().toString().startsWith(u"paused"_s));
    QTest::keyClick(feedTable(), Qt::Key_P); // all are paused: read again
    QVERIFY(!stored(m_wire).paused && !stored(m_lab).paused);
    m_desk->undo();
    QVERIFY(stored(m_wire).paused && stored(m_lab).paused);
    m_desk->undo();
    QVERIFY(!stored(m_wire).paused && !stored(m_lab).paused);
    m_desk->redo();
    QVERIFY(stored(m_wire).paused && stored(m_lab).paused);
}

void SourcesTest::keepsWhyTheProgramPaused()
{
    FetchOutcome gone = failure();
    gone.pauseReason = u"It is gone for good (410)."_s;
    record(m_lab, gone);
    QTRY_VERIFY(cell(feedTable(), u"Lab notes"_s, FeedsModel::Health).data().toString().contains(u"410"_s));
    choose(feedTable(), {u"Wire"_s, u"Lab notes"_s});
    QTest::keyClick(feedTable(), Qt::Key_P); // the other one runs, so this pauses
    QVERIFY(stored(m_wire).paused);
    QCOMPARE(stored(m_lab).pauseReason, gone.pauseReason);
    QTest::keyClick(feedTable(), Qt::Key_P);
    QVERIFY(!stored(m_lab).paused);
    QCOMPARE(stored(m_lab).pauseReason, QString());
    m_desk->undo();
    QCOMPARE(stored(m_lab).pauseReason, gone.pauseReason);
}

void SourcesTest::undoLeavesAloneWhatAFetchMoved()
{
    type(feedTable(), cell(feedTable(), u"Wire"_s, FeedsModel::Name), u"Newswire"_s);
    FetchOutcome moved = good(QDateTime::currentDateTimeUtc());
    moved.movedTo = u"https://example.com/moved.xml"_s;
    record(m_wire, moved);
    m_desk->undo();
    QCOMPARE(stored(m_wire).title, u"Wire"_s);
    QCOMPARE(stored(m_wire).url, moved.movedTo);
    m_desk->redo();
    QCOMPARE(stored(m_wire).title, u"Newswire"_s);
    QCOMPARE(stored(m_wire).url, moved.movedTo);
}

void SourcesTest::removesAndBringsBack()
{
    const DeskFeed wire = stored(m_wire);
    const DeskFeed lab = stored(m_lab);
    choose(feedTable(), {u"Wire"_s, u"Lab notes"_s});
    QTest::keyClick(feedTable(), Qt::Key_Delete);
    QCOMPARE(names(feedTable()), QStringList(u"Old blog"_s));
    QCOMPARE(feeds().all().size(), 1);
    QVERIFY2(notice().contains(u'2'), qPrintable(notice()));
    find<QAbstractButton>(u"noticeUndo"_s)->click();
    QCOMPARE(names(feedTable()), QStringList({u"Lab notes"_s, u"Old blog"_s, u"Wire"_s}));
    QCOMPARE(stored(m_wire), wire);
    QCOMPARE(stored(m_lab), lab);
    QTest::keyClick(feedTable(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(feeds().all().size(), 1);
}

void SourcesTest::failingIsNeverShownAsGood()
{
    const QString health = cell(feedTable(), u"Lab notes"_s, FeedsModel::Health).data().toString();
    QVERIFY2(health.startsWith(u"failing"_s) && health.contains(u"busy (503)"_s), qPrintable(health));
    // No article came, and nobody could look: that is no nought.
    QCOMPARE(cell(feedTable(), u"Lab notes"_s, FeedsModel::Week).data().toString(), u"—"_s);
    QCOMPARE(cell(feedTable(), u"Wire"_s, FeedsModel::Week).data().toString(), u"0"_s);
    const QString idle = cell(feedTable(), u"Old blog"_s, FeedsModel::Health).data().toString();
    QVERIFY2(idle.startsWith(u"idle"_s) && idle.contains(u"nothing new since"_s), qPrintable(idle));
    QCOMPARE(cell(feedTable(), u"Wire"_s, FeedsModel::Health).data().toString(), u"good"_s);
    const QString summary = find<QLabel>(u"feedsSummary"_s)->text();
    QVERIFY2(summary.contains(u"1 failing"_s) && summary.contains(u"1 idle"_s), qPrintable(summary));

    choose(feedTable(), {u"Lab notes"_s});
    QVERIFY(find<QLabel>(u"feedHealth"_s)->text().contains(u"The server is busy (503)."_s));
    QVERIFY(find<QLabel>(u"feedFailingSince"_s)->isVisible());
    QVERIFY(find<QLabel>(u"feedStatus"_s)->text().contains(u"503"_s));
    QVERIFY(!find<QLabel>(u"feedGood"_s)->isVisible());
    choose(feedTable(), {u"Wire"_s});
    QVERIFY(!find<QLabel>(u"feedFailingSince"_s)->isVisible());
    QVERIFY(find<QLabel>(u"feedNotes"_s)->text().contains(u"bare ampersand"_s));

    // Paused, it is not taken for one that is well either.
    choose(feedTable(), {u"Lab notes"_s});
    QTest::keyClick(feedTable(), Qt::Key_P);
    QCOMPARE(cell(feedTable(), u"Lab notes"_s, FeedsModel::Health).data().toString(), u"paused"_s);
    m_desk->undo();
    record(m_lab, good(QDateTime::currentDateTimeUtc()));
    QTRY_COMPARE(cell(feedTable(), u"Lab notes"_s, FeedsModel::Health).data().toString(), u"good"_s);
}

void SourcesTest::noTwoHealthsLookAlike()
{
    for (const QPalette& palette : {lightPalette(), darkPalette()}) {
        QList<QImage> signs;
        QStringList words;
        for (const FeedHealth health : {FeedHealth::Failing, FeedHealth::Idle, FeedHealth::Paused,
                                        FeedHealth::Untried, FeedHealth::Good}) {
            QImage sign(16, 16, QImage::Format_ARGB32_Premultiplied);
            sign.fill(palette.color(QPalette::Base));
            QPainter painter(&sign);
            paintHealth(painter, sign.rect(), health, palette);
            painter.end();
            // By shape alone: what is not paper.
            for (int y = 0; y < sign.height(); ++y)
                for (int x = 0; x < sign.width(); ++x)
                    sign.setPixelColor(
                        x, y, sign.pixelColor(x, y) == palette.color(QPalette::Base) ? Qt::white : Qt::black);
            QVERIFY(!signs.contains(sign));
            QVERIFY(!words.contains(healthText(health)));
            signs.append(sign);
            words.append(healthText(health));
        }
    }
}

void SourcesTest::holdsStillWhenFeedsChange()
{
    choose(feedTable(), {u"Old blog"_s});
    const QPersistentModelIndex current = feedTable()->currentIndex();
    record(m_wire, failure());
    record(m_lab, good(QDateTime::currentDateTimeUtc()));
    QTRY_VERIFY(cell(feedTable(), u"Wire"_s, FeedsModel::Health).data().toString().startsWith(u"failing"_s));
    // Nothing has moved, though by health it would stand otherwise now.
    QCOMPARE(names(feedTable()), QStringList({u"Lab notes"_s, u"Old blog"_s, u"Wire"_s}));
    QCOMPARE(feedTable()->currentIndex(), QModelIndex(current));
    QVERIFY(feedTable()->selectionModel()->isSelected(current));
    addFeed(u"Another"_s);
    QTRY_COMPARE(feedTable()->model()->rowCount(), 4);
    QCOMPARE(feedTable()->currentIndex().data().toString(), u"Old blog"_s);
    QCOMPARE(feedTable()->chosenRows().size(), 1);
}

void SourcesTest::keepsWhatIsBeingTyped()
{
    feedTable()->setFocus();
    feedTable()->setCurrentIndex(cell(feedTable(), u"Wire"_s, FeedsModel::Name));
    QTest::keyClick(feedTable(), Qt::Key_F2);
    auto* editor = feedTable()->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, u"Half a na"_s);
    record(m_wire, failure());
    QTRY_VERIFY(cell(feedTable(), u"Wire"_s, FeedsModel::Health).data().toString().startsWith(u"failing"_s));
    QCOMPARE(editor->text(), u"Half a na"_s);
    QTest::keyClicks(editor, u"me"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(stored(m_wire).title, u"Half a name"_s);
}

void SourcesTest::filters()
{
    auto* filter = find<QLineEdit>(u"feedsFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"FAIL"_s);
    QCOMPARE(names(feedTable()), QStringList(u"Lab notes"_s));
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(feedTable()->hasFocus());
    QCOMPARE(feedTable()->currentIndex().data().toString(), u"Lab notes"_s);
    filter->setText(u"nowhere"_s);
    QCOMPARE(feedTable()->shownRows(), 0);
    filter->clear();
    QCOMPARE(feedTable()->shownRows(), 3);
}

void SourcesTest::typingInTheFilterActsOnNothing()
{
    choose(feedTable(), {u"Wire"_s});
    auto* filter = find<QLineEdit>(u"feedsFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"p"_s);
    QTest::keyClick(filter, Qt::Key_Home);
    QTest::keyClick(filter, Qt::Key_Delete);
    QCOMPARE(filter->text(), QString());
    QCOMPARE(m_desk->desk().undoStack().count(), 0);
    QCOMPARE(feeds().all().size(), 3);
}

void SourcesTest::asksForRefreshOfTheChosen()
{
    const QSignalSpy asked(m_dialog.get(), &SourcesDialog::refreshRequested);
    feedTable()->setFocus();
    feedTable()->clearSelection();
    QTest::keyClick(feedTable(), Qt::Key_F5);
    QCOMPARE(asked.size(), 0);
    choose(feedTable(), {u"Wire"_s, u"Lab notes"_s});
    QTest::keyClick(feedTable(), Qt::Key_F5);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<QList<FeedId>>(), QList<FeedId>({m_lab, m_wire})); // as shown
}

void SourcesTest::opensOnlyWebSites()
{
    addFeed(u"Trap"_s, u"file:///etc/passwd"_s);
    addFeed(u"Homeless"_s, QString());
    QTRY_COMPARE(feedTable()->model()->rowCount(), 5);
    auto* open = find<QAction>(u"feedOpenSite"_s);
    const QSignalSpy asked(m_dialog.get(), &SourcesDialog::siteOpenRequested);
    for (const QString& name : {u"Trap"_s, u"Homeless"_s}) {
        choose(feedTable(), {name});
        QVERIFY(!open->isEnabled());
    }
    choose(feedTable(), {u"Wire"_s});
    QVERIFY(open->isEnabled());
    open->trigger();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toUrl(), QUrl(u"https://example.com/"_s));
}

void SourcesTest::copiesAddresses()
{
    choose(feedTable(), {u"Wire"_s, u"Lab notes"_s});
    QTest::keyClick(feedTable(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(),
             u"https://example.com/lab-notes.xml\nhttps://example.com/wire.xml"_s);
}

void SourcesTest::emptyDeskSaysWhatToDo()
{
    QVERIFY(!find<QWidget>(u"feedsEmpty"_s)->isVisible());
    feedTable()->selectAll();
    QTest::keyClick(feedTable(), Qt::Key_Delete);
    QVERIFY(find<QWidget>(u"feedsEmpty"_s)->isVisible());
    const QSignalSpy asked(&m_starter, &QAction::triggered);
    find<QAbstractButton>(u"empty.starterFeeds"_s)->click();
    QCOMPARE(asked.size(), 1);
    m_desk->undo();
    QVERIFY(feedTable()->isVisible());
}

void SourcesTest::keepsItsLayout()
{
    feedTable()->sortByColumn(FeedsModel::Name, Qt::DescendingOrder);
    QCOMPARE(names(feedTable()), QStringList({u"Wire"_s, u"Old blog"_s, u"Lab notes"_s}));
    const QByteArray state = m_dialog->saveState();
    m_dialog = std::make_unique<SourcesDialog>(m_desk->desk(), QList<QAction*>{});
    m_dialog->restoreState(state);
    m_dialog->show();
    QCOMPARE(names(feedTable()), QStringList({u"Wire"_s, u"Old blog"_s, u"Lab notes"_s}));
    m_dialog->restoreState("no state"); // nor does what cannot be read harm
}

void SourcesTest::isNamedForScreenReaders()
{
    toOutlets();
    const auto widgets = m_dialog->findChildren<QWidget*>();
    for (const QWidget* widget : widgets)
        if (qobject_cast<const QLineEdit*>(widget) || qobject_cast<const SourceTable*>(widget))
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    for (const SourceTable* table : {feedTable(), outletTable()})
        for (int column = 0; column < table->model()->columnCount(); ++column)
            QVERIFY(!table->model()->headerData(column, Qt::Horizontal).toString().isEmpty());
}

QTEST_MAIN(SourcesTest)
#include "tst_sources.moc"
