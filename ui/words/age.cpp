// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/age.h"

#include <QCoreApplication>
#include <QLocale>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct AgeText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::AgeText)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

QString ageText(const QDateTime& then, const QDateTime& now)
{
    if (!then.isValid())
        return {};
    const qint64 seconds = then.secsTo(now);
    // A feed's clock a little ahead of ours still means now.
    if (seconds < minute && seconds > -5 * minute)
        return AgeText::tr("now");
    if (seconds > 0 && seconds < hour)
        return AgeText::tr("%1 min").arg(seconds / minute);
    if (seconds > 0 && seconds < day)
        return AgeText::tr("%1 h").arg(seconds / hour);
    if (seconds > 0 && seconds < 7 * day)
        return AgeText::tr("%1 d").arg(seconds / day);
    const QDate date = then.toLocalTime().date();
    return QLocale().toString(date,
                              date.year() == now.toLocalTime().date().year() ? u"d MMM"_s : u"d MMM yyyy"_s);
}

} // namespace Scoredesk
