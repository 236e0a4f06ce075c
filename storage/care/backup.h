// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql/connection.h"

namespace Scoredesk {

/// Writes one consistent state of an open desk to a new file of mode 0600: beside the target, synced,
/// renamed. A file that stands at the target is replaced. The copy counts as closed well.
[[nodiscard]] Result<void> writeBackup(Connection& desk, const QString& target);

/// Whether restoreBackup() would take the backup; see Store::mayRestore().
[[nodiscard]] Result<void> requireRestorable(const QString& backup, const QString& path);
/// Replaces the desk at `path` by the backup; see Store::restore().
[[nodiscard]] Result<QString> restoreBackup(const QString& backup, const QString& path, const QDateTime& now);

} // namespace Scoredesk
