// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Scoredesk {

/// Lets screen readers read and set score sliders. Done once, however often it is called.
void installScoreSliderAccess();

} // namespace Scoredesk
