// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace Scoredesk {

/// What becomes of an HTML element on its way to the screen.
struct ElementRule {
    enum class Action : std::uint8_t {
        Keep,
        Void,   ///< kept, and has neither content nor end tag
        Unwrap, ///< its content stays, its tags go
        Remove, ///< goes with its content
        Drop,   ///< goes; has no content
    };
    enum class Kind : std::uint8_t {
        Inline,
        Block,
        ListItem,
        Definition,
        Row,
        Cell,
        TableGroup,
        Table,
        Image,
        Link
    };

    std::string_view name;
    Action action = Action::Unwrap;
    Kind kind = Kind::Inline;
};

/// The rule for a name in lower case; unknown elements are unwrapped.
[[nodiscard]] const ElementRule& elementRule(std::string_view name);

/// Whether an element that is kept may carry an attribute of that name (lower case), and what it holds.
enum class AttributeUse : std::uint8_t { No, Text, Link, Image, Citation, Span, Size };
[[nodiscard]] AttributeUse attributeUse(const ElementRule& element, std::string_view attribute);

} // namespace Scoredesk
