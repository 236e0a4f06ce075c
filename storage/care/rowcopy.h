// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql/connection.h"

#include <QStringList>

#include <optional>

namespace Scoredesk {

class Statement;

/// Copies one table's rows from a damaged desk into a sound one, around the places that cannot be read: from
/// the front, from the back, and then one by one in between.
class RowCopy {
public:
    RowCopy(Connection& from, Connection& into, const QString& table);

    /// False where even the target's own table cannot be written.
    bool run();
    qint64 saved() const { return m_saved; }
    bool isWhole() const { return m_whole; } ///< the table was read to its end without an error
    /// How many rows were not saved, as an index that is still sound counts them; nothing where none does.
    std::optional<qint64> lost() const;

private:
    std::optional<qint64> counted(const QString& by) const;
    QStringList columnsOf(Connection& desk) const;
    bool hasRowid() const;
    QStringList primaryKey() const;
    bool readAll(const QString& order);
    void readBetween(qint64 low, qint64 high);
    void insert(const Statement& row);

    Connection& m_from;
    Connection& m_into;
    QString m_table;
    QStringList m_columns;
    QString m_insert;
    QString m_key; ///< what orders and finds rows: rowid, or the primary key's columns
    bool m_rowid = true;
    std::optional<qint64> m_lastFromFront;
    std::optional<qint64> m_lastFromBack;
    bool m_backwards = false;
    qint64 m_saved = 0;
    bool m_whole = false;
};

} // namespace Scoredesk
