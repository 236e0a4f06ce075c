// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/grouping/clusterplacer.h"

#include "app/clustering/articlewords.h"
#include "app/feeds/refresh/linkplacer.h"
#include "storage/feeds/intakestore.h"
#include "storage/store.h"

#include <algorithm>

namespace Scoredesk {

/// Of the threshold: from here on two stories are near enough to ask whether they are one.
static constexpr double suggestedFrom = 0.8;

ClusterPlacer::ClusterPlacer(Clock clock, const ClusterSettings& settings)
    : m_clock(std::move(clock)), m_settings(settings)
{
}

ClusterPlacer::~ClusterPlacer() = default;

Result<void> ClusterPlacer::prepare(Store& store)
{
    if (m_grouping)
        return m_grouping->follow(m_clock());
    auto grouping = std::make_unique<DeskGrouping>(store, m_settings);
    if (auto loaded = grouping->load(m_clock()); !loaded)
        return loaded;
    for (const StoryId story : std::as_const(m_refused)) // which the saved state may not know as touched
        grouping->clusterer().touch(number(story));
    m_refused.clear();
    m_grouping = std::move(grouping);
    return {};
}

namespace {

/// The words of an article, which reading them from its text takes half of placing it.
struct PreparedWords : PreparedArticle {
    ArticleWords words;
};

} // namespace

std::shared_ptr<const PreparedArticle> ClusterPlacer::prepareArticle(const Article& article) const
{
    // One a thread: it remembers the stems of common words.
    struct Reader {
        int ledeLength;
        Tokenizer tokenizer;
        Tokenizer::Result read;

        explicit Reader(int length) : ledeLength(length), tokenizer(length) {}
    };
    static thread_local std::unique_ptr<Reader> reader;
    if (!reader || reader->ledeLength != m_settings.ledeLength)
        reader = std::make_unique<Reader>(m_settings.ledeLength);
    auto prepared = std::make_shared<PreparedWords>();
    prepared->words = wordsOf(article.title, article.text, reader->tokenizer, reader->read);
    return prepared;
}

static QDateTime timeOf(const Article& article, const QDateTime& now)
{
    return article.publishedAt.isValid() ? article.publishedAt : now;
}

Result<void> ClusterPlacer::place(Store& store, FeedId feed, QList<Arrival>& arrivals)
{
    m_folded.clear();
    m_placed.clear();
    if (auto ready = prepare(store); !ready) // nobody else writes from here to the end of the transaction
        return ready;
    const QDateTime now = m_clock();
    m_grouping->clusterer().forgetBefore(now.toMSecsSinceEpoch() -
                                         qint64(m_settings.windowDays * 24 * 60 * 60 * 1000));
    // In order of time, so that an original is stored before its reprints.
    std::stable_sort(arrivals.begin(), arrivals.end(), [&now](const Arrival& a, const Arrival& b) {
        return timeOf(a.article, now) < timeOf(b.article, now);
    });
    if (auto linked = LinkPlacer().place(store, feed, arrivals); !linked)
        return linked;
    QList<StoryId> linked;
    for (const Arrival& arrival : std::as_const(arrivals))
        if (arrival.story != noStory && !linked.contains(arrival.story))
            linked.append(arrival.story);
    const auto touched = store.intake().touched(linked);
    if (!touched)
        return tl::unexpected(touched.error());
    const auto isNew = store.intake().newOnes(feed, arrivals);
    if (!isNew)
        return tl::unexpected(isNew.error());
    const auto next = store.intake().nextIds();
    if (!next)
        return tl::unexpected(next.error());
    qint64 nextStory = number(next->story);
    for (qsizetype i = 0; i < arrivals.size(); ++i) {
        Arrival& arrival = arrivals[i];
        arrival.article.id = ArticleId(number(next->article) + i); // of those that are not new it is not used
        if (!isNew->at(i))
            continue;
        const bool isTouched = touched->contains(arrival.story);
        const Placement placement = placeOne(arrival, now, nextStory);
        if (isTouched) // it may be new to the window, which knows nothing of it
            m_grouping->clusterer().touch(placement.story);
        nextStory += placement.isNew ? 1 : 0;
        note(placement, arrival);
    }
    settleStories(arrivals);
    return {};
}

Placement ClusterPlacer::placeOne(const Arrival& arrival, const QDateTime& now, qint64 nextStory)
{
    const Article& article = arrival.article;
    ClusterArticle asked =
        DeskGrouping::clusterArticle(article.id, timeOf(article, now), article.title, article.text, now);
    if (const auto prepared = std::dynamic_pointer_cast<const PreparedWords>(arrival.prepared))
        asked.words = {prepared, &prepared->words};
    m_placed.insert(article.id);
    if (arrival.story != noStory)
        return m_grouping->clusterer().placeIn(asked, number(endOf(arrival.story)), false);
    return m_grouping->clusterer().place(asked, nextStory);
}

void ClusterPlacer::note(const Placement& placement, Arrival& arrival)
{
    arrival.story = StoryId(placement.story);
    if (placement.origin != number(arrival.article.id))
        arrival.origin = ArticleId(placement.origin);
    for (const qint64 reprint : placement.reprints)
        arrival.reprints.append(ArticleId(reprint));
    for (const Fold& fold : placement.folded) {
        m_folded.insert(StoryId(fold.from), StoryId(fold.into));
        arrival.folded.append(StoryId(fold.from));
    }
    for (const NearStory& near : placement.nearest)
        if (near.story != placement.story && near.score >= suggestedFrom * placement.threshold)
            arrival.nearby.append({StoryId(near.story), near.score, near.sharedWords});
}

StoryId ClusterPlacer::endOf(StoryId story) const
{
    for (auto into = m_folded.constFind(story); into != m_folded.cend(); into = m_folded.constFind(story))
        story = *into;
    return story;
}

// What was folded by a later article of the feed is stored where it ends.
void ClusterPlacer::settleStories(QList<Arrival>& arrivals) const
{
    for (Arrival& arrival : arrivals) {
        arrival.story = endOf(arrival.story);
        for (NearbyStory& nearby : arrival.nearby)
            nearby.story = endOf(nearby.story);
    }
}

void ClusterPlacer::settled(const ArrivalReceipt* receipt)
{
    if (!m_grouping)
        return;
    if (!receipt) {
        m_grouping.reset();
        return;
    }
    ArticleId last{};
    ArticleId missed{};
    QSet<ArticleId> phantoms = m_placed;
    for (const Arrived& arrived : receipt->all) {
        if (arrived.kind != Arrived::Kind::Added)
            continue;
        last = std::max(last, arrived.article);
        if (!phantoms.remove(arrived.article) && (missed == ArticleId{} || arrived.article < missed))
            missed = arrived.article;
    }
    if (last != ArticleId{})
        m_grouping->stored(last);
    if (missed != ArticleId{})
        m_grouping->missed(missed);
    // The desk kept a story that was folded here, or took one article for another than it looked: what it did
    // to the stories is told by the desk alone.
    m_refused = receipt->refused;
    if (!phantoms.isEmpty() || !m_refused.isEmpty())
        m_grouping.reset();
}

void ClusterPlacer::keep(Store& store)
{
    Q_UNUSED(store)
    if (m_grouping)
        m_grouping->save(m_clock());
}

} // namespace Scoredesk
