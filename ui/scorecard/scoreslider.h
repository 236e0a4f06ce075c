// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/score.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace Scoredesk {

/// What the program would set, on a slider's scale. Only the analyst sets it.
struct SuggestionMark {
    double value = 0;
    double low = 0; ///< equal to high where no range is given
    double high = 0;

    bool operator==(const SuggestionMark&) const = default;
};

/// A slider from 0 to 10 that also knows unset and not applicable, and takes a number typed at it.
///
/// Steps of 0.5, of 0.1 with Shift or Ctrl. It leaves the wheel alone unless it has the focus: a scroll must
/// not change a score.
class ScoreSlider : public QWidget {
    Q_OBJECT

public:
    explicit ScoreSlider(QWidget* parent = nullptr);

    Score value() const { return m_value; }
    void setValue(Score value); ///< emits nothing
    void setRisk(bool risk);
    void setSuggestion(const std::optional<SuggestionMark>& mark);
    /// What is being typed and has not become the value yet.
    const QString& typed() const { return m_typed; }
    /// Takes the typed number over at once, as leaving the slider does.
    void commitTyped();
    void dropTyped();
    /// "7.5", "not judged", "not applicable": the value for people, and for their screen readers.
    QString valueText() const;

    /// Where a value stands, in the widget's coordinates.
    qreal positionOf(double number) const;
    QRectF trackRect() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// What the user set. Between gestureBegan() and gestureEnded() several make one step.
    void edited(Scoredesk::Score value);
    void gestureBegan();
    void gestureEnded();
    void typedChanged(const QString& text);
    void typingDropped(const QString& typed); ///< Esc gave it up
    void acceptRequested();
    void nextRequested(); ///< a typed number was confirmed: on to the next dimension
    void rubricRequested();
    void entered(); ///< the keyboard focus

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    bool takesKey(const QKeyEvent& event) const;
    void type(QChar character);
    void setTyped(const QString& text);
    void set(Score value);
    void stepBy(int steps, int tenths);
    void beginGesture();
    void endGesture();
    Score scoreAt(qreal x, Qt::KeyboardModifiers modifiers) const;
    qreal handleRadius() const;

    Score m_value;
    bool m_risk = false;
    std::optional<SuggestionMark> m_suggestion;
    QString m_typed;
    QTimer m_typingPause;
    QTimer m_wheelPause;
    bool m_gesture = false;
    bool m_dragging = false;
    bool m_moved = false;  ///< since the press
    qreal m_grabbedAt = 0; ///< the press's distance from the handle's middle
    int m_wheel = 0;       ///< eighths of a degree not yet spent
};

} // namespace Scoredesk
