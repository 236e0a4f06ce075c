// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/rowcopy.h"

#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

// A gap wider than this is more likely a damaged row number than so many rows.
static constexpr qint64 widestGap = 200'000;

RowCopy::RowCopy(Connection& from, Connection& into, const QString& table)
    : m_from(from), m_into(into), m_table(table)
{
    m_rowid = hasRowid();
    const QStringList ours = columnsOf(into);
    const QStringList theirs = columnsOf(from);
    for (const QString& column : ours)
        if (theirs.contains(column)) // an earlier version had fewer
            m_columns.append(column);
    m_key = m_rowid ? u"rowid"_s : primaryKey().join(u" %1, "_s);
    const QString marks = QStringList(m_columns.size(), u"?"_s).join(u", "_s);
    m_insert = u"INSERT OR IGNORE INTO %1 (%2) VALUES (%3)"_s.arg(table, m_columns.join(u", "_s), marks);
}

QStringList RowCopy::columnsOf(Connection& desk) const
{
    QStringList columns;
    Statement row(desk, u"SELECT name FROM pragma_table_info(?)"_s, m_table);
    while (row.next())
        columns.append(row.text(0));
    desk.takeFailure();
    return columns;
}

bool RowCopy::hasRowid() const
{
    Statement row(m_into, u"SELECT sql LIKE '%WITHOUT ROWID%' FROM sqlite_master WHERE name = ?"_s, m_table);
    return row.next() && !row.flag(0);
}

QStringList RowCopy::primaryKey() const
{
    QStringList columns;
    Statement row(m_into, u"SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"_s, m_table);
    while (row.next())
        columns.append(row.text(0));
    return columns;
}

bool RowCopy::run()
{
    if (m_columns.isEmpty())
        return !m_into.hasFailed(); // the damaged desk no longer shows this table at all
    m_whole = readAll(u"ASC"_s);
    if (!m_whole) {
        m_backwards = true;
        readAll(u"DESC"_s);
        if (m_rowid)
            readBetween(m_lastFromFront.value_or(0),
                        m_lastFromBack.value_or(m_lastFromFront.value_or(0) + 1000));
    }
    return !m_into.hasFailed();
}

/// By the table itself, or by one of its indexes.
std::optional<qint64> RowCopy::counted(const QString& by) const
{
    std::optional<qint64> rows;
    {
        Statement count(m_from, u"SELECT count(*) FROM %1 %2"_s.arg(m_table, by));
        if (count.next())
            rows = count.integer(0);
    }
    return m_from.takeFailure() ? std::nullopt : rows;
}

std::optional<qint64> RowCopy::lost() const
{
    if (m_whole)
        return 0;
    QStringList ways = {u"NOT INDEXED"_s};
    {
        Statement index(m_from, u"SELECT name FROM pragma_index_list(?) WHERE partial = 0"_s, m_table);
        while (index.next())
            ways.append(u"INDEXED BY \"%1\""_s.arg(index.text(0)));
    }
    m_from.takeFailure();
    for (const QString& way : std::as_const(ways))
        if (const auto rows = counted(way); rows && *rows >= m_saved)
            return *rows - m_saved;
    return std::nullopt;
}

bool RowCopy::readAll(const QString& order)
{
    const QString by = m_rowid                   ? m_key + u' ' + order
                       : m_key.contains(u"%1"_s) ? m_key.arg(order) + u' ' + order
                                                 : m_key + u' ' + order;
    const QString key = m_rowid ? u"rowid"_s : u"0"_s;
    {
        Statement row(m_from, u"SELECT %1, %2 FROM %3 NOT INDEXED ORDER BY %4"_s.arg(
                                  key, m_columns.join(u", "_s), m_table, by));
        while (!m_into.hasFailed() && row.next()) {
            auto& last = m_backwards ? m_lastFromBack : m_lastFromFront;
            last = row.integer(0);
            if (m_backwards && m_rowid && m_lastFromFront && *last <= *m_lastFromFront)
                break; // met the rows read from the front
            insert(row);
        }
    }
    return !m_from.takeFailure();
}

void RowCopy::readBetween(qint64 low, qint64 high)
{
    if (high - low > widestGap)
        return;
    const QString sql =
        u"SELECT rowid, %1 FROM %2 NOT INDEXED WHERE rowid = ?"_s.arg(m_columns.join(u", "_s), m_table);
    for (qint64 id = low + 1; id < high && !m_into.hasFailed(); ++id) {
        {
            Statement row(m_from, sql, id);
            if (row.next())
                insert(row);
        }
        m_from.takeFailure();
    }
}

void RowCopy::insert(const Statement& row)
{
    Statement target(m_into, m_insert);
    for (int column = 0; column < m_columns.size(); ++column)
        target.bindValue(row.value(column + 1));
    if (target.run())
        m_saved += target.changes();
}

} // namespace Scoredesk
