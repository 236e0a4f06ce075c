// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QUndoCommand>

namespace Scoredesk {

class Desk;

/// A step that the store carries out. One that fails is told by the desk, changes nothing and leaves the undo
/// stack.
class DeskCommand : public QUndoCommand {
public:
    DeskCommand(Desk& desk, const QString& text);

    void redo() final;
    void undo() final;

protected:
    Desk& desk() const { return m_desk; }
    [[nodiscard]] virtual Result<void> carryOut() = 0;
    [[nodiscard]] virtual Result<void> takeBack() = 0;

private:
    void report(const Result<void>& result);

    Desk& m_desk;
};

} // namespace Scoredesk
