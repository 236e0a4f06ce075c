// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/sql/connection.h"

#include <QDateTime>
#include <QUuid>
#include <QVariant>

#include <type_traits>

namespace Scoredesk {

/// A prepared statement borrowed from its connection for one use; done with when it goes out of scope.
///
/// After an error, its own or one the connection keeps, it yields no rows and changes nothing.
class Statement {
public:
    Statement(Connection& connection, const QString& sql);
    template<typename... Values>
    Statement(Connection& connection, const QString& sql, const Values&... values)
        : Statement(connection, sql)
    {
        (bind(values), ...);
    }
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Binds the next parameter. An invalid time, a null UUID and an empty optional become NULL; a null
    /// string becomes an empty one, since no text column is nullable.
    template<typename Value>
    Statement& bind(const Value& value)
    {
        return bindVariant(toVariant(value));
    }
    Statement& bindNull() { return bindVariant({}); }
    /// Binds what value() gave, as it is.
    Statement& bindValue(const QVariant& value) { return bindVariant(value); }

    /// Runs a statement that yields no rows; false after an error.
    bool run();
    /// run(), after which the statement takes parameters anew.
    bool runAgain();
    /// The next row; runs the statement at the first call.
    bool next();
    qint64 changes() const; ///< rows the last run() changed
    qint64 insertedId() const;

    bool isNull(int column) const { return value(column).isNull(); }
    QVariant value(int column) const;
    qint64 integer(int column) const { return value(column).toLongLong(); }
    int small(int column) const { return value(column).toInt(); }
    bool flag(int column) const { return value(column).toLongLong() != 0; }
    QString text(int column) const;
    std::optional<double> real(int column) const;
    QUuid uuid(int column) const;
    QDateTime time(int column) const;
    template<typename Id>
    Id id(int column) const
    {
        return Id(integer(column));
    }

private:
    Statement& bindVariant(const QVariant& value);

    template<typename Value>
    static QVariant toVariant(const Value& value)
    {
        if constexpr (std::is_enum_v<Value> || std::is_integral_v<Value>)
            return qint64(value); // false is 0, true is 1
        else if constexpr (std::is_same_v<Value, QString>)
            return value.isNull() ? QVariant(QString(QLatin1StringView(""))) : QVariant(value);
        else if constexpr (std::is_same_v<Value, QUuid>)
            return value.isNull() ? QVariant() : QVariant(value.toRfc4122());
        else if constexpr (std::is_same_v<Value, QDateTime>)
            return value.isValid() ? QVariant(value.toMSecsSinceEpoch()) : QVariant();
        else
            return QVariant(value);
    }
    template<typename Value>
    static QVariant toVariant(const std::optional<Value>& value)
    {
        return value ? toVariant(*value) : QVariant();
    }

    Connection& m_connection;
    QString m_sql;
    std::unique_ptr<QSqlQuery> m_query;
    int m_bound = 0;
    bool m_started = false;
};

} // namespace Scoredesk
