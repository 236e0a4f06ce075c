// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/map/outlinemapper.h"

#include "app/feeds/parse/html/plaintext.h"
#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/qtext.h"
#include "app/feeds/parse/text/weburl.h"

#include <initializer_list>

namespace Scoredesk {

namespace {

std::string firstOf(const XmlElement& outline, std::initializer_list<std::string_view> names)
{
    for (const std::string_view name : names) {
        std::string value = outline.attribute(name);
        if (!value.empty())
            return value;
    }
    return {};
}

QHash<QString, QString> extrasOf(const XmlElement& outline)
{
    QHash<QString, QString> extras;
    for (const std::string_view name : outline.attributeNames(Space::Other))
        extras.insert(toQString(Ascii::lowered(name)), toQString(outline.attribute(name, Space::Other)));
    return extras;
}

/// A folder that somebody mistyped has something in it; a note claims no type.
bool claimsToBeAFeed(const XmlElement& outline, const std::string& written)
{
    const std::string type = Ascii::lowered(outline.attribute("type"));
    return !outline.hasElements() && (!written.empty() || type == "rss" || type == "atom" || type == "feed");
}

void collect(const XmlElement& parent, const QStringList& path, Outline& list)
{
    for (XmlElement outline = parent.firstElement(); !outline.isNull(); outline = outline.nextElement()) {
        if (outline.name() != Name::Outline)
            continue;
        const QString title = toQString(collapsedSpace(firstOf(outline, {"title", "text", "description"})));
        const std::string written = WebUrl::cleaned(firstOf(outline, {"xmlUrl", "feedUrl"}));
        std::string address = written;
        if (WebUrl::isActive(address))
            address.clear();
        if (!address.empty()) {
            OutlineFeed feed;
            feed.xmlUrl = toQString(address);
            const std::string page = WebUrl::cleaned(firstOf(outline, {"htmlUrl", "url"}));
            feed.htmlUrl = WebUrl::isActive(page) ? QString() : toQString(page);
            feed.title = title.isEmpty() ? feed.xmlUrl : title;
            feed.path = path;
            feed.extras = extrasOf(outline);
            list.feeds.append(feed);
        } else if (claimsToBeAFeed(outline, written)) {
            list.faults.append({title, toQString(written), path});
        }
        // The builder bounds the depth, so that this recursion is bounded too.
        QStringList below = path;
        if (address.empty() && !title.isEmpty())
            below.append(title);
        collect(outline, below, list);
    }
}

} // namespace

std::optional<Outline> mapOutline(const XmlDocument& document)
{
    XmlElement root = XmlElement(document, 0).firstElement();
    while (!root.isNull() && root.name() != Name::Opml && root.name() != Name::Outline)
        root = root.nextElement();
    if (root.isNull())
        return std::nullopt;
    Outline list;
    list.version = toQString(root.attribute("version"));
    list.title = toQString(collapsedSpace(root.find(Name::Head).find(Name::Title).text()));
    if (root.name() == Name::Outline)
        root = root.parent();
    bool hasBody = false;
    for (XmlElement body = root.firstElement(); !body.isNull(); body = body.nextElement()) {
        if (body.name() != Name::Body)
            continue;
        hasBody = true;
        collect(body, {}, list);
    }
    if (!hasBody)
        collect(root, {}, list);
    return list;
}

} // namespace Scoredesk
