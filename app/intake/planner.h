// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/importplan.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace Scoredesk {

class Store;

/// Weighs stories that were read against those of a desk, and against each other: which to add, which to
/// merge into one that is there, which to pass over. Reads only.
class Planner {
public:
    explicit Planner(const Store& store) : m_store(store) {}

    struct Candidate {
        Dossier dossier;
        /// Of a desk export: two of its stories are two, however alike, and only a headline or link that no
        /// other of them has may find a story of the desk that is not among them.
        bool ofDesk = false;
    };

    QList<ImportItem> plan(const QList<Candidate>& candidates);

private:
    struct Match {
        StoryId story;
        QString how;
    };

    ImportItem itemFor(const Candidate& candidate);
    std::optional<Match> matchOnDesk(const Story& story, bool ofDesk) const;
    std::optional<Match> lookAlike(const Story& story, bool ofDesk) const;
    std::optional<std::pair<qsizetype, QString>> matchInImport(const Story& story, bool ofDesk) const;
    void weighMerge(ImportItem& item, const QString& how);
    void remember(const Story& story, qsizetype index);
    bool identifies(const QString& link) const;
    void countNames(const QList<Candidate>& candidates);

    const Store& m_store;
    QList<ImportItem> m_items;
    QHash<QUuid, qsizetype> m_byUuid; ///< items that add, by what another story may share with them
    QHash<QString, qsizetype> m_byHeadline;
    QHash<QString, qsizetype> m_byLink;
    QHash<QString, QString> m_linkHeadline; ///< the headline that a link came with first
    QSet<QString> m_sharedLinks;            ///< links that several stories have
    QSet<QString> m_sharedHeadlines;        ///< headlines that several stories of a desk have
    QSet<QUuid> m_ofDesk;                   ///< stories that a desk export names
    QHash<StoryId, Dossier> m_merged;       ///< the desk's stories as they will be after the items so far
};

} // namespace Scoredesk
