// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/xml/xmlscanner.h"

#include "app/feeds/parse/text/ascii.h"

namespace Scoredesk {

namespace {

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t mostAttributes = 256;
constexpr std::string_view cdataStart = "<![CDATA[";

bool startsName(char c)
{
    return Ascii::isLetter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}

bool endsName(char c)
{
    return Ascii::isSpace(c) || c == '>' || c == '/' || c == '=' || c == '<' || c == '"' || c == '\'' ||
           c == '\0';
}

} // namespace

XmlScanner::Token XmlScanner::next()
{
    for (;;) {
        m_start = m_at;
        if (m_at >= m_source.size())
            return Token::Done;
        if (m_source[m_at] != '<')
            return scanText();
        const std::string_view rest = m_source.substr(m_at);
        if (rest.size() > 1 && startsName(rest[1]))
            return scanStart();
        if (rest.size() > 2 && rest[1] == '/' && (startsName(rest[2]) || rest[2] == '>'))
            return scanEnd();
        if (rest.starts_with("<!--")) {
            if (skipComment())
                continue;
            return scanText();
        }
        if (Ascii::startsWithIgnoringCase(rest, cdataStart))
            return scanCData();
        if (rest.starts_with("<!"))
            return scanDocType();
        if (rest.starts_with("<?")) {
            std::size_t end = m_source.find('>', m_at);
            if (end == none)
                end = m_source.size() - 1;
            m_text = m_source.substr(m_at, end + 1 - m_at);
            m_at = end + 1;
            return Token::Instruction;
        }
        m_fault = true;
        return scanText();
    }
}

XmlScanner::Token XmlScanner::scanText()
{
    std::size_t end = m_source.find('<', m_at + 1);
    if (end == none)
        end = m_source.size();
    m_text = m_source.substr(m_at, end - m_at);
    m_at = end;
    return Token::Text;
}

XmlScanner::Token XmlScanner::scanStart()
{
    ++m_at;
    m_name = scanName();
    m_lastStart = m_name;
    m_attributes.clear();
    m_selfClosing = false;
    for (;;) {
        skipSpace();
        if (m_at >= m_source.size()) {
            m_fault = true;
            return Token::Start;
        }
        const char c = m_source[m_at];
        if (c == '>') {
            ++m_at;
            return Token::Start;
        }
        if (c == '<') {
            m_fault = true;
            return Token::Start;
        }
        if (c == '/') {
            ++m_at;
            m_selfClosing = m_at < m_source.size() && m_source[m_at] == '>';
            continue;
        }
        scanAttribute();
    }
}

void XmlScanner::scanAttribute()
{
    RawAttribute attribute;
    attribute.name = scanName();
    if (attribute.name.empty()) { // a stray quote or equals sign
        m_fault = true;
        ++m_at;
        return;
    }
    skipSpace();
    if (m_at < m_source.size() && m_source[m_at] == '=') {
        ++m_at;
        skipSpace();
        if (m_at < m_source.size() && (m_source[m_at] == '"' || m_source[m_at] == '\'')) {
            attribute.value = scanQuoted(m_source[m_at]);
        } else {
            m_fault = true;
            const std::size_t start = m_at;
            while (m_at < m_source.size() && !Ascii::isSpace(m_source[m_at]) && m_source[m_at] != '>' &&
                   m_source[m_at] != '<')
                ++m_at;
            if (m_at > start && m_at < m_source.size() && m_source[m_at] == '>' && m_source[m_at - 1] == '/')
                --m_at;
            attribute.value = m_source.substr(start, m_at - start);
        }
    } else {
        m_fault = true;
    }
    if (m_attributes.size() < mostAttributes)
        m_attributes.push_back(attribute);
}

std::string_view XmlScanner::scanQuoted(char quote)
{
    const std::size_t start = ++m_at;
    // A value that runs over the end of its tag into the next one has lost its closing quote.
    std::size_t tagEnd = none;
    while (m_at < m_source.size()) {
        const char c = m_source[m_at];
        if (c == quote) {
            const std::string_view value = m_source.substr(start, m_at - start);
            ++m_at;
            return value;
        }
        if (c == '>' && tagEnd == none)
            tagEnd = m_at;
        if (c == '<') {
            m_fault = true;
            if (tagEnd != none)
                break;
            tagEnd = m_source.size(); // markup within the value: it is not cut then
        }
        ++m_at;
    }
    m_fault = true;
    if (tagEnd < m_source.size())
        m_at = tagEnd;
    const std::size_t end = m_at > start && m_source[m_at - 1] == '/' ? m_at - 1 : m_at;
    return m_source.substr(start, end - start);
}

XmlScanner::Token XmlScanner::scanEnd()
{
    m_at += 2;
    m_name = scanName();
    while (m_at < m_source.size() && m_source[m_at] != '>' && m_source[m_at] != '<')
        ++m_at;
    if (m_at < m_source.size() && m_source[m_at] == '>')
        ++m_at;
    else
        m_fault = true;
    return Token::End;
}

XmlScanner::Token XmlScanner::scanCData()
{
    const std::size_t start = m_at + cdataStart.size();
    if (m_cdataEnd != none && m_cdataEnd < start)
        m_cdataEnd = m_source.find("]]>", start);
    const std::size_t end = m_cdataEnd;
    std::size_t limit = end;
    if (end != none) {
        // CData can't nest, so another start before the end is a sign that the end is missing here.
        const std::size_t second = m_source.substr(0, end).find(cdataStart, start);
        limit = second == none ? none : second;
    }
    if (end == none || limit != none) {
        const std::string_view window = m_source.substr(0, limit);
        std::size_t close = window.find("</", start);
        while (close != none && window.substr(close + 2, m_lastStart.size()) != m_lastStart)
            close = window.find("</", close + 2);
        if (close != none || end == none) {
            m_fault = true;
            m_at = std::min(close, m_source.size());
            m_text = m_source.substr(start, m_at - start);
            return Token::CData;
        }
    }
    m_text = m_source.substr(start, end - start);
    m_at = end + 3;
    return Token::CData;
}

XmlScanner::Token XmlScanner::scanDocType()
{
    const std::size_t start = m_at;
    m_at += 2;
    int depth = 0;
    char quote = '\0';
    if (m_noDocTypeEnd)
        m_at = m_source.size();
    for (; m_at < m_source.size(); ++m_at) {
        const char c = m_source[m_at];
        if (quote != '\0') {
            if (c == quote)
                quote = '\0';
        } else if (depth > 0 && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == '[') {
            ++depth;
        } else if (c == ']') {
            --depth;
        } else if (c == '>' && depth <= 0) {
            break;
        }
    }
    if (m_at >= m_source.size() && start + 2 < m_source.size()) {
        // Never closed: the declaration is given up, not the document.
        m_fault = true;
        m_noDocTypeEnd = true;
        const std::size_t end = m_source.find('>', start);
        m_at = end == none ? m_source.size() - 1 : end;
    }
    m_at = std::min(m_at + 1, m_source.size());
    m_text = m_source.substr(start, m_at - start);
    return Token::DocType;
}

bool XmlScanner::skipComment()
{
    std::size_t end = m_noCommentEnd ? none : m_source.find("-->", m_at + 4);
    m_noCommentEnd = end == none;
    if (end != none) {
        m_at = end + 3;
        return true;
    }
    m_fault = true;
    end = m_source.find('>', m_at);
    if (end == none)
        return false;
    m_at = end + 1;
    return true;
}

std::string_view XmlScanner::scanName()
{
    const std::size_t start = m_at;
    while (m_at < m_source.size() && !endsName(m_source[m_at]))
        ++m_at;
    return m_source.substr(start, m_at - start);
}

void XmlScanner::skipSpace()
{
    while (m_at < m_source.size() && (Ascii::isSpace(m_source[m_at]) || m_source[m_at] == '\0'))
        ++m_at;
}

} // namespace Scoredesk
