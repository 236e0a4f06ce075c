// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/domain/score.h"

#include <QDateTime>
#include <QString>

namespace Scoredesk {

/// What an analyst made of a dimension in a story like the one at hand.
struct Comparable {
    StoryId id{};
    QString headline;
    Score value;        ///< a number or not applicable
    QDateTime sortedAt; ///< published, else added; UTC

    bool operator==(const Comparable&) const = default;
};

} // namespace Scoredesk
