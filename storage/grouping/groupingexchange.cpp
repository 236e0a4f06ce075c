// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/grouping/groupingexchange.h"

#include "storage/sql/statement.h"
#include "storage/tables/redirects.h"
#include "storage/tables/storytable.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

// Stories that are here, and those of which it is known what they became.
static const QString everStory = u"(SELECT id, uuid FROM story UNION SELECT story_id, uuid FROM redirect)"_s;

SharedGrouping::Pairs GroupingExchange::readPairs(const QString& sql) const
{
    SharedGrouping::Pairs pairs;
    Statement row(m_connection, sql);
    while (row.next())
        pairs.append({row.uuid(0), row.uuid(1)});
    return pairs;
}

SharedGrouping GroupingExchange::read() const
{
    SharedGrouping grouping;
    // The smaller number stands first, and numbers differ from desk to desk: here the smaller UUID does.
    grouping.apart =
        readPairs(u"SELECT min(s.uuid, o.uuid), max(s.uuid, o.uuid) FROM story_apart p JOIN %1 s ON s.id = "
                  "p.story_id JOIN %1 o ON o.id = p.other_id ORDER BY 1, 2"_s.arg(everStory));
    grouping.out =
        readPairs(u"SELECT a.uuid, s.uuid FROM article_out p JOIN article a ON a.id = p.article_id "
                  "JOIN %1 s ON s.id = p.story_id ORDER BY 1, 2"_s.arg(everStory));
    grouping.redirects =
        readPairs(u"SELECT r.uuid, s.uuid FROM redirect r JOIN %1 s ON s.id = r.into_id ORDER BY 1, 2"_s.arg(
            everStory));
    Statement row(m_connection,
                  u"SELECT min(s.uuid, o.uuid), max(s.uuid, o.uuid), p.score, p.words, p.at FROM "
                  "merge_suggestion p JOIN story s ON s.id = p.story_id JOIN story o ON o.id = p.other_id "
                  "ORDER BY 1, 2"_s);
    while (row.next())
        grouping.suggestions.append({row.uuid(0), row.uuid(1), row.real(2).value_or(0),
                                     row.text(3).split(u' ', Qt::SkipEmptyParts), row.time(4)});
    return grouping;
}

std::optional<StoryId> GroupingExchange::storyOf(const QUuid& uuid, const QHash<QUuid, StoryId>& came) const
{
    if (const auto here = came.constFind(uuid); here != came.constEnd())
        return *here;
    return StoryTable(m_connection).withUuid(uuid);
}

std::optional<StoryId> GroupingExchange::everStoryOf(const QUuid& uuid,
                                                     const QHash<QUuid, StoryId>& came) const
{
    if (const auto here = storyOf(uuid, came))
        return here;
    Statement row(m_connection, u"SELECT story_id FROM redirect WHERE uuid = ?"_s, uuid);
    return row.next() ? std::optional(row.id<StoryId>(0)) : std::nullopt;
}

// A number that no story has or will have.
StoryId GroupingExchange::numberOfNone()
{
    Statement next(m_connection, u"UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'story'"_s);
    if (!next.run())
        return noStory;
    if (next.changes() == 0)
        Statement(m_connection, u"INSERT INTO sqlite_sequence (name, seq) VALUES ('story', 1)"_s).run();
    Statement row(m_connection, u"SELECT seq FROM sqlite_sequence WHERE name = 'story'"_s);
    return row.next() ? row.id<StoryId>(0) : noStory;
}

// A chain of merges may name its links in any order, so all starts are known before the first is led on.
void GroupingExchange::bringRedirects(const SharedGrouping::Pairs& redirects,
                                      const QHash<QUuid, StoryId>& came, DeskPartsReceipt& receipt)
{
    Redirects table(m_connection);
    QHash<QUuid, StoryId> gone;
    for (const auto& [story, into] : redirects)
        if (!everStoryOf(story, came))
            gone.insert(story, numberOfNone());
    for (const auto& [story, into] : redirects) {
        const auto from = gone.contains(story) ? gone.value(story) : came.value(story, noStory);
        const auto target =
            gone.contains(into) ? gone.value(into) : everStoryOf(into, came).value_or(noStory);
        if (from == noStory || target == noStory || from == target || table.next(from))
            continue;
        // A story that came under another UUID is known to nobody by the old one.
        const auto here = StoryTable(m_connection).read(from);
        const QUuid uuid = here ? here->uuid : story;
        if (Statement(m_connection, u"SELECT 1 FROM redirect WHERE uuid = ?"_s, uuid).next())
            continue;
        table.set(from, uuid, target);
        receipt.redirects.append(from);
    }
}

void GroupingExchange::bringSuggestion(const SharedSuggestion& suggestion, const QHash<QUuid, StoryId>& came,
                                       const QDateTime& now, DeskPartsReceipt& receipt)
{
    const auto story = storyOf(suggestion.story, came);
    const auto other = storyOf(suggestion.other, came);
    if (!story || !other || *story == *other)
        return;
    const auto [first, second] = std::minmax(*story, *other);
    Statement row(m_connection,
                  u"INSERT OR IGNORE INTO merge_suggestion (story_id, other_id, score, words, at) "
                  "VALUES (?, ?, ?, ?, ?)"_s,
                  first, second, suggestion.score, suggestion.words.join(u' '),
                  suggestion.at.isValid() ? suggestion.at : now);
    if (row.run() && row.changes() > 0)
        receipt.suggestions.append({first, second});
}

void GroupingExchange::bring(const SharedGrouping& grouping, const QHash<QUuid, StoryId>& came,
                             const QDateTime& now, DeskPartsReceipt& receipt)
{
    bringRedirects(grouping.redirects, came, receipt);
    for (const auto& [one, another] : grouping.apart) {
        const auto story = everStoryOf(one, came);
        const auto other = everStoryOf(another, came);
        if (!story || !other || *story == *other)
            continue;
        const auto [first, second] = std::minmax(*story, *other);
        Statement row(m_connection, u"INSERT OR IGNORE INTO story_apart (story_id, other_id) VALUES (?, ?)"_s,
                      first, second);
        if (row.run() && row.changes() > 0)
            receipt.apart.append({first, second});
    }
    for (const auto& [article, story] : grouping.out) {
        const auto id = everStoryOf(story, came);
        if (!id)
            continue;
        Statement row(m_connection,
                      u"INSERT OR IGNORE INTO article_out (article_id, story_id) "
                      "SELECT id, ? FROM article WHERE uuid = ?"_s,
                      *id, article);
        if (!row.run() || row.changes() == 0)
            continue;
        Statement known(m_connection, u"SELECT id FROM article WHERE uuid = ?"_s, article);
        if (known.next())
            receipt.out.append({known.id<ArticleId>(0), *id});
    }
    for (const SharedSuggestion& suggestion : grouping.suggestions)
        bringSuggestion(suggestion, came, now, receipt);
}

void GroupingExchange::takeBack(const DeskPartsReceipt& receipt)
{
    for (const auto& [story, other] : receipt.apart)
        Statement(m_connection, u"DELETE FROM story_apart WHERE story_id = ? AND other_id = ?"_s, story,
                  other)
            .run();
    for (const auto& [article, story] : receipt.out)
        Statement(m_connection, u"DELETE FROM article_out WHERE article_id = ? AND story_id = ?"_s, article,
                  story)
            .run();
    for (const StoryId story : receipt.redirects)
        Redirects(m_connection).end(story);
    for (const auto& [story, other] : receipt.suggestions)
        Statement(m_connection, u"DELETE FROM merge_suggestion WHERE story_id = ? AND other_id = ?"_s, story,
                  other)
            .run();
}

} // namespace Scoredesk
