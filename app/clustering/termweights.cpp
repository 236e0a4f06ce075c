// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/termweights.h"

#include <algorithm>
#include <cmath>

namespace Scoredesk {

namespace {

/// Terms that no article holds are kept up to so many, and up to as many as are held.
constexpr std::size_t fewestKept = 200000;
constexpr std::size_t fewestTerms = 4;

} // namespace

double TermWeights::rarity(float expected, quint32 stories) const
{
    // What is expected counts as so many stories seen.
    const double before = m_settings.expectedStories;
    const double holding = double(stories) + before * double(expected);
    const double rare = std::log1p((double(m_stories) + before + 1) / (holding + m_settings.rarityOffset));
    return m_settings.rarityExponent == 1 ? rare : std::pow(rare, m_settings.rarityExponent);
}

TermVector TermWeights::weigh(const std::vector<TermUse>& uses)
{
    m_weighed.clear();
    for (std::size_t i = 0; i < uses.size(); ++i) {
        const TermUse& use = uses[i];
        const double often = m_settings.titleWeight * double(use.title) +
                             m_settings.ledeWeight * double(use.lede) +
                             m_settings.bodyWeight * double(use.body);
        const TermId id = m_ids.value(use.key, unknown);
        const double rare = id == unknown ? rarity(m_expected.value(use.key, 0), 0)
                                          : rarity(m_terms[id].expected, m_terms[id].stories);
        m_weighed.push_back({std::log1p(often) * rare, i, id});
    }
    const auto kept = std::min(m_weighed.size(), std::size_t(std::max(0, m_settings.mostTerms)));
    std::partial_sort(m_weighed.begin(), m_weighed.begin() + std::ptrdiff_t(kept), m_weighed.end(),
                      [&uses](const Weighed& a, const Weighed& b) {
                          return a.weight != b.weight ? a.weight > b.weight
                                                      : uses[a.use].key < uses[b.use].key;
                      });
    double squares = 0;
    for (std::size_t i = 0; i < kept; ++i)
        squares += m_weighed[i].weight * m_weighed[i].weight;
    // One or two words are no evidence: what is shorter is weighed as if it said more that nobody else says.
    if (kept < fewestTerms)
        squares +=
            double(fewestTerms - kept) * std::pow(std::log1p(m_settings.titleWeight) * rarity(0, 0), 2);
    TermVector terms;
    terms.reserve(kept);
    for (std::size_t i = 0; i < kept; ++i) {
        const auto weight = quint16(std::lround(unitWeight * m_weighed[i].weight / std::sqrt(squares)));
        if (weight == 0)
            break;
        TermId id = m_weighed[i].id;
        if (id == unknown)
            id = number(uses[m_weighed[i].use]);
        m_terms[id].live += 1;
        terms.push_back({id, weight});
    }
    std::sort(terms.begin(), terms.end(),
              [](const WeightedTerm& a, const WeightedTerm& b) { return a.term < b.term; });
    return terms;
}

TermId TermWeights::number(const TermUse& use)
{
    TermId id = TermId(m_terms.size());
    if (m_free.empty()) {
        m_terms.emplace_back();
    } else {
        id = m_free.back();
        m_free.pop_back();
    }
    m_terms[id] = {use.key, 0, 0, m_expected.value(use.key, 0), use.shown};
    m_ids.insert(use.key, id);
    return id;
}

void TermWeights::release(const TermVector& terms)
{
    for (const WeightedTerm& term : terms)
        m_terms[term.term].live -= 1;
}

void TermWeights::countTerm(TermId term, int by)
{
    quint32& stories = m_terms[term].stories;
    if (by > 0)
        stories += quint32(by);
    else
        stories -= std::min(stories, quint32(-by));
}

void TermWeights::prune()
{
    const std::size_t used = m_terms.size() - m_free.size();
    std::size_t held = 0;
    for (const Term& term : m_terms)
        held += term.live > 0;
    const std::size_t most = held + std::max(held, fewestKept);
    if (used <= most)
        return;
    std::vector<quint32> counts;
    for (const Term& term : m_terms) {
        if (term.key != 0 && term.live == 0)
            counts.push_back(term.stories);
    }
    // Down to half of what may be kept, so that this is seldom done.
    const std::size_t cut = counts.size() - (most - held) / 2;
    std::nth_element(counts.begin(), counts.begin() + std::ptrdiff_t(cut - 1), counts.end());
    const quint32 rarest = counts[cut - 1];
    for (TermId id = 0; id < m_terms.size(); ++id) {
        Term& term = m_terms[id];
        if (term.key == 0 || term.live > 0 || term.stories > rarest)
            continue;
        m_ids.remove(term.key);
        term = {};
        m_free.push_back(id);
    }
}

void TermWeights::restore(std::vector<Term> terms, std::vector<TermId> freeTerms, qint64 stories)
{
    m_terms = std::move(terms);
    m_free = std::move(freeTerms);
    m_stories = stories;
    m_ids.clear();
    m_ids.reserve(qsizetype(m_terms.size()));
    for (TermId id = 0; id < m_terms.size(); ++id) {
        if (m_terms[id].key == 0)
            continue;
        m_ids.insert(m_terms[id].key, id);
        m_terms[id].expected = m_expected.value(m_terms[id].key, 0);
    }
}

} // namespace Scoredesk
