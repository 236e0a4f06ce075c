// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/domain/rule.h"
#include "storage/domain/storystate.h"
#include "storage/rules/storyquery.h"

#include <optional>

namespace Scoredesk {

/// A story as rules see it.
struct RuledStory {
    StoryId id{};
    StoryState state;
    QuerySubject::Facts facts;
};

/// Rules made ready to be applied to many stories. Pure; any thread.
///
/// All rules are asked of the story as it is, none of what another rule makes of it. Tags add up; the first
/// rule that names a category gives it, where the story has none; the first that shortlists or spikes
/// decides, where the story is still incoming. Stories that are ready or spiked are done with and left alone.
class RuleSet {
public:
    /// InvalidInput names the rule and what is wrong with it: its query, or that it does nothing.
    [[nodiscard]] static Result<RuleSet> from(const QList<Rule>& rules);

    bool isEmpty() const { return m_rules.isEmpty(); }
    /// Nothing where no rule would change the story.
    std::optional<RuleEffect> effectOn(const RuledStory& story) const;

private:
    struct Ready {
        Rule rule;
        StoryQuery query;
    };

    QList<Ready> m_rules;
};

/// The edits that the effect comes to, for Store::applyEdits().
QList<StoryEdit> editsOf(const RuleEffect& effect, const RuledStory& story);
/// The same as lines of the story's history, each rule's on its own: no analyst made them, and `dimension`
/// names the rule.
QList<Change> changesOf(const RuleEffect& effect, const RuledStory& story, const QDateTime& at);

} // namespace Scoredesk
