// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brief/exportrecording.h"

#include "storage/method/impact.h"
#include "storage/method/scorevector.h"
#include "storage/store.h"
#include "ui/brief/exporter.h"

namespace Scoredesk {

// The desk looks a record's card up by its name, and has that of the sample under the analyst's.
static void fillInCard(const Method& method, const Scorecard& card, ExportRecord& record)
{
    if (card.isBlank())
        return;
    record.vector = toVector(method, card);
    if (const auto impact = impactOf(method, card); impact && impact->isComplete())
        record.impact = impact->low;
}

Result<void> recordBriefs(Store& store, const QList<Dossier>& dossiers, ExportRecord record)
{
    const QString analyst = record.analyst;
    record.analyst = signerOf(dossiers, analyst);
    if (record.analyst == analyst) {
        QList<StoryId> ids;
        for (const Dossier& dossier : dossiers)
            ids.append(dossier.story.id);
        return store.recordExport(ids, record);
    }
    return store.transact([&]() -> Result<void> {
        for (const Dossier& dossier : dossiers) {
            ExportRecord own = record;
            fillInCard(store.activeMethod(), dossier.briefCard(analyst), own);
            if (auto kept = store.recordExport({dossier.story.id}, own); !kept)
                return kept;
        }
        return {};
    });
}

} // namespace Scoredesk
