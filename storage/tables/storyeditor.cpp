// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/storyeditor.h"

#include "storage/tables/cardtable.h"
#include "storage/tables/historytable.h"
#include "storage/tables/nametables.h"
#include "storage/tables/quotationtable.h"
#include "storage/tables/storyfields.h"
#include "storage/tables/storyparts.h"
#include "storage/tables/storytable.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

StoryEditor::StoryEditor(Connection& connection, const Method& method, QDateTime now, EditContext context,
                         qint64 since, std::function<bool(const QString&)> knowsDimension)
    : m_connection(connection),
      m_method(method),
      m_now(std::move(now)),
      m_context(std::move(context)),
      m_since(since),
      m_knowsDimension(std::move(knowsDimension)),
      m_overrules(connection, method, m_context.analyst)
{
    if (m_context.analyst.trimmed().isEmpty())
        m_connection.fail(
            {u"An edit needs the name of the analyst who makes it."_s, ErrorCode::InvalidInput});
}

bool StoryEditor::accept(const StoryEdit& edit)
{
    if (!m_known.contains(edit.story)) {
        if (!StoryTable(m_connection).exists(edit.story)) {
            if (edit.field == StoryField::Unread)
                return false; // it went by itself: to undo the marking of many, the others are enough
            m_connection.fail(
                {u"There is no story with the number %1 on this desk."_s.arg(number(edit.story)),
                 ErrorCode::NotFound});
            return false;
        }
        m_known.insert(edit.story);
        m_overrules.look(edit.story);
    }
    if (edit.field > StoryField::Quotation) {
        m_connection.fail(
            {u"The field %1 is of the history alone."_s.arg(fieldName(edit.field)), ErrorCode::InvalidInput});
        return false;
    }
    const bool needsDimension = edit.field == StoryField::Score || edit.field == StoryField::Rationale ||
                                edit.field == StoryField::Overrule || edit.field == StoryField::Quotation;
    if (needsDimension == edit.dimension.isEmpty()) {
        m_connection.fail(
            {needsDimension ? u"The edit of %1 does not say of which dimension."_s.arg(fieldName(edit.field))
                            : u"The field %1 has no dimensions."_s.arg(fieldName(edit.field)),
             ErrorCode::InvalidInput});
        return false;
    }
    return true;
}

void StoryEditor::apply(const StoryEdit& given)
{
    if (m_connection.hasFailed() || !accept(given))
        return;
    StoryEdit edit = given;
    if (!isOfCard(edit.field))
        edit.card.clear();
    else if (edit.card.isEmpty())
        edit.card = m_context.analyst;
    const auto value = canonicalValue(edit);
    if (!value) {
        m_connection.fail(value.error());
        return;
    }
    edit.value = edit.field == StoryField::Category ? CategoryTable(m_connection).spelling(*value) : *value;
    if (edit.field == StoryField::Quotation)
        complete(edit);
    const QString old = current(edit);
    if (old == edit.value)
        return;
    if (edit.field == StoryField::Quotation && !mayPin(edit, old))
        return;
    // A cell of a dimension that no method knows may still be emptied.
    if (edit.field == StoryField::Score && !edit.value.isEmpty() && old.isEmpty() &&
        !m_knowsDimension(edit.dimension)) {
        m_connection.fail({u"No method of this desk has a dimension \"%1\"."_s.arg(edit.dimension),
                           ErrorCode::InvalidInput});
        return;
    }
    if (edit.field == StoryField::Overrule)
        m_overrules.givenByHand(edit.story, edit.dimension);
    write(edit);
    record(edit, old);
    StoryEdit back = edit;
    back.value = old;
    m_inverse.prepend(back);
    if (!m_touchedSet.contains(edit.story)) {
        m_touchedSet.insert(edit.story);
        m_touched.append(edit.story);
    }
}

void StoryEditor::complete(StoryEdit& edit) const
{
    edit.dimension = QUuid::fromString(edit.dimension).toString(QUuid::WithoutBraces);
    std::optional<Quotation> quotation = quotationFromText(edit.value);
    if (!quotation)
        return;
    if (quotation->analyst.isEmpty())
        quotation->analyst = m_context.analyst;
    if (!quotation->at.isValid())
        quotation->at = m_now;
    edit.value = toText(*quotation);
}

bool StoryEditor::mayPin(const StoryEdit& edit, const QString& old)
{
    const std::optional<Quotation> quotation = quotationFromText(edit.value);
    if (!quotation || !old.isEmpty())
        return true;
    if (QuotationTable(m_connection).hasUuid(QUuid::fromString(edit.dimension)))
        m_connection.fail({u"That quotation is pinned to another story."_s, ErrorCode::InvalidInput});
    else if (!m_knowsDimension(quotation->dimension))
        m_connection.fail({u"No method of this desk has a dimension \"%1\"."_s.arg(quotation->dimension),
                           ErrorCode::InvalidInput});
    return !m_connection.hasFailed();
}

QString StoryEditor::current(const StoryEdit& edit) const
{
    if (isOfStoryRow(edit.field))
        return StoryFields(m_connection).read(edit.story, edit.field);
    if (edit.field == StoryField::Overrule)
        return OverruleTable(m_connection).reason(edit.story, edit.dimension);
    if (edit.field == StoryField::Quotation) {
        const auto quotation =
            QuotationTable(m_connection).find(edit.story, QUuid::fromString(edit.dimension));
        return quotation ? toText(*quotation) : QString();
    }
    const CardTable cards(m_connection);
    const qint64 card = cards.find(edit.story, edit.card);
    switch (edit.field) {
    case StoryField::Score:
        return card ? cards.cell(card, edit.dimension).value.toText() : QString();
    case StoryField::Rationale:
        return card ? cards.cell(card, edit.dimension).rationale : QString();
    case StoryField::StatedImpact: {
        const auto impact = card ? cards.statedImpact(card) : std::nullopt;
        return impact ? QString::number(*impact, 'g', QLocale::FloatingPointShortest) : QString();
    }
    default: // a card that is not there would be begun under the method in use
        return card ? cards.methodOf(card) : u"%1:%2"_s.arg(m_method.key).arg(m_method.version);
    }
}

void StoryEditor::write(const StoryEdit& edit)
{
    if (isOfStoryRow(edit.field))
        StoryFields(m_connection).write(edit.story, edit.field, edit.value);
    else if (edit.field == StoryField::Overrule)
        OverruleTable(m_connection).write(edit.story, edit.dimension, edit.value);
    else if (edit.field == StoryField::Quotation)
        writeQuotation(edit);
    else
        writeCard(edit);
    // Reading a story is no change of it, and must not move it in the order of the last changed.
    if (edit.field != StoryField::Unread)
        m_changed.insert(edit.story);
    if (isEvidence(edit.field))
        m_evidence.insert(edit.story);
}

void StoryEditor::writeQuotation(const StoryEdit& edit)
{
    const QUuid uuid = QUuid::fromString(edit.dimension);
    QuotationTable table(m_connection);
    table.remove(uuid);
    if (std::optional<Quotation> quotation = quotationFromText(edit.value)) {
        quotation->uuid = uuid;
        table.insert(edit.story, *quotation);
    }
}

void StoryEditor::writeCard(const StoryEdit& edit)
{
    CardTable cards(m_connection);
    const qint64 card = cards.ensure(edit.story, edit.card, m_method, m_now);
    ScoreCell cell = cards.cell(card, edit.dimension);
    switch (edit.field) {
    case StoryField::Score:
        cell.value = Score::fromText(edit.value).value_or(Score());
        cell.setAt = cell.value.isUnset() ? QDateTime() : m_now;
        cards.writeCell(card, edit.dimension, cell);
        break;
    case StoryField::Rationale:
        cell.rationale = edit.value;
        cards.writeCell(card, edit.dimension, cell);
        break;
    case StoryField::StatedImpact:
        cards.writeStatedImpact(card,
                                edit.value.isEmpty() ? std::nullopt : std::optional(edit.value.toDouble()));
        break;
    default:
        cards.writeMethod(card, edit.value.section(u':', 0, -2), edit.value.section(u':', -1).toInt());
    }
    cards.touch(card, m_now);
    m_cards.insert(std::pair(edit.story, edit.card));
}

void StoryEditor::record(const StoryEdit& edit, const QString& old)
{
    if (edit.field == StoryField::Unread)
        return;
    const QString card = edit.card == m_context.analyst ? QString() : edit.card;
    HistoryTable(m_connection)
        .record(edit.story, {m_now, m_context.analyst, edit.field, edit.dimension, card, old, edit.value},
                m_context.gesture, m_since);
}

// A reason given for one finding is none for another. Their inverse stands first, so that taking the edits
// back gives the reason anew and then what it was for.
void StoryEditor::letLapse()
{
    const QList<StoryEdit> lapses = m_overrules.lapses();
    for (const StoryEdit& edit : lapses)
        apply(edit);
}

void StoryEditor::finish()
{
    letLapse();
    StoryTable stories(m_connection);
    for (const StoryId story : std::as_const(m_changed)) {
        stories.touch(story, m_now, m_evidence.contains(story));
        stories.markTouched(story);
    }
    CardTable cards(m_connection);
    for (const auto& [story, analyst] : std::as_const(m_cards)) {
        cards.removeIfBlank(story, analyst, m_method);
        cards.refreshImpact(story, m_method);
    }
}

} // namespace Scoredesk
