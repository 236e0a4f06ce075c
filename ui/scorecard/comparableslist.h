// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/comparable.h"

#include <QList>
#include <QWidget>

class QTreeWidget;

namespace Scoredesk {

class ToneLabel;

/// How the analyst judged a dimension in stories like this one, in a few quiet lines. Hidden where there are
/// none.
class ComparablesList : public QWidget {
    Q_OBJECT

public:
    explicit ComparablesList(QWidget* parent = nullptr);

    void showComparables(const QString& dimension, const QList<Comparable>& comparables);
    void clear() { showComparables({}, {}); }
    /// The one that is chosen in the list, else the first; noStory where there are none.
    StoryId chosen() const;

Q_SIGNALS:
    void openRequested(Scoredesk::StoryId story);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fit();

    ToneLabel* m_caption;
    QTreeWidget* m_list;
    QList<Comparable> m_comparables;
};

} // namespace Scoredesk
