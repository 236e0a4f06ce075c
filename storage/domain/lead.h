// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"

namespace Scoredesk {

/// Before that (1990, UTC) no feed can have meant its date: it is a machine's idea of no date at all.
QDateTime earliestPublication();
/// When the story had the article: its publication, else when it was fetched, UTC.
QDateTime seenAt(const Article& article);

/// The article that speaks for a story: of the best tier, of those the earliest, of those the longest. Null
/// where there is none.
const Article* leadOf(const QList<Article>& articles);
/// The same, or the one that a hand pinned.
const Article* leadOf(const Dossier& story);

} // namespace Scoredesk
