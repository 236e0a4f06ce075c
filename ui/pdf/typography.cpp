// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/typography.h"

#include <QFontMetricsF>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

QFont fontOf(double points, QFont::Weight weight, double tracking, bool code)
{
    QFont font;
    // What these lack (other scripts, emoji) the system's fonts add.
    font.setFamilies(
        code ? QStringList{u"DejaVu Sans Mono"_s, u"Liberation Mono"_s, u"Noto Sans Mono"_s}
             : QStringList{u"Open Sans"_s, u"Noto Sans"_s, u"DejaVu Sans"_s, u"Liberation Sans"_s});
    font.setStyleHint(code ? QFont::Monospace : QFont::SansSerif);
    font.setPixelSize(qRound(points * pt));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Any letter spacing at all keeps Qt from ligatures, which readers of the PDF could not search for.
    font.setLetterSpacing(QFont::AbsoluteSpacing, qMax(0.02, tracking * points * pt));
    return font;
}

} // namespace

Typography::Typography()
{
    const auto set = [this](TextRole role, double points, double leading, QFont::Weight weight,
                            const QColor& colour, double tracking = 0) {
        TextStyle& style = m_styles[size_t(role)];
        style.font = fontOf(points, weight, tracking, false);
        style.strong = fontOf(points, weight < QFont::DemiBold ? QFont::DemiBold : weight, tracking, false);
        style.code = fontOf(points * 0.94, QFont::Normal, 0, true);
        style.leading = leading * pt;
        const QFontMetricsF metrics(style.font);
        style.baseline = (style.leading - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
        style.colour = colour;
        style.capitals = tracking > 0;
    };
    set(TextRole::Kicker, 8, 11, QFont::Bold, accent, 0.09);
    set(TextRole::Title, 21, 26, QFont::Bold, ink);
    set(TextRole::LongTitle, 17, 21.5, QFont::Bold, ink);
    set(TextRole::VeryLongTitle, 13, 17, QFont::Bold, ink);
    set(TextRole::Heading, 11.5, 15, QFont::Bold, ink);
    set(TextRole::Body, 10, 15, QFont::Normal, body);
    set(TextRole::Meta, 9, 13, QFont::Normal, muted);
    set(TextRole::Note, 8.8, 12.8, QFont::Normal, muted);
    set(TextRole::Small, 8.4, 12, QFont::Normal, muted);
    set(TextRole::Cell, 9.2, 13, QFont::Normal, body);
    set(TextRole::TableHead, 7.2, 10, QFont::DemiBold, muted, 0.06);
    set(TextRole::FigureLabel, 7.2, 10, QFont::DemiBold, muted, 0.09);
    set(TextRole::LargeFigure, 32, 38, QFont::Bold, ink);
    set(TextRole::FigureValue, 15, 38, QFont::DemiBold, ink);
    set(TextRole::FigureUnit, 13, 38, QFont::Normal, muted);
    set(TextRole::Furniture, 7.8, 10, QFont::Normal, muted);
    set(TextRole::Marking, 12, 17, QFont::Bold, Qt::white);
}

} // namespace Scoredesk
