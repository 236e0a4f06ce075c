// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/feeds/outletstore.h"
#include "tests/ui/deskfixture.h"
#include "ui/sources/feedsmodel.h"
#include "ui/sources/healthsign.h"
#include "ui/sources/outletsmodel.h"
#include "ui/sources/sourcesdialog.h"
#include "ui/sources/sourcetable.h"
#include "ui/widgets/noticebar.h"
#include "ui/window/theme.h"
#include "ui/words/feedwords.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPainter>
#include <QTabWidget>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The window of feeds and outlets, on a real desk: its keys, what it shows, and what the desk then holds.
class SourcesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
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
    void filters();
    void typingInTheFilterActsOnNothing();
    void asksForRefreshOfTheChosen();
    void opensOnlyWebSites();
    void copiesAddresses();
    void emptyDeskSaysWhatToDo();
    void editsOutletsInPlace_data();
    void editsOutletsInPlace();
    void tellsWhatCannotBe_data();
    void tellsWhatCannotBe();
    void addsAnOutlet();
    void mergesOutletsAndPartsThemAgain();
    void keepsItsLayout();
    void isNamedForScreenReaders();

private:
    FeedStore& feeds() { return m_desk->store().feeds(); }
    FeedId addFeed(const QString& name, const QString& site = u"https://example.com/"_s);
    void record(FeedId id, FetchOutcome outcome);
    DeskFeed stored(FeedId id) { return feeds().byId(id).value_or(DeskFeed()); }
    Outlet outlet(const QString& name);
    OutletId addOutlet(const QString& name, const QStringList& domains, int tier = 0);

    template<typename T>
    T* find(const QString& name) const
    {
        return m_dialog->findChild<T*>(name);
    }
    SourceTable* feedTable() const { return find<SourceTable>(u"feedsTable"_s); }
    SourceTable* outletTable() const { return find<SourceTable>(u"outletsTable"_s); }
    QString notice() const { return m_dialog->findChild<NoticeBar*>()->text(); }
    /// The cell of the row that has that name.
    static QModelIndex cell(const SourceTable* table, const QString& name, int column);
    static QStringList names(const SourceTable* table);
    static void choose(SourceTable* table, const QStringList& names);
    /// Opens the cell's editor by F2, types and confirms.
    static void type(SourceTable* table, const QModelIndex& cell, const QString& text);
    void toOutlets();

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<SourcesDialog> m_dialog;
    QAction m_import;
    QAction m_starter;
    FeedId m_wire{};
    FeedId m_lab{};
    FeedId m_blog{};
};

static FetchOutcome good(const QDateTime& newest)
{
    FetchOutcome outcome;
    outcome.at = QDateTime::currentDateTimeUtc();
    outcome.nextAt = outcome.at.addSecs(1800);
    outcome.status = 200;
    outcome.items = 20;
    outcome.newestItem = newest;
    outcome.usualGap = 3600;
    outcome.notes = {u"a bare ampersand"_s};
    return outcome;
}

static FetchOutcome failure()
{
    FetchOutcome outcome;
    outcome.kind = FetchOutcome::Kind::Failed;
    outcome.at = QDateTime::currentDateTimeUtc();
    outcome.nextAt = outcome.at.addSecs(600);
    outcome.failure = FetchFailure::Status;
    outcome.status = 503;
    outcome.reason = u"The server is busy (503)."_s;
    return outcome;
}

void SourcesTest::init()
{
    m_desk = std::make_unique<DeskFixture>();
    m_import.setObjectName(u"importFeeds"_s);
    m_import.setText(u"Import"_s);
    m_starter.setObjectName(u"starterFeeds"_s);
    m_starter.setText(u"Starter"_s);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_wire = addFeed(u"Wire"_s);
    m_lab = addFeed(u"Lab notes"_s);
    m_blog = addFeed(u"Old blog"_s);
    record(m_wire, good(now.addSecs(-600)));
    record(m_lab, failure());
    record(m_blog, good(now.addDays(-40)));
    m_dialog = std::make_unique<SourcesDialog>(m_desk->desk(), QList<QAction*>{&m_import, &m_starter});
    QVERIFY(showActive(*m_dialog));
    QCOMPARE(names(feedTable()), QStringList({u"Lab notes"_s, u"Old blog"_s, u"Wire"_s})); // the worst first
}

void SourcesTest::cleanup()
{
    m_dialog.reset();
    m_desk.reset();
}

FeedId SourcesTest::addFeed(const QString& name, const QString& site)
{
    DeskFeed feed;
    feed.url = u"https://example.com/%1.xml"_s.arg(name.toLower().replace(u' ', u'-'));
    feed.title = name;
    feed.site = site;
    return feeds().save(feed).value_or(FeedId{});
}

void SourcesTest::record(FeedId id, FetchOutcome outcome)
{
    const auto done = feeds().recordFetch(id, outcome);
    QVERIFY2(done, done ? "" : qPrintable(done.error().message));
}

Outlet SourcesTest::outlet(const QString& name)
{
    return feeds().outlets().find(name).value_or(Outlet());
}

OutletId SourcesTest::addOutlet(const QString& name, const QStringList& domains, int tier)
{
    Outlet outlet;
    outlet.name = name;
    outlet.domains = domains;
    outlet.tier = tier;
    const auto saved = feeds().outlets().save({outlet});
    return saved ? saved->made.value(0) : OutletId{};
}

QModelIndex SourcesTest::cell(const SourceTable* table, const QString& name, int column)
{
    const QAbstractItemModel* model = table->model();
    for (int row = 0; row < model->rowCount(); ++row)
        if (model->index(row, 0).data().toString() == name)
            return model->index(row, column);
    return {};
}

QStringList SourcesTest::names(const SourceTable* table)
{
    QStringList names;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        names.append(table->model()->index(row, 0).data().toString());
    return names;
}

void SourcesTest::choose(SourceTable* table, const QStringList& names)
{
    table->setFocus();
    table->clearSelection();
    for (const QString& name : names)
        table->selectionModel()->setCurrentIndex(cell(table, name, 0),
                                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void SourcesTest::type(SourceTable* table, const QModelIndex& cell, const QString& text)
{
    table->setFocus();
    table->selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    QTest::keyClick(table, Qt::Key_F2);
    auto* editor = table->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->selectAll();
    if (text.isEmpty())
        QTest::keyClick(editor, Qt::Key_Delete);
    else
        QTest::keyClicks(editor, text);
    QTest::keyClick(editor, Qt::Key_Return);
    // An editor is gone in the next turn of the loop.
    QTRY_VERIFY(!table->viewport()->findChild<QLineEdit*>());
}

void SourcesTest::toOutlets()
{
    find<QTabWidget>(u"sourcesTabs"_s)->setCurrentIndex(1);
    QVERIFY(outletTable()->isVisible());
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

void SourcesTest::editsOutletsInPlace_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    QTest::newRow("name") << int(OutletsModel::Name) << u"Tribune"_s << u"Tribune"_s;
    QTest::newRow("domains") << int(OutletsModel::Domains) << u"www.Tribune.example, news.tribune.example"_s
                             << u"tribune.example, news.tribune.example"_s;
    QTest::newRow("letter") << int(OutletsModel::Reliability) << u"b"_s << u"B"_s;
    QTest::newRow("tier") << int(OutletsModel::Tier) << QString() << u"tier 1"_s;
    QTest::newRow("first-party") << int(OutletsModel::FirstParty) << QString() << u"first-party"_s;
}

void SourcesTest::editsOutletsInPlace()
{
    QFETCH(const int, column);
    QFETCH(const QString, typed);
    QFETCH(const QString, shown);
    addOutlet(u"The Tribune"_s, {u"old.example"_s});
    const Outlet before = outlet(u"The Tribune"_s);
    toOutlets();
    const QPersistentModelIndex edited = cell(outletTable(), u"The Tribune"_s, column);
    QVERIFY(edited.isValid());
    outletTable()->setFocus();
    outletTable()->setCurrentIndex(edited);
    if (column == OutletsModel::FirstParty) {
        QTest::keyClick(outletTable(), Qt::Key_Space);
    } else if (column == OutletsModel::Tier) {
        QTest::keyClick(outletTable(), Qt::Key_F2);
        auto* box = find<QComboBox>(u"choice"_s);
        QVERIFY(box);
        QTest::keyClick(box, Qt::Key_Down);
    } else {
        type(outletTable(), edited, typed);
    }
    QCOMPARE(edited.data().toString(), shown);
    QCOMPARE(m_desk->steps(), 1);
    const Outlet after = feeds().outlets().byId(before.id).value_or(Outlet());
    QVERIFY(after != before);
    m_desk->undo();
    QCOMPARE(outlet(u"The Tribune"_s), before);
    m_desk->redo();
    QCOMPARE(feeds().outlets().byId(before.id).value_or(Outlet()), after);
}

void SourcesTest::tellsWhatCannotBe_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("told");
    QTest::newRow("domain") << int(OutletsModel::Domains) << u"tribune"_s
                            << u"\"tribune\" is no domain, such as example.com."_s;
    QTest::newRow("address") << int(OutletsModel::Domains) << u"https://a.example/b"_s
                             << u"\"https://a.example/b\" is no domain, such as example.com."_s;
    QTest::newRow("letter") << int(OutletsModel::Reliability) << u"G"_s
                            << u"\"G\" is no reliability: it is a letter from A to F."_s;
    QTest::newRow("no name") << int(OutletsModel::Name) << QString() << u"An outlet needs a name."_s;
    QTest::newRow("another's name") << int(OutletsModel::Name) << u"Herald"_s
                                    << u"There is an outlet \"Herald\" already."_s;
}

void SourcesTest::tellsWhatCannotBe()
{
    QFETCH(const int, column);
    QFETCH(const QString, typed);
    QFETCH(const QString, told);
    addOutlet(u"Herald"_s, {});
    addOutlet(u"Tribune"_s, {u"tribune.example"_s});
    const Outlet before = outlet(u"Tribune"_s);
    toOutlets();
    QTest::ignoreMessage(QtWarningMsg, qPrintable(told)); // as the fixture repeats it
    type(outletTable(), cell(outletTable(), u"Tribune"_s, column), typed);
    QCOMPARE(notice(), told);
    QCOMPARE(outlet(u"Tribune"_s), before);
    QCOMPARE(m_desk->desk().undoStack().count(), 0);
    QVERIFY(cell(outletTable(), u"Tribune"_s, 0).isValid());
}

void SourcesTest::addsAnOutlet()
{
    toOutlets();
    find<QLineEdit>(u"outletsFilter"_s)->setText(u"nowhere"_s);
    find<QAction>(u"outletAdd"_s)->trigger();
    auto* dialog = find<QInputDialog>(u"outletName"_s);
    QVERIFY(dialog);
    dialog->setTextValue(u" Daily  Planet "_s);
    dialog->accept();
    QCOMPARE(outlet(u"Daily Planet"_s).name, u"Daily Planet"_s);
    QCOMPARE(outletTable()->currentIndex().data().toString(), u"Daily Planet"_s);
    m_desk->undo();
    QCOMPARE(outlet(u"Daily Planet"_s), Outlet());
    QVERIFY(!cell(outletTable(), u"Daily Planet"_s, 0).isValid());
}

void SourcesTest::mergesOutletsAndPartsThemAgain()
{
    const OutletId herald = addOutlet(u"Herald"_s, {u"herald.example"_s}, 1);
    const OutletId tribune = addOutlet(u"Tribune"_s, {u"tribune.example"_s});
    DeskFeed feed = stored(m_wire);
    feed.outlet = herald;
    QVERIFY(feeds().save(feed));
    const Outlet heraldBefore = outlet(u"Herald"_s);
    const Outlet tribuneBefore = outlet(u"Tribune"_s);
    toOutlets();
    choose(outletTable(), {u"Herald"_s});
    QVERIFY(!find<QAction>(u"outletMerge"_s)->isEnabled());
    choose(outletTable(), {u"Herald"_s, u"Tribune"_s});
    QTest::keyClick(outletTable(), Qt::Key_M);
    auto* box = find<QMessageBox>(u"outletStays"_s);
    QVERIFY(box);
    QCOMPARE(box->findChild<QAbstractButton*>(u"firstStays"_s)->text(), u"Herald"_s);
    box->findChild<QAbstractButton*>(u"secondStays"_s)->click();

    QVERIFY(!cell(outletTable(), u"Herald"_s, 0).isValid());
    QCOMPARE(outlet(u"Tribune"_s).domains, QStringList({u"tribune.example"_s, u"herald.example"_s}));
    QCOMPARE(outlet(u"Tribune"_s).tier, 1);
    QCOMPARE(stored(m_wire).outlet, tribune);
    QVERIFY2(notice().contains(u"Herald"_s) && notice().contains(u"Tribune"_s), qPrintable(notice()));
    QCOMPARE(m_desk->steps(), 1);
    m_desk->undo();
    QCOMPARE(outlet(u"Herald"_s), heraldBefore);
    QCOMPARE(outlet(u"Tribune"_s), tribuneBefore);
    QCOMPARE(stored(m_wire).outlet, herald);
    QVERIFY(cell(outletTable(), u"Herald"_s, 0).isValid());
    m_desk->redo();
    QCOMPARE(stored(m_wire).outlet, tribune);
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
