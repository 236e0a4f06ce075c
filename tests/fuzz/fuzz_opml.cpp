// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/parsefeed.h"
#include "tests/fuzz/safehtml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace Scoredesk;
    const auto list = parseOutline(QByteArrayView(data, static_cast<qsizetype>(size)));
    if (!list)
        return 0;
    for (const OutlineFeed& feed : list->feeds)
        Fuzz::require(!feed.xmlUrl.isEmpty() && !feed.title.isEmpty());
    return 0;
}
