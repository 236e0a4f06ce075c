// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/scorecardpanel.h"

#include "storage/method/methodfile.h"
#include "storage/method/suggestions.h"
#include "tests/ui/deskfixture.h"
#include "ui/scorecard/dimensionrow.h"
#include "ui/scorecard/scoreslider.h"
#include "ui/widgets/linefield.h"
#include "ui/widgets/textfield.h"
#include "ui/widgets/tonelabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QShortcut>
#include <QToolTip>
#include <QVBoxLayout>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The card worked at by hand, judged by what the desk file holds afterwards.
class ScorecardPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsTheCard();
    void showsARangeWhileUnset();
    void showsDrift();
    void typedNumberIsOneStep();
    void enterGoesOnToTheNextDimension();
    void dragIsOneStep();
    void wheelOverAnUnfocusedSliderChangesNothing();
    void notApplicableAndUnset();
    void acceptsTheSuggestion();
    void enterWithoutSuggestionChangesNothing();
    void valueField_data();
    void valueField();
    void unreadableValueIsDroppedOnLeaving();
    void escapeGivesUpWhatIsTyped_data();
    void escapeGivesUpWhatIsTyped();
    void rationaleIsSavedAsTyped();
    void rowsUnfoldWhereTheFocusIs();
    void unfoldingWaitsForTheMouse();
    void vectorIsCopied();
    void vectorIsPastedAsOneStep();
    void wrongVectorIsTold_data();
    void wrongVectorIsTold();
    void halfTypedNumberStaysWithItsStory();
    void externalChangeUpdatesInPlace();
    void otherAnalystsCardIsShownNotEdited();
    void anotherMethodRebuildsTheRows();

private:
    ScoreSlider* slider(const QString& key) const
    {
        return m_panel->findChild<ScoreSlider*>(u"dimension."_s + key + u".slider"_s);
    }
    LineField* field(const QString& key) const
    {
        return m_panel->findChild<LineField*>(u"dimension."_s + key + u".value"_s);
    }
    TextField* rationale(const QString& key) const
    {
        return m_panel->findChild<TextField*>(u"dimension."_s + key + u".rationale"_s);
    }
    QString label(const QString& name) const { return m_panel->findChild<ToneLabel*>(name)->text(); }
    void press(const QString& button) const
    {
        QTest::mouseClick(m_panel->findChild<QPushButton*>(button), Qt::LeftButton);
    }

    std::unique_ptr<DeskFixture> m_fixture;
    std::unique_ptr<QWidget> m_window;
    ScorecardPanel* m_panel = nullptr;
};

void ScorecardPanelTest::init()
{
    m_fixture = std::make_unique<DeskFixture>();
    m_fixture->open(fullDossier());
    m_window = std::make_unique<QWidget>();
    m_panel = new ScorecardPanel(m_fixture->desk());
    (new QVBoxLayout(m_window.get()))->addWidget(m_panel);
    m_window->resize(420, 900);
    QVERIFY(showActive(*m_window));
}

void ScorecardPanelTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void ScorecardPanelTest::showsTheCard()
{
    QCOMPARE(label(u"impact.value"_s), u"7.4"_s);
    QCOMPARE(label(u"impact.band"_s), u"Notable"_s);
    QVERIFY(label(u"impact.stated"_s).startsWith(u"Stated 7.4"_s));
    QCOMPARE(field(u"novelty"_s)->text(), u"6.5"_s);
    QCOMPARE(slider(u"fud_risk"_s)->value(), Score::fromTenths(15));
    QCOMPARE(rationale(u"authority"_s)->text(),
             u"The laboratory's own announcement, with public counters."_s);
    QVERIFY(rationale(u"authority"_s)->isVisible());
    QVERIFY(!rationale(u"stakes"_s)->isVisible());
    QVERIFY(label(u"dimension.novelty.sensitivity"_s).contains(u"→ Major"_s));
    QCOMPARE(slider(u"stakes"_s)->accessibleName(), u"Stakes"_s);
}

void ScorecardPanelTest::showsARangeWhileUnset()
{
    m_fixture->desk().setScore(u"stakes"_s, Score());
    m_fixture->desk().setScore(u"social"_s, Score());
    QVERIFY(label(u"impact.value"_s).contains(u'–'));
    QCOMPARE(label(u"impact.unset"_s), u"2 of 7 unset"_s);
    QCOMPARE(field(u"stakes"_s)->text(), u"—"_s);
    QCOMPARE(label(u"dimension.novelty.sensitivity"_s), QString());
    m_fixture->open(plainDossier(u"Nothing judged yet"_s));
    QCOMPARE(label(u"impact.unset"_s), u"not judged yet"_s);
}

void ScorecardPanelTest::showsDrift()
{
    QVERIFY(!label(u"impact.stated"_s).contains(u"drift"_s));
    m_fixture->desk().setScore(u"stakes"_s, Score::fromTenths(10));
    QVERIFY(label(u"impact.stated"_s).contains(u"above the computed"_s));
    m_fixture->desk().setScore(u"stakes"_s, Score::fromTenths(100));
    QVERIFY(label(u"impact.stated"_s).contains(u"below the computed"_s));
}

void ScorecardPanelTest::typedNumberIsOneStep()
{
    m_panel->focusDimension(0);
    QTest::keyClicks(slider(u"stakes"_s), u"8.5"_s);
    QCOMPARE(field(u"stakes"_s)->text(), u"8.5"_s); // as it is typed
    QCOMPARE(m_fixture->score(u"stakes"_s), Score::fromTenths(70));
    QTest::keyClick(slider(u"stakes"_s), Qt::Key_Return);
    QCOMPARE(m_fixture->score(u"stakes"_s), Score::fromTenths(85));
    QCOMPARE(m_fixture->steps(), 1);
    m_fixture->undo();
    QCOMPARE(m_fixture->score(u"stakes"_s), Score::fromTenths(70));
    QCOMPARE(slider(u"stakes"_s)->value(), Score::fromTenths(70));
    m_fixture->redo();
    QCOMPARE(m_fixture->score(u"stakes"_s), Score::fromTenths(85));
    QCOMPARE(field(u"stakes"_s)->text(), u"8.5"_s);
}

void ScorecardPanelTest::enterGoesOnToTheNextDimension()
{
    m_fixture->open(plainDossier(u"Scored by keys alone"_s));
    m_panel->focusDimension(0);
    const QStringList values = {u"7"_s, u"6.5"_s, u"9"_s, u"7.5"_s, u"9"_s, u"8"_s, u"1.5"_s};
    for (const QString& value : values) {
        QTest::keyClicks(m_window->focusWidget(), value);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    }
    QCOMPARE(label(u"impact.value"_s), u"7.4"_s);
    QCOMPARE(m_fixture->steps(), 7);
    QCOMPARE(m_fixture->score(u"fud_risk"_s), Score::fromTenths(15));
    QVERIFY(slider(u"fud_risk"_s)->hasFocus());
}

void ScorecardPanelTest::dragIsOneStep()
{
    ScoreSlider* stakes = slider(u"stakes"_s);
    const auto at = [stakes](double number) {
        return QPointF(stakes->positionOf(number), stakes->trackRect().center().y()).toPoint();
    };
    for (const auto& [from, to] : {std::pair(2.0, 5.0), std::pair(5.0, 9.0)}) {
        QTest::mousePress(stakes, Qt::LeftButton, {}, at(from));
        for (double number = from; number <= to; number += 0.5)
            QTest::mouseMove(stakes, at(number));
        QCOMPARE(m_fixture->score(u"stakes"_s), Score::fromNumber(to)); // on disk while the button is down
        QTest::mouseRelease(stakes, Qt::LeftButton, {}, at(to));
    }
    QCOMPARE(m_fixture->steps(), 2);
    m_fixture->undo();
    QCOMPARE(m_fixture->score(u"stakes"_s), Score::fromTenths(50));
    m_fixture->undo();
    QCOMPARE(m_fixture->score(u"stakes"_s), Score::fromTenths(70));
}

void ScorecardPanelTest::wheelOverAnUnfocusedSliderChangesNothing()
{
    m_panel->focusDimension(1);
    QVERIFY(!turnWheel(slider(u"stakes"_s), -3));
    QCOMPARE(m_fixture->steps(), 0);
    QVERIFY(turnWheel(slider(u"novelty"_s), -1));
    QVERIFY(turnWheel(slider(u"novelty"_s), -1));
    QCOMPARE(m_fixture->score(u"novelty"_s), Score::fromTenths(55));
    QCOMPARE(m_fixture->steps(), 1); // one spin of the wheel
}

void ScorecardPanelTest::notApplicableAndUnset()
{
    m_panel->focusDimension(5);
    QTest::keyClick(slider(u"social"_s), Qt::Key_N);
    QVERIFY(m_fixture->score(u"social"_s).isNotApplicable());
    QCOMPARE(field(u"social"_s)->text(), u"N/A"_s);
    QTest::keyClick(slider(u"social"_s), Qt::Key_N);
    QVERIFY(m_fixture->score(u"social"_s).isUnset());
    m_fixture->undo();
    m_fixture->undo();
    QCOMPARE(m_fixture->score(u"social"_s), Score::fromTenths(80));
    QTest::keyClick(slider(u"social"_s), Qt::Key_Delete);
    QVERIFY(m_fixture->score(u"social"_s).isUnset());
    QCOMPARE(field(u"social"_s)->text(), u"—"_s);
}

void ScorecardPanelTest::acceptsTheSuggestion()
{
    const auto coverage = [this] {
        return suggestionFor(m_fixture->desk().dossier(), m_fixture->desk().method(), u"coverage"_s);
    };
    QVERIFY(coverage());
    QVERIFY(slider(u"coverage"_s)->toolTip().contains(u"18 outlets"_s));
    m_panel->focusDimension(3);
    QTest::keyClick(slider(u"coverage"_s), Qt::Key_Return);
    QCOMPARE(m_fixture->score(u"coverage"_s), coverage()->value);
    QCOMPARE(m_fixture->steps(), 1);
    QVERIFY(slider(u"coverage"_s)->hasFocus());
}

void ScorecardPanelTest::enterWithoutSuggestionChangesNothing()
{
    m_panel->focusDimension(0);
    QTest::keyClick(slider(u"stakes"_s), Qt::Key_Return);
    QCOMPARE(m_fixture->steps(), 0);
    QVERIFY(slider(u"stakes"_s)->hasFocus());
}

void ScorecardPanelTest::valueField_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Score>("value");
    QTest::newRow("tenths") << u"7.3"_s << Score::fromTenths(73);
    QTest::newRow("decimal comma") << u"7,3"_s << Score::fromTenths(73);
    QTest::newRow("not applicable") << u"n/a"_s << Score::notApplicable();
    QTest::newRow("nothing") << u""_s << Score();
}

void ScorecardPanelTest::valueField()
{
    QFETCH(QString, typed);
    QFETCH(Score, value);
    QTest::mouseClick(field(u"stakes"_s), Qt::LeftButton);
    field(u"stakes"_s)->selectAll();
    QTest::keyClick(field(u"stakes"_s), Qt::Key_Delete);
    QTest::keyClicks(field(u"stakes"_s), typed);
    QTest::keyClick(field(u"stakes"_s), Qt::Key_Return);
    QCOMPARE(m_fixture->score(u"stakes"_s), value);
    QCOMPARE(m_fixture->steps(), 1);
    QVERIFY(slider(u"novelty"_s)->hasFocus());
}

void ScorecardPanelTest::unreadableValueIsDroppedOnLeaving()
{
    field(u"stakes"_s)->setFocus();
    field(u"stakes"_s)->selectAll();
    QTest::keyClicks(field(u"stakes"_s), u"12"_s);
    QTest::keyClick(field(u"stakes"_s), Qt::Key_Return);
    QVERIFY(field(u"stakes"_s)->hasFocus());
    QVERIFY(!field(u"stakes"_s)->toolTip().isEmpty());
    m_panel->focusDimension(1);
    QCOMPARE(field(u"stakes"_s)->text(), u"7.0"_s);
    QCOMPARE(m_fixture->steps(), 0);
}

void ScorecardPanelTest::escapeGivesUpWhatIsTyped_data()
{
    QTest::addColumn<bool>("inField");
    QTest::newRow("at the slider") << false;
    QTest::newRow("in the field") << true;
}

void ScorecardPanelTest::escapeGivesUpWhatIsTyped()
{
    QFETCH(bool, inField);
    // As in the window, where Esc leads to the queue and away from the card.
    QShortcut toQueue(QKeySequence(Qt::Key_Escape), m_window.get());
    connect(&toQueue, &QShortcut::activated, this, [this] { m_window->setFocus(); });
    m_window->setFocusPolicy(Qt::StrongFocus);
    QWidget* const typing = inField ? static_cast<QWidget*>(field(u"stakes"_s)) : slider(u"stakes"_s);
    typing->setFocus();
    if (inField)
        field(u"stakes"_s)->selectAll();
    QTest::keyClicks(typing, u"9"_s);
    QCOMPARE(field(u"stakes"_s)->text(), u"9"_s);
    QTest::keyClick(typing, Qt::Key_Escape);
    QCOMPARE(field(u"stakes"_s)->text(), u"7.0"_s);
    QVERIFY2(QToolTip::text().contains(u"Not saved: 9"_s), qPrintable(QToolTip::text()));
    QVERIFY(typing->hasFocus());
    QTest::keyClick(typing, Qt::Key_Escape);
    QVERIFY2(!typing->hasFocus(), "with nothing typed Esc is the window's");
    QCOMPARE(m_fixture->score(u"stakes"_s), Score::fromTenths(70));
    QCOMPARE(m_fixture->steps(), 0);
}

void ScorecardPanelTest::rationaleIsSavedAsTyped()
{
    m_panel->focusDimension(0);
    QTest::keyClick(slider(u"stakes"_s), Qt::Key_Tab);
    QVERIFY(rationale(u"stakes"_s)->hasFocus());
    QTest::keyClicks(rationale(u"stakes"_s), u"Two words"_s);
    QCOMPARE(m_fixture->stored().cardOf(u"Ada"_s).cells.value(u"stakes"_s).rationale, u"Two words"_s);
    QCOMPARE(m_fixture->steps(), 2);
    m_fixture->undo();
    QCOMPARE(rationale(u"stakes"_s)->text(), u"Two "_s);
    QTest::keyClick(rationale(u"stakes"_s), Qt::Key_Return);
    QVERIFY(slider(u"novelty"_s)->hasFocus());
    QVERIFY(rationale(u"stakes"_s)->isVisible()); // it holds words now
}

void ScorecardPanelTest::rowsUnfoldWhereTheFocusIs()
{
    auto* rubric = m_panel->findChild<ToneLabel*>(u"dimension.stakes.rubric"_s);
    QVERIFY(!rubric->isVisible());
    m_panel->focusDimension(0);
    QVERIFY(rubric->isVisible());
    QVERIFY(rubric->text().startsWith(u"8 · "_s)); // 7.0 lies between anchors: the upper one
    m_fixture->desk().setScore(u"stakes"_s, Score::fromTenths(20));
    QVERIFY(rubric->text().startsWith(u"2 · "_s));
    m_panel->focusDimension(1);
    QVERIFY(!rubric->isVisible());
    m_panel->focusDimension(7);
    m_panel->focusDimension(-1);
    QVERIFY(slider(u"novelty"_s)->hasFocus());
}

void ScorecardPanelTest::unfoldingWaitsForTheMouse()
{
    m_panel->focusDimension(0);
    ScoreSlider* social = slider(u"social"_s);
    const QPoint at = QPointF(social->positionOf(3), social->trackRect().center().y()).toPoint();
    const QPoint before = social->mapTo(m_panel, QPoint());
    QTest::mousePress(social, Qt::LeftButton, {}, at);
    QTest::qWait(100);
    QCOMPARE(social->mapTo(m_panel, QPoint()), before);
    QTest::mouseRelease(social, Qt::LeftButton, {}, at);
    QTRY_VERIFY(rationale(u"social"_s)->isVisible());
}

void ScorecardPanelTest::vectorIsCopied()
{
    press(u"vector.copy"_s);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s);
}

void ScorecardPanelTest::vectorIsPastedAsOneStep()
{
    QGuiApplication::clipboard()->setText(u" impact:1/ST:4/NO:X/AU:5.5/FU:0\n"_s);
    press(u"vector.paste"_s);
    QCOMPARE(m_fixture->score(u"stakes"_s), Score::fromTenths(40));
    QVERIFY(m_fixture->score(u"novelty"_s).isNotApplicable());
    QVERIFY(m_fixture->score(u"social"_s).isUnset());
    QCOMPARE(m_fixture->score(u"fud_risk"_s), Score::fromTenths(0));
    QCOMPARE(m_fixture->steps(), 1);
    QCOMPARE(label(u"vector.text"_s), u"impact:1/ST:4/NO:X/AU:5.5/FU:0"_s);
    m_fixture->undo();
    QCOMPARE(label(u"vector.text"_s), u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s);
    QCOMPARE(m_fixture->score(u"social"_s), Score::fromTenths(80));
    QVERIFY(!m_fixture->stored().cardOf(u"Ada"_s).cells.value(u"authority"_s).rationale.isEmpty());
}

void ScorecardPanelTest::wrongVectorIsTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << u" "_s;
    QTest::newRow("prose") << u"Scored 7.4 by the desk"_s;
    QTest::newRow("unknown code") << u"impact:1/ST:4/QQ:1"_s;
    QTest::newRow("out of range") << u"impact:1/ST:11"_s;
    QTest::newRow("markup") << u"<b>impact:1/ST:4</b>"_s;
}

void ScorecardPanelTest::wrongVectorIsTold()
{
    QFETCH(QString, text);
    QGuiApplication::clipboard()->setText(text);
    press(u"vector.paste"_s);
    auto* problem = m_panel->findChild<ToneLabel*>(u"vector.problem"_s);
    QVERIFY(problem->isVisible());
    QVERIFY(!problem->text().isEmpty());
    QCOMPARE(problem->textFormat(), Qt::PlainText);
    QCOMPARE(m_fixture->steps(), 0);
    m_fixture->desk().setScore(u"stakes"_s, Score::fromTenths(10));
    QVERIFY(!problem->isVisible());
}

void ScorecardPanelTest::halfTypedNumberStaysWithItsStory()
{
    const StoryId other = m_fixture->add(plainDossier(u"Another story"_s));
    m_panel->focusDimension(0);
    QTest::keyClicks(slider(u"stakes"_s), u"9"_s);
    m_fixture->desk().setCurrent(other);
    m_panel->focusDimension(1); // leaving takes over what is typed
    QVERIFY(m_fixture->score(u"stakes"_s).isUnset());
    QCOMPARE(field(u"stakes"_s)->text(), u"—"_s);
}

void ScorecardPanelTest::externalChangeUpdatesInPlace()
{
    const QList<QWidget*> before = m_panel->findChildren<QWidget*>();
    const auto edits = m_fixture->store().applyEdits(
        {{m_fixture->desk().current(), StoryField::Score, u"stakes"_s, u"3"_s, u"Ada"_s}}, {u"Ada"_s, 0});
    QVERIFY(edits);
    QCOMPARE(slider(u"stakes"_s)->value(), Score::fromTenths(30));
    QCOMPARE(field(u"stakes"_s)->text(), u"3.0"_s);
    QCOMPARE(m_panel->findChildren<QWidget*>(), before);
    QCOMPARE(m_fixture->steps(), 0);
}

void ScorecardPanelTest::otherAnalystsCardIsShownNotEdited()
{
    m_fixture->desk().setAnalyst(u"Ben"_s);
    QVERIFY(slider(u"stakes"_s)->value().isUnset());
    QVERIFY(label(u"impact.others"_s).contains(u"Ada 7.4"_s));
    m_panel->focusDimension(0);
    QTest::keyClicks(slider(u"stakes"_s), u"2"_s);
    QTest::keyClick(slider(u"stakes"_s), Qt::Key_Return);
    QCOMPARE(m_fixture->stored().cardOf(u"Ben"_s).value(u"stakes"_s), Score::fromTenths(20));
    QCOMPARE(m_fixture->score(u"stakes"_s), Score::fromTenths(70));
}

void ScorecardPanelTest::anotherMethodRebuildsTheRows()
{
    Method own = builtInMethods().first();
    own.key = u"own"_s;
    own.dimensions.resize(2);
    own.dimensions[1].label = u"Newness <i>&</i>"_s;
    QVERIFY(m_fixture->store().saveMethod(own));
    QVERIFY(m_fixture->store().setActiveMethod(own.key));
    QCOMPARE(m_panel->findChildren<DimensionRow*>().size(), 2);
    QCOMPARE(slider(u"novelty"_s)->accessibleName(), u"Newness <i>&</i>"_s);
    QVERIFY(!slider(u"novelty"_s)->toolTip().contains(u"<i>"_s));
}

QTEST_MAIN(ScorecardPanelTest)
#include "tst_scorecardpanel.moc"
