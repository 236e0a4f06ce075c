// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/text/references.h"

#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/entitytable.h"
#include "app/feeds/parse/xml/declaredentities.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

namespace Scoredesk {

namespace {

constexpr std::size_t longestName = 32;

// Numbers 128 to 159 mean what Windows-1252 has there: nobody ever wanted the control characters.
constexpr std::array<std::uint16_t, 32> windows1252{
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

const std::unordered_map<std::string_view, std::string_view>& characterMap()
{
    static const auto map = [] {
        std::unordered_map<std::string_view, std::string_view> names;
        names.reserve(2200);
        std::string_view rest = namedCharacters;
        while (!rest.empty()) {
            const std::size_t equals = rest.find('=');
            const std::size_t end = rest.find(' ', equals + 1);
            names.emplace(rest.substr(0, equals), rest.substr(equals + 1, end - equals - 1));
            rest.remove_prefix(end + 1);
        }
        return names;
    }();
    return map;
}

const std::unordered_set<std::string_view>& bareNameSet()
{
    static const auto set = [] {
        std::unordered_set<std::string_view> names;
        std::string_view rest = bareNames;
        while (!rest.empty()) {
            const std::size_t end = rest.find(' ');
            names.insert(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
        return names;
    }();
    return set;
}

/// Nearly all references of feeds are these: found without a table.
constexpr std::array<std::pair<std::string_view, char>, 5> everyday{
    {{"lt;", '<'}, {"gt;", '>'}, {"amp;", '&'}, {"quot;", '"'}, {"apos;", '\''}}};

/// Whether a byte ends the stretch that can be copied as it is.
constexpr std::array<bool, 256> stops = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 0x20; ++c)
        table[static_cast<std::size_t>(c)] = c != '\n' && c != '\t';
    table['&'] = true;
    table[0x7F] = true;
    table[0xC2] = true; // may lead a control character that is meant to be one of Windows-1252
    return table;
}();

/// Whether the byte just passed and the one at i are such a character; it is appended then.
bool appendC1(std::string& out, std::string_view text, std::size_t i)
{
    const auto second = i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    if (second < 0x80 || second >= 0xA0)
        return false;
    appendCharacterNumber(out, second);
    return true;
}

/// Reads `#…` after an ampersand; the length used, 0 where there is no number.
std::size_t appendNumber(std::string& out, std::string_view text, bool needsSemicolon)
{
    std::size_t i = 1;
    const bool hex = i < text.size() && Ascii::lower(text[i]) == 'x';
    if (hex)
        ++i;
    const std::size_t start = i;
    std::uint32_t code = 0;
    for (; i < text.size(); ++i) {
        const char c = Ascii::lower(text[i]);
        int digit = -1;
        if (Ascii::isDigit(c))
            digit = c - '0';
        else if (hex && c >= 'a' && c <= 'f')
            digit = c - 'a' + 10;
        if (digit < 0)
            break;
        if (code <= 0x10FFFF)
            code = code * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit);
    }
    if (i == start)
        return 0;
    const bool closed = i < text.size() && text[i] == ';';
    if (needsSemicolon && !closed)
        return 0;
    appendCharacterNumber(out, code);
    return closed ? i + 1 : i;
}

std::size_t appendName(std::string& out, std::string_view text, ReferenceRules rules,
                       DeclaredEntities* declared)
{
    for (const auto& [name, character] : everyday) {
        if (text.starts_with(name)) {
            out += character;
            return name.size();
        }
    }
    std::size_t end = 0;
    while (end < text.size() && end < longestName &&
           (Ascii::isLetter(text[end]) || Ascii::isDigit(text[end]) || text[end] == '_' || text[end] == '-' ||
            text[end] == '.'))
        ++end;
    if (end == 0)
        return 0;
    const bool closed = end < text.size() && text[end] == ';';
    if (closed) {
        const auto found = characterMap().find(text.substr(0, end));
        if (found != characterMap().end()) {
            out += found->second;
            return end + 1;
        }
        if (declared && declared->append(out, text.substr(0, end)))
            return end + 1;
    }
    if (rules == ReferenceRules::Xml)
        return 0;
    for (std::size_t length = std::min<std::size_t>(end, 6); length >= 2; --length) {
        const std::string_view name = text.substr(0, length);
        if (!bareNameSet().contains(name))
            continue;
        const char next = length < text.size() ? text[length] : '\0';
        if (rules == ReferenceRules::HtmlAttribute &&
            (next == '=' || Ascii::isLetter(next) || Ascii::isDigit(next)))
            return 0;
        out += characterMap().find(name)->second;
        return length;
    }
    return 0;
}

} // namespace

void appendCharacterNumber(std::string& out, std::uint32_t code)
{
    if (code >= 0x80 && code < 0xA0)
        code = windows1252[code - 0x80];
    const bool control = (code < 0x20 && code != '\n' && code != '\t' && code != '\r') || code == 0x7F;
    if (!control)
        Ascii::appendUtf8(out, code == '\r' ? '\n' : code);
}

void appendResolved(std::string& out, std::string_view text, ReferenceRules rules, DeclaredEntities* declared)
{
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t start = i;
        while (i < text.size() && !stops[static_cast<unsigned char>(text[i])])
            ++i;
        out.append(text, start, i - start);
        if (i == text.size())
            break;
        const char c = text[i++];
        if (c == '\r') {
            if (i == text.size() || text[i] != '\n')
                out += '\n';
        } else if (c == '\f' || c == '\v') {
            out += ' ';
        } else if (c == '\xC2') {
            if (appendC1(out, text, i))
                ++i;
            else
                out += c;
        } else if (c == '&') {
            const std::string_view rest = text.substr(i);
            std::size_t used = 0;
            if (!rest.empty() && rest.front() == '#')
                used = appendNumber(out, rest, rules == ReferenceRules::Xml);
            else
                used = appendName(out, rest, rules, declared);
            if (used == 0)
                out += '&';
            i += used;
        }
    }
}

void appendCleaned(std::string& out, std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size()) {
        const std::size_t start = i;
        while (i < text.size() && (!stops[static_cast<unsigned char>(text[i])] || text[i] == '&'))
            ++i;
        out.append(text, start, i - start);
        if (i == text.size())
            break;
        const char c = text[i++];
        if (c == '\r' && (i == text.size() || text[i] != '\n'))
            out += '\n';
        else if (c == '\f' || c == '\v')
            out += ' ';
        else if (c == '\xC2' && appendC1(out, text, i))
            ++i;
        else if (c == '\xC2')
            out += c;
    }
}

std::string resolved(std::string_view text, ReferenceRules rules, DeclaredEntities* declared)
{
    std::string out;
    out.reserve(text.size());
    appendResolved(out, text, rules, declared);
    return out;
}

bool holdsReference(std::string_view text)
{
    std::string scratch;
    for (std::size_t i = text.find('&'); i != std::string_view::npos; i = text.find('&', i + 1)) {
        const std::string_view rest = text.substr(i + 1);
        const bool number = !rest.empty() && rest.front() == '#';
        if ((number ? appendNumber(scratch, rest, false)
                    : appendName(scratch, rest, ReferenceRules::Html, nullptr)) > 0)
            return true;
    }
    return false;
}

void appendEscaped(std::string& out, std::string_view text)
{
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            out += c;
        }
    }
}

} // namespace Scoredesk
