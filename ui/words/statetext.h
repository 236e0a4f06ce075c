// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/storystate.h"

#include <QString>

namespace Scoredesk {

/// "Incoming", "Shortlisted", "Ready" or "Spiked".
QString stageText(Stage stage);
/// The stage, and for a spiked story its reason: "Spiked: duplicate of another".
QString stateText(const StoryState& state);

} // namespace Scoredesk
