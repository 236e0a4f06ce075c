// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/map/feedmapper.h"

#include "app/feeds/parse/html/plaintext.h"
#include "app/feeds/parse/map/categories.h"
#include "app/feeds/parse/map/itemmapper.h"
#include "app/feeds/parse/map/people.h"
#include "app/feeds/parse/map/textconstruct.h"
#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/qtext.h"
#include "app/feeds/parse/text/references.h"
#include "app/feeds/parse/text/weburl.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

bool isItem(const XmlElement& element)
{
    return element.name() == Name::Item || element.name() == Name::Entry;
}

bool isRoot(const XmlElement& element)
{
    switch (element.name()) {
    case Name::Rss:
    case Name::Rdf:
    case Name::Feed:
    case Name::Channel:
        return element.space() != Space::Xhtml;
    default:
        return false;
    }
}

/// The first feed within the first levels: what stands around it (a warning of the server's, an envelope) is
/// passed over.
XmlElement findRoot(const XmlElement& parent, int levels)
{
    XmlElement item;
    for (XmlElement child = parent.firstElement(); !child.isNull(); child = child.nextElement()) {
        if (isRoot(child))
            return child;
        if (levels > 1) {
            const XmlElement deeper = findRoot(child, levels - 1);
            if (!deeper.isNull())
                return deeper;
        }
    }
    return item;
}

} // namespace

std::optional<Feed> FeedMapper::map(const XmlDocument& document, const std::string& address,
                                    const std::string& home)
{
    const XmlElement top(document, 0);
    const XmlElement root = findRoot(top, 3);
    if (root.isNull())
        return std::nullopt;
    FeedMapper mapper(root, address, home);
    mapper.nameFormat(document.rootUri);
    mapper.takeChildren(root, false);
    // Items that stand outside because a tag in between was closed too early.
    for (XmlElement stray = root.nextElement(); !stray.isNull(); stray = stray.nextElement()) {
        if (isItem(stray))
            mapper.addItem(stray, address);
    }
    return mapper.finish();
}

FeedMapper::FeedMapper(XmlElement root, const std::string& address, const std::string& home)
    : m_root(root), m_address(address), m_home(home), m_base(address)
{
}

void FeedMapper::nameFormat(std::string_view rootUri)
{
    const std::string version = m_root.attribute("version");
    const std::string uri = Ascii::lowered(rootUri);
    if (m_root.name() == Name::Feed) {
        m_feed.format = u"atom"_s;
        m_feed.version = uri.find("2005/atom") != std::string::npos ? u"1.0"_s
                         : version.empty()                          ? u"1.0"_s
                                                                    : toQString(version);
    } else if (m_root.name() == Name::Rdf) {
        m_feed.format = u"rdf"_s;
        const bool old = uri.find("0.9") != std::string::npos;
        m_feed.version = old ? u"0.90"_s : u"1.0"_s;
    } else {
        m_feed.format = u"rss"_s;
        // Some called their small additions 2.01 and 2.1.
        m_feed.version = version.starts_with("2") ? u"2.0"_s : toQString(version);
    }
}

void FeedMapper::takeChildren(const XmlElement& parent, bool nested)
{
    const std::string outer = m_base;
    m_hasBase = m_hasBase || parent.hasAttribute("base", Space::Xml);
    m_base = baseWithin(parent, m_base);
    m_language.offer(nested ? 2 : 3, parent.attribute("lang", Space::Xml));
    if (parent.name() == Name::Channel)
        m_id.offer(1, parent.attribute("about", Space::Rdf));
    for (XmlElement child = parent.firstElement(); !child.isNull(); child = child.nextElement()) {
        if (isItem(child)) {
            addItem(child, m_base);
        } else if (child.name() == Name::Channel && !nested) {
            takeChildren(child, true);
        } else if (child.space() == Space::None || child.space() == Space::Atom) {
            takePlain(child);
        } else {
            takeModule(child);
        }
    }
    m_base = outer;
}

void FeedMapper::takePlain(const XmlElement& child)
{
    switch (child.name()) {
    case Name::Title:
        m_title.offer(0, plainTextOf(child));
        break;
    case Name::Link:
        m_links.add(child, m_base);
        break;
    case Name::Id:
        m_id.offer(0, absoluteId(child.trimmedText(), baseWithin(child, m_base)));
        break;
    case Name::Description:
    case Name::Subtitle:
    case Name::Tagline:
        takeBody(0, child);
        break;
    case Name::Info:
        takeBody(6, child);
        break;
    case Name::Language:
        m_language.offer(0, child.trimmedText());
        break;
    case Name::PubDate:
    case Name::Published:
    case Name::Issued:
        m_published.offer(0, child);
        break;
    case Name::LastBuildDate:
    case Name::Updated:
    case Name::Modified:
        m_updated.offer(0, child);
        break;
    case Name::ManagingEditor:
    case Name::Author:
        addPerson(m_feed.authors, personFromElement(child, m_base));
        break;
    case Name::WebMaster:
        addPerson(m_otherAuthors, personFromElement(child, m_base));
        break;
    case Name::Image:
    case Name::Logo:
    case Name::Icon:
        takeImage(child);
        break;
    case Name::Category:
        addCategories(m_feed.categories, child);
        break;
    case Name::Ttl:
    case Name::SkipHours:
    case Name::SkipDays:
        takePace(child);
        break;
    case Name::Items:
        // RSS 1.1 and some others keep the items here.
        for (XmlElement item = child.firstElement(); !item.isNull(); item = item.nextElement()) {
            if (isItem(item))
                addItem(item, m_base);
        }
        break;
    default:
        break;
    }
}

void FeedMapper::takeModule(const XmlElement& child)
{
    const bool dublinCore = child.space() == Space::DublinCore || child.space() == Space::DcTerms;
    const bool itunes = child.space() == Space::Itunes;
    if (child.space() == Space::Syndication) {
        takePace(child);
        return;
    }
    if (child.space() == Space::Media && (child.name() == Name::Thumbnail || child.name() == Name::Content))
        m_image.offer(4, addressOf(child, m_base));
    if (!dublinCore && !itunes)
        return;
    switch (child.name()) {
    case Name::Title:
        m_title.offer(dublinCore ? 1 : 2, plainTextOf(child));
        break;
    case Name::Description:
        takeBody(1, child);
        break;
    case Name::Summary:
        takeBody(2, child);
        break;
    case Name::Subtitle:
        takeBody(3, child);
        break;
    case Name::Language:
        m_language.offer(1, child.trimmedText());
        break;
    case Name::Creator:
    case Name::Author:
    case Name::Owner:
        addPerson(m_otherAuthors, personFromElement(child, m_base));
        break;
    case Name::Date:
    case Name::Modified:
        m_updated.offer(2, child);
        break;
    case Name::Issued:
    case Name::Created:
        m_published.offer(2, child);
        break;
    case Name::Subject:
    case Name::Category:
    case Name::Keywords:
        addCategories(m_feed.categories, child);
        break;
    case Name::Image:
        m_image.offer(2, addressOf(child, m_base));
        break;
    case Name::Link:
        if (child.attribute("rel") == "image")
            m_image.offer(3, addressOf(child, m_base));
        break;
    case Name::Identifier:
        m_id.offer(2, child.trimmedText());
        break;
    default:
        break;
    }
}

void FeedMapper::addItem(const XmlElement& item, const std::string& base)
{
    if (m_items.size() < mostFeedItems)
        m_items.emplace_back(item, base);
    else if (m_feed.warnings.isEmpty())
        m_feed.warnings += u"It has more items than are read; the rest was left out."_s;
}

void FeedMapper::takeImage(const XmlElement& child)
{
    const int rank = child.name() == Name::Icon ? 3 : 0;
    XmlElement url = child.find(Name::Url);
    if (url.isNull())
        url = child.name() == Name::Image && child.hasElements() ? XmlElement() : child;
    if (!url.isNull())
        m_image.offer(rank, addressOf(url, m_base));
    // An image's own title and link are the site's, where the feed itself has none.
    if (child.name() != Name::Image)
        return;
    const XmlElement link = child.find(Name::Link);
    if (!link.isNull())
        m_links.offerPage(7, addressOf(link, m_base));
}

void FeedMapper::takeBody(int rank, const XmlElement& child)
{
    if (child.hasElements() || !child.trimmedText().empty())
        m_description.offer(rank, child);
    m_descriptionBase = m_base;
}

void FeedMapper::takePace(const XmlElement& child)
{
    const QString text = toQString(child.trimmedText());
    switch (child.name()) {
    case Name::Ttl:
        m_feed.pace.ttlMinutes = std::max(0, text.toInt());
        break;
    case Name::UpdatePeriod:
        m_updatePeriod = text.toLower();
        break;
    case Name::UpdateFrequency:
        m_updateFrequency = std::max(1, text.toInt());
        break;
    default:
        for (XmlElement each = child.firstElement(); !each.isNull(); each = each.nextElement()) {
            const QString value = toQString(each.trimmedText());
            bool isNumber = false;
            const int hour = value.toInt(&isNumber);
            if (each.name() == Name::Hour && isNumber && hour >= 0 && hour <= 24 &&
                !m_feed.pace.skipHours.contains(hour % 24))
                m_feed.pace.skipHours.append(hour % 24);
            else if (each.name() == Name::Day && !value.isEmpty() && m_feed.pace.skipDays.size() < 7)
                m_feed.pace.skipDays.append(value);
        }
    }
}

/// Titles that were escaped twice still hold references. Which of both was meant shows in the other titles: a
/// feed that escapes once has a bare ampersand somewhere. A single title tells nothing and stays.
void resolveTitlesTwice(QList<FeedItem>& items)
{
    QList<FeedItem*> doubtful;
    for (FeedItem& item : items) {
        if (!item.title.contains(u'&'))
            continue;
        const std::string title = item.title.toStdString();
        if (!holdsReference(title))
            return;
        doubtful.append(&item);
    }
    if (items.size() < 2)
        return;
    for (FeedItem* item : doubtful)
        item->title = toQString(plainTextOfMaybeHtml(item->title.toStdString()));
}

Feed FeedMapper::finish()
{
    m_feed.title = toQString(m_title.value());
    m_feed.link = toQString(m_links.page());
    m_feed.feedUrl = toQString(m_links.self());
    m_feed.id = toQString(m_id.value());
    m_feed.language = toQString(m_language.value()).replace(u'_', u'-');
    m_feed.image = toQString(m_image.value());
    m_feed.published = m_published.value();
    m_feed.updated = m_updated.value();
    if (m_feed.authors.isEmpty())
        m_feed.authors = m_otherAuthors;
    // RSS has no word on relative links; its readers take them from the site.
    const std::string& site = WebUrl::isHttp(m_links.page()) ? m_links.page() : m_links.self();
    // Atom takes them from where it lies, which is no use where somebody else serves it.
    const bool servedElsewhere = !m_address.empty() && WebUrl::host(site) != WebUrl::host(m_address);
    const bool siteIsBase =
        !m_hasBase && WebUrl::isHttp(site) && (m_feed.format != u"atom"_s || servedElsewhere);
    if (!m_description.value().isNull()) {
        const std::string& outer = siteIsBase ? site : m_descriptionBase;
        m_feed.description = bodyOf(m_description.value(), baseWithin(m_description.value(), outer), m_home);
    }
    const int minutes = m_updatePeriod == u"hourly"_s    ? 60
                        : m_updatePeriod == u"daily"_s   ? 1440
                        : m_updatePeriod == u"weekly"_s  ? 7 * 1440
                        : m_updatePeriod == u"monthly"_s ? 30 * 1440
                        : m_updatePeriod == u"yearly"_s  ? 365 * 1440
                                                         : 0;
    if (m_feed.pace.ttlMinutes == 0)
        m_feed.pace.ttlMinutes = minutes / m_updateFrequency;
    m_feed.items.reserve(static_cast<qsizetype>(m_items.size()));
    for (const auto& [item, base] : m_items) {
        m_feed.items.append(ItemMapper::map(item, siteIsBase ? site : base, m_home));
        FeedItem& last = m_feed.items.back();
        if (last.language.isEmpty())
            last.language = m_feed.language;
        if (last.authors.isEmpty())
            last.authors = m_feed.authors;
    }
    resolveTitlesTwice(m_feed.items);
    return std::move(m_feed);
}

} // namespace Scoredesk
