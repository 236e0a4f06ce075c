// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/separations.h"

namespace Scoredesk {

void Separations::keepOut(qint64 article, qint64 story)
{
    if (!m_out.contains(story, article))
        m_out.insert(story, article);
}

void Separations::keepApart(qint64 story, qint64 other)
{
    if (story == other || m_apart.contains(story, other))
        return;
    m_apart.insert(story, other);
    m_apart.insert(other, story);
}

void Separations::letTogether(qint64 story, qint64 other)
{
    m_apart.remove(story, other);
    m_apart.remove(other, story);
}

bool Separations::isKeptOut(qint64 article, qint64 story) const
{
    return !m_out.isEmpty() && m_out.contains(story, article);
}

bool Separations::areApart(qint64 story, qint64 other) const
{
    return !m_apart.isEmpty() && m_apart.contains(story, other);
}

void Separations::merged(qint64 from, qint64 into)
{
    const QList<qint64> articles = m_out.values(from);
    const QList<qint64> stories = m_apart.values(from);
    forgetStory(from);
    for (const qint64 article : articles)
        keepOut(article, into);
    for (const qint64 story : stories)
        keepApart(into, story);
}

void Separations::forgetStory(qint64 story)
{
    if (isEmpty())
        return;
    m_out.remove(story);
    const QList<qint64> others = m_apart.values(story);
    for (const qint64 other : others)
        m_apart.remove(other, story);
    m_apart.remove(story);
}

} // namespace Scoredesk
