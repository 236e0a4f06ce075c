// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/cardtable.h"

#include "storage/method/impact.h"
#include "storage/method/scorevector.h"
#include "storage/sql/statement.h"
#include "storage/tables/leadingcard.h"
#include "storage/tables/nametables.h"

#include <algorithm>
#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static ScoreCell cellFrom(const Statement& row, int column)
{
    ScoreCell cell;
    switch (row.small(column)) {
    case 1:
        cell.value = Score::notApplicable();
        break;
    case 2:
        cell.value = Score::fromTenths(row.small(column + 1));
        break;
    default:
        break;
    }
    cell.rationale = row.text(column + 2);
    cell.setAt = row.time(column + 3);
    return cell;
}

QMap<QString, ScoreCell> CardTable::cells(qint64 card) const
{
    QMap<QString, ScoreCell> found;
    Statement row(m_connection,
                  u"SELECT dimension, kind, tenths, rationale, set_at FROM card_cell WHERE card_id = ?"_s,
                  card);
    while (row.next())
        found.insert(row.text(0), cellFrom(row, 1));
    return found;
}

QList<Scorecard> CardTable::ofStory(StoryId story) const
{
    QList<Scorecard> cards;
    Statement row(m_connection,
                  u"SELECT c.id, a.name, c.method_key, c.method_version, c.stated_impact FROM card c "
                  "JOIN analyst a ON a.id = c.analyst_id WHERE c.story_id = ? ORDER BY c.id"_s,
                  story);
    while (row.next()) {
        Scorecard card;
        card.analyst = row.text(1);
        card.methodKey = row.text(2);
        card.methodVersion = row.small(3);
        card.statedImpact = row.real(4);
        card.cells = cells(row.integer(0));
        cards.append(card);
    }
    return cards;
}

qint64 CardTable::find(StoryId story, const QString& analyst) const
{
    Statement row(
        m_connection,
        u"SELECT c.id FROM card c JOIN analyst a ON a.id = c.analyst_id WHERE c.story_id = ? AND a.name = ?"_s,
        story, analyst);
    return row.next() ? row.integer(0) : 0;
}

qint64 CardTable::ensure(StoryId story, const QString& analyst, const Method& method, const QDateTime& now)
{
    if (const qint64 card = find(story, analyst))
        return card;
    Statement row(m_connection,
                  u"INSERT INTO card (story_id, analyst_id, method_key, method_version, touched_at) "
                  "VALUES (?, ?, ?, ?, ?)"_s,
                  story, AnalystTable(m_connection).ensure(analyst), method.key, method.version, now);
    return row.run() ? row.insertedId() : 0;
}

void CardTable::insert(StoryId story, const Scorecard& card, const QDateTime& now)
{
    const QDateTime lastSet = card.lastSetAt();
    Statement row(
        m_connection,
        u"INSERT INTO card (story_id, analyst_id, method_key, method_version, stated_impact, touched_at) "
        "VALUES (?, ?, ?, ?, ?, ?)"_s,
        story, AnalystTable(m_connection).ensure(card.analyst), card.methodKey, card.methodVersion,
        card.statedImpact, lastSet.isValid() ? lastSet : now);
    if (!row.run())
        return;
    const qint64 id = row.insertedId();
    for (auto cell = card.cells.begin(); cell != card.cells.end(); ++cell) {
        ScoreCell stored = *cell;
        if (!stored.value.isUnset() && !stored.setAt.isValid())
            stored.setAt = now;
        insertCell(id, cell.key(), stored);
    }
}

void CardTable::remove(StoryId story, const QString& analyst)
{
    Statement(m_connection, u"DELETE FROM card WHERE id = ?"_s, find(story, analyst)).run();
}

void CardTable::removeIfBlank(StoryId story, const QString& analyst, const Method& method)
{
    Statement(
        m_connection,
        u"DELETE FROM card WHERE id = ? AND stated_impact IS NULL AND method_key = ? AND method_version = ? "
        "AND NOT EXISTS (SELECT 1 FROM card_cell WHERE card_id = card.id)"_s,
        find(story, analyst), method.key, method.version)
        .run();
}

ScoreCell CardTable::cell(qint64 card, const QString& dimension) const
{
    Statement row(
        m_connection,
        u"SELECT kind, tenths, rationale, set_at FROM card_cell WHERE card_id = ? AND dimension = ?"_s, card,
        dimension);
    return row.next() ? cellFrom(row, 0) : ScoreCell();
}

void CardTable::insertCell(qint64 card, const QString& dimension, const ScoreCell& cell)
{
    Statement(m_connection,
              u"INSERT INTO card_cell (card_id, dimension, kind, tenths, rationale, set_at) VALUES (?, ?, ?, "
              u"?, ?, ?) "
              "ON CONFLICT DO UPDATE SET kind = excluded.kind, tenths = excluded.tenths, "
              "rationale = excluded.rationale, set_at = excluded.set_at"_s,
              card, dimension, cell.value.kind(), cell.value.tenths(), cell.rationale, cell.setAt)
        .run();
}

void CardTable::writeCell(qint64 card, const QString& dimension, const ScoreCell& cell)
{
    if (cell.value.isUnset() && cell.rationale.isEmpty())
        Statement(m_connection, u"DELETE FROM card_cell WHERE card_id = ? AND dimension = ?"_s, card,
                  dimension)
            .run();
    else
        insertCell(card, dimension, cell);
}

std::optional<double> CardTable::statedImpact(qint64 card) const
{
    Statement row(m_connection, u"SELECT stated_impact FROM card WHERE id = ?"_s, card);
    return row.next() ? row.real(0) : std::nullopt;
}

void CardTable::writeStatedImpact(qint64 card, std::optional<double> impact)
{
    Statement(m_connection, u"UPDATE card SET stated_impact = ? WHERE id = ?"_s, impact, card).run();
}

QString CardTable::methodOf(qint64 card) const
{
    Statement row(m_connection, u"SELECT method_key, method_version FROM card WHERE id = ?"_s, card);
    return row.next() ? row.text(0) + u':' + row.text(1) : QString();
}

void CardTable::writeMethod(qint64 card, const QString& key, int version)
{
    Statement(m_connection, u"UPDATE card SET method_key = ?, method_version = ? WHERE id = ?"_s, key,
              version, card)
        .run();
}

void CardTable::touch(qint64 card, const QDateTime& now)
{
    Statement(m_connection, u"UPDATE card SET touched_at = ? WHERE id = ?"_s, now, card).run();
}

namespace {

/// What a story's row keeps of its leading card.
struct Kept {
    QString vector;
    std::optional<double> low;
    std::optional<double> high;
    qint64 key = -1;
    QDateTime scoredAt; ///< invalid where nothing is judged
};

} // namespace

static const QString leadingSql = u"SELECT "_s + leadingCardSql(u"?"_s); // one row, empty without card

static Kept keptOf(const Method& method, const Scorecard& card)
{
    Kept kept;
    kept.vector = toVector(method, card);
    kept.scoredAt = card.lastSetAt();
    const bool judged = std::any_of(card.cells.begin(), card.cells.end(),
                                    [](const ScoreCell& cell) { return !cell.value.isUnset(); });
    // A card with nothing judged could still be anything: the queue shows no impact for it.
    if (const auto impact = judged ? impactOf(method, card) : std::nullopt) {
        kept.low = impact->low;
        kept.high = impact->high;
        kept.key = std::llround(impact->low * 1e9);
    }
    return kept;
}

static void writeKept(Connection& connection, StoryId story, const Kept& kept)
{
    Statement(connection,
              u"UPDATE story SET vector = ?, impact_low = ?, impact_high = ?, impact_key = ?, scored_at = ? "
              "WHERE id = ?"_s,
              kept.vector, kept.low, kept.high, kept.key, kept.scoredAt, story)
        .run();
}

void CardTable::refreshImpact(StoryId story, const Method& method)
{
    Scorecard card;
    Statement leading(m_connection, leadingSql, story);
    if (leading.next())
        card.cells = cells(leading.integer(0));
    writeKept(m_connection, story, keptOf(method, card));
}

QList<StoryId> CardTable::refreshAll(const Method& method)
{
    QList<StoryId> stories;
    Statement scored(m_connection, u"SELECT DISTINCT story_id FROM card"_s);
    while (scored.next())
        stories.append(scored.id<StoryId>(0));
    QList<StoryId> changed;
    for (const StoryId story : stories) {
        Scorecard card;
        {
            Statement leading(m_connection, leadingSql, story);
            if (leading.next())
                card.cells = cells(leading.integer(0));
        }
        const Kept kept = keptOf(method, card);
        Statement before(m_connection, u"SELECT vector, impact_low, impact_high FROM story WHERE id = ?"_s,
                         story);
        if (before.next() && before.text(0) == kept.vector && before.real(1) == kept.low &&
            before.real(2) == kept.high)
            continue;
        writeKept(m_connection, story, kept);
        changed.append(story);
    }
    return changed;
}

} // namespace Scoredesk
