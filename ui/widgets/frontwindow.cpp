// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/frontwindow.h"

#include <QApplication>
#include <QWidget>

namespace Scoredesk {

QWidget* frontWindow(QWidget& window)
{
    QWidget* const active = QApplication::activeWindow();
    for (const QWidget* above = active; above; above = above->parentWidget())
        if (above == &window)
            return active;
    return &window;
}

} // namespace Scoredesk
