// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"
#include "storage/domain/result.h"

#include <string>
#include <string_view>

namespace Scoredesk {

/// Reads JSON Feed 1.0 and 1.1. Numbers where strings are due, and single values where lists are, are taken.
/// Relative links are against the address; `home` is where it was fetched from.
[[nodiscard]] Result<Feed> parseJsonFeed(std::string_view utf8, const std::string& address,
                                         const std::string& home = {});

} // namespace Scoredesk
