// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace Scoredesk {

/// A line of a story as it is typed, without an undo of its own, since the desk's undo covers everything.
class LineField : public QLineEdit {
    Q_OBJECT

public:
    explicit LineField(QWidget* parent = nullptr);

    /// Shows a text that came from elsewhere: nothing is emitted, and the cursor stays at the words it stood
    /// at.
    void showText(const QString& text);
    void select(int position, int length);

Q_SIGNALS:
    void entered(); ///< the keyboard focus
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
};

} // namespace Scoredesk
