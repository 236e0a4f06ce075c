// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "ui/desk/deskcommand.h"

#include <QList>

namespace Scoredesk {

/// Fields of stories set to values. Successive commands of one gesture become one step.
class EditCommand : public DeskCommand {
public:
    EditCommand(Desk& desk, const QString& text, QList<StoryEdit> edits, qint64 gesture);

    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* other) override;

protected:
    Result<void> carryOut() override;
    Result<void> takeBack() override;

private:
    void showWhatChanged() const;

    QList<StoryEdit> m_edits;
    QList<StoryEdit> m_inverse;
    qint64 m_gesture;
    bool m_first = true;
};

} // namespace Scoredesk
