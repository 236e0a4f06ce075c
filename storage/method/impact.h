// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/scorecard.h"
#include "storage/method/method.h"

#include <QMap>
#include <QString>

#include <optional>

namespace Scoredesk {

/// What impact a card has, or can still take while dimensions are unset. Exact, 0..10.
struct Impact {
    double low = 0;
    double high = 0;
    int unset = 0; ///< dimensions nobody has judged

    bool isComplete() const { return unset == 0; }
    bool operator==(const Impact&) const = default;
};

/// Nothing where no benefit dimension counts (every one not applicable). N/A drops out and the weights
/// renormalise; an unset dimension stands at its worst in `low` and at its best in `high`. Formulas:
/// method.h, Method::Form.
std::optional<Impact> impactOf(const Method& method, const Scorecard& card);

/// What each weighed dimension counts in percent, by key: whole numbers that add up to 100, by the largest
/// remainder (of equal ones the method's first). Left out is what has no share: a penalty, and where the card
/// says N/A. Empty where no weight counts.
QMap<QString, int> weightShares(const Method& method, const Scorecard& card);

/// One decimal, half away from zero from the exact value: 7.389 → "7.4".
QString shownImpact(double impact);
/// "7.4", "3.1–8.2" while a range, "—" where nothing counts.
QString shownImpact(const std::optional<Impact>& impact);

/// How far a dimension would have to move, all else kept, for impact to reach the next band up or fall below
/// this one.
struct Sensitivity {
    QString dimension;
    std::optional<double> up;   ///< signed change of the value; nothing where no move within 0..10 does it
    std::optional<double> down; ///< likewise
};

/// One entry a judged dimension, in the method's order. Empty while anything is unset.
QList<Sensitivity> sensitivityOf(const Method& method, const Scorecard& card);

/// Stated less computed impact. Nothing where the card states none or is incomplete.
std::optional<double> driftOf(const Method& method, const Scorecard& card);
/// A drift of 0.05 or more, either way, is one to show.
bool isDrift(double drift);

} // namespace Scoredesk
