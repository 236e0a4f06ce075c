// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/storystate.h"

#include <array>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static const std::array names = {u"incoming"_s, u"shortlisted"_s, u"ready"_s, u"spiked"_s};

StoryState StoryState::spiked(const QString& reason) const
{
    return {Stage::Spiked, reason, stage == Stage::Spiked ? before : stage};
}

StoryState StoryState::unspiked() const
{
    return stage == Stage::Spiked ? StoryState{before, {}, Stage::Incoming} : *this;
}

QString toText(Stage stage)
{
    return names[size_t(stage)];
}

std::optional<Stage> stageFromText(const QString& text)
{
    const QString wanted = text.trimmed().toLower();
    for (size_t i = 0; i < names.size(); ++i)
        if (names[i] == wanted)
            return Stage(i);
    return std::nullopt;
}

QString toText(const StoryState& state)
{
    if (state.stage != Stage::Spiked)
        return toText(state.stage);
    return toText(state.stage) + u'|' + toText(state.before) + u'|' + state.spikeReason;
}

std::optional<StoryState> storyStateFromText(const QString& text)
{
    const auto stage = stageFromText(text.section(u'|', 0, 0));
    if (!stage)
        return std::nullopt;
    StoryState state;
    state.stage = *stage;
    if (*stage == Stage::Spiked) {
        state.before = stageFromText(text.section(u'|', 1, 1)).value_or(Stage::Incoming);
        state.spikeReason = text.section(u'|', 2);
    }
    return state;
}

} // namespace Scoredesk
