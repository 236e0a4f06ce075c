// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/method/checks/subject.h"

namespace Scoredesk {

// Checks of the brief's fields as such. Facts are in the order that ui/words/checktext documents.

/// {"missing" | "short" | "long" | "few" | "many", how many, the bound}; for "missing" only the first.
QList<Finding> checkFieldLengths(const CheckSubject& subject);
/// {how many unset, their labels, whose card where it is another's}.
QList<Finding> checkCardComplete(const CheckSubject& subject);
/// {whose card}.
QList<Finding> checkBorrowedCard(const CheckSubject& subject);
/// {"scheme" | "host" | "private" | "userinfo", the link}.
QList<Finding> checkLinks(const CheckSubject& subject);

} // namespace Scoredesk
