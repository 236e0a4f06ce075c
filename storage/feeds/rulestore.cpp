// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/rulestore.h"

#include "storage/feeds/ruletable.h"
#include "storage/storeread.h"
#include "storage/tables/historytable.h"
#include "storage/tables/nametables.h"
#include "storage/tables/storyfields.h"

#include <algorithm>
#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

QList<Rule> RuleStore::all() const
{
    return readOr(d, [&] { return RuleTable(*d.connection).all(); });
}

Result<Rule> RuleStore::find(const QString& handle) const
{
    const QList<Rule> rules = all();
    bool isNumber = false;
    const int place = handle.trimmed().toInt(&isNumber);
    if (isNumber && place >= 1 && place <= rules.size())
        return rules.at(place - 1);
    const auto named = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) {
        return rule.name.compare(handle.simplified(), Qt::CaseInsensitive) == 0;
    });
    if (named == rules.end() || handle.simplified().isEmpty())
        return fail(u"There is no rule \"%1\" on this desk."_s.arg(handle.simplified()), ErrorCode::NotFound);
    return *named;
}

Result<QList<Rule>> RuleStore::replace(const QList<Rule>& rules)
{
    if (const auto readable = RuleSet::from(rules); !readable)
        return tl::unexpected(readable.error());
    WriteScope scope(m_store, d);
    RuleTable table(*d.connection);
    QList<Rule> before = table.all();
    table.replace(rules);
    scope.notices().feedsMoved(); // whoever shows what goes with feeds reads it again
    return scope.commit().map([&] { return std::move(before); });
}

Result<RulePlan> RuleStore::plan(const QList<Rule>& rules, const QList<StoryId>& among) const
{
    const auto set = RuleSet::from(rules);
    if (!set)
        return tl::unexpected(set.error());
    return readResult(d, [&] {
        RulePlan plan;
        if (set->isEmpty())
            return plan;
        RuleTable(*d.connection).eachStory(among, [&](const RuledStory& story) {
            const auto effect = set->effectOn(story);
            if (!effect)
                return;
            plan.effects.append(*effect);
            plan.edits += editsOf(*effect, story);
        });
        return plan;
    });
}

Result<QList<StoryEdit>> RuleStore::run(const QList<Rule>& rules, const EditContext& context,
                                        const QList<StoryId>& among)
{
    QList<StoryEdit> inverse;
    const auto done = m_store.transact([&]() -> Result<void> {
        const auto planned = plan(rules, among);
        if (!planned)
            return tl::unexpected(planned.error());
        auto applied = m_store.applyEdits(planned->edits, context);
        if (!applied)
            return tl::unexpected(applied.error());
        inverse = std::move(*applied);
        return {};
    });
    return done.map([&] { return std::move(inverse); });
}

Result<int> RuleStore::applyToArrivals(const QList<StoryId>& stories)
{
    QList<Rule> usable = stories.isEmpty() ? QList<Rule>() : all();
    usable.removeIf([](const Rule& rule) { return !rule.enabled || !RuleSet::from({rule}); });
    if (usable.isEmpty())
        return 0;
    const auto set = RuleSet::from(usable);
    WriteScope scope(m_store, d, Transaction::Kind::Part);
    QList<StoryEdit> edits;
    QList<std::pair<StoryId, Change>> changes;
    int changed = 0;
    RuleTable(*d.connection).eachStory(stories, [&](const RuledStory& story) {
        if (const auto effect = set->effectOn(story)) {
            edits += editsOf(*effect, story);
            for (Change& change : changesOf(*effect, story, scope.now()))
                changes.append({story.id, std::move(change)});
            ++changed;
        }
    });
    StoryFields fields(*d.connection);
    for (const StoryEdit& edit : std::as_const(edits)) {
        const auto value = canonicalValue(edit);
        if (!value)
            return tl::unexpected(value.error());
        fields.write(edit.story, edit.field, *value);
    }
    HistoryTable history(*d.connection);
    const CategoryTable categories(*d.connection);
    for (auto& [story, change] : changes) {
        if (change.field == StoryField::Category)
            change.to = categories.spelling(change.to);
        history.insert(story, change);
    }
    if (!edits.isEmpty())
        scope.notices().countsMoved();
    return scope.commit().map([&] { return changed; });
}

} // namespace Scoredesk
