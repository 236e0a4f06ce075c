// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/parsefeed.h"

#include "app/feeds/parse/decode/decoder.h"
#include "app/feeds/parse/html/liverule.h"
#include "app/feeds/parse/json/jsonfeed.h"
#include "app/feeds/parse/map/feedmapper.h"
#include "app/feeds/parse/map/outlinemapper.h"
#include "app/feeds/parse/page/pageparser.h"
#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/qtext.h"
#include "app/feeds/parse/text/weburl.h"
#include "app/feeds/parse/xml/xmlbuilder.h"

#include <QCoreApplication>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("Feeds", text);
}

tl::unexpected<Error> tooLarge()
{
    return fail(say(QT_TRANSLATE_NOOP("Feeds", "This is larger than 32 MB; nothing of it was read.")),
                ErrorCode::InvalidInput);
}

/// What relative links are against; where it was fetched from does not change by it.
std::string baseAddress(const QString& address, const HttpHeaders& headers)
{
    const QByteArray location = headers.value("content-location");
    std::string from = WebUrl::cleaned(address.toStdString());
    if (location.isEmpty())
        return from;
    // A server has no say in that the text were of this machine or the network it is in.
    const std::string said = WebUrl::resolve(from, WebUrl::cleaned(viewOf(location)));
    return mayBeLive(said, from) ? said : from;
}

char firstCharacter(std::string_view text)
{
    for (const char c : text) {
        if (static_cast<unsigned char>(c) > 0x20)
            return c;
    }
    return '\0';
}

bool looksLikeHtml(std::string_view text)
{
    const std::string_view head = text.substr(0, 4096);
    return Ascii::findIgnoringCase(head, "<html") != std::string_view::npos ||
           Ascii::findIgnoringCase(head, "<!doctype html") != std::string_view::npos;
}

QStringList faults(const XmlDocument& document)
{
    QStringList warnings;
    if (document.faulty)
        warnings += u"It is not well-formed XML; what could be read was."_s;
    if (document.curtailed)
        warnings += u"It has more elements than are read; the rest was left out."_s;
    return warnings;
}

} // namespace

Result<Feed> parseFeed(QByteArrayView bytes, const QString& address, const HttpHeaders& headers)
{
    if (bytes.size() > largestDocument)
        return tooLarge();
    const DecodedText decoded = decodeText(viewOf(bytes), headers.value("content-type"), Markup::Xml);
    const std::string_view text = decoded.text();
    const char first = firstCharacter(text);
    if (first == '\0')
        return fail(say(QT_TRANSLATE_NOOP("Feeds", "This is empty.")), ErrorCode::InvalidInput);
    const std::string base = baseAddress(address, headers);
    const std::string home = WebUrl::cleaned(address.toStdString());
    Feed feed;
    if (first == '{' || first == '[') {
        Result<Feed> json = parseJsonFeed(text, base, home);
        if (!json)
            return json;
        feed = std::move(*json);
    } else {
        const XmlDocument document = XmlBuilder::build(text);
        std::optional<Feed> mapped = FeedMapper::map(document, base, home);
        if (!mapped) {
            return fail(looksLikeHtml(text)
                            ? say(QT_TRANSLATE_NOOP("Feeds", "This is a web page, not a feed."))
                            : say(QT_TRANSLATE_NOOP("Feeds", "This is neither RSS, Atom nor JSON Feed.")),
                        ErrorCode::InvalidInput);
        }
        feed = std::move(*mapped);
        feed.warnings += faults(document);
        feed.endsInItem = document.endsInItem && !document.curtailed;
    }
    feed.encoding = QString::fromLatin1(decoded.encoding);
    feed.warnings = decoded.warnings + feed.warnings;
    if (feed.feedUrl.isEmpty())
        feed.feedUrl = address;
    if (feed.link.isEmpty())
        feed.link = address;
    if (feed.title.isEmpty())
        feed.title = feed.link;
    if (feed.language.isEmpty())
        feed.language = QString::fromLatin1(headers.value("content-language").trimmed());
    return feed;
}

Result<Outline> parseOutline(QByteArrayView bytes, const HttpHeaders& headers)
{
    if (bytes.size() > largestDocument)
        return tooLarge();
    const DecodedText decoded = decodeText(viewOf(bytes), headers.value("content-type"), Markup::Xml);
    const XmlDocument document = XmlBuilder::build(decoded.text());
    std::optional<Outline> list = mapOutline(document);
    if (!list)
        return fail(say(QT_TRANSLATE_NOOP("Feeds", "This is not an OPML list.")), ErrorCode::InvalidInput);
    list->encoding = QString::fromLatin1(decoded.encoding);
    list->warnings = decoded.warnings + faults(document);
    return std::move(*list);
}

Result<PageMetadata> parsePage(QByteArrayView bytes, const QString& address, const HttpHeaders& headers)
{
    if (bytes.size() > largestDocument)
        return tooLarge();
    const DecodedText decoded = decodeText(viewOf(bytes), headers.value("content-type"), Markup::Html);
    PageMetadata page = parsePageText(decoded.text(), baseAddress(address, headers));
    page.encoding = QString::fromLatin1(decoded.encoding);
    return page;
}

} // namespace Scoredesk
