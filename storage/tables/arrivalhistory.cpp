// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/arrivalhistory.h"

#include "storage/method/scorevector.h"
#include "storage/sql/statement.h"
#include "storage/tables/historytable.h"
#include "storage/tables/nametables.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

static Change about(const Article& article)
{
    Change change;
    change.field = StoryField::Article;
    change.dimension = article.uuid.toString(QUuid::WithoutBraces);
    QStringList words = {article.outlet.name, article.title.isEmpty() ? article.link : article.title};
    words.removeAll(QString());
    change.to = words.isEmpty() ? change.dimension : words.join(u": "_s);
    return change;
}

static Change about(const StorySignal& signal)
{
    Change change;
    change.field = StoryField::Signal;
    QStringList words = {signal.value ? QString::number(*signal.value, 'g', 12) : QString(), signal.kind,
                         signal.source, signal.note};
    words.removeAll(QString());
    change.to = words.join(u' ');
    return change;
}

static Change about(const Scorecard& card, const Method& method)
{
    Change change;
    change.field = StoryField::Card;
    change.card = card.analyst;
    change.to = card.methodKey == method.key ? toVector(method, card)
                                             : u"%1:%2"_s.arg(card.methodKey).arg(card.methodVersion);
    return change;
}

static Change gone(Change change)
{
    std::swap(change.from, change.to);
    return change;
}

void ArrivalHistory::came(StoryId story, const Article& article)
{
    record(story, about(article));
}

void ArrivalHistory::left(StoryId story, const Article& article)
{
    record(story, gone(about(article)));
}

void ArrivalHistory::allWent(StoryId from, StoryId into)
{
    // The words are those of about(), and the UUID is written as there.
    static const QString sql =
        u"WITH gone AS (SELECT a.id, coalesce(o.name, '') AS outlet, "
        "CASE a.title WHEN '' THEN a.link ELSE a.title END AS title, lower(hex(a.uuid)) AS h "
        "FROM article a LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.story_id = ?), "
        "told AS (SELECT id, substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || "
        "substr(h, 17, 4) || '-' || substr(h, 21) AS uuid, "
        "outlet || CASE WHEN outlet <> '' AND title <> '' THEN ': ' ELSE '' END || title AS words FROM gone) "
        "INSERT INTO change (story_id, at, analyst_id, gesture, field, dimension, card, old, new) "
        "SELECT ?, ?, ?, 0, ?, uuid, '', CASE WHEN ? THEN w ELSE '' END, CASE WHEN ? THEN '' ELSE w END "
        "FROM (SELECT id, uuid, CASE words WHEN '' THEN uuid ELSE words END AS w FROM told) ORDER BY id"_s;
    const qint64 analyst = AnalystTable(m_connection).ensure(m_analyst);
    for (const bool leaves : {true, false})
        Statement(m_connection, sql, from, leaves ? from : into, m_now, analyst,
                  fieldName(StoryField::Article), leaves, leaves)
            .run();
}

void ArrivalHistory::came(StoryId story, const StorySignal& signal)
{
    record(story, about(signal));
}

void ArrivalHistory::left(StoryId story, const StorySignal& signal)
{
    record(story, gone(about(signal)));
}

void ArrivalHistory::came(StoryId story, const Scorecard& card, const Method& method)
{
    record(story, about(card, method));
}

void ArrivalHistory::left(StoryId story, const Scorecard& card, const Method& method)
{
    record(story, gone(about(card, method)));
}

void ArrivalHistory::record(StoryId story, Change change)
{
    change.at = m_now;
    change.analyst = m_analyst;
    HistoryTable(m_connection).insert(story, change);
}

} // namespace Scoredesk
