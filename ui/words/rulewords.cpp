// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/rulewords.h"

#include <QCoreApplication>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct RuleWords {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::RuleWords)
};

QStringList deeds(const QStringList& tags, const QString& category, Rule::Act act, const QString& reason)
{
    QStringList parts;
    if (!tags.isEmpty())
        parts.append(RuleWords::tr("tag %1").arg(tags.join(u", "_s)));
    if (!category.isEmpty())
        parts.append(RuleWords::tr("category %1").arg(category));
    if (act == Rule::Act::Shortlist)
        parts.append(RuleWords::tr("shortlist"));
    if (act == Rule::Act::Spike)
        parts.append(reason.isEmpty() ? RuleWords::tr("spike") : RuleWords::tr("spike: %1").arg(reason));
    return parts;
}

} // namespace

QString ruleName(const Rule& rule)
{
    return rule.name.isEmpty() ? rule.query : rule.name;
}

QString deedsText(const Rule& rule)
{
    return deeds(rule.tags, rule.category, rule.act, rule.spikeReason).join(u" · "_s);
}

QString effectText(const RuleEffect& effect)
{
    QStringList names;
    for (const RuleShare& share : effect.by)
        names.append(share.name);
    QStringList parts = deeds(effect.tagsAdded, effect.category, effect.act, effect.spikeReason);
    parts.append(RuleWords::tr("by %1").arg(names.join(u", "_s)));
    return parts.join(u" · "_s);
}

} // namespace Scoredesk
