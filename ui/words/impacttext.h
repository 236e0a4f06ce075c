// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/coverage.h"
#include "storage/method/impact.h"
#include "storage/method/suggestions.h"

#include <QString>

#include <optional>

namespace Scoredesk {

/// "Notable", "Watch to Major" while a range, empty where nothing counts.
QString bandText(const Method& method, const std::optional<Impact>& impact);
/// "7.4 · Notable", "3.1–8.2 · Background to Major", or "—".
QString impactText(const Method& method, const std::optional<Impact>& impact);
/// What one dimension would have to do: "+0.6 → Major, −4.1 → Watch"; empty where no move crosses a band.
QString sensitivityText(const Method& method, const Scorecard& card, const Sensitivity& sensitivity);
/// "18 outlets · 3 tier-1 · 5 independent origins"; empty where there are none.
QString coverageText(const Coverage& coverage);
/// "18 outlets · 3 tier-1 stated"; empty where nothing is stated.
QString coverageText(const StatedCoverage& stated);
/// The evidence of a suggestion and how far such ones are off: "18 outlets, 3 tier-1 stated. Errs by 0.51 on
/// average; guessing the mean errs by 1.26."
QString suggestionText(const Suggestion& suggestion);

} // namespace Scoredesk
