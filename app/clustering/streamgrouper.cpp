// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/streamgrouper.h"

#include <algorithm>

namespace Scoredesk {

void StreamGrouper::add(const ClusterArticle& article)
{
    constexpr double dayLength = 24.0 * 60 * 60 * 1000;
    m_now = std::max(m_now, article.time);
    m_clusterer.forgetBefore(m_now - qint64(m_clusterer.settings().windowDays * dayLength));
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

QList<qint64> StreamGrouper::stories() const
{
    QList<qint64> stories;
    stories.reserve(m_stories.size());
    for (const qint64 story : m_stories)
        stories.append(settled(story));
    return stories;
}

} // namespace Scoredesk
