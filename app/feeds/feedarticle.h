// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"
#include "storage/domain/article.h"

namespace Scoredesk {

/// The item as an article of the desk, its outlet still open. A time that is missing, or later than a day
/// after the fetch, is taken to be the fetch and marked as a guess.
[[nodiscard]] Article articleFromItem(const FeedItem& item, const QDateTime& fetchedAt);

} // namespace Scoredesk
