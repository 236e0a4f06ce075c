// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/transaction.h"

#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

Transaction::Transaction(Connection& connection, Kind kind)
    : m_connection(connection), m_level(connection.m_depth)
{
    ++m_connection.m_depth;
    m_open = true;
    if (m_level == 0) {
        m_connection.takeFailure();
        m_connection.m_broken = false;
        m_connection.m_writing = kind != Kind::Read;
        m_begun = command(kind != Kind::Read ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    } else if (kind != Kind::Read) {
        Q_ASSERT_X(m_connection.m_writing, "Transaction", "a write inside a read would fail when it is busy");
        m_isPart = kind == Kind::Part;
        m_begun = m_isPart || command(u"SAVEPOINT nested"_s);
    }
}

Transaction::~Transaction()
{
    rollback();
}

// QSqlQuery, not Statement: these must run although an error is kept.
bool Transaction::command(const QString& sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection.m_name, false));
    if (query.exec(sql))
        return true;
    m_connection.failWith(query.lastError());
    return false;
}

/// An interrupt may hit the ROLLBACK itself, which then leaves the transaction open; for ever, if it were not
/// tried again.
void Transaction::endAll()
{
    command(u"ROLLBACK"_s); // SQLite may have done so already
    for (int tries = 0; m_connection.isInTransaction() && tries < 1000; ++tries)
        command(u"ROLLBACK"_s);
}

Result<void> Transaction::commit()
{
    if (!m_open)
        return fail(u"The transaction has ended already."_s);
    if (!m_connection.hasFailed() && m_begun && !m_isPart)
        command(m_level == 0 ? u"COMMIT"_s : u"RELEASE nested"_s);
    if (const auto failure = m_connection.m_failure) {
        rollback();
        return tl::unexpected(*failure);
    }
    m_begun = false;
    leave();
    return {};
}

void Transaction::rollback()
{
    if (!m_open)
        return;
    const auto first = m_connection.takeFailure();
    if (m_begun && m_isPart) {
        m_connection.m_broken = true; // only the transaction that it is a part of can take it back
    } else if (m_begun && !m_connection.m_broken) {
        if (m_level == 0)
            endAll();
        else if (!command(u"ROLLBACK TO nested"_s) || !command(u"RELEASE nested"_s))
            m_connection.m_broken = true;
    } else if (m_begun && m_level == 0) {
        endAll();
    }
    m_begun = false;
    m_connection.takeFailure();
    // Inside a transaction that SQLite has ended, further statements would each commit on their own: keep the
    // error, so that none runs.
    if (m_connection.m_broken && m_level > 0)
        m_connection.m_failure = first.value_or(Error{u"The change could not be taken back."_s});
    leave();
}

void Transaction::leave()
{
    m_open = false;
    --m_connection.m_depth;
    if (m_level == 0) {
        m_connection.m_broken = false;
        m_connection.m_writing = false;
    }
}

} // namespace Scoredesk
