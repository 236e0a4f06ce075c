// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace Scoredesk {

using TermId = quint32;

/// How much of an article one term is, in 4096ths.
///
/// Whole numbers make sums exact: a centroid is the same in whatever order articles came, left or were
/// restored.
struct WeightedTerm {
    TermId term = 0;
    quint16 weight = 0;

    bool operator==(const WeightedTerm&) const = default;
};

inline constexpr double unitWeight = 4096.0;

/// An article's terms in order of TermId; the weights' squares sum to about one.
using TermVector = std::vector<WeightedTerm>;

/// In 4096² parts.
inline quint64 squaredLength(const TermVector& terms)
{
    quint64 sum = 0;
    for (const WeightedTerm& term : terms)
        sum += quint64(term.weight) * term.weight;
    return sum;
}

} // namespace Scoredesk
