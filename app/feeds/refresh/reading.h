// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/fetchvalues.h"
#include "storage/domain/arrival.h"
#include "storage/domain/feed.h"

#include <QDateTime>

namespace Scoredesk {

/// What a body that was fetched turned out to be.
struct Reading {
    enum class Kind {
        Feed,
        Same,   ///< the very bytes that are stored already
        Page,   ///< a web page that names a feed
        Nothing ///< neither
    };

    Kind kind = Kind::Nothing;
    FetchFailure failure = FetchFailure::None; ///< of Page and Nothing
    QString reason;                            ///< likewise, for people
    QUrl feedUrl;                              ///< of Page: the first feed it names
    QByteArray digest;                         ///< of the bytes
    QList<Arrival> arrivals;                   ///< in the feed's order, with their keys
    QString title;
    QString site;
    FeedRhythm rhythm;
    QDateTime newestItem; ///< UTC
    qint64 usualGap = 0;  ///< seconds; 0 unknown
    QStringList notes;
};

/// Reads what was fetched; any thread. `known` is the digest of what is stored of the feed, or empty.
Reading readReply(const FetchReply& reply, const QByteArray& known, const QDateTime& now);

} // namespace Scoredesk
