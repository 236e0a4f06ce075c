// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QWidget;

namespace Scoredesk {

/// Gives a window that size, or as much of it as its screen has room for beside the frame and title;
/// a maximized one stays as it is.
void resizeWithinScreen(QWidget& window, const QSize& wanted);

} // namespace Scoredesk
