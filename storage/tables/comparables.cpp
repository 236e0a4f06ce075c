// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/comparables.h"

#include "storage/sql/statement.h"
#include "storage/tables/fulltext.h"
#include "storage/tables/headlinewords.h"
#include "storage/tables/nametables.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

// Of the newest that share a word so many are looked at: however common the word, that takes a few
// milliseconds at most.
static constexpr int mostCandidates = 400;
static constexpr int mostWords = 6;
// "of the in" tells nothing, and is in every headline.
static constexpr qsizetype shortestWord = 4;

namespace {

struct Found {
    Comparable comparable;
    double likeness = 0; ///< of all the words of both headlines, how many both have
};

} // namespace

static QString matchOf(const QString& headline)
{
    QStringList words = longestWords(headline);
    words.removeIf([](const QString& word) { return word.size() < shortestWord; });
    return anyOf(words.mid(0, mostWords));
}

static double likenessOf(const QSet<QString>& one, const QSet<QString>& other)
{
    const auto shared =
        std::count_if(one.begin(), one.end(), [&other](const QString& word) { return other.contains(word); });
    const auto all = one.size() + other.size() - shared;
    return all > 0 ? double(shared) / double(all) : 0;
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
    const QString match = matchOf(headline);
    if (match.isEmpty())
        return {};
    // A story that nobody wrote on is found by the titles of its articles. One that was merged away is the
    // same event as the one that took it in, not one like it.
    Statement row(
        connection,
        u"SELECT s.id, s.headline, v.kind, v.tenths, s.sort_at FROM (SELECT id FROM (SELECT rowid AS id "
        "FROM story_search WHERE story_search MATCH ? ORDER BY rowid DESC LIMIT ?) UNION SELECT story_id "
        "FROM (SELECT a.story_id FROM article_search f CROSS JOIN article a ON a.id = f.rowid "
        "WHERE article_search MATCH ? ORDER BY f.rowid DESC LIMIT ?)) found "
        "CROSS JOIN card c ON c.story_id = found.id AND c.analyst_id = ? "
        "CROSS JOIN card_cell v ON v.card_id = c.id AND v.dimension = ? AND v.kind > 0 "
        "CROSS JOIN story s ON s.id = c.story_id WHERE s.id <> ? AND NOT (s.stage = 3 AND EXISTS "
        "(SELECT 1 FROM redirect r WHERE r.story_id = s.id)) ORDER BY s.id DESC"_s,
        u"headline : "_s + match, mostCandidates, u"title : "_s + match, mostCandidates,
        AnalystTable(connection).find(analyst), dimension, story);
    const QSet<QString> words = headlineWords(headline);
    QList<Found> found;
    while (row.next()) {
        const Score value = row.small(2) == 1 ? Score::notApplicable() : Score::fromTenths(row.small(3));
        found.append({{row.id<StoryId>(0), row.text(1), value, row.time(4)},
                      likenessOf(words, headlineWords(row.text(1)))});
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
