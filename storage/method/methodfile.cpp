// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/methodfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestWeight = 1'000'000; ///< keeps every sum far inside 64 bits

tl::unexpected<Error> bad(const QString& message)
{
    return fail(message, ErrorCode::InvalidInput);
}

QString polarityName(Dimension::Polarity polarity)
{
    return polarity == Dimension::Polarity::Risk ? u"risk"_s : u"benefit"_s;
}

QString formName(Method::Form form)
{
    return form == Method::Form::Trust ? u"trust"_s : u"penalty"_s;
}

Result<int> wholeNumber(const QJsonObject& json, const QString& name, int least, int most,
                        const QString& where, int fallback)
{
    if (!json.contains(name))
        return fallback;
    const double number = json.value(name).toDouble(qQNaN());
    if (!(number >= least && number <= most) || number != std::floor(number))
        return bad(u"%1: “%2” must be a whole number from %3 to %4."_s.arg(where, name).arg(least).arg(most));
    return int(number);
}

Result<QMap<int, QString>> parseRubric(const QJsonObject& json, const QString& where)
{
    QMap<int, QString> rubric;
    for (auto anchor = json.begin(); anchor != json.end(); ++anchor) {
        bool ok = false;
        const int value = anchor.key().toInt(&ok);
        if (!ok || value < 0 || value > 10 || !anchor.value().isString())
            return bad(u"%1: “rubric” has no anchor “%2”; anchors are sentences at 2, 4, 6, 8 and 10."_s.arg(
                where, anchor.key()));
        rubric.insert(value, anchor.value().toString());
    }
    return rubric;
}

Result<Dimension> parseDimension(const QJsonObject& json, const QString& where)
{
    static const QRegularExpression keyForm(u"^[a-z][a-z0-9_]*$"_s);
    static const QRegularExpression codeForm(u"^[A-Z][A-Z0-9]*$"_s);
    Dimension dimension;
    dimension.key = json.value("key"_L1).toString();
    dimension.code = json.value("code"_L1).toString();
    dimension.label = json.value("label"_L1).toString();
    dimension.highMeans = json.value("high_means"_L1).toString();
    if (!keyForm.match(dimension.key).hasMatch())
        return bad(u"%1: “key” must be lowercase letters, digits and underscores."_s.arg(where));
    if (!codeForm.match(dimension.code).hasMatch())
        return bad(u"%1: “code” must be capital letters and digits."_s.arg(where));
    if (dimension.label.trimmed().isEmpty())
        return bad(u"%1: “label” is missing."_s.arg(where));
    const Result<int> weight = wholeNumber(json, u"weight"_s, 0, largestWeight, where, 0);
    if (!weight)
        return tl::unexpected(weight.error());
    dimension.weight = *weight;
    const QString polarity = json.value("polarity"_L1).toString(polarityName(dimension.polarity));
    if (polarity == polarityName(Dimension::Polarity::Risk))
        dimension.polarity = Dimension::Polarity::Risk;
    else if (polarity != polarityName(Dimension::Polarity::Benefit))
        return bad(u"%1: “polarity” is “%2”; it must be benefit or risk."_s.arg(where, polarity));
    const Result<QMap<int, QString>> rubric = parseRubric(json.value("rubric"_L1).toObject(), where);
    if (!rubric)
        return tl::unexpected(rubric.error());
    dimension.rubric = *rubric;
    return dimension;
}

Result<QList<Dimension>> parseDimensions(const QJsonArray& json)
{
    QList<Dimension> dimensions;
    QSet<QString> keys;
    QSet<QString> codes;
    int benefitWeight = 0;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QString where = u"dimension %1"_s.arg(i + 1);
        const Result<Dimension> dimension = parseDimension(json.at(i).toObject(), where);
        if (!dimension)
            return tl::unexpected(dimension.error());
        if (keys.contains(dimension->key))
            return bad(u"%1: the key “%2” stands twice."_s.arg(where, dimension->key));
        if (codes.contains(dimension->code))
            return bad(u"%1: the code “%2” stands twice."_s.arg(where, dimension->code));
        keys.insert(dimension->key);
        codes.insert(dimension->code);
        if (dimension->polarity == Dimension::Polarity::Benefit)
            benefitWeight = std::max(benefitWeight, dimension->weight);
        dimensions.append(*dimension);
    }
    if (benefitWeight == 0)
        return bad(u"“dimensions”: at least one benefit dimension must have a weight."_s);
    return dimensions;
}

Result<QList<Band>> parseBands(const QJsonArray& json)
{
    QList<Band> bands;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QJsonObject object = json.at(i).toObject();
        const double from = object.value("from"_L1).toDouble(qQNaN());
        const QString label = object.value("label"_L1).toString();
        if (!(from >= 0 && from <= 10))
            return bad(u"band %1: “from” must be a number from 0 to 10."_s.arg(i + 1));
        if (label.trimmed().isEmpty())
            return bad(u"band %1: “label” is missing."_s.arg(i + 1));
        if (i == 0 ? from != 0 : from <= bands.last().from)
            return bad(u"band %1: bands must ascend, and the first begins at 0."_s.arg(i + 1));
        bands.append({from, label});
    }
    if (bands.isEmpty())
        return bad(u"“bands” is missing: a method names at least one band, from 0."_s);
    return bands;
}

QJsonObject toJson(const Dimension& dimension)
{
    QJsonObject rubric;
    for (auto anchor = dimension.rubric.begin(); anchor != dimension.rubric.end(); ++anchor)
        rubric.insert(QString::number(anchor.key()), anchor.value());
    return {{u"key"_s, dimension.key},
            {u"code"_s, dimension.code},
            {u"label"_s, dimension.label},
            {u"high_means"_s, dimension.highMeans},
            {u"weight"_s, dimension.weight},
            {u"polarity"_s, polarityName(dimension.polarity)},
            {u"rubric"_s, rubric}};
}

QList<Method> readBuiltIn()
{
    QList<Method> methods;
    for (const QString& name : {u"impact"_s, u"published"_s}) {
        QFile file(u":/methods/%1.json"_s.arg(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the built-in method %s is not in the program", qUtf8Printable(name));
        const Result<Method> method = parseMethod(file.readAll());
        if (!method)
            qFatal("the built-in method %s: %s", qUtf8Printable(name),
                   qUtf8Printable(method.error().message));
        methods.append(*method);
    }
    return methods;
}

} // namespace

Result<Method> parseMethod(const QByteArray& json)
{
    static const QRegularExpression keyForm(u"^[A-Za-z0-9_-]+$"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return bad(
            u"This is no method file: %1 at byte %2."_s
                .arg(error.error == QJsonParseError::NoError ? u"not an object"_s : error.errorString())
                .arg(error.offset));
    const QJsonObject object = document.object();
    Method method;
    method.key = object.value("key"_L1).toString();
    method.name = object.value("name"_L1).toString();
    if (!keyForm.match(method.key).hasMatch())
        return bad(u"“key” must be letters, digits, hyphens and underscores: it heads the score vector."_s);
    if (method.name.trimmed().isEmpty())
        return bad(u"“name” is missing."_s);
    const QString form = object.value("form"_L1).toString();
    if (form == formName(Method::Form::Trust))
        method.form = Method::Form::Trust;
    else if (form != formName(Method::Form::Penalty))
        return bad(u"“form” is “%1”; it must be penalty or trust."_s.arg(form));

    const Result<int> version = wholeNumber(object, u"version"_s, 1, 999'999, u"method"_s, method.version);
    if (!version)
        return tl::unexpected(version.error());
    method.version = *version;
    const Result<int> percent =
        wholeNumber(object, u"penalty_percent"_s, 0, 1000, u"method"_s, method.penaltyPercent);
    if (!percent)
        return tl::unexpected(percent.error());
    method.penaltyPercent = *percent;
    const Result<QList<Dimension>> dimensions = parseDimensions(object.value("dimensions"_L1).toArray());
    if (!dimensions)
        return tl::unexpected(dimensions.error());
    method.dimensions = *dimensions;
    const Result<QList<Band>> bands = parseBands(object.value("bands"_L1).toArray());
    if (!bands)
        return tl::unexpected(bands.error());
    method.bands = *bands;
    return method;
}

QByteArray methodToJson(const Method& method)
{
    QJsonArray dimensions;
    for (const Dimension& dimension : method.dimensions)
        dimensions.append(toJson(dimension));
    QJsonArray bands;
    for (const Band& band : method.bands)
        bands.append(QJsonObject{{u"from"_s, band.from}, {u"label"_s, band.label}});
    return QJsonDocument(QJsonObject{{u"key"_s, method.key},
                                     {u"name"_s, method.name},
                                     {u"version"_s, method.version},
                                     {u"form"_s, formName(method.form)},
                                     {u"penalty_percent"_s, method.penaltyPercent},
                                     {u"dimensions"_s, dimensions},
                                     {u"bands"_s, bands}})
        .toJson();
}

const QList<Method>& builtInMethods()
{
    static const QList<Method> methods = readBuiltIn();
    return methods;
}

const Method* builtInMethod(const QString& key)
{
    for (const Method& method : builtInMethods())
        if (method.key == key)
            return &method;
    return nullptr;
}

} // namespace Scoredesk
