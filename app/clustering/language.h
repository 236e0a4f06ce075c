// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/wordlist.h"

namespace Scoredesk {

/// What an article is written in, as far as its words tell. The numbers are part of saved cluster states.
///
/// A script stands alone where its language can't be told: "Latin" is a short title that could be many.
enum class Language : quint8 {
    Unknown = 0,
    Latin = 1,
    English = 2,
    German = 3,
    French = 4,
    Spanish = 5,
    Italian = 6,
    Portuguese = 7,
    Dutch = 8,
    Swedish = 9,
    Danish = 10,
    Norwegian = 11,
    Finnish = 12,
    Romanian = 13,
    Hungarian = 14,
    Turkish = 15,
    Polish = 16,
    Czech = 17,
    Indonesian = 18,
    Catalan = 19,
    Cyrillic = 30,
    Russian = 31,
    Ukrainian = 32,
    Bulgarian = 33,
    Greek = 40,
    Arabic = 41,
    Persian = 42,
    Hebrew = 43,
    Hindi = 44,
    Chinese = 50,
    Japanese = 51,
    Korean = 52,
    Thai = 53,
    OtherScript = 60,
};
inline constexpr int languageNumbers = 64; ///< every Language is below

Language detectLanguage(const WordList& words);

/// Whether articles of the two may share a story: the same language, or one script where one can't be told.
bool mayShareStory(Language a, Language b);

/// Words so common in the language that they say nothing; also what detectLanguage() goes by.
bool isStopWord(Language language, std::u16string_view word);

/// Name of libstemmer's algorithm, nullptr where there is none.
const char* stemmerName(Language language);

} // namespace Scoredesk
