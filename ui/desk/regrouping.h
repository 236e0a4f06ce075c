// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/domain/grouping.h"
#include "storage/domain/result.h"

#include <QList>

#include <optional>

namespace Scoredesk {

class Store;

/// One regrouping by hand, as it is done, taken back and done again: for the window's undo and the command
/// line alike.
class Regrouping {
public:
    /// A story to open first. The acts and edits name it as noStory, and articles that intake has put into it
    /// by the time it is taken back go to `source`.
    void open(const Dossier& dossier, StoryId source);
    void add(const GroupingAct& act) { m_acts.append(act); }
    void add(const StoryEdit& edit) { m_edits.append(edit); }
    bool isEmpty() const { return m_acts.isEmpty() && m_edits.isEmpty(); }

    /// All of it or nothing, in one transaction.
    [[nodiscard]] Result<void> carryOut(Store& store, const EditContext& context);
    [[nodiscard]] Result<void> takeBack(Store& store, const EditContext& context);
    StoryId opened() const { return m_openedId; } ///< noStory where it opens none

private:
    [[nodiscard]] Result<void> closeOpened(Store& store, const EditContext& context);
    QList<GroupingAct> actsOnOpened() const;

    std::optional<Dossier> m_opened;
    StoryId m_openedId = noStory;
    StoryId m_source = noStory;
    QList<GroupingAct> m_acts;
    QList<GroupingAct> m_actsBack;
    QList<StoryEdit> m_edits;
    QList<StoryEdit> m_editsBack;
};

} // namespace Scoredesk
