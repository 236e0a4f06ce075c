// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/candidates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace Scoredesk {

namespace {

constexpr double dayLength = 24.0 * 60 * 60 * 1000;
/// A story without any article of this product (a cosine of a sixteenth) is not looked at: it is far
/// below every threshold. A power of two, so that a block of products is judged by their bits together.
constexpr quint32 leastProduct = quint32(unitWeight) * quint32(unitWeight) / 16;
/// What scores less is of no interest to anybody.
constexpr double leastScore = 0.06;
constexpr std::size_t mostWitnesses = 8;
/// Products are looked through in blocks, of which most hold nothing of interest.
constexpr std::size_t blockSize = 32;

} // namespace

void CandidateScorer::findStories(const TermVector& terms)
{
    m_products.assign((m_index.slotCount() + blockSize - 1) / blockSize * blockSize, 0);
    m_index.index().accumulate(terms, m_products);
    m_found.clear();
    m_seen.resize(m_index.places(), 0);
    if (++m_call == 0) {
        std::fill(m_seen.begin(), m_seen.end(), 0);
        m_call = 1;
    }
    for (std::size_t block = 0; block < m_products.size(); block += blockSize) {
        quint32 bits = 0;
        for (std::size_t i = 0; i < blockSize; ++i)
            bits |= m_products[block + i];
        if (bits < leastProduct)
            continue;
        for (std::size_t slot = block; slot < block + blockSize; ++slot) {
            if (m_products[slot] < leastProduct)
                continue;
            const quint32 place = m_index.placeAt(quint32(slot));
            if (place == StoryIndex::nowhere || m_seen[place] == m_call)
                continue;
            m_seen[place] = m_call;
            m_found.push_back({place, quint32(slot)});
        }
    }
}

Candidate CandidateScorer::scored(const Found& found, double length, qint64 time) const
{
    const StoryGlance& story = m_index.glance(found.place);
    quint64 sum = m_products[found.slot];
    double heard = double(sum);
    quint32 nearest = found.slot;
    if (story.members > 1) {
        const auto witnesses = std::min(std::size_t(story.members),
                                        std::size_t(std::clamp(m_settings.witnesses, 1, int(mostWitnesses))));
        std::array<quint32, mostWitnesses> best{}; // the greatest products, in falling order
        sum = 0;
        for (const quint32 slot : m_index.story(found.place).members) {
            quint32 product = m_products[slot];
            sum += product;
            if (product > best[0] ||
                (product == best[0] && m_index.article(slot).id < m_index.article(nearest).id))
                nearest = slot;
            for (std::size_t i = 0; i < witnesses && product > best[witnesses - 1]; ++i) {
                if (product > best[i])
                    std::swap(product, best[i]);
            }
        }
        heard = std::accumulate(best.begin(), best.begin() + witnesses, 0.0) / double(witnesses);
    }
    const double centroid = double(sum) / (length * story.length);
    double score = m_settings.centroidShare * centroid +
                   (1 - m_settings.centroidShare) * heard / (unitWeight * unitWeight);
    if (score < leastScore)
        return {found.place, nearest, 0};
    // What was published before the story began is as far from it as what comes that long after its end.
    const qint64 before = std::max<qint64>(0, story.first - time);
    const double sinceLast = double(std::max(before, time - story.last)) / dayLength;
    const double sinceFirst = double(std::max(before, time - story.first)) / dayLength;
    score *= std::exp(-m_settings.fadeSinceLast * sinceLast - m_settings.fadeSinceFirst * sinceFirst);
    return {found.place, nearest, std::min(score, 1.0)};
}

const std::vector<Candidate>& CandidateScorer::score(const TermVector& terms, qint64 time, Language language)
{
    findStories(terms);
    m_candidates.clear();
    const double length = std::sqrt(double(squaredLength(terms)));
    for (const Found& found : m_found) {
        if (!mayShareStory(language, m_index.glance(found.place).language))
            continue;
        const Candidate candidate = scored(found, length, time);
        if (candidate.score >= leastScore)
            m_candidates.push_back(candidate);
    }
    std::sort(m_candidates.begin(), m_candidates.end(), [this](const Candidate& a, const Candidate& b) {
        return a.score != b.score ? a.score > b.score : m_index.story(a.place).id < m_index.story(b.place).id;
    });
    return m_candidates;
}

} // namespace Scoredesk
