// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/pragmas.h"

#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

static void ask(Connection& connection, const QString& pragma)
{
    Statement statement(connection, pragma);
    while (statement.next()) {
    }
}

static void setUpForBoth(Connection& connection)
{
    // Not trusted_schema = OFF: before SQLite 3.41 it keeps FTS5 out of triggers.
    ask(connection, u"PRAGMA cell_size_check = ON"_s);
    ask(connection, u"PRAGMA temp_store = MEMORY"_s);
    ask(connection, u"PRAGMA cache_size = -16000"_s); // KiB
}

void setUpForWriting(Connection& connection)
{
    setUpForBoth(connection);
    ask(connection, u"PRAGMA journal_mode = WAL"_s);
    ask(connection, u"PRAGMA synchronous = FULL"_s);
    ask(connection, u"PRAGMA foreign_keys = ON"_s);
    ask(connection, u"PRAGMA journal_size_limit = 67108864"_s); // what a bulk import leaves of its log
}

void setUpForIntake(Connection& connection)
{
    setUpForWriting(connection);
    ask(connection, u"PRAGMA synchronous = NORMAL"_s);
    // Many small commits touch the same pages: what stays in the log until 32 MiB is moved to the desk once.
    ask(connection, u"PRAGMA wal_autocheckpoint = 8000"_s);
}

void setUpForReading(Connection& connection)
{
    // The connection is opened read-only; query_only besides would refuse VACUUM INTO, and so a backup.
    setUpForBoth(connection);
}

qint64 dataVersion(Connection& connection)
{
    Statement row(connection, u"PRAGMA data_version"_s);
    return row.next() ? row.integer(0) : 0;
}

static QStringList findings(Connection& connection, const QString& pragma)
{
    QStringList lines;
    Statement row(connection, pragma);
    while (row.next())
        lines.append(row.text(0));
    if (lines == QStringList{u"ok"_s})
        lines.clear();
    return lines;
}

QStringList quickCheck(Connection& connection)
{
    return findings(connection, u"PRAGMA quick_check(20)"_s);
}

QStringList integrityCheck(Connection& connection)
{
    return findings(connection, u"PRAGMA integrity_check(20)"_s);
}

} // namespace Scoredesk
