// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/domain/result.h"

#include <QList>

namespace Scoredesk {

class Store;

/// Puts on record that a file of these stories, as it was rendered, has gone out: one step. `record` says who
/// sent it; it is kept under the name that the file bears (signerOf()).
[[nodiscard]] Result<void> recordBriefs(Store& store, const QList<Dossier>& dossiers, ExportRecord record);

} // namespace Scoredesk
