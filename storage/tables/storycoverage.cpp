// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/storycoverage.h"

#include "storage/domain/keys.h"
#include "storage/domain/lead.h"
#include "storage/domain/lede.h"
#include "storage/sql/statement.h"
#include "storage/tables/articletable.h"
#include "storage/tables/historytable.h"
#include "storage/tables/storytable.h"

#include <tuple>

namespace Scoredesk {

using namespace Qt::StringLiterals;

StoryCoverage::StoryCoverage(Connection& connection, const QDateTime& now, const QString& analyst)
    : m_connection(connection), m_now(now), m_analyst(analyst)
{
}

void StoryCoverage::refresh(StoryId story)
{
    const StoryTable stories(m_connection);
    const Coverage before = stories.coverage(story);
    ArticleTable(m_connection).refreshCoverage(story);
    if (const Coverage after = stories.coverage(story); after != before)
        HistoryTable(m_connection)
            .insert(story, {m_now, m_analyst, StoryField::Coverage, {}, {}, toText(before), toText(after)});
    followLead(story);
}

// As leadOf() of lead.h: best tier, then earliest, those of doubtful times last, then longest. Only where two
// are equal in the first are texts measured, which reads them.
ArticleId StoryCoverage::leadOf(StoryId story) const
{
    QList<ArticleId> best;
    {
        static const QString sql =
            u"SELECT a.id, CASE WHEN o.tier BETWEEN 1 AND 3 THEN o.tier ELSE 4 END AS rank, %1 AS at, "
            "coalesce(a.published_is_guess OR a.published_at < %2 "
            "OR a.published_at < a.fetched_at - 604800000, 0) AS doubtful FROM article a "
            "LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.story_id = ? "
            "ORDER BY rank, doubtful, at, a.id LIMIT 10"_s.arg(seenAtSql())
                .arg(earliestPublication().toMSecsSinceEpoch());
        Statement row(m_connection, sql, story);
        std::tuple<qint64, qint64, qint64> first;
        while (row.next()) {
            const std::tuple rank(row.integer(1), row.integer(3), row.integer(2));
            if (best.isEmpty())
                first = rank;
            else if (rank != first)
                break;
            best.append(row.id<ArticleId>(0));
        }
    }
    if (best.size() < 2)
        return best.value(0);
    qint64 longest = -1;
    ArticleId lead{};
    for (const ArticleId id : std::as_const(best)) {
        Statement row(m_connection, u"SELECT length(text) FROM article WHERE id = ?"_s, id);
        if (row.next() && row.integer(0) > longest) {
            longest = row.integer(0);
            lead = id;
        }
    }
    return lead;
}

void StoryCoverage::followLead(StoryId story)
{
    {
        Statement row(m_connection, u"SELECT touched FROM story WHERE id = ?"_s, story);
        if (!row.next() || row.flag(0))
            return;
    }
    const ArticleId lead = leadOf(story);
    Article article;
    QString source;
    {
        Statement row(m_connection,
                      u"SELECT a.title, substr(a.text, 1, 4000), a.link, coalesce(o.name, '') FROM article a "
                      "LEFT JOIN outlet o ON o.id = a.outlet_id WHERE a.id = ?"_s,
                      lead);
        if (!row.next())
            return;
        article.title = row.text(0);
        article.text = row.text(1);
        article.link = row.text(2);
        source = row.text(3);
    }
    // In one statement with `leading`, by which the search index tells it from words that somebody wrote.
    const QString headline = headlineFrom(article);
    Statement(
        m_connection,
        u"UPDATE story SET headline = ?, headline_key = ?, summary = ?, source = ?, link = ?, link_key = ?, "
        "leading = ? WHERE id = ? AND leading IS NOT ?"_s,
        headline, headlineKey(headline), ledeOf(article.text), source, article.link, linkKey(article.link),
        lead, story, lead)
        .run();
}

} // namespace Scoredesk
