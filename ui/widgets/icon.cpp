// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace Scoredesk {

using namespace Qt::StringLiterals;

QIcon inkIcon(const QString& name, const QPalette& palette)
{
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray drawing = file.readAll();
    QIcon icon;
    for (const auto& [mode, group] :
         {std::pair(QIcon::Normal, QPalette::Active), std::pair(QIcon::Disabled, QPalette::Disabled)}) {
        QByteArray inked = drawing;
        inked.replace("#000", palette.color(group, QPalette::ButtonText).name().toLatin1());
        QSvgRenderer renderer(inked);
        for (const int size : {16, 24, 32, 48}) { // 100 to 300 %
            QPixmap pixmap(size, size);
            pixmap.fill(Qt::transparent);
            QPainter painter(&pixmap);
            renderer.render(&painter);
            painter.end();
            icon.addPixmap(pixmap, mode);
        }
    }
    return icon;
}

} // namespace Scoredesk
