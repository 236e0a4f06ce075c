// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/termvector.h"

namespace Scoredesk {

/// From a term to the articles that hold it, each with its weight.
class InvertedIndex {
public:
    void add(quint32 slot, const TermVector& terms);
    /// Drops the postings of every slot for which `gone` holds, in one pass over the terms that they had.
    void remove(const std::vector<bool>& gone, const std::vector<TermId>& terms);

    /// Adds each article's product with `query` to `products`, which is indexed by slot.
    void accumulate(const TermVector& query, std::vector<quint32>& products) const;

    std::size_t postings() const { return m_count; }

private:
    struct Posting {
        quint32 slot;
        quint32 weight;
    };
    std::vector<std::vector<Posting>> m_lists;
    std::size_t m_count = 0;
};

} // namespace Scoredesk
