// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"

#include <QList>
#include <QObject>

class QWidget;

namespace Scoredesk {

class Desk;
class QueuePanel;
class StoryPanel;
class WindowActions;

/// Carries the commands on which articles make a story to the desk: merge, split, move, keep apart, lead.
class CoverageActs : public QObject {
    Q_OBJECT

public:
    /// All must outlive it; the window, its parent, does so by itself.
    CoverageActs(Desk& desk, QueuePanel& queue, StoryPanel& story, const WindowActions& actions,
                 QWidget* window);

Q_SIGNALS:
    void told(const QString& sentence);

private:
    void mergeSelected();
    void merge(const QList<StoryId>& ids);
    void askWhoseCardLeads(const QList<StoryId>& ids, const QList<StoryId>& rivals);
    void split();
    void move();
    void keepApart();
    void lead();
    void acceptSuggestion();
    void dismissSuggestion();
    /// Those chosen in the story's list of articles, which is shown first where it was not.
    QList<ArticleId> chosenArticles(const QString& hint);

    Desk& m_desk;
    QueuePanel& m_queue;
    StoryPanel& m_story;
    QWidget* m_window;
};

} // namespace Scoredesk
