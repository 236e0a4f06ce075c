// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/domain/ids.h"
#include "storage/method/checks.h"

#include <QList>
#include <QWidget>

class QTimer;
class QVBoxLayout;

namespace Scoredesk {

class Desk;
class FindingRow;
class ToneLabel;

/// What the checks find on the current story, a moment after it changed: the search for likely duplicates
/// must not stand between a key and its repaint.
class ChecksPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChecksPanel(Desk& desk, QWidget* parent = nullptr);

    /// "1 blocker · 2 warnings", "nothing found": what a fold or a tab says of the panel.
    QString summary() const;

Q_SIGNALS:
    /// To words of a field; position −1: the whole field.
    void jumpRequested(const Scoredesk::Finding& finding);

private:
    void refresh();
    void overrule(CheckKind kind, const QString& reason);
    FindingRow* addRow();

    Desk& m_desk;
    QTimer* m_soon;
    ToneLabel* m_summary;
    QVBoxLayout* m_column;
    QList<FindingRow*> m_rows; ///< those after the findings are hidden, kept for the next
    QList<Finding> m_shown;
    StoryId m_shownFor = noStory;
    Overrules m_overrules;
};

} // namespace Scoredesk
