// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/arrivalwriter.h"

#include "storage/domain/keys.h"
#include "storage/domain/lede.h"
#include "storage/domain/ordereduuid.h"
#include "storage/feeds/articlereads.h"
#include "storage/feeds/feedtable.h"
#include "storage/sql/statement.h"
#include "storage/tables/articletable.h"
#include "storage/tables/redirects.h"
#include "storage/tables/storycoverage.h"
#include "storage/tables/storyfields.h"
#include "storage/tables/storytable.h"

#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

struct ArrivalWriter::Stored {
    ArticleId id{};
    StoryId story{};
    FeedId feed{};
    QString title;
    QString linkKey;
    qint64 digest = 0;
};

NextIds nextIds(Connection& connection)
{
    NextIds next{ArticleId(1), StoryId(1)};
    Statement row(connection, u"SELECT name, seq FROM sqlite_sequence WHERE name IN ('article', 'story')"_s);
    while (row.next()) {
        if (row.text(0) == "article"_L1)
            next.article = ArticleId(row.integer(1) + 1);
        else
            next.story = StoryId(row.integer(1) + 1);
    }
    return next;
}

ArrivalWriter::ArrivalWriter(Connection& connection, FeedId feed, const QDateTime& now)
    : m_connection(connection),
      m_feed(feed),
      m_now(now),
      m_outlets(connection),
      m_firstFree(nextIds(connection).story)
{
    if (feed == FeedId{})
        return;
    Statement row(m_connection,
                  u"SELECT f.outlet_id, c.name FROM feed f LEFT JOIN category c ON c.id = f.category_id "
                  "WHERE f.id = ?"_s,
                  feed);
    if (row.next()) {
        m_outlets.setFeedsOwn(row.id<OutletId>(0));
        m_category = row.text(1);
    } else {
        m_connection.fail({u"That feed is not on this desk any more."_s, ErrorCode::NotFound});
    }
}

/// The same with the keys of all.
static QList<Arrival> keyed(QList<Arrival> arrivals)
{
    for (Arrival& arrival : arrivals)
        if (!arrival.keys)
            arrival.keys = keysOf(arrival.article);
    return arrivals;
}

void ArrivalWriter::readKnown(const QList<Arrival>& arrivals)
{
    if (m_feed == FeedId{})
        return;
    QStringList guids;
    guids.reserve(arrivals.size());
    for (const Arrival& arrival : arrivals)
        guids.append(arrival.article.guid);
    for (const KnownArticle& known : ArticleReads(m_connection).known(m_feed, guids))
        m_known.insert(known.guid, known);
    noteShared(arrivals);
}

// Some feeds give one guid, or one link and no guids, to all their items. There a guid tells nothing, and
// each stored article can be one of the items only.
void ArrivalWriter::noteShared(const QList<Arrival>& arrivals)
{
    QHash<QString, int> uses;
    for (const Arrival& arrival : arrivals)
        ++uses[arrival.article.guid];
    QHash<QString, qint64> first;
    for (const Arrival& arrival : arrivals) {
        const QString& guid = arrival.article.guid;
        const qsizetype stored = m_known.count(guid);
        if (stored > 1)
            m_shared.insert(guid);
        if (stored == 0 && uses.value(guid) == 1)
            continue;
        const qint64 digest = arrival.keys->digest;
        if (*first.insert(guid, first.value(guid, digest)) != digest)
            m_shared.insert(guid);
        for (auto known = m_known.constFind(guid); known != m_known.cend() && known.key() == guid; ++known) {
            if (known->digest == digest)
                m_taken.insert(known->id);
            if (arrival.beside.contains(known->id))
                m_shared.insert(guid);
        }
    }
}

bool ArrivalWriter::isTaken(ArticleId id, const Arrival& arrival) const
{
    return m_taken.contains(id) || arrival.beside.contains(id);
}

QList<bool> ArrivalWriter::newOnes(const QList<Arrival>& asked)
{
    const QList<Arrival> arrivals = keyed(asked);
    readKnown(arrivals);
    QList<bool> isNew;
    QSet<std::pair<QString, qint64>> before; // guids and links with the content they came with
    for (const Arrival& arrival : arrivals) {
        const Article& article = arrival.article;
        const QString& key = arrival.keys->link;
        const qint64 digest = arrival.keys->digest;
        bool known = before.contains({article.guid, digest});
        known = known || (!key.isEmpty() && before.contains({key, digest}));
        for (auto at = m_known.constFind(article.guid);
             !known && at != m_known.cend() && at.key() == article.guid; ++at)
            known = at->digest == digest;
        if (!known) {
            auto stored = sameInFeed(arrival);
            if (!stored && !key.isEmpty())
                stored = sameByLink(arrival);
            if (stored)
                m_taken.insert(stored->id);
            known = stored.has_value();
        }
        isNew.append(!known);
        before.insert({article.guid, digest});
        before.insert({key, digest});
    }
    return isNew;
}

void ArrivalWriter::write(const QList<Arrival>& given)
{
    const QList<Arrival> arrivals = keyed(given);
    readKnown(arrivals);
    for (const Arrival& arrival : arrivals) {
        if (m_connection.hasFailed())
            return;
        const Arrived arrived = place(arrival);
        m_receipt.all.append(arrived);
        switch (arrived.kind) {
        case Arrived::Kind::Added:
            ++m_receipt.added;
            break;
        case Arrived::Kind::Updated:
            ++m_receipt.updated;
            break;
        case Arrived::Kind::Unchanged:
            ++m_receipt.unchanged;
            continue;
        }
        if (m_opened.contains(arrived.story) || m_changed.contains(arrived.story))
            continue;
        if (arrived.opened) {
            m_opened.insert(arrived.story);
            m_receipt.opened.append(arrived.story);
        } else {
            m_changed.insert(arrived.story);
            m_receipt.changed.append(arrived.story);
        }
    }
}

void ArrivalWriter::finish()
{
    StoryCoverage coverage(m_connection, m_now);
    StoryTable stories(m_connection);
    for (const StoryId story : std::as_const(m_receipt.opened))
        if (m_joined.contains(story)) // of one article it stands there already
            coverage.refresh(story);
    for (const StoryId story : std::as_const(m_receipt.changed)) {
        coverage.refresh(story);
        stories.touch(story, m_now, true);
    }
}

Arrived ArrivalWriter::place(const Arrival& arrival)
{
    const Article& article = arrival.article;
    const qint64 digest = arrival.keys->digest;
    for (auto known = m_known.constFind(article.guid); known != m_known.cend() && known.key() == article.guid;
         ++known)
        if (known->digest == digest)
            return {Arrived::Kind::Unchanged, known->id, known->story, false};
    if (const auto stored = sameInFeed(arrival))
        return update(*stored, arrival);
    if (const auto stored = arrival.keys->link.isEmpty() ? std::nullopt : sameByLink(arrival)) {
        // From another feed it is here already; only what came by no feed is still to be had in full.
        const bool ours = stored->feed == m_feed || stored->feed == FeedId{};
        if (!ours || stored->digest == digest)
            return {Arrived::Kind::Unchanged, stored->id, stored->story, false};
        return update(*stored, arrival);
    }
    const Arrived added = add(arrival);
    m_taken.insert(added.article);
    m_known.insert(article.guid, {added.article, added.story, m_feed, article.guid, digest});
    return added;
}

// A time of day that somebody wrote down; a mere date many have in common.
static bool isMoment(const QDateTime& time)
{
    return time.isValid() && time.toUTC().time() != QTime(0, 0);
}

std::optional<ArrivalWriter::Stored> ArrivalWriter::sameInFeed(const Arrival& arrival) const
{
    const Article& article = arrival.article;
    const QString& key = arrival.keys->link;
    const QString& title = arrival.keys->headline;
    const bool shared = m_shared.contains(article.guid);
    std::optional<Stored> best;
    int bestRank = 0;
    for (auto known = m_known.constFind(article.guid); known != m_known.cend() && known.key() == article.guid;
         ++known) {
        if (isTaken(known->id, arrival))
            continue;
        Statement row(m_connection,
                      u"SELECT title, link_key, published_at, published_is_guess FROM article WHERE id = ?"_s,
                      known->id);
        if (!row.next())
            continue;
        const bool sameTitle = headlineKey(row.text(0)) == title;
        const bool otherLink = !key.isEmpty() && !row.text(1).isEmpty() && key != row.text(1);
        const bool sameTime = !article.publishedIsGuess && !row.flag(3) && isMoment(article.publishedAt) &&
                              row.time(2) == article.publishedAt;
        if (!sameTitle && (shared ? !sameTime : otherLink))
            continue; // the feed gave a used guid to another article
        if (const int rank = 1 + (sameTitle ? 2 : 0) + (sameTime ? 1 : 0); rank > bestRank) {
            bestRank = rank;
            best = Stored{known->id, known->story, m_feed, row.text(0), row.text(1), known->digest};
        }
    }
    return best;
}

std::optional<ArrivalWriter::Stored> ArrivalWriter::sameByLink(const Arrival& arrival) const
{
    const QString& key = arrival.keys->link;
    const QString& title = arrival.keys->headline;
    const QString& guid = arrival.article.guid;
    Statement row(m_connection,
                  u"SELECT id, story_id, feed_id, title, link_key, digest, guid, text = '' FROM article "
                  "WHERE link_key = ? AND link_key <> '' ORDER BY id DESC LIMIT 50"_s,
                  key);
    while (row.next()) {
        const auto id = row.id<ArticleId>(0);
        const bool byNoFeed = row.isNull(2);
        const bool bareLink = byNoFeed && row.text(3).isEmpty() && row.flag(7); // somebody pasted it
        const bool sameGuid =
            byNoFeed && row.text(6) == guid && linkKey(guid) != key; // rather than the link once more
        if (!bareLink && !sameGuid && headlineKey(row.text(3)) != title)
            continue; // feeds that link every item to one page
        if ((byNoFeed || row.id<FeedId>(2) == m_feed) && isTaken(id, arrival) &&
            row.integer(5) != arrival.keys->digest)
            continue;
        return Stored{id, row.id<StoryId>(1), row.id<FeedId>(2), row.text(3), row.text(4), row.integer(5)};
    }
    return std::nullopt;
}

Arrived ArrivalWriter::update(const Stored& stored, const Arrival& arrival)
{
    const Article& article = arrival.article;
    Statement(m_connection,
              u"INSERT INTO article_version (article_id, title, text, html, link, author, published_at, "
              u"replaced_at) "
              "SELECT id, title, text, html, link, author, published_at, ? FROM article WHERE id = ?"_s,
              m_now, stored.id)
        .run();
    followArticle(stored, article);
    Statement row(
        m_connection,
        u"UPDATE article SET guid = ?, title = ?, text = ?, html = ?, link = ?, link_key = ?, author = ?, "
        "digest = ?, feed_id = coalesce(feed_id, ?), outlet_id = coalesce(outlet_id, ?), "
        "published_at = CASE WHEN ? THEN coalesce(published_at, ?) ELSE ? END, "
        "published_is_guess = published_is_guess AND ? WHERE id = ?"_s,
        article.guid, article.title, article.text, article.html, article.link, arrival.keys->link,
        article.author, arrival.keys->digest);
    if (m_feed == FeedId{})
        row.bindNull();
    else
        row.bind(m_feed);
    if (const OutletId outlet = m_outlets.outletOf(article); outlet == OutletId{})
        row.bindNull();
    else
        row.bind(outlet);
    row.bind(article.publishedIsGuess).bind(article.publishedAt).bind(article.publishedAt);
    row.bind(article.publishedIsGuess).bind(stored.id).run();
    m_taken.insert(stored.id);
    m_known.insert(article.guid, {stored.id, stored.story, m_feed, article.guid, arrival.keys->digest});
    return {Arrived::Kind::Updated, stored.id, stored.story, false};
}

// An untouched story shows its leading article's words, also when the feed corrects them. From the first work
// on, no word of it changes by itself: the article and its old version tell what came.
void ArrivalWriter::followArticle(const Stored& stored, const Article& article)
{
    Statement row(m_connection,
                  u"SELECT s.headline, s.summary, s.link, a.title, a.text, a.link FROM article a "
                  "JOIN story s ON s.id = a.story_id WHERE a.id = ? AND NOT s.touched "
                  "AND (s.leading = a.id OR (s.leading IS NULL AND s.articles = 1))"_s,
                  stored.id);
    if (!row.next())
        return;
    Article old;
    old.title = row.text(3);
    old.text = row.text(4);
    old.link = row.text(5);
    StoryFields fields(m_connection);
    const QString headline = headlineFrom(article);
    if (row.text(0) == headlineFrom(old) && headline != row.text(0))
        fields.write(stored.story, StoryField::Headline, headline);
    const QString lede = ledeOf(article.text);
    if (row.text(1) == ledeOf(old.text) && !lede.isEmpty() && lede != row.text(1))
        fields.write(stored.story, StoryField::Summary, lede);
    if (row.text(2) == old.link && !article.link.isEmpty() && article.link != old.link)
        fields.write(stored.story, StoryField::Link, article.link);
}

Arrived ArrivalWriter::add(const Arrival& arrival)
{
    Article article = arrival.article;
    if (article.uuid.isNull())
        article.uuid = orderedUuid(m_now);
    if (!article.fetchedAt.isValid())
        article.fetchedAt = m_now;
    article.feed = m_feed;
    const OutletId outlet = m_outlets.outletOf(article);
    const bool joins = arrival.story != noStory &&
                       (m_opened.contains(arrival.story) || StoryTable(m_connection).exists(arrival.story));
    const StoryId story = joins ? arrival.story : open(arrival, outlet, arrival.story);
    if (joins || arrival.origin != ArticleId{})
        m_joined.insert(story);
    if (arrival.origin != ArticleId{}) {
        Statement original(m_connection, u"SELECT uuid FROM article WHERE id = ?"_s, arrival.origin);
        if (original.next())
            article.reprintOf = original.uuid(0);
    }
    const ArticleId id = ArticleTable(m_connection).insertWith(story, article, *arrival.keys, outlet);
    noteReprints(arrival, article.uuid);
    for (const StoryId folded : arrival.folded)
        fold(folded, story);
    for (const NearbyStory& nearby : arrival.nearby)
        suggest(story, nearby);
    return {Arrived::Kind::Added, id, story, !joins};
}

// The story that another turns out to be takes its articles, and stands in for it wherever its number is
// kept.
void ArrivalWriter::fold(StoryId from, StoryId into)
{
    Statement row(m_connection, u"SELECT uuid, touched FROM story WHERE id = ?"_s, from);
    if (from == into || !row.next())
        return;
    if (row.flag(1)) {
        m_receipt.refused.append(from);
        return;
    }
    const QUuid uuid = row.uuid(0);
    handOn(from, into);
    Statement(m_connection, u"UPDATE article SET story_id = ? WHERE story_id = ?"_s, into, from).run();
    Redirects(m_connection).set(from, uuid, into);
    StoryTable(m_connection).remove(from);
    m_receipt.folded.append(from);
    m_receipt.opened.removeAll(from);
    m_receipt.changed.removeAll(from);
    m_opened.remove(from);
    m_changed.remove(from);
    m_joined.insert(into);
}

// What hands keep apart from the one stays apart from the other, and pairs that nearly were one are still
// asked for.
void ArrivalWriter::handOn(StoryId from, StoryId into)
{
    Statement(m_connection,
              u"INSERT OR IGNORE INTO story_apart (story_id, other_id) SELECT min(o, ?), max(o, ?) FROM ("
              "SELECT other_id AS o FROM story_apart WHERE story_id = ? "
              "UNION SELECT story_id FROM story_apart WHERE other_id = ?) WHERE o <> ?"_s,
              into, into, from, from, into)
        .run();
    Statement(m_connection,
              u"INSERT OR IGNORE INTO article_out (article_id, story_id) "
              "SELECT article_id, ? FROM article_out WHERE story_id = ?"_s,
              into, from)
        .run();
    Statement(m_connection,
              u"INSERT OR IGNORE INTO merge_suggestion (story_id, other_id, score, words, at) "
              "SELECT min(o, ?), max(o, ?), score, words, at FROM ("
              "SELECT other_id AS o, score, words, at FROM merge_suggestion WHERE story_id = ? "
              "UNION ALL SELECT story_id, score, words, at FROM merge_suggestion WHERE other_id = ?) "
              "WHERE o <> ?"_s,
              into, into, from, from, into)
        .run();
}

void ArrivalWriter::suggest(StoryId story, const NearbyStory& nearby)
{
    if (story == nearby.story)
        return;
    const StoryId first = std::min(story, nearby.story);
    const StoryId second = std::max(story, nearby.story);
    Statement(m_connection,
              u"INSERT INTO merge_suggestion (story_id, other_id, score, words, at) "
              "SELECT ?, ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM story WHERE id = ?) "
              "ON CONFLICT DO UPDATE SET score = excluded.score, words = excluded.words, at = excluded.at "
              "WHERE excluded.score > score"_s,
              first, second, nearby.score, nearby.words.join(u' '), m_now, nearby.story)
        .run();
}

StoryId ArrivalWriter::open(const Arrival& arrival, OutletId outlet, StoryId wanted)
{
    const Article& article = arrival.article;
    Story story;
    if (number(wanted) >= number(m_firstFree))
        story.id = wanted;
    story.uuid = orderedUuid(m_now);
    story.summary = ledeOf(article.text);
    story.headline = headlineFrom(article);
    story.category = m_category;
    story.tags = arrival.tags;
    const ArrivalOutlets::Facts facts = m_outlets.factsOf(outlet);
    story.source = facts.name;
    story.link = article.link;
    story.publishedAt = article.publishedAt;
    story.addedAt = m_now;
    story.changedAt = m_now;
    story.evidenceAt = m_now;
    const QString headline =
        story.headline == article.title ? arrival.keys->headline : headlineKey(story.headline);
    return StoryTable(m_connection)
        .open(story, {arrival.keys->link, headline},
              {1, outlet == OutletId{} ? 0 : 1, facts.tier == 1 ? 1 : 0, 1});
}

void ArrivalWriter::noteReprints(const Arrival& arrival, const QUuid& uuid)
{
    for (const ArticleId reprint : arrival.reprints) {
        Statement(m_connection, u"UPDATE article SET reprint_of = ? WHERE id = ?"_s, uuid, reprint).run();
        const auto story = ArticleTable(m_connection).storyOf(reprint);
        if (!story || m_opened.contains(*story) || m_changed.contains(*story))
            continue;
        m_changed.insert(*story);
        m_receipt.changed.append(*story);
    }
    if (!arrival.reprints.isEmpty())
        for (const StoryId story : std::as_const(m_opened))
            m_joined.insert(story); // their articles may be among the reprints
}

} // namespace Scoredesk
