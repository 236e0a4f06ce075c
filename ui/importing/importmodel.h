// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/importplan.h"
#include "storage/method/method.h"

#include <QAbstractTableModel>

namespace Scoredesk {

/// The items of an import plan, with a tick for each that would do something.
class ImportModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, Headline, Source, Impact, ColumnCount };

    ImportModel(const ImportPlan& plan, const Method& method, QObject* parent = nullptr);

    const ImportPlan& plan() const { return m_plan; }
    const ImportItem& item(int row) const { return m_plan.items[row]; }
    /// Ticks the rows, or takes their ticks; those that would be skipped stay as they are.
    void setWanted(const QList<int>& rows, bool wanted);
    int wantedCount() const;
    static bool canBeWanted(const ImportItem& item) { return item.act != ImportItem::Act::Skip; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void wantedChanged();

private:
    QString text(const ImportItem& item, int column) const;

    ImportPlan m_plan;
    Method m_method;
};

/// "Add", "Merge into “…”" or "Skip".
QString actText(const ImportItem& item);

} // namespace Scoredesk
