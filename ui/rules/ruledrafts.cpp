// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/ruledrafts.h"

#include "storage/rules/storyquery.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Scoredesk {

namespace {

struct RuleFaults {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::RuleFaults)
};

QString faultOf(const Rule& rule)
{
    const QString fault = RuleDrafts::queryFault(rule.query);
    return fault.isEmpty() ? RuleDrafts::deedsFault(rule) : fault;
}

} // namespace

QString RuleDrafts::queryFault(const QString& query)
{
    const auto read = StoryQuery::parse(query);
    return read ? QString() : read.error().message;
}

QString RuleDrafts::deedsFault(const Rule& rule)
{
    if (!rule.tags.isEmpty() || !rule.category.isEmpty() || rule.act != Rule::Act::Nothing)
        return {};
    return RuleFaults::tr("It does nothing yet: give it tags or a category, or let it shortlist or spike.");
}

int RuleDrafts::rowOf(int key) const
{
    for (int row = 0; row < m_entries.size(); ++row)
        if (m_entries[row].key == key)
            return row;
    return -1;
}

int RuleDrafts::insert(int row, Rule rule)
{
    rule.id = RuleId{};
    Entry entry;
    entry.key = ++m_lastKey;
    entry.fault = faultOf(rule);
    entry.rule = std::move(rule);
    m_entries.insert(row, std::move(entry));
    return m_lastKey;
}

void RuleDrafts::set(int row, const Rule& rule)
{
    Entry& entry = m_entries[row];
    const RuleId id = entry.rule.id;
    entry.rule = rule;
    entry.rule.id = id;
    entry.fault = faultOf(rule);
}

void RuleDrafts::remove(int row)
{
    m_entries.removeAt(row);
}

void RuleDrafts::move(int row, int by)
{
    m_entries.swapItemsAt(row, row + by);
}

void RuleDrafts::take(const QList<Rule>& desk)
{
    QList<Entry> next;
    QList<bool> used(m_entries.size(), false);
    for (const Rule& rule : desk) {
        Entry entry;
        const auto old = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& known) {
            return known.stored && known.rule.id == rule.id;
        });
        if (old != m_entries.end()) {
            used[old - m_entries.begin()] = true;
            entry.key = old->key;
        } else {
            entry.key = ++m_lastKey;
        }
        const bool isOpen = old != m_entries.end() && !old->isSaved();
        entry.rule = isOpen ? old->rule : rule;
        entry.fault = faultOf(entry.rule);
        entry.stored = rule;
        next.append(std::move(entry));
    }
    for (qsizetype row = 0; row < m_entries.size(); ++row) {
        Entry& entry = m_entries[row];
        if (used[row] || entry.isSaved())
            continue;
        entry.stored.reset(); // the desk has it no more, or never had it
        entry.rule.id = RuleId{};
        next.insert(std::min(row, next.size()), entry);
    }
    m_entries = std::move(next);
}

QList<Rule> RuleDrafts::wanted() const
{
    QList<Rule> rules;
    for (const Entry& entry : m_entries) {
        if (entry.fault.isEmpty())
            rules.append(entry.rule);
        else if (entry.stored)
            rules.append(*entry.stored);
    }
    return rules;
}

void RuleDrafts::settle(const QList<Rule>& desk)
{
    auto rule = desk.begin();
    for (Entry& entry : m_entries) {
        if (rule == desk.end() || (!entry.fault.isEmpty() && !entry.stored))
            continue;
        entry.stored = *rule;
        if (entry.fault.isEmpty())
            entry.rule = *rule;
        ++rule;
    }
}

} // namespace Scoredesk
