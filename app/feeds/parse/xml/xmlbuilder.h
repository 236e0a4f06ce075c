// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/xml/xmldocument.h"
#include "app/feeds/parse/xml/xmlscanner.h"

#include <string_view>
#include <vector>

namespace Scoredesk {

/// Grows a tree out of whatever the scanner finds. End tags close what they name and all within it; a new
/// item closes an open one; a title, link or date that was never closed ends where its next sibling starts.
class XmlBuilder {
public:
    /// The source must outlive the document. At most 4 GB.
    [[nodiscard]] static XmlDocument build(std::string_view source);

private:
    struct Binding {
        std::string_view prefix;
        std::string_view uri;
        Space space = Space::None;
        std::size_t depth = 0;
    };

    explicit XmlBuilder(std::string_view source) : m_scanner(source) { m_document.source = source; }

    void run();
    void openElement();
    void closeElement();
    void closeTop(std::size_t end);
    void closeDownTo(std::size_t depth, std::size_t end);
    void closeUnfinished(const XmlNode& next, std::size_t end);
    void addText(XmlNode::Kind kind);
    std::uint32_t addNode(const XmlNode& node);
    bool bindNamespaces(); ///< whether the tag has any
    void noteRootUri(std::string_view root);
    Space spaceOf(std::string_view& name, bool isAttribute) const;

    XmlScanner m_scanner;
    XmlDocument m_document;
    std::vector<std::uint32_t> m_open; ///< the document first
    std::vector<Binding> m_bindings;
    std::size_t m_tooDeep = 0; ///< open elements beyond the depth that is kept
};

} // namespace Scoredesk
