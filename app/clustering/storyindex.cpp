// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/storyindex.h"

#include <algorithm>

namespace Scoredesk {

TitlePrint titlePrintOf(const std::vector<TermUse>& terms)
{
    std::vector<quint16> words;
    for (const TermUse& term : terms)
        if (term.title > 0)
            words.push_back(quint16(std::max<quint64>(1, term.key >> 48)));
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    TitlePrint print{};
    std::copy_n(words.begin(), std::min(words.size(), print.size()), print.begin());
    return print;
}

bool sharesWord(const TitlePrint& a, const TitlePrint& b)
{
    return std::any_of(a.begin(), a.end(), [&b](quint16 word) {
        return word != 0 && std::find(b.begin(), b.end(), word) != b.end();
    });
}

quint32 StoryIndex::addArticle(LiveArticle article, const Signature& signature)
{
    quint32 slot = quint32(m_articles.size());
    if (m_freeSlots.empty()) {
        m_articles.emplace_back();
        m_placeOf.push_back(nowhere);
    } else {
        slot = m_freeSlots.back();
        m_freeSlots.pop_back();
    }
    m_slots.insert(article.id, slot);
    m_index.add(slot, article.terms);
    m_duplicates.add(slot, signature);
    if (article.origin != article.id)
        m_reprints.insert(article.origin, slot);
    m_articles[slot] = std::move(article);
    m_placeOf[slot] = nowhere;
    return slot;
}

void StoryIndex::setOrigin(quint32 slot, qint64 origin)
{
    LiveArticle& article = m_articles[slot];
    if (article.origin == origin)
        return;
    m_reprints.remove(article.origin, slot);
    article.origin = origin;
    if (origin != article.id)
        m_reprints.insert(origin, slot);
}

quint32 StoryIndex::openStory(qint64 id)
{
    quint32 place = quint32(m_stories.size());
    if (m_freePlaces.empty()) {
        m_stories.emplace_back();
        m_glances.emplace_back();
    } else {
        place = m_freePlaces.back();
        m_freePlaces.pop_back();
    }
    m_stories[place].id = id;
    m_places.insert(id, place);
    m_weights.countStory(1);
    return place;
}

void StoryIndex::join(quint32 slot, quint32 place, Count count)
{
    const LiveArticle& article = m_articles[slot];
    LiveStory& story = m_stories[place];
    if (story.members.empty()) {
        story.first = article.time;
        story.last = article.time;
        story.language = article.language;
    }
    if (article.time >= m_windowStart) // an article with a wrong date makes no story old
        story.first = std::min(story.first, article.time);
    story.last = std::max(story.last, article.time);
    story.members.push_back(slot);
    story.centroid.add(article.terms, m_changed);
    if (count == Count::Now) {
        for (const TermId term : m_changed)
            m_weights.countTerm(term, 1);
    }
    m_placeOf[slot] = place;
    refresh(place);
}

void StoryIndex::refresh(quint32 place)
{
    const LiveStory& story = m_stories[place];
    m_glances[place] = {story.centroid.length(), story.first, story.last, quint32(story.members.size()),
                        story.language};
}

void StoryIndex::setSpan(quint32 place, qint64 first, qint64 last, Language language)
{
    LiveStory& story = m_stories[place];
    story.first = first;
    story.last = last;
    story.language = language;
    refresh(place);
}

void StoryIndex::leave(quint32 slot)
{
    const quint32 place = m_placeOf[slot];
    if (place == nowhere)
        return;
    m_placeOf[slot] = nowhere;
    LiveStory& story = m_stories[place];
    std::erase(story.members, slot);
    if (story.members.empty()) {
        m_places.remove(story.id);
        story = {};
        m_freePlaces.push_back(place);
        return;
    }
    story.centroid.remove(m_articles[slot].terms);
    if (m_articles[slot].time <= story.first || m_articles[slot].time >= story.last)
        narrow(story);
    refresh(place);
}

void StoryIndex::narrow(LiveStory& story)
{
    qint64 first = std::numeric_limits<qint64>::max();
    story.last = std::numeric_limits<qint64>::min();
    qint64 earliest = first;
    for (const quint32 member : story.members) {
        const qint64 time = m_articles[member].time;
        story.last = std::max(story.last, time);
        earliest = std::min(earliest, time);
        if (time >= m_windowStart)
            first = std::min(first, time);
    }
    story.first = std::min(story.last, first == std::numeric_limits<qint64>::max() ? earliest : first);
}

void StoryIndex::moveAll(quint32 from, quint32 into)
{
    LiveStory& source = m_stories[from];
    LiveStory& target = m_stories[into];
    for (const quint32 slot : source.members)
        m_placeOf[slot] = into;
    target.members.insert(target.members.end(), source.members.begin(), source.members.end());
    target.first = std::min(target.first, source.first);
    target.last = std::max(target.last, source.last);
    target.touched = target.touched || source.touched;
    target.centroid.add(source.centroid, m_changed);
    // They were one story all along: what both held was counted twice.
    for (const TermId term : m_changed)
        m_weights.countTerm(term, -1);
    m_weights.countStory(-1);
    refresh(into);
    m_places.remove(source.id);
    source = {};
    m_freePlaces.push_back(from);
}

void StoryIndex::drop(quint32 slot)
{
    leave(slot);
    m_duplicates.remove(slot);
    m_slots.remove(m_articles[slot].id);
    m_reprints.remove(m_articles[slot].origin, slot);
    m_dropped.push_back(slot);
}

void StoryIndex::sweep(bool now)
{
    if (m_dropped.empty() || (!now && m_dropped.size() < 256 + std::size_t(m_slots.size()) / 16))
        return;
    std::vector<bool> gone(m_articles.size(), false);
    std::vector<TermId> terms;
    for (const quint32 slot : m_dropped) {
        gone[slot] = true;
        for (const WeightedTerm& term : m_articles[slot].terms)
            terms.push_back(term.term);
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    m_index.remove(gone, terms);
    for (const quint32 slot : m_dropped) {
        m_weights.release(m_articles[slot].terms);
        m_articles[slot] = {};
        m_freeSlots.push_back(slot);
    }
    m_dropped.clear();
    m_weights.prune();
}

void StoryIndex::clear()
{
    m_index = {};
    m_duplicates = {};
    m_articles.clear();
    m_placeOf.clear();
    m_freeSlots.clear();
    m_dropped.clear();
    m_stories.clear();
    m_glances.clear();
    m_freePlaces.clear();
    m_slots.clear();
    m_reprints.clear();
    m_places.clear();
}

} // namespace Scoredesk
