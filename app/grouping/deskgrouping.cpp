// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/grouping/deskgrouping.h"

#include "storage/feeds/intakestore.h"
#include "storage/grouping/groupingstore.h"
#include "storage/store.h"

#include <algorithm>

namespace Scoredesk {

namespace {

constexpr qint64 dayLength = 24LL * 60 * 60 * 1000;
constexpr int pageSize = 2000;
constexpr int textLength = 20'000;  ///< characters; what the tokenizer reads at most
constexpr qint64 worthSaving = 200; ///< articles: so many are read again in a blink
constexpr qint64 savedAtOnce = 50;  ///< of so many in the window, one that came since

} // namespace

DeskGrouping::DeskGrouping(Store& store, const ClusterSettings& settings)
    : m_store(store), m_settings(settings), m_clusterer(std::make_unique<Clusterer>(settings))
{
}

QDateTime DeskGrouping::windowStart(const QDateTime& now) const
{
    return now.addMSecs(-qint64(m_settings.windowDays * double(dayLength)));
}

ClusterArticle DeskGrouping::clusterArticle(ArticleId id, const QDateTime& at, const QString& title,
                                            const QString& text, const QDateTime& now)
{
    ClusterArticle article;
    article.id = number(id);
    article.time = std::min(at.isValid() ? at : now, now).toMSecsSinceEpoch();
    article.title = title;
    article.text = text;
    return article;
}

Result<void> DeskGrouping::load(const QDateTime& now)
{
    const auto stamp = m_store.grouping().stateStamp();
    if (!stamp)
        return tl::unexpected(stamp.error());
    if (const auto mark = GroupingFile(m_store.path()).read(*m_clusterer, *stamp)) {
        m_mark = *mark;
        return follow(now);
    }
    return readWindow(now);
}

Result<void> DeskGrouping::readWindow(const QDateTime& now)
{
    m_clusterer = std::make_unique<Clusterer>(m_settings);
    m_mark = {};
    // First: what changes while the window is read is told once more.
    const auto regrouped = m_store.grouping().lastRegrouped();
    if (!regrouped)
        return tl::unexpected(regrouped.error());
    if (auto read = readNew(now); !read)
        return read;
    const auto apart = m_store.grouping().keptApart();
    if (!apart)
        return tl::unexpected(apart.error());
    for (const auto& [story, other] : apart->stories)
        m_clusterer->keepApart(number(story), number(other));
    for (const auto& [article, story] : apart->articles)
        m_clusterer->keepOut(number(article), number(story));
    m_mark.regrouped = *regrouped;
    return {};
}

Result<void> DeskGrouping::readNew(const QDateTime& now)
{
    for (bool more = true; more;) {
        const auto page = m_store.intake().recent(windowStart(now), m_mark.article, pageSize, textLength);
        if (!page)
            return tl::unexpected(page.error());
        for (const RecentArticle& article : *page) {
            take(article, now);
            m_mark.article = article.id;
        }
        more = page->size() == pageSize;
    }
    return {};
}

void DeskGrouping::take(const RecentArticle& article, const QDateTime& now)
{
    m_clusterer->placeIn(clusterArticle(article.id, article.at, article.title, article.text, now),
                         number(article.story), article.byHand, number(article.origin));
    if (article.touched)
        m_clusterer->touch(number(article.story));
    ++m_unsaved;
}

Result<void> DeskGrouping::follow(const QDateTime& now)
{
    const auto changes = m_store.grouping().regroupedSince(m_mark.regrouped);
    if (!changes)
        return tl::unexpected(changes.error());
    if (changes->tooMany)
        return readWindow(now);
    if (auto read = readNew(now); !read)
        return read;
    if (auto applied = apply(*changes, now); !applied)
        return applied;
    m_mark.regrouped = changes->upTo;
    return {};
}

Result<void> DeskGrouping::apply(const Regrouped& changes, const QDateTime& now)
{
    for (const ArticleId article : changes.gone)
        m_clusterer->forget(number(article));
    for (const RecentArticle& article : changes.articles) {
        const qint64 known = m_clusterer->storyOf(number(article.id));
        if (known == 0 && article.at >= windowStart(now)) { // it is back
            if (auto read = readOne(article.id, now); !read)
                return read;
        } else if (known != 0) {
            m_clusterer->placeIn(clusterArticle(article.id, article.at, {}, {}, now), number(article.story),
                                 article.byHand);
            if (article.touched)
                m_clusterer->touch(number(article.story));
        }
    }
    for (const StoryId story : changes.touched)
        m_clusterer->touch(number(story));
    for (const auto& [story, other] : changes.apart)
        m_clusterer->keepApart(number(story), number(other));
    for (const auto& [story, other] : changes.together)
        m_clusterer->letTogether(number(story), number(other));
    for (const auto& [article, story] : changes.out)
        m_clusterer->keepOut(number(article), number(story));
    for (const auto& [article, story] : changes.in)
        m_clusterer->letIn(number(article), number(story));
    return {};
}

Result<void> DeskGrouping::readOne(ArticleId article, const QDateTime& now)
{
    const auto page =
        m_store.intake().recent(windowStart(now), ArticleId(number(article) - 1), 1, textLength);
    if (!page)
        return tl::unexpected(page.error());
    if (!page->isEmpty() && page->first().id == article)
        take(page->first(), now);
    return {};
}

void DeskGrouping::stored(ArticleId last)
{
    m_unsaved += number(last) - number(m_mark.article);
    m_mark.article = std::max(m_mark.article, last);
}

void DeskGrouping::missed(ArticleId article)
{
    m_mark.article = std::min(m_mark.article, ArticleId(number(article) - 1));
}

void DeskGrouping::save(const QDateTime& now)
{
    if (m_unsaved < std::max(worthSaving, qint64(m_clusterer->articles()) / savedAtOnce))
        return;
    const QUuid stamp = QUuid::createUuid();
    if (GroupingFile(m_store.path()).write(*m_clusterer, stamp, m_mark) &&
        m_store.grouping().setStateStamp(stamp, m_mark.regrouped, windowStart(now)))
        m_unsaved = 0;
}

} // namespace Scoredesk
