// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/html/htmlsanitiser.h"
#include "app/feeds/parse/html/plaintext.h"
#include "tests/fuzz/safehtml.h"

#include <QString>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace Scoredesk;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const SafeHtml html = HtmlSanitiser::ofHtml(text, "https://o.example/a/");
    Fuzz::requireSafe(html.html);
    Fuzz::requireSafe(HtmlSanitiser::ofXhtml(text, {}, HtmlSanitiser::TextIs::Html).html);
    Fuzz::requireSafe(HtmlSanitiser::ofText(text).html);
    // What is safe once is left as it is.
    const SafeHtml again = HtmlSanitiser::ofHtml(html.html, "https://o.example/a/");
    Fuzz::require(again.text == html.text);
    Fuzz::require(plainTextOfHtml(text).size() <= 4 * size + 64);
    return 0;
}
