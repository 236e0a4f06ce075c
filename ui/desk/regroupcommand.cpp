// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/regroupcommand.h"

#include "ui/desk/desk.h"

namespace Scoredesk {

RegroupCommand::RegroupCommand(Desk& desk, const QString& text, Regrouping regrouping)
    : DeskCommand(desk, text), m_regrouping(std::move(regrouping))
{
}

Result<void> RegroupCommand::carryOut()
{
    return m_regrouping.carryOut(desk().store(), {desk().analyst(), 0});
}

Result<void> RegroupCommand::takeBack()
{
    return m_regrouping.takeBack(desk().store(), {desk().analyst(), 0});
}

} // namespace Scoredesk
