// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>

#include <utility>

namespace Scoredesk {

/// A table of values that have an id. New contents change the rows that differ, so that selection, scroll and
/// an editor that is open stay where they are.
template<typename Row>
class RowsModel : public QAbstractTableModel {
public:
    using Id = decltype(Row::id);

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    const QList<Row>& rows() const { return m_rows; }
    const Row& row(int row) const { return m_rows[row]; }
    /// -1 where it is not there.
    int rowOf(Id id) const
    {
        for (int row = 0; row < int(m_rows.size()); ++row)
            if (m_rows[row].id == id)
                return row;
        return -1;
    }

protected:
    void setRows(const QList<Row>& rows)
    {
        QHash<Id, qsizetype> wanted;
        for (qsizetype i = 0; i < rows.size(); ++i)
            wanted.insert(rows[i].id, i);
        dropAllBut(wanted);
        for (int row = 0; row < int(m_rows.size()); ++row) {
            const Row& now = rows[wanted.take(m_rows[row].id)];
            if (m_rows[row] == now)
                continue;
            m_rows[row] = now;
            Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
        QList<Row> fresh;
        for (const Row& row : rows)
            if (wanted.contains(row.id))
                fresh.append(row);
        if (fresh.isEmpty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + fresh.size()) - 1);
        m_rows += fresh;
        endInsertRows();
    }

    void tellAllChanged()
    {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, columnCount() - 1));
    }

private:
    void dropAllBut(const QHash<Id, qsizetype>& wanted)
    {
        for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
            if (wanted.contains(m_rows[last].id))
                continue;
            int first = last;
            while (first > 0 && !wanted.contains(m_rows[first - 1].id))
                --first;
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }

    QList<Row> m_rows;
};

} // namespace Scoredesk
