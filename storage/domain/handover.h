// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/domain/scorecard.h"
#include "storage/domain/storystate.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace Scoredesk {

/// What became of one story in a stretch of an analyst's work.
struct HandoverStory {
    StoryId id{};
    QString headline;     ///< as it is now
    StoryState state;     ///< as the stretch left it
    bool moved = false;   ///< the stretch left it in another state than the analyst found it
    QString movedBy;      ///< another analyst who moved it last in the stretch; empty where none did
    bool scored = false;  ///< likewise with a value of their card
    Scorecard card;       ///< the analyst's values as the stretch left them; blank where they have none
    QDateTime exportedAt; ///< UTC, the last time; invalid where it did not go out
    QStringList formats;  ///< in which it went out, in the order of the exports, each once
    QDateTime lastAt;     ///< UTC, of the last of these acts

    bool operator==(const HandoverStory&) const = default;
};

/// What an analyst did from one instant to another, both included: the stories that they moved, scored or
/// exported, each once. What was done and taken back is not among it.
struct Handover {
    QString analyst;
    QDateTime from; ///< UTC
    QDateTime to;
    QList<HandoverStory> stories; ///< in the order in which they were last acted on
    int exportedAndGone = 0;      ///< stories that went out and have been removed from the desk since

    bool operator==(const Handover&) const = default;
};

} // namespace Scoredesk
