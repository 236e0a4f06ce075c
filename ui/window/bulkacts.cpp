// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/bulkacts.h"

#include "storage/store.h"
#include "ui/bulk/categorypicker.h"
#include "ui/bulk/tagdialog.h"
#include "ui/compare/comparedialog.h"
#include "ui/desk/desk.h"
#include "ui/stories/queuepanel.h"
#include "ui/window/windowactions.h"

#include <QAction>

namespace Scoredesk {

BulkActs::BulkActs(Desk& desk, QueuePanel& queue, const WindowActions& actions, QWidget* window)
    : QObject(window), m_desk(desk), m_queue(queue), m_window(window)
{
    connect(actions.tag, &QAction::triggered, this, &BulkActs::tag);
    connect(actions.categorise, &QAction::triggered, this, &BulkActs::categorise);
    connect(actions.compare, &QAction::triggered, this, &BulkActs::compareSelected);
}

void BulkActs::tag()
{
    const QList<StoryId> ids = m_queue.selected();
    if (ids.isEmpty())
        return;
    auto* dialog = new TagDialog(m_desk.store().tags(), int(ids.size()), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, ids] {
        const TagChange change = dialog->change();
        m_desk.addTags(ids, change.add, change.remove);
    });
    dialog->open();
}

void BulkActs::categorise()
{
    const QList<StoryId> ids = m_queue.selected();
    if (ids.isEmpty())
        return;
    auto* dialog = new CategoryPicker(m_desk.store().categories(), m_desk.dossier().story.category,
                                      int(ids.size()), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, ids] { m_desk.setCategory(ids, dialog->category()); });
    dialog->open();
}

void BulkActs::compareSelected()
{
    const QList<StoryId> ids = m_queue.selected();
    if (ids.size() < leastCompared || ids.size() > mostCompared) {
        Q_EMIT told(tr("Select two to four stories to compare their scorecards: Ctrl with a click, or Shift "
                       "with ↑ and ↓."));
        return;
    }
    const auto dossiers = m_desk.store().dossiers(ids);
    if (!dossiers) {
        Q_EMIT failed(dossiers.error());
        return;
    }
    auto* dialog = new CompareDialog(compare(*dossiers, m_desk.method(), m_desk.analyst()), m_desk.method(),
                                     m_desk.analyst(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace Scoredesk
