// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/xml/namespaces.h"

#include "app/feeds/parse/text/ascii.h"

#include <algorithm>
#include <array>

namespace Scoredesk {

namespace {

struct Known {
    std::string_view name; ///< folded
    Space space;
};

constexpr std::array knownUris{
    Known{"w3.org/2005/atom", Space::Atom},
    Known{"purl.org/atom/ns", Space::Atom},
    Known{"purl.org/atom", Space::Atom},
    Known{"purl.org/rss/1.0/modules/content", Space::Content},
    Known{"purl.org/rss/1.0/modules/syndication", Space::Syndication},
    Known{"purl.org/rss/1.0/modules/dc", Space::DublinCore},
    Known{"purl.org/dc/elements/1.1", Space::DublinCore},
    Known{"purl.org/dc/elements/1.0", Space::DublinCore},
    Known{"purl.org/dc/terms", Space::DcTerms},
    Known{"purl.org/rss/1.0/modules/dcterms", Space::DcTerms},
    Known{"search.yahoo.com/mrss", Space::Media},
    Known{"video.search.yahoo.com/mrss", Space::Media},
    Known{"itunes.com/dtds/podcast-1.0.dtd", Space::Itunes},
    Known{"google.com/schemas/play-podcasts/1.0", Space::Itunes},
    Known{"apple.com/dtds/podcast-1.0.dtd", Space::Itunes},
    Known{"purl.org/syndication/thread/1.0", Space::Thread},
    Known{"rssnamespace.org/feedburner/ext/1.0", Space::Feedburner},
    Known{"w3.org/1999/02/22-rdf-syntax-ns", Space::Rdf},
    Known{"w3.org/1999/xhtml", Space::Xhtml},
    Known{"w3.org/xml/1998/namespace", Space::Xml},
    Known{"w3.org/1999/xlink", Space::Xlink},
    Known{"purl.org/rss/1.0", Space::None},
    Known{"purl.org/net/rss1.1", Space::None},
    Known{"purl.org/rss/2.0", Space::None},
    Known{"my.netscape.com/rdf/simple/0.9", Space::None},
    Known{"channel.netscape.com/rdf/simple/0.9", Space::None},
    Known{"my.netscape.com/publish/formats/rss-0.91.dtd", Space::None},
    Known{"backend.userland.com/rss", Space::None},
    Known{"backend.userland.com/rss2", Space::None},
    Known{"backend.userland.com/rss091", Space::None},
    Known{"backend.userland.com/rss2.0", Space::None},
    Known{"backend.userland.com/rss20", Space::None},
    Known{"blogs.law.harvard.edu/tech/rss", Space::None},
    Known{"cyber.law.harvard.edu/rss", Space::None},
    Known{"rssboard.org/rss-specification", Space::None},
};

constexpr std::array knownPrefixes{
    Known{"atom", Space::Atom},       Known{"atom10", Space::Atom},
    Known{"atom03", Space::Atom},     Known{"a10", Space::Atom},
    Known{"content", Space::Content}, Known{"dc", Space::DublinCore},
    Known{"dcterms", Space::DcTerms}, Known{"media", Space::Media},
    Known{"itunes", Space::Itunes},   Known{"googleplay", Space::Itunes},
    Known{"sy", Space::Syndication},  Known{"syn", Space::Syndication},
    Known{"thr", Space::Thread},      Known{"feedburner", Space::Feedburner},
    Known{"rdf", Space::Rdf},         Known{"xml", Space::Xml},
    Known{"xhtml", Space::Xhtml},     Known{"xlink", Space::Xlink},
    Known{"rss", Space::None},
};

} // namespace

Space spaceOfUri(std::string_view uri)
{
    std::string folded = Ascii::lowered(Ascii::trimmed(uri).substr(0, 256));
    std::string_view name = folded;
    for (const std::string_view start : {"http://", "https://", "www."}) {
        if (name.starts_with(start))
            name.remove_prefix(start.size());
    }
    while (!name.empty() && (name.back() == '/' || name.back() == '#'))
        name.remove_suffix(1);
    if (name.empty())
        return Space::None;
    const auto* const found = std::find_if(knownUris.begin(), knownUris.end(),
                                           [&](const Known& known) { return known.name == name; });
    return found == knownUris.end() ? Space::Other : found->space;
}

Space spaceOfPrefix(std::string_view prefix)
{
    const auto* const found =
        std::find_if(knownPrefixes.begin(), knownPrefixes.end(),
                     [&](const Known& known) { return Ascii::equalsIgnoringCase(known.name, prefix); });
    return found == knownPrefixes.end() ? Space::Other : found->space;
}

} // namespace Scoredesk
