// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/xml/declaredentities.h"
#include "app/feeds/parse/xml/elementname.h"
#include "app/feeds/parse/xml/namespaces.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Scoredesk {

/// An attribute, its value as it stands in the source.
struct XmlAttribute {
    std::string_view name; ///< local
    std::string_view value;
    Space space = Space::None;
};

/// A node of the tree: an element or a run of text.
struct XmlNode {
    enum class Kind : std::uint8_t { Element, Text, CData };

    Kind kind = Kind::Element;
    Space space = Space::None;
    Name name = Name::Unknown;
    std::uint16_t attributeCount = 0;
    std::uint32_t firstAttribute = 0;
    std::uint32_t parent = 0;
    std::uint32_t firstChild = 0; ///< 0 is none: the root has no parent
    std::uint32_t lastChild = 0;
    std::uint32_t nextSibling = 0;
    std::string_view text; ///< the source of a text; the qualified name of an element
    std::uint32_t contentStart = 0;
    std::uint32_t contentEnd = 0;
};

/// A document as a tree of views into its source. Node 0 is the document itself.
class XmlDocument {
public:
    std::string_view source;
    std::vector<XmlNode> nodes;
    std::vector<XmlAttribute> attributes;
    mutable DeclaredEntities entities; ///< reading spends their budget
    std::string_view rootUri;          ///< the root's default namespace, else its own, as written
    bool faulty = false;               ///< it was not well-formed
    bool endsInItem = false;           ///< it broke off within an item of a feed
    bool curtailed = false;            ///< it had more nodes than are kept
};

/// A light handle on an element; a null one has no children, no attributes and no text.
class XmlElement {
public:
    XmlElement() = default;
    XmlElement(const XmlDocument& document, std::uint32_t node) : m_document(&document), m_node(node) {}

    bool isNull() const { return m_document == nullptr; }
    Name name() const { return isNull() ? Name::Unknown : node().name; }
    Space space() const { return isNull() ? Space::Other : node().space; }
    std::string_view qualifiedName() const { return isNull() ? std::string_view() : node().text; }
    bool is(Space space, Name name) const
    {
        return !isNull() && node().space == space && node().name == name;
    }

    XmlElement parent() const;
    XmlElement firstElement() const;
    XmlElement nextElement() const;
    XmlElement find(Name name) const; ///< first child of that name in any namespace
    bool hasElements() const { return !firstElement().isNull(); }

    /// Value as it stands, or empty; ignores case, as HTML-minded feeds do.
    std::string_view rawAttribute(std::string_view name, Space space = Space::None) const;
    bool hasAttribute(std::string_view name, Space space = Space::None) const;
    std::string attribute(std::string_view name, Space space = Space::None) const; ///< resolved and trimmed

    /// Local names of its attributes in that namespace, as written.
    std::vector<std::string_view> attributeNames(Space space) const;

    std::string text() const;             ///< all text below, resolved once
    std::string trimmedText() const;      ///< likewise, without space at the ends
    std::string_view innerSource() const; ///< what stands between its tags
    bool isCData() const;                 ///< all it holds is one CDATA section
    DeclaredEntities* entities() const { return isNull() ? nullptr : &m_document->entities; }

private:
    const XmlNode& node() const { return m_document->nodes[m_node]; }
    const XmlAttribute* findAttribute(std::string_view name, Space space) const;
    XmlElement elementFrom(std::uint32_t node) const;

    const XmlDocument* m_document = nullptr;
    std::uint32_t m_node = 0;
};

} // namespace Scoredesk
