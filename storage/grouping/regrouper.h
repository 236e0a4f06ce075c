// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/domain/grouping.h"
#include "storage/sql/connection.h"

#include <QDateTime>
#include <QHash>

namespace Scoredesk {

/// Carries out what a hand decides about the grouping, inside the caller's transaction, and tells what takes
/// it back. What cannot be done is kept by the connection as its failure.
class Regrouper {
public:
    Regrouper(Connection& connection, const QDateTime& now, const EditContext& context);

    void apply(const GroupingAct& act);
    /// Brings coverage and times of the stories touched up to date. Call once, after the last act.
    void finish();

    const QList<GroupingAct>& inverse() const { return m_inverse; } ///< in the order to apply them
    const QList<StoryId>& changed() const { return m_changed; }

private:
    void move(const GroupingAct& act);
    void moveAll(const GroupingAct& act);
    void moved(StoryId story);
    void endRedirect(StoryId story);
    void keepOut(const GroupingAct& act);
    void keepApart(const GroupingAct& act);
    void redirect(const GroupingAct& act);
    void moveSignal(const GroupingAct& act);
    void moveSignals(StoryId from, StoryId into);
    QDateTime evidenceFor(StoryId story, const QDateTime& before) const;
    void change(StoryId story);

    Connection& m_connection;
    QDateTime m_now;
    EditContext m_context;
    QList<GroupingAct> m_inverse;
    QList<StoryId> m_changed;
    QList<StoryId> m_moved;                 // of those, whose articles are others now
    QHash<StoryId, GroupingAct> m_evidence; // what is to be taken back of it
};

} // namespace Scoredesk
