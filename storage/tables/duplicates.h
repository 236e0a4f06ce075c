// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/sql/connection.h"

namespace Scoredesk {

/// Headline of another story, not spiked, that has the same link or nearly the same headline; the newest
/// where several have. Empty where there is none.
QString likelyDuplicate(Connection& connection, StoryId id);

} // namespace Scoredesk
