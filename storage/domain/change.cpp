// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/change.h"

#include <array>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static const std::array names = {
    u"headline"_s,  u"summary"_s,       u"why_it_matters"_s, u"category"_s, u"tags"_s,      u"source"_s,
    u"link"_s,      u"primary"_s,       u"slug"_s,           u"stated"_s,   u"trust"_s,     u"trust_note"_s,
    u"remainder"_s, u"state"_s,         u"unread"_s,         u"lead"_s,     u"published"_s, u"score"_s,
    u"rationale"_s, u"stated_impact"_s, u"card_method"_s,    u"overrule"_s, u"quotation"_s, u"article"_s,
    u"signal"_s,    u"card"_s,          u"coverage"_s,
};

QString fieldName(StoryField field)
{
    return names[size_t(field)];
}

std::optional<StoryField> fieldFromName(const QString& name)
{
    for (size_t i = 0; i < names.size(); ++i)
        if (names[i] == name)
            return StoryField(i);
    return std::nullopt;
}

} // namespace Scoredesk
