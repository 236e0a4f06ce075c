// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/xml/declaredentities.h"

#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/references.h"

namespace Scoredesk {

namespace {

constexpr std::size_t mostEntities = 64;
constexpr std::size_t longestValue = 512;

std::string_view takeWord(std::string_view& text)
{
    text = Ascii::trimmed(text);
    std::size_t end = 0;
    while (end < text.size() && !Ascii::isSpace(text[end]))
        ++end;
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

} // namespace

void DeclaredEntities::read(std::string_view doctype)
{
    std::size_t at = doctype.find("<!ENTITY");
    while (at != std::string_view::npos && m_values.size() < mostEntities) {
        std::string_view rest = doctype.substr(at + 8, 1024);
        const std::string_view name = takeWord(rest);
        rest = Ascii::trimmed(rest);
        if (!name.empty() && name != "%" && !rest.empty() && (rest.front() == '"' || rest.front() == '\'')) {
            const std::size_t end = rest.find(rest.front(), 1);
            const std::string_view value = end == std::string_view::npos ? "" : rest.substr(1, end - 1);
            const bool plain = value.find('<') == std::string_view::npos &&
                               (value.find('&') == std::string_view::npos || value.starts_with("&#"));
            if (!value.empty() && value.size() <= longestValue && plain)
                m_values.emplace_back(name, resolved(value, ReferenceRules::Xml));
        }
        at = doctype.find("<!ENTITY", at + 8);
    }
}

bool DeclaredEntities::append(std::string& out, std::string_view name)
{
    for (const auto& [known, value] : m_values) {
        if (known != name)
            continue;
        if (value.size() > m_budget)
            return false;
        m_budget -= value.size();
        out += value;
        return true;
    }
    return false;
}

} // namespace Scoredesk
