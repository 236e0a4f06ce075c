// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace Scoredesk {

/// One thing a source carried about a story's reception: points, comments, upvotes, mentions, a voice …
struct StorySignal {
    QString kind;   ///< "points", "comments", "upvotes", "mentions", "likes", "voices", "ticker" …
    QString source; ///< where: "Hacker News", "r/MachineLearning", "@handle"
    std::optional<double> value;
    QString note;
    QDateTime observedAt; ///< UTC

    bool operator==(const StorySignal&) const = default;
};

} // namespace Scoredesk
