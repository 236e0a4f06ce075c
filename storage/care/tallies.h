// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql/connection.h"

#include <QStringList>

namespace Scoredesk {

/// Which of the counts kept for views differ from what they count, a sentence each. Reads every story.
QStringList wrongTallies(Connection& connection);
/// Counts them all anew.
void recountTallies(Connection& connection);

} // namespace Scoredesk
