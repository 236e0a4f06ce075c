// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/decode/declaredcharset.h"

#include "app/feeds/parse/decode/charsetlabels.h"
#include "app/feeds/parse/text/ascii.h"

namespace Scoredesk {

using namespace std::string_view_literals;

namespace {

constexpr std::size_t searched = 4096;

/// What follows a name, `=` or `:`, with or without quotes.
std::string_view valueAfter(std::string_view text, std::string_view name)
{
    const std::size_t at = Ascii::findIgnoringCase(text, name);
    if (at == std::string_view::npos)
        return {};
    std::string_view rest = Ascii::trimmed(text.substr(at + name.size()));
    if (rest.empty() || (rest.front() != '=' && rest.front() != ':'))
        return {};
    rest = Ascii::trimmed(rest.substr(1));
    if (!rest.empty() && (rest.front() == '"' || rest.front() == '\''))
        rest.remove_prefix(1);
    return rest.substr(0, rest.find_first_of("\"'; \t\r\n/>?"));
}

} // namespace

QByteArray charsetOfContentType(std::string_view contentType)
{
    return charsetFromLabel(valueAfter(contentType, "charset"));
}

QByteArray charsetOfXmlDeclaration(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, searched);
    const std::size_t start = head.find("<?xml");
    if (start == std::string_view::npos)
        return {};
    const std::string_view declaration = head.substr(start, head.find('>', start) - start);
    return charsetFromLabel(valueAfter(declaration, "encoding"));
}

QByteArray charsetOfMeta(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, searched);
    std::size_t at = Ascii::findIgnoringCase(head, "<meta");
    while (at != std::string_view::npos) {
        const std::string_view tag = head.substr(at, head.find('>', at) - at);
        QByteArray charset = charsetFromLabel(valueAfter(tag, "charset"));
        if (!charset.isEmpty())
            return charset;
        at = Ascii::findIgnoringCase(head, "<meta", at + 5);
    }
    return {};
}

CharsetMark charsetOfMark(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"sv))
        return {"utf-8", 3};
    if (bytes.starts_with("\0\0\xFE\xFF"sv))
        return {"utf-32be", 4};
    if (bytes.starts_with("\xFF\xFE\0\0"sv))
        return {"utf-32le", 4};
    if (bytes.starts_with("\xFE\xFF"sv))
        return {"utf-16be", 2};
    if (bytes.starts_with("\xFF\xFE"sv))
        return {"utf-16le", 2};
    if (bytes.starts_with("\0\0\0<"sv))
        return {"utf-32be", 0};
    if (bytes.starts_with("<\0\0\0"sv))
        return {"utf-32le", 0};
    if (bytes.size() >= 4 && bytes[0] == '\0' && bytes[1] == '<' && bytes[2] == '\0')
        return {"utf-16be", 0};
    if (bytes.size() >= 4 && bytes[0] == '<' && bytes[1] == '\0' && bytes[3] == '\0')
        return {"utf-16le", 0};
    if (bytes.starts_with("\x4C\x6F\xA7\x94"sv)) // "<?xm" in EBCDIC
        return {"ibm037", 0};
    return {};
}

} // namespace Scoredesk
