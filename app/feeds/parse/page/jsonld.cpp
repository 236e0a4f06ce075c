// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/page/jsonld.h"

#include "app/feeds/parse/dates/dateparser.h"
#include "app/feeds/parse/html/plaintext.h"
#include "app/feeds/parse/text/qtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t longestScript = 1024UL * 1024;
constexpr int deepest = 8;

bool isArticleType(const QString& type)
{
    return type.endsWith("Article"_L1) || type.endsWith("BlogPosting"_L1) ||
           type.endsWith("SocialMediaPosting"_L1) || type.endsWith("/Report"_L1) || type == "Report"_L1 ||
           type.endsWith("Review"_L1);
}

bool isArticle(const QJsonObject& object)
{
    const QJsonValue type = object["@type"_L1];
    if (type.isString())
        return isArticleType(type.toString());
    for (const QJsonValue each : type.toArray()) {
        if (isArticleType(each.toString()))
            return true;
    }
    return false;
}

/// The first article among an object, a list, or what they hold.
QJsonObject findArticle(const QJsonValue& value, int depth)
{
    if (depth > deepest)
        return {};
    if (value.isArray()) {
        for (const QJsonValue each : value.toArray()) {
            QJsonObject found = findArticle(each, depth + 1);
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    QJsonObject object = value.toObject();
    if (isArticle(object))
        return object;
    for (const QLatin1StringView key : {"@graph"_L1, "mainEntity"_L1, "itemListElement"_L1, "item"_L1}) {
        QJsonObject found = object.contains(key) ? findArticle(object[key], depth + 1) : QJsonObject();
        if (!found.isEmpty())
            return found;
    }
    return {};
}

QString lineOf(const QJsonValue& value)
{
    return toQString(plainTextOfMaybeHtml(value.toString().toStdString()));
}

/// The text of a value, or what its object calls itself; of a list all, with commas.
QString nameOf(const QJsonValue& value, QLatin1StringView key)
{
    if (value.isArray()) {
        QStringList names;
        for (const QJsonValue each : value.toArray()) {
            const QString name = each.isArray() ? QString() : nameOf(each, key);
            if (!name.isEmpty() && !names.contains(name) && names.size() < 20)
                names.append(name);
        }
        return names.join(", "_L1);
    }
    return value.isObject() ? lineOf(value.toObject()[key]) : lineOf(value);
}

QString firstAddress(const QJsonValue& value)
{
    if (value.isArray())
        return value.toArray().isEmpty() ? QString() : firstAddress(value.toArray().first());
    if (!value.isObject())
        return value.toString().trimmed();
    const QJsonObject object = value.toObject();
    return object[object.contains("url"_L1) ? "url"_L1 : "@id"_L1].toString().trimmed();
}

/// The JSON without what hides it from old browsers.
QByteArray unwrapped(std::string_view script)
{
    const std::size_t start = script.find_first_of("{[");
    if (start == std::string_view::npos)
        return {};
    std::size_t from = start;
    // "//<![CDATA[" opens with a bracket of its own.
    const std::size_t cdata = script.find("<![CDATA[");
    if (cdata != std::string_view::npos && cdata < start)
        from = script.find_first_of("{[", cdata + 9);
    if (from == std::string_view::npos)
        return {};
    const char closing = script[from] == '{' ? '}' : ']';
    std::size_t end = script.rfind("]]>");
    if (cdata == std::string_view::npos || end == std::string_view::npos || end < from)
        end = script.size();
    end = script.rfind(closing, end - 1);
    if (end == std::string_view::npos || end < from)
        return {};
    return QByteArray(script.data() + from, static_cast<qsizetype>(end + 1 - from));
}

} // namespace

std::optional<PageMetadata> articleFromJsonLd(std::string_view script)
{
    if (script.size() > longestScript)
        return std::nullopt;
    QByteArray json = unwrapped(script);
    QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isNull()) {
        for (char& c : json) {
            if (static_cast<unsigned char>(c) < 0x20)
                c = ' ';
        }
        document = QJsonDocument::fromJson(json);
    }
    const QJsonObject article =
        findArticle(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), 0);
    if (article.isEmpty())
        return std::nullopt;
    PageMetadata page;
    page.title = lineOf(article["headline"_L1]);
    if (page.title.isEmpty())
        page.title = lineOf(article["name"_L1]);
    page.description = lineOf(article["description"_L1]);
    page.url = firstAddress(article["mainEntityOfPage"_L1]);
    if (!page.url.startsWith("http"_L1))
        page.url = firstAddress(article["url"_L1]);
    page.author = nameOf(article["author"_L1], "name"_L1);
    page.siteName = nameOf(article["publisher"_L1], "name"_L1);
    page.image = firstAddress(article["image"_L1]);
    page.language = article["inLanguage"_L1].toString();
    page.section = nameOf(article["articleSection"_L1], "name"_L1);
    page.published = parseFeedDate(article["datePublished"_L1].toString().toStdString());
    page.updated = parseFeedDate(article["dateModified"_L1].toString().toStdString());
    const QString keywords = nameOf(article["keywords"_L1], "name"_L1);
    for (const QString& keyword : keywords.split(u',', Qt::SkipEmptyParts)) {
        if (!keyword.trimmed().isEmpty() && page.keywords.size() < 50)
            page.keywords.append(keyword.trimmed());
    }
    return page;
}

} // namespace Scoredesk
