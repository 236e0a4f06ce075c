// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Scoredesk::Test {

/// A file of the data folder that may lie beside the project; empty where it is absent. A test that needs it
/// then skips.
QString sharedData(const QString& name);

} // namespace Scoredesk::Test
