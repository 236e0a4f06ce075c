// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/shift.h"
#include "storage/sql/connection.h"

#include <QList>

#include <optional>

namespace Scoredesk {

/// When analysts began and ended their work; one shift at most runs for each.
class ShiftTable {
public:
    explicit ShiftTable(Connection& connection) : m_connection(connection) {}

    std::optional<Shift> running(const QString& analyst) const;
    QList<Shift> last(const QString& analyst, int most) const; ///< newest first
    void begin(const QString& analyst, const QDateTime& now);
    void end(const QString& analyst, const QDateTime& now);

private:
    Connection& m_connection;
};

} // namespace Scoredesk
