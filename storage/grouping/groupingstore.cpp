// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/grouping/groupingstore.h"

#include "storage/grouping/groupingexchange.h"
#include "storage/grouping/groupingreads.h"
#include "storage/grouping/regrouper.h"
#include "storage/sql/statement.h"
#include "storage/storeread.h"
#include "storage/tables/articletable.h"
#include "storage/tables/redirects.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

/// Changes kept beyond the saved state, for another program that reads the same desk.
static constexpr qint64 mostRegrouped = 50'000;

Result<QList<GroupingAct>> GroupingStore::regroup(const QList<GroupingAct>& acts, const EditContext& context)
{
    WriteScope scope(m_store, d);
    Regrouper regrouper(*d.connection, scope.now(), context);
    for (const GroupingAct& act : acts)
        regrouper.apply(act);
    regrouper.finish();
    scope.notices().changed(regrouper.changed());
    scope.notices().countsMoved(); // of outlets, feeds, and scores that the move outdates
    return scope.commit().map([&] { return regrouper.inverse(); });
}

Result<QList<MergeSuggestion>> GroupingStore::suggestionsFor(StoryId story) const
{
    return readResult(d, [&] { return GroupingReads(*d.connection).suggestionsFor(story); });
}

Result<QList<MergeSuggestion>> GroupingStore::suggestions(int most) const
{
    return readResult(d, [&] { return GroupingReads(*d.connection).suggestions(most); });
}

Result<QList<StoryId>> GroupingStore::apartFrom(StoryId story) const
{
    return readResult(d, [&] { return GroupingReads(*d.connection).apartFrom(story); });
}

std::optional<StoryId> GroupingStore::redirectOf(StoryId story) const
{
    return readOr(d, [&] { return Redirects(*d.connection).of(story); });
}

Result<SharedGrouping> GroupingStore::shared() const
{
    return readResult(d, [&] { return GroupingExchange(*d.connection).read(); });
}

std::optional<StoryId> GroupingStore::storyOf(ArticleId article) const
{
    return readOr(d, [&] { return ArticleTable(*d.connection).storyOf(article); });
}

Result<KeptApart> GroupingStore::keptApart() const
{
    return readResult(d, [&] { return GroupingReads(*d.connection).keptApart(); });
}

Result<qint64> GroupingStore::lastRegrouped() const
{
    return readResult(d, [&] { return GroupingReads(*d.connection).lastRegrouped(); });
}

Result<Regrouped> GroupingStore::regroupedSince(qint64 seq) const
{
    return readResult(d, [&] { return GroupingReads(*d.connection).regroupedSince(seq); });
}

Result<QUuid> GroupingStore::stateStamp() const
{
    return readResult(d, [&] {
        Statement row(*d.connection, u"SELECT stamp FROM grouping_state"_s);
        return row.next() ? row.uuid(0) : QUuid();
    });
}

Result<void> GroupingStore::setStateStamp(const QUuid& stamp, qint64 seq, const QDateTime& since)
{
    WriteScope scope(m_store, d);
    Statement(*d.connection,
              u"INSERT INTO grouping_state (one, stamp) VALUES (1, ?) "
              "ON CONFLICT DO UPDATE SET stamp = excluded.stamp"_s,
              stamp)
        .run();
    Statement(*d.connection, u"DELETE FROM regrouped WHERE seq <= ?"_s, seq - mostRegrouped).run();
    Statement(*d.connection, u"DELETE FROM merge_suggestion WHERE at < ?"_s, since).run();
    return scope.commit();
}

} // namespace Scoredesk
