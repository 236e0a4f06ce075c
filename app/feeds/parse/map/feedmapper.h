// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"
#include "app/feeds/parse/map/links.h"
#include "app/feeds/parse/map/rankeddate.h"
#include "app/feeds/parse/xml/xmldocument.h"

#include <optional>
#include <string>
#include <vector>

namespace Scoredesk {

/// Makes a feed out of a document: RSS of all versions, RDF, Atom.
class FeedMapper {
public:
    /// Nothing where the document is none of them. The address is the one that it says it has; `home` is
    /// where it was fetched from, which decides what its texts may link to.
    [[nodiscard]] static std::optional<Feed> map(const XmlDocument& document, const std::string& address,
                                                 const std::string& home);

private:
    FeedMapper(XmlElement root, const std::string& address, const std::string& home);

    void nameFormat(std::string_view rootUri);
    void takeChildren(const XmlElement& parent, bool nested);
    void takePlain(const XmlElement& child);
    void takeModule(const XmlElement& child);
    void addItem(const XmlElement& item, const std::string& base);
    void takeImage(const XmlElement& child);
    void takeBody(int rank, const XmlElement& child);
    void takePace(const XmlElement& child);
    Feed finish();

    XmlElement m_root;
    std::string m_address;
    std::string m_home;
    std::string m_base; ///< xml:base at the place that is being read, else the address
    bool m_hasBase = false;
    Feed m_feed;
    Links m_links;
    Ranked m_id;
    Ranked m_title;
    Ranked m_language;
    Ranked m_image;
    RankedDate m_published;
    RankedDate m_updated;
    RankedElement m_description;
    QList<FeedPerson> m_otherAuthors;
    QString m_updatePeriod;
    int m_updateFrequency = 1;
    std::string m_descriptionBase;
    std::vector<std::pair<XmlElement, std::string>> m_items; ///< each with the base where it stands
};

} // namespace Scoredesk
