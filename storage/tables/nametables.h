// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql/connection.h"

#include <QStringList>

namespace Scoredesk {

/// Who works at the desk: each name once, with the number that other tables refer to it by. The empty name,
/// which all() leaves out, signs what intake did.
class AnalystTable {
public:
    explicit AnalystTable(Connection& connection) : m_connection(connection) {}

    qint64 find(const QString& name) const; ///< 0 where there is none
    qint64 ensure(const QString& name);
    QStringList all() const;

private:
    Connection& m_connection;
};

/// Every tag that a story carries once, compared without case, the most used first.
QStringList tagsInUse(Connection& connection);

/// The desk's list of categories, compared without case.
class CategoryTable {
public:
    explicit CategoryTable(Connection& connection) : m_connection(connection) {}

    qint64 find(const QString& name) const; ///< 0 where there is none
    /// 0 for the empty name, which is no category.
    qint64 ensure(const QString& name);
    /// The name as the desk writes it already, else as given.
    QString spelling(const QString& name) const;
    QStringList all() const;
    /// Removes it where no story and no feed uses it.
    void removeUnused(const QString& name);

private:
    Connection& m_connection;
};

} // namespace Scoredesk
