// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/domain/story.h"

namespace Scoredesk {

/// A text field of a story as StoryEdit::value holds it; empty for fields that are no text of the story's.
QString storyText(const Story& story, StoryField field);

} // namespace Scoredesk
