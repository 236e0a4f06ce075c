// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/storyjson.h"

#include "storage/method/scorevector.h"
#include "ui/words/checktext.h"
#include "ui/words/impacttext.h"

#include <QJsonArray>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

QJsonValue timeJson(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QJsonValue countJson(const std::optional<int>& count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

QJsonObject statedJson(const StatedCoverage& stated)
{
    return {{u"outlets"_s, countJson(stated.outlets)},
            {u"tier_one"_s, countJson(stated.tierOne)},
            {u"named"_s, QJsonArray::fromStringList(stated.named)},
            {u"names_more"_s, stated.namesMore}};
}

QJsonObject stateJson(const StoryState& state)
{
    QJsonObject json{{u"stage"_s, toText(state.stage)}};
    if (state.stage == Stage::Spiked) {
        json.insert(u"reason"_s, state.spikeReason);
        json.insert(u"before"_s, toText(state.before));
    }
    return json;
}

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Blocker:
        return u"blocker"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Note:
        break;
    }
    return u"note"_s;
}

QJsonObject articleJson(const Article& article)
{
    return {{u"id"_s, number(article.id)},
            {u"uuid"_s, article.uuid.toString(QUuid::WithoutBraces)},
            {u"outlet"_s, article.outlet.name},
            {u"tier"_s, article.outlet.tier},
            {u"first_party"_s, article.outlet.firstParty},
            {u"title"_s, article.title},
            {u"link"_s, article.link},
            {u"author"_s, article.author},
            {u"published_at"_s, timeJson(article.publishedAt)},
            {u"fetched_at"_s, timeJson(article.fetchedAt)},
            {u"reprint"_s, article.reprintOf.has_value()},
            {u"reprint_of"_s, article.reprintOf
                                  ? QJsonValue(article.reprintOf->toString(QUuid::WithoutBraces))
                                  : QJsonValue()},
            {u"by_hand"_s, article.byHand}};
}

QJsonObject exportJson(const ExportRecord& record)
{
    return {{u"at"_s, timeJson(record.at)},
            {u"analyst"_s, record.analyst},
            {u"format"_s, record.format},
            {u"path"_s, record.path},
            {u"sha256"_s, record.sha256},
            {u"vector"_s, record.vector},
            {u"impact"_s, record.impact ? QJsonValue(*record.impact) : QJsonValue()}};
}

template<typename List, typename ToJson>
QJsonArray arrayOf(const List& list, ToJson toJson)
{
    QJsonArray array;
    for (const auto& item : list)
        array.append(toJson(item));
    return array;
}

} // namespace

QJsonObject impactJson(const Method& method, const std::optional<Impact>& impact)
{
    if (!impact)
        return {};
    return {{u"low"_s, impact->low},
            {u"high"_s, impact->high},
            {u"shown"_s, shownImpact(impact)},
            {u"complete"_s, impact->isComplete()},
            {u"band"_s, bandText(method, impact)}};
}

QJsonObject cardJson(const Scorecard& card, const Method& method)
{
    QJsonObject values;
    QJsonObject rationales;
    for (const Dimension& dimension : method.dimensions) {
        const ScoreCell cell = card.cells.value(dimension.key);
        values.insert(dimension.key, cell.value.isValue()           ? QJsonValue(cell.value.number())
                                     : cell.value.isNotApplicable() ? QJsonValue(u"X"_s)
                                                                    : QJsonValue());
        if (!cell.rationale.isEmpty())
            rationales.insert(dimension.key, cell.rationale);
    }
    return {{u"analyst"_s, card.analyst},
            {u"method"_s, method.key},
            {u"version"_s, method.version},
            {u"vector"_s, toVector(method, card)},
            {u"values"_s, values},
            {u"rationales"_s, rationales},
            {u"stated_impact"_s, card.statedImpact ? QJsonValue(*card.statedImpact) : QJsonValue()},
            {u"impact"_s, impactJson(method, impactOf(method, card))}};
}

QJsonObject findingJson(const Finding& finding, const Overrules& overrules)
{
    const QString check = checkName(finding.kind);
    return {{u"check"_s, check},
            {u"severity"_s, severityName(finding.severity)},
            {u"field"_s, fieldName(finding.place)},
            {u"position"_s, finding.position},
            {u"length"_s, finding.length},
            {u"text"_s, checkText(finding)},
            {u"overruled"_s, overrules.contains(check) ? QJsonValue(overrules.value(check)) : QJsonValue()}};
}

QJsonObject rowJson(const QueueRow& row)
{
    QJsonObject impact;
    if (row.impactLow && row.impactHigh)
        impact = {{u"low"_s, *row.impactLow}, {u"high"_s, *row.impactHigh}};
    return {{u"id"_s, number(row.id)},
            {u"headline"_s, row.headline},
            {u"source"_s, row.source},
            {u"category"_s, row.category},
            {u"date"_s, timeJson(row.sortedAt)},
            {u"vector"_s, row.vector},
            {u"impact"_s, impact},
            {u"trust"_s, toText(row.trust)},
            {u"stated"_s, statedJson(row.stated)},
            {u"outlets"_s, row.outlets},
            {u"tier_one"_s, row.tierOne},
            {u"state"_s, stateJson(row.state)},
            {u"unread"_s, row.unread}};
}

QJsonObject storyJson(const Dossier& dossier, const Method& method, const QString& analyst,
                      const QList<Finding>& findings)
{
    const Story& story = dossier.story;
    QJsonObject overruled;
    for (auto reason = dossier.overrules.begin(); reason != dossier.overrules.end(); ++reason)
        overruled.insert(reason.key(), reason.value());
    const QJsonObject coverage{{u"articles"_s, dossier.coverage.articles},
                               {u"outlets"_s, dossier.coverage.outlets},
                               {u"tier_one"_s, dossier.coverage.tierOne},
                               {u"origins"_s, dossier.coverage.origins}};
    return {{u"id"_s, number(story.id)},
            {u"uuid"_s, story.uuid.toString(QUuid::WithoutBraces)},
            {u"slug"_s, story.slug},
            {u"headline"_s, story.headline},
            {u"summary"_s, story.summary},
            {u"why_it_matters"_s, story.whyItMatters},
            {u"category"_s, story.category},
            {u"tags"_s, QJsonArray::fromStringList(story.tags)},
            {u"source"_s, story.source},
            {u"link"_s, story.link},
            {u"primary_source"_s, story.primarySource},
            {u"stated"_s, statedJson(story.stated)},
            {u"coverage"_s, coverage},
            {u"trust"_s, toText(story.trust)},
            {u"trust_note"_s, story.trustNote},
            {u"remainder"_s, story.remainder},
            {u"state"_s, stateJson(story.state)},
            {u"unread"_s, story.unread},
            {u"published_at"_s, timeJson(story.publishedAt)},
            {u"added_at"_s, timeJson(story.addedAt)},
            {u"changed_at"_s, timeJson(story.changedAt)},
            {u"card"_s, cardJson(dossier.cardOf(analyst), method)},
            {u"articles"_s, arrayOf(dossier.articles, articleJson)},
            {u"exports"_s, arrayOf(dossier.exports, exportJson)},
            {u"overrules"_s, overruled},
            {u"findings"_s, arrayOf(findings, [&dossier](const Finding& finding) {
                 return findingJson(finding, dossier.overrules);
             })}};
}

} // namespace Scoredesk
