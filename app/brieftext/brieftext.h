// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brieftext/draft.h"
#include "storage/domain/importplan.h"
#include "storage/domain/result.h"

#include <QList>
#include <QString>

namespace Scoredesk {

/// The stories that a text holds, and the lines that could not be used as what they seem to be.
struct BriefText {
    QList<Dossier> dossiers;
    QList<ImportProblem> problems; ///< where: "line 12"
};

/// Reads text as copied from a page of briefs: headline, source, summary, why it matters, scorecard, coverage
/// and trust note in most orders, with or without labels; further paragraphs are incoming stories, a headline
/// made from their first sentence. Every word of the text is found again in some story's fields or remainder.
///
/// Pure; any thread. InvalidInput where the text is empty, no text at all, or of more than 2,000,000
/// characters. The context must hold a method.
[[nodiscard]] Result<BriefText> readBriefText(const QString& text, const DraftContext& context);

} // namespace Scoredesk
