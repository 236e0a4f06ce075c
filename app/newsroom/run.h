// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Scoredesk {

/// Runs the window on a desk (`--desk FILE`, else the default one) until it is closed; the program's exit
/// code. A second start on the same desk raises the first one's window and ends.
int runNewsroom(int& argc, char** argv);

} // namespace Scoredesk
