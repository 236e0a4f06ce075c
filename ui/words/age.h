// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Scoredesk {

/// How long ago, in as few letters as a list has room for: "now", "5 min", "2 h", "3 d", then "9 Apr", then
/// "9 Apr 2025". An instant still to come shows its date; an invalid one is empty.
QString ageText(const QDateTime& then, const QDateTime& now);

} // namespace Scoredesk
