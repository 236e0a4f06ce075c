// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/connection.h"

#include "storage/sql/sqlerror.h"

#include <QSqlDriver>

#include <sqlite3.h>

#include <atomic>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QString freshName()
{
    static std::atomic<int> last = 0;
    return u"scoredesk-%1"_s.arg(++last);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString& path, const ConnectionOptions& options)
{
    std::unique_ptr<Connection> connection(new Connection(freshName(), path));
    connection->m_readOnly = options.readOnly;
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
    if (!database.isValid())
        return Scoredesk::fail(u"Qt's SQLite driver is not installed (package libqt6sql6-sqlite)."_s);
    database.setDatabaseName(path);
    QString wanted = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(options.busyTimeoutMs);
    if (options.readOnly)
        wanted += u";QSQLITE_OPEN_READONLY"_s;
    database.setConnectOptions(wanted);
    if (!database.open())
        return tl::unexpected(errorFrom(database.lastError()));
    const QVariant handle = database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") == 0)
        connection->m_handle = *static_cast<sqlite3* const*>(handle.data());
    return connection;
}

void Connection::interrupt()
{
    if (m_handle)
        sqlite3_interrupt(m_handle);
}

Connection::~Connection()
{
    m_unused.clear(); // statements must be gone before SQLite lets go of the file
    if (QSqlDatabase::contains(m_name)) {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
    }
}

bool Connection::isInTransaction() const
{
    return m_handle && sqlite3_get_autocommit(m_handle) == 0;
}

QStringList Connection::usedSql() const
{
    QStringList used;
    for (const auto& [sql, query] : m_unused)
        used.append(sql);
    return used;
}

void Connection::fail(const Error& error)
{
    if (!m_failure)
        m_failure = error;
}

void Connection::failWith(const QSqlError& error)
{
    Error readable = errorFrom(error);
    if (readable.code == ErrorCode::DeskDamaged)
        readable = damagedDesk(m_path, error.databaseText());
    fail(readable);
    if (m_depth > 0 && endsTransaction(error))
        m_broken = true;
}

std::optional<Error> Connection::takeFailure()
{
    return std::exchange(m_failure, std::nullopt);
}

Result<void> Connection::takeResult()
{
    if (auto failure = takeFailure())
        return tl::unexpected(*failure);
    return {};
}

std::unique_ptr<QSqlQuery> Connection::borrow(const QString& sql)
{
    if (const auto found = m_unused.find(sql); found != m_unused.end()) {
        auto query = std::move(found->second);
        m_unused.erase(found);
        return query;
    }
    auto query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_name, false));
    query->setForwardOnly(true);
    if (!query->prepare(sql)) {
        failWith(query->lastError());
        return nullptr;
    }
    return query;
}

void Connection::giveBack(const QString& sql, std::unique_ptr<QSqlQuery> query)
{
    m_unused.try_emplace(sql, std::move(query));
}

} // namespace Scoredesk
