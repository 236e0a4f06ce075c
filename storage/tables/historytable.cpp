// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/historytable.h"

#include "storage/sql/statement.h"
#include "storage/tables/nametables.h"

#include <QSet>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

QList<Change> HistoryTable::ofStory(StoryId story) const
{
    QList<Change> changes;
    Statement row(m_connection,
                  u"SELECT c.at, a.name, c.field, c.dimension, c.card, c.old, c.new FROM change c "
                  "JOIN analyst a ON a.id = c.analyst_id WHERE c.story_id = ? ORDER BY c.id"_s,
                  story);
    while (row.next()) {
        const auto field = fieldFromName(row.text(2));
        if (!field)
            continue; // of a field that this version does not know
        changes.append(
            {row.time(0), row.text(1), *field, row.text(3), row.text(4), row.text(5), row.text(6)});
    }
    const qsizetype edits = changes.size();
    Statement coverage(m_connection,
                       u"SELECT c.at, coalesce(a.name, ''), c.old, c.new FROM coverage_change c "
                       "LEFT JOIN analyst a ON a.id = c.analyst_id WHERE c.story_id = ? ORDER BY c.id"_s,
                       story);
    while (coverage.next())
        changes.append({coverage.time(0),
                        coverage.text(1),
                        StoryField::Coverage,
                        {},
                        {},
                        coverage.text(2),
                        coverage.text(3)});
    std::inplace_merge(changes.begin(), changes.begin() + edits, changes.end(),
                       [](const Change& a, const Change& b) { return a.at < b.at; });
    return changes;
}

void HistoryTable::insertCoverage(StoryId story, const Change& change)
{
    Statement row(
        m_connection,
        u"INSERT INTO coverage_change (story_id, at, old, new, analyst_id) VALUES (?, ?, ?, ?, ?)"_s, story,
        change.at, change.from, change.to);
    if (change.analyst.isEmpty())
        row.bindNull();
    else
        row.bind(AnalystTable(m_connection).ensure(change.analyst));
    row.run();
}

void HistoryTable::insert(StoryId story, const Change& change, qint64 gesture)
{
    if (change.field == StoryField::Coverage)
        return insertCoverage(story, change);
    Statement(m_connection,
              u"INSERT INTO change (story_id, at, analyst_id, gesture, field, dimension, card, old, new) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
              story, change.at, AnalystTable(m_connection).ensure(change.analyst), gesture,
              fieldName(change.field), change.dimension, change.card, change.from, change.to)
        .run();
}

void HistoryTable::record(StoryId story, const Change& change, qint64 gesture, qint64 since)
{
    if (gesture == 0) {
        insert(story, change);
        return;
    }
    qint64 same = 0;
    QString first;
    {
        Statement row(
            m_connection,
            u"SELECT c.id, c.old FROM change c JOIN analyst a ON a.id = c.analyst_id WHERE c.story_id = ? "
            "AND c.id > ? AND c.gesture = ? AND c.field = ? AND c.dimension = ? AND c.card = ? "
            "AND a.name = ? ORDER BY c.id DESC LIMIT 1"_s,
            story, since, gesture, fieldName(change.field), change.dimension, change.card, change.analyst);
        if (row.next()) {
            same = row.integer(0);
            first = row.text(1);
        }
    }
    if (same == 0)
        insert(story, change, gesture);
    else if (first == change.to)
        Statement(m_connection, u"DELETE FROM change WHERE id = ?"_s, same).run();
    else
        Statement(m_connection, u"UPDATE change SET new = ?, at = ? WHERE id = ?"_s, change.to, change.at,
                  same)
            .run();
}

qint64 HistoryTable::lastRow() const
{
    Statement row(m_connection, u"SELECT coalesce(max(id), 0) FROM change"_s);
    return row.next() ? row.integer(0) : 0;
}

QList<ExportRecord> ExportTable::ofStory(const QUuid& story) const
{
    QList<ExportRecord> records;
    Statement row(
        m_connection,
        u"SELECT at, analyst, format, path, sha256, vector, impact FROM export WHERE story_uuid = ? "
        "ORDER BY at, id"_s,
        story);
    while (row.next())
        records.append(
            {row.time(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.real(6)});
    return records;
}

void ExportTable::insert(const QUuid& story, const QString& category, const ExportRecord& record)
{
    if (ofStory(story).contains(record))
        return;
    Statement(m_connection,
              u"INSERT INTO export (story_uuid, category, at, analyst, format, path, sha256, vector, impact) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
              story, category, record.at, record.analyst, record.format, record.path, record.sha256,
              record.vector, record.impact)
        .run();
}

QStringList ExportTable::lastCategories(int most) const
{
    QStringList categories;
    QSet<QUuid> seen;
    Statement row(m_connection, u"SELECT story_uuid, category FROM export ORDER BY at DESC, id DESC"_s);
    while (seen.size() < most && row.next()) {
        const QUuid story = row.uuid(0);
        if (seen.contains(story))
            continue;
        seen.insert(story);
        if (const QString category = row.text(1); !category.isEmpty())
            categories.append(category);
    }
    return categories;
}

} // namespace Scoredesk
