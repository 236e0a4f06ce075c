// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/shifttable.h"

#include "storage/sql/statement.h"
#include "storage/tables/nametables.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

std::optional<Shift> ShiftTable::running(const QString& analyst) const
{
    Statement row(m_connection,
                  u"SELECT began_at FROM shift WHERE analyst_id = ? AND ended_at IS NULL "
                  "ORDER BY began_at DESC LIMIT 1"_s,
                  AnalystTable(m_connection).find(analyst));
    return row.next() ? std::optional(Shift{analyst, row.time(0), {}}) : std::nullopt;
}

QList<Shift> ShiftTable::last(const QString& analyst, int most) const
{
    QList<Shift> shifts;
    Statement row(m_connection,
                  u"SELECT began_at, ended_at FROM shift WHERE analyst_id = ? "
                  "ORDER BY ended_at IS NULL DESC, began_at DESC, id DESC LIMIT ?"_s,
                  AnalystTable(m_connection).find(analyst), most);
    while (row.next())
        shifts.append({analyst, row.time(0), row.time(1)});
    return shifts;
}

void ShiftTable::begin(const QString& analyst, const QDateTime& now)
{
    Statement(m_connection, u"INSERT INTO shift (analyst_id, began_at) VALUES (?, ?)"_s,
              AnalystTable(m_connection).ensure(analyst), now)
        .run();
}

// A clock that was set back must not make a shift end before it began.
void ShiftTable::end(const QString& analyst, const QDateTime& now)
{
    Statement(m_connection,
              u"UPDATE shift SET ended_at = max(began_at, ?) WHERE analyst_id = ? AND ended_at IS NULL"_s,
              now, AnalystTable(m_connection).find(analyst))
        .run();
}

} // namespace Scoredesk
