// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/clusterer.h"
#include "app/grouping/groupingfile.h"
#include "storage/domain/arrival.h"
#include "storage/domain/grouping.h"

#include <QDateTime>

#include <memory>

namespace Scoredesk {

class Store;

/// The clusterer of a desk, kept in step with it whoever writes to it. Belongs to the thread of its store.
class DeskGrouping {
public:
    DeskGrouping(Store& store, const ClusterSettings& settings);

    /// Takes up the saved state, or reads the window again where there is none that fits. Seconds for a large
    /// window.
    [[nodiscard]] Result<void> load(const QDateTime& now);
    /// Takes over what hands, or another program, did since the last call. Within a transaction it holds to
    /// its end.
    [[nodiscard]] Result<void> follow(const QDateTime& now);
    /// Its own articles are on the desk: up to which number.
    void stored(ArticleId last);
    /// An article that it took for stored is on the desk, but is unknown to it: it is read by the next
    /// follow().
    void missed(ArticleId article);
    /// Saves the state, if enough came to it to be worth it. What can't be saved is read from the desk the
    /// next time.
    void save(const QDateTime& now);

    Clusterer& clusterer() { return *m_clusterer; }
    /// What grouping reads of an article; a time that has not come counts as now.
    static ClusterArticle clusterArticle(ArticleId id, const QDateTime& at, const QString& title,
                                         const QString& text, const QDateTime& now);

private:
    [[nodiscard]] Result<void> readWindow(const QDateTime& now);
    [[nodiscard]] Result<void> readNew(const QDateTime& now);
    [[nodiscard]] Result<void> readOne(ArticleId article, const QDateTime& now);
    [[nodiscard]] Result<void> apply(const Regrouped& changes, const QDateTime& now);
    void take(const RecentArticle& article, const QDateTime& now);
    QDateTime windowStart(const QDateTime& now) const;

    Store& m_store;
    ClusterSettings m_settings;
    std::unique_ptr<Clusterer> m_clusterer;
    GroupingMark m_mark;
    qint64 m_unsaved = 0; // articles since the state was saved
};

} // namespace Scoredesk
