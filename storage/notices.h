// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"

#include <QHash>
#include <QList>

namespace Scoredesk {

/// Which stories a transaction touched, to be told once it is on disk: each story once, under what it comes
/// to.
class Notices {
public:
    void added(const QList<StoryId>& ids);
    void changed(const QList<StoryId>& ids);
    void removed(const QList<StoryId>& ids);
    void countsMoved() { m_counts = true; }
    void methodMoved() { m_method = true; }
    void feedsMoved() { m_feeds = true; }

    QList<StoryId> allAdded() const { return all(Fate::Added); }
    QList<StoryId> allChanged() const { return all(Fate::Changed); }
    QList<StoryId> allRemoved() const { return all(Fate::Removed); }
    bool counts() const { return m_counts; }
    bool method() const { return m_method; }
    bool feeds() const { return m_feeds; }
    bool isEmpty() const { return m_fates.isEmpty() && !m_counts && !m_method && !m_feeds; }

private:
    enum class Fate { Nothing, Added, Changed, Removed };

    void set(StoryId id, Fate fate);
    QList<StoryId> all(Fate fate) const;

    QHash<StoryId, Fate> m_fates;
    QList<StoryId> m_order; // as first touched
    bool m_counts = false;
    bool m_method = false;
    bool m_feeds = false;
};

} // namespace Scoredesk
