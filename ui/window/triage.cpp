// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/triage.h"

#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/stories/queuepanel.h"
#include "ui/window/windowactions.h"
#include "ui/words/checktext.h"
#include "ui/words/storiestext.h"

#include <QAction>
#include <QInputDialog>

namespace Scoredesk {

using namespace Qt::StringLiterals;

Triage::Triage(Desk& desk, QueuePanel& queue, const WindowActions& actions, QWidget* window)
    : QObject(window), m_desk(desk), m_queue(queue), m_window(window)
{
    connect(actions.next, &QAction::triggered, &m_queue, &QueuePanel::next);
    connect(actions.previous, &QAction::triggered, &m_queue, &QueuePanel::previous);
    actAndAdvance(actions.shortlist, [this](const QList<StoryId>& ids) { m_desk.shortlist(ids); });
    actAndAdvance(actions.unspike, [this](const QList<StoryId>& ids) { m_desk.unspike(ids); });
    actAndAdvance(actions.toIncoming, [this](const QList<StoryId>& ids) { m_desk.returnToIncoming(ids); });
    connect(actions.spike, &QAction::triggered, this, [this] { spike({}); });
    connect(actions.spikeWithReason, &QAction::triggered, this, &Triage::askSpikeReason);
    connect(actions.ready, &QAction::triggered, this, &Triage::makeReady);
    connect(actions.toggleUnread, &QAction::triggered, this, [this] {
        if (m_desk.hasCurrent())
            m_desk.setUnread(m_queue.selected(), !m_desk.dossier().story.unread);
    });
    connect(actions.remove, &QAction::triggered, this, [this] {
        const QList<StoryId> ids = m_queue.selected();
        m_queue.advance(); // first: what is removed leaves the list at once
        m_desk.removeStories(ids);
    });
    connect(&m_desk, &Desk::held, this, &Triage::tellHeld);
}

/// The act is on disk before the next story shows; the panels change once.
void Triage::actAndAdvance(QAction* action, const std::function<void(const QList<StoryId>&)>& deed)
{
    connect(action, &QAction::triggered, this, [this, deed] {
        const QList<StoryId> ids = m_queue.selected();
        if (ids.isEmpty())
            return;
        const Desk::Leaving leaving(m_desk);
        deed(ids);
        m_queue.advance();
    });
}

void Triage::spike(const QString& reason)
{
    const QList<StoryId> ids = m_queue.selected();
    if (ids.isEmpty())
        return;
    const Desk::Leaving leaving(m_desk);
    m_desk.spike(ids, reason);
    m_queue.advance();
}

void Triage::askSpikeReason()
{
    const QList<StoryId> ids = m_queue.selected();
    if (ids.isEmpty())
        return;
    auto* dialog = new QInputDialog(m_window);
    dialog->setObjectName(u"spikeReason"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Spike"));
    dialog->setLabelText(tr("Why are %n stories spiked?", nullptr, int(ids.size())));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this](const QString& reason) { spike(reason.simplified()); });
    dialog->open();
}

void Triage::makeReady()
{
    const QList<StoryId> ids = m_queue.selected();
    if (ids.isEmpty())
        return;
    m_anyHeld = false;
    m_desk.makeReady(ids);
    if (!m_anyHeld)
        m_queue.advance(); // a story that is held back stays in view, with its checks
}

void Triage::tellHeld(const QList<StoryId>& ids)
{
    m_anyHeld = true;
    if (ids.size() == 1 && ids.first() == m_desk.current()) {
        QStringList why;
        for (const Finding& finding : m_desk.findings())
            if (finding.severity == Severity::Blocker &&
                !m_desk.dossier().overrules.contains(checkName(finding.kind)))
                why.append(checkText(finding));
        Q_EMIT held({tr("Not ready: %1").arg(why.join(u' ')), ErrorCode::InvalidInput});
        return;
    }
    QStringList headlines;
    if (const auto rows = m_desk.store().queueRows(ids.mid(0, mostStoriesNamed)))
        for (const QueueRow& row : *rows)
            headlines.append(row.headline);
    Q_EMIT failed({heldBackText(headlines, int(ids.size())), ErrorCode::InvalidInput});
}

} // namespace Scoredesk
