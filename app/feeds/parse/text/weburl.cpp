// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/text/weburl.h"

#include "app/feeds/parse/text/ascii.h"

namespace Scoredesk::WebUrl {

namespace {

constexpr std::size_t none = std::string_view::npos;

/// The parts of an address, each with its punctuation.
struct Parts {
    std::string_view scheme;    ///< "http:"
    std::string_view authority; ///< "//host:80"
    std::string_view path;
    std::string_view query; ///< "?a=b"
    std::string_view fragment;
};

Parts split(std::string_view address)
{
    Parts parts;
    const std::size_t hash = address.find('#');
    if (hash != none) {
        parts.fragment = address.substr(hash);
        address = address.substr(0, hash);
    }
    const std::size_t question = address.find('?');
    if (question != none) {
        parts.query = address.substr(question);
        address = address.substr(0, question);
    }
    const std::size_t colon = address.find(':');
    if (colon != none && colon > 0 && colon < address.find('/') && Ascii::isLetter(address.front())) {
        parts.scheme = address.substr(0, colon + 1);
        address.remove_prefix(colon + 1);
    }
    if (address.starts_with("//")) {
        const std::size_t slash = address.find('/', 2);
        parts.authority = address.substr(0, slash);
        address = slash == none ? std::string_view() : address.substr(slash);
    }
    parts.path = address;
    return parts;
}

std::string withoutDots(std::string_view path)
{
    std::string out;
    std::size_t at = 0;
    while (at < path.size()) {
        std::size_t end = path.find('/', at + 1);
        if (end == none)
            end = path.size();
        const std::string_view segment = path.substr(at, end - at); // with its leading slash
        const bool last = end == path.size();
        if (segment == "/." || segment == "/..") {
            if (segment == "/..") {
                const std::size_t slash = out.rfind('/');
                out.erase(slash == none ? 0 : slash);
            }
            if (last)
                out += '/';
        } else {
            out += segment;
        }
        at = end;
    }
    return out;
}

std::string joined(std::string_view scheme, std::string_view authority, std::string_view path,
                   std::string_view query, std::string_view fragment)
{
    std::string out;
    out.reserve(scheme.size() + authority.size() + path.size() + query.size() + fragment.size());
    for (const std::string_view part : {scheme, authority, path, query, fragment})
        out += part;
    return out;
}

} // namespace

std::string cleaned(std::string_view address)
{
    while (!address.empty() && static_cast<unsigned char>(address.front()) <= 0x20)
        address.remove_prefix(1);
    while (!address.empty() && static_cast<unsigned char>(address.back()) <= 0x20)
        address.remove_suffix(1);
    std::string out;
    out.reserve(address.size());
    for (const char c : address) {
        if (c == ' ')
            out += "%20";
        else if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F)
            out += c;
    }
    return out;
}

std::string scheme(std::string_view address)
{
    std::string out;
    for (const char c : address) {
        if (c == '/' || c == '?' || c == '#')
            return {};
        if (c == ':')
            return out;
        if (static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F)
            out += Ascii::lower(c);
    }
    return {};
}

bool isActive(std::string_view address)
{
    const std::string name = scheme(address);
    return name == "javascript" || name == "vbscript" || name == "livescript" || name == "data" ||
           name == "file" || name == "blob" || name == "about" || name == "jar" || name == "view-source";
}

bool isHttp(std::string_view address)
{
    return Ascii::startsWithIgnoringCase(address, "http://") ||
           Ascii::startsWithIgnoringCase(address, "https://");
}

std::string host(std::string_view address)
{
    const std::string_view authority = split(address).authority;
    return authority.empty() ? std::string() : Ascii::lowered(authority.substr(2));
}

std::string resolve(std::string_view base, std::string_view reference)
{
    if (isHttp(reference) || base.empty())
        return std::string(reference);
    const Parts ref = split(reference);
    if (!ref.scheme.empty())
        return std::string(reference);
    const Parts from = split(base);
    if (from.authority.empty()) {
        // A base that is a mere path still tells the folder.
        if (!from.scheme.empty())
            return std::string(reference);
    }
    if (!ref.authority.empty())
        return joined(from.scheme, ref.authority, ref.path, ref.query, ref.fragment);
    if (ref.path.empty()) {
        if (ref.query.empty())
            return joined(from.scheme, from.authority, from.path, from.query, ref.fragment);
        return joined(from.scheme, from.authority, from.path, ref.query, ref.fragment);
    }
    if (ref.path.starts_with('/'))
        return joined(from.scheme, from.authority, withoutDots(ref.path), ref.query, ref.fragment);
    const std::size_t slash = from.path.rfind('/');
    std::string merged(slash == none ? std::string_view() : from.path.substr(0, slash + 1));
    if (merged.empty() && !from.authority.empty())
        merged += '/';
    merged += ref.path;
    return joined(from.scheme, from.authority, merged.starts_with('/') ? withoutDots(merged) : merged,
                  ref.query, ref.fragment);
}

} // namespace Scoredesk::WebUrl
