// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/clusterer.h"

namespace Scoredesk {

/// Groups a stream of articles given in order of time, and keeps track of where each ended.
class StreamGrouper {
public:
    explicit StreamGrouper(const ClusterSettings& settings = {}) : m_clusterer(settings) {}

    void add(const ClusterArticle& article);
    /// Of each article in the order added: its story after all folding, numbered from 1.
    QList<qint64> stories() const;
    const Clusterer& clusterer() const { return m_clusterer; }
    [[nodiscard]] Result<void> save(QIODevice& device) { return m_clusterer.save(device); }

private:
    qint64 settled(qint64 story) const;

    Clusterer m_clusterer;
    QList<qint64> m_stories;
    QHash<qint64, qint64> m_foldedInto;
    qint64 m_nextStory = 1;
    qint64 m_now = 0;
};

} // namespace Scoredesk
