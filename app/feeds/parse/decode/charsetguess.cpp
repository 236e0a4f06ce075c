// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/decode/charsetguess.h"

#include "app/feeds/parse/text/ascii.h"

#include <QStringDecoder>

#include <array>

namespace Scoredesk {

namespace {

constexpr std::size_t looked = 64UL * 1024;

/// What the bytes outside of tags look like.
struct Letters {
    std::array<int, 256> count{};
    int ascii = 0;
    int high = 0;
    int beside = 0;  ///< bytes that are not ASCII right before or after a letter that is
    int oddRuns = 0; ///< runs of bytes from 0xA1 of odd length: none where characters are pairs of them
    QByteArray text;

    [[nodiscard]] int between(int first, int last) const
    {
        int sum = 0;
        for (int c = first; c <= last; ++c)
            sum += count[static_cast<std::size_t>(c)];
        return sum;
    }
};

Letters lettersOf(std::string_view bytes)
{
    Letters letters;
    bool inTag = false;
    int run = 0;
    char last = '\0';
    for (const char c : bytes.substr(0, looked)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0xA1) {
            ++run;
        } else {
            letters.oddRuns += run % 2;
            run = 0;
        }
        if (c == '<' || c == '>')
            inTag = c == '<';
        if (inTag || c == '>') {
            last = '\0';
            continue;
        }
        letters.beside += (byte >= 0x80 && Ascii::isLetter(last)) ||
                                  (Ascii::isLetter(c) && static_cast<unsigned char>(last) >= 0x80)
                              ? 1
                              : 0;
        last = c;
        letters.text += c;
        ++letters.count[byte];
        letters.ascii += Ascii::isLetter(c) ? 1 : 0;
        letters.high += byte >= 0x80 ? 1 : 0;
    }
    return letters;
}

/// Characters of a kind among those that are not ASCII, in per cent; -1 where the bytes are no such text.
template<typename IsOfKind>
int share(const Letters& letters, const char* charset, IsOfKind isOfKind)
{
    QStringDecoder decoder(charset);
    if (!decoder.isValid())
        return -1;
    const QString text = decoder.decode(letters.text);
    if (decoder.hasError())
        return -1;
    int kind = 0;
    int all = 0;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            continue;
        ++all;
        kind += isOfKind(c.unicode()) ? 1 : 0;
    }
    return all == 0 ? -1 : 100 * kind / all;
}

bool isKana(char16_t c)
{
    return c >= 0x3041 && c <= 0x30FF;
}

bool isHangul(char16_t c)
{
    return c >= 0xAC00 && c <= 0xD7A3;
}

bool isHan(char16_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
}

bool isSmallCyrillic(char16_t c)
{
    return c >= 0x0430 && c <= 0x045F;
}

QByteArray guessPairs(const Letters& letters)
{
    if (letters.oddRuns == 0) {
        if (share(letters, "EUC-JP", isKana) >= 20)
            return "euc-jp";
        if (share(letters, "EUC-KR", isHangul) >= 85)
            return "euc-kr";
        // The everyday characters of GB 2312 are its first plane.
        if (2 * letters.between(0xB0, 0xD7) > letters.high / 2 && share(letters, "GB18030", isHan) >= 90)
            return "gbk";
    }
    if (share(letters, "Shift_JIS", isKana) >= 20)
        return "shift_jis";
    if (share(letters, "Big5", isHan) >= 90)
        return "big5";
    return {};
}

QByteArray guessSingles(const Letters& letters)
{
    const int high = letters.high;
    // An accent stands within a word of ASCII letters, another alphabet's letter among its own.
    if (2 * letters.beside >= high)
        return {};
    const int capitals = letters.between(0xC0, 0xDF);
    // Hebrew has 27 letters in a row and no capitals; small Cyrillic ones would go on to the end.
    if (100 * letters.between(0xE0, 0xFA) >= 90 * high && letters.between(0xFB, 0xFF) + capitals == 0)
        return "windows-1255";
    const int koi = share(letters, "KOI8-R", isSmallCyrillic);
    const int windows = share(letters, "windows-1251", isSmallCyrillic);
    if (std::max(koi, windows) >= 60)
        return koi > windows ? "koi8-r" : "windows-1251";
    if (2 * letters.between(0xA1, 0xCE) >= high && 20 * letters.between(0xA1, 0xFB) >= 19 * high)
        return "windows-874";
    return {};
}

} // namespace

QByteArray guessCharset(std::string_view bytes)
{
    constexpr int enough = 8;
    const Letters letters = lettersOf(bytes);
    // In Latin scripts foreign letters are few among the others.
    if (letters.high < enough || 2 * letters.high < letters.ascii)
        return "windows-1252";
    QByteArray guess = guessPairs(letters);
    if (guess.isEmpty())
        guess = guessSingles(letters);
    return guess.isEmpty() ? QByteArray("windows-1252") : guess;
}

} // namespace Scoredesk
