// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/intakestore.h"

#include "storage/feeds/arrivalwriter.h"
#include "storage/feeds/articlereads.h"
#include "storage/storeread.h"
#include "storage/tables/searchhold.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

Result<QList<KnownArticle>> IntakeStore::known(FeedId feed, const QStringList& guids) const
{
    return readResult(d, [&] { return ArticleReads(*d.connection).known(feed, guids); });
}

Result<QHash<QString, StoryId>> IntakeStore::storiesWithLinks(FeedId feed, const QStringList& linkKeys) const
{
    return readResult(d, [&] { return ArticleReads(*d.connection).storiesWithLinks(feed, linkKeys); });
}

Result<QSet<StoryId>> IntakeStore::touched(const QList<StoryId>& stories) const
{
    return readResult(d, [&] { return ArticleReads(*d.connection).touched(stories); });
}

Result<NextIds> IntakeStore::nextIds() const
{
    return readResult(d, [&] { return Scoredesk::nextIds(*d.connection); });
}

Result<QList<bool>> IntakeStore::newOnes(FeedId feed, const QList<Arrival>& arrivals) const
{
    return readResult(d, [&] { return ArrivalWriter(*d.connection, feed, {}).newOnes(arrivals); });
}

Result<ArrivalReceipt> IntakeStore::addArticles(FeedId feed, const QList<Arrival>& arrivals)
{
    WriteScope scope(m_store, d, Transaction::Kind::Part);
    ArrivalWriter writer(*d.connection, feed, scope.now());
    std::optional<SearchHold> held;
    if (!SearchHold::isHeld(*d.connection))
        held.emplace(*d.connection);
    writer.write(arrivals);
    writer.finish();
    if (held)
        held->release();
    scope.notices().added(writer.receipt().opened);
    scope.notices().changed(writer.receipt().changed);
    scope.notices().removed(writer.receipt().folded);
    if (!arrivals.isEmpty())
        scope.notices().feedsMoved(); // what feeds brought is counted, and outlets may have been made
    if (!writer.receipt().folded.isEmpty())
        scope.notices().countsMoved();
    return scope.commit().map([&] { return writer.receipt(); });
}

Result<void> IntakeStore::indexTogether(const std::function<Result<void>()>& work)
{
    WriteScope scope(m_store, d, Transaction::Kind::Part);
    SearchHold held(*d.connection);
    if (auto done = work(); !done)
        return done;
    held.release();
    return scope.commit();
}

Result<QList<RecentArticle>> IntakeStore::recent(const QDateTime& since, ArticleId after, int most,
                                                 int textLength) const
{
    return readResult(d, [&] { return ArticleReads(*d.connection).recent(since, after, most, textLength); });
}

Result<QList<ArticleVersion>> IntakeStore::versions(ArticleId article) const
{
    return readResult(d, [&] { return ArticleReads(*d.connection).versions(article); });
}

} // namespace Scoredesk
