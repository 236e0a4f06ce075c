// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/method/checks/subject.h"

namespace Scoredesk {

// Checks of what the brief's words say. Facts are in the order that ui/words/checktext documents.

/// One finding a number: {number}.
QList<Finding> checkHeadlineNumbers(const CheckSubject& subject);
/// One finding a count: {words found, "outlets" or "tier1", count the coverage shows}.
QList<Finding> checkOutletCounts(const CheckSubject& subject);
/// One finding a phrase: {phrase, FUD risk}.
QList<Finding> checkHypeHeadline(const CheckSubject& subject);
/// {"headline" or "summary", percent repeated, longest run repeated}.
QList<Finding> checkRepetition(const CheckSubject& subject);
/// One finding a field: {code point as "U+202E", how many, dimension for a rationale}.
QList<Finding> checkHiddenCharacters(const CheckSubject& subject);

} // namespace Scoredesk
