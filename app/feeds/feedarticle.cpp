// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/feedarticle.h"

namespace Scoredesk {

namespace {

constexpr qint64 clocksDiffer = 24LL * 60 * 60;

QString namesOf(const QList<FeedPerson>& people)
{
    QStringList names;
    for (const FeedPerson& person : people)
        names += person.name.isEmpty() ? person.email : person.name;
    return names.join(QStringLiteral(", "));
}

} // namespace

Article articleFromItem(const FeedItem& item, const QDateTime& fetchedAt)
{
    Article article;
    const FeedBody& body = item.content.isEmpty() ? item.summary : item.content;
    article.title = item.title;
    article.text = body.text;
    article.html = body.raw;
    article.link = item.link;
    article.author = namesOf(item.authors);
    article.guid = item.identity;
    article.fetchedAt = fetchedAt;
    article.publishedIsGuess = !item.published.isValid() || item.published > fetchedAt.addSecs(clocksDiffer);
    article.publishedAt = article.publishedIsGuess ? fetchedAt : item.published;
    return article;
}

} // namespace Scoredesk
