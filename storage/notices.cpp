// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/notices.h"

namespace Scoredesk {

void Notices::set(StoryId id, Fate fate)
{
    if (!m_fates.contains(id))
        m_order.append(id);
    m_fates.insert(id, fate);
}

void Notices::added(const QList<StoryId>& ids)
{
    for (const StoryId id : ids) // brought back after a removal, it is one that was there all along
        set(id, m_fates.value(id) == Fate::Removed ? Fate::Changed : Fate::Added);
    m_counts = m_counts || !ids.isEmpty();
}

void Notices::changed(const QList<StoryId>& ids)
{
    for (const StoryId id : ids)
        if (m_fates.value(id) == Fate::Nothing)
            set(id, Fate::Changed);
}

void Notices::removed(const QList<StoryId>& ids)
{
    for (const StoryId id : ids)
        set(id, m_fates.value(id) == Fate::Added ? Fate::Nothing : Fate::Removed);
    m_counts = m_counts || !ids.isEmpty();
}

QList<StoryId> Notices::all(Fate fate) const
{
    QList<StoryId> ids;
    for (const StoryId id : m_order)
        if (m_fates.value(id) == fate)
            ids.append(id);
    return ids;
}

} // namespace Scoredesk
