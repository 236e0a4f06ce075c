// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/deskcommand.h"
#include "ui/desk/regrouping.h"

namespace Scoredesk {

/// Articles and stories put together or taken apart by hand, as one step.
class RegroupCommand : public DeskCommand {
public:
    RegroupCommand(Desk& desk, const QString& text, Regrouping regrouping);

    StoryId opened() const { return m_regrouping.opened(); }

protected:
    Result<void> carryOut() override;
    Result<void> takeBack() override;

private:
    Regrouping m_regrouping;
};

} // namespace Scoredesk
