// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/xml/elementname.h"

#include "app/feeds/parse/text/ascii.h"

#include <array>
#include <unordered_map>

namespace Scoredesk {

namespace {

constexpr std::size_t longestName = 17;

const std::unordered_map<std::string_view, Name>& names()
{
    static const std::unordered_map<std::string_view, Name> map{
        {"abstract", Name::Abstract},
        {"about", Name::About},
        {"author", Name::Author},
        {"body", Name::Body},
        {"category", Name::Category},
        {"channel", Name::Channel},
        {"comments", Name::Comments},
        {"content", Name::Content},
        {"contributor", Name::Contributor},
        {"copyright", Name::Copyright},
        {"created", Name::Created},
        {"creator", Name::Creator},
        {"date", Name::Date},
        {"day", Name::Day},
        {"description", Name::Description},
        {"div", Name::Div},
        {"email", Name::Email},
        {"enclosure", Name::Enclosure},
        {"encoded", Name::Encoded},
        {"entry", Name::Entry},
        {"feed", Name::Feed},
        {"fullitem", Name::FullItem},
        {"group", Name::Group},
        {"guid", Name::Guid},
        {"head", Name::Head},
        {"hour", Name::Hour},
        {"html", Name::Html},
        {"icon", Name::Icon},
        {"id", Name::Id},
        {"identifier", Name::Identifier},
        {"image", Name::Image},
        {"info", Name::Info},
        {"issued", Name::Issued},
        {"item", Name::Item},
        {"items", Name::Items},
        {"keywords", Name::Keywords},
        {"language", Name::Language},
        {"lastbuilddate", Name::LastBuildDate},
        {"link", Name::Link},
        {"logo", Name::Logo},
        {"managingeditor", Name::ManagingEditor},
        {"modified", Name::Modified},
        {"name", Name::Name},
        {"opml", Name::Opml},
        {"origenclosurelink", Name::OrigEnclosureLink},
        {"outline", Name::Outline},
        {"owner", Name::Owner},
        {"player", Name::Player},
        {"pubdate", Name::PubDate},
        {"published", Name::Published},
        {"publisher", Name::Publisher},
        {"rdf", Name::Rdf},
        {"rss", Name::Rss},
        {"skipdays", Name::SkipDays},
        {"skiphours", Name::SkipHours},
        {"source", Name::Source},
        {"subject", Name::Subject},
        {"subtitle", Name::Subtitle},
        {"summary", Name::Summary},
        {"tagline", Name::Tagline},
        {"textinput", Name::TextInput},
        {"thumbnail", Name::Thumbnail},
        {"title", Name::Title},
        {"ttl", Name::Ttl},
        {"updated", Name::Updated},
        {"updatefrequency", Name::UpdateFrequency},
        {"updateperiod", Name::UpdatePeriod},
        {"uri", Name::Uri},
        {"url", Name::Url},
        {"webmaster", Name::WebMaster},
        {"homepage", Name::Uri},
    };
    return map;
}

} // namespace

Name elementName(std::string_view local)
{
    if (local.size() > longestName)
        return Name::Unknown;
    std::array<char, longestName> folded{};
    for (std::size_t i = 0; i < local.size(); ++i)
        folded[i] = Ascii::lower(local[i]);
    const auto found = names().find(std::string_view(folded.data(), local.size()));
    return found == names().end() ? Name::Unknown : found->second;
}

} // namespace Scoredesk
