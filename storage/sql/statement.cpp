// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/statement.h"

namespace Scoredesk {

Statement::Statement(Connection& connection, const QString& sql) : m_connection(connection), m_sql(sql)
{
    if (!connection.hasFailed())
        m_query = connection.borrow(sql);
}

Statement::~Statement()
{
    if (!m_query)
        return;
    m_query->finish(); // an open cursor would hold back checkpoints
    m_connection.giveBack(m_sql, std::move(m_query));
}

Statement& Statement::bindVariant(const QVariant& value)
{
    if (m_query)
        m_query->bindValue(m_bound++, value);
    return *this;
}

bool Statement::run()
{
    if (!m_query || m_connection.hasFailed())
        return false;
    m_started = true;
    if (m_query->exec())
        return true;
    m_connection.failWith(m_query->lastError());
    return false;
}

bool Statement::runAgain()
{
    m_bound = 0;
    return run();
}

bool Statement::next()
{
    if (!m_started && !run())
        return false;
    if (!m_query || m_connection.hasFailed())
        return false;
    if (m_query->next())
        return true;
    // The driver tells a damaged page in the middle of a result only by lastError().
    if (m_query->lastError().isValid())
        m_connection.failWith(m_query->lastError());
    return false;
}

qint64 Statement::changes() const
{
    return m_query ? m_query->numRowsAffected() : 0;
}

qint64 Statement::insertedId() const
{
    return m_query ? m_query->lastInsertId().toLongLong() : 0;
}

QVariant Statement::value(int column) const
{
    return m_query ? m_query->value(column) : QVariant();
}

QString Statement::text(int column) const
{
    return value(column).toString();
}

std::optional<double> Statement::real(int column) const
{
    const QVariant found = value(column);
    return found.isNull() ? std::nullopt : std::optional(found.toDouble());
}

QUuid Statement::uuid(int column) const
{
    const QByteArray bytes = value(column).toByteArray();
    return bytes.size() == 16 ? QUuid::fromRfc4122(bytes) : QUuid();
}

QDateTime Statement::time(int column) const
{
    const QVariant found = value(column);
    return found.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(found.toLongLong(), Qt::UTC);
}

} // namespace Scoredesk
