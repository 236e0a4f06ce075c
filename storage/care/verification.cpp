// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/verification.h"

#include "storage/care/tallies.h"
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
