// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/method/checks.h"
#include "storage/sql/connection.h"

#include <QHash>
#include <QList>

namespace Scoredesk {

/// Sees to it that a reason to let a blocker stand is for what the blocker found when it was given: where
/// edits change what that check finds, the reason lapses.
class OverruleWatch {
public:
    OverruleWatch(Connection& connection, const Method& method, QString analyst)
        : m_connection(connection), m_method(method), m_analyst(std::move(analyst))
    {
    }

    /// Before the first edit of a story.
    void look(StoryId story);
    /// A reason that these edits give or take back themselves is theirs.
    void givenByHand(StoryId story, const QString& check);
    /// After the last edit: the edits that let lapse what must.
    QList<StoryEdit> lapses() const;

private:
    struct Seen {
        Overrules overrules;
        QList<Finding> blockers;
    };

    QList<Finding> blockersOf(StoryId story) const;

    Connection& m_connection;
    const Method& m_method;
    QString m_analyst;
    QHash<StoryId, Seen> m_seen; // only stories that have any
};

} // namespace Scoredesk
