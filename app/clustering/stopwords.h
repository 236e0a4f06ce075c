// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/language.h"

#include <string_view>

namespace Scoredesk {

/// The languages of which a word is a stop word: bit n is Language n. 0 for a word that says something.
quint64 stopWordLanguages(std::u16string_view word);

inline quint64 languageBit(Language language)
{
    return quint64(1) << quint8(language);
}

} // namespace Scoredesk
