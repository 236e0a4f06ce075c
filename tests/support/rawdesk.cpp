// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawdesk.h"

#include <sqlite3.h>

namespace Scoredesk::Test {

static void need(sqlite3* handle, bool isWell, const char* what)
{
    if (!isWell)
        qFatal("SQLite: %s, in: %s", sqlite3_errmsg(handle), what);
}

RawDesk::RawDesk(const QString& path, Access access)
{
    const int flags = access == Access::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const QByteArray name = path.toUtf8();
    need(m_handle, sqlite3_open_v2(name.constData(), &m_handle, flags, nullptr) == SQLITE_OK,
         name.constData());
}

RawDesk::~RawDesk()
{
    sqlite3_close(m_handle);
}

void RawDesk::run(const QByteArray& sql)
{
    need(m_handle, sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK,
         sql.constData());
}

qint64 RawDesk::number(const QByteArray& sql)
{
    RawStatement row(*this, sql);
    return row.next() ? row.integer(0) : 0;
}

RawStatement::RawStatement(RawDesk& desk, const QByteArray& sql) : m_handle(desk.handle())
{
    need(m_handle,
         sqlite3_prepare_v2(m_handle, sql.constData(), int(sql.size()), &m_statement, nullptr) == SQLITE_OK,
         sql.constData());
}

RawStatement::~RawStatement()
{
    sqlite3_finalize(m_statement);
}

void RawStatement::check(int code) const
{
    need(m_handle, code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE, sqlite3_sql(m_statement));
}

RawStatement& RawStatement::bind(qint64 value)
{
    check(sqlite3_bind_int64(m_statement, ++m_bound, value));
    return *this;
}

RawStatement& RawStatement::bind(double value)
{
    check(sqlite3_bind_double(m_statement, ++m_bound, value));
    return *this;
}

RawStatement& RawStatement::bind(const QByteArray& utf8)
{
    const char* text = utf8.isNull() ? "" : utf8.constData(); // no text column is nullable
    check(sqlite3_bind_text(m_statement, ++m_bound, text, int(utf8.size()), SQLITE_TRANSIENT));
    return *this;
}

RawStatement& RawStatement::bindBlob(const QByteArray& bytes)
{
    if (bytes.isEmpty())
        return bindNull();
    check(sqlite3_bind_blob(m_statement, ++m_bound, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT));
    return *this;
}

RawStatement& RawStatement::bindNull()
{
    check(sqlite3_bind_null(m_statement, ++m_bound));
    return *this;
}

bool RawStatement::next()
{
    const int code = sqlite3_step(m_statement);
    check(code);
    return code == SQLITE_ROW;
}

qint64 RawStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArray RawStatement::text(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

void RawStatement::run()
{
    while (next()) {
    }
    check(sqlite3_reset(m_statement));
    m_bound = 0;
}

} // namespace Scoredesk::Test
