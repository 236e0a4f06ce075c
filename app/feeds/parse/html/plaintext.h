// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace Scoredesk {

/// The text of HTML in one line: tags gone, references resolved once, space collapsed.
[[nodiscard]] std::string plainTextOfHtml(std::string_view html);

/// The same for text of which nobody knows whether it is HTML: only tags that HTML has count as such, so that
/// "a < b" and "vector<int>" stay.
[[nodiscard]] std::string plainTextOfMaybeHtml(std::string_view text);

[[nodiscard]] std::string collapsedSpace(std::string_view text);

/// Whether text holds a tag that HTML knows.
[[nodiscard]] bool holdsHtmlTag(std::string_view text);

} // namespace Scoredesk
