// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace Scoredesk::DateWords {

// All take words in lower case, as UTF-8.

/// 1 to 12 for the name of a month, or its start, in the languages that feeds are seen in; else 0.
[[nodiscard]] int month(std::string_view word);

/// Minutes east of Greenwich for a zone's abbreviation, RFC 822's letters included.
[[nodiscard]] std::optional<int> zone(std::string_view word);

/// Words that tell nothing: "at", "th", "de" …
[[nodiscard]] bool isFiller(std::string_view word);

/// 0 for a morning word, 12 for an afternoon one.
[[nodiscard]] std::optional<int> halfDay(std::string_view word);

} // namespace Scoredesk::DateWords
