// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Scoredesk {

/// The style sheet of an exported page. Text keeps 4.5:1 on its ground in light, dark and print.
QString htmlStyle();

} // namespace Scoredesk
