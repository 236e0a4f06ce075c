// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/method/checks.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace Scoredesk {

class Desk;
class FindingRow;
class ToneLabel;

/// What the checks find on the current story, as it stands.
class ChecksPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChecksPanel(Desk& desk, QWidget* parent = nullptr);

    /// "1 blocker · 2 warnings", "nothing found": what a fold or a tab says of the panel.
    QString summary() const;

Q_SIGNALS:
    /// To words of a field; position −1: the whole field.
    void jumpRequested(Scoredesk::StoryField field, int position, int length);

private:
    void refresh();
    FindingRow* addRow();

    Desk& m_desk;
    ToneLabel* m_summary;
    QVBoxLayout* m_column;
    QList<FindingRow*> m_rows; ///< those after the findings are hidden, kept for the next
    QList<Finding> m_shown;
    Overrules m_overrules;
};

} // namespace Scoredesk
