// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QString>

namespace Scoredesk {

/// PRAGMA application_id of every desk: "SDsk".
inline constexpr int deskApplicationId = 0x5344736b;

/// What stands at a path.
struct DeskFile {
    enum class Kind { Missing, Blank, Desk };

    Kind kind = Kind::Missing;
    int version = 0; ///< of its schema
};

/// Looks without changing a byte of it. Failed where it is a folder, no SQLite file or another program's.
[[nodiscard]] Result<DeskFile> inspectDesk(const QString& path);

/// Whether this process has it open. Then it must not be opened otherwise, not even to read (OpenFiles).
bool isDeskInUse(const QString& path);
/// InvalidInput where an export there would destroy a desk, or what SQLite keeps beside it.
[[nodiscard]] Result<void> mayBeReplaced(const QString& path);

/// Creates the missing folders above a file, each mode 0700.
[[nodiscard]] Result<void> makeFoldersFor(const QString& path);
/// Creates an empty file that only its owner may read, unless there is one.
[[nodiscard]] Result<void> makePrivateFile(const QString& path);
/// Takes away what others may do with it; what its owner may not do stays so.
void makePrivate(const QString& path);
/// Has the disk take what was written to it, and the folder its name.
[[nodiscard]] Result<void> syncToDisk(const QString& path);

/// The files that SQLite keeps beside a desk, and the lock.
QString walPath(const QString& desk);
QString shmPath(const QString& desk);
QString lockPath(const QString& desk);

} // namespace Scoredesk
