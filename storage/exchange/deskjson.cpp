// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/deskjson.h"

#include "storage/exchange/deskpartsjson.h"
#include "storage/exchange/dossierjson.h"
#include "storage/exchange/jsonfields.h"
#include "storage/exchange/jsonplace.h"
#include "storage/method/methodfile.h"

#include <QJsonDocument>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static const auto formatName = "scoredesk-desk/"_L1;
constexpr int formatVersion = 1;

QByteArray deskToJson(const DeskContents& contents)
{
    FieldWriter out;
    out.text("format"_L1, formatName + QString::number(formatVersion));
    out.uuid("desk"_L1, contents.desk);
    out.flag("part"_L1, contents.isPart);
    QJsonObject settings;
    for (auto setting = contents.settings.begin(); setting != contents.settings.end(); ++setting)
        settings.insert(setting.key(), *setting);
    out.object("settings"_L1, settings);
    QJsonArray methods;
    for (const Method& method : contents.methods)
        methods.append(QJsonDocument::fromJson(methodToJson(method)).object());
    out.array("methods"_L1, methods);
    QJsonArray outlets;
    for (const Outlet& outlet : contents.outlets)
        outlets.append(outletToJson(outlet));
    out.array("outlets"_L1, outlets);
    out.texts("categories"_L1, contents.categories);
    QJsonArray feeds;
    for (const SharedFeed& feed : contents.parts.feeds)
        feeds.append(feedToJson(feed));
    out.array("feeds"_L1, feeds);
    QJsonArray rules;
    for (const Rule& rule : contents.parts.rules)
        rules.append(ruleToJson(rule));
    out.array("rules"_L1, rules);
    out.object("grouping"_L1, groupingToJson(contents.parts.grouping));
    QJsonArray stories;
    for (const Dossier& dossier : contents.dossiers)
        stories.append(dossierToJson(dossier));
    QJsonObject json = out.json();
    json.insert("stories"_L1, stories);
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

bool isDeskExport(const QByteArray& bytes)
{
    return bytes.startsWith('{') && bytes.contains("\n    \"format\": \"scoredesk-desk/");
}

// Reads the items of one list, telling of those that cannot be used.
template<typename T>
static void readItems(const QJsonObject& json, QLatin1StringView key, const QString& name, QList<T>& into,
                      const std::function<Result<T>(const QJsonObject&)>& read,
                      QList<ImportProblem>* problems)
{
    const auto tell = [&](qsizetype number, const QString& what) {
        if (problems)
            problems->append({name + u' ' + QString::number(number), what});
    };
    const QJsonValue list = json.value(key);
    if (!list.isUndefined() && !list.isArray())
        tell(0, u"\"%1\" is not a list."_s.arg(key));
    const QJsonArray items = list.toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (!items[i].isObject()) {
            tell(i + 1, u"It is not an object."_s);
            continue;
        }
        if (auto item = read(items[i].toObject()))
            into.append(*item);
        else
            tell(i + 1, item.error().message);
    }
}

static Result<void> checkFormat(const QJsonObject& json)
{
    const QString format = json.value("format"_L1).toString();
    if (!format.startsWith(formatName))
        return fail(u"This is JSON, but no desk export: it has no \"format\": \"scoredesk-desk/1\"."_s,
                    ErrorCode::InvalidInput);
    bool isNumber = false;
    const int version = format.mid(formatName.size()).toInt(&isNumber);
    if (!isNumber || version < 1)
        return fail(u"This desk export names an unknown format, \"%1\"."_s.arg(format.left(60)),
                    ErrorCode::InvalidInput);
    if (version > formatVersion)
        return fail(
            u"This desk export was written by a later version of Scoredesk (format %1; this one reads %2)."_s
                .arg(version)
                .arg(formatVersion),
            ErrorCode::InvalidInput);
    return {};
}

Result<DeskContents> deskFromJson(const QByteArray& json, QList<ImportProblem>* problems)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(u"This is not readable JSON: %1 at %2."_s.arg(error.errorString(),
                                                                  placeInText(json, error.offset)),
                    ErrorCode::InvalidInput);
    const QJsonObject root = document.object();
    if (const auto format = checkFormat(root); !format)
        return fail(format.error().message, format.error().code);
    DeskContents contents;
    FieldReader in(root);
    in.uuid("desk"_L1, contents.desk);
    in.flag("part"_L1, contents.isPart);
    in.textMap("settings"_L1, [&contents](const QString& key, const QString& value) {
        contents.settings.insert(key, value);
    });
    in.texts("categories"_L1, contents.categories);
    in.object("grouping"_L1, [&](FieldReader& inner) {
        if (auto grouping = groupingFromJson(inner.json()))
            contents.parts.grouping = std::move(*grouping);
        else if (problems)
            problems->append({u"grouping"_s, grouping.error().message});
    });
    if (!in.isGood() && problems)
        problems->append({u"desk"_s, in.error()});
    const auto readMethod = [](const QJsonObject& method) {
        return parseMethod(QJsonDocument(method).toJson());
    };
    readItems<Method>(root, "methods"_L1, u"method"_s, contents.methods, readMethod, problems);
    readItems<Outlet>(root, "outlets"_L1, u"outlet"_s, contents.outlets, &outletFromJson, problems);
    readItems<SharedFeed>(root, "feeds"_L1, u"feed"_s, contents.parts.feeds, &feedFromJson, problems);
    readItems<Rule>(root, "rules"_L1, u"rule"_s, contents.parts.rules, &ruleFromJson, problems);
    readItems<Dossier>(root, "stories"_L1, u"item"_s, contents.dossiers, &dossierFromJson, problems);
    return contents;
}

} // namespace Scoredesk
