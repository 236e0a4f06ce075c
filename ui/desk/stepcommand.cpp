// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/stepcommand.h"

#include <utility>

namespace Scoredesk {

StepCommand::StepCommand(Desk& desk, const QString& text, Act carryOut, Act takeBack)
    : DeskCommand(desk, text), m_carryOut(std::move(carryOut)), m_takeBack(std::move(takeBack))
{
}

} // namespace Scoredesk
