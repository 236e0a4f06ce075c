// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/duplicates.h"

#include "storage/domain/keys.h"
#include "storage/sql/statement.h"
#include "storage/tables/fulltext.h"

#include <QSet>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr double likely = 0.6; // of all the words of two headlines, how many both have
static constexpr int mostCandidates = 200;

// "4.0" stays one word, as two lone digits would say little.
static QSet<QString> wordSet(const QString& headline)
{
    const QStringList words = headline.split(u' ', Qt::SkipEmptyParts);
    QSet<QString> keys;
    for (const QString& word : words)
        if (const QString key = headlineKey(word); !key.isEmpty())
            keys.insert(key);
    return keys;
}

// Headlines that share enough words share at least one of any few of them; the longest are likely the rarest.
static QStringList telling(const QString& headline)
{
    QStringList words = wordsOf(headline);
    words.removeDuplicates();
    std::stable_sort(words.begin(), words.end(),
                     [](const QString& a, const QString& b) { return a.size() > b.size(); });
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

    const QSet<QString> words = wordSet(headline);
    const QString match = anyInHeadline(telling(headline));
    if (match.isEmpty())
        return {};
    Statement other(
        connection,
        u"SELECT s.headline, s.headline_key FROM story_search f CROSS JOIN story s ON s.id = f.rowid "
        "WHERE story_search MATCH ? AND s.id <> ? AND s.stage <> 3 ORDER BY f.rowid DESC LIMIT ?"_s,
        match, id, mostCandidates);
    while (other.next()) {
        if (other.text(1) == key)
            return other.text(0);
        const QSet<QString> theirs = wordSet(other.text(0));
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
