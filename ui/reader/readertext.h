// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/quotation.h"
#include "ui/widgets/worddifference.h"

#include <QPlainTextEdit>

namespace Scoredesk {

/// Words of the text that are pinned, and what tells of them where the mouse rests.
struct PinnedPassage {
    Quotation quotation;
    QString tip;

    bool operator==(const PinnedPassage&) const = default;
};

/// An article's words to read: plain text, never HTML, so that nothing in it is fetched or run.
class ReaderText : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ReaderText(QWidget* parent = nullptr);

    /// An article's text; one that is shown already stays as it is, selection and all.
    void showText(const QString& text);
    /// Says that there is none to read. Nothing of it can be pinned.
    void showNotice(const QString& notice);
    /// How a text changed: removed words struck through, added ones underlined. Nothing of it can be pinned.
    void showDifference(const QList<WordStretch>& stretches);
    bool showsText() const { return m_mode == Mode::Text; }

    /// Marked in a text, each where its words stand, if they do.
    void setPinned(const QList<PinnedPassage>& passages);
    /// What the menu offers to pin a selection to, in order.
    void setPinTargets(const QStringList& names) { m_targets = names; }
    /// The selected words and where they stand; empty words where there is no selection, or but blanks.
    Quotation selection() const;
    void clearSelection();
    /// Selects the words and scrolls to them. False where the text does not hold them.
    bool select(const Quotation& quotation);

Q_SIGNALS:
    void pinRequested(int target); ///< an index of setPinTargets()

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    enum class Mode { Notice, Text, Difference };

    void setPlain(const QString& text);
    QString words() const; ///< of the document, position by position
    void mark();
    void paintDifference();
    QString tipAt(const QPoint& point) const;

    Mode m_mode = Mode::Notice;
    QString m_shown;
    QList<WordStretch> m_stretches;
    QList<PinnedPassage> m_pinned;
    QStringList m_targets;
};

} // namespace Scoredesk
