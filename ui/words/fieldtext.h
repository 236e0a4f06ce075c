// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"

#include <QString>

namespace Scoredesk {

/// What a field is called where it is edited: "Headline", "Why it matters" …
QString fieldText(StoryField field);

} // namespace Scoredesk
