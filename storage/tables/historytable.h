// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/domain/dossier.h"
#include "storage/sql/connection.h"

#include <QList>

namespace Scoredesk {

/// Who changed what, when, from what and to what.
class HistoryTable {
public:
    explicit HistoryTable(Connection& connection) : m_connection(connection) {}

    QList<Change> ofStory(StoryId story) const; ///< oldest first
    void insert(StoryId story, const Change& change, qint64 gesture = 0);
    /// insert(), but a change of the same non-zero gesture, field and analyst made after row `since` becomes
    /// one with it: its first value and this one's last, and nothing at all where these are equal.
    void record(StoryId story, const Change& change, qint64 gesture, qint64 since);
    qint64 lastRow() const;

private:
    void insertCoverage(StoryId story, const Change& change);

    Connection& m_connection;
};

/// What was sent out: kept by UUID, so that it outlives the story.
class ExportTable {
public:
    explicit ExportTable(Connection& connection) : m_connection(connection) {}

    QList<ExportRecord> ofStory(const QUuid& story) const; ///< oldest first
    /// A record that is there already is passed over.
    void insert(const QUuid& story, const QString& category, const ExportRecord& record);
    /// Categories of the stories exported last, each story once, newest first.
    QStringList lastCategories(int most) const;

private:
    Connection& m_connection;
};

} // namespace Scoredesk
