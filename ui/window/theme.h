// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

class QApplication;

namespace Scoredesk {

/// Which colours the window wears.
enum class Theme { System, Light, Dark };

QPalette lightPalette();
QPalette darkPalette();

/// Style, palette and font size for the whole program. `systemIsDark` decides where the theme is System. A
/// size of 0 keeps the system's font size; others are points, 6 to 32.
void applyLook(QApplication& application, Theme theme, bool systemIsDark, int fontSize);

} // namespace Scoredesk
