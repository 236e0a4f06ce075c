// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/bytebudget.h"
#include "app/feeds/parse/feedvalues.h"
#include "app/feeds/secrets/feedsecret.h"
#include "storage/domain/feed.h"

#include <QByteArray>
#include <QUrl>

namespace Scoredesk {

/// How far a fetch may go before it is given up. Times are milliseconds.
struct FetchLimits {
    int answerWithin = 20'000; ///< from the request to the answer's header; to its end where it is 401
    int wholeWithin = 120'000; ///< from the first request to the last byte, redirects included;
                               ///< what it waits for its turn at a host is not counted
    int dripWindow = 15'000;   ///< in any such stretch from the answer's header on
    int dripBytes = 4'096;     ///< so much must arrive, or the server is cut off
    qint64 largest = 32LL * 1024 * 1024; ///< bytes, unpacked
    /// Bytes of all bodies together, from their arrival until they are read. At least `largest`.
    qint64 together = 64LL * 1024 * 1024;
    int redirects = 8;
};

/// How hard servers are worked. A host that is this machine itself is spared the courtesies, unless told.
struct FetchPace {
    int overall = 24; ///< requests under way at once
    int perHost = 2;
    int pause = 250; ///< milliseconds from one request to a host to the next
    bool sparesThisMachine = true;
};

/// One address to be fetched.
struct FetchRequest {
    FeedId feed{};
    QUrl url;
    FeedValidators validators;
    FeedSecret secret; ///< sent to the url's own origin only
};

/// What a server said about when to come again, in seconds; below zero where it said nothing.
struct ServerWishes {
    qint64 freshFor = -1;   ///< Cache-Control or Expires
    qint64 retryAfter = -1; ///< Retry-After

    bool operator==(const ServerWishes&) const = default;
};

/// What came of it.
struct FetchReply {
    enum class Kind { Body, NotModified, Failed, Cancelled };

    FeedId feed{};
    Kind kind = Kind::Failed;
    int status = 0;  ///< HTTP; 0 without an answer
    QUrl url;        ///< where the answer came from
    QString movedTo; ///< where permanent redirects led, and no temporary one before them; empty: it stays
    bool onlyPermanent = true;      ///< of the redirects on the way; true without any
    QByteArray body;                ///< unpacked
    std::shared_ptr<BodyRoom> room; ///< to be held as long as the body is; null without one
    HttpHeaders headers;
    ServerWishes wishes;
    FetchFailure failure = FetchFailure::None;
    QString reason; ///< of a failure, for people
    qint64 milliseconds = 0;
};

} // namespace Scoredesk
