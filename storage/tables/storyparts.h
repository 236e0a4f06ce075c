// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/domain/storysignal.h"
#include "storage/sql/connection.h"

#include <QList>
#include <QMap>

#include <optional>
#include <utility>

namespace Scoredesk {

/// What the sources carried of a story's reception.
class SignalTable {
public:
    explicit SignalTable(Connection& connection) : m_connection(connection) {}

    QList<StorySignal> ofStory(StoryId story) const;
    qint64 insert(StoryId story, const StorySignal& signal);
    std::optional<std::pair<StoryId, StorySignal>> byRow(qint64 id) const; ///< with the story it is of
    void move(qint64 id, StoryId story);
    void remove(qint64 id);

private:
    Connection& m_connection;
};

/// Reasons for which a story's blockers may stand, by checkName().
class OverruleTable {
public:
    explicit OverruleTable(Connection& connection) : m_connection(connection) {}

    QMap<QString, QString> ofStory(StoryId story) const;
    QString reason(StoryId story, const QString& check) const;
    /// An empty reason takes it back.
    void write(StoryId story, const QString& check, const QString& reason);

private:
    Connection& m_connection;
};

} // namespace Scoredesk
