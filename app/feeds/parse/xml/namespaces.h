// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace Scoredesk {

/// The vocabularies that the mapping knows. None is no namespace and all that RSS ever called its own.
enum class Space : std::uint8_t {
    None,
    Atom,
    Rdf,
    Content,
    DublinCore,
    DcTerms,
    Media,
    Itunes,
    Syndication,
    Thread,
    Xml,
    Xhtml,
    Feedburner,
    Xlink,
    Other,
};

/// By its name, forgiving case, scheme, www and a slash or hash at the end.
[[nodiscard]] Space spaceOfUri(std::string_view uri);

/// What an undeclared prefix means by custom.
[[nodiscard]] Space spaceOfPrefix(std::string_view prefix);

} // namespace Scoredesk
