// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queue/queuesql.h"

#include "storage/tables/leadingcard.h"

#include <QStringList>

namespace Scoredesk {

using namespace Qt::StringLiterals;

std::optional<Stage> stageOf(QueueView::Kind kind)
{
    switch (kind) {
    case QueueView::Kind::Incoming:
        return Stage::Incoming;
    case QueueView::Kind::Shortlist:
        return Stage::Shortlisted;
    case QueueView::Kind::Ready:
        return Stage::Ready;
    case QueueView::Kind::Spiked:
        return Stage::Spiked;
    case QueueView::Kind::All:
    case QueueView::Kind::Unscored:
    case QueueView::Kind::Outdated:
        break;
    }
    return std::nullopt;
}

static QString keyColumn(const QueueShape& shape)
{
    switch (shape.order) {
    case QueueView::Order::Impact:
        // What is unscored has none to be ordered by.
        return shape.kind == QueueView::Kind::Unscored ? u"s.sort_at"_s : u"s.impact_key"_s;
    case QueueView::Order::LastChanged:
        return u"s.changed_at"_s;
    default:
        return u"s.sort_at"_s;
    }
}

/// As the partial indexes have it.
static QString partialTerm(QueueView::Kind kind)
{
    switch (kind) {
    case QueueView::Kind::Unscored:
        return u"s.scored_at IS NULL AND s.stage <> 3"_s;
    case QueueView::Kind::Outdated:
        return u"s.scored_at < s.evidence_at AND s.stage <> 3"_s;
    default:
        return {};
    }
}

QString queuePageSql(const QueueShape& shape)
{
    const QString key = keyColumn(shape);
    QStringList terms;
    // Where a category is asked too, its index is the narrower one; "+" keeps SQLite from the stage's.
    if (stageOf(shape.kind))
        terms.append(shape.oneCategory ? u"+s.stage = ?"_s : u"s.stage = ?"_s);
    if (const QString partial = partialTerm(shape.kind); !partial.isEmpty())
        terms.append(partial);
    if (shape.oneCategory)
        terms.append(u"s.category_id = ?"_s);
    if (shape.part == QueuePart::Ties)
        terms.append(u"%1 = ? AND s.id < ?"_s.arg(key));
    else if (shape.part == QueuePart::Below)
        terms.append(u"%1 < ?"_s.arg(key));
    QString sql = u"SELECT s.id, %1 FROM story s"_s.arg(key);
    if (!terms.isEmpty())
        sql += u" WHERE "_s + terms.join(u" AND "_s);
    return sql + u" ORDER BY %1 DESC, s.id DESC LIMIT ?"_s.arg(key);
}

SqlPiece viewCondition(const QueueView& view, qint64 category)
{
    QList<SqlPiece> pieces;
    // A story is looked at because something else led to it: no index of its own row is to be walked.
    if (const auto stage = stageOf(view.kind))
        pieces.append({u"+s.stage = ?"_s, {int(*stage)}});
    if (const QString partial = partialTerm(view.kind); !partial.isEmpty())
        pieces.append({u'(' + partial + u')', {}});
    if (!view.category.isEmpty())
        pieces.append({u"+s.category_id = ?"_s, {category}});
    if (view.feed != FeedId{})
        pieces.append({u"EXISTS (SELECT 1 FROM article a WHERE a.story_id = s.id AND +a.feed_id = ?)"_s,
                       {number(view.feed)}});
    if (view.outlet != OutletId{})
        pieces.append({u"EXISTS (SELECT 1 FROM article a WHERE a.outlet_id = ? AND a.story_id = s.id)"_s,
                       {number(view.outlet)}});
    if (view.addedAfter.isValid())
        pieces.append({u"+s.added_at > ?"_s, {view.addedAfter.toMSecsSinceEpoch()}});
    return joinedSql(pieces, u" AND "_s);
}

/// The stories of a view without a search that an index leads to; none where that would be all.
static std::optional<SqlPiece> viewCandidates(const QueueView& view)
{
    if (view.feed != FeedId{})
        return SqlPiece{u"SELECT DISTINCT story_id AS id FROM article WHERE feed_id = ?"_s,
                        {number(view.feed)}};
    if (view.outlet != OutletId{})
        return SqlPiece{u"SELECT DISTINCT story_id AS id FROM article WHERE outlet_id = ?"_s,
                        {number(view.outlet)}};
    if (view.addedAfter.isValid())
        return SqlPiece{u"SELECT id FROM story WHERE added_at > ?"_s, {view.addedAfter.toMSecsSinceEpoch()}};
    return std::nullopt;
}

/// What a gathered view is ordered by, the greatest first.
static SqlPiece keyOf(const QueueView& view, bool isRanked)
{
    switch (view.order) {
    case QueueView::Order::Impact:
        return {u"s.impact_key"_s, {}};
    case QueueView::Order::LastChanged:
        return {u"s.changed_at"_s, {}};
    case QueueView::Order::Coverage:
        return {u"s.outlets"_s, {}};
    case QueueView::Order::Dimension:
        return {
            u"CASE WHEN s.scored_at IS NULL THEN -1 ELSE coalesce((SELECT v.tenths FROM card_cell v WHERE "
            "v.dimension = ? AND v.kind = 2 AND v.card_id = %1), -1) END"_s.arg(leadingCardSql(u"s.id"_s)),
            {view.dimension}};
    case QueueView::Order::Relevance:
        // bm25() is negative, and the less the better; whole numbers page exactly.
        if (isRanked)
            return {u"CAST(-1e9 * f.rank AS INTEGER)"_s, {}};
        break;
    case QueueView::Order::Newest:
        break;
    }
    return {u"s.sort_at"_s, {}};
}

SqlPiece gatheredSql(const QueueView& view, qint64 category, const QuerySql::Found& found,
                     const QueueCursor& after, int most)
{
    const auto candidates = found.candidates ? found.candidates : viewCandidates(view);
    const SqlPiece key = keyOf(view, found.isRanked);
    const SqlPiece where = joinedSql({viewCondition(view, category), found.condition}, u" AND "_s);
    SqlPiece piece;
    if (candidates) {
        piece.sql = u"WITH f AS MATERIALIZED ("_s + candidates->sql + u") "_s;
        piece.values += candidates->values;
    }
    piece.sql += u"SELECT id, key FROM (SELECT s.id AS id, "_s + key.sql + u" AS key FROM "_s +
                 (candidates ? u"f CROSS JOIN story s ON s.id = f.id"_s : u"story s"_s);
    piece.values += key.values;
    if (!where.isEmpty()) {
        piece.sql += u" WHERE "_s + where.sql;
        piece.values += where.values;
    }
    piece.sql += u')';
    if (!after.atStart) {
        piece.sql += u" WHERE (key, id) < (?, ?)"_s;
        piece.values += QList<QVariant>{after.key, number(after.id)};
    }
    piece.sql += u" ORDER BY key DESC, id DESC LIMIT ?"_s;
    piece.values.append(most);
    return piece;
}

SqlPiece queueMatchingSql(const QueueView& view, qint64 category, const SqlPiece& search,
                          const QString& idArray)
{
    const SqlPiece where = joinedSql({viewCondition(view, category), search}, u" AND "_s);
    SqlPiece piece{u"SELECT s.id FROM json_each(?) j CROSS JOIN story s ON s.id = j.value"_s, {idArray}};
    if (!where.isEmpty()) {
        piece.sql += u" WHERE "_s + where.sql;
        piece.values += where.values;
    }
    return piece;
}

QString queueRowsSql()
{
    return u"SELECT s.id, s.headline, s.source, c.name, s.sort_at, s.vector, s.impact_low, s.impact_high, "
           u"s.trust, "
           "s.stated, s.outlets, s.tier_one, s.stage, s.stage_before, s.spike_reason, s.unread, "
           "s.changed_at, "
           "s.origins, s.first_at, s.last_at "
           "FROM json_each(?) j CROSS JOIN story s ON s.id = j.value LEFT JOIN category c ON c.id = s.category_id"_s;
}

} // namespace Scoredesk
