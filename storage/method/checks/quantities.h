// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Scoredesk {

/// A number as prose writes it: "10M+", "$1.5 billion", "93%", "6.2×", "eighteen", "v0.3.6".
struct Quantity {
    enum class Kind { Plain, Scaled, Percent, Version };

    qsizetype position = 0;
    qsizetype length = 0;
    QString text;         ///< as written
    QList<double> values; ///< what it may mean: "10m" is ten metres or ten million
    double scale = 1;     ///< what its suffix multiplies by
    double step = 1;      ///< one in the last digit written, scaled
    Kind kind = Kind::Plain;
    bool money = false;

    bool operator==(const Quantity&) const = default;
};

/// Every number in digits, in order. Digits inside a name ("MI400", "A3B") are numbers too where
/// `insideNames` is true.
QList<Quantity> quantitiesIn(const QString& text, bool insideNames);

/// True where the two may mean the same: equal, or `general` a rounding of `exact` of its kind.
bool meansSame(const Quantity& general, const Quantity& exact);

/// "eighteen", "twenty-one", "a dozen", "hundred" → its number; nothing for any other word.
std::optional<int> numberFromWords(const QString& words);
/// Numbers written out, in order.
QList<Quantity> numberWordsIn(const QString& text);

} // namespace Scoredesk
