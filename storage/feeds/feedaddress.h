// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QString>

namespace Scoredesk {

/// The address of a feed as the desk keeps it. InvalidInput where it is no http(s) address, or holds a name
/// or password.
[[nodiscard]] Result<QString> feedAddress(const QString& typed);

} // namespace Scoredesk
