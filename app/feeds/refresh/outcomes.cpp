// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/refresh/outcomes.h"

#include "app/feeds/schedule/cadence.h"

namespace Scoredesk {

namespace {

constexpr int goneForGood = 410;
constexpr int tooManyRequests = 429;
constexpr int unavailable = 503;

Cadence cadenceOf(const DeskFeed& feed, const FetchReply& reply, double chance)
{
    Cadence cadence;
    cadence.usualGap = feed.record.usualGap;
    cadence.newestItem = feed.record.newestItem;
    cadence.rhythm = feed.rhythm;
    cadence.wishes = reply.wishes;
    cadence.failures = feed.record.failures + 1;
    cadence.chance = chance;
    return cadence;
}

FetchOutcome outcomeOf(FetchOutcome::Kind kind, const FetchReply& reply, const QDateTime& now)
{
    FetchOutcome outcome;
    outcome.kind = kind;
    outcome.at = now;
    outcome.status = reply.status;
    outcome.movedTo = reply.movedTo;
    return outcome;
}

QString headerOr(const FetchReply& reply, const QByteArray& name, const QString& fallback)
{
    const QByteArray value = reply.headers.value(name);
    return value.isEmpty() ? fallback : QString::fromLatin1(value);
}

} // namespace

FetchOutcome outcomeOfFailure(const DeskFeed& feed, const FetchReply& reply, FetchFailure failure,
                              const QString& reason, const QDateTime& now, double chance)
{
    FetchOutcome outcome = outcomeOf(FetchOutcome::Kind::Failed, reply, now);
    outcome.movedTo.clear();
    outcome.failure = failure;
    outcome.reason = reason;
    outcome.nextAt = nextTry(cadenceOf(feed, reply, chance), now);
    if (reply.wishes.retryAfter > 0 && (reply.status == tooManyRequests || reply.status == unavailable))
        outcome.restUntil = now.addSecs(reply.wishes.retryAfter);
    // Where a detour led there, the feed's own address is still to be tried.
    if (reply.status == goneForGood && reply.onlyPermanent)
        outcome.pauseReason = reason;
    return outcome;
}

FetchOutcome outcomeOfUnchanged(const DeskFeed& feed, const FetchReply& reply, const QDateTime& now,
                                double chance)
{
    FetchOutcome outcome = outcomeOf(FetchOutcome::Kind::NotModified, reply, now);
    if (feed.record.items < 0) // an address is given up only for one that gave the feed
        outcome.movedTo.clear();
    outcome.nextAt = nextRead(cadenceOf(feed, reply, chance), now);
    outcome.validators = feed.validators;
    outcome.validators.etag = headerOr(reply, "etag", feed.validators.etag);
    outcome.validators.lastModified = headerOr(reply, "last-modified", feed.validators.lastModified);
    if (outcome.validators == feed.validators)
        outcome.validators = {}; // nothing to write
    return outcome;
}

FetchOutcome outcomeOfReading(const DeskFeed& feed, const FetchReply& reply, const Reading& reading,
                              const QDateTime& now, double chance)
{
    FetchOutcome outcome = outcomeOf(FetchOutcome::Kind::Fetched, reply, now);
    Cadence cadence = cadenceOf(feed, reply, chance);
    cadence.rhythm = reading.rhythm;
    if (reading.usualGap > 0)
        cadence.usualGap = reading.usualGap;
    if (reading.newestItem.isValid())
        cadence.newestItem = reading.newestItem;
    outcome.nextAt = nextRead(cadence, now);
    outcome.validators.etag = headerOr(reply, "etag", {});
    outcome.validators.lastModified = headerOr(reply, "last-modified", {});
    outcome.validators.digest = reading.digest;
    outcome.rhythm = reading.rhythm;
    outcome.ownTitle = reading.title;
    outcome.site = reading.site;
    outcome.items = int(reading.arrivals.size());
    outcome.newestItem = reading.newestItem;
    outcome.usualGap = reading.usualGap;
    outcome.notes = reading.notes;
    return outcome;
}

} // namespace Scoredesk
