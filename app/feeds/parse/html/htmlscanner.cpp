// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/html/htmlscanner.h"

#include "app/feeds/parse/text/ascii.h"

#include <algorithm>
#include <array>

namespace Scoredesk {

namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t mostAttributes = 256;

/// Elements whose content is no markup, up to their end tag.
bool holdsRawText(std::string_view name)
{
    constexpr std::array<std::string_view, 6> raw{"script", "style", "xmp", "textarea", "title", "plaintext"};
    return std::find(raw.begin(), raw.end(), name) != raw.end();
}

} // namespace

HtmlScanner::Token HtmlScanner::next()
{
    if (m_rawNext) {
        m_rawNext = false;
        return scanRaw();
    }
    while (m_at < m_source.size()) {
        if (m_source[m_at] != '<')
            return scanText();
        const char c = m_at + 1 < m_source.size() ? m_source[m_at + 1] : '\0';
        if (Ascii::isLetter(c))
            return scanStart();
        if (c == '/') {
            const char after = m_at + 2 < m_source.size() ? m_source[m_at + 2] : '\0';
            if (Ascii::isLetter(after))
                return scanEnd();
            if (after == '\0')
                return scanText();
            skipTo('>');
        } else if (m_source.substr(m_at, 4) == "<!--") {
            skipComment();
        } else if (m_source.substr(m_at, 9) == "<![CDATA[") {
            // Not HTML, but in feeds it is meant as in XML.
            const std::size_t end = std::min(m_source.find("]]>", m_at), m_source.size());
            m_text = m_source.substr(m_at + 9, end - std::min(end, m_at + 9));
            m_at = std::min(end + 3, m_source.size());
            return Token::Text;
        } else if (c == '!' || c == '?') {
            const char after = m_at + 2 < m_source.size() ? m_source[m_at + 2] : '\0';
            if (!Ascii::isLetter(after) || !hasTagEnd())
                return scanText(); // what is not even a declaration is what somebody wrote
            skipTo('>');
        } else {
            return scanText();
        }
    }
    return Token::Done;
}

void HtmlScanner::skipTo(char c)
{
    const std::size_t at = m_source.find(c, m_at);
    m_at = at == none ? m_source.size() : at + 1;
}

void HtmlScanner::skipComment()
{
    const std::string_view rest = m_source.substr(m_at + 4);
    if (rest.starts_with('>')) {
        m_at += 5;
        return;
    }
    if (rest.starts_with("->")) {
        m_at += 6;
        return;
    }
    const std::size_t end = m_noCommentEnd ? none : rest.find("-->");
    m_noCommentEnd = end == none;
    if (end != none)
        m_at += 4 + end + 3;
    else
        skipTo('>'); // never closed: the comment is given up, not the rest of the text
}

bool HtmlScanner::hasTagEnd()
{
    if (m_tagEnd != none && m_tagEnd <= m_at)
        m_tagEnd = m_source.find('>', m_at);
    return m_tagEnd != none;
}

HtmlScanner::Token HtmlScanner::scanText()
{
    std::size_t end = m_source.find('<', m_at + 1);
    if (end == none)
        end = m_source.size();
    m_text = m_source.substr(m_at, end - m_at);
    m_at = end;
    return Token::Text;
}

HtmlScanner::Token HtmlScanner::scanRaw()
{
    std::size_t end = m_at;
    for (;;) {
        end = m_source.find("</", end);
        if (end == none) {
            end = m_source.size();
            break;
        }
        if (Ascii::startsWithIgnoringCase(m_source.substr(end + 2), m_name)) {
            const std::size_t after = end + 2 + m_name.size();
            if (after >= m_source.size() || Ascii::isSpace(m_source[after]) || m_source[after] == '>' ||
                m_source[after] == '/')
                break;
        }
        end += 2;
    }
    m_text = m_source.substr(m_at, end - m_at);
    m_at = end;
    return Token::Raw;
}

void HtmlScanner::readName()
{
    m_name.clear();
    while (m_at < m_source.size() && !Ascii::isSpace(m_source[m_at]) && m_source[m_at] != '>' &&
           m_source[m_at] != '/')
        m_name += Ascii::lower(m_source[m_at++]);
}

HtmlScanner::Token HtmlScanner::scanStart()
{
    ++m_at;
    readName();
    m_attributes.clear();
    m_selfClosing = false;
    m_closed = false;
    while (scanAttribute()) {
    }
    if (!m_closed)
        return Token::Done; // cut short: no tag at all
    m_rawNext = !m_selfClosing && holdsRawText(m_name);
    return Token::Start;
}

HtmlScanner::Token HtmlScanner::scanEnd()
{
    m_at += 2;
    readName();
    m_attributes.clear();
    while (scanAttribute()) {
    }
    return Token::End;
}

bool HtmlScanner::scanAttribute()
{
    const auto more = [this] { return m_at < m_source.size(); };
    while (more() && (Ascii::isSpace(m_source[m_at]) || m_source[m_at] == '/'))
        m_selfClosing = m_source[m_at++] == '/';
    if (!more())
        return false;
    if (m_source[m_at] == '>') {
        ++m_at;
        m_closed = true;
        return false;
    }
    RawAttribute attribute;
    std::size_t start = m_at++; // whatever it is, it starts a name
    while (more() && !Ascii::isSpace(m_source[m_at]) && m_source[m_at] != '/' && m_source[m_at] != '>' &&
           m_source[m_at] != '=')
        ++m_at;
    attribute.name = m_source.substr(start, m_at - start);
    m_selfClosing = false;
    std::size_t look = m_at;
    while (look < m_source.size() && Ascii::isSpace(m_source[look]))
        ++look;
    if (look < m_source.size() && m_source[look] == '=') {
        m_at = look + 1;
        while (more() && Ascii::isSpace(m_source[m_at]))
            ++m_at;
        const char quote = more() ? m_source[m_at] : '\0';
        if (quote == '"' || quote == '\'') {
            start = m_at + 1;
            const std::size_t end = std::min(m_source.find(quote, start), m_source.size());
            attribute.value = m_source.substr(start, end - start);
            m_at = std::min(end + 1, m_source.size());
        } else {
            start = m_at;
            while (more() && !Ascii::isSpace(m_source[m_at]) && m_source[m_at] != '>')
                ++m_at;
            attribute.value = m_source.substr(start, m_at - start);
        }
    }
    if (m_attributes.size() < mostAttributes)
        m_attributes.push_back(attribute);
    return true;
}

} // namespace Scoredesk
