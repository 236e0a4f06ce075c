// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/method/checks.h"
#include "storage/method/impact.h"

#include <optional>

namespace Scoredesk {

// The two dimensions that rules of the checks name. A method without them is not judged by those rules.
inline constexpr QStringView fudRiskKey = u"fud_risk";
inline constexpr QStringView authorityKey = u"authority";

/// What every check judges: a story, the card on it, and what the card comes to.
struct CheckSubject {
    const Dossier& dossier;
    const Method& method;
    const CheckContext& context;
    Scorecard card;
    std::optional<Impact> impact;

    /// Whose card is judged where it is not the analyst's own; else empty.
    QString borrowedFrom() const { return card.analyst == context.analyst ? QString() : card.analyst; }
    const Story& story() const { return dossier.story; }
    /// The card's number for a dimension; nothing where it is unset, not applicable or not of this method.
    std::optional<double> number(QStringView dimension) const;
};

} // namespace Scoredesk
