// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/redirects.h"

#include "storage/domain/storystate.h"
#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr int mostSteps = 100; // a chain of merges; a ring can only come of damage

std::optional<StoryId> Redirects::next(StoryId story) const
{
    Statement row(m_connection, u"SELECT into_id FROM redirect WHERE story_id = ?"_s, story);
    return row.next() ? std::optional(row.id<StoryId>(0)) : std::nullopt;
}

// Of a story that is gone, or that a merge left empty and spiked.
std::optional<StoryId> Redirects::followed(StoryId story) const
{
    Statement row(m_connection,
                  u"SELECT into_id FROM redirect r WHERE story_id = ? AND NOT EXISTS (SELECT 1 FROM story s "
                  "WHERE s.id = r.story_id AND (s.stage <> ? OR EXISTS (SELECT 1 FROM article a "
                  "WHERE a.story_id = s.id)))"_s,
                  story, Stage::Spiked);
    return row.next() ? std::optional(row.id<StoryId>(0)) : std::nullopt;
}

bool Redirects::leadsBack(StoryId story, StoryId into) const
{
    std::optional<StoryId> at = into;
    for (int step = 0; at && step < mostSteps; ++step) {
        if (*at == story)
            return true;
        at = next(*at);
    }
    return at.has_value(); // longer than any chain of merges: damage
}

std::optional<StoryId> Redirects::of(StoryId story) const
{
    auto into = followed(story);
    for (int step = 0; into && step < mostSteps; ++step) {
        const auto further = followed(*into);
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
