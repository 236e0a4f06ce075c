// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparison.h"

namespace Scoredesk {

Comparison compare(const QList<Dossier>& dossiers, const Method& method, const QString& analyst)
{
    Comparison comparison;
    for (const Dossier& dossier : dossiers) {
        ComparedStory story{dossier.story.headline, dossier.briefCard(analyst), {}, {}};
        // A card with nothing judged could still be anything: it has no impact to show.
        if (story.card.isJudged())
            story.impact = impactOf(method, story.card);
        if (!comparison.stories.isEmpty()) {
            const std::optional<Impact>& first = comparison.stories.first().impact;
            if (first && story.impact && first->isComplete() && story.impact->isComplete())
                story.difference = story.impact->low - first->low;
        }
        comparison.stories.append(story);
    }
    for (const Dimension& dimension : method.dimensions) {
        ComparedDimension row{dimension, {}};
        for (const ComparedStory& story : std::as_const(comparison.stories)) {
            ComparedScore score{story.card.value(dimension.key), {}};
            if (!row.scores.isEmpty() && score.value.isValue() && row.scores.first().value.isValue())
                score.tenths = score.value.tenths() - row.scores.first().value.tenths();
            row.scores.append(score);
        }
        comparison.dimensions.append(row);
    }
    return comparison;
}

} // namespace Scoredesk
