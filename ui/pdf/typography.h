// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

#include <array>

namespace Scoredesk {

/// Layout counts in sixteenths of a point, fine enough that Qt's font metrics, which round, do not show.
inline constexpr double pt = 16;

enum class TextRole {
    Kicker,
    Title,
    LongTitle,     ///< more than two lines at Title's size
    VeryLongTitle, ///< more than four
    Heading,
    Body,
    Meta,
    Note,
    Small,
    Cell,
    TableHead,
    FigureLabel,
    LargeFigure,
    FigureValue,
    FigureUnit,
    Furniture,
    Marking,
};
inline constexpr int textRoles = int(TextRole::Marking) + 1;

/// How text of one role looks: fonts, distance of baselines, place of the baseline within it, colour.
struct TextStyle {
    QFont font;
    QFont strong;
    QFont code;
    double leading = 0;
    double baseline = 0; ///< below the line's top
    QColor colour;
    bool capitals = false;
};

/// The fonts and colours of a PDF, made once for a whole document: looking fonts up is what costs.
class Typography {
public:
    Typography();

    const TextStyle& style(TextRole role) const { return m_styles[size_t(role)]; }

    // Every text colour keeps 4.5:1 on white and survives a black-and-white printer.
    QColor ink{0x14, 0x1d, 0x2b};
    QColor body{0x23, 0x2b, 0x36};
    QColor muted{0x54, 0x5f, 0x6d};
    QColor accent{0x1b, 0x4f, 0x8a};
    QColor hairline{0xcf, 0xd6, 0xde};
    QColor rule{0x14, 0x1d, 0x2b};
    QColor bar{0x27, 0x4c, 0x77};
    QColor riskBar{0x9a, 0x3b, 0x12};
    QColor track{0xe6, 0xea, 0xef};

private:
    std::array<TextStyle, textRoles> m_styles;
};

} // namespace Scoredesk
