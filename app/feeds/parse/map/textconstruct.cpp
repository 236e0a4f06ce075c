// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/map/textconstruct.h"

#include "app/feeds/parse/decode/utf8check.h"
#include "app/feeds/parse/html/htmlsanitiser.h"
#include "app/feeds/parse/html/plaintext.h"
#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/qtext.h"
#include "app/feeds/parse/text/references.h"
#include "app/feeds/parse/text/weburl.h"

#include <QByteArray>

#include <algorithm>
#include <optional>

namespace Scoredesk {

namespace {

FeedBody made(std::string_view raw, const SafeHtml& safe)
{
    constexpr std::size_t longest = 2UL * 1024 * 1024;
    if (raw.size() > longest) {
        raw = raw.substr(0, longest);
        raw = raw.substr(0, raw.size() - checkUtf8(raw).cutAtEnd);
    }
    return {toQString(raw), toQString(safe.html), toQString(safe.text)};
}

/// What Base64 stands for, if it is Base64 and stands for text.
std::optional<std::string> textOfBase64(const std::string& text)
{
    std::string packed;
    for (const char c : text) {
        if (Ascii::isSpace(c))
            continue;
        if (!Ascii::isLetter(c) && !Ascii::isDigit(c) && c != '+' && c != '/' && c != '=')
            return std::nullopt;
        packed += c;
    }
    if (packed.empty() || packed.size() % 4 != 0)
        return std::nullopt;
    const auto result = QByteArray::fromBase64Encoding(QByteArray::fromStdString(packed));
    if (!result)
        return std::nullopt;
    std::string decoded = result.decoded.toStdString();
    const bool binary =
        checkUtf8(decoded).errors > 0 || std::any_of(decoded.begin(), decoded.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x20 && !Ascii::isSpace(c);
        });
    constexpr std::size_t longestWord = 100; // a short one may be a word that happens to look like Base64
    if (binary && packed.size() < longestWord)
        return std::nullopt;
    return binary ? std::string() : decoded;
}

bool mayBeBase64(const XmlElement& element)
{
    const std::string mode = Ascii::lowered(Ascii::trimmed(element.rawAttribute("mode")));
    if (!mode.empty())
        return mode == "base64";
    const std::string type = Ascii::lowered(Ascii::trimmed(element.rawAttribute("type")));
    return element.space() == Space::Atom && type.find('/') != std::string::npos &&
           !type.starts_with("text/") && !type.ends_with("xml") && !element.hasElements();
}

/// Whether text that calls itself plain was escaped twice: beyond what XML itself escapes nobody would write
/// a reference to be read.
bool holdsRichReference(std::string_view text)
{
    for (std::size_t i = text.find('&'); i != std::string_view::npos; i = text.find('&', i + 1)) {
        const std::string_view name = text.substr(i, 8);
        const bool basic = name.starts_with("&amp;") || name.starts_with("&lt;") ||
                           name.starts_with("&gt;") || name.starts_with("&quot;");
        if (!basic && holdsReference(name))
            return true;
    }
    return false;
}

/// The title of an element that does not say whether it is HTML. In CDATA it was not escaped for XML, so that
/// its references are HTML's, unless they are escaped themselves.
std::string unsureTitle(const XmlElement& element, const std::string& text)
{
    if (holdsHtmlTag(text))
        return plainTextOfHtml(text);
    bool escapedTwice = false;
    for (std::size_t i = text.find("&amp;"); i != std::string::npos && !escapedTwice;
         i = text.find("&amp;", i + 1))
        escapedTwice = holdsReference(std::string(1, '&').append(text, i + 5, 8));
    if (holdsRichReference(text) || (element.isCData() && !escapedTwice))
        return collapsedSpace(resolved(text, ReferenceRules::Html));
    return collapsedSpace(text);
}

struct Content {
    TextKind kind;
    std::string text;
    bool wasBase64 = false;
};

Content contentOf(const XmlElement& element)
{
    Content content{textKind(element), element.text()};
    if (!mayBeBase64(element))
        return content;
    if (auto decoded = textOfBase64(content.text)) {
        content.text = std::move(*decoded);
        content.kind = TextKind::Plain;
        content.wasBase64 = true;
    }
    return content;
}

/// What text is that stands beside elements: in Atom its type tells, in RSS it is HTML.
HtmlSanitiser::TextIs textWithin(const XmlElement& element)
{
    const bool html = element.space() != Space::Atom && element.space() != Space::Xhtml;
    const std::string type = Ascii::lowered(Ascii::trimmed(element.rawAttribute("type")));
    return html || type == "html" || type == "text/html" ? HtmlSanitiser::TextIs::Html
                                                         : HtmlSanitiser::TextIs::Text;
}

/// Text that calls itself plain and is not: it holds references, or ends elements that HTML knows.
bool isHtmlAfterAll(std::string_view text)
{
    if (text.find('<') == std::string_view::npos)
        return text.find('&') != std::string_view::npos && holdsReference(text);
    return text.find("</") != std::string_view::npos && holdsHtmlTag(text);
}

} // namespace

TextKind textKind(const XmlElement& element)
{
    const bool atom = element.space() == Space::Atom;
    const std::string type = Ascii::lowered(Ascii::trimmed(element.rawAttribute("type")));
    if (element.space() == Space::Xhtml)
        return TextKind::Xhtml;
    if (type == "xhtml" || type == "application/xhtml+xml")
        return element.hasElements() ? TextKind::Xhtml : TextKind::Html;
    if (!atom)
        return element.hasElements() ? TextKind::Xhtml : TextKind::Unsure;
    if (type == "html" || type == "text/html")
        return element.hasElements() ? TextKind::Xhtml : TextKind::Html;
    if (type == "text" || type == "text/plain" || type == "plain")
        return TextKind::Plain;
    if (type.empty())
        return element.hasElements() ? TextKind::Xhtml : TextKind::Plain;
    if (type.ends_with("+xml") || type.ends_with("/xml"))
        return element.hasElements() ? TextKind::Xhtml : TextKind::Html;
    return TextKind::Unsure;
}

std::string plainTextOf(const XmlElement& element)
{
    const Content content = contentOf(element);
    switch (content.kind) {
    case TextKind::Plain:
        return holdsRichReference(content.text) ? plainTextOfHtml(content.text)
                                                : collapsedSpace(content.text);
    case TextKind::Xhtml:
        return collapsedSpace(
            HtmlSanitiser::ofXhtml(element.innerSource(), {}, HtmlSanitiser::TextIs::Text, element.entities())
                .text);
    case TextKind::Html:
        return plainTextOfHtml(content.text);
    case TextKind::Unsure:
        break;
    }
    return unsureTitle(element, content.text);
}

FeedBody bodyOf(const XmlElement& element, std::string_view base, std::string_view home)
{
    const Content content = contentOf(element);
    if (content.kind == TextKind::Xhtml) {
        const std::string_view inner = element.innerSource();
        return made(inner,
                    HtmlSanitiser::ofXhtml(inner, base, textWithin(element), element.entities(), {}, home));
    }
    if (content.kind == TextKind::Plain && !content.wasBase64 && !isHtmlAfterAll(content.text))
        return bodyOfText(content.text);
    return bodyOfHtml(content.text, base, home);
}

FeedBody bodyOfHtml(std::string_view html, std::string_view base, std::string_view home)
{
    html = Ascii::trimmed(html);
    if (html.empty())
        return {};
    return made(html, HtmlSanitiser::ofHtml(html, base, {}, home));
}

FeedBody bodyOfText(std::string_view text)
{
    text = Ascii::trimmed(text);
    if (text.empty())
        return {};
    std::string raw;
    appendEscaped(raw, text);
    return made(raw, HtmlSanitiser::ofText(text));
}

std::string baseWithin(const XmlElement& element, const std::string& outer)
{
    const std::string own = element.attribute("base", Space::Xml);
    return own.empty() ? outer : WebUrl::resolve(outer, WebUrl::cleaned(own));
}

} // namespace Scoredesk
