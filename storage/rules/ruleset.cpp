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
        RuleShare share{rule.id, nameOf(rule), {}, {}, Rule::Act::Nothing};
        for (const QString& tag : rule.tags)
            if (!story.facts.tags.contains(tag, Qt::CaseInsensitive) &&
                !effect.tagsAdded.contains(tag, Qt::CaseInsensitive)) {
                effect.tagsAdded.append(tag);
                share.tagsAdded.append(tag);
            }
        if (!rule.category.isEmpty() && story.facts.category.isEmpty() && effect.category.isEmpty()) {
            effect.category = rule.category;
            share.category = rule.category;
        }
        if (rule.act != Rule::Act::Nothing && effect.act == Rule::Act::Nothing && stage == Stage::Incoming) {
            effect.act = rule.act;
            share.act = rule.act;
            if (rule.act == Rule::Act::Spike)
                effect.spikeReason =
                    rule.spikeReason.isEmpty() ? u"Rule: %1"_s.arg(nameOf(rule)) : rule.spikeReason;
        }
        if (!share.tagsAdded.isEmpty() || !share.category.isEmpty() || share.act != Rule::Act::Nothing)
            effect.by.append(share);
    }
    return effect.by.isEmpty() ? std::nullopt : std::optional(effect);
}

static StoryState stateAfter(const RuleEffect& effect, const RuledStory& story)
{
    return effect.act == Rule::Act::Spike ? story.state.spiked(effect.spikeReason)
                                          : StoryState{Stage::Shortlisted, {}, {}};
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
    if (effect.act != Rule::Act::Nothing)
        edit(StoryField::State, toText(stateAfter(effect, story)));
    return edits;
}

QList<Change> changesOf(const RuleEffect& effect, const RuledStory& story, const QDateTime& at)
{
    QList<Change> changes;
    QStringList tags = story.facts.tags;
    for (const RuleShare& share : effect.by) {
        const auto change = [&](StoryField field, const QString& from, const QString& to) {
            changes.append({at, {}, field, share.name, {}, from, to});
        };
        if (!share.tagsAdded.isEmpty()) {
            const QString before = tags.join(u'\n');
            tags += share.tagsAdded;
            change(StoryField::Tags, before, tags.join(u'\n'));
        }
        if (!share.category.isEmpty())
            change(StoryField::Category, story.facts.category, share.category);
        if (share.act != Rule::Act::Nothing)
            change(StoryField::State, toText(story.state), toText(stateAfter(effect, story)));
    }
    return changes;
}

} // namespace Scoredesk
