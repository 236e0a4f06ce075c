// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"
#include "app/feeds/parse/map/links.h"
#include "app/feeds/parse/map/rankeddate.h"
#include "app/feeds/parse/xml/xmldocument.h"

#include <string>

namespace Scoredesk {

/// Makes one item out of an item or entry element. Each field takes the best of what the vocabularies offer.
class ItemMapper {
public:
    /// The base is the feed's: xml:base above the item, else its site or address. `home` is where it was
    /// fetched.
    [[nodiscard]] static FeedItem map(const XmlElement& item, const std::string& feedBase,
                                      const std::string& home);

private:
    ItemMapper(const XmlElement& item, const std::string& feedBase, const std::string& home);

    void takeChildren(const XmlElement& parent);
    void takePlain(const XmlElement& child);
    void takeDublinCore(const XmlElement& child);
    void takeMedia(const XmlElement& child);
    void takeItunes(const XmlElement& child);
    void takeOther(const XmlElement& child);
    void takeGuid(const XmlElement& child);
    void takeBody(RankedElement& body, int rank, const XmlElement& child);
    void takeSource(const XmlElement& source);
    FeedItem finish();

    XmlElement m_element;
    std::string m_base;
    std::string m_home;
    Links m_links;
    Ranked m_id;
    Ranked m_title;
    Ranked m_language;
    Ranked m_comments;
    RankedDate m_published;
    RankedDate m_updated;
    RankedElement m_summary;
    RankedElement m_content;
    QList<FeedPerson> m_authors;
    QList<FeedPerson> m_otherAuthors; ///< for want of better
    QList<FeedPerson> m_itunesAuthors;
    QList<FeedPerson> m_sourceAuthors;
    QStringList m_categories;
    std::string m_originalEnclosure; ///< what a counting redirect stands for
    QList<FeedEnclosure> m_enclosures;
    QList<FeedEnclosure> m_media;
};

/// A digest that tells items apart which have neither id nor link.
[[nodiscard]] QString identityOf(const FeedItem& item);

/// Gives an item without a title the start of its text, or its link.
void nameUntitled(FeedItem& item);

} // namespace Scoredesk
