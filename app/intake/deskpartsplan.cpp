// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/deskpartsplan.h"

#include "storage/feeds/feedaddress.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/rulestore.h"
#include "storage/rules/ruleset.h"
#include "storage/store.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct DeskPartsPlan {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::DeskPartsPlan)
};

void planFeeds(const QList<SharedFeed>& feeds, bool own, ImportPlan& plan)
{
    for (qsizetype i = 0; i < feeds.size(); ++i) {
        SharedFeed feed = feeds[i];
        const auto url = feedAddress(feed.url);
        if (!url) {
            plan.problems.append({DeskPartsPlan::tr("feed %1").arg(i + 1), url.error().message});
            continue;
        }
        feed.url = *url;
        if (!own && !feed.paused) {
            feed.paused = true;
            feed.pauseReason = DeskPartsPlan::tr("It came with another desk's export; resume it to read it.");
        }
        plan.parts.feeds.append(feed);
    }
}

void planRules(const QList<Rule>& rules, bool own, ImportPlan& plan)
{
    for (qsizetype i = 0; i < rules.size(); ++i) {
        Rule rule = rules[i];
        if (const auto readable = RuleSet::from({rule}); !readable) {
            plan.problems.append({DeskPartsPlan::tr("rule %1").arg(i + 1), readable.error().message});
            continue;
        }
        rule.enabled = rule.enabled && own;
        plan.parts.rules.append(rule);
    }
}

void countNew(const Store& store, ImportPlan& plan)
{
    QSet<QString> urls;
    for (const SharedFeed& feed : std::as_const(plan.parts.feeds))
        if (!store.feeds().byUrl(feed.url))
            urls.insert(feed.url);
    plan.newFeeds = int(urls.size());
    const QList<Rule> here = store.feeds().rules().all();
    plan.newRules =
        int(std::count_if(plan.parts.rules.begin(), plan.parts.rules.end(), [&here](const Rule& rule) {
            return std::none_of(here.begin(), here.end(),
                                [&rule](const Rule& known) { return doesTheSame(rule, known); });
        }));
}

} // namespace

void planDeskParts(const DeskParts& parts, bool own, const Store& store, ImportPlan& plan)
{
    planFeeds(parts.feeds, own, plan);
    planRules(parts.rules, own, plan);
    plan.parts.grouping = parts.grouping;
    countNew(store, plan);
}

void addDeskParts(const DeskParts& planned, const Store& store, ImportPlan& plan)
{
    plan.parts.feeds += planned.feeds;
    for (const Rule& rule : planned.rules)
        if (!plan.parts.rules.contains(rule))
            plan.parts.rules.append(rule);
    SharedGrouping& grouping = plan.parts.grouping;
    grouping.apart += planned.grouping.apart;
    grouping.out += planned.grouping.out;
    grouping.redirects += planned.grouping.redirects;
    grouping.suggestions += planned.grouping.suggestions;
    countNew(store, plan);
}

} // namespace Scoredesk
