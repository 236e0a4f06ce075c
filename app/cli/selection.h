// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"
#include "storage/domain/result.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Scoredesk {

class Store;

/// "incoming", "shortlisted", "ready", "spiked" or "all".
std::optional<QueueView::Kind> viewFromText(const QString& text);
/// Orders the view by "newest", "impact", "changed", "outlets", "relevance" or one of the dimensions; false
/// for anything else.
bool setOrder(QueueView& view, const QString& text, const QStringList& dimensions);

/// Ids of a view in its order, at most so many; 0: all.
[[nodiscard]] Result<QList<StoryId>> idsOf(const Store& store, const QueueView& view, int most = 0);
/// The stories that a person named, each once. The error says which name is none.
[[nodiscard]] Result<QList<StoryId>> idsNamed(const Store& store, const QStringList& handles);

} // namespace Scoredesk
