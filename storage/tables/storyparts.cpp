// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/storyparts.h"

#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

QList<StorySignal> SignalTable::ofStory(StoryId story) const
{
    QList<StorySignal> found;
    Statement row(
        m_connection,
        u"SELECT kind, source, value, note, observed_at FROM story_signal WHERE story_id = ? ORDER BY id"_s,
        story);
    while (row.next())
        found.append({row.text(0), row.text(1), row.real(2), row.text(3), row.time(4)});
    return found;
}

qint64 SignalTable::insert(StoryId story, const StorySignal& signal)
{
    Statement row(m_connection,
                  u"INSERT INTO story_signal (story_id, kind, source, value, note, observed_at) "
                  "VALUES (?, ?, ?, ?, ?, ?)"_s,
                  story, signal.kind, signal.source, signal.value, signal.note, signal.observedAt);
    return row.run() ? row.insertedId() : 0;
}

std::optional<std::pair<StoryId, StorySignal>> SignalTable::byRow(qint64 id) const
{
    Statement row(m_connection,
                  u"SELECT story_id, kind, source, value, note, observed_at FROM story_signal WHERE id = ?"_s,
                  id);
    if (!row.next())
        return std::nullopt;
    return std::pair(row.id<StoryId>(0),
                     StorySignal{row.text(1), row.text(2), row.real(3), row.text(4), row.time(5)});
}

void SignalTable::move(qint64 id, StoryId story)
{
    Statement(m_connection, u"UPDATE story_signal SET story_id = ? WHERE id = ?"_s, story, id).run();
}

void SignalTable::remove(qint64 id)
{
    Statement(m_connection, u"DELETE FROM story_signal WHERE id = ?"_s, id).run();
}

QMap<QString, QString> OverruleTable::ofStory(StoryId story) const
{
    QMap<QString, QString> found;
    Statement row(m_connection, u"SELECT check_name, reason FROM overrule WHERE story_id = ?"_s, story);
    while (row.next())
        found.insert(row.text(0), row.text(1));
    return found;
}

QString OverruleTable::reason(StoryId story, const QString& check) const
{
    Statement row(m_connection, u"SELECT reason FROM overrule WHERE story_id = ? AND check_name = ?"_s, story,
                  check);
    return row.next() ? row.text(0) : QString();
}

void OverruleTable::write(StoryId story, const QString& check, const QString& reason)
{
    if (reason.isEmpty())
        Statement(m_connection, u"DELETE FROM overrule WHERE story_id = ? AND check_name = ?"_s, story, check)
            .run();
    else
        Statement(m_connection,
                  u"INSERT INTO overrule (story_id, check_name, reason) VALUES (?, ?, ?) "
                  "ON CONFLICT DO UPDATE SET reason = excluded.reason"_s,
                  story, check, reason)
            .run();
}

} // namespace Scoredesk
