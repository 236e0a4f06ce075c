// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/queuereads.h"

#include "storage/sql/statement.h"
#include "storage/tables/fulltext.h"
#include "storage/tables/idlist.h"
#include "storage/tables/nametables.h"
#include "storage/tables/queuesql.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

/// A view with its words and names looked up.
struct Asked {
    QueueShape shape;
    std::optional<Stage> stage;
    qint64 category = 0;
    QString match;
    bool nothing = false; ///< no story can be in it

    void bindView(Statement& statement) const
    {
        if (shape.oneStage)
            statement.bind(*stage);
        if (shape.oneCategory)
            statement.bind(category);
    }
    void bindMatch(Statement& statement) const
    {
        if (shape.search)
            statement.bind(match).bind(match);
    }
};

} // namespace

static Asked askedBy(Connection& connection, const QueueView& view)
{
    Asked asked;
    asked.stage = stageOf(view.kind);
    asked.shape.order = view.order;
    asked.shape.oneStage = asked.stage.has_value();
    asked.shape.oneCategory = !view.category.isEmpty();
    asked.shape.search = !view.search.trimmed().isEmpty();
    if (asked.shape.oneCategory)
        asked.category = CategoryTable(connection).find(view.category);
    if (asked.shape.search)
        asked.match = matchExpression(view.search);
    asked.nothing =
        (asked.shape.oneCategory && asked.category == 0) || (asked.shape.search && asked.match.isEmpty());
    return asked;
}

QueuePage QueueReads::page(const QueueView& view, const QueueCursor& after, int most) const
{
    QueuePage page;
    page.next = after;
    Asked asked = askedBy(m_connection, view);
    if (asked.nothing || most <= 0)
        return page;
    QList<QueuePart> parts = {QueuePart::Start};
    if (!after.atStart)
        parts = asked.shape.search ? QList{QueuePart::After} : QList{QueuePart::Ties, QueuePart::Below};
    for (const QueuePart part : std::as_const(parts)) {
        asked.shape.part = part;
        Statement row(m_connection, queuePageSql(asked.shape));
        asked.bindMatch(row);
        asked.bindView(row);
        if (part != QueuePart::Start)
            row.bind(after.key);
        if (part == QueuePart::Ties || part == QueuePart::After)
            row.bind(after.id);
        row.bind(most - page.ids.size() + 1); // one more tells whether there is more
        while (!page.more && row.next()) {
            if (page.ids.size() == most) {
                page.more = true;
                break;
            }
            page.ids.append(row.id<StoryId>(0));
            page.next = {row.integer(1), page.ids.last(), false};
        }
        if (page.more)
            break;
    }
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

QList<StoryId> QueueReads::matching(const QueueView& view, const QList<StoryId>& ids) const
{
    QList<StoryId> found;
    const Asked asked = askedBy(m_connection, view);
    if (asked.nothing || ids.isEmpty())
        return found;
    Statement row(m_connection, queueMatchingSql(asked.shape), toJsonArray(ids));
    asked.bindView(row);
    asked.bindMatch(row);
    while (row.next())
        found.append(row.id<StoryId>(0));
    return found;
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
    }
    return counts;
}

} // namespace Scoredesk
