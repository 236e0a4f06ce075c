// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/nametables.h"

#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QStringList texts(Statement statement)
{
    QStringList found;
    while (statement.next())
        found.append(statement.text(0));
    return found;
}

qint64 AnalystTable::find(const QString& name) const
{
    Statement found(m_connection, u"SELECT id FROM analyst WHERE name = ?"_s, name);
    return found.next() ? found.integer(0) : 0;
}

qint64 AnalystTable::ensure(const QString& name)
{
    if (const qint64 id = find(name))
        return id;
    Statement insert(m_connection, u"INSERT INTO analyst (name) VALUES (?)"_s, name);
    return insert.run() ? insert.insertedId() : 0;
}

QStringList AnalystTable::all() const
{
    return texts(
        {m_connection, u"SELECT name FROM analyst WHERE name <> '' ORDER BY name COLLATE NOCASE, name"_s});
}

QStringList tagsInUse(Connection& connection)
{
    return texts({connection, u"SELECT tag FROM story_tag GROUP BY tag ORDER BY count(*) DESC, tag"_s});
}

qint64 CategoryTable::find(const QString& name) const
{
    Statement found(m_connection, u"SELECT id FROM category WHERE name = ?"_s, name);
    return found.next() ? found.integer(0) : 0;
}

qint64 CategoryTable::ensure(const QString& name)
{
    if (name.isEmpty())
        return 0;
    if (const qint64 id = find(name))
        return id;
    Statement insert(m_connection,
                     u"INSERT INTO category (name, position) "
                     "VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM category))"_s,
                     name);
    return insert.run() ? insert.insertedId() : 0;
}

QString CategoryTable::spelling(const QString& name) const
{
    Statement found(m_connection, u"SELECT name FROM category WHERE name = ?"_s, name);
    return found.next() ? found.text(0) : name;
}

QStringList CategoryTable::all() const
{
    return texts({m_connection, u"SELECT name FROM category ORDER BY position, id"_s});
}

void CategoryTable::removeUnused(const QString& name)
{
    Statement(m_connection,
              u"DELETE FROM category WHERE name = ? AND NOT EXISTS "
              "(SELECT 1 FROM story WHERE category_id = category.id) AND NOT EXISTS "
              "(SELECT 1 FROM feed WHERE category_id = category.id)"_s,
              name)
        .run();
    Statement(m_connection, u"DELETE FROM tally WHERE scope = 'category' AND n = 0 AND key NOT IN "
                            "(SELECT id FROM category)"_s)
        .run();
}

} // namespace Scoredesk
