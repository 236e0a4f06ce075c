// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/fieldtext.h"

#include <QCoreApplication>

namespace Scoredesk {

namespace {

struct FieldText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::FieldText)
};

} // namespace

QString fieldText(StoryField field)
{
    switch (field) {
    case StoryField::Headline:
        return FieldText::tr("Headline");
    case StoryField::Summary:
        return FieldText::tr("Summary");
    case StoryField::WhyItMatters:
        return FieldText::tr("Why it matters");
    case StoryField::Category:
        return FieldText::tr("Category");
    case StoryField::Tags:
        return FieldText::tr("Tags");
    case StoryField::Source:
        return FieldText::tr("Source");
    case StoryField::Link:
        return FieldText::tr("Link");
    case StoryField::PrimarySource:
        return FieldText::tr("Primary source");
    case StoryField::Slug:
        return FieldText::tr("Slug");
    case StoryField::StatedCoverage:
        return FieldText::tr("Stated coverage");
    case StoryField::Trust:
        return FieldText::tr("Trust verdict");
    case StoryField::TrustNote:
        return FieldText::tr("Trust note");
    case StoryField::Remainder:
        return FieldText::tr("Text not understood");
    case StoryField::State:
        return FieldText::tr("State");
    case StoryField::Unread:
        return FieldText::tr("Unread");
    case StoryField::LeadArticle:
        return FieldText::tr("Lead article");
    case StoryField::Published:
        return FieldText::tr("Published");
    case StoryField::Score:
        return FieldText::tr("Scorecard");
    case StoryField::Rationale:
        return FieldText::tr("Rationale");
    case StoryField::StatedImpact:
        return FieldText::tr("Stated impact");
    case StoryField::CardMethod:
        return FieldText::tr("Method");
    case StoryField::Overrule:
        return FieldText::tr("Overruled check");
    case StoryField::Quotation:
        return FieldText::tr("Quotation");
    case StoryField::Article:
        return FieldText::tr("Article");
    case StoryField::Signal:
        return FieldText::tr("Signal");
    case StoryField::Card:
        return FieldText::tr("Card");
    case StoryField::Coverage:
        return FieldText::tr("Coverage");
    }
    return {};
}

} // namespace Scoredesk
