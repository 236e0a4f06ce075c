// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/clusterer.h"

#include <optional>

namespace Scoredesk {

/// Groups a stream of articles given in order of time, and keeps track of where each ended.
///
/// Treats times as intake does, which knows what time it is: an article whose time is more than a day ahead
/// of the stream is held until the next. If that one takes the jump back, the time was wrong and counts as
/// the next one's. An article from before the last counts as of the same time as that.
class StreamGrouper {
public:
    explicit StreamGrouper(const ClusterSettings& settings = {}) : m_clusterer(settings) {}

    void add(const ClusterArticle& article);
    /// Of each article in the order added: its story after all folding, numbered from 1.
    QList<qint64> stories();
    const Clusterer& clusterer() const { return m_clusterer; } ///< one that is held is not in it yet
    [[nodiscard]] Result<void> save(QIODevice& device);

private:
    void place(ClusterArticle article);
    void placeHeld();
    qint64 settled(qint64 story) const;

    Clusterer m_clusterer;
    QList<qint64> m_stories;
    QHash<qint64, qint64> m_foldedInto;
    std::optional<ClusterArticle> m_held;
    qint64 m_nextStory = 1;
    std::optional<qint64> m_now;
};

} // namespace Scoredesk
