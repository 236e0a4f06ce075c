// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/invertedindex.h"

#include <algorithm>

namespace Scoredesk {

void InvertedIndex::add(quint32 slot, const TermVector& terms)
{
    for (const WeightedTerm& term : terms) {
        if (term.term >= m_lists.size())
            m_lists.resize(std::size_t(term.term) + 1);
        m_lists[term.term].push_back({slot, term.weight});
    }
    m_count += terms.size();
}

void InvertedIndex::remove(const std::vector<bool>& gone, const std::vector<TermId>& terms)
{
    for (const TermId term : terms) {
        auto& list = m_lists[term];
        m_count -= std::erase_if(list, [&gone](const Posting& posting) { return gone[posting.slot]; });
        if (list.capacity() > 2 * list.size() + 8)
            list.shrink_to_fit();
    }
}

void InvertedIndex::accumulate(const TermVector& query, std::vector<quint32>& products) const
{
    for (const WeightedTerm& term : query) {
        if (term.term >= m_lists.size())
            continue;
        const quint32 weight = term.weight;
        for (const Posting& posting : m_lists[term.term])
            products[posting.slot] += weight * posting.weight;
    }
}

} // namespace Scoredesk
