// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/termvector.h"

namespace Scoredesk {

/// The sum of a story's articles, exact to the unit whatever joins and leaves.
class StoryCentroid {
public:
    struct Entry {
        TermId term = 0;
        quint32 weight = 0;
        quint32 articles = 0; ///< that hold the term

        bool operator==(const Entry&) const = default;
    };

    /// Returns through `fresh` the terms that no article of the story held before.
    void add(const TermVector& terms, std::vector<TermId>& fresh);
    void remove(const TermVector& terms);
    /// Returns through `common` the terms that both hold.
    void add(const StoryCentroid& other, std::vector<TermId>& common);

    quint64 product(const StoryCentroid& other) const;
    quint64 squaredLength() const { return m_squares; }
    double length() const;
    const std::vector<Entry>& entries() const { return m_entries; }

    bool operator==(const StoryCentroid&) const = default;

private:
    std::vector<Entry> m_entries; ///< in order of term
    quint64 m_squares = 0;
};

/// 0 where one of them is empty.
double cosine(const StoryCentroid& a, const StoryCentroid& b);

} // namespace Scoredesk
