// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"
#include "app/feeds/parse/xml/xmldocument.h"

#include <string_view>

namespace Scoredesk {

/// A person out of "jo@example.org (Jo Doe)", "Jo Doe <jo@example.org>" or a plain name.
[[nodiscard]] FeedPerson personFromText(std::string_view text);

/// A person out of an element with name, email and uri, or with text as above.
[[nodiscard]] FeedPerson personFromElement(const XmlElement& element, const std::string& base);

/// More authors than these no feed and no item has.
inline constexpr qsizetype mostPeople = 50;
/// Letters of a name or an address.
inline constexpr qsizetype longestName = 300;

/// Adds a person who says anything and is not there yet; one who is gains what was missing. Names are cut to
/// longestName; nobody is added beyond mostPeople.
void addPerson(QList<FeedPerson>& people, const FeedPerson& person);

} // namespace Scoredesk
