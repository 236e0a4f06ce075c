// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/domain/dossier.h"

#include <QList>

namespace Scoredesk {

/// The edits that fill what `ours` leaves empty from `theirs`, and pin their quotations that we lack (told by
/// UUID); what the analyst has set stays. A reason to let a blocker stand is no such thing: it was given for
/// their words, not for ours.
QList<StoryEdit> editsThatFill(const Dossier& ours, const Dossier& theirs);

/// Whether two articles are one: by UUID, by link, or where neither has a link by title and outlet.
bool isSameArticle(const Article& a, const Article& b);

/// What merging `theirs` into `ours` would change.
struct Filling {
    QList<StoryEdit> edits;
    QList<Article> articles;
    QList<StorySignal> storySignals;
    QList<Scorecard> cards; ///< of analysts who have none

    bool isEmpty() const
    {
        return edits.isEmpty() && articles.isEmpty() && storySignals.isEmpty() && cards.isEmpty();
    }
};
Filling fillingOf(const Dossier& ours, const Dossier& theirs);

/// Does it in memory, as the store does it on the desk.
void fill(Dossier& ours, const Filling& filling);

} // namespace Scoredesk
