// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/scoreslider.h"

#include "ui/scorecard/scoreslideraccess.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMenu>
#include <QRegularExpression>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

static constexpr int coarse = 5; // tenths
static constexpr int fine = 1;

static int stepFor(Qt::KeyboardModifiers modifiers)
{
    return modifiers & (Qt::ShiftModifier | Qt::ControlModifier) ? fine : coarse;
}

ScoreSlider::ScoreSlider(QWidget* parent) : QWidget(parent)
{
    installScoreSliderAccess();
    setFocusPolicy(Qt::StrongFocus); // not WheelFocus: scrolling over it must not give it the wheel
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_OpaquePaintEvent, false);
    m_typingPause.setSingleShot(true);
    m_typingPause.setInterval(1s);
    connect(&m_typingPause, &QTimer::timeout, this, &ScoreSlider::commitTyped);
    m_wheelPause.setSingleShot(true);
    m_wheelPause.setInterval(800ms);
    connect(&m_wheelPause, &QTimer::timeout, this, &ScoreSlider::endGesture);
}

void ScoreSlider::setValue(Score value)
{
    if (value == m_value)
        return;
    m_value = value;
    update();
    if (QAccessible::isActive()) {
        QAccessibleValueChangeEvent event(this, valueText());
        QAccessible::updateAccessibility(&event);
    }
}

void ScoreSlider::setRisk(bool risk)
{
    if (std::exchange(m_risk, risk) != risk)
        update();
}

void ScoreSlider::setSuggestion(const std::optional<SuggestionMark>& mark)
{
    if (mark == m_suggestion)
        return;
    m_suggestion = mark;
    update();
}

QString ScoreSlider::valueText() const
{
    if (m_value.isValue())
        return QString::number(m_value.number(), 'f', 1);
    return m_value.isNotApplicable() ? tr("not applicable") : tr("not judged");
}

void ScoreSlider::set(Score value)
{
    if (value == m_value)
        return;
    setValue(value);
    Q_EMIT edited(value);
}

void ScoreSlider::beginGesture()
{
    if (!std::exchange(m_gesture, true))
        Q_EMIT gestureBegan();
}

void ScoreSlider::endGesture()
{
    m_wheelPause.stop();
    if (std::exchange(m_gesture, false))
        Q_EMIT gestureEnded();
}

/// To the next multiples of the step, so that 7.3 goes on to 7.5 or 7.0. A dimension nobody has judged begins
/// in the middle, from where every value is nearest.
void ScoreSlider::stepBy(int steps, int tenths)
{
    if (!m_value.isValue()) {
        set(Score::fromTenths(50));
        return;
    }
    const int value = m_value.tenths();
    const int floor = value / tenths * tenths;
    const int next =
        steps > 0 ? floor + steps * tenths : (floor == value ? value : floor + tenths) + steps * tenths;
    set(Score::fromTenths(next));
}

// --- typing

void ScoreSlider::type(QChar character)
{
    const QChar point = character == u',' ? QChar(u'.') : character;
    static const QRegularExpression beginning(u"^(?:10|[0-9])?(?:\\.[0-9]?)?$"_s);
    const QString next = m_typed + point;
    const bool inRange = next == u"." || QStringView(next).toDouble() <= 10;
    if (inRange && beginning.match(next).hasMatch()) // what leads nowhere is dropped
        setTyped(next);
}

void ScoreSlider::setTyped(const QString& text)
{
    if (text == m_typed)
        return;
    m_typed = text;
    if (m_typed.isEmpty())
        m_typingPause.stop();
    else
        m_typingPause.start();
    Q_EMIT typedChanged(m_typed);
}

void ScoreSlider::dropTyped()
{
    setTyped({});
}

void ScoreSlider::commitTyped()
{
    if (m_typed.isEmpty())
        return;
    const QString typed = m_typed;
    setTyped({});
    if (typed != u".")
        set(Score::fromNumber(typed.toDouble()));
}

/// Keys that mean something here must not reach the window's shortcuts, where digits jump between dimensions.
bool ScoreSlider::takesKey(const QKeyEvent& event) const
{
    const Qt::KeyboardModifiers chord = event.modifiers() & (Qt::AltModifier | Qt::MetaModifier);
    if (chord)
        return false;
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        return true;
    case Qt::Key_Escape:
        return !m_typed.isEmpty();
    default:
        break;
    }
    if (event.modifiers() & Qt::ControlModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_N:
        return true;
    default:
        break;
    }
    const QString text = event.text();
    return text.size() == 1 && (text[0] == u'.' || text[0] == u',' || (text[0] >= u'0' && text[0] <= u'9'));
}

bool ScoreSlider::event(QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QWidget::event(event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (takesKey(*key)) {
        event->accept();
        return true;
    }
    // A shortcut may go on to another story: what is typed belongs to this one.
    const bool modifierAlone = key->key() == Qt::Key_Shift || key->key() == Qt::Key_Control ||
                               key->key() == Qt::Key_Alt || key->key() == Qt::Key_Meta;
    if (!modifierAlone)
        commitTyped();
    return QWidget::event(event);
}

void ScoreSlider::keyPressEvent(QKeyEvent* event)
{
    if (!takesKey(*event)) {
        QWidget::keyPressEvent(event);
        return;
    }
    const bool stays = m_typed.isEmpty();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
    case Qt::Key_Right:
    case Qt::Key_Up: {
        commitTyped();
        beginGesture(); // until the key is let go: holding it is one step
        const bool up = event->key() == Qt::Key_Right || event->key() == Qt::Key_Up;
        stepBy(up ? 1 : -1, stepFor(event->modifiers()));
        break;
    }
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        commitTyped();
        stepBy(event->key() == Qt::Key_PageUp ? 1 : -1, 10);
        break;
    case Qt::Key_Home:
    case Qt::Key_End:
        setTyped({});
        set(Score::fromTenths(event->key() == Qt::Key_Home ? 0 : 100));
        break;
    case Qt::Key_Backspace:
        if (!stays) {
            setTyped(m_typed.chopped(1));
            break;
        }
        [[fallthrough]];
    case Qt::Key_Delete:
        setTyped({});
        set(Score());
        break;
    case Qt::Key_N:
        setTyped({});
        set(m_value.isNotApplicable() ? Score() : Score::notApplicable());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (stays) {
            Q_EMIT acceptRequested();
        } else {
            commitTyped();
            Q_EMIT nextRequested();
        }
        break;
    case Qt::Key_Space:
        Q_EMIT rubricRequested();
        break;
    case Qt::Key_Escape: {
        const QString typed = m_typed;
        setTyped({});
        Q_EMIT typingDropped(typed);
        break;
    }
    default:
        type(event->text()[0]);
        break;
    }
}

void ScoreSlider::keyReleaseEvent(QKeyEvent* event)
{
    if (!event->isAutoRepeat() && !m_dragging)
        endGesture();
    QWidget::keyReleaseEvent(event);
}

// --- mouse

Score ScoreSlider::scoreAt(qreal x, Qt::KeyboardModifiers modifiers) const
{
    const QRectF track = trackRect();
    const int step = stepFor(modifiers);
    const double tenths = (x - track.left()) / std::max(track.width(), 1.0) * 100;
    return Score::fromTenths(int(std::lround(std::clamp(tenths, 0.0, 100.0) / step)) * step);
}

void ScoreSlider::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    setTyped({});
    m_dragging = true;
    m_moved = false;
    beginGesture();
    const qreal x = event->position().x();
    const qreal off = m_value.isValue() ? x - positionOf(m_value.number()) : handleRadius() + 1;
    m_grabbedAt = std::abs(off) <= handleRadius() ? off : 0;
    // A press on the handle takes hold of it; a value between the steps stays until it is moved.
    if (m_grabbedAt == 0 && std::abs(off) > handleRadius())
        set(scoreAt(x, event->modifiers()));
}

void ScoreSlider::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_dragging)
        return;
    if (!m_moved && std::abs(event->position().x() - m_grabbedAt - positionOf(m_value.number())) < 2)
        return;
    m_moved = true;
    set(scoreAt(event->position().x() - m_grabbedAt, event->modifiers()));
}

void ScoreSlider::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_dragging)
        return;
    m_dragging = false;
    endGesture();
}

void ScoreSlider::wheelEvent(QWheelEvent* event)
{
    if (!hasFocus()) {
        event->ignore(); // the panel scrolls
        return;
    }
    event->accept();
    commitTyped();
    m_wheel += event->angleDelta().y() ? event->angleDelta().y() : event->angleDelta().x();
    const int steps = m_wheel / QWheelEvent::DefaultDeltasPerStep;
    m_wheel -= steps * QWheelEvent::DefaultDeltasPerStep;
    if (steps == 0)
        return;
    beginGesture();
    m_wheelPause.start();
    stepBy(steps, stepFor(event->modifiers()));
}

void ScoreSlider::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* accept = menu->addAction(tr("Accept suggestion"), this, &ScoreSlider::acceptRequested);
    accept->setShortcut(Qt::Key_Return);
    accept->setEnabled(m_suggestion.has_value());
    menu->addSeparator();
    QAction* applies = menu->addAction(tr("Not applicable"));
    applies->setShortcut(Qt::Key_N);
    applies->setCheckable(true);
    applies->setChecked(m_value.isNotApplicable());
    connect(applies, &QAction::triggered, this,
            [this](bool on) { set(on ? Score::notApplicable() : Score()); });
    QAction* unset = menu->addAction(tr("Unset"), this, [this] { set(Score()); });
    unset->setShortcut(Qt::Key_Delete);
    unset->setEnabled(!m_value.isUnset());
    menu->popup(event->globalPos());
}

// --- focus

void ScoreSlider::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    Q_EMIT entered();
}

void ScoreSlider::focusOutEvent(QFocusEvent* event)
{
    commitTyped();
    if (!m_dragging)
        endGesture();
    QWidget::focusOutEvent(event);
}

void ScoreSlider::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    update();
}

} // namespace Scoredesk
