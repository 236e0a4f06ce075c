// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/intakestore.h"

#include "storage/feeds/arrivalwriter.h"
#include "storage/feeds/articlereads.h"
#include "storage/storeread.h"

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
    writer.write(arrivals);
    writer.finish();
    scope.notices().added(writer.receipt().opened);
    scope.notices().changed(writer.receipt().changed);
    scope.notices().removed(writer.receipt().folded);
    if (!arrivals.isEmpty())
        scope.notices().feedsMoved(); // what feeds brought is counted, and outlets may have been made
    if (!writer.receipt().folded.isEmpty())
        scope.notices().countsMoved();
    return scope.commit().map([&] { return writer.receipt(); });
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
