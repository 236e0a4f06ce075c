// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timetext.h"

#include <QLocale>

namespace Scoredesk {

using namespace Qt::StringLiterals;

QString localTimeText(const QDateTime& instant)
{
    if (!instant.isValid())
        return u"—"_s;
    return QLocale().toString(instant.toLocalTime(), u"d MMM yyyy HH:mm"_s);
}

QString utcTimeText(const QDateTime& instant)
{
    return instant.isValid() ? instant.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s) : QString();
}

} // namespace Scoredesk
