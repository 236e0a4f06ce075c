// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/html/plaintext.h"

#include "app/feeds/parse/html/elementrules.h"
#include "app/feeds/parse/html/htmlscanner.h"
#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/references.h"

namespace Scoredesk {

std::string collapsedSpace(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    for (const char c : text) {
        if (Ascii::isSpace(c)) {
            pending = !out.empty();
            continue;
        }
        if (pending)
            out += ' ';
        pending = false;
        out += c;
    }
    return out;
}

std::string plainTextOfHtml(std::string_view html)
{
    std::string text;
    HtmlScanner scanner(html);
    for (;;) {
        switch (scanner.next()) {
        case HtmlScanner::Token::Done:
            return collapsedSpace(text);
        case HtmlScanner::Token::Text:
            appendResolved(text, scanner.text(), ReferenceRules::Html);
            break;
        case HtmlScanner::Token::Raw:
            if (elementRule(scanner.name()).action != ElementRule::Action::Remove)
                appendResolved(text, scanner.text(), ReferenceRules::Html);
            break;
        case HtmlScanner::Token::Start: {
            const ElementRule& rule = elementRule(scanner.name());
            if (rule.kind == ElementRule::Kind::Block || rule.name == "br")
                text += ' ';
            break;
        }
        default:
            break;
        }
    }
}

bool holdsHtmlTag(std::string_view text)
{
    for (std::size_t i = text.find('<'); i != std::string_view::npos; i = text.find('<', i + 1)) {
        std::string_view rest = text.substr(i + 1, 24);
        if (rest.starts_with("!--"))
            return true;
        if (rest.starts_with('/'))
            rest.remove_prefix(1);
        std::size_t end = 0;
        while (end < rest.size() && (Ascii::isLetter(rest[end]) || Ascii::isDigit(rest[end])))
            ++end;
        if (end == 0 ||
            (end < rest.size() && rest[end] != '>' && rest[end] != '/' && !Ascii::isSpace(rest[end])))
            continue;
        if (text.find('>', i) == std::string_view::npos)
            return false;
        if (!elementRule(Ascii::lowered(rest.substr(0, end))).name.empty())
            return true;
    }
    return false;
}

std::string plainTextOfMaybeHtml(std::string_view text)
{
    if (holdsHtmlTag(text))
        return plainTextOfHtml(text);
    if (text.find('&') != std::string_view::npos)
        return collapsedSpace(resolved(text, ReferenceRules::Html));
    return collapsedSpace(text);
}

} // namespace Scoredesk
