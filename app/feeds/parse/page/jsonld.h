// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"

#include <optional>
#include <string_view>

namespace Scoredesk {

/// The article that a JSON-LD script describes, if there is one: wrapped in CDATA or comments, with raw line
/// ends in its strings, within a graph or a list, as pages have it.
[[nodiscard]] std::optional<PageMetadata> articleFromJsonLd(std::string_view script);

} // namespace Scoredesk
