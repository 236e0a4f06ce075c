// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/exchange/deskjson.h"

namespace Scoredesk {

class Store;

/// Everything a desk holds, for a lossless export; all of it in memory. Stories stand in the order in which
/// they came, so that a desk and the desk imported from its export give the same bytes.
[[nodiscard]] Result<DeskContents> contentsOf(const Store& store);

} // namespace Scoredesk
