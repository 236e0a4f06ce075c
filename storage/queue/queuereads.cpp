// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queue/queuereads.h"

#include "storage/queue/queuesql.h"
#include "storage/sql/statement.h"
#include "storage/tables/idlist.h"
#include "storage/tables/nametables.h"

#include <limits>

namespace Scoredesk {

using namespace Qt::StringLiterals;

QueueReads::Asked QueueReads::asked(const QueueView& view) const
{
    Asked asked;
    if (!view.category.isEmpty()) {
        asked.category = CategoryTable(m_connection).find(view.category);
        asked.isNothing = asked.category == 0;
    }
    if (view.search.trimmed().isEmpty())
        return asked;
    QueryTerms terms = m_terms;
    terms.isTyped = view.isTyped;
    if (auto query = readQuery(view.search, terms))
        asked.query = std::move(*query);
    else
        m_connection.fail(query.error());
    return asked;
}

/// Takes rows of id and key until the page is full.
static void fill(QueuePage& page, Statement& row, int most)
{
    while (!page.more && row.next()) {
        if (page.ids.size() == most) {
            page.more = true; // it was asked for one more, to tell
            break;
        }
        page.ids.append(row.id<StoryId>(0));
        page.next = {row.integer(1), page.ids.last(), false};
    }
}

static void bindAll(Statement& statement, const SqlPiece& piece)
{
    for (const QVariant& value : piece.values)
        statement.bindValue(value);
}

QueuePage QueueReads::page(const QueueView& view, const QueueCursor& after, int most) const
{
    QueuePage nothing;
    nothing.next = after;
    const Asked asked = this->asked(view);
    if (asked.isNothing || most <= 0 || m_connection.hasFailed())
        return nothing;
    return view.isIndexed() ? indexedPage(view, asked, after, most) : gatheredPage(view, asked, after, most);
}

QueuePage QueueReads::indexedPage(const QueueView& view, const Asked& asked, const QueueCursor& after,
                                  int most) const
{
    QueuePage page;
    page.next = after;
    QueueShape shape;
    shape.kind = view.kind;
    shape.order = view.order;
    shape.oneCategory = !view.category.isEmpty();
    const QList<QueuePart> parts =
        after.atStart ? QList{QueuePart::Start} : QList{QueuePart::Ties, QueuePart::Below};
    for (const QueuePart part : parts) {
        shape.part = part;
        Statement row(m_connection, queuePageSql(shape));
        if (const auto stage = stageOf(view.kind))
            row.bind(*stage);
        if (shape.oneCategory)
            row.bind(asked.category);
        if (part != QueuePart::Start)
            row.bind(after.key);
        if (part == QueuePart::Ties)
            row.bind(after.id);
        row.bind(most - page.ids.size() + 1);
        fill(page, row, most);
        if (page.more)
            break;
    }
    return page;
}

QueuePage QueueReads::gatheredPage(const QueueView& view, const Asked& asked, const QueueCursor& after,
                                   int most) const
{
    QueuePage page;
    page.next = after;
    QuerySql::Found found;
    if (asked.query)
        found = QuerySql(m_connection, view.analyst)
                    .found(*asked.query, view.order == QueueView::Order::Relevance);
    const int limit = most == std::numeric_limits<int>::max() ? most : most + 1;
    const SqlPiece piece = gatheredSql(view, asked.category, found, after, limit);
    Statement row(m_connection, piece.sql);
    bindAll(row, piece);
    fill(page, row, most);
    return page;
}

static QueueRow queueRowFrom(const Statement& row)
{
    QueueRow line;
    line.id = row.id<StoryId>(0);
    line.headline = row.text(1);
    line.source = row.text(2);
    line.category = row.text(3);
    line.sortedAt = row.time(4);
    line.vector = row.text(5);
    line.impactLow = row.real(6);
    line.impactHigh = row.real(7);
    line.trust = TrustVerdict(qBound(0, row.small(8), 3));
    line.stated = statedCoverageFromText(row.text(9)).value_or(StatedCoverage());
    line.outlets = row.small(10);
    line.tierOne = row.small(11);
    line.state = {Stage(qBound(0, row.small(12), 3)), row.text(14), Stage(qBound(0, row.small(13), 3))};
    line.unread = row.flag(15);
    line.changedAt = row.time(16);
    line.origins = row.small(17);
    line.firstSeen = row.time(18);
    line.lastSeen = row.time(19);
    return line;
}

QList<QueueRow> QueueReads::rows(const QList<StoryId>& ids) const
{
    QList<QueueRow> rows;
    rows.reserve(ids.size());
    static const QString sql = queueRowsSql();
    Statement row(m_connection, sql, toJsonArray(ids));
    while (row.next())
        rows.append(queueRowFrom(row));
    return rows;
}

QList<StoryId> QueueReads::matching(const QueueView& view, const QList<StoryId>& ids, SearchedFor words) const
{
    QList<StoryId> found;
    const Asked asked = this->asked(view);
    if (asked.isNothing || ids.isEmpty() || m_connection.hasFailed())
        return found;
    SqlPiece search;
    if (asked.query)
        search = QuerySql(m_connection, view.analyst).condition(*asked.query, words);
    const SqlPiece piece = queueMatchingSql(view, asked.category, search, toJsonArray(ids));
    Statement row(m_connection, piece.sql);
    bindAll(row, piece);
    while (row.next())
        found.append(row.id<StoryId>(0));
    return found;
}

int QueueReads::addedAfter(const QDateTime& time) const
{
    Statement row(m_connection, u"SELECT count(*) FROM story WHERE added_at > ?"_s, time);
    return row.next() ? row.small(0) : 0;
}

std::pair<qint64, qint64> QueueReads::judgedCounts() const
{
    Statement row(m_connection,
                  u"SELECT coalesce((SELECT n FROM tally WHERE scope = 'unscored' AND key = 0), 0), "
                  "coalesce((SELECT n FROM tally WHERE scope = 'outdated' AND key = 0), 0)"_s);
    return row.next() ? std::pair(row.integer(0), row.integer(1)) : std::pair<qint64, qint64>();
}

QueueCounts QueueReads::counts() const
{
    QueueCounts counts;
    Statement row(m_connection, u"SELECT t.scope, t.key, t.n, c.name FROM tally t LEFT JOIN category c "
                                "ON t.scope = 'category' AND c.id = t.key"_s);
    int* const stages[] = {&counts.incoming, &counts.shortlist, &counts.ready, &counts.spiked};
    while (row.next()) {
        const QString scope = row.text(0);
        const int n = row.small(2);
        if (scope == "all"_L1)
            counts.all = n;
        else if (scope == "stage"_L1 && row.integer(1) >= 0 && row.integer(1) < 4)
            *stages[row.integer(1)] = n;
        else if (scope == "category"_L1 && n > 0)
            counts.categories.insert(row.text(3), n);
        else if (scope == "unscored"_L1)
            counts.unscored = n;
        else if (scope == "outdated"_L1)
            counts.outdated = n;
        else if (scope == "feed"_L1 && n > 0)
            counts.feeds.insert(row.id<FeedId>(1), n);
        else if (scope == "outlet"_L1 && n > 0)
            counts.outlets.insert(row.id<OutletId>(1), n);
    }
    return counts;
}

} // namespace Scoredesk
