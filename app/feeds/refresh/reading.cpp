// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/refresh/reading.h"

#include "app/feeds/feedarticle.h"
#include "app/feeds/parse/parsefeed.h"
#include "app/feeds/schedule/cadence.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Feeds)
};

bool isBlank(const QByteArray& bytes)
{
    return std::all_of(bytes.begin(), bytes.end(),
                       [](char c) { return static_cast<unsigned char>(c) <= 0x20; });
}

Reading notAFeed(const FetchReply& reply, const QString& reason)
{
    Reading reading;
    reading.failure = FetchFailure::NotAFeed;
    reading.reason = reason;
    const auto page = parsePage(reply.body, reply.url.toString(), reply.headers);
    if (page && !page->feeds.isEmpty()) {
        reading.kind = Reading::Kind::Page;
        reading.feedUrl = QUrl(page->feeds.first().url);
        reading.reason = Words::tr("This is a web page; it names a feed at %1.").arg(page->feeds.first().url);
    }
    return reading;
}

void takeItems(Reading& reading, const Feed& feed, const QDateTime& now)
{
    QList<QDateTime> times;
    reading.arrivals.reserve(feed.items.size());
    for (const FeedItem& item : feed.items) {
        Arrival arrival;
        arrival.article = articleFromItem(item, now);
        arrival.keys = keysOf(arrival.article);
        const Article& article = arrival.article;
        if (!article.publishedIsGuess) {
            times.append(article.publishedAt);
            if (!reading.newestItem.isValid() || article.publishedAt > reading.newestItem)
                reading.newestItem = article.publishedAt;
        }
        reading.arrivals.append(std::move(arrival));
    }
    reading.usualGap = usualGap(times, now);
}

} // namespace

Reading readReply(const FetchReply& reply, const QByteArray& known, const QDateTime& now)
{
    if (isBlank(reply.body)) {
        Reading nothing;
        nothing.failure = FetchFailure::NotAFeed;
        nothing.reason = Words::tr("The server sent nothing.");
        return nothing;
    }
    const QByteArray digest = QCryptographicHash::hash(reply.body, QCryptographicHash::Sha1);
    if (digest == known) {
        Reading same;
        same.kind = Reading::Kind::Same;
        same.digest = digest;
        return same;
    }
    Result<Feed> feed = parseFeed(reply.body, reply.url.toString(), reply.headers);
    if (!feed)
        return notAFeed(reply, feed.error().message);
    Reading reading;
    reading.kind = Reading::Kind::Feed;
    reading.digest = digest;
    reading.notes = feed->warnings;
    if (feed->endsInItem && !feed->items.isEmpty()) {
        feed->items.removeLast();
        reading.notes += Words::tr("It breaks off within its last item, which was left out.");
    }
    reading.title = feed->title;
    reading.site = feed->link;
    reading.rhythm = rhythmFrom(feed->pace);
    takeItems(reading, *feed, now);
    return reading;
}

} // namespace Scoredesk
