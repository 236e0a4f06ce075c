// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/grouping.h"

#include <QFrame>

class QToolButton;

namespace Scoredesk {

class Desk;
class ToneLabel;

/// The story that the current one nearly is, with the words that both use, to be merged or kept apart. Hidden
/// where there is none.
class SuggestionBar : public QFrame {
    Q_OBJECT

public:
    explicit SuggestionBar(Desk& desk, QWidget* parent = nullptr);

    /// The one that is shown; noStory where none is.
    StoryId suggested() const { return m_shown.other; }
    /// Looks again; at most one read of the desk.
    void refresh();

Q_SIGNALS:
    void mergeRequested();
    void apartRequested();

private:
    Desk& m_desk;
    MergeSuggestion m_shown;
    ToneLabel* m_text;
    ToneLabel* m_words;
    QToolButton* m_merge;
    QToolButton* m_apart;
};

} // namespace Scoredesk
