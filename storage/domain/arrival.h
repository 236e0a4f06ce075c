// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/article.h"
#include "storage/domain/ids.h"

#include <QList>

#include <memory>
#include <optional>

namespace Scoredesk {

/// A story that an article resembles, but not enough to join it.
struct NearbyStory {
    StoryId story{};
    double score = 0;  ///< 0 to 1
    QStringList words; ///< that both use, strongest first

    bool operator==(const NearbyStory&) const = default;
};

/// What an article is found again by.
struct ArrivalKeys {
    QString link;      ///< linkKey()
    QString headline;  ///< headlineKey() of the title
    qint64 digest = 0; ///< contentDigest()
};

/// What a placer had worked out of an article beforehand; each knows its own.
struct PreparedArticle {
    PreparedArticle() = default;
    virtual ~PreparedArticle() = default;
    PreparedArticle(const PreparedArticle&) = delete;
    PreparedArticle& operator=(const PreparedArticle&) = delete;
};

/// An article as intake hands it to the desk, with where it goes.
///
/// Its outlet may be blank: it is the feed's, else that of the link's domain. Its guid is what the feed calls
/// it: the guid, else the link, else a digest of the content; never empty.
struct Arrival {
    Article article; ///< id 0: given when stored; otherwise one of IntakeStore::nextIds()
    /// 0: a story of its own. Where the desk has no such story, the first arrival that names it opens it
    /// under this number if it is one of nextIds() or later, else under a new one.
    StoryId story{};
    ArticleId origin{};        ///< the earlier article that it repeats; 0 where none
    QList<ArticleId> reprints; ///< earlier arrivals that turn out to repeat this one
    QList<StoryId>
        folded; ///< untouched stories that turn out to be this one; those not on the desk are passed over
    QList<NearbyStory> nearby; ///< stories that it nearly went to
    QStringList tags;          ///< of the story that it opens
    /// Articles of the same guid or link that its feed still holds beside it, as they are stored: it is none
    /// of them.
    QList<ArticleId> beside;
    /// Of the article as it is now; worked out when it is stored, where they are not given.
    std::optional<ArrivalKeys> keys;
    std::shared_ptr<const PreparedArticle> prepared; ///< may be null
};

/// An article that the desk has, as intake needs it to tell old from new.
struct KnownArticle {
    ArticleId id{};
    StoryId story{};
    FeedId feed{}; ///< 0 where it came by no feed
    QString guid;
    qint64 digest = 0; ///< contentDigest() of what is stored

    bool operator==(const KnownArticle&) const = default;
};

/// What became of an arrival, in the order given.
struct Arrived {
    enum class Kind {
        Added,
        Updated,  ///< an article that was here has other content now; the old version is kept
        Unchanged ///< here already, by this feed or another
    };

    Kind kind = Kind::Added;
    ArticleId article{};
    StoryId story{};
    bool opened = false; ///< the story is new

    bool operator==(const Arrived&) const = default;
};

/// What an intake brought.
struct ArrivalReceipt {
    QList<Arrived> all; ///< one an arrival, in their order
    int added = 0;
    int updated = 0;
    int unchanged = 0;
    QList<StoryId> opened;  ///< new stories
    QList<StoryId> changed; ///< stories that were there and have a new or updated article
    QList<StoryId> folded;  ///< stories that became part of another and are gone
    QList<StoryId> refused; ///< stories that were to be folded, but somebody has worked on them
};

/// An article as clustering reads it.
struct RecentArticle {
    ArticleId id{};
    StoryId story{};
    OutletId outlet{};
    QDateTime at; ///< published, else fetched; UTC
    QString title;
    QString text;         ///< its first characters, as many as were asked for
    ArticleId origin{};   ///< the article that it repeats; 0 where it repeats none that is here
    bool byHand = false;  ///< a hand put it into its story
    bool touched = false; ///< somebody worked on its story

    bool operator==(const RecentArticle&) const = default;
};

/// Equal for equal content (title, text, html, link, author, stated time) and, in practice, for nothing else.
/// Never 0.
qint64 contentDigest(const Article& article);

ArrivalKeys keysOf(const Article& article);

} // namespace Scoredesk
