// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/categorylist.h"

#include "storage/feeds/ruletable.h"
#include "storage/rules/ruleset.h"
#include "storage/sql/statement.h"
#include "storage/tables/nametables.h"
#include "storage/tables/storyeditor.h"

#include <QSet>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static bool isSame(const QString& one, const QString& other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

CategoryList::CategoryList(Connection& connection, StoryEditor& editor)
    : m_connection(connection), m_editor(editor)
{
}

void CategoryList::readRows()
{
    m_rows.clear();
    Statement row(m_connection, u"SELECT id, name FROM category ORDER BY position, id"_s);
    while (row.next())
        m_rows.append({row.integer(0), row.text(1)});
}

const CategoryList::Row* CategoryList::rowOf(const QString& name) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&name](const Row& row) { return isSame(row.name, name); });
    return found == m_rows.end() || name.isEmpty() ? nullptr : &*found;
}

bool CategoryList::refuse(const QString& why)
{
    m_connection.fail({why, ErrorCode::InvalidInput});
    return false;
}

// The name that the category has afterwards; empty where it is removed.
QString CategoryList::newNameOf(const Row& row, const CategoryChange& change) const
{
    if (m_new.contains(row.id))
        return row.name;
    for (const CategoryChange::Entry& entry : change.list)
        if (isSame(entry.was, row.name))
            return entry.name.simplified();
    for (const CategoryChange::Removal& removal : change.removed)
        if (isSame(removal.name, row.name))
            return {};
    return row.name;
}

bool CategoryList::isSound(const CategoryChange& change)
{
    QSet<QString> asked;
    const auto askOnce = [&](const QString& name) {
        if (!rowOf(name))
            return refuse(u"There is no category \"%1\" on this desk any more."_s.arg(name));
        if (asked.contains(name.toCaseFolded()))
            return refuse(u"The category \"%1\" is named twice."_s.arg(name));
        asked.insert(name.toCaseFolded());
        return true;
    };
    QSet<QString> names;
    const auto name = [&](const QString& text) {
        if (text.isEmpty())
            return refuse(u"A category needs a name."_s);
        if (names.contains(text.toCaseFolded()))
            return refuse(u"There would be two categories \"%1\"."_s.arg(text));
        names.insert(text.toCaseFolded());
        return true;
    };
    for (const CategoryChange::Entry& entry : change.list)
        if ((!entry.was.isEmpty() && !askOnce(entry.was)) || !name(entry.name.simplified()))
            return false;
    for (const CategoryChange::Removal& removal : change.removed)
        if (!askOnce(removal.name))
            return false;
    for (const Row& row : std::as_const(m_rows))
        if (!asked.contains(row.name.toCaseFolded()) && !name(row.name))
            return false;
    for (const CategoryChange::Removal& removal : change.removed)
        if (!removal.into.isEmpty() && !names.contains(removal.into.simplified().toCaseFolded()))
            return refuse(u"There would be no category \"%1\" to move to."_s.arg(removal.into));
    return true;
}

void CategoryList::keepInverse(const CategoryChange& change)
{
    for (const Row& row : std::as_const(m_rows))
        m_inverse.list.append({newNameOf(row, change), row.name});
    for (const CategoryChange::Entry& entry : change.list)
        if (entry.was.isEmpty())
            m_inverse.removed.append({entry.name.simplified(), {}});
}

// As the list will write it.
static QString spelled(const QString& name, const CategoryChange& change)
{
    for (const CategoryChange::Entry& entry : change.list)
        if (isSame(entry.name.simplified(), name))
            return entry.name.simplified();
    return name;
}

// Rules name their category; what they name goes where its stories go.
void CategoryList::changeRules(const CategoryChange& change)
{
    const QList<Rule> rules = RuleTable(m_connection).all();
    for (Rule rule : rules) {
        const Row* const row = rowOf(rule.category);
        if (!row)
            continue;
        QString name = newNameOf(*row, change);
        for (const CategoryChange::Removal& removal : change.removed)
            if (isSame(removal.name, row->name))
                name = spelled(removal.into.simplified(), change);
        if (name == rule.category)
            continue;
        const QString before = rule.category;
        rule.category = name;
        if (!RuleSet::from({rule})) {
            refuse(
                u"The rule \"%1\" does nothing but give the category \"%2\". Move that category to another, or change the rule first."_s
                    .arg(rule.name.isEmpty() ? rule.query : rule.name, before));
            return;
        }
        Statement(m_connection, u"UPDATE rule SET category = ? WHERE id = ?"_s, name, rule.id).run();
        m_inverse.rules.append({rule.id, before});
    }
}

// Before any name moves: a story's history tells what its category was called until then.
void CategoryList::addRows(const CategoryChange& change)
{
    for (const CategoryChange::Entry& entry : change.list)
        if (const QString name = entry.name.simplified(); entry.was.isEmpty() && !rowOf(name)) {
            m_rows.append({CategoryTable(m_connection).ensure(name), name});
            m_new.insert(m_rows.last().id);
        }
}

// In two goes, since two categories may swap their names.
void CategoryList::renameRows(const CategoryChange& change)
{
    QList<Row> renamed;
    for (const Row& row : std::as_const(m_rows))
        if (const QString name = newNameOf(row, change); !name.isEmpty() && name != row.name)
            renamed.append({row.id, name});
    for (const Row& row : std::as_const(renamed)) // a name that none can have, with a blank before it
        Statement(m_connection, u"UPDATE category SET name = ' ' || id WHERE id = ?"_s, row.id).run();
    for (const Row& row : std::as_const(renamed)) {
        Statement(m_connection, u"UPDATE category SET name = ? WHERE id = ?"_s, row.name, row.id).run();
        Statement story(m_connection, u"SELECT id FROM story WHERE category_id = ?"_s, row.id);
        while (story.next())
            m_renamed.append(story.id<StoryId>(0));
    }
}

void CategoryList::order(const CategoryChange& change)
{
    CategoryTable table(m_connection);
    int position = 0;
    Statement place(m_connection, u"UPDATE category SET position = ? WHERE id = ?"_s);
    const auto put = [&](qint64 id) { place.bind(++position).bind(id).runAgain(); };
    for (const CategoryChange::Entry& entry : change.list)
        put(table.ensure(entry.name.simplified()));
    for (const Row& row : std::as_const(m_rows)) {
        const bool placed = m_new.contains(row.id) || newNameOf(row, change).isEmpty() ||
                            std::any_of(change.list.begin(), change.list.end(),
                                        [&row](const auto& entry) { return isSame(entry.was, row.name); });
        if (!placed)
            put(row.id);
    }
}

// The category that will have the name, as it is called now.
const CategoryList::Row* CategoryList::rowToBe(const QString& name, const CategoryChange& change) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return isSame(newNameOf(row, change), name.simplified());
    });
    return found == m_rows.end() || name.isEmpty() ? nullptr : &*found;
}

void CategoryList::emptyRow(const CategoryChange::Removal& removal, const CategoryChange& change)
{
    const qint64 id = rowOf(removal.name)->id;
    const Row* const into = rowToBe(removal.into, change);
    if (!into && !removal.into.isEmpty()) {
        refuse(u"\"%1\" is removed and added at once; keep it instead."_s.arg(removal.into));
        return;
    }
    QList<StoryId> stories;
    {
        Statement story(m_connection, u"SELECT id FROM story WHERE category_id = ? ORDER BY id"_s, id);
        while (story.next())
            stories.append(story.id<StoryId>(0));
    }
    for (const StoryId story : std::as_const(stories))
        m_editor.apply({story, StoryField::Category, {}, into ? into->name : QString(), {}});
    {
        Statement feed(m_connection, u"SELECT id FROM feed WHERE category_id = ?"_s, id);
        while (feed.next())
            m_inverse.feeds.append({feed.id<FeedId>(0), removal.name});
    }
    Statement(m_connection, u"UPDATE feed SET category_id = ? WHERE category_id = ?"_s)
        .bind(into ? std::optional(into->id) : std::nullopt)
        .bind(id)
        .run();
}

void CategoryList::removeRow(const QString& name)
{
    const qint64 id = rowOf(name)->id;
    Statement(m_connection, u"DELETE FROM category WHERE id = ?"_s, id).run();
    Statement(m_connection, u"DELETE FROM tally WHERE scope = 'category' AND key = ?"_s, id).run();
}

void CategoryList::apply(const CategoryChange& change)
{
    readRows();
    if (!isSound(change))
        return;
    keepInverse(change);
    changeRules(change);
    addRows(change);
    // What goes back to a category that is there goes at once, without being in none meanwhile.
    QList<StoryEdit> later;
    for (const StoryEdit& edit : change.stories) {
        const Row* const row = rowOf(edit.value);
        if (row && newNameOf(*row, change) == row->name)
            m_editor.apply(edit);
        else
            later.append(edit);
    }
    for (const CategoryChange::Removal& removal : change.removed)
        emptyRow(removal, change);
    if (m_connection.hasFailed())
        return;
    for (const CategoryChange::Removal& removal : change.removed)
        removeRow(removal.name);
    renameRows(change);
    order(change);
    for (const StoryEdit& edit : std::as_const(later))
        m_editor.apply(edit);
    for (const auto& [feed, category] : change.feeds)
        Statement(m_connection,
                  u"UPDATE feed SET category_id = (SELECT id FROM category WHERE name = ?) WHERE id = ?"_s,
                  category, feed)
            .run();
    for (const auto& [rule, category] : change.rules)
        Statement(m_connection, u"UPDATE rule SET category = ? WHERE id = ?"_s, category, rule).run();
}

} // namespace Scoredesk
