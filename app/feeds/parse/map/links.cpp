// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/map/links.h"

#include "app/feeds/parse/map/textconstruct.h"
#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/qtext.h"
#include "app/feeds/parse/text/weburl.h"

#include <algorithm>
#include <charconv>

namespace Scoredesk {

namespace {

std::string absolute(std::string_view address, const std::string& base)
{
    const std::string clean = WebUrl::cleaned(address);
    std::string whole = clean.empty() ? clean : WebUrl::resolve(base, clean);
    return WebUrl::isActive(whole) ? std::string() : whole;
}

} // namespace

std::string addressOf(const XmlElement& element, const std::string& base)
{
    const std::string within = baseWithin(element, base);
    std::string address = element.trimmedText();
    if (address.empty())
        address = element.attribute("href");
    if (address.empty())
        address = element.attribute("resource", Space::Rdf);
    if (address.empty())
        address = element.attribute("url");
    return absolute(address, within);
}

std::string absoluteId(const std::string& id, const std::string& base)
{
    return id.starts_with('/') ? WebUrl::resolve(base, id) : id;
}

FeedEnclosure enclosureOf(const XmlElement& element, const std::string& base)
{
    FeedEnclosure enclosure;
    std::string address = element.attribute("url");
    if (address.empty())
        address = element.attribute("href");
    if (address.empty())
        address = element.attribute("resource", Space::Rdf);
    enclosure.url = toQString(absolute(address, baseWithin(element, base)));
    enclosure.type = toQString(element.attribute("type"));
    std::string length = element.attribute("length");
    if (length.empty())
        length = element.attribute("fileSize");
    qint64 bytes = 0;
    const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), bytes);
    if (error == std::errc() && end == length.data() + length.size() && bytes >= 0)
        enclosure.length = bytes;
    return enclosure;
}

void addEnclosure(QList<FeedEnclosure>& enclosures, const FeedEnclosure& enclosure)
{
    constexpr qsizetype most = 200;
    const bool known = std::any_of(enclosures.begin(), enclosures.end(),
                                   [&](const FeedEnclosure& other) { return other.url == enclosure.url; });
    if (!enclosure.url.isEmpty() && !known && enclosures.size() < most)
        enclosures.append(enclosure);
}

void Links::add(const XmlElement& link, const std::string& base)
{
    const std::string href = link.attribute("href");
    std::string rel = Ascii::lowered(link.attribute("rel"));
    if (href.empty() || (link.space() != Space::Atom && rel.empty())) {
        m_page.replace(1, addressOf(link, base));
        return;
    }
    constexpr std::string_view registry = "http://www.iana.org/assignments/relation/";
    if (rel.starts_with(registry))
        rel.erase(0, registry.size());
    const std::string address = absolute(href, baseWithin(link, base));
    const std::string type = Ascii::lowered(link.attribute("type"));
    if (rel.empty() || rel == "alternate") {
        const bool page = type.empty() || type.find("html") != std::string::npos;
        m_page.offer(page ? 3 : 4, address);
    } else if (rel == "self") {
        m_self.offer(0, address);
    } else if (rel == "replies") {
        m_replies.offer(type.find("html") != std::string::npos ? 0 : 1, address);
    } else if (rel == "enclosure") {
        addEnclosure(m_enclosures, enclosureOf(link, base));
    } else if (rel == "related" || rel == "via") {
        m_page.offer(9, address);
    }
}

} // namespace Scoredesk
