// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/queuesql.h"

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
        break;
    }
    return std::nullopt;
}

static QString keyColumn(const QueueShape& shape)
{
    if (shape.search)
        return u"s.sort_at"_s;
    switch (shape.order) {
    case QueueView::Order::Impact:
        return u"s.impact_key"_s;
    case QueueView::Order::LastChanged:
        return u"s.changed_at"_s;
    case QueueView::Order::Newest:
        break;
    }
    return u"s.sort_at"_s;
}

static QStringList viewTerms(const QueueShape& shape)
{
    QStringList terms;
    // Where a category is asked too, its index is the narrower one; "+" keeps SQLite from the stage's.
    if (shape.oneStage)
        terms.append(shape.oneCategory || shape.search ? u"+s.stage = ?"_s : u"s.stage = ?"_s);
    if (shape.oneCategory)
        terms.append(shape.search ? u"+s.category_id = ?"_s : u"s.category_id = ?"_s);
    return terms;
}

QString queuePageSql(const QueueShape& shape)
{
    const QString key = keyColumn(shape);
    QStringList terms = viewTerms(shape);
    switch (shape.part) {
    case QueuePart::Start:
        break;
    case QueuePart::Ties:
        terms.append(u"%1 = ? AND s.id < ?"_s.arg(key));
        break;
    case QueuePart::Below:
        terms.append(u"%1 < ?"_s.arg(key));
        break;
    case QueuePart::After:
        terms.append(u"(+%1, +s.id) < (?, ?)"_s.arg(key));
        break;
    }
    QString sql = u"SELECT s.id, %1 FROM story s"_s.arg(key);
    // Which words occur is asked first: what is found is few, and is then put in order.
    if (shape.search)
        sql = u"SELECT s.id, %1 FROM (SELECT rowid AS id FROM story_search WHERE story_search MATCH ? UNION "
              "SELECT a.story_id FROM article_search f CROSS JOIN article a ON a.id = f.rowid "
              "WHERE article_search MATCH ?) found CROSS JOIN story s ON s.id = found.id"_s.arg(key);
    if (!terms.isEmpty())
        sql += u" WHERE "_s + terms.join(u" AND "_s);
    return sql + u" ORDER BY %1 DESC, s.id DESC LIMIT ?"_s.arg(key);
}

QString queueMatchingSql(const QueueShape& shape)
{
    QString sql = u"SELECT s.id FROM json_each(?) j CROSS JOIN story s ON s.id = j.value WHERE 1"_s;
    if (shape.oneStage)
        sql += u" AND +s.stage = ?"_s;
    if (shape.oneCategory)
        sql += u" AND +s.category_id = ?"_s;
    if (shape.search)
        sql += u" AND (EXISTS (SELECT 1 FROM story_search WHERE rowid = s.id AND story_search MATCH ?) OR "
               "EXISTS (SELECT 1 FROM article a CROSS JOIN article_search f ON f.rowid = a.id "
               "WHERE a.story_id = s.id AND article_search MATCH ?))"_s;
    return sql;
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
