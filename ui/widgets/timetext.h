// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Scoredesk {

/// An instant for people: local date and time in their locale's short form; "—" where there is none.
QString localTimeText(const QDateTime& instant);
/// The same instant in UTC, to the second, for tooltips: what another desk would call it.
QString utcTimeText(const QDateTime& instant);

} // namespace Scoredesk
