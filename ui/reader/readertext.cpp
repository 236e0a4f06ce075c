// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/readertext.h"

#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>

#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using Kind = WordStretch::Kind;

ReaderText::ReaderText(QWidget* parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(8);
}

void ReaderText::showText(const QString& text)
{
    if (m_mode != Mode::Text || text != m_shown) {
        m_mode = Mode::Text;
        m_shown = text;
        setPlain(text);
    }
    mark();
}

void ReaderText::showNotice(const QString& notice)
{
    m_mode = Mode::Notice;
    setPlain(notice);
    mark();
}

/// setPlainText() goes on in the format of the cursor, which a difference may have left struck through.
void ReaderText::setPlain(const QString& text)
{
    clear();
    setCurrentCharFormat({});
    setPlainText(text);
}

void ReaderText::showDifference(const QList<WordStretch>& stretches)
{
    m_mode = Mode::Difference;
    m_stretches = stretches;
    paintDifference();
    mark();
}

void ReaderText::paintDifference()
{
    clear();
    QTextCharFormat formats[3];
    formats[int(Kind::Removed)].setFontStrikeOut(true);
    formats[int(Kind::Removed)].setForeground(removedTone(palette()));
    formats[int(Kind::Added)].setFontUnderline(true);
    formats[int(Kind::Added)].setForeground(addedTone(palette()));
    QTextCursor cursor(document());
    for (qsizetype i = 0; i < m_stretches.size(); ++i) {
        QString text = m_stretches[i].text;
        const bool replaced = m_stretches[i].kind == Kind::Removed && i + 1 < m_stretches.size() &&
                              m_stretches[i + 1].kind == Kind::Added;
        if (replaced) { // stays in the line with what came for it
            while (!text.isEmpty() && text.back().isSpace())
                text.chop(1);
            cursor.insertText(text, formats[int(Kind::Removed)]);
            cursor.insertText(u" "_s, formats[int(Kind::Kept)]);
        } else {
            cursor.insertText(text, formats[int(m_stretches[i].kind)]);
        }
    }
    moveCursor(QTextCursor::Start);
}

void ReaderText::setPinned(const QList<PinnedPassage>& passages)
{
    if (passages == m_pinned)
        return;
    m_pinned = passages;
    mark();
}

QString ReaderText::words() const
{
    // toPlainText() would give another blank for a no-break space.
    QString text = document()->toRawText();
    for (QChar& c : text)
        if (c == QChar::ParagraphSeparator || c == QChar::LineSeparator)
            c = u'\n';
    return text;
}

void ReaderText::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    const QString text = m_mode == Mode::Text ? words() : QString();
    for (const PinnedPassage& passage : std::as_const(m_pinned)) {
        const auto place = placeOf(passage.quotation, text);
        if (!place)
            continue;
        QTextEdit::ExtraSelection mark;
        mark.format.setBackground(pinnedGround(palette()));
        mark.format.setUnderlineStyle(QTextCharFormat::DotLine); // seen without colours, too
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(int(*place));
        mark.cursor.setPosition(int(*place + passage.quotation.words.size()), QTextCursor::KeepAnchor);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

Quotation ReaderText::selection() const
{
    const QTextCursor cursor = textCursor();
    return quotationOf(words(), cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart());
}

void ReaderText::clearSelection()
{
    QTextCursor cursor = textCursor();
    cursor.clearSelection();
    setTextCursor(cursor);
}

bool ReaderText::select(const Quotation& quotation)
{
    const auto place = m_mode == Mode::Text ? placeOf(quotation, words()) : std::nullopt;
    if (!place)
        return false;
    QTextCursor cursor(document());
    cursor.setPosition(int(*place));
    cursor.setPosition(int(*place + quotation.words.size()), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
    return true;
}

void ReaderText::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu* menu = createStandardContextMenu(event->pos());
    menu->setObjectName(u"reader.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_mode == Mode::Text && !selection().words.isEmpty() && !m_targets.isEmpty()) {
        menu->addSeparator();
        QMenu* pin = menu->addMenu(tr("Pin to"));
        for (int i = 0; i < m_targets.size(); ++i) {
            const QString name = QString(m_targets[i]).replace(u'&', "&&"_L1);
            connect(pin->addAction(u"&%1  %2"_s.arg(QString::number(i + 1), name)), &QAction::triggered, this,
                    [this, i] { Q_EMIT pinRequested(i); });
        }
    }
    menu->popup(event->globalPos());
}

void ReaderText::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    if (m_mode == Mode::Difference)
        paintDifference();
    mark();
}

bool ReaderText::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), plainTip(tipAt(help->pos())), viewport());
    return true;
}

QString ReaderText::tipAt(const QPoint& point) const
{
    const int position = cursorForPosition(point).position();
    const QString text = m_mode == Mode::Text ? words() : QString();
    QStringList tips;
    for (const PinnedPassage& passage : m_pinned) {
        const auto place = placeOf(passage.quotation, text);
        if (place && position >= *place && position < *place + passage.quotation.words.size())
            tips.append(passage.tip);
    }
    return tips.join(u'\n');
}

} // namespace Scoredesk
