// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/idlist.h"

#include <QStringView>

namespace Scoredesk {

template<typename Id>
static QString numbersOf(const QList<Id>& ids)
{
    QString json;
    json.reserve(2 + ids.size() * 8);
    json += u'[';
    for (const Id id : ids) {
        if (json.size() > 1)
            json += u',';
        json += QString::number(number(id));
    }
    json += u']';
    return json;
}

QString toJsonArray(const QList<StoryId>& ids)
{
    return numbersOf(ids);
}

QString toJsonArray(const QList<ArticleId>& ids)
{
    return numbersOf(ids);
}

QString toJsonArray(const QList<FeedId>& ids)
{
    return numbersOf(ids);
}

QString toJsonArray(const QList<RuleId>& ids)
{
    return numbersOf(ids);
}

QList<StoryId> fromJsonArray(const QString& json)
{
    QList<StoryId> ids;
    if (json.size() < 2)
        return ids;
    const auto items = QStringView(json).mid(1, json.size() - 2).split(u',', Qt::SkipEmptyParts);
    for (const QStringView item : items) {
        bool ok = false;
        if (const qint64 id = item.trimmed().toLongLong(&ok); ok)
            ids.append(StoryId(id));
    }
    return ids;
}

} // namespace Scoredesk
