// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/care/salvagereport.h"
#include "storage/domain/result.h"

namespace Scoredesk {

/// Copies row by row what can still be read of a damaged desk into a new one; see Store::salvage().
[[nodiscard]] Result<SalvageReport> salvageDesk(const QString& damaged, const QString& into);

} // namespace Scoredesk
