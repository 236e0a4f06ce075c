// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/storytext.h"

namespace Scoredesk {

QString storyText(const Story& story, StoryField field)
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
    default:
        return {};
    }
}

} // namespace Scoredesk
