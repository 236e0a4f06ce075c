// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/dates/dateparser.h"

#include "app/feeds/parse/dates/datereader.h"
#include "app/feeds/parse/text/ascii.h"

#include <QTimeZone>

#include <string>

namespace Scoredesk {

namespace {

constexpr std::size_t longestDate = 128;

/// RFC 822 lets comments in brackets stand anywhere, within one another and with escapes.
std::string withoutComments(std::string_view text)
{
    if (text.find('(') == std::string_view::npos)
        return std::string(text);
    std::string out;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (depth > 0 && c == '\\') {
            ++i;
        } else if (c == '(') {
            ++depth;
            out += ' ';
        } else if (c == ')' && depth > 0) {
            --depth;
        } else if (depth == 0) {
            out += c;
        }
    }
    return out;
}

QDateTime inZone(QDate date, QTime time, const std::string& name)
{
    const QTimeZone zone(QByteArray::fromStdString(name));
    return zone.isValid() ? QDateTime(date, time, zone).toUTC() : QDateTime();
}

/// Seconds or milliseconds since 1970, as some programs write.
QDateTime fromEpoch(std::string_view digits)
{
    qint64 number = 0;
    for (const char c : digits) {
        if (!Ascii::isDigit(c))
            return {};
        number = number * 10 + (c - '0');
    }
    return digits.size() == 13 ? QDateTime::fromMSecsSinceEpoch(number, Qt::UTC)
                               : QDateTime::fromSecsSinceEpoch(number, Qt::UTC);
}

} // namespace

QDateTime parseFeedDate(std::string_view text)
{
    text = Ascii::trimmed(text);
    if (text.empty() || text.size() > longestDate)
        return {};
    if (text.size() == 10 || text.size() == 13) {
        QDateTime epoch = fromEpoch(text);
        if (epoch.isValid())
            return epoch;
    }
    const std::string plain = withoutComments(text);
    DateReader reader(plain);
    if (!reader.read())
        return {};
    const QDate date(reader.year, reader.month, reader.day);
    if (!date.isValid() || reader.year < 1000)
        return {};
    const bool midnightAfter = reader.hour == 24 && reader.minute == 0 && reader.second == 0;
    const QTime time(midnightAfter ? 0 : reader.hour, reader.minute, std::min(reader.second, 59));
    if (!time.isValid())
        return {};
    const QDate day = midnightAfter ? date.addDays(1) : date;
    if (!reader.zoneName.empty())
        return inZone(day, time, reader.zoneName);
    return QDateTime(day, time, Qt::UTC).addSecs(-60LL * reader.offset);
}

} // namespace Scoredesk
