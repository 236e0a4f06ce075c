// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rules/ruleset.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QString nameOf(const Rule& rule)
{
    return rule.name.isEmpty() ? rule.query : rule.name;
}

Result<RuleSet> RuleSet::from(const QList<Rule>& rules)
{
    RuleSet set;
    for (const Rule& rule : rules) {
        auto query = StoryQuery::parse(rule.query);
        if (!query)
            return fail(u"Rule \"%1\": %2"_s.arg(nameOf(rule), query.error().message),
                        ErrorCode::InvalidInput);
        if (rule.tags.isEmpty() && rule.category.isEmpty() && rule.act == Rule::Act::Nothing)
            return fail(
                u"Rule \"%1\" does nothing: give it tags, a category, or have it shortlist or spike."_s.arg(
                    nameOf(rule)),
                ErrorCode::InvalidInput);
        set.m_rules.append({rule, std::move(*query)});
    }
    return set;
}

std::optional<RuleEffect> RuleSet::effectOn(const RuledStory& story) const
{
    const Stage stage = story.state.stage;
    if (stage != Stage::Incoming && stage != Stage::Shortlisted)
        return std::nullopt;
    const QuerySubject subject(story.facts);
    RuleEffect effect;
    effect.story = story.id;
    effect.headline = story.facts.title;
    for (const auto& [rule, query] : m_rules) {
        if (!query.matches(subject))
            continue;
        bool changes = false;
        for (const QString& tag : rule.tags)
            if (!story.facts.tags.contains(tag, Qt::CaseInsensitive) &&
                !effect.tagsAdded.contains(tag, Qt::CaseInsensitive)) {
                effect.tagsAdded.append(tag);
                changes = true;
            }
        if (!rule.category.isEmpty() && story.facts.category.isEmpty() && effect.category.isEmpty()) {
            effect.category = rule.category;
            changes = true;
        }
        if (rule.act != Rule::Act::Nothing && effect.act == Rule::Act::Nothing && stage == Stage::Incoming) {
            effect.act = rule.act;
            if (rule.act == Rule::Act::Spike)
                effect.spikeReason =
                    rule.spikeReason.isEmpty() ? u"Rule: %1"_s.arg(nameOf(rule)) : rule.spikeReason;
            changes = true;
        }
        if (changes)
            effect.by.append(rule.id);
    }
    return effect.by.isEmpty() ? std::nullopt : std::optional(effect);
}

QList<StoryEdit> editsOf(const RuleEffect& effect, const RuledStory& story)
{
    QList<StoryEdit> edits;
    const auto edit = [&](StoryField field, const QString& value) {
        edits.append({story.id, field, {}, value, {}});
    };
    if (!effect.tagsAdded.isEmpty())
        edit(StoryField::Tags, (story.facts.tags + effect.tagsAdded).join(u'\n'));
    if (!effect.category.isEmpty())
        edit(StoryField::Category, effect.category);
    if (effect.act == Rule::Act::Shortlist)
        edit(StoryField::State, toText(StoryState{Stage::Shortlisted, {}, {}}));
    else if (effect.act == Rule::Act::Spike)
        edit(StoryField::State, toText(story.state.spiked(effect.spikeReason)));
    return edits;
}

} // namespace Scoredesk
