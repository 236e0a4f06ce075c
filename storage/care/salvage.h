// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QStringList>

namespace Scoredesk {

/// Copies row by row what can still be read of a damaged desk into a new one; see Store::salvage().
[[nodiscard]] Result<QStringList> salvageDesk(const QString& damaged, const QString& into);

} // namespace Scoredesk
