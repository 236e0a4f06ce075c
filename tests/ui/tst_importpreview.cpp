// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importpreview.h"

#include "storage/method/methodfile.h"
#include "tests/support/samples.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

namespace {

using Act = ImportItem::Act;

ImportPlan samplePlan()
{
    ImportPlan plan;
    plan.origin = u"clipboard"_s;
    ImportItem add;
    add.dossier = fullDossier();
    add.dossier.story.remainder = u"Stakes: 11"_s;
    ImportItem merge;
    merge.act = Act::Merge;
    merge.dossier = plainDossier(u"Second story"_s);
    merge.mergeInto = StoryId{7};
    merge.matchedHeadline = u"Second story, as it is here"_s;
    merge.why = u"same link: fills summary"_s;
    ImportItem skip;
    skip.act = Act::Skip;
    skip.wanted = false;
    skip.dossier = plainDossier(u"Third story"_s);
    skip.why = u"same headline: already on this desk, and nothing new"_s;
    plan.items = {add, merge, skip};
    plan.problems = {{u"line 8"_s, u"“11” is outside 0 to 10 for Stakes; it was kept as text"_s}};
    return plan;
}

QList<bool> wanted(const ImportPlan& plan)
{
    QList<bool> out;
    for (const ImportItem& item : plan.items)
        out.append(item.wanted);
    return out;
}

} // namespace

/// The choice before an import.
class ImportPreviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void tellsWhatWouldHappen();
    void tickOfAMouse();
    void spaceTicksTheSelected();
    void skippedItemsStaySkipped();
    void ticksAllAndNone();
    void returnImports();
    void showsDetails();
    void keepsMarkupLiteral();
    void bearsEndlessText();
    void listsProblems();
    void offersFeedsAndRulesOfTheDesk();
    void showsAnEmptyPlan();
    void isNamedForScreenReaders();

private:
    template<typename T>
    T* find(const QString& name) const
    {
        return m_dialog->findChild<T*>(name);
    }
    QTableView* table() const { return find<QTableView>(u"importTable"_s); }
    QPushButton* button() const { return find<QPushButton>(u"importButton"_s); }

    std::unique_ptr<ImportPreview> m_dialog;
};

void ImportPreviewTest::init()
{
    m_dialog = std::make_unique<ImportPreview>(samplePlan(), builtInMethods().first());
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
}

void ImportPreviewTest::cleanup()
{
    m_dialog.reset();
}

void ImportPreviewTest::tellsWhatWouldHappen()
{
    const QAbstractItemModel* model = table()->model();
    const auto text = [model](int row, int column) { return model->index(row, column).data().toString(); };
    QCOMPARE(model->rowCount(), 3);
    QCOMPARE(text(0, 0), u"Add"_s);
    QCOMPARE(text(0, 1), fullDossier().story.headline);
    QCOMPARE(text(0, 2), u"X"_s);
    QCOMPARE(text(0, 3), u"7.4"_s);
    QCOMPARE(text(1, 0), u"Merge into “Second story, as it is here”"_s);
    QCOMPARE(text(1, 3), u"—"_s);
    QCOMPARE(text(2, 0), u"Skip"_s);
    QVERIFY(button()->text().contains(u'2'));
    QVERIFY(button()->isDefault());
    QVERIFY(find<QLabel>(u"importTitle"_s)->text().contains(u"clipboard"_s));
}

void ImportPreviewTest::tickOfAMouse()
{
    const QModelIndex first = table()->model()->index(0, 0);
    QVERIFY(first.flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(table()->model()->setData(first, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(wanted(m_dialog->plan()), QList<bool>({false, true, false}));
    QVERIFY(button()->text().contains(u'1'));
}

void ImportPreviewTest::spaceTicksTheSelected()
{
    QVERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(wanted(m_dialog->plan()), QList<bool>({false, true, false}));
    QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table(), Qt::Key_Space); // the current one is ticked: both lose it
    QCOMPARE(wanted(m_dialog->plan()), QList<bool>({false, false, false}));
    QVERIFY(!button()->isEnabled());
    QTest::keyClick(table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(wanted(m_dialog->plan()), QList<bool>({true, true, false}));
    QVERIFY(button()->isEnabled());
}

void ImportPreviewTest::skippedItemsStaySkipped()
{
    const QModelIndex third = table()->model()->index(2, 0);
    QVERIFY(!third.flags().testFlag(Qt::ItemIsUserCheckable));
    QVERIFY(!third.data(Qt::CheckStateRole).isValid());
    table()->setCurrentIndex(third);
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(wanted(m_dialog->plan()), QList<bool>({true, true, false}));
    // Even where a plan comes ticked so.
    ImportPlan plan = samplePlan();
    plan.items[2].wanted = true;
    const ImportPreview other(plan, builtInMethods().first());
    QCOMPARE(wanted(other.plan()), QList<bool>({true, true, false}));
}

void ImportPreviewTest::ticksAllAndNone()
{
    find<QPushButton>(u"tickNone"_s)->click();
    QCOMPARE(wanted(m_dialog->plan()), QList<bool>({false, false, false}));
    QVERIFY(!button()->isEnabled());
    find<QPushButton>(u"tickAll"_s)->click();
    QCOMPARE(wanted(m_dialog->plan()), QList<bool>({true, true, false}));
}

void ImportPreviewTest::returnImports()
{
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    m_dialog = std::make_unique<ImportPreview>(samplePlan(), builtInMethods().first());
    m_dialog->show();
    find<QPushButton>(u"tickNone"_s)->click();
    QTest::keyClick(table(), Qt::Key_Return); // nothing to import: stays open
    QVERIFY(m_dialog->isVisible());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(m_dialog->result(), int(QDialog::Rejected));
}

void ImportPreviewTest::showsDetails()
{
    const QString shown = find<QTextBrowser>(u"importDetails"_s)->toPlainText();
    const Story story = fullDossier().story;
    for (const QString& part :
         {story.headline, story.summary, story.whyItMatters, story.trustNote, story.link, u"Stakes 7.0"_s,
          u"7.4"_s, u"18 outlets"_s, u"The Verge"_s, u"Kept as text"_s, u"Stakes: 11"_s})
        QVERIFY2(shown.contains(part), qPrintable(part));
    table()->selectRow(1);
    QVERIFY(find<QTextBrowser>(u"importDetails"_s)->toPlainText().contains(u"same link: fills summary"_s));
}

void ImportPreviewTest::keepsMarkupLiteral()
{
    ImportPlan plan = samplePlan();
    plan.origin = u"<img src='https://a.example/x'>"_s;
    plan.items[0].dossier.story.headline = u"<b>Bold</b> &amp; <img src='https://a.example/x.png'>"_s;
    const ImportPreview dialog(plan, builtInMethods().first());
    QVERIFY(dialog.findChild<QTextBrowser*>(u"importDetails"_s)
                ->toPlainText()
                .contains(plan.items[0].dossier.story.headline));
    QCOMPARE(dialog.findChild<QLabel*>(u"importTitle"_s)->textFormat(), Qt::PlainText);
    QVERIFY(!Qt::mightBeRichText(dialog.findChild<QTableView*>(u"importTable"_s)
                                     ->model()
                                     ->index(0, 1)
                                     .data(Qt::ToolTipRole)
                                     .toString()) ||
            !dialog.findChild<QTableView*>(u"importTable"_s)
                 ->model()
                 ->index(0, 1)
                 .data(Qt::ToolTipRole)
                 .toString()
                 .contains(u"<img"_s));
}

void ImportPreviewTest::bearsEndlessText()
{
    ImportPlan plan = samplePlan();
    plan.items[0].dossier.story.summary = QString(1'000'000, u'a');
    plan.items[0].dossier.story.headline = QString(1'000'000, u'b');
    plan.problems.first().what = QString(1'000'000, u'c');
    ImportPreview dialog(plan, builtInMethods().first());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const QString shown = dialog.findChild<QTextBrowser*>(u"importDetails"_s)->toPlainText();
    QVERIFY(shown.size() < 50'000);
    QVERIFY(shown.contains(u"characters more"_s));
    QCOMPARE(dialog.plan().items[0].dossier.story.summary.size(), 1'000'000); // what is imported is whole
}

void ImportPreviewTest::listsProblems()
{
    const auto* list = find<QListWidget>(u"importProblems"_s);
    QVERIFY(list);
    QCOMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), u"line 8: “11” is outside 0 to 10 for Stakes; it was kept as text"_s);
    ImportPlan plan = samplePlan();
    plan.problems.clear();
    const ImportPreview other(plan, builtInMethods().first());
    QVERIFY(!other.findChild<QListWidget*>(u"importProblems"_s));
}

void ImportPreviewTest::offersFeedsAndRulesOfTheDesk()
{
    QVERIFY(!find<QCheckBox>(u"importAlong"_s)); // these stories come alone
    ImportPlan plan = samplePlan();
    plan.parts.feeds = {SharedFeed(), SharedFeed()};
    plan.parts.rules = {Rule()};
    plan.parts.grouping.apart = {{QUuid::createUuid(), QUuid::createUuid()}};
    plan.newFeeds = 2;
    plan.newRules = 1;
    m_dialog = std::make_unique<ImportPreview>(plan, builtInMethods().first());
    m_dialog->show();
    auto* along = find<QCheckBox>(u"importAlong"_s);
    QVERIFY(along && along->isChecked());
    QVERIFY2(along->text().contains(u"2 "_s) && along->text().contains(u"1 "_s), qPrintable(along->text()));
    QVERIFY(m_dialog->plan().parts == plan.parts);
    along->click();
    QVERIFY(m_dialog->plan().parts.feeds.isEmpty());
    QVERIFY(m_dialog->plan().parts.rules.isEmpty());
    QVERIFY(m_dialog->plan().parts.grouping == plan.parts.grouping);
    // A desk that has no story yet can still bring what it reads.
    plan.items.clear();
    m_dialog = std::make_unique<ImportPreview>(plan, builtInMethods().first());
    m_dialog->show();
    QVERIFY(button()->isEnabled());
    find<QCheckBox>(u"importAlong"_s)->click();
    QVERIFY(!button()->isEnabled());
}

void ImportPreviewTest::showsAnEmptyPlan()
{
    ImportPlan plan;
    plan.origin = u"stories.json"_s;
    plan.problems = {{u"item 1"_s, u"it is no story"_s}};
    ImportPreview dialog(plan, builtInMethods().first());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QVERIFY(dialog.findChild<QLabel*>(u"importEmpty"_s)->isVisible());
    QVERIFY(!dialog.findChild<QPushButton*>(u"importButton"_s)->isEnabled());
    QCOMPARE(dialog.findChild<QListWidget*>(u"importProblems"_s)->count(), 1);
}

void ImportPreviewTest::isNamedForScreenReaders()
{
    QVERIFY(!table()->accessibleName().isEmpty());
    QVERIFY(!find<QTextBrowser>(u"importDetails"_s)->accessibleName().isEmpty());
    QVERIFY(!find<QListWidget>(u"importProblems"_s)->accessibleName().isEmpty());
    QCOMPARE(table()->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
             u"Merge into “Second story, as it is here”: same link: fills summary"_s);
}

QTEST_MAIN(ImportPreviewTest)
#include "tst_importpreview.moc"
