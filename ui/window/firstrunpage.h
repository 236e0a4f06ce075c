// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Scoredesk {

/// What an empty desk shows: the doors by which the first stories come in. Asks nothing.
class FirstRunPage : public QWidget {
    Q_OBJECT

public:
    explicit FirstRunPage(QWidget* parent = nullptr);

Q_SIGNALS:
    void opmlRequested();
    void starterPackRequested();
    void pasteRequested();
    void sampleDeskRequested();
    void importRequested();
};

} // namespace Scoredesk
