// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/suggestions.h"

#include <algorithm>
#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

const QString coverageKey = u"coverage"_s;

// Least squares on the scored stories: log10(1 + outlets) against the coverage they were given.
constexpr double coverageAtNone = 1.49;
constexpr double coverageAtTenfold = 4.50;
constexpr double coverageError = 0.51;
constexpr double coverageMeanError = 1.26;

std::optional<Suggestion> suggestCoverage(const Dossier& dossier)
{
    const Coverage& seen = dossier.coverage;
    const StatedCoverage& stated = dossier.story.stated;
    const int outlets = std::max(seen.outlets, stated.outlets.value_or(0));
    if (outlets <= 0)
        return std::nullopt;
    const bool asStated = outlets > seen.outlets;
    const int tierOne = std::max(seen.tierOne, stated.tierOne.value_or(0));
    Suggestion suggestion;
    suggestion.dimension = coverageKey;
    suggestion.value = Score::fromNumber(coverageAtNone + coverageAtTenfold * std::log10(1.0 + outlets));
    suggestion.facts = {QString::number(outlets), QString::number(tierOne),
                        seen.origins > 0 && !asStated ? QString::number(seen.origins) : QString(),
                        asStated ? u"stated"_s : u"seen"_s};
    suggestion.error = coverageError;
    suggestion.meanError = coverageMeanError;
    return suggestion;
}

} // namespace

QList<Suggestion> suggestionsFor(const Dossier& dossier, const Method& method)
{
    QList<Suggestion> suggestions;
    for (const Dimension& dimension : method.dimensions)
        if (const auto suggestion = suggestionFor(dossier, method, dimension.key))
            suggestions.append(*suggestion);
    return suggestions;
}

std::optional<Suggestion> suggestionFor(const Dossier& dossier, const Method& method,
                                        const QString& dimension)
{
    if (dimension == coverageKey && method.byKey(dimension))
        return suggestCoverage(dossier);
    return std::nullopt;
}

} // namespace Scoredesk
