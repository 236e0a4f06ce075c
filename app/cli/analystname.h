// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Scoredesk {

/// Who works here where --analyst does not say: the name set in the window, else the account's. Never empty.
QString analystName();

} // namespace Scoredesk
