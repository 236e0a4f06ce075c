// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/queryfields.h"

#include <QRegularExpression>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

const std::vector<QueryFieldName>& queryFieldNames()
{
    using Takes = QueryFieldName::Takes;
    static const std::vector<QueryFieldName> names = {
        {u"text"_s, QueryField::Text, Takes::Words, {}, true},
        {u"title"_s, QueryField::Title, Takes::Words, {}, true},
        {u"summary"_s, QueryField::Summary, Takes::Words, {}, true},
        {u"outlet"_s, QueryField::Outlet, Takes::Words, {}, true},
        {u"feed"_s, QueryField::Feed, Takes::Words, {}, true},
        {u"category"_s, QueryField::Category, Takes::Words, {}, true},
        {u"tag"_s, QueryField::Tag, Takes::Words, {}, true},
        {u"impact"_s, QueryField::Impact, Takes::Number, {}, false},
        {u"coverage"_s, QueryField::Coverage, Takes::Number, {}, false},
        {u"origins"_s, QueryField::Origins, Takes::Number, {}, false},
        {u"tier"_s, QueryField::Tier, Takes::Number, {}, false},
        {u"trust"_s, QueryField::Trust, Takes::Choice, {u"high"_s, u"medium"_s, u"low"_s, u"none"_s}, false},
        {u"state"_s,
         QueryField::State,
         Takes::Choice,
         {u"incoming"_s, u"shortlisted"_s, u"ready"_s, u"spiked"_s},
         false},
        {u"has"_s,
         QueryField::Has,
         Takes::Choice,
         {u"note"_s, u"card"_s, u"article"_s, u"link"_s, u"tag"_s, u"category"_s},
         false},
        {u"is"_s,
         QueryField::Is,
         Takes::Choice,
         {u"unscored"_s, u"outdated"_s, u"unread"_s, u"read"_s},
         false},
        {u"analyst"_s, QueryField::Analyst, Takes::Words, {}, false},
        {u"before"_s, QueryField::Before, Takes::Date, {}, false},
        {u"after"_s, QueryField::After, Takes::Date, {}, false},
    };
    return names;
}

const QueryFieldName* queryFieldNamed(const QString& name)
{
    const auto& names = queryFieldNames();
    const auto found = std::find_if(names.begin(), names.end(), [&name](const QueryFieldName& field) {
        return field.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? nullptr : &*found;
}

static QDateTime startOf(QDate day)
{
    return day.isValid() ? QDateTime(day, QTime(0, 0), Qt::UTC) : QDateTime();
}

std::optional<QDateTime> queryDate(const QString& text, const QDateTime& now)
{
    const QString said = text.toLower();
    if (said == "today"_L1)
        return startOf(now.date());
    if (said == "yesterday"_L1)
        return startOf(now.date().addDays(-1));
    static const QRegularExpression back(u"^-(\\d{1,4})([hdw])$"_s);
    if (const auto match = back.match(said); match.hasMatch()) {
        const qint64 count = match.captured(1).toLongLong();
        const QChar unit = match.captured(2).front();
        const qint64 hours = unit == u'h' ? count : unit == u'd' ? count * 24 : count * 24 * 7;
        return now.addSecs(-3600 * hours);
    }
    static const QRegularExpression calendar(u"^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?$"_s);
    const auto match = calendar.match(said);
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&match](int which) {
        return match.captured(which).isEmpty() ? 1 : match.captured(which).toInt();
    };
    const QDateTime start = startOf(QDate(match.captured(1).toInt(), part(2), part(3)));
    return start.isValid() ? std::optional(start) : std::nullopt;
}

} // namespace Scoredesk
