// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/rules/ruledrafts.h"

#include <QAbstractTableModel>

namespace Scoredesk {

/// The rules in the order in which they are asked, a row each: on or off, name, query, and what it does in
/// words or why it is not saved.
class RulesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, QueryColumn, DeedsColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const QList<RuleDrafts::Entry>& entries);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// The tick of a row was set or taken; show() is to follow.
    void switched(int row, bool on);

private:
    QString textOf(const RuleDrafts::Entry& entry, int column) const;

    QList<RuleDrafts::Entry> m_entries;
};

} // namespace Scoredesk
