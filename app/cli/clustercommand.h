// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Scoredesk {

/// Runs `scoredesk cluster FILE.jsonl` (or "-"); the arguments are those after "cluster". Reads lines of
/// {id, time, outlet, title, text} in order of time and prints a line {id, story} for each, by the code that
/// intake groups with. The exit code: 0 where all went well, 1 where the file or a line could not be read
/// (the other lines are grouped all the same), 2 where the call was wrong.
int runClusterCommand(const QStringList& arguments);

} // namespace Scoredesk
