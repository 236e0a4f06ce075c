// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/domain/rule.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <utility>

namespace Scoredesk {

/// A feed as one desk tells another of it: the analyst's part. What it is fetched with, and how its fetches
/// went, stays on the desk that fetched it.
struct SharedFeed {
    FeedId id{}; ///< of a redo, which gives it again; else unset
    QUuid uuid;
    QString url;
    QString title;
    QString ownTitle;
    QString site;
    QStringList folder; ///< outermost first
    QString outlet;     ///< its name; empty: told by links
    QString category;
    bool paused = false;
    QString pauseReason;
    int keepDays = 0;      ///< that its untouched stories stay; 0: as the desk says; stayForEver
    QDateTime addedAt;     ///< UTC
    QList<QUuid> articles; ///< that came by it

    bool operator==(const SharedFeed&) const = default;
};

/// Two stories that nearly were one.
struct SharedSuggestion {
    QUuid story;
    QUuid other;
    double score = 0;  ///< 0 to 1
    QStringList words; ///< that they share, strongest first
    QDateTime at;      ///< UTC

    bool operator==(const SharedSuggestion&) const = default;
};

/// What a desk knows of how its articles make stories, beside the stories themselves.
struct SharedGrouping {
    using Pairs = QList<std::pair<QUuid, QUuid>>;

    Pairs apart;     ///< two stories that a hand keeps apart
    Pairs out;       ///< an article, and a story that it never goes to by itself
    Pairs redirects; ///< a story that became part of another, gone or not, and that other
    QList<SharedSuggestion> suggestions;

    bool isEmpty() const
    {
        return apart.isEmpty() && out.isEmpty() && redirects.isEmpty() && suggestions.isEmpty();
    }
    bool operator==(const SharedGrouping&) const = default;
};

/// What a desk has beside its stories, outlets, methods and categories.
struct DeskParts {
    QList<SharedFeed> feeds; ///< in the order in which they came
    QList<Rule> rules;       ///< in the order in which they are asked
    SharedGrouping grouping;

    bool isEmpty() const { return feeds.isEmpty() && rules.isEmpty() && grouping.isEmpty(); }
    bool operator==(const DeskParts&) const = default;
};

/// What bringing parts of another desk added to this one, which takes it back.
struct DeskPartsReceipt {
    QList<FeedId> feeds;
    QList<RuleId> rules;
    QList<std::pair<StoryId, StoryId>> apart;
    QList<std::pair<ArticleId, StoryId>> out;
    QList<StoryId> redirects;
    QList<std::pair<StoryId, StoryId>> suggestions;
};

} // namespace Scoredesk
