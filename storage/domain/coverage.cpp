// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/coverage.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Scoredesk {

using namespace Qt::StringLiterals;

QString toText(const Coverage& coverage)
{
    return QString::fromUtf8(QJsonDocument(QJsonObject{{u"articles"_s, coverage.articles},
                                                       {u"outlets"_s, coverage.outlets},
                                                       {u"tier_one"_s, coverage.tierOne},
                                                       {u"origins"_s, coverage.origins}})
                                 .toJson(QJsonDocument::Compact));
}

std::optional<Coverage> coverageFromText(const QString& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    return Coverage{json.value("articles"_L1).toInt(), json.value("outlets"_L1).toInt(),
                    json.value("tier_one"_L1).toInt(), json.value("origins"_L1).toInt()};
}

QString toText(const StatedCoverage& stated)
{
    if (stated.isEmpty())
        return {};
    QJsonObject json;
    if (stated.outlets)
        json.insert("outlets"_L1, *stated.outlets);
    if (stated.tierOne)
        json.insert("tier_one"_L1, *stated.tierOne);
    if (!stated.named.isEmpty())
        json.insert("named"_L1, QJsonArray::fromStringList(stated.named));
    if (stated.namesMore)
        json.insert("names_more"_L1, true);
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<StatedCoverage> statedCoverageFromText(const QString& text)
{
    if (text.isEmpty())
        return StatedCoverage();
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    StatedCoverage stated;
    if (json.contains("outlets"_L1))
        stated.outlets = json.value("outlets"_L1).toInt();
    if (json.contains("tier_one"_L1))
        stated.tierOne = json.value("tier_one"_L1).toInt();
    for (const QJsonValue name : json.value("named"_L1).toArray())
        stated.named.append(name.toString());
    stated.namesMore = json.value("names_more"_L1).toBool();
    return stated;
}

} // namespace Scoredesk
