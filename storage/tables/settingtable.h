// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/method/method.h"
#include "storage/sql/connection.h"

#include <QList>
#include <QMap>
#include <QUuid>

#include <optional>

namespace Scoredesk {

/// Settings that travel with the desk's file.
class SettingTable {
public:
    explicit SettingTable(Connection& connection) : m_connection(connection) {}

    QMap<QString, QString> all() const;
    std::optional<QString> read(const QString& key) const;
    void write(const QString& key, const QString& value);
    void remove(const QString& key);

private:
    Connection& m_connection;
};

/// Which desk this is.
QUuid deskId(Connection& connection);
void writeDeskId(Connection& connection, const QUuid& id);

/// Methods of the desk's own, each in every version that it had.
class MethodTable {
public:
    explicit MethodTable(Connection& connection) : m_connection(connection) {}

    QList<Method> all() const; ///< the latest version of each
    void write(const Method& method);
    void remove(const QString& key, int version);

private:
    Connection& m_connection;
};

} // namespace Scoredesk
