// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/parsefeed.h"
#include "tests/fuzz/safehtml.h"

#include <QStringList>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace Scoredesk;
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const auto feed = parseFeed(bytes, QStringLiteral("https://o.example/feed"));
    if (!feed)
        return 0;
    Fuzz::requireSafe(feed->description.html);
    for (const FeedItem& item : feed->items) {
        Fuzz::require(!item.identity.isEmpty());
        Fuzz::requireSafe(item.summary.html);
        Fuzz::requireSafe(item.content.html);
    }
    return 0;
}
