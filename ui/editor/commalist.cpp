// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/commalist.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

QStringList commaList(const QString& text)
{
    QStringList items;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const QString item = part.simplified();
        if (!item.isEmpty() && !items.contains(item, Qt::CaseInsensitive))
            items.append(item);
    }
    return items;
}

QString commaText(const QStringList& items)
{
    return items.join(u", "_s);
}

} // namespace Scoredesk
