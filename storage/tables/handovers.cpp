// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/handovers.h"

#include "storage/domain/change.h"
#include "storage/sql/statement.h"
#include "storage/tables/idlist.h"
#include "storage/tables/nametables.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

/// Gathers a handover from what the history says, in as many statements as there are kinds of facts, however
/// many stories there are.
class HandoverReader {
public:
    HandoverReader(Connection& connection, const QString& analyst, const QDateTime& from, const QDateTime& to)
        : m_connection(connection), m_analyst(AnalystTable(connection).find(analyst)), m_from(from), m_to(to)
    {
        m_handover.analyst = analyst;
        m_handover.from = from;
        m_handover.to = to;
    }

    Handover read();

private:
    struct Acts {
        HandoverStory story;
        QString stateBefore;           ///< as the analyst found it; empty where they did not move it
        QMap<QString, QString> before; ///< the values they found, by dimension
    };

    Acts& at(StoryId id, const QDateTime& time);
    void readChanges();
    void readExports();
    void readStories(const QString& ids);
    void readOthersMoves(const QString& ids);
    void readCards(const QString& ids);
    void takeBackLater(const QString& ids);

    Connection& m_connection;
    qint64 m_analyst;
    QDateTime m_from;
    QDateTime m_to;
    Handover m_handover;
    QHash<StoryId, Acts> m_acts;
};

} // namespace

HandoverReader::Acts& HandoverReader::at(StoryId id, const QDateTime& time)
{
    Acts& acts = m_acts[id];
    acts.story.id = id;
    if (!acts.story.lastAt.isValid() || acts.story.lastAt < time)
        acts.story.lastAt = time;
    return acts;
}

// The plus keeps SQLite from reading all that the analyst ever changed by the index of analysts.
void HandoverReader::readChanges()
{
    Statement row(m_connection,
                  u"SELECT story_id, at, field, dimension, old FROM change WHERE at BETWEEN ? AND ? "
                  "AND +analyst_id = ? AND (field = ? OR (field = ? AND card = '')) ORDER BY id"_s,
                  m_from, m_to, m_analyst, fieldName(StoryField::State), fieldName(StoryField::Score));
    const QString state = fieldName(StoryField::State);
    while (row.next()) {
        Acts& acts = at(row.id<StoryId>(0), row.time(1));
        if (row.text(2) != state) {
            if (const QString dimension = row.text(3); !acts.before.contains(dimension))
                acts.before.insert(dimension, row.text(4));
        } else if (acts.stateBefore.isEmpty()) {
            acts.stateBefore = row.text(4);
        }
    }
}

void HandoverReader::readExports()
{
    QSet<QUuid> gone;
    Statement row(
        m_connection,
        u"SELECT s.id, e.story_uuid, e.at, e.format FROM export e LEFT JOIN story s ON s.uuid = e.story_uuid "
        "WHERE e.at BETWEEN ? AND ? AND e.analyst = ? ORDER BY e.at, e.id"_s,
        m_from, m_to, m_handover.analyst);
    while (row.next()) {
        if (row.isNull(0)) {
            gone.insert(row.uuid(1));
            continue;
        }
        Acts& acts = at(row.id<StoryId>(0), row.time(2));
        acts.story.exportedAt = row.time(2);
        if (const QString format = row.text(3); !acts.story.formats.contains(format))
            acts.story.formats.append(format);
    }
    m_handover.exportedAndGone = int(gone.size());
}

void HandoverReader::readStories(const QString& ids)
{
    Statement row(m_connection,
                  u"SELECT s.id, s.headline, s.stage, s.stage_before, s.spike_reason FROM json_each(?) asked "
                  "CROSS JOIN story s ON s.id = asked.value"_s,
                  ids);
    while (row.next()) {
        HandoverStory& story = m_acts[row.id<StoryId>(0)].story;
        story.headline = row.text(1);
        story.state = {Stage(std::clamp(row.small(2), 0, 3)), row.text(4),
                       Stage(std::clamp(row.small(3), 0, 3))};
    }
}

void HandoverReader::readOthersMoves(const QString& ids)
{
    Statement row(m_connection,
                  u"SELECT h.story_id, h.analyst_id, n.name FROM json_each(?) asked "
                  "CROSS JOIN change h ON h.story_id = asked.value JOIN analyst n ON n.id = h.analyst_id "
                  "WHERE h.at BETWEEN ? AND ? AND h.field = ? ORDER BY h.id"_s,
                  ids, m_from, m_to, fieldName(StoryField::State));
    while (row.next())
        m_acts[row.id<StoryId>(0)].story.movedBy = row.integer(1) == m_analyst ? QString() : row.text(2);
}

void HandoverReader::readCards(const QString& ids)
{
    Statement row(m_connection,
                  u"SELECT c.story_id, v.dimension, v.kind, v.tenths, v.set_at FROM json_each(?) asked "
                  "CROSS JOIN card c ON c.story_id = asked.value AND c.analyst_id = ? "
                  "CROSS JOIN card_cell v ON v.card_id = c.id AND v.kind > 0"_s,
                  ids, m_analyst);
    while (row.next()) {
        ScoreCell& cell = m_acts[row.id<StoryId>(0)].story.card.cells[row.text(1)];
        cell.value = row.small(2) == 1 ? Score::notApplicable() : Score::fromTenths(row.small(3));
        cell.setAt = row.time(4);
    }
}

// What was changed after the stretch stands in the rows; the first such change says what stood there before.
void HandoverReader::takeBackLater(const QString& ids)
{
    QHash<StoryId, QStringList> seen;
    const QString state = fieldName(StoryField::State);
    Statement row(m_connection,
                  u"SELECT h.story_id, h.field, h.dimension, h.old FROM json_each(?) asked "
                  "CROSS JOIN change h ON h.story_id = asked.value WHERE h.at > ? AND (h.field = ? "
                  "OR (h.field = ? AND h.card = '' AND +h.analyst_id = ?)) ORDER BY h.id"_s,
                  ids, m_to, state, fieldName(StoryField::Score), m_analyst);
    while (row.next()) {
        QStringList& done = seen[row.id<StoryId>(0)];
        const QString place = row.text(1) + row.text(2);
        if (done.contains(place))
            continue;
        done.append(place);
        HandoverStory& story = m_acts[row.id<StoryId>(0)].story;
        if (row.text(1) == state)
            story.state = storyStateFromText(row.text(3)).value_or(StoryState());
        else if (const auto value = Score::fromText(row.text(3)); value && !value->isUnset())
            story.card.cells[row.text(2)].value = *value;
        else
            story.card.cells.remove(row.text(2));
    }
}

Handover HandoverReader::read()
{
    readChanges();
    readExports();
    const QString ids = toJsonArray(QList<StoryId>(m_acts.keyBegin(), m_acts.keyEnd()));
    readStories(ids);
    readOthersMoves(ids);
    readCards(ids);
    takeBackLater(ids);
    for (Acts& acts : m_acts) {
        HandoverStory& story = acts.story;
        story.card.analyst = m_handover.analyst;
        story.moved = !acts.stateBefore.isEmpty() && acts.stateBefore != toText(story.state);
        for (auto was = acts.before.begin(); was != acts.before.end(); ++was)
            story.scored = story.scored || *was != story.card.value(was.key()).toText();
        if (story.moved || story.scored || story.exportedAt.isValid())
            m_handover.stories.append(story);
    }
    std::sort(m_handover.stories.begin(), m_handover.stories.end(),
              [](const HandoverStory& a, const HandoverStory& b) {
                  return std::pair(a.lastAt, a.id) < std::pair(b.lastAt, b.id);
              });
    return m_handover;
}

Handover readHandover(Connection& connection, const QString& analyst, const QDateTime& from,
                      const QDateTime& to)
{
    return HandoverReader(connection, analyst, from, to).read();
}

} // namespace Scoredesk
