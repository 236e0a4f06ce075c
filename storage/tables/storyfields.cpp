// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/storyfields.h"

#include "storage/domain/coverage.h"
#include "storage/domain/keys.h"
#include "storage/domain/quotation.h"
#include "storage/domain/score.h"
#include "storage/domain/storystate.h"
#include "storage/domain/trust.h"
#include "storage/sql/statement.h"
#include "storage/tables/nametables.h"
#include "storage/tables/storytable.h"

#include <array>
#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static const std::array columns = {
    u"headline"_s,     u"summary"_s,      u"why_it_matters"_s, u"category_id"_s, u"tags"_s,
    u"source"_s,       u"link"_s,         u"primary_source"_s, u"slug"_s,        u"stated"_s,
    u"trust"_s,        u"trust_note"_s,   u"remainder"_s,      u"stage"_s,       u"unread"_s,
    u"lead_article"_s, u"published_at"_s,
};

bool isOfStoryRow(StoryField field)
{
    return size_t(field) < columns.size();
}

bool isOfCard(StoryField field)
{
    return field == StoryField::Score || field == StoryField::Rationale ||
           field == StoryField::StatedImpact || field == StoryField::CardMethod;
}

bool isEvidence(StoryField field)
{
    switch (field) {
    case StoryField::Headline:
    case StoryField::Summary:
    case StoryField::WhyItMatters:
    case StoryField::Source:
    case StoryField::Link:
    case StoryField::PrimarySource:
    case StoryField::StatedCoverage:
        return true;
    default:
        return false;
    }
}

static QString canonicalTags(const QString& value)
{
    QStringList tags;
    const QStringList lines = value.split(u'\n');
    for (const QString& line : lines)
        if (const QString tag = line.simplified(); !tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive))
            tags.append(tag);
    return tags.join(u'\n');
}

static Result<QString> canonicalPublished(const QString& value)
{
    if (value.trimmed().isEmpty())
        return QString();
    QDateTime time = QDateTime::fromString(value.trimmed(), Qt::ISODateWithMs);
    if (!time.isValid())
        return fail(u"\"%1\" is no date and time in ISO 8601, such as 2026-04-09T08:30:00Z."_s.arg(value),
                    ErrorCode::InvalidInput);
    if (time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC().toString(Qt::ISODateWithMs);
}

static Result<QString> canonicalImpact(const QString& value)
{
    if (value.trimmed().isEmpty())
        return QString();
    bool ok = false;
    const double impact = value.trimmed().toDouble(&ok);
    if (!ok || !(impact >= 0 && impact <= 10))
        return fail(u"\"%1\" is no impact: it takes a number from 0 to 10."_s.arg(value),
                    ErrorCode::InvalidInput);
    return QString::number(impact, 'g', QLocale::FloatingPointShortest);
}

static Result<QString> canonicalCardMethod(const QString& value)
{
    bool ok = false;
    const int version = value.section(u':', -1).toInt(&ok);
    const QString key = value.section(u':', 0, -2).trimmed();
    if (!ok || version < 1 || key.isEmpty())
        return fail(u"\"%1\" names no method and version, such as impact:1."_s.arg(value),
                    ErrorCode::InvalidInput);
    return u"%1:%2"_s.arg(key).arg(version);
}

static Result<QString> canonicalQuotation(const StoryEdit& edit)
{
    if (QUuid::fromString(edit.dimension).isNull())
        return fail(u"\"%1\" is no quotation's UUID."_s.arg(edit.dimension), ErrorCode::InvalidInput);
    if (edit.value.isEmpty())
        return QString();
    const auto quotation = quotationFromText(edit.value);
    if (!quotation)
        return fail(u"\"%1\" is no quotation: it takes words, a dimension, an article and a position."_s.arg(
                        edit.value.left(60)),
                    ErrorCode::InvalidInput);
    if (quotation->words.size() > longestQuotation)
        return fail(u"A quotation holds %1 characters at most; this one has %2."_s.arg(longestQuotation)
                        .arg(quotation->words.size()),
                    ErrorCode::InvalidInput);
    return toText(*quotation);
}

Result<QString> canonicalValue(const StoryEdit& edit)
{
    const auto invalid = [&edit](const QString& what) {
        return fail(u"\"%1\" is %2."_s.arg(edit.value, what), ErrorCode::InvalidInput);
    };
    switch (edit.field) {
    case StoryField::Category:
        return edit.value.simplified();
    case StoryField::Tags:
        return canonicalTags(edit.value);
    case StoryField::StatedCoverage:
        if (const auto stated = statedCoverageFromText(edit.value))
            return toText(*stated);
        return invalid(u"no stated coverage"_s);
    case StoryField::Trust:
        if (const auto trust = trustFromText(edit.value))
            return toText(*trust);
        return invalid(u"no trust verdict: it is high, medium, low or empty"_s);
    case StoryField::State:
        if (const auto state = storyStateFromText(edit.value))
            return toText(*state);
        return invalid(u"no state: it is incoming, shortlisted, ready or spiked"_s);
    case StoryField::Unread:
        return edit.value.isEmpty() || edit.value == u"0" ? QString() : u"1"_s;
    case StoryField::LeadArticle: {
        const QUuid lead = QUuid::fromString(edit.value.trimmed());
        if (lead.isNull() && !edit.value.trimmed().isEmpty())
            return invalid(u"no article's UUID"_s);
        return lead.isNull() ? QString() : lead.toString(QUuid::WithoutBraces);
    }
    case StoryField::Published:
        return canonicalPublished(edit.value);
    case StoryField::Score:
        if (const auto score = Score::fromText(edit.value))
            return score->toText();
        return invalid(u"no score: it takes a number from 0 to 10, X for not applicable, or nothing"_s);
    case StoryField::StatedImpact:
        return canonicalImpact(edit.value);
    case StoryField::CardMethod:
        return canonicalCardMethod(edit.value);
    case StoryField::Quotation:
        return canonicalQuotation(edit);
    case StoryField::Coverage:
        return fail(u"Coverage is counted from a story's articles; it is not set."_s,
                    ErrorCode::InvalidInput);
    default:
        return edit.value;
    }
}

static const QString& selectSql(StoryField field)
{
    static const auto all = [] {
        std::array<QString, columns.size()> sql;
        for (size_t i = 0; i < columns.size(); ++i)
            sql[i] = u"SELECT %1 FROM story WHERE id = ?"_s.arg(columns[i]);
        sql[size_t(StoryField::Category)] =
            u"SELECT c.name FROM story s LEFT JOIN category c ON c.id = s.category_id WHERE s.id = ?"_s;
        sql[size_t(StoryField::State)] =
            u"SELECT stage, stage_before, spike_reason FROM story WHERE id = ?"_s;
        return sql;
    }();
    return all[size_t(field)];
}

static const QString& updateSql(StoryField field)
{
    static const auto all = [] {
        std::array<QString, columns.size()> sql;
        for (size_t i = 0; i < columns.size(); ++i)
            sql[i] = u"UPDATE story SET %1 = ? WHERE id = ?"_s.arg(columns[i]);
        sql[size_t(StoryField::Headline)] = u"UPDATE story SET headline = ?, headline_key = ? WHERE id = ?"_s;
        sql[size_t(StoryField::Link)] = u"UPDATE story SET link = ?, link_key = ? WHERE id = ?"_s;
        sql[size_t(StoryField::State)] =
            u"UPDATE story SET stage = ?, stage_before = ?, spike_reason = ? WHERE id = ?"_s;
        sql[size_t(StoryField::Published)] =
            u"UPDATE story SET published_at = ?, sort_at = coalesce(?, added_at) WHERE id = ?"_s;
        return sql;
    }();
    return all[size_t(field)];
}

QString StoryFields::read(StoryId story, StoryField field) const
{
    Statement row(m_connection, selectSql(field), story);
    if (!row.next())
        return {};
    switch (field) {
    case StoryField::Trust:
        return toText(TrustVerdict(qBound(0, row.small(0), 3)));
    case StoryField::State:
        return toText(
            StoryState{Stage(qBound(0, row.small(0), 3)), row.text(2), Stage(qBound(0, row.small(1), 3))});
    case StoryField::Unread:
        return row.flag(0) ? u"1"_s : QString();
    case StoryField::LeadArticle: {
        const QUuid lead = row.uuid(0);
        return lead.isNull() ? QString() : lead.toString(QUuid::WithoutBraces);
    }
    case StoryField::Published: {
        const QDateTime time = row.time(0);
        return time.isValid() ? time.toString(Qt::ISODateWithMs) : QString();
    }
    default:
        return row.text(0);
    }
}

void StoryFields::write(StoryId story, StoryField field, const QString& value)
{
    switch (field) {
    case StoryField::Category:
        writeCategory(story, value);
        break;
    case StoryField::Tags:
        StoryTable(m_connection).writeTags(story, value.split(u'\n', Qt::SkipEmptyParts));
        break;
    case StoryField::Trust:
        Statement(m_connection, updateSql(field), trustFromText(value).value_or(TrustVerdict::Unset), story)
            .run();
        break;
    case StoryField::State:
        writeState(story, value);
        break;
    case StoryField::Unread:
        Statement(m_connection, updateSql(field), !value.isEmpty(), story).run();
        break;
    case StoryField::LeadArticle:
        Statement(m_connection, updateSql(field), QUuid::fromString(value), story).run();
        break;
    case StoryField::Published: {
        const QDateTime time = QDateTime::fromString(value, Qt::ISODateWithMs);
        Statement(m_connection, updateSql(field), time, time, story).run();
        break;
    }
    default:
        writeText(story, field, value);
    }
}

void StoryFields::writeText(StoryId story, StoryField field, const QString& value)
{
    if (field == StoryField::Headline)
        Statement(m_connection, updateSql(field), value, headlineKey(value), story).run();
    else if (field == StoryField::Link)
        Statement(m_connection, updateSql(field), value, linkKey(value), story).run();
    else
        Statement(m_connection, updateSql(field), value, story).run();
}

void StoryFields::writeCategory(StoryId story, const QString& name)
{
    const qint64 category = CategoryTable(m_connection).ensure(name);
    Statement update(m_connection, updateSql(StoryField::Category));
    if (category == 0)
        update.bindNull();
    else
        update.bind(category);
    update.bind(story).run();
}

void StoryFields::writeState(StoryId story, const QString& value)
{
    const StoryState state = storyStateFromText(value).value_or(StoryState());
    Statement(m_connection, updateSql(StoryField::State), state.stage, state.before, state.spikeReason, story)
        .run();
}

} // namespace Scoredesk
