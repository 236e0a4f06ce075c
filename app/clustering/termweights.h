// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/clustersettings.h"
#include "app/clustering/termvector.h"
#include "app/clustering/tokenizer.h"

#include <QHash>
#include <QStringList>

#include <span>

namespace Scoredesk {

/// Numbers the terms and weighs them by how few stories hold them, learnt from the stream itself.
///
/// Counting stories, not articles, keeps a story of hundreds of articles from making its own words look
/// common.
class TermWeights {
public:
    struct Term {
        quint64 key = 0;
        quint32 stories = 0; ///< that ever held it
        quint32 live = 0;    ///< articles in the window that hold it
        float expected = 0;  ///< share of stories that held it before any was seen
        std::string shown;
    };

    /// `expected` gives for a term's key the share of stories that hold it before any story was seen.
    TermWeights(const ClusterSettings& settings, QHash<quint64, float> expected)
        : m_settings(settings), m_expected(std::move(expected))
    {
    }

    /// The article's heaviest terms, numbered where they are new. Each is held until release().
    TermVector weigh(const std::vector<TermUse>& uses);
    void release(const TermVector& terms);

    void countStory(int by) { m_stories += by; }
    void countTerm(TermId term, int by);

    QString shown(TermId term) const { return QString::fromStdString(m_terms[term].shown); }
    std::size_t size() const { return m_terms.size(); }

    /// Forgets the rarest terms that no article holds once they outnumber the others by far.
    void prune();

    // For saving and restoring
    std::span<const Term> terms() const { return m_terms; }
    const std::vector<TermId>& freeTerms() const { return m_free; }
    qint64 stories() const { return m_stories; }
    void restore(std::vector<Term> terms, std::vector<TermId> freeTerms, qint64 stories);

private:
    TermId number(const TermUse& use);
    double rarity(float expected, quint32 stories) const;

    ClusterSettings m_settings;
    QHash<quint64, float> m_expected;
    std::vector<Term> m_terms;
    std::vector<TermId> m_free; ///< numbers to be given again
    QHash<quint64, TermId> m_ids;
    qint64 m_stories = 0;
    struct Weighed {
        double weight;
        std::size_t use;
        TermId id; ///< `unknown` for a term not seen yet
    };
    static constexpr TermId unknown = 0xffffffffU;
    std::vector<Weighed> m_weighed; ///< kept for its memory
};

} // namespace Scoredesk
