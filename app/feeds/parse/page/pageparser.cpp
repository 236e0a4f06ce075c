// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/page/pageparser.h"

#include "app/feeds/parse/dates/dateparser.h"
#include "app/feeds/parse/html/htmlscanner.h"
#include "app/feeds/parse/html/plaintext.h"
#include "app/feeds/parse/map/links.h"
#include "app/feeds/parse/page/jsonld.h"
#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/qtext.h"
#include "app/feeds/parse/text/references.h"
#include "app/feeds/parse/text/weburl.h"

#include <algorithm>
#include <array>
#include <optional>

namespace Scoredesk {

namespace {

constexpr qsizetype mostFeeds = 100;
constexpr qsizetype mostKeywords = 50;

/// Goes through a page once and gathers candidates for each field.
class PageReader {
public:
    explicit PageReader(const std::string& address) : m_address(address), m_base(address) {}

    PageMetadata read(std::string_view html);

private:
    void takeStart(const HtmlScanner& scanner);
    void takeLink(const HtmlScanner& scanner);
    void takeMeta(const HtmlScanner& scanner);
    void takeArticle(const PageMetadata& article);
    void takeDate(QDateTime& date, std::string_view text);
    std::string absolute(std::string_view address) const;

    std::string m_address;
    std::string m_base;
    PageMetadata m_page;
    std::optional<PageMetadata> m_article;
    Ranked m_title;
    Ranked m_url;
    Ranked m_description;
    Ranked m_author;
    Ranked m_image;
    bool m_inJsonLd = false;
    bool m_hasBase = false;
};

std::string attributeOf(const HtmlScanner& scanner, std::string_view name)
{
    for (const RawAttribute& attribute : scanner.attributes()) {
        if (Ascii::equalsIgnoringCase(attribute.name, name))
            return resolved(Ascii::trimmed(attribute.value), ReferenceRules::HtmlAttribute);
    }
    return {};
}

bool hasWord(std::string_view words, std::string_view word)
{
    while (!words.empty()) {
        words = Ascii::trimmed(words);
        std::size_t end = 0;
        while (end < words.size() && !Ascii::isSpace(words[end]))
            ++end;
        if (Ascii::equalsIgnoringCase(words.substr(0, end), word))
            return true;
        words.remove_prefix(end);
    }
    return false;
}

bool isFeedType(std::string_view type)
{
    constexpr std::array<std::string_view, 4> types{"application/rss+xml", "application/atom+xml",
                                                    "application/feed+json", "application/json"};
    const std::string_view bare = Ascii::trimmed(type.substr(0, type.find(';')));
    return std::any_of(types.begin(), types.end(),
                       [&](std::string_view known) { return Ascii::equalsIgnoringCase(known, bare); });
}

std::string PageReader::absolute(std::string_view address) const
{
    const std::string clean = WebUrl::cleaned(address);
    std::string whole = clean.empty() ? clean : WebUrl::resolve(m_base, clean);
    return WebUrl::isActive(whole) ? std::string() : whole;
}

PageMetadata PageReader::read(std::string_view html)
{
    HtmlScanner scanner(html);
    for (;;) {
        const HtmlScanner::Token token = scanner.next();
        if (token == HtmlScanner::Token::Done)
            break;
        if (token == HtmlScanner::Token::Start) {
            takeStart(scanner);
        } else if (token == HtmlScanner::Token::Raw) {
            if (scanner.name() == "title")
                m_title.offer(3, plainTextOfHtml(scanner.text()));
            else if (m_inJsonLd && !m_article)
                m_article = articleFromJsonLd(scanner.text());
            m_inJsonLd = false;
        }
    }
    if (m_article)
        takeArticle(*m_article);
    m_page.title = toQString(m_title.value());
    m_page.description = toQString(m_description.value());
    m_page.author = toQString(m_author.value());
    m_page.image = toQString(m_image.value());
    m_page.url = toQString(m_url.value());
    return std::move(m_page);
}

void PageReader::takeStart(const HtmlScanner& scanner)
{
    const std::string_view name = scanner.name();
    if (name == "link") {
        takeLink(scanner);
    } else if (name == "meta") {
        takeMeta(scanner);
    } else if (name == "base" && !m_hasBase) {
        const std::string href = WebUrl::cleaned(attributeOf(scanner, "href"));
        m_hasBase = !href.empty();
        if (m_hasBase)
            m_base = WebUrl::resolve(m_address, href);
    } else if (name == "html" && m_page.language.isEmpty()) {
        m_page.language = toQString(attributeOf(scanner, "lang"));
    } else if (name == "script") {
        m_inJsonLd = Ascii::startsWithIgnoringCase(attributeOf(scanner, "type"), "application/ld+json");
    } else if (name == "time" && !m_page.published.isValid()) {
        takeDate(m_page.published, attributeOf(scanner, "datetime"));
    }
}

void PageReader::takeLink(const HtmlScanner& scanner)
{
    const std::string rel = attributeOf(scanner, "rel");
    const std::string address = absolute(attributeOf(scanner, "href"));
    if (address.empty())
        return;
    if (hasWord(rel, "canonical") && WebUrl::isHttp(address))
        m_url.offer(0, address);
    const std::string type = attributeOf(scanner, "type");
    const bool alternate = hasWord(rel, "alternate") && isFeedType(type) && !hasWord(rel, "stylesheet");
    const bool feed = hasWord(rel, "feed") && type.find("html") == std::string::npos;
    const std::string scheme = WebUrl::scheme(address);
    if ((!alternate && !feed) || (!scheme.empty() && scheme != "http" && scheme != "https") ||
        address.find("/wp-json/") != std::string::npos || m_page.feeds.size() >= mostFeeds)
        return;
    const QString url = toQString(address);
    const bool known = std::any_of(m_page.feeds.begin(), m_page.feeds.end(),
                                   [&](const DiscoveredFeed& other) { return other.url == url; });
    if (known)
        return;
    const QString title = toQString(collapsedSpace(attributeOf(scanner, "title")));
    m_page.feeds.append({url, title.isEmpty() ? url : title, toQString(Ascii::lowered(type))});
}

void PageReader::takeMeta(const HtmlScanner& scanner)
{
    std::string key = Ascii::lowered(attributeOf(scanner, "property"));
    if (key.empty())
        key = Ascii::lowered(attributeOf(scanner, "name"));
    if (key.empty())
        key = Ascii::lowered(attributeOf(scanner, "itemprop"));
    const std::string content = attributeOf(scanner, "content");
    if (content.empty())
        return;
    const std::string line = plainTextOfMaybeHtml(content);
    if (key == "og:title") {
        m_title.offer(1, line);
    } else if (key == "twitter:title") {
        m_title.offer(2, line);
    } else if (key == "og:description" || key == "description" || key == "twitter:description") {
        m_description.offer(key == "og:description" ? 1 : key == "description" ? 2 : 3, line);
    } else if (key == "og:url" && WebUrl::isHttp(absolute(content))) {
        m_url.offer(1, absolute(content));
    } else if (key == "og:site_name") {
        m_page.siteName = toQString(line);
    } else if (key == "og:image" || key == "og:image:url" || key == "twitter:image") {
        m_image.offer(key == "twitter:image" ? 2 : 1, absolute(content));
    } else if (key == "author" || key == "article:author" || key == "parsely-author") {
        if (!WebUrl::isHttp(line))
            m_author.offer(key == "author" ? 1 : 2, line);
    } else if (key == "article:published_time" || key == "datepublished" || key == "parsely-pub-date") {
        takeDate(m_page.published, content);
    } else if (key == "article:modified_time" || key == "og:updated_time" || key == "datemodified") {
        takeDate(m_page.updated, content);
    } else if (key == "article:section") {
        m_page.section = toQString(line);
    } else if (key == "article:tag" && m_page.keywords.size() < mostKeywords) {
        m_page.keywords.append(toQString(line));
    }
}

void PageReader::takeDate(QDateTime& date, std::string_view text)
{
    const QDateTime read = parseFeedDate(text);
    if (read.isValid())
        date = read;
}

void PageReader::takeArticle(const PageMetadata& article)
{
    m_title.offer(0, article.title.toStdString());
    m_description.offer(0, article.description.toStdString());
    m_author.offer(0, article.author.toStdString());
    m_image.offer(0, absolute(article.image.toStdString()));
    if (WebUrl::isHttp(article.url.toStdString()))
        m_url.offer(2, article.url.toStdString());
    if (article.published.isValid())
        m_page.published = article.published;
    if (article.updated.isValid())
        m_page.updated = article.updated;
    if (m_page.siteName.isEmpty())
        m_page.siteName = article.siteName;
    if (m_page.section.isEmpty())
        m_page.section = article.section;
    if (m_page.keywords.isEmpty())
        m_page.keywords = article.keywords;
    if (m_page.language.isEmpty())
        m_page.language = article.language;
}

} // namespace

PageMetadata parsePageText(std::string_view utf8, const std::string& address)
{
    return PageReader(address).read(utf8);
}

} // namespace Scoredesk
