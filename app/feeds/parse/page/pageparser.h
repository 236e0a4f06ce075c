// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"

#include <string>
#include <string_view>

namespace Scoredesk {

/// Reads what a web page says about itself in title, link, meta and JSON-LD, and the feeds that it links to.
/// Whatever the bytes, there is an answer.
[[nodiscard]] PageMetadata parsePageText(std::string_view utf8, const std::string& address);

} // namespace Scoredesk
