// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/html/liverule.h"

#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/weburl.h"
#include "storage/domain/link.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace Scoredesk {

namespace {

/// Ends of names that are looked at closely, in lower case.
constexpr std::array<std::string_view, 9> suspectEnds = {
    "localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa", "localdomain"};

/// A name as nearly all links have: ASCII, of several labels, the last of letters alone. It needs no costly
/// look.
bool isPlainlyPublic(std::string_view authority)
{
    std::string_view host = authority;
    if (const std::size_t colon = authority.find(':'); colon != std::string_view::npos) {
        const std::string_view port = authority.substr(colon + 1);
        if (port.empty() || port.size() > 4 || !std::all_of(port.begin(), port.end(), Ascii::isDigit))
            return false;
        host = authority.substr(0, colon);
    }
    const std::size_t dot = host.rfind('.');
    if (dot == std::string_view::npos || dot == 0)
        return false;
    const std::string_view end = host.substr(dot + 1);
    return end.size() >= 2 && std::all_of(end.begin(), end.end(), Ascii::isLetter) &&
           std::all_of(
               host.begin(), host.end(),
               [](char c) { return Ascii::isLetter(c) || Ascii::isDigit(c) || c == '-' || c == '.'; }) &&
           std::none_of(suspectEnds.begin(), suspectEnds.end(),
                        [end](std::string_view suspect) { return Ascii::equalsIgnoringCase(end, suspect); });
}

} // namespace

bool mayBeLive(std::string_view address, std::string_view home)
{
    const std::string scheme = WebUrl::scheme(address);
    std::string_view rest = address;
    if (!scheme.empty())
        rest.remove_prefix(std::min(rest.size(), rest.find(':') + 1));
    const std::string_view start = rest.substr(0, 2);
    const bool namesHost = start == "//";
    if (!namesHost && start.size() == 2 && start.find_first_not_of("/\\") == std::string_view::npos)
        return false; // browsers read a backslash as a slash
    if (!namesHost)
        return scheme.empty();
    rest.remove_prefix(2);
    const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
    if (isPlainlyPublic(authority))
        return true;
    if (authority.find_first_of("\\@") != std::string_view::npos)
        return false;
    const QString site = QStringLiteral("http://") +
                         QString::fromUtf8(authority.data(), qsizetype(authority.size())) +
                         QStringLiteral("/");
    const LinkFault fault = linkFault(site);
    if (fault != LinkFault::PrivateHost)
        return fault == LinkFault::None;
    const QUrl from(QString::fromUtf8(home.data(), qsizetype(home.size())));
    return !leadsInward(from.host(), QUrl(site).host());
}

} // namespace Scoredesk
