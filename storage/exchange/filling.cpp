// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/filling.h"

#include "storage/domain/keys.h"

#include <QLocale>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QString textOf(const Story& story, StoryField field)
{
    switch (field) {
    case StoryField::Headline:
        return story.headline;
    case StoryField::Summary:
        return story.summary;
    case StoryField::WhyItMatters:
        return story.whyItMatters;
    case StoryField::Category:
        return story.category;
    case StoryField::Tags:
        return story.tags.join(u'\n');
    case StoryField::Source:
        return story.source;
    case StoryField::Link:
        return story.link;
    case StoryField::PrimarySource:
        return story.primarySource;
    case StoryField::Slug:
        return story.slug;
    case StoryField::StatedCoverage:
        return toText(story.stated);
    case StoryField::Trust:
        return toText(story.trust);
    case StoryField::TrustNote:
        return story.trustNote;
    case StoryField::Remainder:
        return story.remainder;
    case StoryField::LeadArticle:
        return story.leadArticle ? story.leadArticle->toString(QUuid::WithoutBraces) : QString();
    case StoryField::Published:
        return story.publishedAt.isValid() ? story.publishedAt.toUTC().toString(Qt::ISODateWithMs)
                                           : QString();
    default: // state and unread are never empty; the others are not of the story's row
        return {};
    }
}

static void fillCells(const Scorecard& ours, const Scorecard& theirs, StoryId story, QList<StoryEdit>& edits)
{
    for (auto cell = theirs.cells.begin(); cell != theirs.cells.end(); ++cell) {
        const ScoreCell own = ours.cells.value(cell.key());
        if (own.value.isUnset() && !cell->value.isUnset())
            edits.append({story, StoryField::Score, cell.key(), cell->value.toText(), ours.analyst});
        if (own.rationale.isEmpty() && !cell->rationale.isEmpty())
            edits.append({story, StoryField::Rationale, cell.key(), cell->rationale, ours.analyst});
    }
    if (!ours.statedImpact && theirs.statedImpact)
        edits.append({story,
                      StoryField::StatedImpact,
                      {},
                      QString::number(*theirs.statedImpact, 'g', QLocale::FloatingPointShortest),
                      ours.analyst});
}

/// The article of ours that one of theirs is, else its own UUID.
static QUuid articleHere(const QUuid& uuid, const Dossier& ours, const Dossier& theirs)
{
    for (const Article& article : theirs.articles)
        if (article.uuid == uuid)
            for (const Article& own : ours.articles)
                if (isSameArticle(article, own))
                    return own.uuid;
    return uuid;
}

static void fillQuotations(const Dossier& ours, const Dossier& theirs, QList<StoryEdit>& edits)
{
    for (Quotation quotation : theirs.quotations) {
        const bool known = std::any_of(ours.quotations.begin(), ours.quotations.end(),
                                       [&](const Quotation& own) { return own.uuid == quotation.uuid; });
        if (known || quotation.uuid.isNull())
            continue;
        quotation.article = articleHere(quotation.article, ours, theirs);
        edits.append({ours.story.id,
                      StoryField::Quotation,
                      quotation.uuid.toString(QUuid::WithoutBraces),
                      toText(quotation),
                      {}});
    }
}

QList<StoryEdit> editsThatFill(const Dossier& ours, const Dossier& theirs)
{
    QList<StoryEdit> edits;
    const StoryId story = ours.story.id;
    for (int i = 0; i <= int(StoryField::Published); ++i) {
        const QString value = textOf(theirs.story, StoryField(i));
        if (!value.isEmpty() && textOf(ours.story, StoryField(i)).isEmpty())
            edits.append({story, StoryField(i), {}, value, {}});
    }
    for (const Scorecard& card : theirs.cards)
        for (const Scorecard& own : ours.cards)
            if (own.analyst == card.analyst)
                fillCells(own, card, story, edits);
    fillQuotations(ours, theirs, edits);
    return edits;
}

bool isSameArticle(const Article& a, const Article& b)
{
    if (!a.uuid.isNull() && a.uuid == b.uuid)
        return true;
    const QString key = linkKey(a.link);
    if (!key.isEmpty() || !b.link.isEmpty())
        return key == linkKey(b.link);
    return headlineKey(a.title) == headlineKey(b.title) &&
           a.outlet.name.compare(b.outlet.name, Qt::CaseInsensitive) == 0;
}

Filling fillingOf(const Dossier& ours, const Dossier& theirs)
{
    Filling filling;
    filling.edits = editsThatFill(ours, theirs);
    for (const Article& article : theirs.articles)
        if (std::none_of(ours.articles.begin(), ours.articles.end(),
                         [&article](const Article& own) { return isSameArticle(article, own); }))
            filling.articles.append(article);
    for (const StorySignal& signal : theirs.storySignals)
        if (!ours.storySignals.contains(signal))
            filling.storySignals.append(signal);
    for (const Scorecard& card : theirs.cards)
        if (!card.isBlank() &&
            std::none_of(ours.cards.begin(), ours.cards.end(),
                         [&card](const Scorecard& own) { return own.analyst == card.analyst; }))
            filling.cards.append(card);
    return filling;
}

static void setText(Story& story, StoryField field, const QString& value)
{
    switch (field) {
    case StoryField::Headline:
        story.headline = value;
        break;
    case StoryField::Summary:
        story.summary = value;
        break;
    case StoryField::WhyItMatters:
        story.whyItMatters = value;
        break;
    case StoryField::Category:
        story.category = value;
        break;
    case StoryField::Tags:
        story.tags = value.split(u'\n');
        break;
    case StoryField::Source:
        story.source = value;
        break;
    case StoryField::Link:
        story.link = value;
        break;
    case StoryField::PrimarySource:
        story.primarySource = value;
        break;
    case StoryField::Slug:
        story.slug = value;
        break;
    case StoryField::StatedCoverage:
        story.stated = statedCoverageFromText(value).value_or(StatedCoverage());
        break;
    case StoryField::Trust:
        story.trust = trustFromText(value).value_or(TrustVerdict::Unset);
        break;
    case StoryField::TrustNote:
        story.trustNote = value;
        break;
    case StoryField::Remainder:
        story.remainder = value;
        break;
    case StoryField::LeadArticle:
        story.leadArticle = QUuid(value);
        break;
    case StoryField::Published:
        story.publishedAt = QDateTime::fromString(value, Qt::ISODateWithMs).toUTC();
        break;
    default:
        break;
    }
}

static void setCell(Dossier& ours, const StoryEdit& edit)
{
    for (Scorecard& card : ours.cards) {
        if (card.analyst != edit.card)
            continue;
        if (edit.field == StoryField::StatedImpact)
            card.statedImpact = edit.value.toDouble();
        else if (edit.field == StoryField::Score)
            card.cells[edit.dimension].value = Score::fromText(edit.value).value_or(Score());
        else
            card.cells[edit.dimension].rationale = edit.value;
    }
}

static void addQuotation(Dossier& ours, const StoryEdit& edit)
{
    if (std::optional<Quotation> quotation = quotationFromText(edit.value)) {
        quotation->uuid = QUuid::fromString(edit.dimension);
        ours.quotations.append(*quotation);
    }
}

void fill(Dossier& ours, const Filling& filling)
{
    for (const StoryEdit& edit : filling.edits) {
        if (edit.field == StoryField::Quotation)
            addQuotation(ours, edit);
        else if (edit.field >= StoryField::Score)
            setCell(ours, edit);
        else
            setText(ours.story, edit.field, edit.value);
    }
    ours.articles += filling.articles;
    ours.storySignals += filling.storySignals;
    ours.cards += filling.cards;
}

} // namespace Scoredesk
