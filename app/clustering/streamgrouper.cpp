// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/streamgrouper.h"

#include <algorithm>

namespace Scoredesk {

static constexpr qint64 dayLength = 24LL * 60 * 60 * 1000;

void StreamGrouper::add(const ClusterArticle& article)
{
    if (m_held) {
        if (article.time < m_held->time - dayLength) // the jump is taken back
            m_held->time = std::max(article.time, m_now.value_or(article.time));
        placeHeld();
    }
    if (m_now && article.time > *m_now + dayLength)
        m_held = article;
    else
        place(article);
}

void StreamGrouper::placeHeld()
{
    if (!m_held)
        return;
    place(*m_held);
    m_held.reset();
}

void StreamGrouper::place(ClusterArticle article)
{
    m_now = std::max(m_now.value_or(article.time), article.time);
    article.time = *m_now;
    m_clusterer.forgetBefore(*m_now - qint64(m_clusterer.settings().windowDays * double(dayLength)));
    const Placement placement = m_clusterer.place(article, m_nextStory);
    if (placement.isNew)
        ++m_nextStory;
    for (const Fold& fold : placement.folded)
        m_foldedInto.insert(fold.from, fold.into);
    m_stories.append(placement.story);
}

qint64 StreamGrouper::settled(qint64 story) const
{
    for (auto into = m_foldedInto.constFind(story); into != m_foldedInto.cend();
         into = m_foldedInto.constFind(story))
        story = *into;
    return story;
}

QList<qint64> StreamGrouper::stories()
{
    placeHeld();
    QList<qint64> stories;
    stories.reserve(m_stories.size());
    for (const qint64 story : std::as_const(m_stories))
        stories.append(settled(story));
    return stories;
}

Result<void> StreamGrouper::save(QIODevice& device)
{
    placeHeld();
    return m_clusterer.save(device);
}

} // namespace Scoredesk
