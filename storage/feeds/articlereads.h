// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/arrival.h"
#include "storage/sql/connection.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace Scoredesk {

/// What intake and clustering read of the articles that are stored.
class ArticleReads {
public:
    explicit ArticleReads(Connection& connection) : m_connection(connection) {}

    /// From the index alone.
    QList<KnownArticle> known(FeedId feed, const QStringList& guids) const;
    QHash<QString, StoryId> storiesWithLinks(FeedId except, const QStringList& linkKeys) const;
    QSet<StoryId> touched(const QList<StoryId>& stories) const;
    QList<RecentArticle> recent(const QDateTime& since, ArticleId after, int most, int textLength) const;
    QList<ArticleVersion> versions(ArticleId article) const;

private:
    Connection& m_connection;
};

} // namespace Scoredesk
