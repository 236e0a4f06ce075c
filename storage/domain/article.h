// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/outlet.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUuid>

#include <optional>

namespace Scoredesk {

/// An article as it read before it was updated.
struct ArticleVersion {
    QString title;
    QString text;
    QString html;
    QString link;
    QString author;
    QDateTime publishedAt; ///< UTC
    QDateTime replacedAt;  ///< UTC

    bool operator==(const ArticleVersion&) const = default;
};

/// One item as an outlet published it, grouped into a story.
struct Article {
    ArticleId id{};
    QUuid uuid;
    FeedId feed{}; ///< it came by; 0 where by none
    Outlet outlet; ///< name empty where unknown; found by name or domain when stored
    QString title;
    QString text; ///< clean text
    QString html; ///< as fetched, never shown unsanitised
    QString link;
    QString author;
    QString guid;                   ///< the feed's own identity for it
    QDateTime publishedAt;          ///< UTC
    bool publishedIsGuess = false;  ///< the source gave no usable time; publishedAt is fetchedAt
    QDateTime fetchedAt;            ///< UTC
    std::optional<QUuid> reprintOf; ///< the earlier article whose text this one repeats
    /// How it read before, oldest first; only set in what leaves the desk whole, to come back or for another.
    QList<ArticleVersion> versions;
    bool byHand = false; ///< a hand put it into its story

    bool operator==(const Article&) const = default;
};

} // namespace Scoredesk
