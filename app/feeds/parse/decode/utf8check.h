// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace Scoredesk {

/// What looking at bytes as UTF-8 found.
struct Utf8Findings {
    std::size_t sequences = 0; ///< well-formed ones of more than a byte
    std::size_t errors = 0;    ///< bytes that belong to none
    std::size_t cutAtEnd = 0;  ///< bytes of a sequence that the end cuts short; no errors
};

[[nodiscard]] Utf8Findings checkUtf8(std::string_view bytes);

/// The bytes as UTF-8, where each that belongs to no well-formed sequence is read as Windows-1252: what comes
/// of pasting a foreign paragraph into a UTF-8 feed.
[[nodiscard]] std::string mendedUtf8(std::string_view bytes);

} // namespace Scoredesk
