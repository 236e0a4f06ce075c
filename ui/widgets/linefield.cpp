// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/linefield.h"

#include "ui/widgets/droppedfiles.h"
#include "ui/widgets/textdifference.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QSignalBlocker>

namespace Scoredesk {

LineField::LineField(QWidget* parent) : QLineEdit(parent) {}

void LineField::showText(const QString& shown)
{
    const QString before = text();
    if (shown == before)
        return;
    const TextDifference difference = differenceOf(before, shown);
    const int cursor = int(difference.moved(cursorPosition()));
    const QSignalBlocker blocker(this);
    setText(shown);
    // A line at rest shows its beginning, not the end of a long link.
    setCursorPosition(hasFocus() ? cursor : 0);
}

void LineField::select(int position, int length)
{
    if (position < 0)
        selectAll();
    else
        setSelection(position, length);
}

bool LineField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore(); // the window's action undoes, everywhere alike
            return true;
        }
    }
    return QLineEdit::event(event);
}

void LineField::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo))
        event->ignore();
    else
        QLineEdit::keyPressEvent(event);
}

void LineField::focusInEvent(QFocusEvent* event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT entered();
}

void LineField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) // a menu or a list of completions belongs to the field
        Q_EMIT left();
}

/// A dropped file is for the window to import, not a path to write into a field.
void LineField::dragEnterEvent(QDragEnterEvent* event)
{
    if (holdsFiles(event->mimeData()))
        event->ignore();
    else
        QLineEdit::dragEnterEvent(event);
}

void LineField::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu* menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!isReadOnly()) {
        // It begins with Undo, Redo and a line; they would reach the widget's own undo.
        const QList<QAction*> actions = menu->actions();
        for (qsizetype i = 0; i < 3 && i < actions.size(); ++i)
            actions[i]->setVisible(false);
    }
    menu->popup(event->globalPos());
}

} // namespace Scoredesk
