// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"
#include "storage/sql/openfiles.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <memory>
#include <optional>
#include <unordered_map>

struct sqlite3;

namespace Scoredesk {

/// How a connection is opened.
struct ConnectionOptions {
    bool readOnly = false;
    int busyTimeoutMs = 5000;
};

/// One connection to one SQLite file, with its prepared statements. Belongs to the thread that opened it.
///
/// The first error sticks: statements after it do nothing, until the transaction around them ends and tells
/// it. So table code reads straight on, and cannot write half of something by forgetting to look.
class Connection {
public:
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString& path,
                                                                  const ConnectionOptions& options);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    const QString& path() const { return m_path; }
    /// Ends the statement that runs, with ErrorCode::Cancelled; nothing where none runs. From any thread,
    /// while the connection lives.
    void interrupt();
    bool isInTransaction() const;
    bool isReadOnly() const { return m_readOnly; }

    /// The SQL of every statement used so far that is not in use right now.
    QStringList usedSql() const;

    bool hasFailed() const { return m_failure.has_value(); }
    /// Keeps the error unless an earlier one is kept already.
    void fail(const Error& error);
    /// The error kept so far, which is forgotten.
    std::optional<Error> takeFailure();
    [[nodiscard]] Result<void> takeResult();

private:
    friend class Statement;
    friend class Transaction;

    Connection(QString name, const QString& path) : m_name(std::move(name)), m_path(path), m_mark(path) {}
    void failWith(const QSqlError& error);
    std::unique_ptr<QSqlQuery> borrow(const QString& sql);
    void giveBack(const QString& sql, std::unique_ptr<QSqlQuery> query);

    QString m_name;
    QString m_path;
    OpenFiles::Mark m_mark;
    bool m_readOnly = false;
    sqlite3* m_handle = nullptr;                                      // the driver's own
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_unused; // by SQL; prepared once, then lent out
    std::optional<Error> m_failure;
    bool m_broken = false; // SQLite ended the transaction itself; only the outermost scope may clear this
    int m_depth = 0;
    bool m_writing = false;
};

} // namespace Scoredesk
