// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/rule.h"

#include <QString>

namespace Scoredesk {

/// The rule's name, else its query; empty where it has neither.
QString ruleName(const Rule& rule);
/// What a rule does: "tag gpu, chips · shortlist". Empty where it does nothing.
QString deedsText(const Rule& rule);
/// What rules would do to a story, in the same words, and which: "tag gpu · by Chips, Ads".
QString effectText(const RuleEffect& effect);

} // namespace Scoredesk
