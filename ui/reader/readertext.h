// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Scoredesk {

/// An article's words to read: plain text, never HTML, so that nothing in it is fetched or run.
class ReaderText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ReaderText(QWidget* parent = nullptr) : QPlainTextEdit(parent)
    {
        setReadOnly(true);
        setUndoRedoEnabled(false);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setTabChangesFocus(true);
        setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        document()->setDocumentMargin(8);
    }
};

} // namespace Scoredesk
