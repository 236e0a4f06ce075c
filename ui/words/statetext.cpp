// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/statetext.h"

#include <QCoreApplication>

namespace Scoredesk {

namespace {

struct StateText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::StateText)
};

} // namespace

QString stageText(Stage stage)
{
    switch (stage) {
    case Stage::Incoming:
        return StateText::tr("Incoming");
    case Stage::Shortlisted:
        return StateText::tr("Shortlisted");
    case Stage::Ready:
        return StateText::tr("Ready");
    case Stage::Spiked:
        return StateText::tr("Spiked");
    }
    return {};
}

QString stateText(const StoryState& state)
{
    if (state.stage == Stage::Spiked && !state.spikeReason.isEmpty())
        return StateText::tr("Spiked: %1").arg(state.spikeReason);
    return stageText(state.stage);
}

} // namespace Scoredesk
