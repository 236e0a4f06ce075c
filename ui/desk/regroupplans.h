// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "ui/desk/regrouping.h"

namespace Scoredesk {

// What the analyst's regroupings come to, from the stories as they stand.

/// The stories of which some analyst has scored several, so that it must be said whose card leads.
QList<StoryId> rivalCards(const QList<Dossier>& stories);
/// So many stories are regrouped at once; InvalidInput, with a sentence, for more.
inline constexpr qsizetype mostRegrouped = 50;
[[nodiscard]] Result<void> checkCount(qsizetype stories);
/// The story that stays first: the one furthest on its way (ready before shortlisted before incoming before
/// spiked), of those the first as given.
void orderForMerge(QList<Dossier>& stories);
/// The others' articles and tags go to the first, which who asks for them is led to; they are spiked as
/// merged and keep their cards and histories. One that was merged away itself and is now the first is
/// unspiked. Cards that the first lacks are copied to it; where an analyst has a card on several, the one of
/// `leadingCard` is. Keeps what the others were kept apart from.
[[nodiscard]] Result<Regrouping> planMerge(const Store& store, const QList<Dossier>& stories,
                                           StoryId leadingCard);
/// The articles become a story of their own, kept apart from theirs. InvalidInput where none or all are to
/// go.
[[nodiscard]] Result<Regrouping> planSplit(const Dossier& story, const QList<ArticleId>& articles);
/// To stay there, and never to go back to `from` by themselves, the story that holds them.
Regrouping planMove(const QList<ArticleId>& articles, StoryId into, StoryId from);
/// None of the stories becomes one with another of them by itself.
Regrouping planApart(const QList<StoryId>& stories);
/// Takes that back.
Regrouping planTogether(const QList<StoryId>& stories);
/// It leads from now on; null lets the desk choose again. Words that are still the old lead's become the new
/// one's.
Regrouping planLead(const Dossier& story, const QUuid& article);

} // namespace Scoredesk
