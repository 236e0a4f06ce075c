// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace Scoredesk {

/// Web addresses as bytes: quicker than QUrl, and an address comes out as its feed wrote it.
namespace WebUrl {

/// Without space at the ends and without line ends and tabs inside, as browsers read it.
[[nodiscard]] std::string cleaned(std::string_view address);

/// The scheme in lower case, empty for a relative address. Space and controls before the colon don't hide
/// one.
[[nodiscard]] std::string scheme(std::string_view address);

/// Whether following it could run something or read this machine's files.
[[nodiscard]] bool isActive(std::string_view address);

[[nodiscard]] bool isHttp(std::string_view address);

/// Host and port as written, in lower case; empty where there is none.
[[nodiscard]] std::string host(std::string_view address);

/// The reference against a base (RFC 3986); as it is where the base is no use.
[[nodiscard]] std::string resolve(std::string_view base, std::string_view reference);

} // namespace WebUrl

} // namespace Scoredesk
