// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QWidget;

namespace Scoredesk {

/// Every command of the window with its words, keys and tip, in one place: menus, toolbar and the key overlay
/// read it.
class WindowActions : public QObject {
    Q_OBJECT

public:
    explicit WindowActions(QWidget* window);

    // Stories
    QAction* next;
    QAction* previous;
    QAction* showArrivals;
    QAction* shortlist;
    QAction* spike;
    QAction* spikeWithReason;
    QAction* ready;
    QAction* unspike;
    QAction* toIncoming;
    QAction* toggleUnread;
    QAction* remove;
    QAction* tag;
    QAction* categorise;
    QAction* compare;
    QAction* editBrief;
    QAction* toQueue;
    QList<QAction*> dimensions; ///< 1 to 7
    QAction* openComparable;
    // Which articles make a story
    QAction* articles;
    QAction* merge;
    QAction* split;
    QAction* moveArticles;
    QAction* keepApart;
    QAction* lead;
    QAction* acceptMerge;
    QAction* dismissMerge;
    // Desk
    QAction* newStory;
    QAction* paste;
    QAction* import;
    QAction* exportStories;
    QAction* exportDesk;
    QAction* backup;
    QAction* restore;
    QAction* shift; ///< its text says whether it begins or ends one
    QAction* handover;
    QAction* refresh;
    QAction* addFeeds;
    QAction* importFeeds;
    QAction* starterFeeds;
    QAction* exportFeeds;
    QAction* rules;
    QAction* sources;
    // Window
    QAction* undo = nullptr; ///< made by the window from its undo stack
    QAction* redo = nullptr;
    QAction* search;
    QAction* keepSearch;
    QAction* selectAll;
    QAction* settings;
    QAction* keys;
    QAction* about;
    QAction* quit;

    /// What the overlay lists under a heading: commands, or keys that a widget takes itself.
    struct KeyLine {
        QString keys;
        QString what;
    };
    struct KeyGroup {
        QString heading;
        QList<KeyLine> lines;
    };
    QList<KeyGroup> keyGroups() const;

private:
    void makeCoverageActions();
    QAction* make(const char* name, const QString& text, const QList<QKeySequence>& shortcuts,
                  const QString& tip = {});
};

} // namespace Scoredesk
