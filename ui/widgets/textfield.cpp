// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textfield.h"

#include "ui/widgets/droppedfiles.h"
#include "ui/widgets/textdifference.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

TextField::TextField(QWidget* parent) : QPlainTextEdit(parent)
{
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        measure();
        if (!m_showing)
            Q_EMIT edited(text());
    });
}

void TextField::setOneParagraph()
{
    m_oneParagraph = true;
}

void TextField::setLines(int least, int most)
{
    m_least = least;
    m_most = most;
    measure();
}

/// Counts the lines at the present width, no further than needed. A bar that came and went with them would
/// change the width and so the lines: it shows only where there are more than the field ever shows.
void TextField::measure()
{
    const qreal spacing = std::max(QFontMetricsF(font()).lineSpacing(), 1.0);
    qreal height = 0;
    for (QTextBlock block = document()->begin(); block.isValid() && height <= spacing * (m_most + 1);
         block = block.next())
        height += document()->documentLayout()->blockBoundingRect(block).height();
    const int all = int(std::lround(height / spacing));
    setVerticalScrollBarPolicy(all > m_most ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int lines = std::clamp(all, m_least, m_most);
    if (std::exchange(m_shownLines, lines) != lines)
        updateGeometry();
}

void TextField::showText(const QString& text)
{
    const QString shown = this->text();
    if (shown == text)
        return;
    // Replacing only what differs leaves cursor, selection and scroll position to the words they belong to.
    const TextDifference difference = differenceOf(shown, text);
    m_showing = true;
    QTextCursor cursor(document());
    cursor.setPosition(int(difference.position));
    cursor.setPosition(int(difference.position + difference.removed), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(difference.position, difference.added));
    m_showing = false;
    if (!hasFocus()) // at rest it shows its beginning
        moveCursor(QTextCursor::Start);
}

void TextField::select(int position, int length)
{
    const int last = document()->characterCount() - 1;
    QTextCursor cursor(document());
    if (position < 0) {
        cursor.select(QTextCursor::Document);
    } else {
        cursor.setPosition(std::min(position, last));
        cursor.setPosition(std::min(position + std::max(length, 0), last), QTextCursor::KeepAnchor);
    }
    setTextCursor(cursor);
    ensureCursorVisible();
}

QSize TextField::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 40, heightFor(std::clamp(m_shownLines, m_least, m_most))};
}

QSize TextField::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, sizeHint().height()};
}

int TextField::heightFor(int lines) const
{
    const QMargins margins = contentsMargins() + viewportMargins();
    return int(std::ceil(fontMetrics().lineSpacing() * lines + 2 * document()->documentMargin())) +
           margins.top() + margins.bottom() + 2 * frameWidth();
}

bool TextField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore(); // the window's action undoes, everywhere alike
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void TextField::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        event->ignore();
        return;
    }
    if (m_oneParagraph && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        Q_EMIT returnPressed();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void TextField::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT entered();
}

void TextField::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) // a menu or a list of completions belongs to the field
        Q_EMIT left();
}

void TextField::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    measure();
}

void TextField::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        measure();
        updateGeometry();
    }
}

void TextField::wheelEvent(QWheelEvent* event)
{
    // A field that shows all it has leaves the wheel to the panel around it.
    if (verticalScrollBar()->maximum() == 0)
        event->ignore();
    else
        QPlainTextEdit::wheelEvent(event);
}

QString TextField::text() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    return text;
}

/// A dropped file is for the window to import, not a path to write into a brief.
bool TextField::canInsertFromMimeData(const QMimeData* source) const
{
    return !holdsFiles(source) && QPlainTextEdit::canInsertFromMimeData(source);
}

void TextField::insertFromMimeData(const QMimeData* source)
{
    if (!source->hasText())
        return;
    QString text = source->text();
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    if (m_oneParagraph)
        text = text.simplified();
    textCursor().insertText(text);
    ensureCursorVisible();
}

} // namespace Scoredesk
