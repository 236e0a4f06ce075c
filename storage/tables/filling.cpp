// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/importer.h"

#include <QLocale>

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

QList<StoryEdit> editsThatFill(const Dossier& ours, const Dossier& theirs)
{
    QList<StoryEdit> edits;
    const StoryId story = ours.story.id;
    for (int i = 0; i <= int(StoryField::Published); ++i) {
        const QString value = textOf(theirs.story, StoryField(i));
        if (!value.isEmpty() && textOf(ours.story, StoryField(i)).isEmpty())
            edits.append({story, StoryField(i), {}, value, {}});
    }
    for (auto overrule = theirs.overrules.begin(); overrule != theirs.overrules.end(); ++overrule)
        if (!ours.overrules.contains(overrule.key()))
            edits.append({story, StoryField::Overrule, overrule.key(), *overrule, {}});
    for (const Scorecard& card : theirs.cards)
        for (const Scorecard& own : ours.cards)
            if (own.analyst == card.analyst)
                fillCells(own, card, story, edits);
    return edits;
}

} // namespace Scoredesk
