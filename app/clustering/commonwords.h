// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace Scoredesk {

/// English words that about the same share of stories hold.
struct CommonWords {
    double share = 0;          ///< of stories, 0 to 1
    std::u16string_view words; ///< lowercase, a blank between words
};

/// The commonest first.
std::span<const CommonWords> commonWords();

} // namespace Scoredesk
