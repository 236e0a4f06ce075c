// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/redirects.h"

#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

std::optional<StoryId> Redirects::next(StoryId story) const
{
    Statement row(m_connection, u"SELECT into_id FROM redirect WHERE story_id = ?"_s, story);
    return row.next() ? std::optional(row.id<StoryId>(0)) : std::nullopt;
}

std::optional<StoryId> Redirects::of(StoryId story) const
{
    constexpr int mostSteps = 100; // a chain of merges; a ring can only come of damage
    auto into = next(story);
    for (int step = 0; into && step < mostSteps; ++step) {
        const auto further = next(*into);
        if (!further)
            break;
        into = further;
    }
    if (!into || !Statement(m_connection, u"SELECT 1 FROM story WHERE id = ?"_s, *into).next())
        return std::nullopt;
    return into;
}

std::optional<StoryId> Redirects::of(const QUuid& story) const
{
    if (story.isNull())
        return std::nullopt;
    StoryId id{};
    {
        Statement row(m_connection, u"SELECT story_id FROM redirect WHERE uuid = ?"_s, story);
        if (!row.next())
            return std::nullopt;
        id = row.id<StoryId>(0);
    }
    return of(id);
}

void Redirects::set(StoryId story, const QUuid& uuid, StoryId into)
{
    Statement(m_connection,
              u"INSERT INTO redirect (story_id, uuid, into_id) VALUES (?, ?, ?) "
              "ON CONFLICT (story_id) DO UPDATE SET into_id = excluded.into_id"_s,
              story, uuid, into)
        .run();
}

void Redirects::end(StoryId story)
{
    Statement(m_connection, u"DELETE FROM redirect WHERE story_id = ?"_s, story).run();
}

} // namespace Scoredesk
