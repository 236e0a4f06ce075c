// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/article.h"
#include "storage/domain/change.h"
#include "storage/domain/result.h"

#include <QUrl>

namespace Scoredesk {

class Store;

/// The story that a link led to.
struct LinkedStory {
    StoryId story{};
    bool isNew = false; ///< Store::removeStories() takes it back
};

// Called in the store's thread; none of them fetches anything.

/// Makes a story of a link at once, under its address until its page is read; or finds the story that has it.
[[nodiscard]] Result<LinkedStory> takeLink(Store& store, const QUrl& link, const QDateTime& now);

/// Makes a story of an article that was read (AddressFinding::article), or finds the story that has its link.
[[nodiscard]] Result<LinkedStory> takeArticle(Store& store, const Article& article);

/// Gives what was read of the page to the story that takeLink() made: title, summary, outlet, time and
/// canonical address, each unless the analyst wrote something else there meanwhile. Nothing where the story
/// is gone.
[[nodiscard]] Result<void> completeLink(Store& store, const QUrl& link, const Article& article,
                                        const EditContext& context);

} // namespace Scoredesk
