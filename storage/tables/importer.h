// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"
#include "storage/tables/arrivalhistory.h"
#include "storage/tables/deskpartswriter.h"
#include "storage/tables/outlettable.h"
#include "storage/tables/storyeditor.h"

namespace Scoredesk {

/// Does what an import plan says, inside the caller's transaction, and takes it back.
class Importer {
public:
    Importer(Connection& connection, const Method& method, QDateTime now, EditContext context, qint64 since);

    ImportReceipt apply(const ImportPlan& plan);
    ImportRemains revert(const ImportReceipt& receipt);

    QList<StoryId> touched() const { return m_touched; } ///< stories that were there before

private:
    void addParts(const ImportPlan& plan);
    void addSettings(const ImportPlan& plan);
    void takeBackParts(const ImportReceipt& receipt);
    void add(const ImportItem& item);
    void merge(const ImportItem& item);
    bool mergeArticles(const Dossier& ours, const Dossier& theirs);
    bool mergeSignals(const Dossier& ours, const Dossier& theirs);
    bool mergeCards(const Dossier& ours, const Dossier& theirs);
    void nameFeeds(Dossier& dossier) const;
    void keepFreeIds(Dossier& dossier) const;
    void touch(StoryId story);

    Connection& m_connection;
    const Method& m_method;
    QDateTime m_now;
    EditContext m_context;
    qint64 m_since;
    ImportReceipt m_receipt;
    OutletTrace m_outlets;
    ArrivalHistory m_history;
    DeskPartsWriter m_parts;
    QHash<QUuid, StoryId> m_came; ///< what stories of the import are here
    QList<StoryId> m_touched;
};

} // namespace Scoredesk
