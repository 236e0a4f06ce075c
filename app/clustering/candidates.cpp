// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/candidates.h"

#include <algorithm>
#include <cmath>

namespace Scoredesk {

namespace {

constexpr double dayLength = 24.0 * 60 * 60 * 1000;
/// What scores less is of no interest to anybody.
constexpr double leastScore = 0.02;

} // namespace

const std::vector<Candidate>& CandidateScorer::score(const TermVector& terms, qint64 time, Language language)
{
    m_candidates.clear();
    m_touched.clear();
    m_places.clear();
    m_products.resize(m_index.slotCount(), 0);
    m_sums.resize(m_index.places());
    m_index.index().accumulate(terms, m_products, m_touched);

    const auto witnesses = std::size_t(std::clamp(m_settings.witnesses, 1, mostWitnesses));
    for (const quint32 slot : m_touched) {
        const quint32 product = m_products[slot];
        m_products[slot] = 0;
        const quint32 place = m_index.placeAt(slot);
        if (place == StoryIndex::nowhere)
            continue;
        Sum& sum = m_sums[place];
        if (sum.product == 0)
            m_places.push_back(place);
        sum.product += product;
        if (product > sum.best[0] ||
            (product == sum.best[0] && m_index.article(slot).id < m_index.article(sum.nearest).id))
            sum.nearest = slot;
        for (std::size_t i = 0, carried = product; i < witnesses && carried > 0; ++i) {
            if (carried > sum.best[i]) {
                const quint32 pushed = sum.best[i];
                sum.best[i] = quint32(carried);
                carried = pushed;
            }
        }
    }

    const double length = std::sqrt(double(squaredLength(terms)));
    for (const quint32 place : m_places) {
        Sum& sum = m_sums[place];
        const LiveStory& story = m_index.story(place);
        const double centroid = double(sum.product) / (length * story.centroid.length());
        const std::size_t heard = std::min(witnesses, story.members.size());
        double nearest = 0;
        for (std::size_t i = 0; i < heard; ++i)
            nearest += sum.best[i];
        nearest /= double(heard) * unitWeight * unitWeight;
        double score = m_settings.centroidShare * centroid + (1 - m_settings.centroidShare) * nearest;
        const double sinceLast = double(std::max<qint64>(0, time - story.last)) / dayLength;
        const double sinceFirst = double(std::max<qint64>(0, time - story.first)) / dayLength;
        score *= std::exp(-m_settings.fadeSinceLast * sinceLast - m_settings.fadeSinceFirst * sinceFirst);
        if (score >= leastScore && mayShareStory(language, story.language))
            m_candidates.push_back({place, sum.nearest, std::min(score, 1.0)});
        sum = {};
    }
    std::sort(m_candidates.begin(), m_candidates.end(), [this](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : m_index.story(a.place).id < m_index.story(b.place).id;
    });
    return m_candidates;
}

} // namespace Scoredesk
