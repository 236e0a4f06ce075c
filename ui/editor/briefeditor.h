// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "ui/desk/typinggesture.h"

#include <QList>
#include <QUrl>
#include <QWidget>

class QBoxLayout;
class QGridLayout;
class QToolButton;

namespace Scoredesk {

class CategoryBox;
class Desk;
class LineField;
class StatedEditor;
class TagField;
class TextField;
class ToneLabel;
class TrustEditor;
struct Story;

/// The words of the current story as the analyst writes them. Saved with each key, in undo steps of a word.
class BriefEditor : public QWidget {
    Q_OBJECT

public:
    explicit BriefEditor(Desk& desk, QWidget* parent = nullptr);

    void focusHeadline();
    /// Puts the cursor on words of a field and selects them; position −1 selects all of it. False where the
    /// field is not one of the brief's.
    bool jumpTo(StoryField field, int position, int length);

Q_SIGNALS:
    void linkOpenRequested(const QUrl& url);
    /// A field took the focus by a jump: whoever scrolls may bring it into view.
    void jumped(QWidget* field);

private:
    /// A text with the length it should have.
    struct Prose {
        StoryField field;
        TextField* edit;
        ToneLabel* length;
        int least;
        int most;
        QString wanted; ///< in words
    };
    struct Line {
        StoryField field;
        LineField* edit;
        QToolButton* open; ///< for addresses
    };

    void addProse(QBoxLayout& column, StoryField field, const QString& label, int least, int most,
                  const QString& wanted);
    QWidget* addLine(StoryField field, const QString& label, bool address);
    void addDetails(QBoxLayout& column);
    void addRemainder(QBoxLayout& column);
    void save(StoryField field, const QString& text);
    void refresh();
    void showLengths(const Prose& prose);
    void showProvenance(const Story& story);

    Desk& m_desk;
    QList<Prose> m_prose;
    QList<Line> m_lines;
    TrustEditor* m_trust;
    CategoryBox* m_category;
    TagField* m_tags;
    StatedEditor* m_stated;
    ToneLabel* m_provenance;
    QWidget* m_remainder;
    TypingGesture m_typing;
};

} // namespace Scoredesk
