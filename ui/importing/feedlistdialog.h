// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/importing/ticklist.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace Scoredesk {

/// What a list of feeds would add, line by line with ticks, before anything is added.
class FeedListDialog : public QDialog {
    Q_OBJECT

public:
    FeedListDialog(const QString& title, const QList<TickList::Line>& lines, QWidget* parent = nullptr);

    /// Indexes of the ticked lines, ascending.
    QList<int> chosen() const;

private:
    void count();

    TickList* m_list;
    QLabel* m_summary;
    QPushButton* m_add;
};

} // namespace Scoredesk
