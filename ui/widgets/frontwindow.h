// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Scoredesk {

/// Whose child a new dialog of the window must be to stand before all others: the active window where that is
/// one of its own, else itself.
QWidget* frontWindow(QWidget& window);

} // namespace Scoredesk
