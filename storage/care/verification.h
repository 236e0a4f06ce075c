// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql/connection.h"

#include <QStringList>

namespace Scoredesk {

/// Checks the whole desk; each problem found is a sentence, none where all is well. A desk open for reading
/// only is checked but for its search index, which SQLite can check only by writing.
[[nodiscard]] Result<QStringList> verifyDesk(Connection& connection);
/// Checks the search index alone, on a connection that may write.
QStringList verifySearch(Connection& connection);

} // namespace Scoredesk
