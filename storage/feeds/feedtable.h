// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/feed.h"
#include "storage/sql/connection.h"

#include <QList>

#include <optional>

namespace Scoredesk {

/// The feeds' own rows.
class FeedTable {
public:
    explicit FeedTable(Connection& connection) : m_connection(connection) {}

    /// With what is counted, articles published since `week` among it; by folder, then name.
    QList<DeskFeed> all(const QDateTime& week) const;
    std::optional<DeskFeed> byId(FeedId id, const QDateTime& week) const;
    std::optional<FeedId> withUrl(const QString& url) const;
    bool exists(FeedId id) const;

    /// Every field but those counted. Uses the id where it is set. UUID and addedAt must be filled in.
    FeedId insert(const DeskFeed& feed);
    /// The analyst's fields.
    void update(const DeskFeed& feed);
    void forgetFetches(FeedId id);
    void record(FeedId id, const FetchOutcome& outcome);
    void move(FeedId id, const QString& url);
    void pause(FeedId id, const QString& reason);
    void remove(FeedId id);

    /// Articles of a feed of that address that was removed are its own again.
    void takeOrphans(FeedId id, const QString& urlKey);
    QList<ArticleId> articlesOf(FeedId id) const;
    void giveArticles(FeedId id, const QList<ArticleId>& articles);

private:
    void recordFailure(FeedId id, const FetchOutcome& outcome);
    void recordContent(FeedId id, const FetchOutcome& outcome);

    Connection& m_connection;
};

} // namespace Scoredesk
