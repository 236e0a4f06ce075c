// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Scoredesk {

/// If a story fits the query, then this is done to it when it comes in.
struct Rule {
    enum class Act { Nothing, Shortlist, Spike };

    RuleId id{};
    QString name;
    QString query;
    bool enabled = true;
    QStringList tags; ///< added to those it has
    QString category; ///< given where it has none; empty: left alone
    Act act = Act::Nothing;
    QString spikeReason;

    bool operator==(const Rule&) const = default;
};

/// Whether two rules do the same to the same stories, whatever they are called and whether or not they are
/// switched on.
inline bool doesTheSame(Rule one, const Rule& other)
{
    one.id = other.id;
    one.name = other.name;
    one.enabled = other.enabled;
    return one == other;
}

/// What of an effect is one rule's doing.
struct RuleShare {
    RuleId rule{};
    QString name; ///< the rule's, else its query
    QStringList tagsAdded;
    QString category; ///< empty: not its doing
    Rule::Act act = Rule::Act::Nothing;

    bool operator==(const RuleShare&) const = default;
};

/// What rules would do to one stored story.
struct RuleEffect {
    StoryId story{};
    QString headline;
    QList<RuleShare> by; ///< the rules that would change it, in their order
    QStringList tagsAdded;
    QString category; ///< empty: left alone
    Rule::Act act = Rule::Act::Nothing;
    QString spikeReason;

    bool operator==(const RuleEffect&) const = default;
};

} // namespace Scoredesk
