// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/html/elementrules.h"

#include <unordered_map>

namespace Scoredesk {

namespace {

using Action = ElementRule::Action;
using Kind = ElementRule::Kind;

struct Names {
    Action action;
    Kind kind;
    std::string_view names; ///< each followed by a space
};

constexpr Names rules[] = {
    {Action::Keep, Kind::Link, "a "},
    {Action::Keep, Kind::Inline,
     "abbr acronym b bdi bdo big cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strike "
     "strong sub sup time tt u var "},
    {Action::Keep, Kind::Block,
     "address article aside blockquote center details dir div dl figcaption figure footer h1 h2 h3 h4 h5 h6 "
     "header main menu nav ol p pre section summary ul "},
    {Action::Keep, Kind::ListItem, "li "},
    {Action::Keep, Kind::Definition, "dd dt "},
    {Action::Keep, Kind::Table, "table "},
    {Action::Keep, Kind::TableGroup, "caption tbody tfoot thead "},
    {Action::Keep, Kind::Row, "tr "},
    {Action::Keep, Kind::Cell, "td th "},
    {Action::Void, Kind::Inline, "br wbr "},
    {Action::Void, Kind::Block, "hr "},
    {Action::Void, Kind::Image, "img "},
    {Action::Unwrap, Kind::Block,
     "body fieldset form hgroup html legend listing noscript optgroup option search select xmp plaintext "
     "textarea "},
    {Action::Remove, Kind::Inline, "script style template title applet "},
    {Action::Drop, Kind::Inline,
     "area base basefont bgsound col embed frame input keygen link meta param source track "},
};

const std::unordered_map<std::string_view, ElementRule>& ruleMap()
{
    static const auto map = [] {
        std::unordered_map<std::string_view, ElementRule> all;
        for (const Names& group : rules) {
            std::string_view rest = group.names;
            while (!rest.empty()) {
                const std::size_t end = rest.find(' ');
                const std::string_view name = rest.substr(0, end);
                all.emplace(name, ElementRule{name, group.action, group.kind});
                rest.remove_prefix(end + 1);
            }
        }
        return all;
    }();
    return map;
}

} // namespace

const ElementRule& elementRule(std::string_view name)
{
    static const ElementRule unknown;
    const auto found = ruleMap().find(name);
    return found == ruleMap().end() ? unknown : found->second;
}

AttributeUse attributeUse(const ElementRule& element, std::string_view attribute)
{
    if (attribute == "title" || attribute == "dir" || attribute == "lang")
        return AttributeUse::Text;
    if (element.kind == Kind::Link)
        return attribute == "href" ? AttributeUse::Link : AttributeUse::No;
    if (element.kind == Kind::Image) {
        if (attribute == "src")
            return AttributeUse::Image;
        if (attribute == "width" || attribute == "height")
            return AttributeUse::Size;
        return attribute == "alt" ? AttributeUse::Text : AttributeUse::No;
    }
    if (element.kind == Kind::Cell)
        return attribute == "colspan" || attribute == "rowspan" ? AttributeUse::Span : AttributeUse::No;
    if (attribute == "cite") {
        const bool quotes = element.name == "blockquote" || element.name == "q" || element.name == "ins" ||
                            element.name == "del";
        return quotes ? AttributeUse::Citation : AttributeUse::No;
    }
    if (attribute == "datetime")
        return AttributeUse::Text;
    return AttributeUse::No;
}

} // namespace Scoredesk
