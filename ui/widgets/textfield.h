// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Scoredesk {

/// Text of a story as it is written: plain, as high as its words, without an undo of its own, since the
/// desk's undo covers everything.
class TextField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit TextField(QWidget* parent = nullptr);

    /// One paragraph: Enter ends the field, and line ends that are pasted become blanks.
    void setOneParagraph();
    void setLines(int least, int most);
    /// The words as they are: toPlainText() would turn non-breaking spaces into blanks.
    QString text() const;
    /// Shows a text that came from elsewhere: nothing is emitted, and the cursor stays at the words it stood
    /// at.
    void showText(const QString& text);
    void select(int position, int length);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited(const QString& text);
    void entered(); ///< the keyboard focus
    void left();
    void returnPressed(); ///< in a field of one paragraph

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    void measure();
    int heightFor(int lines) const;

    int m_least = 1;
    int m_most = 8;
    int m_shownLines = 0;
    bool m_oneParagraph = false;
    bool m_showing = false;
};

} // namespace Scoredesk
