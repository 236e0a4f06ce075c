// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Scoredesk {

/// The one stretch in which two texts differ: `removed` characters of the first at `position` gave way to
/// `added` of the second. Never splits a surrogate pair.
struct TextDifference {
    qsizetype position = 0;
    qsizetype removed = 0;
    qsizetype added = 0;

    /// Where a cursor of the first text stands in the second.
    qsizetype moved(qsizetype cursor) const
    {
        if (cursor <= position)
            return cursor;
        return cursor >= position + removed ? cursor - removed + added : position + added;
    }
};

TextDifference differenceOf(const QString& before, const QString& after);

} // namespace Scoredesk
