// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/safehtml.h"

#include <cstdlib>
#include <set>
#include <string>

namespace Scoredesk::Fuzz {

namespace {

const std::set<std::string_view> forbidden{
    "script", "style", "iframe", "object", "embed",  "form",   "input", "meta",     "link",     "base",
    "svg",    "math",  "html",   "body",   "button", "select", "frame", "textarea", "noscript", "title"};
const std::set<std::string_view> attributes{"href",    "src",     "alt",  "title", "dir",    "lang",
                                            "colspan", "rowspan", "cite", "width", "height", "datetime"};

/// A link to a server names it plainly: no name and password before it, no backslash that some read as a
/// slash.
void requireHonest(std::string_view address)
{
    const std::size_t colon = address.find(':');
    const bool web = address.starts_with("http") || address.starts_with("HTTP");
    if (web && colon < address.find_first_of("/?#")) {
        address.remove_prefix(colon + 1);
        require(address.starts_with("//"));
    }
    if (address.starts_with("//"))
        require(address.substr(2, address.substr(2).find_first_of("/?#")).find_first_of("\\@") ==
                std::string_view::npos);
}

/// Reads one tag that starts after its '<'; gives what follows it.
std::string_view afterTag(std::string_view rest)
{
    const bool closing = rest.starts_with('/');
    if (closing)
        rest.remove_prefix(1);
    std::size_t length = 0;
    while (length < rest.size() &&
           ((rest[length] >= 'a' && rest[length] <= 'z') || (rest[length] >= '1' && rest[length] <= '6')))
        ++length;
    require(length > 0 && !forbidden.contains(rest.substr(0, length)));
    rest.remove_prefix(length);
    while (!closing && rest.starts_with(' ')) {
        const std::size_t equals = rest.find("=\"");
        require(equals != std::string_view::npos);
        const std::string_view name = rest.substr(1, equals - 1);
        require(attributes.contains(name));
        rest.remove_prefix(equals + 2);
        const std::size_t end = rest.find('"');
        require(end != std::string_view::npos);
        const std::string_view value = rest.substr(0, end);
        require(value.find_first_of("<>") == std::string_view::npos);
        if (name == "href" || name == "src" || name == "cite") {
            std::string squeezed;
            for (const char c : value.substr(0, value.find_first_of("/?#"))) {
                if (static_cast<unsigned char>(c) > 0x20)
                    squeezed += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
            }
            const bool colon = squeezed.find(':') != std::string::npos;
            require(!colon || squeezed.starts_with("http:") || squeezed.starts_with("https:") ||
                    (name == "href" && squeezed.starts_with("mailto:")));
            requireHonest(value);
        }
        rest.remove_prefix(end + 1);
    }
    require(rest.starts_with('>'));
    return rest.substr(1);
}

} // namespace

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void requireSafe(std::string_view html)
{
    std::size_t at = html.find('<');
    while (at != std::string_view::npos) {
        html = afterTag(html.substr(at + 1));
        at = html.find('<');
    }
}

void requireSafe(const QString& html)
{
    const std::string utf8 = html.toStdString();
    requireSafe(std::string_view(utf8));
}

} // namespace Scoredesk::Fuzz
