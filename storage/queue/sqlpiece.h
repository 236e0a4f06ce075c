// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QVariant>

namespace Scoredesk {

/// A piece of a statement, with the values of its parameters in their order.
struct SqlPiece {
    QString sql;
    QList<QVariant> values;

    bool isEmpty() const { return sql.isEmpty(); }
};

/// Pieces put together by " AND " or " OR ", in brackets; those that are empty are left out.
SqlPiece joinedSql(const QList<SqlPiece>& pieces, const QString& by);

/// How many stories a condition is asked of: a few that are given, each looked at through what points to it,
/// or perhaps all, where it pays to gather first which ones it holds of.
enum class SqlReach { Few, All };

} // namespace Scoredesk
