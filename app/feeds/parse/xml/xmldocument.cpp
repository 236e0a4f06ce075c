// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/xml/xmldocument.h"

#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/references.h"

namespace Scoredesk {

XmlElement XmlElement::elementFrom(std::uint32_t node) const
{
    while (node != 0 && m_document->nodes[node].kind != XmlNode::Kind::Element)
        node = m_document->nodes[node].nextSibling;
    return node == 0 ? XmlElement() : XmlElement(*m_document, node);
}

XmlElement XmlElement::parent() const
{
    return isNull() || m_node == 0 ? XmlElement() : XmlElement(*m_document, node().parent);
}

XmlElement XmlElement::firstElement() const
{
    return isNull() ? XmlElement() : elementFrom(node().firstChild);
}

XmlElement XmlElement::nextElement() const
{
    return isNull() ? XmlElement() : elementFrom(node().nextSibling);
}

XmlElement XmlElement::find(Name name) const
{
    XmlElement child = firstElement();
    while (!child.isNull() && child.name() != name)
        child = child.nextElement();
    return child;
}

const XmlAttribute* XmlElement::findAttribute(std::string_view name, Space space) const
{
    if (isNull())
        return nullptr;
    for (std::uint32_t i = 0; i < node().attributeCount; ++i) {
        const XmlAttribute& attribute = m_document->attributes[node().firstAttribute + i];
        if (attribute.space == space && Ascii::equalsIgnoringCase(attribute.name, name))
            return &attribute;
    }
    return nullptr;
}

std::string_view XmlElement::rawAttribute(std::string_view name, Space space) const
{
    const XmlAttribute* found = findAttribute(name, space);
    return found ? found->value : std::string_view();
}

bool XmlElement::hasAttribute(std::string_view name, Space space) const
{
    return findAttribute(name, space) != nullptr;
}

std::string XmlElement::attribute(std::string_view name, Space space) const
{
    const std::string_view raw = Ascii::trimmed(rawAttribute(name, space));
    return raw.empty() ? std::string() : resolved(raw, ReferenceRules::Xml, &m_document->entities);
}

std::vector<std::string_view> XmlElement::attributeNames(Space space) const
{
    std::vector<std::string_view> names;
    if (isNull())
        return names;
    for (std::uint32_t i = 0; i < node().attributeCount; ++i) {
        const XmlAttribute& attribute = m_document->attributes[node().firstAttribute + i];
        if (attribute.space == space)
            names.push_back(attribute.name);
    }
    return names;
}

std::string XmlElement::text() const
{
    std::string out;
    if (isNull())
        return out;
    // Depth first without recursion: down, then along, then up.
    std::uint32_t at = node().firstChild;
    while (at != 0) {
        const XmlNode& current = m_document->nodes[at];
        if (current.kind == XmlNode::Kind::Text)
            appendResolved(out, current.text, ReferenceRules::Xml, &m_document->entities);
        else if (current.kind == XmlNode::Kind::CData)
            appendCleaned(out, current.text);
        if (current.firstChild != 0) {
            at = current.firstChild;
            continue;
        }
        while (at != m_node && m_document->nodes[at].nextSibling == 0)
            at = m_document->nodes[at].parent;
        at = at == m_node ? 0 : m_document->nodes[at].nextSibling;
    }
    return out;
}

std::string XmlElement::trimmedText() const
{
    std::string all = text();
    const std::string_view trimmed = Ascii::trimmed(all);
    if (trimmed.size() == all.size())
        return all;
    return std::string(trimmed);
}

bool XmlElement::isCData() const
{
    if (isNull() || node().firstChild == 0)
        return false;
    const XmlNode& only = m_document->nodes[node().firstChild];
    return only.kind == XmlNode::Kind::CData && node().firstChild == node().lastChild;
}

std::string_view XmlElement::innerSource() const
{
    if (isNull() || node().contentEnd <= node().contentStart)
        return {};
    return m_document->source.substr(node().contentStart, node().contentEnd - node().contentStart);
}

} // namespace Scoredesk
