// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Scoredesk {

/// Runs `scoredesk feed …`; the arguments are those after "feed". The exit code: 0 where all went well, 1
/// where something could not be read, 2 where the call was wrong.
int runFeedCommand(const QStringList& arguments);

} // namespace Scoredesk
