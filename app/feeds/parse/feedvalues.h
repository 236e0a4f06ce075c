// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <cstddef>

namespace Scoredesk {

/// Of a feed with more items than anybody publishes the first ones are read.
inline constexpr std::size_t mostFeedItems = 20'000;

/// Somebody whom a feed names.
struct FeedPerson {
    QString name;
    QString email;
    QString url;

    bool operator==(const FeedPerson&) const = default;
};

/// A file that an item carries: audio, video, an image.
struct FeedEnclosure {
    QString url;
    QString type;
    qint64 length = -1; ///< bytes as stated; below zero where the feed does not say

    bool operator==(const FeedEnclosure&) const = default;
};

/// A stretch of rich text in the three forms that callers need.
struct FeedBody {
    QString raw;  ///< HTML as the feed has it; never shown
    QString html; ///< the safe subset, links absolute where a base is known
    QString text; ///< clean text, a line a block

    [[nodiscard]] bool isEmpty() const { return html.isEmpty(); }
    bool operator==(const FeedBody&) const = default;
};

/// One item of a feed, before anybody has decided what it is worth.
struct FeedItem {
    QString id;               ///< the feed's own: guid, atom:id, rdf:about; empty where it gives none
    QString identity;         ///< never empty: id, else link, else a digest of the content
    QString title;            ///< plain text
    bool titleIsMade = false; ///< the feed gives none; it is the start of the text, or the link
    QString link;
    QString comments;
    QString language;
    QDateTime published; ///< UTC; invalid where the feed gives none that can be read
    QDateTime updated;   ///< UTC; likewise
    QList<FeedPerson> authors;
    FeedBody summary;
    FeedBody content;
    QStringList categories;
    QList<FeedEnclosure> enclosures;

    bool operator==(const FeedItem&) const = default;
};

/// How often a feed asks to be read.
struct FeedPace {
    int ttlMinutes = 0;   ///< 0 where unstated; from ttl or the syndication module
    QList<int> skipHours; ///< 0 to 23, UTC
    QStringList skipDays; ///< English names as the feed has them

    bool operator==(const FeedPace&) const = default;
};

/// A feed and its items, in document order.
struct Feed {
    QString format;  ///< rss, rdf, atom or json
    QString version; ///< 2.0, 1.0, 0.91 …; empty where unknown
    QString encoding;
    QString title;
    QString link;
    QString feedUrl; ///< where it says it lives
    QString id;
    QString language;
    QString image;
    FeedBody description;
    QDateTime updated;
    QDateTime published;
    QList<FeedPerson> authors;
    QStringList categories;
    FeedPace pace;
    QList<FeedItem> items;
    bool endsInItem = false; ///< it broke off within its last item, which may be incomplete
    QStringList warnings;    ///< what was wrong with it and was mended, in English

    bool operator==(const Feed&) const = default;
};

/// One feed of an OPML list.
struct OutlineFeed {
    QString title;
    QString xmlUrl;
    QString htmlUrl;
    QStringList path; ///< folders, outermost first
    /// Attributes of no vocabulary that the program knows but its own, by local name in lower case.
    QHash<QString, QString> extras = {};

    bool operator==(const OutlineFeed&) const = default;
};

/// An entry of a list that claims to be a feed and has no address to read.
struct OutlineFault {
    QString title;
    QString address; ///< as written; empty where there is none
    QStringList path;

    bool operator==(const OutlineFault&) const = default;
};

/// A subscription list.
struct Outline {
    QString title;
    QString version;
    QString encoding;
    QList<OutlineFeed> feeds;
    QList<OutlineFault> faults;
    QStringList warnings;

    bool operator==(const Outline&) const = default;
};

/// A feed that a web page links to.
struct DiscoveredFeed {
    QString url;
    QString title; ///< the address where the page gives none
    QString type;

    bool operator==(const DiscoveredFeed&) const = default;
};

/// What a page says about itself.
struct PageMetadata {
    QString url; ///< canonical
    QString title;
    QString description;
    QString siteName;
    QString author;
    QString image;
    QString language;
    QString encoding;
    QDateTime published;
    QDateTime updated;
    QString section;
    QStringList keywords;
    QList<DiscoveredFeed> feeds;

    bool operator==(const PageMetadata&) const = default;
};

/// HTTP header fields of a response, names in lower case.
using HttpHeaders = QHash<QByteArray, QByteArray>;

} // namespace Scoredesk
