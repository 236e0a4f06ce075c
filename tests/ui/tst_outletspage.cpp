// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/outletcsv.h"
#include "tests/ui/sourcesfixture.h"
#include "ui/sources/outletacts.h"
#include "ui/sources/outletimportdialog.h"
#include "ui/sources/outletsmodel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QTreeWidget>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The window of feeds and outlets, its page of outlets: edited, added, merged, and taken in from a table.
class OutletsPageTest : public QObject, private SourcesFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }
    void editsOutletsInPlace_data();
    void editsOutletsInPlace();
    void tellsWhatCannotBe_data();
    void tellsWhatCannotBe();
    void addsAnOutlet();
    void mergesOutletsAndPartsThemAgain();
    void showsWhatATableWouldChange();
};

void OutletsPageTest::editsOutletsInPlace_data()
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

void OutletsPageTest::editsOutletsInPlace()
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

void OutletsPageTest::tellsWhatCannotBe_data()
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

void OutletsPageTest::tellsWhatCannotBe()
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

void OutletsPageTest::addsAnOutlet()
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

void OutletsPageTest::mergesOutletsAndPartsThemAgain()
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

void OutletsPageTest::showsWhatATableWouldChange()
{
    addOutlet(u"Herald"_s, {u"herald.example"_s}, 2);
    addOutlet(u"Tribune"_s, {u"tribune.example"_s}, 1);
    const QList<Outlet> desk = m_desk->store().outlets();
    const auto lines = outletsFromCsv("name,domains,tier,reliability\n"
                                      "herald,herald.example,1,\n"
                                      "Tribune,tribune.example,1,\n"
                                      "Daily Planet,planet.example,3,c\n"
                                      "Gazette,nowhere,,\n",
                                      desk);
    QVERIFY(lines);
    OutletImportDialog dialog(*lines, desk);
    const auto* list = dialog.findChild<QTreeWidget*>(u"outletImportLines"_s);
    QCOMPARE(list->topLevelItemCount(), 3); // what is as on the desk is only counted
    QCOMPARE(list->topLevelItem(0)->text(1), u"Herald → herald"_s);
    QCOMPARE(list->topLevelItem(0)->text(3), u"tier 2 → tier 1"_s);
    QCOMPARE(list->topLevelItem(1)->text(5), u"C"_s);
    QCOMPARE(list->topLevelItem(2)->text(0), u"line 5: wrong"_s);
    QVERIFY(list->topLevelItem(2)->text(2).contains(u"nowhere"_s));
    QVERIFY(!list->topLevelItem(2)->flags().testFlag(Qt::ItemIsUserCheckable));
    const QString summary = dialog.findChild<QLabel*>(u"outletImportSummary"_s)->text();
    QVERIFY2(summary.contains(u"1 as they are"_s) && summary.contains(u"1 wrong"_s), qPrintable(summary));

    list->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    QCOMPARE(dialog.chosen().size(), 1);
    QCOMPARE(dialog.chosen().first().name, u"Daily Planet"_s);
    list->topLevelItem(0)->setCheckState(0, Qt::Checked);
    OutletActs acts(m_desk->desk(), nullptr);
    QVERIFY(acts.import(dialog.chosen()));
    QCOMPARE(m_desk->steps(), 1);
    QCOMPARE(outlet(u"Daily Planet"_s).reliability, u"C"_s);
    QCOMPARE(outlet(u"herald"_s).tier, 1);
    m_desk->undo();
    QCOMPARE(m_desk->store().outlets(), desk);
    m_desk->redo();
    QCOMPARE(outlet(u"herald"_s).tier, 1);

    for (int row = 0; row < 2; ++row)
        list->topLevelItem(row)->setCheckState(0, Qt::Unchecked);
    QVERIFY(!dialog.findChild<QAbstractButton*>(u"outletImportButton"_s)->isEnabled());
}

QTEST_MAIN(OutletsPageTest)
#include "tst_outletspage.moc"
