// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/html/htmlsanitiser.h"

#include "app/feeds/parse/html/htmlscanner.h"
#include "app/feeds/parse/html/liverule.h"
#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/references.h"
#include "app/feeds/parse/text/weburl.h"

#include <algorithm>
#include <charconv>

namespace Scoredesk {

using Action = ElementRule::Action;
using Kind = ElementRule::Kind;

namespace {

constexpr std::size_t longestAddress = 8192;
constexpr std::size_t longestAttribute = 4096;

/// How far up an end tag or an implied end may look: not out of the cell or list it stands in.
bool isBarrier(Kind kind, Kind sought)
{
    if (kind == Kind::Table)
        return sought != Kind::Table;
    if (kind == Kind::Cell)
        return sought != Kind::Cell && sought != Kind::Row && sought != Kind::TableGroup &&
               sought != Kind::Table;
    return false;
}

std::string_view localName(std::string_view name)
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

} // namespace

HtmlSanitiser::HtmlSanitiser(std::string_view base, const HtmlLimits& limits, std::string_view home)
    : m_home(home), m_limits(limits)
{
    m_bases.push_back({std::string(base), 0});
}

std::string_view HtmlSanitiser::base() const
{
    return m_bases.back().address;
}

SafeHtml HtmlSanitiser::ofHtml(std::string_view html, std::string_view base, const HtmlLimits& limits,
                               std::string_view home)
{
    HtmlSanitiser sanitiser(base, limits, home);
    sanitiser.m_html.reserve(std::min(html.size() + 64, limits.bytes));
    sanitiser.addHtml(html);
    return sanitiser.finish();
}

void HtmlSanitiser::addHtml(std::string_view html)
{
    HtmlScanner scanner(html);
    std::string resolvedText;
    while (!m_full) {
        const HtmlScanner::Token token = scanner.next();
        switch (token) {
        case HtmlScanner::Token::Done:
            return;
        case HtmlScanner::Token::Start:
            start(scanner.name(), scanner.attributes(), false);
            break;
        case HtmlScanner::Token::End:
            end(scanner.name());
            break;
        default:
            resolvedText.clear();
            if (token == HtmlScanner::Token::Raw)
                appendCleaned(resolvedText, scanner.text());
            else
                appendResolved(resolvedText, scanner.text(), ReferenceRules::Html);
            addText(resolvedText);
        }
    }
}

SafeHtml HtmlSanitiser::ofXhtml(std::string_view xml, std::string_view base, TextIs kind,
                                DeclaredEntities* entities, const HtmlLimits& limits, std::string_view home)
{
    HtmlSanitiser sanitiser(base, limits, home);
    sanitiser.m_xml = true;
    XmlScanner scanner(xml);
    std::string scratch;
    while (!sanitiser.full()) {
        const XmlScanner::Token token = scanner.next();
        if (token == XmlScanner::Token::Done)
            break;
        if (token == XmlScanner::Token::Start) {
            scratch = Ascii::lowered(localName(scanner.name()));
            sanitiser.start(scratch, scanner.attributes(), scanner.selfClosing());
        } else if (token == XmlScanner::Token::End) {
            scratch = Ascii::lowered(localName(scanner.name()));
            sanitiser.end(scratch);
        } else if (token == XmlScanner::Token::Text || token == XmlScanner::Token::CData) {
            scratch.clear();
            if (token == XmlScanner::Token::CData)
                appendCleaned(scratch, scanner.text());
            else
                appendResolved(scratch, scanner.text(), ReferenceRules::Xml, entities);
            if (kind == TextIs::Html && scratch.find_first_of("<&") != std::string::npos) {
                sanitiser.m_xml = false;
                sanitiser.addHtml(scratch);
                sanitiser.m_xml = true;
            } else {
                sanitiser.addText(scratch);
            }
        }
    }
    return sanitiser.finish();
}

SafeHtml HtmlSanitiser::ofText(std::string_view text, const HtmlLimits& limits)
{
    HtmlSanitiser sanitiser({}, limits);
    std::string cleanedText;
    appendCleaned(cleanedText, text);
    sanitiser.addText(cleanedText);
    return sanitiser.finish();
}

void HtmlSanitiser::start(std::string_view name, const std::vector<RawAttribute>& attributes, bool empty)
{
    const ElementRule& rule = elementRule(name);
    m_full = m_full || m_html.size() >= m_limits.bytes;
    if (m_full)
        return;
    if (!m_removing.empty()) {
        if (!empty && name == m_removing)
            ++m_removingDepth;
        return;
    }
    if (rule.action == Action::Remove) {
        if (!empty) {
            m_removing = name;
            m_removingDepth = 1;
        }
        return;
    }
    if (m_xml && !empty) {
        ++m_xmlDepth;
        for (const RawAttribute& attribute : attributes) {
            if (attribute.name == "xml:base" && m_bases.size() < 32)
                m_bases.push_back(
                    {WebUrl::resolve(base(), WebUrl::cleaned(resolved(attribute.value, ReferenceRules::Xml))),
                     m_xmlDepth});
        }
    }
    if (rule.kind != Kind::Inline && rule.kind != Kind::Link && rule.kind != Kind::Image)
        breakLine();
    if (rule.name == "br")
        breakLine();
    if (rule.action == Action::Unwrap || rule.action == Action::Drop)
        return;
    if (rule.action == Action::Void) {
        if (rule.kind != Kind::Image || m_images++ < m_limits.images)
            writeStart(rule, attributes);
        return;
    }
    closeImplied(rule);
    Open open{&rule, m_open.size() < m_limits.depth};
    if (rule.kind == Kind::Table)
        open.written = open.written && ++m_tables <= m_limits.tables;
    else if (rule.kind == Kind::Row || rule.kind == Kind::Cell || rule.kind == Kind::TableGroup)
        open.written = open.written && m_tables > 0 && m_tables <= m_limits.tables;
    if (m_open.size() >= 4 * m_limits.depth)
        return; // so deep that its end tag may well close another; what is written stays balanced
    if (open.written)
        writeStart(rule, attributes);
    if (rule.name == "pre")
        ++m_preDepth;
    m_open.push_back(open);
    if (empty)
        closeTop();
}

void HtmlSanitiser::end(std::string_view name)
{
    if (!m_removing.empty()) {
        if (name == m_removing && --m_removingDepth == 0)
            m_removing.clear();
        return;
    }
    if (m_xml && m_xmlDepth > 0) {
        if (m_bases.size() > 1 && m_bases.back().depth == m_xmlDepth)
            m_bases.pop_back();
        --m_xmlDepth;
    }
    const ElementRule& rule = elementRule(name);
    if (rule.kind != Kind::Inline && rule.kind != Kind::Link && rule.kind != Kind::Image)
        breakLine();
    if (rule.action != Action::Keep)
        return;
    for (std::size_t depth = m_open.size(); depth-- > 0;) {
        const ElementRule& open = *m_open[depth].rule;
        if (&open == &rule) {
            while (m_open.size() > depth)
                closeTop();
            return;
        }
        if (isBarrier(open.kind, rule.kind))
            return;
    }
}

void HtmlSanitiser::closeImplied(const ElementRule& next)
{
    if (next.kind == Kind::Inline || next.kind == Kind::Image)
        return;
    for (std::size_t depth = m_open.size(); depth-- > 0;) {
        const ElementRule& open = *m_open[depth].rule;
        bool closes = false;
        bool stop = isBarrier(open.kind, next.kind);
        switch (next.kind) {
        case Kind::Link:
            closes = open.kind == Kind::Link;
            stop = stop || (open.kind != Kind::Inline && !closes);
            break;
        case Kind::ListItem:
            closes = open.kind == Kind::ListItem;
            stop =
                stop || open.name == "ul" || open.name == "ol" || open.name == "menu" || open.name == "dir";
            break;
        case Kind::Definition:
            closes = open.kind == Kind::Definition;
            stop = stop || open.name == "dl";
            break;
        case Kind::Cell:
            closes = open.kind == Kind::Cell;
            stop = stop || open.kind == Kind::Row;
            break;
        case Kind::Row:
            closes = open.kind == Kind::Row;
            stop = stop || open.kind == Kind::TableGroup;
            break;
        case Kind::TableGroup:
            closes = open.kind == Kind::TableGroup;
            break;
        default:
            closes = open.name == "p";
            stop = stop || (open.kind != Kind::Inline && open.kind != Kind::Link && !closes);
        }
        if (closes) {
            while (m_open.size() > depth)
                closeTop();
            return;
        }
        if (stop)
            return;
    }
}

void HtmlSanitiser::closeTop()
{
    const Open open = m_open.back();
    m_open.pop_back();
    if (open.rule->kind == Kind::Table && m_tables > 0)
        --m_tables;
    if (open.rule->name == "pre")
        --m_preDepth;
    if (!open.written)
        return;
    m_html += "</";
    m_html += open.rule->name;
    m_html += '>';
}

void HtmlSanitiser::writeStart(const ElementRule& rule, const std::vector<RawAttribute>& attributes)
{
    m_html += '<';
    m_html += rule.name;
    std::string name;
    std::vector<std::string_view> seen;
    for (const RawAttribute& attribute : attributes) {
        name = Ascii::lowered(attribute.name.substr(0, 16));
        const AttributeUse use = attributeUse(rule, name);
        if (use == AttributeUse::No)
            continue;
        const bool again = std::any_of(seen.begin(), seen.end(), [&](std::string_view other) {
            return Ascii::equalsIgnoringCase(other, attribute.name);
        });
        if (again)
            continue;
        seen.push_back(attribute.name);
        writeAttribute(name, use, attribute.value);
    }
    m_html += '>';
    m_wordLength = 0;
}

void HtmlSanitiser::writeAttribute(std::string_view name, AttributeUse use, std::string_view raw)
{
    if (raw.size() > longestAddress || (use == AttributeUse::Text && raw.size() > longestAttribute))
        return;
    m_scratch.clear();
    appendResolved(m_scratch, raw, m_xml ? ReferenceRules::Xml : ReferenceRules::HtmlAttribute);
    std::string value;
    int number = 0;
    switch (use) {
    case AttributeUse::Text:
        value = m_scratch;
        break;
    case AttributeUse::Link:
    case AttributeUse::Image:
    case AttributeUse::Citation: {
        value = WebUrl::cleaned(m_scratch);
        if (WebUrl::scheme(value).empty() && !value.starts_with('#')) // within the text: nowhere else
            value = WebUrl::resolve(base(), value);
        // Looked at last, as a base may be hostile too.
        const std::string scheme = WebUrl::scheme(value);
        if (scheme.empty() && value.find(':') < value.find_first_of("/?#"))
            return; // a colon after nothing: readers differ on what that is
        const bool web = scheme.empty() || scheme == "http" || scheme == "https";
        if (web ? !mayBeLive(value, m_home) : use != AttributeUse::Link || scheme != "mailto")
            return;
        break;
    }
    case AttributeUse::Span:
    case AttributeUse::Size: {
        const std::string_view digits = Ascii::trimmed(m_scratch);
        const auto [rest, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (error != std::errc() || number < 1)
            return;
        if (use == AttributeUse::Size && rest != digits.data() + digits.size())
            return; // a percentage: of what, the reader decides
        value = std::to_string(std::min(number, use == AttributeUse::Span ? m_limits.span : m_limits.size));
        break;
    }
    case AttributeUse::No:
        return;
    }
    m_html += ' ';
    m_html += name;
    m_html += "=\"";
    appendEscaped(m_html, value);
    m_html += '"';
}

void HtmlSanitiser::addText(std::string_view text)
{
    if (!m_removing.empty() || text.empty())
        return;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (Ascii::isSpace(c)) {
            m_wordLength = 0;
            m_html += c;
            if (m_preDepth > 0 && c == '\n')
                breakLine();
            else
                m_spacePending = true;
            continue;
        }
        const bool startsCharacter = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        if (startsCharacter) {
            if (++m_wordLength > m_limits.word) {
                m_html += "\xE2\x80\x8B"; // a zero-width space lets it break
                m_wordLength = 1;
            }
            if (m_html.size() >= m_limits.bytes) {
                m_full = true;
                return;
            }
        }
        if (m_spacePending) {
            m_spacePending = false;
            if (!m_text.empty() && m_text.back() != '\n')
                m_text += ' ';
        }
        m_text += c;
        switch (c) {
        case '&':
            m_html += "&amp;";
            break;
        case '<':
            m_html += "&lt;";
            break;
        case '>':
            m_html += "&gt;";
            break;
        default:
            m_html += c;
        }
    }
}

void HtmlSanitiser::breakLine()
{
    m_spacePending = false;
    if (!m_text.empty() && m_text.back() != '\n')
        m_text += '\n';
}

SafeHtml HtmlSanitiser::finish()
{
    if (m_full) {
        m_html += "\xE2\x80\xA6";
        m_text += "\xE2\x80\xA6";
    }
    while (!m_open.empty())
        closeTop();
    while (!m_text.empty() && m_text.back() == '\n')
        m_text.pop_back();
    return {std::move(m_html), std::move(m_text)};
}

} // namespace Scoredesk
