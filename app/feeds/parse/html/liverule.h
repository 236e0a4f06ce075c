// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace Scoredesk {

/// Whether an address of the web (http, https, or one that names no scheme) may be live in what is shown.
///
/// Not one that every reader takes for another ("http:x", "http:///x", a backslash before the path), that
/// hides where it leads behind a name and password, or that leads to this machine or a private network, in
/// whatever notation, where the text was not fetched from within: `home` is the address it was fetched from.
/// Redirects are held to the same (leadsInward()). `address` is as WebUrl::cleaned() leaves it.
[[nodiscard]] bool mayBeLive(std::string_view address, std::string_view home = {});

} // namespace Scoredesk
