// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/jsonfields.h"

#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

void FieldWriter::text(QLatin1StringView key, const QString& value)
{
    if (!value.isEmpty())
        m_json.insert(key, value);
}

void FieldWriter::texts(QLatin1StringView key, const QStringList& values)
{
    if (!values.isEmpty())
        m_json.insert(key, QJsonArray::fromStringList(values));
}

void FieldWriter::number(QLatin1StringView key, const std::optional<double>& value)
{
    if (value)
        m_json.insert(key, *value);
}

void FieldWriter::count(QLatin1StringView key, int value)
{
    if (value != 0)
        m_json.insert(key, value);
}

void FieldWriter::flag(QLatin1StringView key, bool value)
{
    if (value)
        m_json.insert(key, true);
}

void FieldWriter::uuid(QLatin1StringView key, const QUuid& value)
{
    if (!value.isNull())
        m_json.insert(key, value.toString(QUuid::WithoutBraces));
}

void FieldWriter::time(QLatin1StringView key, const QDateTime& value)
{
    if (value.isValid())
        m_json.insert(key, value.toUTC().toString(Qt::ISODateWithMs));
}

void FieldWriter::object(QLatin1StringView key, const QJsonObject& value)
{
    if (!value.isEmpty())
        m_json.insert(key, value);
}

void FieldWriter::array(QLatin1StringView key, const QJsonArray& value)
{
    if (!value.isEmpty())
        m_json.insert(key, value);
}

FieldReader::FieldReader(const QJsonObject& json, const QString& path) : m_json(json), m_path(path) {}

QString FieldReader::pathOf(const QString& key) const
{
    return m_path.isEmpty() ? key : m_path + u'.' + key;
}

void FieldReader::refuse(QLatin1StringView key, const QString& why)
{
    if (m_error.isEmpty())
        m_error = pathOf(key) + u": "_s + why;
}

void FieldReader::adopt(const FieldReader& inner)
{
    if (m_error.isEmpty())
        m_error = inner.m_error;
}

std::optional<QJsonValue> FieldReader::value(QLatin1StringView key, QJsonValue::Type type,
                                             const QString& name)
{
    const QJsonValue found = m_json.value(key);
    if (found.isUndefined() || found.isNull())
        return std::nullopt;
    if (found.type() == type)
        return found;
    refuse(key, u"is not "_s + name);
    return std::nullopt;
}

void FieldReader::text(QLatin1StringView key, QString& into)
{
    if (const auto found = value(key, QJsonValue::String, u"text"_s))
        into = found->toString();
}

void FieldReader::texts(QLatin1StringView key, QStringList& into)
{
    const auto found = value(key, QJsonValue::Array, u"a list"_s);
    if (!found)
        return;
    QStringList texts;
    for (const QJsonValue item : found->toArray()) {
        if (!item.isString())
            refuse(key, u"holds something other than text"_s);
        texts.append(item.toString());
    }
    into = texts;
}

void FieldReader::number(QLatin1StringView key, std::optional<double>& into)
{
    if (const auto found = value(key, QJsonValue::Double, u"a number"_s))
        into = found->toDouble();
}

void FieldReader::count(QLatin1StringView key, int& into)
{
    const auto found = value(key, QJsonValue::Double, u"a number"_s);
    if (!found)
        return;
    const double number = found->toDouble();
    if (number != std::floor(number) || std::abs(number) > 1e9)
        refuse(key, u"is not a whole number"_s);
    else
        into = int(number);
}

void FieldReader::count(QLatin1StringView key, std::optional<int>& into)
{
    int number = -1;
    count(key, number);
    if (isGood() && number >= 0)
        into = number;
}

void FieldReader::flag(QLatin1StringView key, bool& into)
{
    if (const auto found = value(key, QJsonValue::Bool, u"true or false"_s))
        into = found->toBool();
}

void FieldReader::uuid(QLatin1StringView key, QUuid& into)
{
    const auto found = value(key, QJsonValue::String, u"text"_s);
    if (!found)
        return;
    const QUuid uuid(found->toString());
    if (uuid.isNull())
        refuse(key, u"is not a UUID"_s);
    else
        into = uuid;
}

void FieldReader::time(QLatin1StringView key, QDateTime& into)
{
    const auto found = value(key, QJsonValue::String, u"text"_s);
    if (!found || found->toString().isEmpty())
        return;
    QDateTime time = QDateTime::fromString(found->toString(), Qt::ISODateWithMs);
    if (time.timeSpec() == Qt::LocalTime) // without a zone: UTC, as everything here
        time.setTimeSpec(Qt::UTC);
    if (!time.isValid())
        refuse(key, u"is not an instant (ISO 8601)"_s);
    else
        into = time.toUTC();
}

void FieldReader::object(QLatin1StringView key, const std::function<void(FieldReader&)>& read)
{
    const auto found = value(key, QJsonValue::Object, u"an object"_s);
    if (!found)
        return;
    FieldReader inner(found->toObject(), pathOf(key));
    read(inner);
    adopt(inner);
}

void FieldReader::objects(QLatin1StringView key, const std::function<void(FieldReader&)>& read)
{
    const auto found = value(key, QJsonValue::Array, u"a list"_s);
    if (!found)
        return;
    const QJsonArray items = found->toArray();
    for (const QJsonValue item : items) {
        if (!item.isObject()) {
            refuse(key, u"holds something other than objects"_s);
            return;
        }
        FieldReader inner(item.toObject(), pathOf(key));
        read(inner);
        adopt(inner);
    }
}

void FieldReader::map(QLatin1StringView key, const std::function<void(const QString&, FieldReader&)>& read)
{
    const auto found = value(key, QJsonValue::Object, u"an object"_s);
    if (!found)
        return;
    const QJsonObject items = found->toObject();
    for (auto item = items.begin(); item != items.end(); ++item) {
        if (!item->isObject()) {
            refuse(key, u"holds something other than objects"_s);
            return;
        }
        FieldReader inner(item->toObject(), pathOf(key) + u'.' + item.key());
        read(item.key(), inner);
        adopt(inner);
    }
}

void FieldReader::textMap(QLatin1StringView key,
                          const std::function<void(const QString&, const QString&)>& read)
{
    const auto found = value(key, QJsonValue::Object, u"an object"_s);
    if (!found)
        return;
    const QJsonObject items = found->toObject();
    for (auto item = items.begin(); item != items.end(); ++item) {
        if (!item->isString())
            refuse(key, u"holds something other than text"_s);
        read(item.key(), item->toString());
    }
}

} // namespace Scoredesk
