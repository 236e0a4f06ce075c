// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/deskpartsjson.h"

#include "storage/exchange/jsonfields.h"

#include <algorithm>
#include <array>

namespace Scoredesk {

using namespace Qt::StringLiterals;

// --- feeds

QJsonObject feedToJson(const SharedFeed& feed)
{
    FieldWriter out;
    out.uuid("uuid"_L1, feed.uuid);
    out.text("url"_L1, feed.url);
    out.text("title"_L1, feed.title);
    out.text("own_title"_L1, feed.ownTitle);
    out.text("site"_L1, feed.site);
    out.texts("folder"_L1, feed.folder);
    out.text("outlet"_L1, feed.outlet);
    out.text("category"_L1, feed.category);
    out.flag("paused"_L1, feed.paused);
    out.text("pause_reason"_L1, feed.pauseReason);
    out.count("keep_days"_L1, feed.keepDays);
    out.time("added"_L1, feed.addedAt);
    QStringList articles;
    for (const QUuid& article : feed.articles)
        articles.append(article.toString(QUuid::WithoutBraces));
    out.texts("articles"_L1, articles);
    return out.json();
}

Result<SharedFeed> feedFromJson(const QJsonObject& json)
{
    FieldReader in(json);
    SharedFeed feed;
    in.uuid("uuid"_L1, feed.uuid);
    in.text("url"_L1, feed.url);
    in.text("title"_L1, feed.title);
    in.text("own_title"_L1, feed.ownTitle);
    in.text("site"_L1, feed.site);
    in.texts("folder"_L1, feed.folder);
    in.text("outlet"_L1, feed.outlet);
    in.text("category"_L1, feed.category);
    in.flag("paused"_L1, feed.paused);
    in.text("pause_reason"_L1, feed.pauseReason);
    in.count("keep_days"_L1, feed.keepDays);
    in.time("added"_L1, feed.addedAt);
    QStringList articles;
    in.texts("articles"_L1, articles);
    for (const QString& article : articles) {
        const QUuid uuid = QUuid::fromString(article);
        if (uuid.isNull())
            in.refuse("articles"_L1, u"\"%1\" is no UUID"_s.arg(article.left(40)));
        feed.articles.append(uuid);
    }
    if (!in.isGood())
        return fail(in.error(), ErrorCode::InvalidInput);
    return feed;
}

// --- rules

using ActName = std::pair<Rule::Act, QLatin1StringView>;
constexpr std::array actNames = {ActName{Rule::Act::Nothing, ""_L1},
                                 ActName{Rule::Act::Shortlist, "shortlist"_L1},
                                 ActName{Rule::Act::Spike, "spike"_L1}};

QJsonObject ruleToJson(const Rule& rule)
{
    FieldWriter out;
    out.text("name"_L1, rule.name);
    out.text("query"_L1, rule.query);
    out.flag("off"_L1, !rule.enabled);
    out.texts("tags"_L1, rule.tags);
    out.text("category"_L1, rule.category);
    for (const auto& [act, name] : actNames)
        if (act == rule.act)
            out.text("act"_L1, name);
    out.text("spike_reason"_L1, rule.spikeReason);
    return out.json();
}

Result<Rule> ruleFromJson(const QJsonObject& json)
{
    FieldReader in(json);
    Rule rule;
    in.text("name"_L1, rule.name);
    in.text("query"_L1, rule.query);
    bool off = false;
    in.flag("off"_L1, off);
    rule.enabled = !off;
    in.texts("tags"_L1, rule.tags);
    in.text("category"_L1, rule.category);
    QString act;
    in.text("act"_L1, act);
    const auto* const known = std::find_if(actNames.begin(), actNames.end(),
                                           [&act](const ActName& name) { return name.second == act; });
    if (known == actNames.end())
        in.refuse("act"_L1, u"\"%1\" is not known"_s.arg(act.left(40)));
    else
        rule.act = known->first;
    in.text("spike_reason"_L1, rule.spikeReason);
    if (!in.isGood())
        return fail(in.error(), ErrorCode::InvalidInput);
    return rule;
}

// --- grouping

/// How a list of pairs names its two ends.
struct PairKeys {
    QLatin1StringView list;
    QLatin1StringView first;
    QLatin1StringView second;
};
constexpr PairKeys apartKeys{"apart"_L1, "story"_L1, "other"_L1};
constexpr PairKeys outKeys{"kept_out"_L1, "article"_L1, "story"_L1};
constexpr PairKeys redirectKeys{"redirects"_L1, "story"_L1, "into"_L1};

static void writePairs(FieldWriter& out, const PairKeys& keys, const SharedGrouping::Pairs& pairs)
{
    QJsonArray list;
    for (const auto& [first, second] : pairs) {
        FieldWriter pair;
        pair.uuid(keys.first, first);
        pair.uuid(keys.second, second);
        list.append(pair.json());
    }
    out.array(keys.list, list);
}

static void readEnds(FieldReader& in, const PairKeys& keys, QUuid& first, QUuid& second)
{
    in.uuid(keys.first, first);
    in.uuid(keys.second, second);
    if (first.isNull())
        in.refuse(keys.first, u"is missing"_s);
    if (second.isNull())
        in.refuse(keys.second, u"is missing"_s);
}

static void readPairs(FieldReader& in, const PairKeys& keys, SharedGrouping::Pairs& pairs)
{
    in.objects(keys.list, [&](FieldReader& inner) {
        std::pair<QUuid, QUuid> pair;
        readEnds(inner, keys, pair.first, pair.second);
        pairs.append(pair);
    });
}

QJsonObject groupingToJson(const SharedGrouping& grouping)
{
    FieldWriter out;
    writePairs(out, apartKeys, grouping.apart);
    writePairs(out, outKeys, grouping.out);
    writePairs(out, redirectKeys, grouping.redirects);
    QJsonArray suggestions;
    for (const SharedSuggestion& suggestion : grouping.suggestions) {
        FieldWriter pair;
        pair.uuid(apartKeys.first, suggestion.story);
        pair.uuid(apartKeys.second, suggestion.other);
        pair.number("score"_L1, suggestion.score);
        pair.texts("words"_L1, suggestion.words);
        pair.time("at"_L1, suggestion.at);
        suggestions.append(pair.json());
    }
    out.array("suggestions"_L1, suggestions);
    return out.json();
}

Result<SharedGrouping> groupingFromJson(const QJsonObject& json)
{
    FieldReader in(json);
    SharedGrouping grouping;
    readPairs(in, apartKeys, grouping.apart);
    readPairs(in, outKeys, grouping.out);
    readPairs(in, redirectKeys, grouping.redirects);
    in.objects("suggestions"_L1, [&grouping](FieldReader& inner) {
        SharedSuggestion suggestion;
        readEnds(inner, apartKeys, suggestion.story, suggestion.other);
        std::optional<double> score;
        inner.number("score"_L1, score);
        suggestion.score = score.value_or(0);
        if (!(suggestion.score >= 0 && suggestion.score <= 1))
            inner.refuse("score"_L1, u"is not 0 to 1"_s);
        inner.texts("words"_L1, suggestion.words);
        inner.time("at"_L1, suggestion.at);
        grouping.suggestions.append(suggestion);
    });
    if (!in.isGood())
        return fail(in.error(), ErrorCode::InvalidInput);
    return grouping;
}

} // namespace Scoredesk
