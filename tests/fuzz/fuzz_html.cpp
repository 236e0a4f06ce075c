// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/html/htmlsanitiser.h"
#include "app/feeds/parse/html/plaintext.h"
#include "tests/fuzz/safehtml.h"

#include <QString>

namespace {

/// Without the zero-width spaces either that let a long word break.
std::string withoutBlanks(std::string text)
{
    constexpr std::string_view thin = "\xE2\x80\x8B";
    for (std::size_t at = text.find(thin); at != std::string::npos; at = text.find(thin, at))
        text.erase(at, thin.size());
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\t'; });
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace Scoredesk;
    // Whatever comes in has been made UTF-8 before it gets here.
    const std::string valid =
        QString::fromUtf8(reinterpret_cast<const char*>(data), qsizetype(size)).toStdString();
    const std::string_view text = valid;
    const SafeHtml html = HtmlSanitiser::ofHtml(text, "https://o.example/a/");
    Fuzz::requireSafe(html.html);
    Fuzz::requireSafe(HtmlSanitiser::ofXhtml(text, {}, HtmlSanitiser::TextIs::Html).html);
    Fuzz::requireSafe(HtmlSanitiser::ofText(text).html);
    // Of what is safe no word is lost when it is read again; where blocks end may differ.
    const SafeHtml again = HtmlSanitiser::ofHtml(html.html, "https://o.example/a/");
    Fuzz::requireSafe(again.html);
    Fuzz::require(withoutBlanks(again.text) == withoutBlanks(html.text));
    Fuzz::require(plainTextOfHtml(text).size() <= 4 * text.size() + 64);
    return 0;
}
