// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace Scoredesk {

class DeclaredEntities;

/// Where a text stands, which decides how strictly `&name` is read.
enum class ReferenceRules {
    Xml,           ///< a name needs its semicolon; HTML's names count too, as feeds use them undeclared
    Html,          ///< old names may lack it
    HtmlAttribute, ///< as Html, but not before a letter, a digit or '=': such is part of an address
};

/// Appends text with its character references resolved once, line ends made \n, and control characters
/// dropped. What is no reference stays as it is.
void appendResolved(std::string& out, std::string_view text, ReferenceRules rules,
                    DeclaredEntities* declared = nullptr);

/// The same without resolving anything.
void appendCleaned(std::string& out, std::string_view text);

[[nodiscard]] std::string resolved(std::string_view text, ReferenceRules rules,
                                   DeclaredEntities* declared = nullptr);

/// Whether the text holds something that an HTML reader would resolve.
[[nodiscard]] bool holdsReference(std::string_view text);

/// Appends what `&#code;` means: as in HTML, 128 to 159 are those of Windows-1252; controls are dropped.
void appendCharacterNumber(std::string& out, std::uint32_t code);

/// Appends text so that it reads back as itself between tags and within double quotes.
void appendEscaped(std::string& out, std::string_view text);

} // namespace Scoredesk
