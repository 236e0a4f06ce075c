// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/json/jsonfeed.h"

#include "app/feeds/parse/dates/dateparser.h"
#include "app/feeds/parse/html/plaintext.h"
#include "app/feeds/parse/map/itemmapper.h"
#include "app/feeds/parse/map/people.h"
#include "app/feeds/parse/map/textconstruct.h"
#include "app/feeds/parse/text/qtext.h"
#include "app/feeds/parse/text/weburl.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QJsonValue& value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 17);
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.toString().trimmed();
}

QString lineOf(const QJsonValue& value)
{
    return toQString(plainTextOfMaybeHtml(textOf(value).toStdString()));
}

QDateTime dateOf(const QJsonValue& value)
{
    return parseFeedDate(textOf(value).toStdString());
}

/// Reads one JSON Feed; knows the base of its addresses, and where it was fetched from.
class JsonFeedReader {
public:
    JsonFeedReader(const std::string& base, const std::string& home) : m_base(base), m_home(home) {}

    Feed read(const QJsonObject& object) const;

private:
    QString addressOf(const QJsonValue& value) const;
    QList<FeedPerson> peopleOf(const QJsonObject& object) const;
    QStringList tagsOf(const QJsonValue& value) const;
    FeedItem readItem(const QJsonObject& object) const;

    std::string m_base;
    std::string m_home;
};

QString JsonFeedReader::addressOf(const QJsonValue& value) const
{
    const std::string address = WebUrl::cleaned(textOf(value).toStdString());
    const std::string whole = address.empty() ? address : WebUrl::resolve(m_base, address);
    return WebUrl::isActive(whole) ? QString() : toQString(whole);
}

QList<FeedPerson> JsonFeedReader::peopleOf(const QJsonObject& object) const
{
    QList<FeedPerson> people;
    const auto add = [&](const QJsonValue& value) {
        if (value.isObject()) {
            const QJsonObject person = value.toObject();
            addPerson(people,
                      {lineOf(person["name"_L1]), textOf(person["email"_L1]), addressOf(person["url"_L1])});
        } else {
            addPerson(people, personFromText(textOf(value).toStdString()));
        }
    };
    if (object["authors"_L1].isObject())
        add(object["authors"_L1]);
    for (const QJsonValue author : object["authors"_L1].toArray()) {
        if (people.size() >= mostPeople)
            break;
        add(author);
    }
    if (object.contains("author"_L1)) // of version 1.0, and of those who keep it beside the list
        add(object["author"_L1]);
    return people;
}

QStringList JsonFeedReader::tagsOf(const QJsonValue& value) const
{
    QStringList tags;
    if (!value.isArray())
        return textOf(value).isEmpty() ? tags : QStringList{textOf(value)};
    for (const QJsonValue tag : value.toArray()) {
        const QString text = lineOf(tag);
        if (!text.isEmpty() && !tags.contains(text) && tags.size() < 200)
            tags.append(text);
    }
    return tags;
}

FeedItem JsonFeedReader::readItem(const QJsonObject& object) const
{
    FeedItem item;
    item.id = textOf(object["id"_L1]);
    item.title = lineOf(object["title"_L1]);
    item.link = addressOf(object["url"_L1]);
    if (item.link.isEmpty())
        item.link = addressOf(object["external_url"_L1]);
    if (item.link.isEmpty() && WebUrl::isHttp(item.id.toStdString()))
        item.link = item.id;
    item.language = textOf(object["language"_L1]);
    item.published = dateOf(object["date_published"_L1]);
    item.updated = dateOf(object["date_modified"_L1]);
    item.authors = peopleOf(object);
    item.categories = tagsOf(object["tags"_L1]);
    const std::string html = textOf(object["content_html"_L1]).toStdString();
    item.content = html.empty() ? bodyOfText(textOf(object["content_text"_L1]).toStdString())
                                : bodyOfHtml(html, m_base, m_home);
    item.summary = bodyOfText(textOf(object["summary"_L1]).toStdString());
    for (const QJsonValue value : object["attachments"_L1].toArray()) {
        const QJsonObject attachment = value.toObject();
        FeedEnclosure enclosure;
        enclosure.url = addressOf(attachment["url"_L1]);
        enclosure.type = textOf(attachment["mime_type"_L1]);
        const double bytes = attachment["size_in_bytes"_L1].toDouble(-1);
        if (bytes >= 0 && bytes < 1e15)
            enclosure.length = static_cast<qint64>(bytes);
        addEnclosure(item.enclosures, enclosure);
    }
    if (!item.published.isValid())
        item.published = item.updated;
    item.identity = identityOf(item);
    nameUntitled(item);
    return item;
}

Feed JsonFeedReader::read(const QJsonObject& object) const
{
    Feed feed;
    feed.format = u"json"_s;
    const QString version = textOf(object["version"_L1]);
    feed.version = version.mid(version.lastIndexOf(u'/') + 1);
    feed.title = lineOf(object["title"_L1]);
    feed.link = addressOf(object["home_page_url"_L1]);
    feed.feedUrl = addressOf(object["feed_url"_L1]);
    feed.language = textOf(object["language"_L1]);
    feed.image = addressOf(object["icon"_L1]);
    if (feed.image.isEmpty())
        feed.image = addressOf(object["favicon"_L1]);
    feed.description = bodyOfText(textOf(object["description"_L1]).toStdString());
    feed.authors = peopleOf(object);
    for (const QJsonValue value : object["items"_L1].toArray()) {
        if (!value.isObject() || feed.items.size() >= static_cast<qsizetype>(mostFeedItems))
            continue;
        feed.items.append(readItem(value.toObject()));
        if (feed.items.back().authors.isEmpty())
            feed.items.back().authors = feed.authors;
    }
    return feed;
}

} // namespace

Result<Feed> parseJsonFeed(std::string_view utf8, const std::string& address, const std::string& home)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(
        QByteArray::fromRawData(utf8.data(), static_cast<qsizetype>(utf8.size())), &error);
    if (document.isNull())
        return fail(
            QCoreApplication::translate("Feeds", "This is not valid JSON: %1.").arg(error.errorString()),
            ErrorCode::InvalidInput);
    const QJsonObject object = document.object();
    const bool named = textOf(object["version"_L1]).contains("jsonfeed"_L1);
    if (!named && !object["items"_L1].isArray())
        return fail(QCoreApplication::translate("Feeds", "This is JSON, but not a feed."),
                    ErrorCode::InvalidInput);
    Feed feed = JsonFeedReader(address, home).read(object);
    if (!named)
        feed.warnings += u"It does not say which version of JSON Feed it is."_s;
    return feed;
}

} // namespace Scoredesk
