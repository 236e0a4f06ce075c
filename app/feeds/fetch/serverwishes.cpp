// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/fetch/serverwishes.h"

#include <QLocale>
#include <QTimeZone>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 most = 30LL * 24 * 60 * 60;

std::optional<qint64> seconds(QByteArray text)
{
    text = text.trimmed();
    if (text.size() >= 2 && text.startsWith('"') && text.endsWith('"'))
        text = text.mid(1, text.size() - 2);
    if (text.isEmpty())
        return std::nullopt;
    for (const char c : text)
        if (c < '0' || c > '9')
            return std::nullopt;
    return text.size() > 9 ? most : qMin(text.toLongLong(), most);
}

std::optional<qint64> freshness(const QByteArray& cacheControl)
{
    std::optional<qint64> age;
    for (const QByteArray& part : cacheControl.toLower().split(',')) {
        const QByteArray directive = part.trimmed();
        if (directive == "no-cache" || directive == "no-store")
            return 0;
        if (directive.startsWith("max-age="))
            age = seconds(directive.mid(8));
    }
    return age;
}

} // namespace

QDateTime httpDate(const QByteArray& text)
{
    static const QStringList forms = {u"dd MMM yyyy hh:mm:ss"_s, u"dd-MMM-yy hh:mm:ss"_s,
                                      u"MMM d hh:mm:ss yyyy"_s};
    QString plain = QString::fromLatin1(text).simplified();
    if (plain.endsWith(" GMT"_L1))
        plain.chop(4);
    plain = plain.section(u' ', 1); // the day's name says nothing new
    for (const QString& form : forms) {
        QDateTime time = QLocale::c().toDateTime(plain, form);
        if (!time.isValid())
            continue;
        if (form.contains("-yy "_L1) && time.date().year() < 1970)
            time = time.addYears(100);
        return {time.date(), time.time(), QTimeZone::utc()};
    }
    return {};
}

ServerWishes serverWishes(const HttpHeaders& headers, const QDateTime& now)
{
    ServerWishes wishes;
    if (const auto age = freshness(headers.value("cache-control"))) {
        wishes.freshFor = *age;
    } else if (headers.contains("expires")) {
        const QDateTime expires = httpDate(headers.value("expires"));
        QDateTime sent = httpDate(headers.value("date")); // the server's clock, which may be wrong in itself
        if (!sent.isValid())
            sent = now;
        wishes.freshFor = expires.isValid() ? qBound(qint64(0), sent.secsTo(expires), most) : 0;
    }
    const QByteArray retry = headers.value("retry-after");
    if (const auto wait = seconds(retry))
        wishes.retryAfter = *wait;
    else if (const QDateTime at = httpDate(retry); at.isValid())
        wishes.retryAfter = qBound(qint64(0), now.secsTo(at), most);
    return wishes;
}

} // namespace Scoredesk
