// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/xml/xmlbuilder.h"

#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/references.h"

#include <algorithm>

namespace Scoredesk {

namespace {

constexpr std::size_t deepest = 128;
constexpr std::size_t mostNodes = 1'000'000;
constexpr std::size_t mostAttributes = 1'000'000;
constexpr std::size_t mostBindings = 256;

std::string_view localPart(std::string_view name)
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool isItem(const XmlNode& node)
{
    return (node.name == Name::Item || node.name == Name::Entry) &&
           (node.space == Space::None || node.space == Space::Atom);
}

/// Elements of plain feeds that never hold one another.
bool isLeaf(const XmlNode& node)
{
    if (node.space != Space::None && node.space != Space::Atom)
        return false;
    switch (node.name) {
    case Name::Title:
    case Name::Link:
    case Name::Guid:
    case Name::Id:
    case Name::PubDate:
    case Name::LastBuildDate:
    case Name::Updated:
    case Name::Published:
    case Name::Category:
    case Name::Comments:
    case Name::Enclosure:
    case Name::Language:
    case Name::Ttl:
        return true;
    default:
        return false;
    }
}

bool startsSibling(const XmlNode& node)
{
    return isLeaf(node) || isItem(node) ||
           ((node.space == Space::None || node.space == Space::Atom) &&
            (node.name == Name::Description || node.name == Name::Summary || node.name == Name::Content)) ||
           node.space == Space::DublinCore || node.space == Space::Content;
}

} // namespace

XmlDocument XmlBuilder::build(std::string_view source)
{
    XmlBuilder builder(source);
    builder.run();
    return std::move(builder.m_document);
}

void XmlBuilder::run()
{
    m_document.nodes.reserve(m_document.source.size() / 48 + 16);
    m_document.attributes.reserve(m_document.source.size() / 256 + 16);
    m_document.nodes.emplace_back();
    m_open.push_back(0);
    for (;;) {
        const XmlScanner::Token token = m_scanner.next();
        if (token == XmlScanner::Token::Done || m_document.curtailed)
            break;
        switch (token) {
        case XmlScanner::Token::Start:
            openElement();
            break;
        case XmlScanner::Token::End:
            closeElement();
            break;
        case XmlScanner::Token::Text:
            addText(XmlNode::Kind::Text);
            break;
        case XmlScanner::Token::CData:
            addText(XmlNode::Kind::CData);
            break;
        case XmlScanner::Token::DocType:
            m_document.entities.read(m_scanner.text());
            break;
        default:
            break;
        }
    }
    if (m_open.size() > 1)
        m_document.faulty = true;
    for (const std::uint32_t open : m_open)
        m_document.endsInItem = m_document.endsInItem || isItem(m_document.nodes[open]);
    closeDownTo(1, m_scanner.tokenStart());
    m_document.faulty = m_document.faulty || m_scanner.sawFault();
}

std::uint32_t XmlBuilder::addNode(const XmlNode& node)
{
    const auto index = static_cast<std::uint32_t>(m_document.nodes.size());
    m_document.nodes.push_back(node);
    const std::uint32_t parent = m_open.back();
    m_document.nodes.back().parent = parent;
    XmlNode& above = m_document.nodes[parent];
    if (above.lastChild == 0)
        above.firstChild = index;
    else
        m_document.nodes[above.lastChild].nextSibling = index;
    above.lastChild = index;
    m_document.curtailed = m_document.nodes.size() >= mostNodes;
    return index;
}

void XmlBuilder::addText(XmlNode::Kind kind)
{
    const std::string_view text = m_scanner.text();
    // Space between elements means nothing, and is most of the nodes of an indented feed.
    if (kind == XmlNode::Kind::Text && (m_open.size() == 1 || Ascii::trimmed(text).empty()) &&
        (m_open.size() == 1 || m_document.nodes[m_open.back()].firstChild == 0 ||
         m_document.nodes[m_document.nodes[m_open.back()].lastChild].kind == XmlNode::Kind::Element))
        return;
    XmlNode node;
    node.kind = kind;
    node.text = text;
    addNode(node);
}

bool XmlBuilder::bindNamespaces()
{
    const std::size_t before = m_bindings.size();
    for (const RawAttribute& attribute : m_scanner.attributes()) {
        const std::string_view name = attribute.name;
        if (!name.starts_with("xmlns") || (name.size() > 5 && name[5] != ':') ||
            m_bindings.size() >= mostBindings)
            continue;
        const std::string_view prefix = name.size() > 5 ? name.substr(6) : std::string_view();
        m_bindings.push_back({prefix, attribute.value, spaceOfUri(attribute.value), m_open.size()});
    }
    return m_bindings.size() > before;
}

void XmlBuilder::noteRootUri(std::string_view root)
{
    const std::size_t colon = root.find(':');
    const std::string_view prefix =
        colon == std::string_view::npos ? root.substr(0, 0) : root.substr(0, colon);
    for (const Binding& binding : m_bindings) {
        if (binding.prefix.empty() || (binding.prefix == prefix && m_document.rootUri.empty()))
            m_document.rootUri = binding.uri;
    }
}

Space XmlBuilder::spaceOf(std::string_view& name, bool isAttribute) const
{
    const std::size_t colon = name.find(':');
    std::string_view prefix;
    if (colon != std::string_view::npos) {
        prefix = name.substr(0, colon);
        name.remove_prefix(colon + 1);
    } else if (isAttribute) {
        return Space::None;
    }
    for (auto binding = m_bindings.rbegin(); binding != m_bindings.rend(); ++binding) {
        if (binding->prefix != prefix)
            continue;
        // An own vocabulary as the default is taken for RSS: such feeds are meant to be read.
        return prefix.empty() && binding->space == Space::Other ? Space::None : binding->space;
    }
    return prefix.empty() ? Space::None : spaceOfPrefix(prefix);
}

void XmlBuilder::openElement()
{
    if (m_open.size() >= deepest) {
        m_document.faulty = true;
        if (!m_scanner.selfClosing())
            ++m_tooDeep;
        return;
    }
    XmlNode node;
    std::string_view local = m_scanner.name();
    node.text = local;
    node.space = spaceOf(local, false);
    node.name = elementName(local);
    closeUnfinished(node, m_scanner.tokenStart());
    if (bindNamespaces()) {
        local = node.text;
        node.space = spaceOf(local, false);
    }

    node.firstAttribute = static_cast<std::uint32_t>(m_document.attributes.size());
    for (const RawAttribute& raw : m_scanner.attributes()) {
        if (raw.name.starts_with("xmlns") || m_document.attributes.size() >= mostAttributes)
            continue;
        XmlAttribute attribute{raw.name, raw.value, Space::None};
        attribute.space = spaceOf(attribute.name, true);
        m_document.attributes.push_back(attribute);
    }
    node.attributeCount = static_cast<std::uint16_t>(m_document.attributes.size() - node.firstAttribute);
    node.contentStart = static_cast<std::uint32_t>(m_scanner.position());
    const std::uint32_t index = addNode(node);
    m_open.push_back(index);
    if (m_open.size() == 2 && m_document.rootUri.empty())
        noteRootUri(node.text);
    if (m_scanner.selfClosing())
        closeTop(m_scanner.position());
}

void XmlBuilder::closeUnfinished(const XmlNode& next, std::size_t end)
{
    if (isItem(next)) {
        for (std::size_t depth = m_open.size(); depth-- > 1;) {
            const XmlNode& open = m_document.nodes[m_open[depth]];
            if (open.space == Space::Xhtml || open.name == Name::Source)
                return; // an element of that name in a text, or of another feed
            if (isItem(open)) {
                m_document.faulty = true;
                closeDownTo(depth, end);
                break;
            }
        }
    }
    const XmlNode& top = m_document.nodes[m_open.back()];
    if (m_open.size() > 1 && isLeaf(top) && startsSibling(next)) {
        m_document.faulty = true;
        closeTop(end);
    }
}

void XmlBuilder::closeElement()
{
    if (m_tooDeep > 0) {
        --m_tooDeep;
        return;
    }
    const std::string_view name = m_scanner.name();
    if (m_open.size() > 1 && (name.empty() || m_document.nodes[m_open.back()].text == name)) {
        closeTop(m_scanner.tokenStart());
        return;
    }
    m_document.faulty = true;
    const std::string_view local = localPart(name);
    for (std::size_t depth = m_open.size(); depth-- > 1;) {
        if (Ascii::equalsIgnoringCase(localPart(m_document.nodes[m_open[depth]].text), local)) {
            closeDownTo(depth, m_scanner.tokenStart());
            return;
        }
    }
}

void XmlBuilder::closeTop(std::size_t end)
{
    m_document.nodes[m_open.back()].contentEnd = static_cast<std::uint32_t>(end);
    m_open.pop_back();
    while (!m_bindings.empty() && m_bindings.back().depth >= m_open.size())
        m_bindings.pop_back();
}

void XmlBuilder::closeDownTo(std::size_t depth, std::size_t end)
{
    while (m_open.size() > depth)
        closeTop(end);
}

} // namespace Scoredesk
