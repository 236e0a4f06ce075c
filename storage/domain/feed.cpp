// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/feed.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr qint64 day = 24LL * 60 * 60;

static const auto& names()
{
    static const std::array<std::pair<FetchFailure, QString>, 11> all = {{
        {FetchFailure::None, QString()},
        {FetchFailure::NoHost, u"no_host"_s},
        {FetchFailure::Network, u"network"_s},
        {FetchFailure::Timeout, u"timeout"_s},
        {FetchFailure::Tls, u"tls"_s},
        {FetchFailure::Status, u"status"_s},
        {FetchFailure::Redirect, u"redirect"_s},
        {FetchFailure::TooLarge, u"too_large"_s},
        {FetchFailure::NotAFeed, u"not_a_feed"_s},
        {FetchFailure::Damaged, u"damaged"_s},
        {FetchFailure::Refused, u"refused"_s},
    }};
    return all;
}

QString toText(FetchFailure failure)
{
    const auto found = std::find_if(names().begin(), names().end(),
                                    [failure](const auto& name) { return name.first == failure; });
    return found == names().end() ? QString() : found->second;
}

std::optional<FetchFailure> fetchFailureFromText(const QString& text)
{
    const auto found = std::find_if(names().begin(), names().end(),
                                    [&text](const auto& name) { return name.second == text; });
    return found == names().end() ? std::nullopt : std::optional(found->first);
}

QString DeskFeed::name() const
{
    if (!title.isEmpty())
        return title;
    return ownTitle.isEmpty() ? url : ownTitle;
}

static bool isSilent(const FeedRecord& record, const QDateTime& now)
{
    // Items without dates tell by when they came.
    const QDateTime& newest = record.newestItem.isValid() ? record.newestItem : record.newAt;
    if (!newest.isValid())
        return false;
    const qint64 bearable = record.usualGap > 0 ? std::max(4 * record.usualGap, 3 * day) : 30 * day;
    return newest.secsTo(now) > bearable;
}

FeedHealth healthOf(const DeskFeed& feed, const QDateTime& now)
{
    if (feed.paused)
        return FeedHealth::Paused;
    if (!feed.record.triedAt.isValid())
        return FeedHealth::Untried;
    // One that is said to be unchanged and was never had is no good feed.
    if (feed.record.failures > 0 || feed.record.items < 0)
        return FeedHealth::Failing;
    if (feed.record.items == 0)
        return FeedHealth::Empty;
    return isSilent(feed.record, now) ? FeedHealth::Idle : FeedHealth::Good;
}

} // namespace Scoredesk
