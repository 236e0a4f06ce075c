// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace Scoredesk {

/// The names that HTML defines, each followed by an equals sign, its characters in UTF-8 and a space.
extern const std::string_view namedCharacters;

/// Those that HTML also takes without a semicolon, each followed by a space.
extern const std::string_view bareNames;

} // namespace Scoredesk
