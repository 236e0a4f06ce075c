// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"

#include <QUrl>
#include <QWidget>

class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTabWidget;

namespace Scoredesk {

struct Finding;

class ArticlesPanel;
class BriefEditor;
class ChecksPanel;
class Desk;
class HistoryPanel;
class ScorecardPanel;
class SuggestionBar;
class ToneLabel;

/// The current story: its words on the left, its judgement on the right; one above the other where it is
/// narrow.
class StoryPanel : public QWidget {
    Q_OBJECT

public:
    explicit StoryPanel(Desk& desk, QWidget* parent = nullptr);

    /// Counted from 0 in the method's order. Words that are selected in the reader are pinned to it instead.
    void focusDimension(int index);
    /// The similar story that the card shows beside the dimension in focus; none: nothing.
    void openComparable();
    void focusHeadline();
    void focusArticles();
    bool showsArticles() const;
    /// Those selected in the list of articles.
    QList<ArticleId> selectedArticles() const;
    /// The story that the current one perhaps is one with; noStory where none is suggested.
    StoryId suggested() const;
    /// To words of a field, whichever part of the panel shows it; position −1: the whole field.
    int rowOf(const QString& dimension) const;
    void jumpTo(const Finding& finding);

    /// Splitters and tab; of use only to restoreState().
    QByteArray saveState() const;
    /// False, and nothing changed, where it is no such state.
    bool restoreState(const QByteArray& state);

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Always http or https.
    void linkOpenRequested(const QUrl& url);
    /// Of the suggested story and the current one.
    void mergeRequested();
    void apartRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void arrange();

    Desk& m_desk;
    QStackedWidget* m_pages;
    ToneLabel* m_state;
    SuggestionBar* m_suggestion;
    QSplitter* m_splitter;
    QTabWidget* m_tabs;
    QScrollArea* m_briefScroll;
    QScrollArea* m_cardScroll;
    BriefEditor* m_brief;
    ArticlesPanel* m_articles;
    HistoryPanel* m_history;
    ScorecardPanel* m_card;
    ChecksPanel* m_checks;
};

} // namespace Scoredesk
