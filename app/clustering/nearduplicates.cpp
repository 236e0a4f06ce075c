// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/nearduplicates.h"

#include <algorithm>

namespace Scoredesk {

namespace {

constexpr std::size_t runLength = 3;
constexpr std::size_t fewestTextWords = 15; ///< below, a text says too little alone
constexpr std::size_t fewestWords = 6;      ///< below, many write the same without copying

constexpr quint64 mix(quint64 x)
{
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9U;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

struct Permutations {
    std::array<quint32, Signature::rows> flip{};
    std::array<quint32, Signature::rows> factor{};
};

constexpr Permutations makePermutations()
{
    Permutations p;
    for (int i = 0; i < Signature::rows; ++i) {
        const quint64 random = mix(0x9e3779b97f4a7c15U * quint64(i + 1));
        p.flip[std::size_t(i)] = quint32(random);
        p.factor[std::size_t(i)] = quint32(random >> 32) | 1U;
    }
    return p;
}

constexpr Permutations permutations = makePermutations();

void addRuns(const std::vector<quint64>& words, Signature& signature, quint64& runs)
{
    if (words.size() < runLength)
        return;
    for (std::size_t at = 0; at + runLength <= words.size(); ++at) {
        quint64 run = 0;
        for (std::size_t i = 0; i < runLength; ++i)
            run = mix(run + words[at + i]);
        const auto hash = quint32(run >> 32);
        for (std::size_t i = 0; i < Signature::rows; ++i) {
            const quint32 value = (hash ^ permutations.flip[i]) * permutations.factor[i];
            signature.least[i] = std::min(signature.least[i], value);
        }
        ++runs;
    }
}

} // namespace

Signature signatureOf(const std::vector<quint64>& titleWords, const std::vector<quint64>& textWords)
{
    Signature signature;
    signature.least.fill(0xffffffffU);
    quint64 runs = 0;
    if (textWords.size() >= fewestTextWords) {
        addRuns(textWords, signature, runs);
    } else if (titleWords.size() + textWords.size() >= fewestWords) {
        std::vector<quint64> words = titleWords;
        words.insert(words.end(), textWords.begin(), textWords.end());
        addRuns(words, signature, runs);
    }
    signature.runs = quint16(std::min<quint64>(runs, 65535));
    return signature;
}

bool NearDuplicates::isReprint(const Signature& a, const Signature& b, double resemblance)
{
    // A few runs in common are chance in a short text and a copied passage in a long one.
    const double runs = std::min(a.runs, b.runs);
    constexpr double shortRuns = 12;
    constexpr double longRuns = 40;
    const double shortness = std::clamp((longRuns - runs) / (longRuns - shortRuns), 0.0, 1.0);
    return resemblance >= 0.3 + 0.6 * shortness;
}

std::size_t NearDuplicates::bucketOf(const Signature& signature, int band) const
{
    const auto row = std::size_t(band) * 2;
    const quint64 pair = quint64(signature.least[row]) << 32 | signature.least[row + 1];
    return std::size_t(mix(pair + quint64(band))) & (m_heads.size() - 1);
}

// A bucket that is full takes no more: what hundreds share is boilerplate, or has its original among the
// first.
void NearDuplicates::link(quint32 node)
{
    quint32& head = m_heads[bucketOf(m_signatures[node / bands], int(node % bands))];
    int full = 0;
    for (quint32 other = head; other != none; other = m_next[other])
        if (++full == mostInBucket)
            return;
    m_next[node] = head;
    head = node;
}

// Each bucket falls into two, and each keeps its order.
void NearDuplicates::grow()
{
    const std::vector<quint32> heads = std::move(m_heads);
    m_heads.assign(std::max<std::size_t>(1024, heads.size() * 2), none);
    std::vector<quint32> chain;
    for (const quint32 head : heads) {
        chain.clear();
        for (quint32 node = head; node != none; node = m_next[node])
            chain.push_back(node);
        for (auto node = chain.rbegin(); node != chain.rend(); ++node)
            link(*node);
    }
}

void NearDuplicates::add(quint32 slot, const Signature& signature)
{
    if (slot >= m_signatures.size()) {
        m_signatures.resize(std::size_t(slot) + 1);
        m_next.resize(m_signatures.size() * bands, none);
        m_seen.resize(m_signatures.size(), 0);
    }
    m_signatures[slot] = Signature{};
    if (signature.runs == 0)
        return;
    if ((m_linked + 1) * bands > m_heads.size() * 2)
        grow();
    m_signatures[slot] = signature;
    for (int band = 0; band < bands; ++band)
        link(slot * quint32(bands) + quint32(band));
    ++m_linked;
}

void NearDuplicates::remove(quint32 slot)
{
    if (slot >= m_signatures.size() || m_signatures[slot].runs == 0)
        return;
    for (int band = 0; band < bands; ++band) {
        const quint32 node = slot * quint32(bands) + quint32(band);
        quint32* link = &m_heads[bucketOf(m_signatures[slot], band)];
        while (*link != node && *link != none)
            link = &m_next[*link];
        if (*link == node) // else its bucket was full
            *link = m_next[node];
        m_next[node] = none;
    }
    m_signatures[slot] = Signature{};
    --m_linked;
}

std::vector<NearDuplicates::Match> NearDuplicates::findOthers(quint32 slot) const
{
    std::vector<Match> found;
    const Signature& signature = m_signatures[slot];
    if (signature.runs == 0 || m_heads.empty())
        return found;
    if (++m_search == 0) {
        std::fill(m_seen.begin(), m_seen.end(), 0);
        m_search = 1;
    }
    for (int band = 0; band < bands; ++band) {
        const auto row = std::size_t(band) * 2;
        for (quint32 node = m_heads[bucketOf(signature, band)]; node != none; node = m_next[node]) {
            const quint32 other = node / bands;
            if (other == slot || m_seen[other] == m_search)
                continue;
            const Signature& candidate = m_signatures[other];
            if (candidate.least[row] != signature.least[row] ||
                candidate.least[row + 1] != signature.least[row + 1])
                continue;
            m_seen[other] = m_search;
            int same = 0;
            for (std::size_t i = 0; i < Signature::rows; ++i)
                same += candidate.least[i] == signature.least[i];
            const double resemblance = double(same) / Signature::rows;
            if (isReprint(signature, candidate, resemblance))
                found.push_back({other, resemblance});
        }
    }
    return found;
}

std::optional<NearDuplicates::Match>
NearDuplicates::findOther(quint32 slot, const std::function<bool(quint32, quint32)>& isBefore) const
{
    return best(findOthers(slot), isBefore);
}

std::optional<NearDuplicates::Match>
NearDuplicates::best(const std::vector<Match>& found, const std::function<bool(quint32, quint32)>& isBefore)
{
    std::optional<Match> best;
    for (const Match& match : found)
        if (!best || match.resemblance > best->resemblance ||
            (match.resemblance == best->resemblance && isBefore(match.slot, best->slot)))
            best = match;
    return best;
}

} // namespace Scoredesk
