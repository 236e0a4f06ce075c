// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Scoredesk {

/// A stretch of text as it came out of a comparison.
struct WordStretch {
    enum class Kind { Kept, Removed, Added };

    Kind kind = Kind::Kept;
    QString text;

    bool operator==(const WordStretch&) const = default;
};

/// How one text became another, word by word: what is kept and added makes up `after` to the letter. Where
/// both stand together, what was removed comes first. Blanks alone make no difference. Texts that have less
/// in common than is worth a search give one stretch removed and one added.
QList<WordStretch> wordDifference(const QString& before, const QString& after);

} // namespace Scoredesk
