// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/scoreslider.h"

#include "tests/ui/deskfixture.h"

#include <QAccessible>
#include <QLineEdit>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The slider as it is driven by keys, mouse and wheel.
class ScoreSliderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keys_data();
    void keys();
    void typedNumberWaitsForEnter();
    void typedNumberIsTakenOnLeaving();
    void typedNumberIsTakenAfterAPause();
    void typedNumberIsTakenBeforeAShortcut();
    void escapeDropsTheTypedNumber();
    void digitsDoNotReachShortcuts();
    void enterAsksForTheSuggestion();
    void wheelIsLeftAloneUnlessFocused();
    void wheelStepsWhenFocused();
    void dragIsOneGesture();
    void heldKeyIsOneGesture();
    void pressOnTheHandleMovesNothing();
    void fineDragWithShift();
    void settingEmitsNothing();
    void looksDiffer();
    void accessible();

private:
    QPoint at(double number) const;

    std::unique_ptr<QWidget> m_window;
    ScoreSlider* m_slider = nullptr;
    QLineEdit* m_other = nullptr;
};

void ScoreSliderTest::init()
{
    m_window = std::make_unique<QWidget>();
    m_slider = new ScoreSlider;
    m_other = new QLineEdit;
    auto* column = new QVBoxLayout(m_window.get());
    column->addWidget(m_slider);
    column->addWidget(m_other);
    m_window->resize(400, 120);
    QVERIFY(showActive(*m_window));
    m_slider->setFocus();
}

void ScoreSliderTest::cleanup()
{
    m_window.reset();
}

QPoint ScoreSliderTest::at(double number) const
{
    return QPointF(m_slider->positionOf(number), m_slider->trackRect().center().y()).toPoint();
}

void ScoreSliderTest::keys_data()
{
    QTest::addColumn<Score>("before");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<int>>("pressed");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<Score>("after");
    const auto v = [](int tenths) { return Score::fromTenths(tenths); };
    const int none = Qt::NoModifier;
    using Keys = QList<int>;
    QTest::newRow("right steps a half") << v(70) << u""_s << Keys{Qt::Key_Right} << none << v(75);
    QTest::newRow("up too") << v(70) << u""_s << Keys{Qt::Key_Up} << none << v(75);
    QTest::newRow("left") << v(70) << u""_s << Keys{Qt::Key_Left} << none << v(65);
    QTest::newRow("shift is fine") << v(70) << u""_s << Keys{Qt::Key_Right} << int(Qt::ShiftModifier)
                                   << v(71);
    QTest::newRow("ctrl is fine") << v(70) << u""_s << Keys{Qt::Key_Down} << int(Qt::ControlModifier)
                                  << v(69);
    QTest::newRow("to the next half from between") << v(73) << u""_s << Keys{Qt::Key_Right} << none << v(75);
    QTest::newRow("to the half before from between") << v(73) << u""_s << Keys{Qt::Key_Left} << none << v(70);
    QTest::newRow("stops at ten") << v(98) << u""_s << Keys{Qt::Key_Right} << none << v(100);
    QTest::newRow("stops at zero") << v(2) << u""_s << Keys{Qt::Key_Left} << none << v(0);
    QTest::newRow("page up is one") << v(70) << u""_s << Keys{Qt::Key_PageUp} << none << v(80);
    QTest::newRow("home") << v(70) << u""_s << Keys{Qt::Key_Home} << none << v(0);
    QTest::newRow("end") << v(70) << u""_s << Keys{Qt::Key_End} << none << v(100);
    QTest::newRow("unset begins in the middle") << Score() << u""_s << Keys{Qt::Key_Right} << none << v(50);
    QTest::newRow("delete unsets") << v(70) << u""_s << Keys{Qt::Key_Delete} << none << Score();
    QTest::newRow("backspace unsets") << v(70) << u""_s << Keys{Qt::Key_Backspace} << none << Score();
    QTest::newRow("n is not applicable")
        << v(70) << u""_s << Keys{Qt::Key_N} << none << Score::notApplicable();
    QTest::newRow("n again unsets") << Score::notApplicable() << u""_s << Keys{Qt::Key_N} << none << Score();
    QTest::newRow("typed digit") << Score() << u"7"_s << Keys{Qt::Key_Return} << none << v(70);
    QTest::newRow("typed half") << Score() << u"7.5"_s << Keys{Qt::Key_Return} << none << v(75);
    QTest::newRow("decimal comma") << Score() << u"7,5"_s << Keys{Qt::Key_Enter} << none << v(75);
    QTest::newRow("ten") << v(70) << u"10"_s << Keys{Qt::Key_Return} << none << v(100);
    QTest::newRow("zero") << v(70) << u"0"_s << Keys{Qt::Key_Return} << none << v(0);
    QTest::newRow("point alone is nothing") << v(70) << u"."_s << Keys{Qt::Key_Return} << none << v(70);
    QTest::newRow("leading point") << v(70) << u".5"_s << Keys{Qt::Key_Return} << none << v(5);
    QTest::newRow("a digit too many is dropped") << v(10) << u"75"_s << Keys{Qt::Key_Return} << none << v(70);
    QTest::newRow("above ten is dropped") << v(10) << u"10.5"_s << Keys{Qt::Key_Return} << none << v(100);
    QTest::newRow("a second decimal is dropped")
        << v(10) << u"7.25"_s << Keys{Qt::Key_Return} << none << v(72);
    QTest::newRow("backspace corrects what is typed")
        << v(10) << u"7.5"_s << Keys{Qt::Key_Backspace, Qt::Key_Backspace, Qt::Key_Return} << none << v(70);
    QTest::newRow("an arrow goes on from what is typed")
        << v(10) << u"7"_s << Keys{Qt::Key_Right} << none << v(75);
}

void ScoreSliderTest::keys()
{
    QFETCH(Score, before);
    QFETCH(QString, typed);
    QFETCH(QList<int>, pressed);
    QFETCH(int, modifiers);
    QFETCH(Score, after);
    m_slider->setValue(before);
    QSignalSpy edited(m_slider, &ScoreSlider::edited);
    QTest::keyClicks(m_slider, typed);
    for (const int key : pressed)
        QTest::keyClick(m_slider, Qt::Key(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(m_slider->value(), after);
    QCOMPARE(m_slider->typed(), QString());
    if (before == after) {
        QCOMPARE(edited.count(), 0);
    } else {
        QCOMPARE(edited.last().first().value<Score>(), after);
    }
}

void ScoreSliderTest::typedNumberWaitsForEnter()
{
    QSignalSpy edited(m_slider, &ScoreSlider::edited);
    QSignalSpy next(m_slider, &ScoreSlider::nextRequested);
    QTest::keyClicks(m_slider, u"7.5"_s);
    QCOMPARE(m_slider->typed(), u"7.5"_s);
    QCOMPARE(edited.count(), 0);
    QTest::keyClick(m_slider, Qt::Key_Return);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(next.count(), 1);
}

void ScoreSliderTest::typedNumberIsTakenOnLeaving()
{
    QTest::keyClicks(m_slider, u"6.5"_s);
    QTest::keyClick(m_slider, Qt::Key_Tab);
    QVERIFY(m_other->hasFocus());
    QCOMPARE(m_slider->value(), Score::fromTenths(65));
}

void ScoreSliderTest::typedNumberIsTakenAfterAPause()
{
    QTest::keyClicks(m_slider, u"8"_s);
    QVERIFY(m_slider->value().isUnset());
    QTRY_COMPARE(m_slider->value(), Score::fromTenths(80));
}

void ScoreSliderTest::typedNumberIsTakenBeforeAShortcut()
{
    Score seen;
    QShortcut next(QKeySequence(Qt::Key_J), m_window.get());
    connect(&next, &QShortcut::activated, this, [&] { seen = m_slider->value(); });
    QTest::keyClicks(m_slider, u"8"_s);
    QTest::keyClick(m_slider, Qt::Key_J);
    QCOMPARE(seen, Score::fromTenths(80));
}

void ScoreSliderTest::escapeDropsTheTypedNumber()
{
    m_slider->setValue(Score::fromTenths(30));
    QTest::keyClicks(m_slider, u"8"_s);
    QTest::keyClick(m_slider, Qt::Key_Escape);
    QTest::keyClick(m_slider, Qt::Key_Return);
    QCOMPARE(m_slider->value(), Score::fromTenths(30));
}

void ScoreSliderTest::digitsDoNotReachShortcuts()
{
    int fired = 0;
    QList<QShortcut*> shortcuts;
    for (const Qt::Key key : {Qt::Key_3, Qt::Key_N, Qt::Key_Delete, Qt::Key_Home, Qt::Key_Up}) {
        shortcuts.append(new QShortcut(QKeySequence(key), m_window.get()));
        connect(shortcuts.last(), &QShortcut::activated, this, [&fired] { ++fired; });
        QTest::keyClick(m_slider, key);
    }
    QCOMPARE(fired, 0);
    m_other->setReadOnly(true);
    m_other->setFocus();
    QTest::keyClick(m_other, Qt::Key_3);
    QCOMPARE(fired, 1);
}

void ScoreSliderTest::enterAsksForTheSuggestion()
{
    QSignalSpy accept(m_slider, &ScoreSlider::acceptRequested);
    QTest::keyClick(m_slider, Qt::Key_Return);
    QCOMPARE(accept.count(), 1);
    QTest::keyClicks(m_slider, u"7"_s);
    QTest::keyClick(m_slider, Qt::Key_Return);
    QCOMPARE(accept.count(), 1);
}

void ScoreSliderTest::wheelIsLeftAloneUnlessFocused()
{
    m_slider->setValue(Score::fromTenths(50));
    m_other->setFocus();
    QVERIFY(!turnWheel(m_slider, 1));
    QCOMPARE(m_slider->value(), Score::fromTenths(50));
    QVERIFY(!m_slider->hasFocus());
}

void ScoreSliderTest::wheelStepsWhenFocused()
{
    m_slider->setValue(Score::fromTenths(50));
    QVERIFY(turnWheel(m_slider, 2));
    QCOMPARE(m_slider->value(), Score::fromTenths(60));
    QVERIFY(turnWheel(m_slider, -1));
    QCOMPARE(m_slider->value(), Score::fromTenths(55));
}

void ScoreSliderTest::dragIsOneGesture()
{
    QSignalSpy began(m_slider, &ScoreSlider::gestureBegan);
    QSignalSpy ended(m_slider, &ScoreSlider::gestureEnded);
    QSignalSpy edited(m_slider, &ScoreSlider::edited);
    QTest::mousePress(m_slider, Qt::LeftButton, {}, at(3));
    QCOMPARE(m_slider->value(), Score::fromTenths(30));
    for (const double number : {4.1, 5.0, 6.6, 8.2})
        QTest::mouseMove(m_slider, at(number));
    QCOMPARE(ended.count(), 0);
    QTest::mouseRelease(m_slider, Qt::LeftButton, {}, at(8.2));
    QCOMPARE(m_slider->value(), Score::fromTenths(80));
    QCOMPARE(began.count(), 1);
    QCOMPARE(ended.count(), 1);
    QVERIFY(edited.count() > 2);
    QTest::mouseMove(m_slider, at(1));
    QCOMPARE(m_slider->value(), Score::fromTenths(80));
}

void ScoreSliderTest::heldKeyIsOneGesture()
{
    QSignalSpy began(m_slider, &ScoreSlider::gestureBegan);
    QSignalSpy ended(m_slider, &ScoreSlider::gestureEnded);
    m_slider->setValue(Score::fromTenths(0));
    QTest::keyPress(m_slider, Qt::Key_Right);
    for (int i = 0; i < 3; ++i) {
        QKeyEvent repeat(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier, {}, true);
        QCoreApplication::sendEvent(m_slider, &repeat);
    }
    QTest::keyRelease(m_slider, Qt::Key_Right);
    QCOMPARE(m_slider->value(), Score::fromTenths(20));
    QCOMPARE(began.count(), 1);
    QCOMPARE(ended.count(), 1);
}

void ScoreSliderTest::pressOnTheHandleMovesNothing()
{
    m_slider->setValue(Score::fromTenths(73));
    QSignalSpy edited(m_slider, &ScoreSlider::edited);
    QTest::mouseClick(m_slider, Qt::LeftButton, {}, at(7.3) + QPoint(2, 0));
    QCOMPARE(m_slider->value(), Score::fromTenths(73));
    QCOMPARE(edited.count(), 0);
}

void ScoreSliderTest::fineDragWithShift()
{
    QTest::mousePress(m_slider, Qt::LeftButton, Qt::ShiftModifier, at(3.3));
    QTest::mouseRelease(m_slider, Qt::LeftButton, Qt::ShiftModifier, at(3.3));
    QVERIFY(std::abs(m_slider->value().tenths() - 33) <= 1);
    QVERIFY(m_slider->value().tenths() % 5 != 0);
}

void ScoreSliderTest::settingEmitsNothing()
{
    QSignalSpy edited(m_slider, &ScoreSlider::edited);
    m_slider->setValue(Score::fromTenths(73));
    m_slider->setValue(Score::notApplicable());
    m_slider->setValue(Score());
    QCOMPARE(edited.count(), 0);
}

void ScoreSliderTest::looksDiffer()
{
    m_other->setFocus();
    QList<QImage> looks;
    for (const Score value : {Score(), Score::notApplicable(), Score::fromTenths(0), Score::fromTenths(50)}) {
        m_slider->setValue(value);
        looks.append(m_slider->grab().toImage());
    }
    m_slider->setSuggestion(SuggestionMark{8, 8, 8});
    looks.append(m_slider->grab().toImage());
    m_slider->setSuggestion(SuggestionMark{8, 7, 9});
    looks.append(m_slider->grab().toImage());
    m_slider->setRisk(true);
    looks.append(m_slider->grab().toImage());
    for (qsizetype i = 0; i < looks.size(); ++i)
        for (qsizetype j = i + 1; j < looks.size(); ++j)
            QVERIFY2(looks[i] != looks[j], qPrintable(u"%1 and %2 look alike"_s.arg(i).arg(j)));
}

void ScoreSliderTest::accessible()
{
    m_slider->setAccessibleName(u"Stakes"_s);
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(m_slider);
    QVERIFY(access);
    QCOMPARE(access->role(), QAccessible::Slider);
    QCOMPARE(access->text(QAccessible::Name), u"Stakes"_s);
    QCOMPARE(access->text(QAccessible::Value), u"not judged"_s);
    QAccessibleValueInterface* value = access->valueInterface();
    QVERIFY(value);
    QVERIFY(!value->currentValue().isValid());
    QCOMPARE(value->minimumValue().toDouble(), 0.0);
    QCOMPARE(value->maximumValue().toDouble(), 10.0);

    QSignalSpy edited(m_slider, &ScoreSlider::edited);
    value->setCurrentValue(7.5);
    QCOMPARE(m_slider->value(), Score::fromTenths(75));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(value->currentValue().toDouble(), 7.5);
    QCOMPARE(access->text(QAccessible::Value), u"7.5"_s);
    value->setCurrentValue(u"high"_s);
    QCOMPARE(m_slider->value(), Score::fromTenths(75));
    m_slider->setValue(Score::notApplicable());
    QCOMPARE(access->text(QAccessible::Value), u"not applicable"_s);
}

QTEST_MAIN(ScoreSliderTest)
#include "tst_scoreslider.moc"
