// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QListWidget>
#include <QString>

namespace Scoredesk {

/// Lines with ticks: what an act would take in, before it is done. Texts are shown literally.
class TickList : public QListWidget {
    Q_OBJECT

public:
    struct Line {
        QString text;
        QString reason;       ///< why it cannot be taken in, or what it waits for; empty where it can
        bool wanted = true;   ///< ticked
        bool possible = true; ///< may be ticked
        QString tip;
    };

    explicit TickList(QWidget* parent = nullptr);

    void append(const Line& line);
    /// Throughout a line's life a tick that was set or taken by hand stays, as long as it is possible.
    void setLine(int row, const Line& line);
    /// Rows of the ticked lines, ascending.
    QList<int> chosen() const;

Q_SIGNALS:
    void chosenChanged();
};

} // namespace Scoredesk
