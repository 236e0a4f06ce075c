// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/subscribe/addressreading.h"

#include "app/feeds/parse/parsefeed.h"
#include "app/feeds/refresh/reading.h"
#include "storage/domain/keys.h"
#include "storage/domain/link.h"

#include <QCoreApplication>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Feeds)
};

constexpr qsizetype titlesShown = 5;
constexpr qint64 clocksDiffer = 24LL * 60 * 60;

FeedPreview previewOf(const Reading& reading, const Feed& feed)
{
    FeedPreview preview;
    preview.title = feed.title;
    preview.site = feed.link;
    preview.format = feed.format;
    preview.language = feed.language;
    preview.items = int(reading.arrivals.size());
    preview.newestItem = reading.newestItem;
    preview.usualGap = reading.usualGap;
    for (const Arrival& arrival : reading.arrivals.mid(0, titlesShown))
        preview.titles.append(arrival.article.title);
    preview.notes = reading.notes;
    return preview;
}

/// Whether the page is about one event rather than the front of a site.
bool isArticle(const PageMetadata& page, const QUrl& address)
{
    const QString path = address.path();
    const bool isFront = (path.isEmpty() || path == "/"_L1) && !address.hasQuery();
    return !isFront && !page.title.isEmpty() && (page.published.isValid() || page.feeds.isEmpty());
}

void takePage(AddressFinding& found, const FetchReply& reply, const QString& noFeed, const QDateTime& now)
{
    const auto page = parsePage(reply.body, reply.url.toString(), reply.headers);
    const QByteArray type = reply.headers.value("content-type").toLower();
    const QByteArray head = reply.body.left(4096).toLower();
    const bool isHtml = type.contains("html") || head.contains("<html") || head.contains("<!doctype html");
    if (!page || !isHtml) {
        found.failure = FetchFailure::NotAFeed;
        found.reason = page ? noFeed : page.error().message;
        return;
    }
    found.choices = page->feeds;
    // A page on the internet has no say in what is fetched from this machine or the network it is in.
    found.choices.removeIf([from = reply.url.host()](const DiscoveredFeed& feed) {
        return leadsInward(from, QUrl(feed.url).host());
    });
    std::stable_partition(found.choices.begin(), found.choices.end(),
                          [](const DiscoveredFeed& feed) { return !isOfComments(feed); });
    if (isArticle(*page, reply.url)) {
        found.kind = AddressFinding::Kind::Article;
        found.article = articleFromPage(*page, reply.url, now);
    } else if (!found.choices.isEmpty()) {
        found.kind = AddressFinding::Kind::Choices;
        found.feed.title = page->title;
    } else {
        found.failure = FetchFailure::NotAFeed;
        found.reason =
            Words::tr("This is a web page that names no feed. Give the address of the feed itself, "
                      "or of an article to take in alone.");
    }
}

} // namespace

bool isOfComments(const DiscoveredFeed& feed)
{
    return feed.url.contains("comments"_L1, Qt::CaseInsensitive) ||
           feed.title.contains("comment"_L1, Qt::CaseInsensitive);
}

Article articleFromPage(const PageMetadata& page, const QUrl& address, const QDateTime& now)
{
    Article article;
    const QString own = address.toString(QUrl::FullyEncoded);
    const bool isOwnSite = linkHost(page.url) == linkHost(own) && !page.url.isEmpty();
    article.link = isOwnSite ? page.url : own;
    article.guid = article.link;
    article.title = page.title;
    article.text = page.description;
    article.author = page.author;
    article.fetchedAt = now;
    article.publishedIsGuess = !page.published.isValid() || page.published > now.addSecs(clocksDiffer);
    article.publishedAt = article.publishedIsGuess ? now : page.published;
    article.outlet.name = page.siteName;
    if (const QString host = linkHost(article.link); !host.isEmpty())
        article.outlet.domains = QStringList{host};
    return article;
}

AddressFinding readAddress(const FetchReply& reply, const QDateTime& now)
{
    AddressFinding found;
    found.url = QUrl(reply.movedTo);
    found.status = reply.status;
    if (reply.kind == FetchReply::Kind::Cancelled) {
        found.kind = AddressFinding::Kind::Cancelled;
        return found;
    }
    if (reply.kind != FetchReply::Kind::Body) {
        found.failure = reply.failure == FetchFailure::None ? FetchFailure::Status : reply.failure;
        found.reason = reply.reason;
        return found;
    }
    const Reading reading = readReply(reply, {}, now);
    const auto feed = reading.kind == Reading::Kind::Feed
                          ? parseFeed(reply.body, reply.url.toString(), reply.headers)
                          : Result<Feed>(fail(reading.reason));
    if (feed) {
        found.kind = AddressFinding::Kind::Feed;
        found.feed = previewOf(reading, *feed);
    } else {
        takePage(found, reply, reading.reason, now);
    }
    return found;
}

Subscription subscriptionOf(const AddressFinding& found)
{
    Subscription subscription;
    subscription.url = found.url.toString(QUrl::FullyEncoded);
    subscription.ownTitle = found.feed.title;
    subscription.site = found.feed.site;
    return subscription;
}

} // namespace Scoredesk
