// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/lead.h"

#include <algorithm>
#include <tuple>

namespace Scoredesk {

QDateTime earliestPublication()
{
    static const QDateTime earliest = QDateTime::fromSecsSinceEpoch(631'152'000, Qt::UTC);
    return earliest;
}

QDateTime seenAt(const Article& article)
{
    return article.publishedAt.isValid() && article.publishedAt >= earliestPublication() ? article.publishedAt
                                                                                         : article.fetchedAt;
}

// A time that no feed can have meant, or that is long before the article came, may be wrong.
static bool isDoubtful(const Article& article)
{
    return article.publishedIsGuess || article.publishedAt < earliestPublication() ||
           (article.fetchedAt.isValid() && article.publishedAt < article.fetchedAt.addDays(-7));
}

static auto rank(const Article& article)
{
    const int tier = article.outlet.tier;
    return std::tuple(tier >= 1 && tier <= 3 ? tier : 4, article.publishedAt.isValid() && isDoubtful(article),
                      seenAt(article), -article.text.size(), article.id);
}

const Article* leadOf(const QList<Article>& articles)
{
    const auto lead = std::min_element(articles.begin(), articles.end(),
                                       [](const Article& a, const Article& b) { return rank(a) < rank(b); });
    return lead == articles.end() ? nullptr : &*lead;
}

const Article* leadOf(const Dossier& story)
{
    if (story.story.leadArticle)
        for (const Article& article : story.articles)
            if (article.uuid == *story.story.leadArticle)
                return &article;
    return leadOf(story.articles);
}

} // namespace Scoredesk
