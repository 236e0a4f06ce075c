// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"
#include "storage/domain/article.h"
#include "storage/domain/feed.h"
#include "storage/domain/subscription.h"

#include <QMetaType>
#include <QUrl>

namespace Scoredesk {

/// What a feed turned out to hold, for people to decide whether they want it.
struct FeedPreview {
    QString title;
    QString site;
    QString format; ///< rss, rdf, atom or json
    QString language;
    int items = 0;
    QDateTime newestItem; ///< UTC
    qint64 usualGap = 0;  ///< seconds; 0 unknown
    QStringList titles;   ///< of its first five items
    QStringList notes;    ///< what was wrong with it and was mended

    bool operator==(const FeedPreview&) const = default;
};

/// What is at an address that somebody gave.
struct AddressFinding {
    enum class Kind {
        Feed,
        Choices, ///< a page that names feeds
        Article, ///< a page about one event; it may name feeds as well
        Failed,
        Cancelled
    };

    int ticket = 0; ///< of look()
    Kind kind = Kind::Failed;
    QUrl asked;
    QUrl url; ///< the address to keep: where permanent redirects led, else as asked
    FeedPreview feed;
    QList<DiscoveredFeed> choices; ///< of Choices and Article; feeds of comments come last
    Article article;               ///< of Article
    FetchFailure failure = FetchFailure::None;
    int status = 0; ///< HTTP; 0 without an answer
    QString reason; ///< of a failure, for people
};

/// Feeds of a page's comments, which few want to read.
bool isOfComments(const DiscoveredFeed& feed);

/// The feed found as it would be added; folder and outlet are still open.
Subscription subscriptionOf(const AddressFinding& found);

} // namespace Scoredesk

Q_DECLARE_METATYPE(Scoredesk::AddressFinding)
