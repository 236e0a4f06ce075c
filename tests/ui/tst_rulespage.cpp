// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/feeds/rulestore.h"
#include "tests/ui/deskfixture.h"
#include "ui/rules/ruleeditor.h"
#include "ui/rules/rulesdialog.h"
#include "ui/rules/rulesmodel.h"
#include "ui/rules/rulespage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Rules as they are written, ordered and tried, by mouse and keys.
class RulesPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aNewRuleIsStoredOnceItIsWhole();
    void anEditIsOneStep();
    void aFaultIsToldAndNothingLost_data();
    void aFaultIsToldAndNothingLost();
    void theRestIsStoredBesideAFault();
    void undoTakesBackWhatIsBeingTyped();
    void othersChangesLeaveTypingAlone();
    void keysMoveRules();
    void rulesAreCopiedRemovedAndSwitched();
    void spikingHasAReason();
    void whatIsNotFinishedOutlivesTheWindow();
    void theNewestTrialCounts();
    void oneRuleIsTriedAlone();
    void longListsAreCut();
    void applyingIsTold();

private:
    template<typename T>
    T* part(const QString& name) const
    {
        return m_dialog->findChild<T*>(name);
    }
    RuleStore& rules() const { return m_fixture->store().feeds().rules(); }
    QStringList queries() const
    {
        QStringList all;
        for (const Rule& rule : rules().all())
            all.append(rule.query);
        return all;
    }
    QString cell(int row, int column) const
    {
        return part<QTableView>(u"ruleTable"_s)->model()->index(row, column).data().toString();
    }
    void choose(int row)
    {
        auto* table = part<QTableView>(u"ruleTable"_s);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(row, RulesModel::QueryColumn)).center());
    }
    QLineEdit* field(const QString& name) const { return part<QLineEdit>(name); }
    /// Replaces the text by keys; the field keeps the focus.
    void type(const QString& name, const QString& text)
    {
        QLineEdit* line = field(name);
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, text);
    }
    void click(const QString& name) { part<QAbstractButton>(name)->click(); }
    void undo() { QTest::keyClick(part<QTableView>(u"ruleTable"_s), Qt::Key_Z, Qt::ControlModifier); }
    RulesPage& page() { return m_dialog->page(); }

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<RulesDialog> m_dialog;
};

static Rule tagging(const QString& query, const QString& name = {})
{
    Rule rule;
    rule.query = query;
    rule.name = name;
    rule.tags = {u"t"_s};
    return rule;
}

void RulesPageTest::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    QVERIFY(rules().replace({tagging(u"one"_s), tagging(u"two"_s, u"Second"_s), tagging(u"three"_s)}));
    m_dialog = std::make_unique<RulesDialog>(m_fixture->desk());
    QVERIFY(showActive(*m_dialog));
}

void RulesPageTest::cleanup()
{
    m_dialog.reset();
    m_fixture.reset();
}

void RulesPageTest::aNewRuleIsStoredOnceItIsWhole()
{
    click(u"addRule"_s);
    QVERIFY(field(u"ruleQuery"_s)->hasFocus());
    QTest::keyClicks(field(u"ruleQuery"_s), u"fresh"_s);
    QVERIFY(!part<QLabel>(u"ruleQueryFault"_s)->isVisible());
    QVERIFY(part<QLabel>(u"ruleDeedsFault"_s)->isVisible());
    QTest::keyClick(field(u"ruleQuery"_s), Qt::Key_Return);
    QCOMPARE(m_fixture->steps(), 0);
    QVERIFY2(cell(1, RulesModel::DeedsColumn).contains(u"Not saved"_s), qPrintable(cell(1, 2)));
    type(u"ruleTags"_s, u"gpu, chips,"_s);
    QVERIFY(!part<QLabel>(u"ruleDeedsFault"_s)->isVisible());
    QTest::keyClick(field(u"ruleTags"_s), Qt::Key_Return);
    QCOMPARE(queries(), (QStringList{u"one"_s, u"fresh"_s, u"two"_s, u"three"_s}));
    QCOMPARE(rules().all().at(1).tags, (QStringList{u"gpu"_s, u"chips"_s}));
    QCOMPARE(cell(1, RulesModel::DeedsColumn), u"tag gpu, chips"_s);
    QCOMPARE(m_fixture->steps(), 1);
    undo();
    QCOMPARE(queries(), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    m_fixture->redo();
    QCOMPARE(cell(1, RulesModel::QueryColumn), u"fresh"_s);
}

void RulesPageTest::anEditIsOneStep()
{
    choose(1);
    QCOMPARE(field(u"ruleName"_s)->text(), u"Second"_s);
    type(u"ruleQuery"_s, u"twice as long"_s);
    QCOMPARE(m_fixture->steps(), 0);
    QTest::keyClick(field(u"ruleQuery"_s), Qt::Key_Tab);
    QCOMPARE(m_fixture->steps(), 1);
    QCOMPARE(rules().all().at(1).query, u"twice as long"_s);
    choose(2);
    QCOMPARE(m_fixture->steps(), 1);
    QCOMPARE(field(u"ruleQuery"_s)->text(), u"three"_s);
    type(u"ruleQuery"_s, u"thrice"_s);
    choose(0); // leaves the field
    QCOMPARE(queries(), (QStringList{u"one"_s, u"twice as long"_s, u"thrice"_s}));
    QCOMPARE(field(u"ruleQuery"_s)->text(), u"one"_s);
    QCOMPARE(part<QTableView>(u"ruleTable"_s)->currentIndex().row(), 0);
}

void RulesPageTest::aFaultIsToldAndNothingLost_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing to look for") << u"title:"_s << u"no word"_s;
    QTest::newRow("a quotation mark") << u"\"open"_s << u"not closed"_s;
    QTest::newRow("a field that is none") << u"author:x"_s << u"author"_s;
    QTest::newRow("nothing") << QString() << u"empty"_s;
}

void RulesPageTest::aFaultIsToldAndNothingLost()
{
    QFETCH(QString, query);
    QFETCH(QString, says);
    choose(1);
    type(u"ruleQuery"_s, query);
    const auto* fault = part<QLabel>(u"ruleQueryFault"_s);
    QVERIFY(fault->isVisible()); // while it is typed
    QVERIFY2(fault->text().contains(says), qPrintable(fault->text()));
    QVERIFY(field(u"ruleQuery"_s)->accessibleDescription().contains(says));
    choose(0);
    QCOMPARE(queries(), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    QCOMPARE(m_fixture->steps(), 0);
    QCOMPARE(cell(1, RulesModel::QueryColumn), query);
    QVERIFY2(cell(1, RulesModel::DeedsColumn).contains(u"works as it was"_s), qPrintable(cell(1, 2)));
    choose(1);
    QCOMPARE(field(u"ruleQuery"_s)->text(), query);
    QVERIFY(fault->isVisible());
    type(u"ruleQuery"_s, u"mended"_s);
    choose(0);
    QCOMPARE(queries(), (QStringList{u"one"_s, u"mended"_s, u"three"_s}));
    QCOMPARE(m_fixture->steps(), 1);
}

void RulesPageTest::theRestIsStoredBesideAFault()
{
    choose(1);
    type(u"ruleQuery"_s, u"title:"_s);
    choose(0);
    type(u"ruleQuery"_s, u"first"_s);
    QTest::keyClick(field(u"ruleQuery"_s), Qt::Key_Return);
    QCOMPARE(queries(), (QStringList{u"first"_s, u"two"_s, u"three"_s}));
    undo();
    QCOMPARE(queries().first(), u"one"_s);
    QCOMPARE(cell(1, RulesModel::QueryColumn), u"title:"_s); // no undo loses it
}

void RulesPageTest::undoTakesBackWhatIsBeingTyped()
{
    choose(1);
    type(u"ruleQuery"_s, u"hasty"_s);
    QTest::keyClick(field(u"ruleQuery"_s), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(field(u"ruleQuery"_s)->text(), u"two"_s);
    QCOMPARE(queries().at(1), u"two"_s);
    QTest::keyClick(field(u"ruleQuery"_s), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(field(u"ruleQuery"_s)->text(), u"hasty"_s);
    QCOMPARE(queries().at(1), u"hasty"_s);
}

void RulesPageTest::othersChangesLeaveTypingAlone()
{
    choose(1);
    type(u"ruleQuery"_s, u"two "_s);
    QTest::keyClicks(field(u"ruleQuery"_s), u"thirds"_s);
    QVERIFY(rules().replace(rules().all() + QList<Rule>{tagging(u"theirs"_s)})); // as the command line does
    QCOMPARE(field(u"ruleQuery"_s)->text(), u"two thirds"_s);
    QCOMPARE(cell(3, RulesModel::QueryColumn), u"theirs"_s);
    QTest::keyClick(field(u"ruleQuery"_s), Qt::Key_Return);
    QCOMPARE(queries(), (QStringList{u"one"_s, u"two thirds"_s, u"three"_s, u"theirs"_s}));
}

void RulesPageTest::keysMoveRules()
{
    choose(2);
    auto* table = part<QTableView>(u"ruleTable"_s);
    QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(queries(), (QStringList{u"one"_s, u"three"_s, u"two"_s}));
    QCOMPARE(table->currentIndex().row(), 1);
    QCOMPARE(field(u"ruleQuery"_s)->text(), u"three"_s);
    QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier); // it is the first
    QCOMPARE(queries(), (QStringList{u"three"_s, u"one"_s, u"two"_s}));
    QVERIFY(!part<QToolButton>(u"ruleUp"_s)->isEnabled());
    QCOMPARE(m_fixture->steps(), 2);
    undo();
    undo();
    QCOMPARE(queries(), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    QCOMPARE(field(u"ruleQuery"_s)->text(), u"three"_s); // the choice goes with the rule
    QTest::keyClick(table, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_fixture->steps(), 0);
}

void RulesPageTest::rulesAreCopiedRemovedAndSwitched()
{
    choose(1);
    click(u"copyRule"_s);
    QCOMPARE(queries(), (QStringList{u"one"_s, u"two"_s, u"two"_s, u"three"_s}));
    QCOMPARE(rules().all().at(2).name, u"Second (copy)"_s);
    QCOMPARE(field(u"ruleName"_s)->text(), u"Second (copy)"_s);
    auto* table = part<QTableView>(u"ruleTable"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(!rules().all().at(2).enabled);
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(queries(), (QStringList{u"one"_s, u"two"_s, u"three"_s}));
    undo();
    QCOMPARE(rules().all().size(), 4);
    QVERIFY(!rules().all().at(2).enabled);
    undo();
    QVERIFY(rules().all().at(2).enabled);
    for (int i = 0; i < 4; ++i)
        click(u"removeRule"_s);
    QVERIFY(rules().all().isEmpty());
    QVERIFY(!part<QWidget>(u"ruleEditor"_s)->isEnabled());
    QVERIFY(!part<QPushButton>(u"tryRules"_s)->isEnabled());
}

void RulesPageTest::spikingHasAReason()
{
    choose(0);
    auto* act = part<QComboBox>(u"ruleAct"_s);
    QVERIFY(!field(u"ruleReason"_s)->isVisible());
    act->setFocus();
    QTest::keyClick(act, Qt::Key_End);
    QVERIFY(field(u"ruleReason"_s)->isVisible());
    type(u"ruleReason"_s, u"advertising"_s);
    QTest::keyClick(field(u"ruleReason"_s), Qt::Key_Return);
    QCOMPARE(rules().all().first().act, Rule::Act::Spike);
    QCOMPARE(rules().all().first().spikeReason, u"advertising"_s);
    QCOMPARE(cell(0, RulesModel::DeedsColumn), u"tag t · spike: advertising"_s);
}

void RulesPageTest::whatIsNotFinishedOutlivesTheWindow()
{
    choose(0);
    type(u"ruleQuery"_s, u"whole"_s);
    choose(1);
    type(u"ruleQuery"_s, u"title:"_s);
    m_dialog->close();
    QCOMPARE(queries(), (QStringList{u"whole"_s, u"two"_s, u"three"_s}));
    QVERIFY(showActive(*m_dialog));
    QCOMPARE(cell(1, RulesModel::QueryColumn), u"title:"_s);
}

static QList<RuleEffect> effects(int count)
{
    QList<RuleEffect> all;
    for (int i = 0; i < count; ++i) {
        RuleEffect effect;
        effect.headline = u"<b>Story</b> %1"_s.arg(i);
        effect.tagsAdded = {u"gpu"_s};
        effect.act = Rule::Act::Shortlist;
        effect.by = {{RuleId(1), u"One"_s, {u"gpu"_s}, {}, Rule::Act::Nothing},
                     {RuleId(2), u"Two"_s, {}, {}, Rule::Act::Shortlist}};
        all.append(effect);
    }
    return all;
}

void RulesPageTest::theNewestTrialCounts()
{
    QSignalSpy asked(&page(), &RulesPage::tryRequested);
    click(u"tryRules"_s);
    click(u"tryRules"_s);
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked.last().first().value<QList<Rule>>(), rules().all());
    const int older = asked.first().last().toInt();
    const int newer = asked.last().last().toInt();
    const auto* list = part<QListView>(u"ruleEffects"_s)->model();
    page().showEffects(newer, effects(2));
    page().showEffects(older, effects(1));
    QCOMPARE(list->rowCount(), 2);
    QCOMPARE(list->index(0, 0).data().toString(), u"<b>Story</b> 0"_s);
    QCOMPARE(list->index(0, 0).data(Qt::AccessibleDescriptionRole).toString(),
             u"tag gpu · shortlist · by One, Two"_s);
    choose(0);
    type(u"ruleQuery"_s, u"other"_s);
    QTest::keyClick(field(u"ruleQuery"_s), Qt::Key_Return);
    QCOMPARE(list->rowCount(), 0); // of rules that are no more
    page().showEffects(newer, effects(2));
    QCOMPARE(list->rowCount(), 0);
    click(u"tryRules"_s);
    page().showEffects(asked.last().last().toInt(),
                       tl::unexpected(Error{u"The desk is locked."_s, ErrorCode::Failed}));
    QCOMPARE(part<QLabel>(u"ruleTrialStatus"_s)->text(), u"The desk is locked."_s);
}

void RulesPageTest::oneRuleIsTriedAlone()
{
    QSignalSpy asked(&page(), &RulesPage::tryRequested);
    choose(1);
    auto* table = part<QTableView>(u"ruleTable"_s);
    table->setCurrentIndex(table->model()->index(1, 0));
    QTest::keyClick(table, Qt::Key_Space); // off
    click(u"tryRules"_s);
    QCOMPARE(asked.last().first().value<QList<Rule>>().size(), 2);
    click(u"oneRule"_s);
    click(u"tryRules"_s);
    const auto alone = asked.last().first().value<QList<Rule>>();
    QCOMPARE(alone.size(), 1);
    QCOMPARE(alone.first().name, u"Second"_s);
    type(u"ruleQuery"_s, u"title:"_s);
    choose(1);
    QVERIFY(!part<QPushButton>(u"tryRules"_s)->isEnabled()); // it cannot be read
}

void RulesPageTest::longListsAreCut()
{
    QSignalSpy asked(&page(), &RulesPage::tryRequested);
    click(u"tryRules"_s);
    page().showEffects(asked.last().last().toInt(), effects(501));
    QCOMPARE(part<QListView>(u"ruleEffects"_s)->model()->rowCount(), 500);
    const QString status = part<QLabel>(u"ruleTrialStatus"_s)->text();
    QVERIFY2(status.contains(u"501"_s) && status.contains(u"500"_s), qPrintable(status));
}

void RulesPageTest::applyingIsTold()
{
    QSignalSpy asked(&page(), &RulesPage::applyRequested);
    click(u"applyRules"_s);
    QCOMPARE(asked.size(), 1);
    QVERIFY(!part<QPushButton>(u"applyRules"_s)->isEnabled()); // not twice
    page().showApplied(3);
    QVERIFY(part<QPushButton>(u"applyRules"_s)->isEnabled());
    QVERIFY(part<QLabel>(u"ruleTrialStatus"_s)->text().contains(u'3'));
}

QTEST_MAIN(RulesPageTest)
#include "tst_rulespage.moc"
