// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tone.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Scoredesk {

namespace {

constexpr double leastContrast = 4.5;

struct Pair {
    QRgb light;
    QRgb dark;
};

constexpr std::array<Pair, 5> bands = {{{0x5a626e, 0xaab2bf},
                                        {0x39677f, 0x8fbdd6},
                                        {0x1d5fb4, 0x86b6ff},
                                        {0x5945b8, 0xb6a6ff},
                                        {0x8a2a93, 0xe59af0}}};
constexpr Pair good = {0x1c7044, 0x7fd3a0};
constexpr Pair fair = {0x8a5a00, 0xe6b85c};
constexpr Pair bad = {0xb3261e, 0xff9d92};
constexpr Pair calm = {0x2b6187, 0x93c2e6};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto channel = [share](int a, int b) { return int(std::lround(a + (b - a) * share)); };
    return {channel(one.red(), other.red()), channel(one.green(), other.green()),
            channel(one.blue(), other.blue())};
}

QColor readableEverywhere(QColor color, const QPalette& palette)
{
    for (const QPalette::ColorRole role : {QPalette::Base, QPalette::AlternateBase, QPalette::Window})
        color = readableOn(color, palette.color(role));
    return color;
}

QColor pick(const Pair& pair, const QPalette& palette)
{
    return readableEverywhere(QColor(isDark(palette) ? pair.dark : pair.light), palette);
}

} // namespace

bool isDark(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text));
}

double contrast(const QColor& one, const QColor& other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor readableOn(const QColor& color, const QColor& background)
{
    const QColor end =
        contrast(Qt::white, background) > contrast(Qt::black, background) ? Qt::white : Qt::black;
    for (int step = 0; step < 20; ++step) {
        const QColor tried = mixed(color, end, step / 20.0);
        if (contrast(tried, background) >= leastContrast)
            return tried;
    }
    return end;
}

QColor bandTone(const Method& method, double impact, const QPalette& palette)
{
    qsizetype index = 0;
    while (index + 1 < method.bands.size() && method.bands[index + 1].from <= impact)
        ++index;
    const qsizetype last = std::max<qsizetype>(method.bands.size() - 1, 1);
    return pick(bands[size_t(index * qsizetype(bands.size() - 1) / last)], palette);
}

QColor trustTone(TrustVerdict verdict, const QPalette& palette)
{
    switch (verdict) {
    case TrustVerdict::High:
        return pick(good, palette);
    case TrustVerdict::Medium:
        return pick(fair, palette);
    case TrustVerdict::Low:
        return pick(bad, palette);
    case TrustVerdict::Unset:
        break;
    }
    return quietTone(palette);
}

QColor severityTone(Severity severity, const QPalette& palette)
{
    switch (severity) {
    case Severity::Blocker:
        return pick(bad, palette);
    case Severity::Warning:
        return pick(fair, palette);
    case Severity::Note:
        break;
    }
    return pick(calm, palette);
}

QColor benefitTone(const QPalette& palette)
{
    return pick(bands[2], palette);
}

QColor riskTone(const QPalette& palette)
{
    return pick({0xa8480f, 0xf2a66f}, palette);
}

QColor suggestionTone(const QPalette& palette)
{
    return pick({0x8a2a93, 0xe59af0}, palette);
}

QColor removedTone(const QPalette& palette)
{
    return pick(bad, palette);
}

QColor addedTone(const QPalette& palette)
{
    return pick(good, palette);
}

QColor pinnedGround(const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor mark = isDark(palette) ? fair.dark : fair.light;
    double share = 0.22;
    while (share > 0.02 && contrast(mixed(base, mark, share), palette.color(QPalette::Text)) < leastContrast)
        share -= 0.02;
    return mixed(base, mark, share);
}

QColor quietTone(const QPalette& palette)
{
    return readableEverywhere(mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.38),
                              palette);
}

QColor hairline(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.16);
}

} // namespace Scoredesk
