// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/feedarticle.h"

#include "storage/domain/lead.h"

#include <algorithm>

namespace Scoredesk {

namespace {

constexpr qint64 clocksDiffer = 24LL * 60 * 60;

/// Letters of all authors' names together.
constexpr qsizetype longestAuthors = 300;

QString namesOf(const QList<FeedPerson>& people)
{
    QString names;
    for (const FeedPerson& person : people) {
        const QString& name = person.name.isEmpty() ? person.email : person.name;
        if (name.isEmpty())
            continue; // known by an address alone
        if (!names.isEmpty() && names.size() + name.size() + 2 > longestAuthors)
            break;
        names += (names.isEmpty() ? QString() : QStringLiteral(", ")) + name;
    }
    return names;
}

/// What the desk keeps and finds again as it is: half a character, or the one that ends texts, comes back
/// from it as another.
QString validText(const QString& text)
{
    const auto isOdd = [](QChar c) { return c.isNull() || c.isSurrogate(); };
    if (std::none_of(text.begin(), text.end(), isOdd))
        return text;
    QString valid;
    valid.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            valid += c;
            valid += text.at(++i);
        } else if (c.isSurrogate()) {
            valid += QChar::ReplacementCharacter;
        } else if (!c.isNull()) {
            valid += c;
        }
    }
    return valid;
}

} // namespace

Article articleFromItem(const FeedItem& item, const QDateTime& fetchedAt)
{
    Article article;
    const FeedBody& body = item.content.isEmpty() ? item.summary : item.content;
    article.title = validText(item.title);
    article.text = validText(body.text);
    article.html = validText(body.raw);
    article.link = validText(item.link);
    article.author = validText(namesOf(item.authors));
    article.guid = validText(item.identity);
    if (article.guid.isEmpty())
        article.guid = article.link.isEmpty() ? article.title : article.link;
    article.fetchedAt = fetchedAt;
    article.publishedIsGuess = !item.published.isValid() || item.published < earliestPublication() ||
                               item.published > fetchedAt.addSecs(clocksDiffer);
    article.publishedAt = article.publishedIsGuess ? fetchedAt : item.published;
    return article;
}

} // namespace Scoredesk
