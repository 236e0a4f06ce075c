// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/feedjson.h"

#include <QJsonArray>
#include <QTimeZone>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

void put(QJsonObject& object, QLatin1StringView key, const QString& value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

void put(QJsonObject& object, QLatin1StringView key, const QDateTime& value)
{
    if (value.isValid())
        object.insert(key, value.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s));
}

void put(QJsonObject& object, QLatin1StringView key, const QStringList& values)
{
    if (!values.isEmpty())
        object.insert(key, QJsonArray::fromStringList(values));
}

void putPeople(QJsonObject& object, const QList<FeedPerson>& people)
{
    QJsonArray all;
    for (const FeedPerson& person : people) {
        QJsonObject one;
        put(one, "name"_L1, person.name);
        put(one, "email"_L1, person.email);
        put(one, "url"_L1, person.url);
        all.append(one);
    }
    if (people.isEmpty())
        return;
    object.insert("authors"_L1, all);
    QStringList names;
    for (const FeedPerson& person : people)
        names += person.name.isEmpty() ? person.email : person.name;
    names.removeAll(QString()); // known by an address alone
    put(object, "author"_L1, names.join(", "_L1));
}

QJsonObject itemToJson(const FeedItem& item)
{
    QJsonObject object;
    put(object, "id"_L1, item.id);
    object.insert("title"_L1, item.title);
    put(object, "link"_L1, item.link);
    put(object, "published"_L1, item.published);
    put(object, "updated"_L1, item.updated);
    putPeople(object, item.authors);
    put(object, "summary_html"_L1, item.summary.html);
    put(object, "content_html"_L1, item.content.html);
    put(object, "categories"_L1, item.categories);
    put(object, "comments"_L1, item.comments);
    put(object, "language"_L1, item.language);
    QJsonArray enclosures;
    for (const FeedEnclosure& enclosure : item.enclosures) {
        QJsonObject one;
        put(one, "url"_L1, enclosure.url);
        put(one, "type"_L1, enclosure.type);
        if (enclosure.length >= 0)
            put(one, "length"_L1, QString::number(enclosure.length));
        enclosures.append(one);
    }
    if (!enclosures.isEmpty())
        object.insert("enclosures"_L1, enclosures);
    return object;
}

QJsonObject head(const QString& format, const QString& version, const QString& encoding,
                 const QStringList& warnings)
{
    QJsonObject object{{"ok"_L1, true}, {"format"_L1, format}};
    put(object, "version"_L1, version);
    put(object, "encoding"_L1, encoding);
    put(object, "warnings"_L1, warnings);
    return object;
}

} // namespace

QJsonObject feedToJson(const Feed& feed)
{
    QJsonObject object = head(feed.format, feed.version, feed.encoding, feed.warnings);
    QJsonObject about;
    about.insert("title"_L1, feed.title);
    put(about, "description"_L1, feed.description.html);
    put(about, "link"_L1, feed.link);
    put(about, "feed_url"_L1, feed.feedUrl);
    put(about, "id"_L1, feed.id);
    put(about, "language"_L1, feed.language);
    put(about, "updated"_L1, feed.updated);
    put(about, "published"_L1, feed.published);
    put(about, "image"_L1, feed.image);
    put(about, "categories"_L1, feed.categories);
    putPeople(about, feed.authors);
    object.insert("feed"_L1, about);
    QJsonArray items;
    for (const FeedItem& item : feed.items)
        items.append(itemToJson(item));
    object.insert("items"_L1, items);
    return object;
}

QJsonObject outlineToJson(const Outline& outline)
{
    QJsonObject object = head(u"opml"_s, outline.version, outline.encoding, outline.warnings);
    put(object, "title"_L1, outline.title);
    QJsonArray feeds;
    for (const OutlineFeed& feed : outline.feeds) {
        QJsonObject one;
        put(one, "title"_L1, feed.title);
        put(one, "xml_url"_L1, feed.xmlUrl);
        put(one, "html_url"_L1, feed.htmlUrl);
        one.insert("path"_L1, QJsonArray::fromStringList(feed.path));
        feeds.append(one);
    }
    object.insert("outline"_L1, feeds);
    return object;
}

QJsonObject pageToJson(const PageMetadata& page)
{
    QJsonObject object = head(u"html"_s, {}, page.encoding, {});
    QJsonArray feeds;
    for (const DiscoveredFeed& feed : page.feeds) {
        QJsonObject one;
        put(one, "url"_L1, feed.url);
        put(one, "title"_L1, feed.title);
        put(one, "type"_L1, feed.type);
        feeds.append(one);
    }
    object.insert("discovered"_L1, feeds);
    QJsonObject about;
    put(about, "title"_L1, page.title);
    put(about, "link"_L1, page.url);
    put(about, "description"_L1, page.description);
    put(about, "site_name"_L1, page.siteName);
    put(about, "author"_L1, page.author);
    put(about, "image"_L1, page.image);
    put(about, "language"_L1, page.language);
    put(about, "published"_L1, page.published);
    put(about, "updated"_L1, page.updated);
    put(about, "section"_L1, page.section);
    put(about, "keywords"_L1, page.keywords);
    object.insert("page"_L1, about);
    return object;
}

QJsonObject parseErrorToJson(const QString& message)
{
    return {{"ok"_L1, false}, {"error"_L1, message}};
}

} // namespace Scoredesk
