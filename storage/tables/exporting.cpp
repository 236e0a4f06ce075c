// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/exporting.h"

#include "storage/method/impact.h"
#include "storage/method/scorevector.h"
#include "storage/sql/statement.h"
#include "storage/tables/cardtable.h"
#include "storage/tables/historytable.h"
#include "storage/tables/storytable.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

static void fillInCard(Connection& connection, const Method& method, StoryId id, ExportRecord& record)
{
    const Scorecard card = briefCardOf(CardTable(connection).ofStory(id), record.analyst);
    if (!card.isBlank()) {
        record.vector = toVector(method, card);
        if (const auto impact = impactOf(method, card); impact && impact->isComplete())
            record.impact = impact->low;
        return;
    }
    Statement kept(connection, u"SELECT vector, impact_low, impact_high FROM story WHERE id = ?"_s, id);
    if (!kept.next())
        return;
    record.vector = kept.text(0);
    if (kept.real(1) == kept.real(2))
        record.impact = kept.real(1);
}

QList<StoryId> keepExport(Connection& connection, const Method& method, const QList<StoryId>& ids,
                          ExportRecord record, const QDateTime& now)
{
    if (!record.at.isValid())
        record.at = now;
    QList<StoryId> recorded;
    for (const StoryId id : ids) {
        const auto story = StoryTable(connection).read(id);
        if (!story)
            continue;
        ExportRecord own = record;
        if (own.vector.isEmpty() && !own.impact)
            fillInCard(connection, method, id, own);
        ExportTable(connection).insert(story->uuid, story->category, own);
        StoryTable(connection).markTouched(id); // what was sent out under its name stays under it
        recorded.append(id);
    }
    return recorded;
}

} // namespace Scoredesk
