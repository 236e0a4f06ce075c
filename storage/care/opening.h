// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/care/migration.h"
#include "storage/sql/connection.h"
#include "storage/store.h"

#include <QLockFile>

#include <memory>

namespace Scoredesk {

/// The log that SQLite makes beside a desk for who only reads it, and cannot take away again through a file
/// that is opened for reading. Does that when it goes: after the reader's connection, and where no other has
/// come.
class ReadersLog {
public:
    explicit ReadersLog(QString path) : m_path(std::move(path)) {}
    ~ReadersLog();
    ReadersLog(const ReadersLog&) = delete;
    ReadersLog& operator=(const ReadersLog&) = delete;

private:
    QString m_path;
};

/// An open desk, and whether this process is the one that cares for its file.
struct OpenedDesk {
    std::unique_ptr<ReadersLog> log; ///< of a reader who found none; outlives the connection
    std::unique_ptr<Connection> connection;
    OpenReport report;
    std::unique_ptr<QLockFile> lock; ///< held by the first to open the desk, who marks its closing; else null
};

/// Does what Store::open() promises.
[[nodiscard]] Result<OpenedDesk> openDesk(const QString& path, const StoreOptions& options,
                                          const Schema& schema = Schema::shipped());

/// Takes the lock of a desk that another had when it was opened, and marks the desk as open; null while it is
/// held.
std::unique_ptr<QLockFile> takeLockLater(Connection& connection);
/// Marks the desk as closed well. Only for who holds the lock.
void markClosed(Connection& connection);

/// The lock of a desk that nobody has open; DeskLocked where somebody has.
[[nodiscard]] Result<std::unique_ptr<QLockFile>> lockDesk(const QString& path);

} // namespace Scoredesk
