// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/invertedindex.h"
#include "app/clustering/language.h"
#include "app/clustering/nearduplicates.h"
#include "app/clustering/storycentroid.h"
#include "app/clustering/termweights.h"
#include "app/clustering/tokenizer.h"

#include <QHash>

#include <array>
#include <limits>
#include <span>

namespace Scoredesk {

/// The least hashes of a title's words, ascending; 0 where it has fewer.
using TitlePrint = std::array<quint16, 8>;

TitlePrint titlePrintOf(const std::vector<TermUse>& terms);
/// Whether two titles have a word in common, but for one chance in some thousand.
bool sharesWord(const TitlePrint& a, const TitlePrint& b);

/// An article in the window.
struct LiveArticle {
    qint64 id = 0;
    qint64 time = 0;
    qint64 outlet = 0;
    qint64 origin = 0;
    Language language = Language::Unknown;
    bool byHand = false; ///< a hand put it where it is
    TitlePrint title{};
    TermVector terms;

    bool operator==(const LiveArticle&) const = default;
};

/// A story with articles in the window.
struct LiveStory {
    qint64 id = 0;
    qint64 first = 0; ///< time of its earliest article
    qint64 last = 0;
    Language language = Language::Unknown;
    bool touched = false;         ///< the analyst worked on it
    std::vector<quint32> members; ///< slots
    StoryCentroid centroid;

    bool operator==(const LiveStory&) const = default;
};

/// What of a story is looked at first, thousands of times for each article; side by side in memory.
struct StoryGlance {
    double length = 0; ///< of the centroid
    qint64 first = 0;
    qint64 last = 0;
    quint32 members = 0;
    Language language = Language::Unknown;
};

/// The articles and stories of the window, and every sum over them kept right as they come, move and go.
///
/// Articles have slots and stories have places, small numbers that are given again once free; desk ids are
/// looked up.
class StoryIndex {
public:
    static constexpr quint32 nowhere = 0xffffffffU;

    explicit StoryIndex(TermWeights& weights) : m_weights(weights) {}

    /// Takes an article into the window, in no story yet.
    quint32 addArticle(LiveArticle article, const Signature& signature);
    quint32 openStory(qint64 id);
    /// Whether a story's terms are news to the term weights, or were counted before they were saved.
    enum class Count { Now, Already };
    void join(quint32 slot, quint32 place, Count count = Count::Now);
    void leave(quint32 slot); ///< a story without articles is gone
    void moveAll(quint32 from, quint32 into);
    /// Takes it out of its story and of the window. Its slot is given again after sweep().
    void drop(quint32 slot);
    /// Cleans the index of dropped articles once they are many.
    void sweep(bool now = false);
    void clear();

    quint32 slotOf(qint64 article) const { return m_slots.value(article, nowhere); }
    quint32 placeOf(qint64 story) const { return m_places.value(story, nowhere); }
    quint32 placeAt(quint32 slot) const { return m_placeOf[slot]; }
    LiveArticle& article(quint32 slot) { return m_articles[slot]; }
    const LiveArticle& article(quint32 slot) const { return m_articles[slot]; }
    const StoryGlance& glance(quint32 place) const { return m_glances[place]; }
    const LiveStory& story(quint32 place) const { return m_stories[place]; }

    void setOrigin(quint32 slot, qint64 origin);
    /// The articles that reprint this one.
    QList<quint32> reprintsOf(qint64 origin) const { return m_reprints.values(origin); }
    /// A story's span is not widened into the past beyond this time.
    void setWindowStart(qint64 time) { m_windowStart = time; }
    void setTouched(quint32 place) { m_stories[place].touched = true; }
    /// As saved, or as a story has them that another is about to be merged into.
    void setSpan(quint32 place, qint64 first, qint64 last, Language language);

    qsizetype articles() const { return m_slots.size(); }
    qsizetype stories() const { return m_places.size(); }
    std::size_t slotCount() const { return m_articles.size(); }
    quint32 places() const { return quint32(m_stories.size()); }
    const QHash<qint64, quint32>& slots() const { return m_slots; }
    const QHash<qint64, quint32>& storyPlaces() const { return m_places; }
    const InvertedIndex& index() const { return m_index; }
    const NearDuplicates& duplicates() const { return m_duplicates; }

private:
    void refresh(quint32 place);
    void narrow(LiveStory& story);

    TermWeights& m_weights;
    InvertedIndex m_index;
    NearDuplicates m_duplicates;
    std::vector<LiveArticle> m_articles; ///< by slot
    std::vector<quint32> m_placeOf;      ///< by slot
    std::vector<quint32> m_freeSlots;
    std::vector<quint32> m_dropped;     ///< slots that the index still holds
    std::vector<LiveStory> m_stories;   ///< by place; id 0 where free
    std::vector<StoryGlance> m_glances; ///< by place
    std::vector<quint32> m_freePlaces;
    QHash<qint64, quint32> m_slots;
    QHash<qint64, quint32> m_places;
    QMultiHash<qint64, quint32> m_reprints; ///< origin to the slots of those that repeat it
    qint64 m_windowStart = std::numeric_limits<qint64>::min();
    std::vector<TermId> m_changed; ///< kept for its memory
};

} // namespace Scoredesk
