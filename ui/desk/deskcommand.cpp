// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/deskcommand.h"

#include "ui/desk/desk.h"

namespace Scoredesk {

DeskCommand::DeskCommand(Desk& desk, const QString& text) : QUndoCommand(text), m_desk(desk) {}

void DeskCommand::redo()
{
    report(carryOut());
}

void DeskCommand::undo()
{
    report(takeBack());
}

void DeskCommand::report(const Result<void>& result)
{
    if (result)
        return;
    setObsolete(true); // QUndoStack drops it: a step that did not happen cannot be undone
    m_desk.stepFailed(result.error());
}

} // namespace Scoredesk
