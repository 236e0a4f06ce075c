// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/feed.h"
#include "storage/domain/outlet.h"
#include "ui/sources/feedfield.h"
#include "ui/sources/rowsmodel.h"

#include <QDateTime>

namespace Scoredesk {

/// The desk's feeds and how each is doing. What is edited is asked for, and shows once the desk has it.
class FeedsModel : public RowsModel<DeskFeed> {
    Q_OBJECT

public:
    enum Column { Name, Folder, Health, Week, LastGood, Next, OutletColumn, Category, KeepDays, ColumnCount };
    enum Role { HealthRole = Qt::UserRole, SortRole };

    using RowsModel::RowsModel;

    /// Health and times are as of `now`.
    void show(const QList<DeskFeed>& feeds, const QList<Outlet>& outlets, const QDateTime& now);
    const QDateTime& now() const { return m_now; }
    FeedHealth health(int row) const { return healthOf(rows()[row], m_now); }

    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// That field is to become what it is of `like`.
    void editRequested(Scoredesk::FeedId feed, Scoredesk::FeedField field, const Scoredesk::DeskFeed& like);

private:
    QString text(const DeskFeed& feed, int column) const;
    QString tip(const DeskFeed& feed, int column) const;
    QString nextText(const DeskFeed& feed) const;
    QVariant editValue(const DeskFeed& feed, int column) const;
    QVariant sortValue(const DeskFeed& feed, int column) const;

    QHash<OutletId, QString> m_outlets;
    QDateTime m_now;
};

/// How long its untouched stories stay: "30 days"; 0: "as the desk".
QString keepDaysText(int days);

/// Why a feed is not good, in a short sentence with local times; empty where it is.
QString healthNote(const DeskFeed& feed, const QDateTime& now);

} // namespace Scoredesk
