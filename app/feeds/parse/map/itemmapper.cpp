// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/map/itemmapper.h"

#include "app/feeds/parse/map/categories.h"
#include "app/feeds/parse/map/people.h"
#include "app/feeds/parse/map/textconstruct.h"
#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/qtext.h"
#include "app/feeds/parse/text/weburl.h"

#include <QCryptographicHash>

namespace Scoredesk {

FeedItem ItemMapper::map(const XmlElement& item, const std::string& feedBase, const std::string& home)
{
    ItemMapper mapper(item, feedBase, home);
    mapper.takeChildren(item);
    return mapper.finish();
}

ItemMapper::ItemMapper(const XmlElement& item, const std::string& feedBase, const std::string& home)
    : m_element(item), m_base(baseWithin(item, feedBase)), m_home(home)
{
    m_language.offer(1, item.attribute("lang", Space::Xml));
}

void ItemMapper::takeChildren(const XmlElement& parent)
{
    for (XmlElement child = parent.firstElement(); !child.isNull(); child = child.nextElement()) {
        switch (child.space()) {
        case Space::None:
        case Space::Atom:
            takePlain(child);
            break;
        case Space::DublinCore:
        case Space::DcTerms:
            takeDublinCore(child);
            break;
        case Space::Media:
            takeMedia(child);
            break;
        case Space::Itunes:
            takeItunes(child);
            break;
        default:
            takeOther(child);
        }
    }
}

void ItemMapper::takePlain(const XmlElement& child)
{
    switch (child.name()) {
    case Name::Title:
        m_title.offer(0, plainTextOf(child));
        break;
    case Name::Link:
        m_links.add(child, m_base);
        break;
    case Name::Guid:
        takeGuid(child);
        break;
    case Name::Id:
        m_id.offer(0, absoluteId(child.trimmedText(), baseWithin(child, m_base)));
        break;
    case Name::PubDate:
    case Name::Published:
        m_published.offer(0, child);
        break;
    case Name::Issued:
        m_published.offer(1, child);
        break;
    case Name::Date:
        m_published.offer(2, child);
        m_updated.offer(4, child);
        break;
    case Name::Created:
        m_published.offer(4, child);
        break;
    case Name::Updated:
    case Name::Modified:
        m_updated.offer(0, child);
        break;
    case Name::LastBuildDate:
        m_updated.offer(3, child);
        break;
    case Name::Author:
        addPerson(m_authors, personFromElement(child, m_base));
        break;
    case Name::Creator:
        addPerson(m_otherAuthors, personFromElement(child, m_base));
        break;
    case Name::Description:
    case Name::Summary:
        if (m_summary.rank() == 0) // both: the second is more than a summary
            takeBody(m_content, 9, child);
        takeBody(m_summary, 0, child);
        break;
    case Name::Abstract:
        takeBody(m_summary, 4, child);
        break;
    case Name::FullItem:
        takeBody(m_content, 1, child);
        break;
    case Name::Source:
        if (child.space() == Space::Atom)
            takeSource(child);
        break;
    case Name::Content:
        takeBody(m_content, 0, child);
        break;
    case Name::Body:
        takeBody(m_content, 2, child);
        break;
    case Name::Category:
        addCategories(m_categories, child);
        break;
    case Name::Enclosure:
        addEnclosure(m_enclosures, enclosureOf(child, m_base));
        break;
    case Name::Comments:
        m_comments.offer(0, addressOf(child, m_base));
        break;
    case Name::Language:
        m_language.offer(0, child.trimmedText());
        break;
    default:
        break;
    }
}

void ItemMapper::takeGuid(const XmlElement& child)
{
    const std::string id = child.trimmedText();
    m_id.offer(0, id);
    const std::string permanent = Ascii::lowered(child.attribute("isPermaLink"));
    // Without the attribute a guid is a link, if it looks like one.
    if ((permanent.empty() || permanent == "true") && WebUrl::isHttp(id))
        m_links.offerPage(8, WebUrl::cleaned(id));
}

void ItemMapper::takeSource(const XmlElement& source)
{
    for (XmlElement child = source.firstElement(); !child.isNull(); child = child.nextElement()) {
        if (child.name() == Name::Author)
            addPerson(m_sourceAuthors, personFromElement(child, m_base));
    }
}

void ItemMapper::takeBody(RankedElement& body, int rank, const XmlElement& child)
{
    if (child.hasElements() || !child.trimmedText().empty())
        body.offer(rank, child);
}

void ItemMapper::takeDublinCore(const XmlElement& child)
{
    switch (child.name()) {
    case Name::Title:
        m_title.offer(1, plainTextOf(child));
        break;
    case Name::Creator:
    case Name::Author:
        addPerson(m_otherAuthors, personFromElement(child, m_base));
        break;
    case Name::Date:
        m_published.offer(2, child);
        m_updated.offer(4, child);
        break;
    case Name::Issued:
        m_published.offer(1, child);
        break;
    case Name::Created:
        m_published.offer(3, child);
        break;
    case Name::Modified:
        m_updated.offer(1, child);
        break;
    case Name::Description:
        takeBody(m_summary, 1, child);
        break;
    case Name::Abstract:
        takeBody(m_summary, 3, child);
        break;
    case Name::Subject:
        addCategories(m_categories, child);
        break;
    case Name::Language:
        m_language.offer(0, child.trimmedText());
        break;
    case Name::Identifier:
        m_id.offer(2, child.trimmedText());
        break;
    default:
        break;
    }
}

void ItemMapper::takeMedia(const XmlElement& child)
{
    switch (child.name()) {
    case Name::Group:
        takeChildren(child);
        break;
    case Name::Content:
        addEnclosure(m_media, enclosureOf(child, m_base));
        takeChildren(child);
        break;
    case Name::Title:
        m_title.offer(3, plainTextOf(child));
        break;
    case Name::Category:
    case Name::Keywords:
        addCategories(m_categories, child);
        break;
    case Name::Description:
        takeBody(m_summary, 5, child);
        break;
    default:
        break;
    }
}

void ItemMapper::takeItunes(const XmlElement& child)
{
    switch (child.name()) {
    case Name::Title:
        m_title.offer(2, plainTextOf(child));
        break;
    case Name::Author:
        addPerson(m_itunesAuthors, personFromElement(child, m_base));
        break;
    case Name::Summary:
    case Name::Description:
        takeBody(m_summary, 2, child);
        break;
    case Name::Subtitle:
        takeBody(m_summary, 3, child);
        break;
    case Name::Category:
    case Name::Keywords:
        addCategories(m_categories, child);
        break;
    default:
        break;
    }
}

void ItemMapper::takeOther(const XmlElement& child)
{
    switch (child.space()) {
    case Space::Content:
        if (child.name() == Name::Encoded)
            takeBody(m_content, 1, child);
        break;
    case Space::Feedburner:
        if (child.name() == Name::OrigEnclosureLink)
            m_originalEnclosure = child.trimmedText();
        break;
    case Space::Xhtml:
        if (child.name() == Name::Body || child.name() == Name::Div)
            takeBody(m_content, 2, child);
        break;
    default:
        break;
    }
}

FeedItem ItemMapper::finish()
{
    FeedItem item;
    m_id.offer(1, m_element.attribute("about", Space::Rdf));
    item.id = toQString(m_id.value());
    item.title = toQString(m_title.value());
    item.link = toQString(m_links.page());
    m_comments.offer(1, m_links.replies());
    item.comments = toQString(m_comments.value());
    item.language = toQString(m_language.value());
    item.language.replace(u'_', u'-');
    item.published = m_published.value().isValid() ? m_published.value() : m_updated.value();
    item.updated = m_updated.value();
    for (const QList<FeedPerson>& authors : {m_authors, m_otherAuthors, m_itunesAuthors, m_sourceAuthors}) {
        if (item.authors.isEmpty())
            item.authors = authors;
    }
    item.categories = m_categories;
    item.enclosures = m_enclosures;
    if (m_enclosures.size() == 1 && WebUrl::isHttp(m_originalEnclosure))
        item.enclosures.front().url = toQString(m_originalEnclosure);
    for (const FeedEnclosure& enclosure : m_links.enclosures())
        addEnclosure(item.enclosures, enclosure);
    for (const FeedEnclosure& enclosure : m_media)
        addEnclosure(item.enclosures, enclosure);
    // Without any base the item's own page is the best guess.
    const std::string& base = m_base.empty() && WebUrl::isHttp(m_links.page()) ? m_links.page() : m_base;
    if (!m_summary.value().isNull())
        item.summary = bodyOf(m_summary.value(), baseWithin(m_summary.value(), base), m_home);
    if (!m_content.value().isNull())
        item.content = bodyOf(m_content.value(), baseWithin(m_content.value(), base), m_home);
    if (item.link.isEmpty() && !item.enclosures.isEmpty())
        item.link = item.enclosures.front().url;
    item.identity = identityOf(item);
    nameUntitled(item);
    return item;
}

void nameUntitled(FeedItem& item)
{
    constexpr qsizetype longest = 100;
    if (!item.title.isEmpty())
        return;
    QString text = item.summary.text.isEmpty() ? item.content.text : item.summary.text;
    text = text.left(4 * longest).simplified();
    if (text.size() > longest) {
        text.truncate(longest);
        const qsizetype space = text.lastIndexOf(u' ');
        if (space > longest / 2)
            text.truncate(space);
        text += u'…';
    }
    item.title = text.isEmpty() ? item.link : text;
    item.titleIsMade = !item.title.isEmpty();
}

QString identityOf(const FeedItem& item)
{
    if (!item.id.isEmpty())
        return item.id;
    if (!item.link.isEmpty())
        return item.link;
    QCryptographicHash digest(QCryptographicHash::Sha1);
    for (const QString& part : {item.title, item.content.text, item.summary.text}) {
        digest.addData(part.toUtf8());
        digest.addData(QByteArrayView("\0", 1));
    }
    return QString::fromLatin1("sha1:" + digest.result().toHex());
}

} // namespace Scoredesk
