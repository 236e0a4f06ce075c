// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/comparables.h"

#include "storage/sql/statement.h"
#include "storage/tables/headlinewords.h"
#include "storage/tables/nametables.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

// The newest cards of the analyst that judge the dimension, however many stories the desk has between them:
// that takes some milliseconds.
static constexpr int mostCandidates = 600;
// "of the in" tells nothing, and is in every headline.
static constexpr qsizetype shortestWord = 4;

namespace {

struct Found {
    Comparable comparable;
    double likeness = 0; ///< of all the words of both headlines, how many both have
};

} // namespace

static QSet<QString> tellingWords(QSet<QString> words)
{
    words.removeIf([](const QString& word) { return word.size() < shortestWord; });
    return words;
}

static double likenessOf(const QSet<QString>& one, const QSet<QString>& other)
{
    const auto shared =
        std::count_if(one.begin(), one.end(), [&other](const QString& word) { return other.contains(word); });
    const auto all = one.size() + other.size() - shared;
    return all > 0 ? double(shared) / double(all) : 0;
}

// By card_by_analyst, whose entries of one analyst stand in the order of the cards.
QString comparablesSql()
{
    return u"SELECT s.id, s.headline, v.kind, v.tenths, s.sort_at FROM card c "
           "CROSS JOIN card_cell v ON v.card_id = c.id AND v.dimension = ? AND v.kind > 0 "
           "CROSS JOIN story s ON s.id = c.story_id WHERE c.analyst_id = ? AND s.id <> ? "
           "AND NOT (s.stage = 3 AND EXISTS (SELECT 1 FROM redirect r WHERE r.story_id = s.id)) "
           "ORDER BY c.id DESC LIMIT ?"_s;
}

QList<Comparable> readComparables(Connection& connection, StoryId story, const QString& dimension,
                                  const QString& analyst, int most)
{
    QString headline;
    {
        Statement own(connection, u"SELECT headline FROM story WHERE id = ?"_s, story);
        if (own.next())
            headline = own.text(0);
    }
    const QSet<QString> words = headlineWords(headline);
    const QSet<QString> telling = tellingWords(words);
    if (telling.isEmpty())
        return {};
    // One that was merged away is the same event as the one that took it in, not one like it.
    Statement row(connection, comparablesSql(), dimension, AnalystTable(connection).find(analyst), story,
                  mostCandidates);
    QList<Found> found;
    while (row.next()) {
        const QSet<QString> others = headlineWords(row.text(1));
        if (!others.intersects(telling))
            continue;
        const Score value = row.small(2) == 1 ? Score::notApplicable() : Score::fromTenths(row.small(3));
        found.append({{row.id<StoryId>(0), row.text(1), value, row.time(4)}, likenessOf(words, others)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.likeness > b.likeness; });
    QList<Comparable> comparables;
    for (const Found& one : std::as_const(found))
        if (comparables.size() < most)
            comparables.append(one.comparable);
    return comparables;
}

} // namespace Scoredesk
