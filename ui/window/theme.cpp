// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/theme.h"

#include "ui/window/deskstyle.h"

#include <QApplication>
#include <QFontDatabase>

namespace Scoredesk {

static QPalette paletteOf(const QColor& window, const QColor& base, const QColor& alternate,
                          const QColor& text, const QColor& button, const QColor& highlight,
                          const QColor& link, const QColor& faded)
{
    QPalette palette(button, window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, alternate);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::ToolTipBase, base);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, faded);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, link);
    palette.setColor(QPalette::LinkVisited, link);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, faded);
    return palette;
}

QPalette lightPalette()
{
    return paletteOf(QColor(0xf3f4f6), QColor(0xffffff), QColor(0xf0f3f8), QColor(0x1b1f24), QColor(0xe9ebef),
                     QColor(0x1f5fae), QColor(0x1a5ca8), QColor(0x767c85));
}

QPalette darkPalette()
{
    return paletteOf(QColor(0x1f2227), QColor(0x17191d), QColor(0x24282e), QColor(0xe3e6ea), QColor(0x2d3138),
                     QColor(0x2f66ad), QColor(0x7fb2f0), QColor(0x868d97));
}

void applyLook(QApplication& application, Theme theme, bool systemIsDark, int fontSize)
{
    const bool dark = theme == Theme::Dark || (theme == Theme::System && systemIsDark);
    application.setStyle(new DeskStyle);
    application.setPalette(dark ? darkPalette() : lightPalette());
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (fontSize > 0)
        font.setPointSize(qBound(6, fontSize, 32));
    application.setFont(font);
}

} // namespace Scoredesk
