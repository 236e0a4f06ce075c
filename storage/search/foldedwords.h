// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Scoredesk {

/// A text as queries compare it: its words, folded in case and accents, each between blanks: " the chip act
/// ". A "+" or "#" at a word's end is part of it ("c++"). Empty where the text has no word.
QString foldedWords(const QString& text);

/// Whether folded words hold a folded phrase; `isStart`: its last word may go on. Scripts that set no blanks
/// between words are searched letter by letter.
bool holdsPhrase(const QString& words, const QString& phrase, bool isStart);

} // namespace Scoredesk
