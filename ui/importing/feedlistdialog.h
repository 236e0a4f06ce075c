// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

class QLabel;
class QListWidget;
class QPushButton;

namespace Scoredesk {

/// What a list of feeds would add, line by line with ticks, before anything is added.
class FeedListDialog : public QDialog {
    Q_OBJECT

public:
    struct Line {
        QString text;         ///< the feed's name, with its folder
        QString reason;       ///< why it cannot be added; empty where it can
        bool wanted = true;   ///< ticked at the start
        bool possible = true; ///< may be ticked
    };

    FeedListDialog(const QString& title, const QList<Line>& lines, QWidget* parent = nullptr);

    /// Indexes of the ticked lines, ascending.
    QList<int> chosen() const;

private:
    void count();

    QListWidget* m_list;
    QLabel* m_summary;
    QPushButton* m_add;
};

} // namespace Scoredesk
