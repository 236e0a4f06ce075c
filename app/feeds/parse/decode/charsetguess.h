// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>

namespace Scoredesk {

/// The likeliest charset of bytes that are not UTF-8 and of which nothing tells: that of Japanese, Korean,
/// Chinese, Russian, Hebrew or Thai text where their letters are most of it, else Windows-1252.
[[nodiscard]] QByteArray guessCharset(std::string_view bytes);

} // namespace Scoredesk
