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
    static constexpr int mostWitnesses = 8;
    struct Sum {
        quint64 product = 0;
        std::array<quint32, mostWitnesses> best{}; ///< the greatest products, in falling order
        quint32 nearest = 0;
    };

    const ClusterSettings& m_settings;
    const StoryIndex& m_index;
    std::vector<quint32> m_products; ///< by slot, all 0 between calls
    std::vector<quint32> m_touched;
    std::vector<Sum> m_sums; ///< by place, all zero between calls
    std::vector<quint32> m_places;
    std::vector<Candidate> m_candidates;
};

} // namespace Scoredesk
