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

QDateTime Scorecard::lastSetAt() const
{
    QDateTime latest;
    for (const ScoreCell& cell : cells)
        if (!cell.value.isUnset() && (!latest.isValid() || cell.setAt > latest))
            latest = cell.setAt;
    return latest;
}

} // namespace Scoredesk
