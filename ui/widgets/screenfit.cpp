// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/screenfit.h"

#include <QScreen>
#include <QStyle>
#include <QWidget>

namespace Scoredesk {

void resizeWithinScreen(QWidget& window, const QSize& wanted)
{
    if (window.isMaximized() || window.isFullScreen())
        return; // it has the screen's own size
    // The frame itself is the window manager's, and not known before the window shows.
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight, nullptr, &window);
    const int frame = window.style()->pixelMetric(QStyle::PM_MdiSubWindowFrameWidth, nullptr, &window);
    window.resize(wanted.boundedTo(window.screen()->availableSize() - QSize(2 * frame, title + 2 * frame)));
}

} // namespace Scoredesk
