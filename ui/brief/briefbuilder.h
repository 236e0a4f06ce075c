// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/brief/exporter.h"
#include "ui/brief/storyfacts.h"
#include "ui/document/document.h"

namespace Scoredesk {

/// One brief, or a digest (cover, contents, ranking, then the briefs) where there are several. Only what a
/// story has is shown.
Document buildDocument(const QList<Dossier>& dossiers, const BriefOptions& options);

/// The blocks of one story, its headline at this heading level.
Section buildBrief(const StoryFacts& facts, const BriefOptions& options, int level);
/// What stands before the briefs of a digest.
Section buildFrontMatter(const QList<StoryFacts>& stories, const BriefOptions& options);

/// The title on a digest's cover.
QString digestTitle(const BriefOptions& options);
/// The stories by impact, highest first; a range counts with what is certain of it, and what has none comes
/// last.
QList<qsizetype> rankedByImpact(const QList<StoryFacts>& stories);

} // namespace Scoredesk
