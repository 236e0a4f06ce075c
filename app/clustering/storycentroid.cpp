// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/storycentroid.h"

#include <cmath>

namespace Scoredesk {

namespace {

quint64 square(quint64 n)
{
    return n * n;
}

} // namespace

void StoryCentroid::add(const TermVector& terms, std::vector<TermId>& fresh)
{
    fresh.clear();
    std::size_t at = 0;
    for (const WeightedTerm& term : terms) {
        while (at < m_entries.size() && m_entries[at].term < term.term)
            ++at;
        if (at < m_entries.size() && m_entries[at].term == term.term) {
            Entry& entry = m_entries[at];
            m_squares += square(entry.weight + term.weight) - square(entry.weight);
            entry.weight += term.weight;
            entry.articles += 1;
        } else {
            fresh.push_back(term.term);
        }
    }
    if (fresh.empty())
        return;
    // The new terms go in from the back, each entry moved once.
    std::size_t from = m_entries.size();
    m_entries.resize(from + fresh.size());
    std::size_t to = m_entries.size();
    std::size_t left = terms.size();
    for (std::size_t i = fresh.size(); i-- > 0;) {
        while (terms[left - 1].term != fresh[i])
            --left;
        const quint16 weight = terms[left - 1].weight;
        while (from > 0 && m_entries[from - 1].term > fresh[i])
            m_entries[--to] = m_entries[--from];
        m_entries[--to] = {fresh[i], weight, 1};
        m_squares += square(weight);
    }
}

void StoryCentroid::remove(const TermVector& terms)
{
    std::size_t at = 0;
    for (const WeightedTerm& term : terms) {
        while (at < m_entries.size() && m_entries[at].term < term.term)
            ++at;
        if (at == m_entries.size() || m_entries[at].term != term.term)
            continue;
        Entry& entry = m_entries[at];
        m_squares -= square(entry.weight) - square(entry.weight - term.weight);
        entry.weight -= term.weight;
        entry.articles -= 1;
    }
    std::erase_if(m_entries, [](const Entry& entry) { return entry.articles == 0; });
}

void StoryCentroid::add(const StoryCentroid& other, std::vector<TermId>& common)
{
    common.clear();
    std::vector<Entry> merged;
    merged.reserve(m_entries.size() + other.m_entries.size());
    auto a = m_entries.cbegin();
    auto b = other.m_entries.cbegin();
    m_squares = 0;
    while (a != m_entries.cend() || b != other.m_entries.cend()) {
        if (b == other.m_entries.cend() || (a != m_entries.cend() && a->term < b->term)) {
            merged.push_back(*a++);
        } else if (a == m_entries.cend() || b->term < a->term) {
            merged.push_back(*b++);
        } else {
            common.push_back(a->term);
            merged.push_back({a->term, a->weight + b->weight, a->articles + b->articles});
            ++a;
            ++b;
        }
        m_squares += square(merged.back().weight);
    }
    m_entries = std::move(merged);
}

quint64 StoryCentroid::product(const StoryCentroid& other) const
{
    quint64 sum = 0;
    auto a = m_entries.cbegin();
    auto b = other.m_entries.cbegin();
    while (a != m_entries.cend() && b != other.m_entries.cend()) {
        if (a->term < b->term) {
            ++a;
        } else if (b->term < a->term) {
            ++b;
        } else {
            sum += quint64(a->weight) * b->weight;
            ++a;
            ++b;
        }
    }
    return sum;
}

double StoryCentroid::length() const
{
    return std::sqrt(double(m_squares));
}

double cosine(const StoryCentroid& a, const StoryCentroid& b)
{
    const double lengths = a.length() * b.length();
    return lengths > 0 ? double(a.product(b)) / lengths : 0;
}

} // namespace Scoredesk
