// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/sql/connection.h"

#include <QUuid>

#include <optional>

namespace Scoredesk {

/// Which story to look at where another became part of it, folded and gone or merged by hand.
class Redirects {
public:
    explicit Redirects(Connection& connection) : m_connection(connection) {}

    /// The story on the desk that it leads to in the end; nothing where it leads to none. A story that a hand
    /// brought back, which is no longer spiked or holds articles again, leads nowhere.
    std::optional<StoryId> of(StoryId story) const;
    std::optional<StoryId> of(const QUuid& story) const;
    /// Its own redirect, one step, whether or not it is followed and the target on the desk.
    std::optional<StoryId> next(StoryId story) const;
    /// Whether one that leads to `into` would come round to `story`.
    bool leadsBack(StoryId story, StoryId into) const;
    void set(StoryId story, const QUuid& uuid, StoryId into);
    void end(StoryId story);

private:
    std::optional<StoryId> followed(StoryId story) const;

    Connection& m_connection;
};

} // namespace Scoredesk
