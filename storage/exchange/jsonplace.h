// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <algorithm>

namespace Scoredesk {

/// "line 12, column 3" of a byte of UTF-8 text; columns count bytes' characters, both from 1.
inline QString placeInText(const QByteArray& text, qsizetype offset)
{
    const qsizetype end = std::clamp<qsizetype>(offset, 0, text.size());
    const QByteArrayView before = QByteArrayView(text).first(end);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const QString column = QString::fromUtf8(before.sliced(before.lastIndexOf('\n') + 1));
    return QStringLiteral("line %1, column %2").arg(line).arg(column.size() + 1);
}

} // namespace Scoredesk
