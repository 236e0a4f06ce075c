// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/clustersettings.h"
#include "app/clustering/storyindex.h"

namespace Scoredesk {

/// A story that shares words with an article.
struct Candidate {
    quint32 place = StoryIndex::nowhere;
    quint32 nearest = StoryIndex::nowhere; ///< slot of its article that is most alike
    double score = 0;
};

/// Scores the stories of the window against one article.
class CandidateScorer {
public:
    CandidateScorer(const ClusterSettings& settings, const StoryIndex& index)
        : m_settings(settings), m_index(index)
    {
    }

    /// Best first; of equal scores the story with the lower id. Valid until the next call.
    const std::vector<Candidate>& score(const TermVector& terms, qint64 time, Language language);

private:
    struct Found {
        quint32 place = 0;
        quint32 slot = 0;
    };

    void findStories(const TermVector& terms);
    Candidate scored(const Found& found, double length, qint64 time) const;

    const ClusterSettings& m_settings;
    const StoryIndex& m_index;
    std::vector<quint32> m_products; ///< by slot
    std::vector<Found>
        m_found; ///< the stories that hold an article alike enough to be looked at, and one such
    std::vector<quint32> m_seen; ///< by place: the call that found it last
    quint32 m_call = 0;
    std::vector<Candidate> m_candidates;
};

} // namespace Scoredesk
