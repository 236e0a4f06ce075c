// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/quotationtable.h"

#include "storage/sql/statement.h"
#include "storage/tables/nametables.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

static const auto selectQuotations =
    u"SELECT q.uuid, q.dimension, q.article_uuid, q.position, q.words, a.name, q.at FROM quotation q "
    "JOIN analyst a ON a.id = q.analyst_id WHERE q.story_id = ? "_s;

static Quotation quotationAt(const Statement& row)
{
    return {row.uuid(0), row.text(1), row.uuid(2), row.small(3), row.text(4), row.text(5), row.time(6)};
}

QList<Quotation> QuotationTable::ofStory(StoryId story) const
{
    QList<Quotation> found;
    // By time first: one that an undo brought back has a later row number.
    Statement row(m_connection, selectQuotations + u"ORDER BY q.at, q.id"_s, story);
    while (row.next())
        found.append(quotationAt(row));
    return found;
}

std::optional<Quotation> QuotationTable::find(StoryId story, const QUuid& uuid) const
{
    Statement row(m_connection, selectQuotations + u"AND q.uuid = ?"_s, story, uuid);
    return row.next() ? std::optional(quotationAt(row)) : std::nullopt;
}

bool QuotationTable::hasUuid(const QUuid& uuid) const
{
    return Statement(m_connection, u"SELECT 1 FROM quotation WHERE uuid = ?"_s, uuid).next();
}

void QuotationTable::insert(StoryId story, const Quotation& quotation)
{
    Statement(m_connection,
              u"INSERT INTO quotation (uuid, story_id, dimension, article_uuid, position, words, analyst_id, "
              "at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
              quotation.uuid, story, quotation.dimension, quotation.article, quotation.position,
              quotation.words, AnalystTable(m_connection).ensure(quotation.analyst), quotation.at)
        .run();
}

void QuotationTable::remove(const QUuid& uuid)
{
    Statement(m_connection, u"DELETE FROM quotation WHERE uuid = ?"_s, uuid).run();
}

} // namespace Scoredesk
