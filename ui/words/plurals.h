// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace Scoredesk {

/// Gives the program's counted sentences their plural forms ("1 story", "2 stories"). Once, before any text
/// is made.
void installPlurals(QCoreApplication& application);

} // namespace Scoredesk
