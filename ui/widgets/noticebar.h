// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QToolButton;

namespace Scoredesk {

/// Tells in the window what was done or went wrong, with what to do next. Never takes the keyboard.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// An act that was done; with Undo beside it, and gone after a while.
    void showDone(const QString& sentence);
    /// The act is no longer the last one: Undo would take back another.
    void dropUndo();
    void showInfo(const QString& sentence);
    /// Like an error it stays, but nothing failed.
    void showWarning(const QString& sentence);
    /// Stays until it is closed by hand or another notice takes its place.
    void showError(const Error& error);
    /// The same for what is wrong with the story that is shown: gone with dropStory().
    void showStoryError(const Error& error);
    void dropStory();     ///< another story is shown
    QString text() const; ///< empty while hidden

Q_SIGNALS:
    void undoRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Tone { Done, Info, Error };
    void present(const QString& sentence, Tone tone);
    void colour();

    QLabel* m_icon;
    QLabel* m_text;
    QToolButton* m_undo;
    QToolButton* m_close;
    QTimer m_hide;
    Tone m_tone = Tone::Info;
    bool m_ofStory = false;
};

} // namespace Scoredesk
