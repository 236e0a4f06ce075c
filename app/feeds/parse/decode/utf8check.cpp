// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/decode/utf8check.h"

#include "app/feeds/parse/text/ascii.h"
#include "app/feeds/parse/text/references.h"

#include <cstring>

namespace Scoredesk {

namespace {

std::size_t skipAscii(std::string_view bytes, std::size_t i)
{
    std::uint64_t word = 0;
    while (i + sizeof word <= bytes.size()) {
        std::memcpy(&word, bytes.data() + i, sizeof word);
        if ((word & 0x8080808080808080ULL) != 0)
            break;
        i += sizeof word;
    }
    while (i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80)
        ++i;
    return i;
}

/// Length of the well-formed sequence at i, 0 where there is none; cut tells that the end is why.
std::size_t sequenceLength(std::string_view bytes, std::size_t i, bool& cut)
{
    const auto at = [&](std::size_t k) { return static_cast<unsigned char>(bytes[k]); };
    const unsigned char lead = at(i);
    std::size_t length = 0;
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        low = lead == 0xE0 ? 0xA0 : low;
        high = lead == 0xED ? 0x9F : high;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        low = lead == 0xF0 ? 0x90 : low;
        high = lead == 0xF4 ? 0x8F : high;
    }
    for (std::size_t k = 1; k < length; ++k) {
        if (i + k == bytes.size()) {
            cut = true;
            return 0;
        }
        if (at(i + k) < low || at(i + k) > high)
            return 0;
        low = 0x80;
        high = 0xBF;
    }
    return length;
}

} // namespace

Utf8Findings checkUtf8(std::string_view bytes)
{
    Utf8Findings found;
    std::size_t i = skipAscii(bytes, 0);
    while (i < bytes.size()) {
        bool cut = false;
        const std::size_t length = sequenceLength(bytes, i, cut);
        if (cut) {
            found.cutAtEnd = bytes.size() - i;
            break;
        }
        ++(length > 0 ? found.sequences : found.errors);
        i = skipAscii(bytes, i + std::max<std::size_t>(length, 1));
    }
    return found;
}

std::string mendedUtf8(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    std::size_t i = 0;
    while (i < bytes.size()) {
        const std::size_t next = skipAscii(bytes, i);
        out.append(bytes, i, next - i);
        i = next;
        if (i == bytes.size())
            break;
        bool cut = false;
        const std::size_t length = sequenceLength(bytes, i, cut);
        if (cut)
            break;
        if (length > 0)
            out.append(bytes, i, length);
        else
            appendCharacterNumber(out, static_cast<unsigned char>(bytes[i]));
        i += std::max<std::size_t>(length, 1);
    }
    return out;
}

} // namespace Scoredesk
