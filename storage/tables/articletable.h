// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/article.h"
#include "storage/sql/connection.h"

#include <QList>

#include <optional>
#include <utility>

namespace Scoredesk {

struct ArrivalKeys;

/// seenAt() of an article `a`, in SQL.
QString seenAtSql();

struct OutletTrace;

/// Articles, and the coverage that a story's row keeps of them.
class ArticleTable {
public:
    explicit ArticleTable(Connection& connection) : m_connection(connection) {}

    QList<Article> ofStory(StoryId story) const; ///< oldest first
    /// With all the desk holds of it, so that insert() can bring it back.
    std::optional<Article> whole(ArticleId id) const;
    QList<ArticleVersion> versions(ArticleId id) const; ///< oldest first
    /// Uses the id where it is set. UUID and fetchedAt must be filled in. `outlets` keeps what that made and
    /// changed.
    ArticleId insert(StoryId story, const Article& article, OutletTrace* outlets = nullptr);
    /// insert() where the outlet is known; 0 for none. A feed that is not on the desk is left out.
    ArticleId insertWith(StoryId story, const Article& article, const ArrivalKeys& keys, OutletId outlet);
    void remove(ArticleId id);
    void move(ArticleId id, StoryId story, bool byHand);
    /// All of one story to another, to stay there. Returns them, and which of them a hand had put where they
    /// were.
    QList<std::pair<ArticleId, bool>> moveAll(StoryId from, StoryId into);
    bool isByHand(ArticleId id) const;
    std::optional<StoryId> storyOf(ArticleId id) const;
    bool hasUuid(const QUuid& uuid) const;

    /// Counts the story's articles, outlets, tier-1 outlets, independent origins and times into its row.
    void refreshCoverage(StoryId story);
    QList<StoryId> storiesWith(OutletId outlet) const;

private:
    Connection& m_connection;
};

} // namespace Scoredesk
