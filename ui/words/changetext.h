// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/method/method.h"

#include <QString>

namespace Scoredesk {

/// A line of a story's history as a sentence without who and when: "Stakes 6.5 → 7", "Summary edited",
/// "Spiked: duplicate", "Tags +gpu, by the rule “Chips”". Dimensions are named by the method's labels, or by
/// their key where it has none.
QString changeText(const Change& change, const Method& method);

} // namespace Scoredesk
