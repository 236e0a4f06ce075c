// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/managing/groups.h"
#include "app/cli/terminaltext.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/rulestore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliRules {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliRules)
};

QString actName(Rule::Act act)
{
    return act == Rule::Act::Shortlist ? u"shortlist"_s : act == Rule::Act::Spike ? u"spike"_s : QString();
}

QString deeds(const QStringList& tags, const QString& category, Rule::Act act)
{
    QStringList parts;
    if (!tags.isEmpty())
        parts.append(CliRules::tr("tag %1").arg(tags.join(u", "_s)));
    if (!category.isEmpty())
        parts.append(CliRules::tr("category %1").arg(category));
    if (act == Rule::Act::Shortlist)
        parts.append(CliRules::tr("shortlist"));
    if (act == Rule::Act::Spike)
        parts.append(CliRules::tr("spike"));
    return parts.join(u" · "_s);
}

QJsonObject toJson(const Rule& rule, int place)
{
    return {{u"place"_s, place},
            {u"name"_s, rule.name},
            {u"query"_s, rule.query},
            {u"enabled"_s, rule.enabled},
            {u"tags"_s, QJsonArray::fromStringList(rule.tags)},
            {u"category"_s, rule.category},
            {u"act"_s, actName(rule.act)},
            {u"reason"_s, rule.spikeReason}};
}

void printRules(Call& call, const QList<Rule>& rules)
{
    QJsonArray json;
    QList<QStringList> rows;
    int place = 0;
    for (const Rule& rule : rules) {
        json.append(toJson(rule, ++place));
        rows.append({QString::number(place), rule.enabled ? QString() : CliRules::tr("off"),
                     printable(rule.name), printable(rule.query), u"→"_s,
                     printable(deeds(rule.tags, rule.category, rule.act))});
    }
    if (call.wantsJson())
        call.print(QJsonDocument(json));
    else
        call.out() << columns(rows, {0});
}

int runList(Call& call)
{
    if (!call.positional().isEmpty())
        return call.usage(CliRules::tr("rules list takes no arguments."));
    const auto store = call.openDesk(Call::Access::Read);
    if (!store)
        return CliNoDesk;
    printRules(call, store->feeds().rules().all());
    return CliDone;
}

int runAdd(Call& call)
{
    if (call.positional().size() != 1)
        return call.usage(CliRules::tr("Give the query as one argument, in quotation marks."));
    if (call.isSet(u"shortlist"_s) && call.isSet(u"spike"_s))
        return call.usage(CliRules::tr("Give --shortlist or --spike, not both."));
    if (call.isSet(u"reason"_s) && !call.isSet(u"spike"_s))
        return call.usage(CliRules::tr("--reason goes with --spike."));
    auto store = call.openDesk(Call::Access::Create);
    if (!store)
        return CliNoDesk;
    Rule rule;
    rule.query = call.positional().first().simplified();
    rule.name = call.value(u"name"_s).simplified();
    rule.tags = call.values(u"tag"_s);
    rule.category = call.value(u"category"_s).simplified();
    rule.act = call.isSet(u"shortlist"_s) ? Rule::Act::Shortlist
               : call.isSet(u"spike"_s)   ? Rule::Act::Spike
                                          : Rule::Act::Nothing;
    rule.spikeReason = call.value(u"reason"_s).simplified();
    if (const auto done = store->feeds().rules().replace(store->feeds().rules().all() + QList<Rule>{rule});
        !done)
        return done.error().code == ErrorCode::InvalidInput ? call.usage(done.error().message)
                                                            : call.failed(done.error());
    printRules(call, store->feeds().rules().all());
    return CliDone;
}

int runRemove(Call& call)
{
    if (call.positional().isEmpty())
        return call.usage(CliRules::tr("Name the rules, by place or name."));
    auto store = call.openDesk(Call::Access::Write);
    if (!store)
        return CliNoDesk;
    QList<Rule> rules = store->feeds().rules().all();
    for (const QString& handle : call.positional()) {
        const auto rule = store->feeds().rules().find(handle);
        if (!rule)
            return call.failed(rule.error());
        rules.removeIf([&](const Rule& other) { return other.id == rule->id; });
    }
    if (const auto done = store->feeds().rules().replace(rules); !done)
        return call.failed(done.error());
    printRules(call, rules);
    return CliDone;
}

/// The rules that were named, else those that are enabled.
Result<QList<Rule>> chosen(const Call& call, const Store& store)
{
    QList<Rule> rules;
    for (const QString& handle : call.positional()) {
        const auto rule = store.feeds().rules().find(handle);
        if (!rule)
            return tl::unexpected(rule.error());
        rules.append(*rule);
    }
    if (!call.positional().isEmpty())
        return rules;
    rules = store.feeds().rules().all();
    rules.removeIf([](const Rule& rule) { return !rule.enabled; });
    return rules;
}

void printEffects(Call& call, const QList<RuleEffect>& effects)
{
    QJsonArray json;
    for (const RuleEffect& effect : effects) {
        json.append(QJsonObject{{u"story"_s, number(effect.story)},
                                {u"headline"_s, effect.headline},
                                {u"tags"_s, QJsonArray::fromStringList(effect.tagsAdded)},
                                {u"category"_s, effect.category},
                                {u"act"_s, actName(effect.act)}});
        if (!call.wantsJson())
            call.out() << u"%1  %2  → %3"_s.arg(number(effect.story))
                              .arg(printable(effect.headline),
                                   printable(deeds(effect.tagsAdded, effect.category, effect.act)))
                       << u'\n';
    }
    if (call.wantsJson())
        call.print(QJsonDocument(json));
    else
        call.out() << CliRules::tr("Stories: %1").arg(effects.size()) << u'\n';
}

int runOver(Call& call, bool isTry)
{
    auto store = call.openDesk(isTry ? Call::Access::Read : Call::Access::Write);
    if (!store)
        return CliNoDesk;
    const auto rules = chosen(call, *store);
    if (!rules)
        return call.failed(rules.error());
    RulePlan plan;
    const auto done = [&]() -> Result<void> {
        auto planned = store->feeds().rules().plan(*rules);
        if (!planned)
            return tl::unexpected(planned.error());
        plan = std::move(*planned);
        return {};
    };
    const auto all = isTry ? done() : store->transact([&]() -> Result<void> {
        if (auto well = done(); !well)
            return well;
        const auto applied = store->applyEdits(plan.edits, {call.analyst(), 0});
        return applied ? Result<void>() : tl::unexpected(applied.error());
    });
    if (!all)
        return call.failed(all.error());
    printEffects(call, plan.effects);
    return CliDone;
}

int runDry(Call& call)
{
    return runOver(call, true);
}

int runRun(Call& call)
{
    return runOver(call, false);
}

QString queryHelp()
{
    return CliRules::tr(
        "The query: words beside each other must all be in title or summary; \"a phrase\" is in one piece; "
        "chip*\n"
        "is any word that starts so; a minus denies; OR parts alternatives. title:, summary:, outlet:, "
        "feed:,\n"
        "category: and tag: look there alone; category:\"\" is a story that has none.\n"
        "\n"
        "Examples:\n"
        "  scoredesk rules add 'quantum outlet:nature' --category Quantum --shortlist\n"
        "  scoredesk rules add 'title:sponsored OR \"black friday\"' --spike --reason advertising\n"
        "  scoredesk rules dry-run 2");
}

} // namespace

QList<Command> ruleCommands()
{
    return {
        {u"rules list"_s,
         QString(),
         CliRules::tr("List the rules, in the order in which they are asked."),
         QString(),
         {},
         runList},
        {u"rules add"_s,
         u"QUERY"_s,
         CliRules::tr(
             "If a story that comes in fits the query: tag it, give it a category, shortlist or spike it."),
         queryHelp(),
         {{u"name"_s, CliRules::tr("What the rule is called."), u"N"_s},
          {u"tag"_s, CliRules::tr("A tag to add; may be given several times."), u"T"_s},
          {u"category"_s, CliRules::tr("The category, where the story has none."), u"C"_s},
          {u"shortlist"_s, CliRules::tr("Shortlist it.")},
          {u"spike"_s, CliRules::tr("Spike it.")},
          {u"reason"_s, CliRules::tr("Why it is spiked; the rule's name unless given."), u"R"_s}},
         runAdd},
        {u"rules remove"_s,
         u"RULE…"_s,
         CliRules::tr("Remove rules, by place or name."),
         CliRules::tr("What they did stays."),
         {},
         runRemove},
        {u"rules dry-run"_s,
         u"[RULE…]"_s,
         CliRules::tr("Tell which stored stories the rules would change, and how."),
         CliRules::tr("Looks at incoming and shortlisted stories; ready and spiked ones are left alone. "
                      "Without a RULE\n"
                      "all that are enabled."),
         {},
         runDry},
        {u"rules run"_s,
         u"[RULE…]"_s,
         CliRules::tr("Do it, all in one step."),
         CliRules::tr("Signed by the analyst, and kept in each story's history."),
         {},
         runRun}};
}

} // namespace Scoredesk
