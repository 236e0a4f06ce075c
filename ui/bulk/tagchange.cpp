// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulk/tagchange.h"

#include "ui/editor/commalist.h"

namespace Scoredesk {

TagChange tagChangeFrom(const QString& text)
{
    TagChange change;
    for (const QString& item : commaList(text)) {
        const bool removes = item.startsWith(u'-') || item.startsWith(u'−');
        const QString tag = removes ? item.mid(1).trimmed() : item;
        QStringList& tags = removes ? change.remove : change.add;
        if (!tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags.append(tag);
    }
    change.add.removeIf(
        [&change](const QString& tag) { return change.remove.contains(tag, Qt::CaseInsensitive); });
    return change;
}

} // namespace Scoredesk
