// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/fetchvalues.h"
#include "app/feeds/refresh/reading.h"
#include "storage/domain/feed.h"

namespace Scoredesk {

// What is put on the feed's record. `chance` is 0 to 1 and spreads the times of the next reads.

/// It was not to be had, or was no feed. One that is gone for good (410) is paused.
FetchOutcome outcomeOfFailure(const DeskFeed& feed, const FetchReply& reply, FetchFailure failure,
                              const QString& reason, const QDateTime& now, double chance);
/// The server or the bytes say that it did not change.
FetchOutcome outcomeOfUnchanged(const DeskFeed& feed, const FetchReply& reply, const QDateTime& now,
                                double chance);
FetchOutcome outcomeOfReading(const DeskFeed& feed, const FetchReply& reply, const Reading& reading,
                              const QDateTime& now, double chance);

} // namespace Scoredesk
