// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brieftext/labels.h"
#include "storage/domain/score.h"

#include <QList>
#include <QString>

#include <optional>

namespace Scoredesk {

/// A value as a brief writes it: "7.0", "7,5", "8/10", "80 %", "N/A", "–".
struct WrittenValue {
    enum class Fault { None, OutOfRange, Unreadable };

    Score::Kind kind = Score::Kind::Unset;
    double number = 0; ///< on the scale of 0 to 10; exact as written
    int outOf = 0;     ///< the scale it names; 0 where it names none
    Fault fault = Fault::None;
    QString text; ///< as written

    Score score() const;
    /// More than the tenths that a card holds.
    bool isFiner() const;
};

/// A part of a line that belongs to a scorecard.
struct ScoreToken {
    enum class Kind {
        Label, ///< of a dimension; of the overall where `dimension` is empty
        Value,
        Reason, ///< words behind a value
        Other,  ///< in brackets or naming a degree: belongs to the card, but to no cell
    };

    Kind kind = Kind::Label;
    QString dimension;
    WrittenValue value;
    QString text;
    bool bracketed = false;
};

/// Reads the whole of a text as a value.
std::optional<WrittenValue> writtenValue(const QString& text);

/// The line as parts of a scorecard; nothing where any of it is something else.
std::optional<QList<ScoreToken>> scoreTokens(const QString& line, const Labels& labels);

/// "Stakes: high" — a dimension's label and a sign, but no value. The label, and the words behind it.
struct LabelledWords {
    QString dimension;
    QString words;
    QString unknown; ///< instead of a dimension, where no method knows the label
};
std::optional<LabelledWords> labelledWords(const QString& line, const Labels& labels);

/// "Reach = 8": a value of the card's scale behind a label and a sign, of no dimension that is known.
std::optional<LabelledWords> unknownScore(const QString& line, const Labels& labels);

/// "minus two", "seven and a half", "high": a value in words, and nothing else.
bool isValueInWords(const QString& text, const Labels& labels);

} // namespace Scoredesk
