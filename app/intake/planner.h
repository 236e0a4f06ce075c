// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/importplan.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace Scoredesk {

class Store;

/// Weighs stories that were read against those of a desk, and against each other: which to add, which to
/// merge into one that is there, which to pass over. Reads only.
class Planner {
public:
    explicit Planner(const Store& store) : m_store(store) {}

    QList<ImportItem> plan(const QList<Dossier>& dossiers);

private:
    struct Match {
        StoryId story;
        QString how;
    };

    ImportItem itemFor(const Dossier& dossier);
    std::optional<Match> matchOnDesk(const Story& story) const;
    std::optional<std::pair<qsizetype, QString>> matchInImport(const Story& story) const;
    void weighMerge(ImportItem& item, const QString& how);
    void remember(const Story& story, qsizetype index);
    bool identifies(const QString& link) const;
    void countLinks(const QList<Dossier>& dossiers);

    const Store& m_store;
    QList<ImportItem> m_items;
    QHash<QUuid, qsizetype> m_byUuid; ///< items that add, by what another story may share with them
    QHash<QString, qsizetype> m_byHeadline;
    QHash<QString, qsizetype> m_byLink;
    QHash<QString, QString> m_linkHeadline; ///< the headline that a link came with first
    QHash<QString, bool> m_sharedLink;      ///< links that stand under several headlines
    QHash<StoryId, Dossier> m_merged;       ///< the desk's stories as they will be after the items so far
};

} // namespace Scoredesk
