// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/coverage.h"

#include <QString>

#include <optional>

namespace Scoredesk {

/// What a line says of coverage, and the words on it that say something else.
struct CoverageLine {
    StatedCoverage stated;
    QString leftover;
};

/// "Coverage18 outlets · 3 tier-1", "Covered by 18 outlets (3 tier 1): X, The Verge, …".
/// Nothing for prose that happens to mention outlets.
std::optional<CoverageLine> coverageLine(const QString& line);

/// "X, The Verge, TechCrunch and 12 more": outlets by name. `announced` where the line before called for
/// them, which lets a single name pass.
std::optional<CoverageLine> namedOutlets(const QString& line, bool announced);

/// Adds what `more` says to `stated`. False where both state a count and they differ.
bool mergeStated(StatedCoverage& stated, const StatedCoverage& more);

} // namespace Scoredesk
