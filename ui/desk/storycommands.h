// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/domain/importplan.h"
#include "storage/store.h"
#include "ui/desk/deskcommand.h"

#include <QList>

namespace Scoredesk {

/// New stories put on the desk; undoing removes them, redoing brings them back with what was edited since.
class AddStoriesCommand : public DeskCommand {
public:
    AddStoriesCommand(Desk& desk, const QString& text, QList<Dossier> dossiers);

    const QList<StoryId>& ids() const { return m_ids; }

protected:
    Result<void> carryOut() override;
    Result<void> takeBack() override;

private:
    QList<Dossier> m_dossiers;
    QList<StoryId> m_ids;
};

/// Stories taken off the desk, kept whole for the undo.
class RemoveStoriesCommand : public DeskCommand {
public:
    RemoveStoriesCommand(Desk& desk, const QString& text, QList<StoryId> ids);

protected:
    Result<void> carryOut() override;
    Result<void> takeBack() override;

private:
    QList<StoryId> m_ids;
    QList<Dossier> m_removed;
};

/// What an import adds and merges, as one step; redoing brings it back with what came to it since.
class ImportCommand : public DeskCommand {
public:
    ImportCommand(Desk& desk, const QString& text, ImportPlan plan);

    const ImportReceipt& receipt() const { return m_receipt; }

protected:
    Result<void> carryOut() override;
    Result<void> takeBack() override;

private:
    ImportPlan m_plan;
    ImportReceipt m_receipt;
};

} // namespace Scoredesk
