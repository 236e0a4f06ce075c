// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <functional>
#include <optional>

namespace Scoredesk {

/// Writes the fields of an object, leaving out what says nothing.
class FieldWriter {
public:
    void text(QLatin1StringView key, const QString& value);
    void texts(QLatin1StringView key, const QStringList& values);
    void number(QLatin1StringView key, const std::optional<double>& value);
    void count(QLatin1StringView key, int value); ///< left out where 0
    void flag(QLatin1StringView key, bool value); ///< left out where false
    void uuid(QLatin1StringView key, const QUuid& value);
    void time(QLatin1StringView key, const QDateTime& value);
    void object(QLatin1StringView key, const QJsonObject& value); ///< left out where empty
    void array(QLatin1StringView key, const QJsonArray& value);   ///< left out where empty

    const QJsonObject& json() const { return m_json; }

private:
    QJsonObject m_json;
};

/// Reads the fields of an object that anyone may have written. A missing field leaves its target as it is;
/// one of the wrong kind is the reader's error, of which the first is kept.
class FieldReader {
public:
    explicit FieldReader(const QJsonObject& json, const QString& path = {});

    void text(QLatin1StringView key, QString& into);
    void texts(QLatin1StringView key, QStringList& into);
    void number(QLatin1StringView key, std::optional<double>& into);
    void count(QLatin1StringView key, int& into);
    void count(QLatin1StringView key, std::optional<int>& into);
    void flag(QLatin1StringView key, bool& into);
    void uuid(QLatin1StringView key, QUuid& into);
    void time(QLatin1StringView key, QDateTime& into);
    /// Calls `read` with a reader of the field, and takes over its error.
    void object(QLatin1StringView key, const std::function<void(FieldReader&)>& read);
    /// The same for each object of a list.
    void objects(QLatin1StringView key, const std::function<void(FieldReader&)>& read);
    /// The same for each object of a map.
    void map(QLatin1StringView key, const std::function<void(const QString&, FieldReader&)>& read);
    /// The texts of a map.
    void textMap(QLatin1StringView key, const std::function<void(const QString&, const QString&)>& read);

    const QJsonObject& json() const { return m_json; }
    void refuse(QLatin1StringView key, const QString& why); ///< "cards.analyst: why"
    bool isGood() const { return m_error.isEmpty(); }
    const QString& error() const { return m_error; }

private:
    std::optional<QJsonValue> value(QLatin1StringView key, QJsonValue::Type type, const QString& name);
    QString pathOf(const QString& key) const;
    void adopt(const FieldReader& inner);

    QJsonObject m_json;
    QString m_path;
    QString m_error;
};

} // namespace Scoredesk
