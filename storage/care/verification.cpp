// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/verification.h"

#include "storage/sql/pragmas.h"
#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QStringList brokenReferences(Connection& connection)
{
    QStringList problems;
    Statement row(connection, u"PRAGMA foreign_key_check"_s);
    while (row.next() && problems.size() < 20)
        problems.append(u"Row %1 of %2 refers to a row of %3 that is not there."_s.arg(
            row.text(1), row.text(0), row.text(2)));
    return problems;
}

static QStringList wrongTallies(Connection& connection)
{
    QStringList problems;
    Statement row(
        connection,
        u"WITH real(scope, key, n) AS (SELECT 'all', 0, count(*) FROM story UNION ALL "
        "SELECT 'stage', stage, count(*) FROM story GROUP BY stage UNION ALL "
        "SELECT 'category', category_id, count(*) FROM story WHERE category_id IS NOT NULL "
        "GROUP BY category_id UNION ALL SELECT 'feed', a.feed_id, count(*) FROM article a "
        "JOIN story s ON s.id = a.story_id WHERE s.stage = 0 AND a.feed_id IS NOT NULL GROUP BY a.feed_id) "
        "SELECT r.scope, r.key, r.n, coalesce(t.n, 0) FROM real r LEFT JOIN tally t "
        "ON t.scope = r.scope AND t.key = r.key WHERE r.n <> coalesce(t.n, 0) UNION ALL "
        "SELECT t.scope, t.key, 0, t.n FROM tally t WHERE t.n <> 0 AND NOT EXISTS "
        "(SELECT 1 FROM real r WHERE r.scope = t.scope AND r.key = t.key)"_s);
    while (row.next())
        problems.append(u"The count kept for %1 %2 is %3, but there are %4 %5."_s.arg(
            row.text(0), row.text(1), row.text(3), row.text(2),
            row.text(0) == "feed"_L1 ? u"articles"_s : u"stories"_s));
    return problems;
}

static QStringList wrongCoverage(Connection& connection)
{
    QStringList problems;
    Statement row(
        connection,
        u"SELECT s.id, s.articles, count(a.id) FROM story s LEFT JOIN article a ON a.story_id = s.id "
        "GROUP BY s.id HAVING s.articles <> count(a.id) LIMIT 20"_s);
    while (row.next())
        problems.append(
            u"Story %1 counts %2 articles, but has %3."_s.arg(row.text(0), row.text(1), row.text(2)));
    return problems;
}

QStringList verifySearch(Connection& connection)
{
    QStringList problems;
    for (const QString& index : {u"story_search"_s, u"article_search"_s}) {
        Statement(connection, u"INSERT INTO %1 (%1, rank) VALUES ('integrity-check', 1)"_s.arg(index)).run();
        if (const auto failure = connection.takeFailure())
            problems.append(u"The search index %1 does not agree with the desk's words."_s.arg(index));
    }
    return problems;
}

Result<QStringList> verifyDesk(Connection& connection)
{
    QStringList problems;
    for (const QString& line : integrityCheck(connection))
        problems.append(u"SQLite reports: %1."_s.arg(line.simplified()));
    problems += brokenReferences(connection);
    problems += wrongTallies(connection);
    problems += wrongCoverage(connection);
    if (const auto failure = connection.takeFailure())
        problems.append(failure->message); // damage that stops a check is what was looked for
    if (!connection.isReadOnly())
        problems += verifySearch(connection);
    return problems;
}

} // namespace Scoredesk
