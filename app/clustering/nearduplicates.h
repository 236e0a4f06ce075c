// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace Scoredesk {

/// What a text is told again by: the least of 64 hashes over its runs of words.
struct Signature {
    static constexpr int rows = 64;
    std::array<quint32, rows> least{};
    quint16 runs = 0; ///< how many runs of words it was made of, at most 65535; 0 is no signature

    bool operator==(const Signature&) const = default;
};

/// Of hashed words: the text's, or where it has hardly any, the title's and the text's together.
Signature signatureOf(const std::vector<quint64>& titleWords, const std::vector<quint64>& textWords);

/// Finds among the articles in the window one whose text a new one repeats (MinHash in 32 bands of 2).
class NearDuplicates {
public:
    struct Match {
        quint32 slot = 0;
        double resemblance = 0; ///< estimated share of common runs, 0 to 1
    };

    void add(quint32 slot, const Signature& signature);
    void remove(quint32 slot);
    /// The slot's most alike other; of equals the one first in `isBefore`'s order.
    std::optional<Match> findOther(quint32 slot, const std::function<bool(quint32, quint32)>& isBefore) const;
    /// All that the slot repeats or that repeat it, in no order; of a text that very many share, some of the
    /// first.
    std::vector<Match> findOthers(quint32 slot) const;
    static std::optional<Match> best(const std::vector<Match>& found,
                                     const std::function<bool(quint32, quint32)>& isBefore);

    /// Whether so much in common makes the one a reprint of the other.
    static bool isReprint(const Signature& a, const Signature& b, double resemblance);

    const Signature& signature(quint32 slot) const { return m_signatures[slot]; }

private:
    static constexpr int bands = 32;
    static constexpr int mostInBucket = 64;
    static constexpr quint32 none = 0xffffffffU;

    std::size_t bucketOf(const Signature& signature, int band) const;
    void link(quint32 node);
    void grow();

    std::vector<Signature> m_signatures; ///< by slot
    std::vector<quint32> m_next;         ///< by slot and band: the next of the bucket
    std::vector<quint32> m_heads;        ///< by bucket: slot and band
    std::size_t m_linked = 0;
    mutable std::vector<quint32> m_seen; ///< by slot: the search that looked at it last
    mutable quint32 m_search = 0;
};

} // namespace Scoredesk
