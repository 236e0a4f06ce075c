// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/scorecard.h"
#include "storage/method/method.h"
#include "storage/sql/connection.h"

#include "storage/domain/ids.h"

#include <QList>

namespace Scoredesk {

/// Scorecards, one an analyst and story, with a row a dimension; and the impact that a story's row keeps of
/// its leading card, the one touched last.
class CardTable {
public:
    explicit CardTable(Connection& connection) : m_connection(connection) {}

    QList<Scorecard> ofStory(StoryId story) const;            ///< in the order in which they were begun
    qint64 find(StoryId story, const QString& analyst) const; ///< 0 where there is none
    qint64 ensure(StoryId story, const QString& analyst, const Method& method, const QDateTime& now);
    /// A card with all its cells; `now` stands in for times that are missing.
    void insert(StoryId story, const Scorecard& card, const QDateTime& now);
    void remove(StoryId story, const QString& analyst);
    /// Removes a card that says nothing and is of the method in use, as one is that an undo has emptied.
    void removeIfBlank(StoryId story, const QString& analyst, const Method& method);

    ScoreCell cell(qint64 card, const QString& dimension) const;
    /// A cell with neither value nor rationale is removed.
    void writeCell(qint64 card, const QString& dimension, const ScoreCell& cell);
    std::optional<double> statedImpact(qint64 card) const;
    void writeStatedImpact(qint64 card, std::optional<double> impact);
    QString methodOf(qint64 card) const; ///< "key:version"
    void writeMethod(qint64 card, const QString& key, int version);
    void touch(qint64 card, const QDateTime& now);

    /// Impact and vector of the leading card into the story's row.
    void refreshImpact(StoryId story, const Method& method);
    /// Every story's; returns those whose impact or vector is another now.
    QList<StoryId> refreshAll(const Method& method);

private:
    QMap<QString, ScoreCell> cells(qint64 card) const;
    void insertCell(qint64 card, const QString& dimension, const ScoreCell& cell);

    Connection& m_connection;
};

} // namespace Scoredesk
