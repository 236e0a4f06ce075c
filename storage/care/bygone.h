// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/arrival.h"
#include "storage/sql/connection.h"

#include <QDateTime>

namespace Scoredesk {

/// Articles that went with their story since nobody touched it. Feeds hold some of them for long after, and
/// would bring them back as new ones.
class Bygone {
public:
    explicit Bygone(Connection& connection) : m_connection(connection) {}

    /// The articles of a story that is about to go.
    void add(StoryId story, const QDateTime& now);
    /// Takes those that are bygone off the list, and notes that their feed holds them still. Arrivals that
    /// have no keys get them. How many it took.
    int takeOff(QList<Arrival>& arrivals, const QDateTime& now);
    /// Forgets what no feed has held for 90 days.
    void forgetUnseen(const QDateTime& now);

private:
    Connection& m_connection;
};

} // namespace Scoredesk
