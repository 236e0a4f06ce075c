// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"
#include "app/feeds/parse/xml/xmldocument.h"

#include <optional>

namespace Scoredesk {

/// Makes a subscription list out of an OPML document; nothing where it is none. An outline with the address
/// of a feed is a feed whatever its type says; any other that holds outlines is a folder.
[[nodiscard]] std::optional<Outline> mapOutline(const XmlDocument& document);

} // namespace Scoredesk
