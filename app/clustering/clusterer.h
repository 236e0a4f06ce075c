// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/candidates.h"
#include "app/clustering/clusterarticle.h"
#include "app/clustering/placement.h"
#include "app/clustering/separations.h"
#include "app/clustering/storyindex.h"
#include "storage/domain/result.h"

#include <queue>

class QDataStream;
class QIODevice;

namespace Scoredesk {

/// An article of the window as its story shows it.
struct StoryArticle {
    qint64 article = 0;
    qint64 time = 0;
    qint64 outlet = 0;
    qint64 origin = 0; ///< itself, or the earliest article that it reprints

    bool operator==(const StoryArticle&) const = default;
};

/// Groups articles into stories as they arrive. The same calls in the same order give the same stories.
///
/// Holds the articles of a window of time, which the caller moves with forgetBefore(). Ids are the desk's;
/// the caller numbers new stories. What a hand did, the clusterer never undoes: articles placed by hand stay,
/// touched stories are not folded into others, and what is kept apart does not meet again. Not thread-safe;
/// belongs to the thread of intake.
class Clusterer {
public:
    explicit Clusterer(const ClusterSettings& settings = {});
    ~Clusterer();
    Clusterer(const Clusterer&) = delete;
    Clusterer& operator=(const Clusterer&) = delete;

    /// Puts the article where it belongs; where that is nowhere, into a new story numbered `storyIfNew`. An
    /// article of the window that comes again stays where it is.
    Placement place(const ClusterArticle& article, qint64 storyIfNew);
    /// Puts the article where the desk already has it: when the window is read again, or a hand chose the
    /// place. Tells its origin and what turns out to reprint it; of an article that was here, neither.
    /// `origin` is the article that it is known to reprint, which may have left the window; 0 where it is to
    /// be found.
    Placement placeIn(const ClusterArticle& article, qint64 story, bool byHand, qint64 origin = 0);

    // --- what a hand did, beside placeIn(). False where the story is not in the window, which is no error
    /// The analyst worked on the story: it is no longer folded into another.
    bool touch(qint64 story);
    /// "Never with this one": the article's story and this one are not joined, nor the article placed there.
    void keepOut(qint64 article, qint64 story);
    void keepApart(qint64 story, qint64 other);
    /// Takes these two back.
    void letIn(qint64 article, qint64 story);
    void letTogether(qint64 story, qint64 other);
    /// The article is gone, and with the last of a story the story.
    bool forget(qint64 article);

    /// Articles published before leave the window; a story leaves with its last.
    void forgetBefore(qint64 time);

    /// The story of an article of the window, 0 where there is none.
    qint64 storyOf(qint64 article) const;
    /// In order of time, the earliest first.
    QList<StoryArticle> articlesOf(qint64 story) const;
    qsizetype articles() const { return m_index.articles(); }
    qsizetype stories() const { return m_index.stories(); }
    const ClusterSettings& settings() const { return m_settings; }
    const StoryIndex& index() const { return m_index; }
    const TermWeights& weights() const { return m_weights; }

    /// Everything that decides where coming articles go, so that a restored clusterer goes on as this one
    /// would.
    [[nodiscard]] Result<void> save(QIODevice& device);
    /// Into a clusterer that has seen nothing yet. Damaged or foreign data is InvalidInput and leaves it
    /// empty.
    [[nodiscard]] Result<void> restore(QIODevice& device);

private:
    double thresholdFor(qsizetype textLength) const;
    quint32 take(const ClusterArticle& article);
    bool isBoilerplate(quint32 slot, const std::vector<NearDuplicates::Match>& found) const;
    bool followsOriginal(const LiveArticle& article, const Placement& placement, quint32 place,
                         const std::vector<Candidate>& near) const;
    /// Returns the place of the article that this one repeats.
    quint32 settleOrigin(quint32 slot, Placement& placement);
    NearStory describe(const Candidate& candidate, const TermVector& terms) const;
    void foldAround(quint32 place, const std::vector<Candidate>& near, const ClusterArticle& article,
                    Placement& placement);
    bool mayFold(const LiveStory& younger, const LiveStory& older, qint64 now) const;
    quint32 openOrFind(qint64 story);
    bool readState(QDataStream& in);
    void forgetAll();

    ClusterSettings m_settings;
    Tokenizer m_tokenizer;
    TermWeights m_weights;
    StoryIndex m_index;
    CandidateScorer m_scorer;
    Separations m_separations;
    Tokenizer::Result m_read;
    using Leaving = std::pair<qint64, qint64>; ///< time and article
    std::priority_queue<Leaving, std::vector<Leaving>, std::greater<>> m_leaving;
};

} // namespace Scoredesk
