// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/method/checks/subject.h"

namespace Scoredesk {

// Checks of the analyst's judgement against the evidence, and of the story against the desk. Facts are in
// the order that ui/words/checktext documents.

/// {stated outlets, outlets named or seen}.
QList<Finding> checkStatedOverNamed(const CheckSubject& subject);
/// {impact as shown}.
QList<Finding> checkImpactSupport(const CheckSubject& subject);
/// One finding a reason: {"primary"} or {"fud" | "authority", dimension's label, value}.
QList<Finding> checkTrustSupport(const CheckSubject& subject);
/// {FUD risk}.
QList<Finding> checkFudNote(const CheckSubject& subject);
/// {stated as shown, computed as shown, difference with its sign}.
QList<Finding> checkDrift(const CheckSubject& subject);
/// {when scored, when the evidence changed (ISO 8601 UTC), articles that came after}.
QList<Finding> checkScoreAge(const CheckSubject& subject);
/// {the other story's headline}.
QList<Finding> checkDuplicate(const CheckSubject& subject);
/// {category, how many of the last exported, how many exported were looked at}.
QList<Finding> checkCategorySkew(const CheckSubject& subject);

} // namespace Scoredesk
