// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"
#include "app/feeds/parse/xml/xmldocument.h"

#include <string>
#include <string_view>

namespace Scoredesk {

/// What the text of an element is, by its type and mode and by what it looks like.
enum class TextKind { Plain, Html, Xhtml, Unsure };

[[nodiscard]] TextKind textKind(const XmlElement& element);

/// The element's text in one line without markup.
[[nodiscard]] std::string plainTextOf(const XmlElement& element);

/// The element's text as HTML, its links against the base. `home` is where the feed was fetched.
[[nodiscard]] FeedBody bodyOf(const XmlElement& element, std::string_view base, std::string_view home);

/// The same of HTML or text that stands elsewhere.
[[nodiscard]] FeedBody bodyOfHtml(std::string_view html, std::string_view base, std::string_view home);
[[nodiscard]] FeedBody bodyOfText(std::string_view text);

/// The base that holds within the element: its xml:base against the one around it.
[[nodiscard]] std::string baseWithin(const XmlElement& element, const std::string& outer);

} // namespace Scoredesk
