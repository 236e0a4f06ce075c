// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/tallies.h"

#include "storage/sql/statement.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

/// What the triggers should have counted: scope, key, n.
static const QString realTallies =
    u"SELECT 'all', 0, count(*) FROM story UNION ALL "
    "SELECT 'stage', stage, count(*) FROM story GROUP BY stage UNION ALL "
    "SELECT 'unscored', 0, count(*) FROM story WHERE scored_at IS NULL AND stage <> 3 UNION ALL "
    "SELECT 'outdated', 0, count(*) FROM story WHERE scored_at < evidence_at AND stage <> 3 UNION ALL "
    "SELECT 'category', category_id, count(*) FROM story WHERE category_id IS NOT NULL GROUP BY category_id "
    "UNION ALL SELECT 'feed', a.feed_id, count(*) FROM article a JOIN story s ON s.id = a.story_id "
    "WHERE s.stage = 0 AND a.feed_id IS NOT NULL GROUP BY a.feed_id "
    "UNION ALL SELECT 'outlet', a.outlet_id, count(*) FROM article a JOIN story s ON s.id = a.story_id "
    "WHERE s.stage = 0 AND a.outlet_id IS NOT NULL GROUP BY a.outlet_id"_s;

QStringList wrongTallies(Connection& connection)
{
    QStringList problems;
    Statement row(connection,
                  u"WITH real(scope, key, n) AS ("_s + realTallies +
                      u") SELECT r.scope, r.key, r.n, coalesce(t.n, 0) FROM real r LEFT JOIN tally t "
                      "ON t.scope = r.scope AND t.key = r.key WHERE r.n <> coalesce(t.n, 0) UNION ALL "
                      "SELECT t.scope, t.key, 0, t.n FROM tally t WHERE t.n <> 0 AND NOT EXISTS "
                      "(SELECT 1 FROM real r WHERE r.scope = t.scope AND r.key = t.key)"_s);
    while (row.next()) {
        const bool ofArticles = row.text(0) == "feed"_L1 || row.text(0) == "outlet"_L1;
        problems.append(u"The count kept for %1 %2 is %3, but there are %4 %5."_s.arg(
            row.text(0), row.text(1), row.text(3), row.text(2), ofArticles ? u"articles"_s : u"stories"_s));
    }
    return problems;
}

void recountTallies(Connection& connection)
{
    Statement(connection, u"DELETE FROM tally"_s).run();
    Statement(connection, u"INSERT INTO tally (scope, key, n) "_s + realTallies).run();
}

} // namespace Scoredesk
