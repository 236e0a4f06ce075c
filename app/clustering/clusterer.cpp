// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/clusterer.h"

#include "app/clustering/articlewords.h"

#include <algorithm>
#include <cmath>

namespace Scoredesk {

namespace {

constexpr double hourLength = 60.0 * 60 * 1000;
constexpr std::size_t mostShown = 3; ///< stories that a placement names
constexpr qsizetype mostShared = 6;  ///< words that it gives for each
/// Of the threshold: what an article must score with the story of the one it repeats where their titles have
/// no word in common.
constexpr double leastOfReprint = 0.5;
constexpr std::size_t mostCompared = 8; ///< articles of one text, to tell whether it is boilerplate

} // namespace

Clusterer::Clusterer(const ClusterSettings& settings)
    : m_settings(settings),
      m_tokenizer(settings.ledeLength),
      m_weights(m_settings, m_tokenizer.commonKeys()),
      m_index(m_weights),
      m_scorer(m_settings, m_index)
{
}

Clusterer::~Clusterer() = default;

double Clusterer::thresholdFor(qsizetype textLength) const
{
    if (textLength <= 0)
        return m_settings.titleThreshold;
    // Longer texts share more common words by chance; between lede and full text the bar rises with the
    // logarithm.
    const double from = std::log(double(m_settings.ledeSpan));
    const double to = std::log(double(m_settings.fullSpan));
    const double at = std::clamp((std::log(double(textLength)) - from) / (to - from), 0.0, 1.0);
    return m_settings.ledeThreshold + at * (m_settings.fullThreshold - m_settings.ledeThreshold);
}

quint32 Clusterer::take(const ClusterArticle& article)
{
    ArticleWords own;
    if (!article.words)
        own = wordsOf(article.title, article.text, m_tokenizer, m_read);
    const ArticleWords& words = article.words ? *article.words : own;
    LiveArticle live;
    live.id = article.id;
    live.time = article.time;
    live.outlet = article.outlet;
    live.origin = article.id;
    live.language = words.language;
    live.title = titlePrintOf(words.terms);
    live.terms = m_weights.weigh(words.terms);
    m_leaving.emplace(article.time, article.id);
    return m_index.addArticle(std::move(live), words.signature);
}

Placement Clusterer::place(const ClusterArticle& article, qint64 storyIfNew)
{
    Placement placement;
    placement.threshold = thresholdFor(article.text.size());
    placement.origin = article.id;
    if (const quint32 known = m_index.slotOf(article.id); known != StoryIndex::nowhere) {
        placement.story = storyOf(article.id);
        placement.origin = m_index.article(known).origin;
        return placement;
    }
    const quint32 slot = take(article);
    const quint32 original = settleOrigin(slot, placement);
    const LiveArticle& live = m_index.article(slot);

    std::vector<Candidate> near = m_scorer.score(live.terms, live.time, live.language);
    std::erase_if(near, [&](const Candidate& candidate) {
        return m_separations.isKeptOut(live.id, m_index.story(candidate.place).id);
    });
    placement.novelty = near.empty() ? 1 : 1 - near.front().score;
    for (std::size_t i = 0; i < std::min(mostShown, near.size()); ++i)
        placement.nearest.append(describe(near[i], live.terms));

    quint32 place = StoryIndex::nowhere;
    if (!near.empty() && near.front().score >= placement.threshold)
        place = near.front().place;
    else if (original != StoryIndex::nowhere &&
             !m_separations.isKeptOut(live.id, m_index.story(original).id) &&
             followsOriginal(live, placement, original, near))
        place = original; // however little the rest of the story shares with it
    placement.isNew = place == StoryIndex::nowhere;
    if (placement.isNew)
        place = openOrFind(storyIfNew);
    m_index.join(slot, place);
    placement.story = m_index.story(place).id;
    if (!placement.isNew)
        foldAround(place, near, article, placement);
    return placement;
}

Placement Clusterer::placeIn(const ClusterArticle& article, qint64 story, bool byHand, qint64 origin)
{
    Placement placement;
    placement.story = story;
    placement.origin = article.id;
    quint32 slot = m_index.slotOf(article.id);
    if (slot == StoryIndex::nowhere) {
        slot = take(article);
        if (origin == 0)
            settleOrigin(slot, placement);
        else
            placement.origin = origin;
        m_index.setOrigin(slot, placement.origin);
    }
    m_index.article(slot).byHand = byHand;
    const quint32 place = openOrFind(story);
    if (m_index.placeAt(slot) != place) {
        m_index.leave(slot);
        m_index.join(slot, openOrFind(story));
    }
    return placement;
}

// The same text under a title of other words may be what a site puts under everything.
bool Clusterer::followsOriginal(const LiveArticle& article, const Placement& placement, quint32 place,
                                const std::vector<Candidate>& near) const
{
    for (const quint32 member : m_index.story(place).members) {
        const LiveArticle& other = m_index.article(member);
        if (other.origin == placement.origin && sharesWord(other.title, article.title))
            return true;
    }
    return std::any_of(near.begin(), near.end(), [&](const Candidate& candidate) {
        return candidate.place == place && candidate.score >= leastOfReprint * placement.threshold;
    });
}

quint32 Clusterer::openOrFind(qint64 story)
{
    const quint32 place = m_index.placeOf(story);
    return place == StoryIndex::nowhere ? m_index.openStory(story) : place;
}

// An outlet that has the same text under titles without a common word repeats its own phrases, not an
// article.
bool Clusterer::isBoilerplate(quint32 slot, const std::vector<NearDuplicates::Match>& found) const
{
    std::vector<const LiveArticle*> same = {&m_index.article(slot)};
    for (const NearDuplicates::Match& match : found) {
        const LiveArticle& article = m_index.article(match.slot);
        if (article.outlet == 0)
            continue; // not known
        for (const LiveArticle* other : same)
            if (other->outlet == article.outlet && !sharesWord(other->title, article.title))
                return true;
        if (same.size() < mostCompared)
            same.push_back(&article);
    }
    return false;
}

quint32 Clusterer::settleOrigin(quint32 slot, Placement& placement)
{
    const LiveArticle& article = m_index.article(slot);
    const auto earlier = [this](quint32 a, quint32 b) {
        const LiveArticle& x = m_index.article(a);
        const LiveArticle& y = m_index.article(b);
        return std::pair(x.time, x.id) < std::pair(y.time, y.id);
    };
    auto found = m_index.duplicates().findOthers(slot);
    if (isBoilerplate(slot, found))
        return StoryIndex::nowhere;
    const auto match = NearDuplicates::best(found, earlier);
    if (!match)
        return StoryIndex::nowhere;
    const quint32 place = m_index.placeAt(match->slot);
    placement.resemblance = match->resemblance;
    const qint64 origin = m_index.article(match->slot).origin;
    const quint32 originSlot = m_index.slotOf(origin);
    if (originSlot == StoryIndex::nowhere || !earlier(slot, originSlot)) {
        m_index.setOrigin(slot, origin);
        placement.origin = origin;
        return place;
    }
    // It was published before what was taken for the original; whose reprints are its own, in whatever story.
    QList<quint32> reprints = m_index.reprintsOf(origin);
    reprints.append(originSlot);
    for (const quint32 reprint : std::as_const(reprints)) {
        if (reprint == slot)
            continue;
        m_index.setOrigin(reprint, article.id);
        placement.reprints.append(m_index.article(reprint).id);
    }
    std::sort(placement.reprints.begin(), placement.reprints.end());
    return place;
}

NearStory Clusterer::describe(const Candidate& candidate, const TermVector& terms) const
{
    const LiveStory& story = m_index.story(candidate.place);
    NearStory near{story.id, candidate.score, m_index.article(candidate.nearest).id, {}};
    std::vector<std::pair<quint64, TermId>> shared;
    auto entry = story.centroid.entries().begin();
    const auto end = story.centroid.entries().end();
    for (const WeightedTerm& term : terms) {
        entry = std::lower_bound(entry, end, term.term,
                                 [](const StoryCentroid::Entry& e, TermId id) { return e.term < id; });
        if (entry != end && entry->term == term.term)
            shared.emplace_back(quint64(term.weight) * entry->weight, term.term);
    }
    std::sort(shared.begin(), shared.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    for (const auto& [strength, term] : shared) {
        if (near.sharedWords.size() == mostShared)
            break;
        near.sharedWords.append(m_weights.shown(term));
    }
    return near;
}

bool Clusterer::mayFold(const LiveStory& younger, const LiveStory& older, qint64 now) const
{
    if (younger.touched || younger.members.size() > std::size_t(std::max(0, m_settings.foldMostArticles)) ||
        double(now - younger.first) > m_settings.foldMostHours * hourLength ||
        !mayShareStory(younger.language, older.language) || m_separations.areApart(younger.id, older.id))
        return false;
    for (const quint32 member : younger.members) {
        const LiveArticle& article = m_index.article(member);
        if (article.byHand || m_separations.isKeptOut(article.id, older.id))
            return false;
    }
    for (const qint64 article : m_separations.keptOutOf(younger.id)) {
        if (storyOf(article) == older.id)
            return false;
    }
    return true;
}

void Clusterer::foldAround(quint32 place, const std::vector<Candidate>& near, const ClusterArticle& article,
                           Placement& placement)
{
    const double score = m_settings.foldScore * placement.threshold;
    const double alike = (article.text.isEmpty() ? m_settings.titleFoldCosine : m_settings.textFoldCosine) *
                         placement.threshold;
    quint32 current = place;
    int tries = 0;
    for (const Candidate& candidate : near) {
        if (candidate.place == place)
            continue;
        if (candidate.score < score || tries++ >= m_settings.foldTries)
            break;
        quint32 older = current;
        quint32 younger = candidate.place;
        const auto age = [this](quint32 p) { return std::pair(m_index.story(p).first, m_index.story(p).id); };
        if (age(younger) < age(older))
            std::swap(older, younger);
        if (!mayFold(m_index.story(younger), m_index.story(older), article.time) ||
            cosine(m_index.story(younger).centroid, m_index.story(older).centroid) < alike)
            continue;
        Fold fold{m_index.story(younger).id, m_index.story(older).id, {}};
        for (const quint32 member : m_index.story(younger).members)
            fold.articles.append(m_index.article(member).id);
        std::sort(fold.articles.begin(), fold.articles.end());
        m_index.moveAll(younger, older);
        m_separations.merged(fold.from, fold.into);
        placement.folded.append(fold);
        current = older;
    }
    placement.story = m_index.story(current).id;
}

bool Clusterer::touch(qint64 story)
{
    const quint32 place = m_index.placeOf(story);
    if (place == StoryIndex::nowhere)
        return false;
    m_index.setTouched(place);
    return true;
}

void Clusterer::keepOut(qint64 article, qint64 story)
{
    m_separations.keepOut(article, story);
}

void Clusterer::keepApart(qint64 story, qint64 other)
{
    m_separations.keepApart(story, other);
}

void Clusterer::letIn(qint64 article, qint64 story)
{
    m_separations.letIn(article, story);
}

void Clusterer::letTogether(qint64 story, qint64 other)
{
    m_separations.letTogether(story, other);
}

bool Clusterer::forget(qint64 article)
{
    const quint32 slot = m_index.slotOf(article);
    if (slot == StoryIndex::nowhere)
        return false;
    m_index.drop(slot);
    m_index.sweep();
    return true;
}

void Clusterer::forgetBefore(qint64 time)
{
    m_index.setWindowStart(time);
    while (!m_leaving.empty() && m_leaving.top().first < time) {
        const quint32 slot = m_index.slotOf(m_leaving.top().second);
        m_leaving.pop();
        if (slot != StoryIndex::nowhere)
            m_index.drop(slot);
    }
    // What hands keep apart stays known: a story may come back, by an undo or by a late article with its
    // link.
    m_index.sweep();
}

qint64 Clusterer::storyOf(qint64 article) const
{
    const quint32 slot = m_index.slotOf(article);
    if (slot == StoryIndex::nowhere || m_index.placeAt(slot) == StoryIndex::nowhere)
        return 0;
    return m_index.story(m_index.placeAt(slot)).id;
}

QList<StoryArticle> Clusterer::articlesOf(qint64 story) const
{
    QList<StoryArticle> articles;
    const quint32 place = m_index.placeOf(story);
    if (place == StoryIndex::nowhere)
        return articles;
    for (const quint32 member : m_index.story(place).members) {
        const LiveArticle& article = m_index.article(member);
        articles.append({article.id, article.time, article.outlet, article.origin});
    }
    std::sort(articles.begin(), articles.end(), [](const StoryArticle& a, const StoryArticle& b) {
        return std::pair(a.time, a.article) < std::pair(b.time, b.article);
    });
    return articles;
}

} // namespace Scoredesk
