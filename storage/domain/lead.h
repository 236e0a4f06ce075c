// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"

namespace Scoredesk {

/// The article that speaks for a story: of the best tier, of those the earliest, of those the longest. Null
/// where there is none.
const Article* leadOf(const QList<Article>& articles);
/// The same, or the one that a hand pinned.
const Article* leadOf(const Dossier& story);

} // namespace Scoredesk
