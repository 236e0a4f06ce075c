// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/refresh/placer.h"

namespace Scoredesk {

/// An article joins the story that has its link from elsewhere: another feed, or the analyst's own paste. Any
/// other opens a story of its own.
class LinkPlacer : public Placer {
public:
    [[nodiscard]] Result<void> place(Store& store, FeedId feed, QList<Arrival>& arrivals) override;
};

} // namespace Scoredesk
