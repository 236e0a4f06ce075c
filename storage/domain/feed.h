// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace Scoredesk {

/// Why a fetch gave nothing. The names that toText() gives are part of the desk file.
enum class FetchFailure {
    None,
    NoHost,   ///< its name leads nowhere
    Network,  ///< refused, reset, unreachable
    Timeout,  ///< no answer, or too slow a one
    Tls,      ///< a certificate or handshake that cannot be trusted
    Status,   ///< an HTTP status that is no success
    Redirect, ///< a loop, or a step down from https
    TooLarge,
    NotAFeed, ///< something else was there
    Damaged,  ///< a feed that breaks off, or that nothing could be read of
    Refused   ///< by the program: an address it does not fetch from
};

QString toText(FetchFailure failure);
std::optional<FetchFailure> fetchFailureFromText(const QString& text);

/// What a server is told, so that it sends a feed only when it changed.
struct FeedValidators {
    QString etag;
    QString lastModified;
    QByteArray digest; ///< of the bytes last stored: the same bytes need no parsing; empty where unknown

    bool operator==(const FeedValidators&) const = default;
};

/// How often a feed asks to be read.
struct FeedRhythm {
    int ttlMinutes = 0;   ///< 0 where unstated
    QList<int> skipHours; ///< 0 to 23, UTC, ascending
    QList<int> skipDays;  ///< 1 (Monday) to 7, ascending

    bool operator==(const FeedRhythm&) const = default;
};

/// What became of the fetches of a feed so far.
struct FeedRecord {
    QDateTime triedAt; ///< UTC; invalid before the first
    QDateTime goodAt;  ///< UTC, the last that gave the feed or "not modified"
    QDateTime nextAt;  ///< UTC; invalid: as soon as can be
    int failures = 0;  ///< in a row
    FetchFailure failure = FetchFailure::None;
    int status = 0;         ///< HTTP status of the last answer; 0 without one
    QString reason;         ///< of the last failure, for people
    QDateTime failingSince; ///< UTC; invalid while all is well
    int items = -1;         ///< in the feed as last read; below zero before that
    QDateTime newestItem;   ///< UTC, when its newest item was published
    qint64 usualGap = 0;    ///< seconds between two of its items, as its scheduler judged; 0 unknown
    QStringList notes;      ///< what was wrong with it and was mended
    QDateTime restUntil;    ///< UTC, its server wants to be left alone until then; invalid: it does not say
    QDateTime newAt;        ///< UTC, when it last brought an article that was new

    bool operator==(const FeedRecord&) const = default;
};

/// A feed that the desk reads: the analyst's part, and what its fetches brought.
struct DeskFeed {
    FeedId id{};
    QUuid uuid;
    QString url;
    QString title;      ///< the analyst's name for it; empty: its own
    QString ownTitle;   ///< as it calls itself
    QString site;       ///< the page it belongs to
    QStringList folder; ///< outermost first; empty: at the top
    OutletId outlet{};  ///< where its articles are from; 0: told by their links
    QString category;   ///< of stories that its articles open; empty: none
    bool paused = false;
    QString pauseReason;    ///< where the program paused it: why; empty where the analyst did
    int keepDays = 0;       ///< that its untouched stories stay; 0: as the desk says; stayForEver
    bool hasSecret = false; ///< the keychain holds what it is fetched with
    QDateTime addedAt;      ///< UTC
    FeedValidators validators;
    FeedRhythm rhythm;
    FeedRecord record;
    // Counted by the store when it is read, ignored when it is saved.
    int lastWeek = 0; ///< articles published in the last seven days
    int waiting = 0;  ///< articles whose story is still incoming

    QString name() const; ///< title, else ownTitle, else url
    bool operator==(const DeskFeed&) const = default;
};

/// How a feed is doing. No two of these may look alike: a dead feed is not a quiet one.
enum class FeedHealth {
    Untried,
    Paused,
    Failing, ///< the last fetch failed
    Empty,   ///< fetched well, and held no item at all
    Idle,    ///< silent for unusually long
    Good
};

/// The longest that a desk or a feed may say its untouched stories stay, in days.
inline constexpr int mostKeepDays = 3650;
/// What a feed says in place of days where its stories stay even on a desk whose own go.
inline constexpr int stayForEver = -1;

/// Idle is silence of more than four usual gaps and at least three days; of thirty days where the gap is
/// unknown.
FeedHealth healthOf(const DeskFeed& feed, const QDateTime& now);

/// What one fetch came to.
struct FetchOutcome {
    enum class Kind { NotModified, Fetched, Failed };

    Kind kind = Kind::Fetched;
    QDateTime at;        ///< UTC
    QDateTime nextAt;    ///< UTC, when to try again
    int status = 0;      ///< HTTP; 0 without an answer
    QString movedTo;     ///< its new address after a permanent redirect; empty: it stays
    QString pauseReason; ///< not empty: it is paused and why ("gone for good")
    QDateTime restUntil; ///< UTC, its server wants to be left alone until then
    // Failed
    FetchFailure failure = FetchFailure::None;
    QString reason; ///< for people
    // Fetched; validators also where not modified
    FeedValidators validators; ///< replaces what is kept, unless all of it is empty
    FeedRhythm rhythm;
    QString ownTitle;
    QString site;
    int items = 0;
    QDateTime newestItem; ///< UTC
    qint64 usualGap = 0;  ///< seconds; 0 keeps what is known
    QStringList notes;
    int added = 0; ///< articles that were new to the desk
};

} // namespace Scoredesk
