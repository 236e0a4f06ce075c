// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/ruletable.h"

#include "storage/sql/statement.h"
#include "storage/tables/idlist.h"

#include <QHash>

namespace Scoredesk {

using namespace Qt::StringLiterals;

QList<Rule> RuleTable::all() const
{
    QList<Rule> rules;
    Statement row(m_connection,
                  u"SELECT id, name, query, enabled, tags, category, act, spike_reason FROM rule "
                  "ORDER BY position, id"_s);
    while (row.next()) {
        Rule rule;
        rule.id = row.id<RuleId>(0);
        rule.name = row.text(1);
        rule.query = row.text(2);
        rule.enabled = row.flag(3);
        rule.tags = row.text(4).split(u'\n', Qt::SkipEmptyParts);
        rule.category = row.text(5);
        rule.act = Rule::Act(row.small(6));
        rule.spikeReason = row.text(7);
        rules.append(rule);
    }
    return rules;
}

static QString tagLines(const QStringList& tags)
{
    QStringList lines;
    for (const QString& tag : tags)
        if (const QString line = tag.simplified(); !line.isEmpty())
            lines.append(line);
    return lines.join(u'\n');
}

void RuleTable::replace(const QList<Rule>& rules)
{
    Statement(m_connection, u"DELETE FROM rule"_s).run();
    // New ones last: the number that one is given may be that of a rule behind it.
    for (const bool isNew : {false, true})
        for (qsizetype position = 0; position < rules.size(); ++position)
            if ((rules[position].id == RuleId{}) == isNew)
                insert(rules[position], position);
}

RuleId RuleTable::insert(const Rule& rule, qsizetype position)
{
    Statement row(m_connection, u"INSERT INTO rule (id, position, name, query, enabled, tags, category, act, "
                                "spike_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    if (rule.id == RuleId{})
        row.bindNull();
    else
        row.bind(rule.id);
    row.bind(qint64(position)).bind(rule.name.simplified()).bind(rule.query.simplified()).bind(rule.enabled);
    row.bind(tagLines(rule.tags)).bind(rule.category.simplified()).bind(rule.act);
    row.bind(rule.spikeReason.simplified());
    return row.run() ? RuleId(row.insertedId()) : RuleId{};
}

QList<RuleId> RuleTable::append(const QList<Rule>& rules)
{
    qsizetype position = 0;
    {
        Statement last(m_connection, u"SELECT coalesce(max(position) + 1, 0) FROM rule"_s);
        if (last.next())
            position = last.small(0);
    }
    QList<RuleId> ids;
    for (const Rule& rule : rules)
        ids.append(insert(rule, position++));
    return ids;
}

void RuleTable::remove(const QList<RuleId>& ids)
{
    Statement(m_connection, u"DELETE FROM rule WHERE id IN (SELECT value FROM json_each(?))"_s,
              toJsonArray(ids))
        .run();
}

static QHash<qint64, QStringList> namesOf(Statement row)
{
    QHash<qint64, QStringList> names;
    while (row.next())
        for (int column = 1; column <= 2; ++column)
            if (const QString name = row.text(column); !name.isEmpty())
                names[row.integer(0)].append(name);
    return names;
}

void RuleTable::eachStory(const QList<StoryId>& ids, const std::function<void(const RuledStory&)>& take) const
{
    const auto outlets =
        namesOf({m_connection, u"SELECT o.id, o.name, group_concat(d.domain, ' · ') FROM outlet o "
                               "LEFT JOIN outlet_domain d ON d.outlet_id = o.id GROUP BY o.id"_s});
    const auto feeds =
        namesOf({m_connection,
                 u"SELECT id, coalesce(nullif(title, ''), nullif(own_title, ''), url), folder FROM feed"_s});
    const QString wanted = ids.isEmpty() ? QString() : u"AND s.id IN (SELECT value FROM json_each(?)) "_s;
    Statement row(m_connection,
                  u"SELECT s.id, s.headline, s.summary, c.name, s.tags, s.stage, s.source FROM story s "
                  "LEFT JOIN category c ON c.id = s.category_id WHERE s.stage IN (0, 1) "_s +
                      wanted + u"ORDER BY s.id"_s);
    Statement of(m_connection, u"SELECT a.story_id, a.outlet_id, a.feed_id FROM article a "
                               "JOIN story s ON s.id = a.story_id WHERE s.stage IN (0, 1) "_s +
                                   wanted + u"ORDER BY s.id"_s);
    if (!ids.isEmpty()) {
        row.bind(toJsonArray(ids));
        of.bind(toJsonArray(ids));
    }
    bool hasArticle = of.next();
    while (row.next()) {
        RuledStory story;
        story.id = row.id<StoryId>(0);
        story.state.stage = Stage(row.small(5));
        story.facts.title = row.text(1);
        story.facts.summary = row.text(2);
        story.facts.category = row.text(3);
        story.facts.tags = row.text(4).split(u'\n', Qt::SkipEmptyParts);
        if (const QString source = row.text(6); !source.isEmpty())
            story.facts.outlets.append(source);
        for (; hasArticle && of.id<StoryId>(0) <= story.id; hasArticle = of.next()) {
            story.facts.outlets += outlets.value(of.integer(1));
            story.facts.feeds += feeds.value(of.integer(2));
        }
        take(story);
    }
}

} // namespace Scoredesk
