// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Scoredesk::Test {

/// What an editor, or a feed's machinery, does to a text on its way from one outlet to another.
enum class Edit { None, HeadCut, TailCut, ParagraphMoved, WordsReplaced, BoilerplateAdded };
inline constexpr int editKinds = 6;

const char* editName(Edit edit);

/// The same text, edit and seed give the same result. Cuts take a quarter, replacements a tenth of the words.
QString edited(const QString& text, Edit edit, quint32 seed);

/// A word of three syllables, another for every number below 2^18.
QString madeUpWord(quint32 number);

} // namespace Scoredesk::Test
