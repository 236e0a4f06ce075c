// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/scorecard.h"

#include <algorithm>

namespace Scoredesk {

bool Scorecard::isBlank() const
{
    return !statedImpact && std::all_of(cells.begin(), cells.end(), [](const ScoreCell& cell) {
        return cell.value.isUnset() && cell.rationale.isEmpty();
    });
}

bool Scorecard::isJudged() const
{
    return std::any_of(cells.begin(), cells.end(),
                       [](const ScoreCell& cell) { return !cell.value.isUnset(); });
}

QDateTime Scorecard::lastSetAt() const
{
    QDateTime latest;
    for (const ScoreCell& cell : cells)
        if (!cell.value.isUnset() && (!latest.isValid() || cell.setAt > latest))
            latest = cell.setAt;
    return latest;
}

Scorecard briefCardOf(const QList<Scorecard>& cards, const QString& analyst)
{
    const Scorecard* leading = nullptr;
    for (const Scorecard& card : cards) {
        if (card.analyst == analyst && !card.isBlank())
            return card;
        // What has no time is older than what has one; of two set at once the later row leads, as in the
        // queue.
        if (card.isJudged() &&
            (!leading || !leading->lastSetAt().isValid() || card.lastSetAt() >= leading->lastSetAt()))
            leading = &card;
    }
    if (leading)
        return *leading;
    Scorecard blank;
    blank.analyst = analyst;
    return blank;
}

} // namespace Scoredesk
