// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/rules/ruleset.h"
#include "storage/sql/connection.h"

#include <QList>

#include <functional>

namespace Scoredesk {

/// The rules' own rows, and the stories as rules see them.
class RuleTable {
public:
    explicit RuleTable(Connection& connection) : m_connection(connection) {}

    QList<Rule> all() const; ///< in their order
    /// Puts the list in the place of all that are there; ids that are set are kept.
    void replace(const QList<Rule>& rules);
    /// Puts the rules behind those that are there, and names them.
    QList<RuleId> append(const QList<Rule>& rules);
    void remove(const QList<RuleId>& ids);

    /// Every story that is incoming or shortlisted, by number; only those of `ids` unless it is empty.
    void eachStory(const QList<StoryId>& ids, const std::function<void(const RuledStory&)>& take) const;

private:
    RuleId insert(const Rule& rule, qsizetype position);

    Connection& m_connection;
};

} // namespace Scoredesk
