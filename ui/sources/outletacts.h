// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/outlet.h"
#include "ui/sources/outletsmodel.h"

#include <QObject>

namespace Scoredesk {

class Desk;

/// Acts on outlets, each one undo step. Failures are told by the desk.
class OutletActs : public QObject {
    Q_OBJECT

public:
    OutletActs(Desk& desk, QObject* parent);

    /// Sets a column to what was typed. InvalidInput is told where it cannot be.
    void change(OutletId id, OutletsModel::Column column, const QVariant& value);
    /// The new outlet's id; 0 where it failed.
    OutletId add(const QString& name);
    void merge(OutletId gone, OutletId into);
    /// Saves a table's outlets: those with an id are changed, the others made. False where it failed.
    bool import(const QList<Outlet>& outlets);

Q_SIGNALS:
    void done(const QString& sentence);

private:
    bool save(const QString& text, const QList<Outlet>& outlets);

    Desk& m_desk;
    QList<OutletId> m_made; ///< by the last step
};

} // namespace Scoredesk
