// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brieftext/draft.h"
#include "storage/domain/importplan.h"
#include "storage/domain/result.h"

#include <QByteArray>
#include <QList>

namespace Scoredesk {

/// The stories of a scored-stories file.
struct ScoredStories {
    QList<Dossier> dossiers;
    QList<ImportProblem> problems; ///< where: "item 3"
};

/// Reads the JSON of the scoring service: a list of stories (or an object with such a list) with metrics,
/// signals, verdict and links. A story keeps its id as slug and gets a UUID made from it, so that importing
/// it again finds it. Its card keeps the method it states to be under, the published one; the desk shows it
/// by the method in use. What the desk has no place for stands as compact JSON in the story's remainder.
///
/// Pure; any thread. InvalidInput, with line and column, where the whole is no such file.
[[nodiscard]] Result<ScoredStories> readScoredStories(const QByteArray& json, const DraftContext& context);

/// Whether parsed JSON has this shape.
bool looksLikeScoredStories(const QJsonDocument& document);

} // namespace Scoredesk
