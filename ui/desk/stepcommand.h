// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/deskcommand.h"

#include <functional>

namespace Scoredesk {

/// A step on what goes with the desk beside its stories: feeds, outlets, rules. The two functions share what
/// takes the one back.
class StepCommand : public DeskCommand {
public:
    using Act = std::function<Result<void>()>;

    StepCommand(Desk& desk, const QString& text, Act carryOut, Act takeBack);

protected:
    Result<void> carryOut() override { return m_carryOut(); }
    Result<void> takeBack() override { return m_takeBack(); }

private:
    Act m_carryOut;
    Act m_takeBack;
};

} // namespace Scoredesk
