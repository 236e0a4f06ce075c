// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/method/method.h"
#include "storage/sql/connection.h"

#include <QList>

namespace Scoredesk {

/// Puts an export of these stories on record. Where the record names no vector, each story's own is taken:
/// that of the record's analyst, else of the leading card. Returns the stories that are on the desk.
QList<StoryId> keepExport(Connection& connection, const Method& method, const QList<StoryId>& ids,
                          ExportRecord record, const QDateTime& now);

} // namespace Scoredesk
