// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/quotation.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

QString toText(const Quotation& quotation)
{
    QJsonObject json{{"dimension"_L1, quotation.dimension},
                     {"article"_L1, quotation.article.toString(QUuid::WithoutBraces)},
                     {"position"_L1, quotation.position},
                     {"words"_L1, quotation.words}};
    if (!quotation.analyst.isEmpty())
        json.insert("analyst"_L1, quotation.analyst);
    if (quotation.at.isValid())
        json.insert("at"_L1, quotation.at.toUTC().toString(Qt::ISODateWithMs));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<Quotation> quotationFromText(const QString& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    Quotation quotation;
    quotation.dimension = json.value("dimension"_L1).toString();
    quotation.article = QUuid::fromString(json.value("article"_L1).toString());
    quotation.position = json.value("position"_L1).toInt(-1);
    quotation.words = json.value("words"_L1).toString();
    quotation.analyst = json.value("analyst"_L1).toString();
    if (const QString at = json.value("at"_L1).toString(); !at.isEmpty()) {
        quotation.at = QDateTime::fromString(at, Qt::ISODateWithMs).toUTC();
        if (!quotation.at.isValid())
            return std::nullopt;
    }
    const bool whole = !quotation.dimension.isEmpty() && !quotation.article.isNull() &&
                       quotation.position >= 0 && !quotation.words.isEmpty();
    return whole ? std::optional(quotation) : std::nullopt;
}

std::optional<qsizetype> placeOf(const Quotation& quotation, const QString& text)
{
    if (quotation.words.isEmpty())
        return std::nullopt;
    const qsizetype after = text.indexOf(quotation.words, quotation.position);
    if (after == quotation.position)
        return after;
    const qsizetype before =
        text.lastIndexOf(quotation.words, std::min<qsizetype>(quotation.position, text.size()));
    if (after < 0 && before < 0)
        return std::nullopt;
    if (after < 0 || (before >= 0 && quotation.position - before <= after - quotation.position))
        return before;
    return after;
}

Quotation quotationOf(const QString& text, qsizetype position, qsizetype length)
{
    qsizetype from = std::clamp<qsizetype>(position, 0, text.size());
    qsizetype to = std::clamp<qsizetype>(position + length, from, text.size());
    while (from < to && text[from].isSpace())
        ++from;
    while (to > from && text[to - 1].isSpace())
        --to;
    Quotation quotation;
    quotation.position = int(from);
    quotation.words = text.mid(from, to - from);
    return quotation;
}

} // namespace Scoredesk
