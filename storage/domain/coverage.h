// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Scoredesk {

/// What a brief says of its own coverage, which may exceed what the desk has seen.
struct StatedCoverage {
    std::optional<int> outlets;
    std::optional<int> tierOne;
    QStringList named;      ///< outlets it names, in its order
    bool namesMore = false; ///< its list ended in "…"

    bool isEmpty() const { return !outlets && !tierOne && named.isEmpty(); }
    bool operator==(const StatedCoverage&) const = default;
};

/// What the desk's own articles show of a story.
struct Coverage {
    int articles = 0;
    int outlets = 0; ///< each outlet once, however many feeds or articles
    int tierOne = 0; ///< of those, tier 1
    int origins = 0; ///< articles less reprints of an earlier one

    bool operator==(const Coverage&) const = default;
};

/// Compact JSON: the form of the change history.
QString toText(const Coverage& coverage);
/// Nothing where the text is not what toText() writes.
std::optional<Coverage> coverageFromText(const QString& text);

/// Compact JSON, "" where empty: the form of the desk file and of the change history.
QString toText(const StatedCoverage& stated);
/// Nothing where the text is not what toText() writes.
std::optional<StatedCoverage> statedCoverageFromText(const QString& text);

} // namespace Scoredesk
