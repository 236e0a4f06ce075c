// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/parsefeed.h"
#include "tests/fuzz/safehtml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace Scoredesk;
    const auto page =
        parsePage(QByteArrayView(data, static_cast<qsizetype>(size)), QStringLiteral("https://o.example/a"));
    Fuzz::require(page.has_value());
    Fuzz::require(page->url.isEmpty() || page->url.startsWith(QStringLiteral("http"), Qt::CaseInsensitive));
    Fuzz::require(page->feeds.size() <= 100);
    return 0;
}
