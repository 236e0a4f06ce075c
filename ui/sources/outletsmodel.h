// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/outlet.h"
#include "ui/sources/rowsmodel.h"

namespace Scoredesk {

/// The desk's outlets. What is edited is asked for, and shows once the desk has it.
class OutletsModel : public RowsModel<Outlet> {
    Q_OBJECT

public:
    enum Column { Name, Domains, Tier, FirstParty, Reliability, ColumnCount };
    enum Role { SortRole = Qt::UserRole };

    using RowsModel::RowsModel;

    void show(const QList<Outlet>& outlets) { setRows(outlets); }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// As typed or chosen; a bool of first-party.
    void editRequested(Scoredesk::OutletId outlet, Scoredesk::OutletsModel::Column column,
                       const QVariant& value);

private:
    static QVariant editValue(const Outlet& outlet, int column);
};

/// "tier 1", or "not rated".
QString tierText(int tier);

} // namespace Scoredesk
