// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/feedfetcher.h"

#include <QTest>

namespace Scoredesk::Test {

/// Milliseconds that a machine that is busy with much else may take for what is done at once otherwise.
inline constexpr int patience = 60'000;

/// Of times that no machine is slow enough to reach: who tests one makes it short, and that alone.
inline FetchLimits patientLimits()
{
    FetchLimits limits;
    limits.answerWithin = 2 * patience;
    limits.wholeWithin = 2 * patience;
    limits.dripWindow = 2 * patience;
    limits.dripBytes = 100;
    limits.largest = 1024 * 1024;
    limits.redirects = 5;
    return limits;
}

inline FetchRequest requestFor(const QString& url, int feed = 1)
{
    FetchRequest request;
    request.feed = FeedId(feed);
    request.url = QUrl(url);
    return request;
}

/// Fetches and gathers what is reported.
class Fetching {
public:
    explicit Fetching(const FetchPace& pace = {}, const FetchLimits& limits = patientLimits())
        : fetcher(pace, limits, systemClock())
    {
        QObject::connect(&fetcher, &FeedFetcher::fetched, &fetcher,
                         [this](const FetchReply& reply) { replies.append(reply); });
    }
    bool wait(int count)
    {
        return QTest::qWaitFor([this, count] { return replies.size() >= count; }, patience);
    }
    FetchReply one(const FetchRequest& request)
    {
        replies.clear();
        fetcher.submit(request);
        return wait(1) ? replies.first() : FetchReply();
    }

    FeedFetcher fetcher;
    QList<FetchReply> replies;
};

} // namespace Scoredesk::Test
