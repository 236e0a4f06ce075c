// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/json/jsonfeed.h"
#include "tests/fuzz/safehtml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace Scoredesk;
    const auto feed =
        parseJsonFeed({reinterpret_cast<const char*>(data), size}, "https://o.example/feed.json");
    if (!feed)
        return 0;
    for (const FeedItem& item : feed->items) {
        Fuzz::require(!item.identity.isEmpty());
        Fuzz::requireSafe(item.summary.html);
        Fuzz::requireSafe(item.content.html);
    }
    return 0;
}
