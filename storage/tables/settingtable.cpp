// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/settingtable.h"

#include "storage/method/methodfile.h"
#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

QMap<QString, QString> SettingTable::all() const
{
    QMap<QString, QString> settings;
    Statement row(m_connection, u"SELECT key, value FROM setting"_s);
    while (row.next())
        settings.insert(row.text(0), row.text(1));
    return settings;
}

std::optional<QString> SettingTable::read(const QString& key) const
{
    Statement row(m_connection, u"SELECT value FROM setting WHERE key = ?"_s, key);
    return row.next() ? std::optional(row.text(0)) : std::nullopt;
}

void SettingTable::write(const QString& key, const QString& value)
{
    Statement(
        m_connection,
        u"INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"_s,
        key, value)
        .run();
}

void SettingTable::remove(const QString& key)
{
    Statement(m_connection, u"DELETE FROM setting WHERE key = ?"_s, key).run();
}

QUuid deskId(Connection& connection)
{
    Statement row(connection, u"SELECT uuid FROM desk"_s);
    return row.next() ? row.uuid(0) : QUuid();
}

void writeDeskId(Connection& connection, const QUuid& id)
{
    Statement(connection, u"UPDATE desk SET uuid = ?"_s, id).run();
}

QList<Method> MethodTable::all() const
{
    QList<Method> methods;
    Statement row(
        m_connection,
        u"SELECT json FROM method m WHERE version = (SELECT max(version) FROM method WHERE key = m.key) "
        "ORDER BY key"_s);
    while (row.next())
        if (const auto method = parseMethod(row.text(0).toUtf8()))
            methods.append(*method);
    return methods;
}

void MethodTable::write(const Method& method)
{
    Statement(m_connection,
              u"INSERT INTO method (key, version, json) VALUES (?, ?, ?) "
              "ON CONFLICT DO UPDATE SET json = excluded.json"_s,
              method.key, method.version, QString::fromUtf8(methodToJson(method)))
        .run();
}

void MethodTable::remove(const QString& key, int version)
{
    Statement(m_connection, u"DELETE FROM method WHERE key = ? AND version = ?"_s, key, version).run();
}

} // namespace Scoredesk
