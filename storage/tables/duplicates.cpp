// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/duplicates.h"

#include "storage/sql/statement.h"
#include "storage/tables/fulltext.h"
#include "storage/tables/headlinewords.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr double likely = 0.6; // of all the words of two headlines, how many both have
static constexpr int mostCandidates = 200;

// Headlines that share enough words share at least one of any few of them; the longest are likely the rarest.
static QStringList telling(const QString& headline)
{
    const QStringList words = longestWords(headline);
    return words.mid(0, qsizetype(double(words.size()) * (1 - likely)) + 1);
}

QString likelyDuplicate(Connection& connection, StoryId id)
{
    Statement own(connection, u"SELECT headline, headline_key, link_key FROM story WHERE id = ?"_s, id);
    if (!own.next())
        return {};
    const QString headline = own.text(0);
    const QString key = own.text(1);
    Statement link(
        connection,
        u"SELECT headline FROM story WHERE link_key = ? AND link_key <> '' AND id <> ? AND stage <> 3 "
        "ORDER BY id DESC LIMIT 1"_s,
        own.text(2), id);
    if (link.next())
        return link.text(0);

    const QSet<QString> words = headlineWords(headline);
    const QString match = anyOf(telling(headline));
    if (match.isEmpty())
        return {};
    // A story that nobody wrote on is found by the titles of its articles.
    Statement other(
        connection,
        u"SELECT s.headline, s.headline_key FROM (SELECT id FROM (SELECT rowid AS id FROM story_search "
        "WHERE story_search MATCH ? ORDER BY rowid DESC LIMIT ?) UNION SELECT story_id FROM (SELECT "
        "a.story_id "
        "FROM article_search f CROSS JOIN article a ON a.id = f.rowid WHERE article_search MATCH ? "
        "ORDER BY f.rowid DESC LIMIT ?)) found CROSS JOIN story s ON s.id = found.id "
        "WHERE s.id <> ? AND s.stage <> 3 ORDER BY s.id DESC"_s,
        u"headline : "_s + match, mostCandidates, u"title : "_s + match, mostCandidates, id);
    while (other.next()) {
        if (other.text(1) == key)
            return other.text(0);
        const QSet<QString> theirs = headlineWords(other.text(0));
        const auto shared = std::count_if(words.begin(), words.end(),
                                          [&theirs](const QString& word) { return theirs.contains(word); });
        const auto all = words.size() + theirs.size() - shared;
        // Two words in common of three are a coincidence, not an event.
        if (words.size() >= 4 && theirs.size() >= 4 && double(shared) >= likely * double(all))
            return other.text(0);
    }
    return {};
}

} // namespace Scoredesk
