// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/shiftacts.h"

#include "storage/store.h"
#include "ui/brief/brieftext.h"
#include "ui/desk/desk.h"
#include "ui/handover/handoverdocument.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowsettings.h"

#include <QAction>
#include <QFileDialog>
#include <QFutureWatcher>
#include <QtConcurrent>

namespace Scoredesk {

using namespace Qt::StringLiterals;

ShiftActs::ShiftActs(Desk& desk, const WindowActions& actions, const WindowSettings& settings,
                     QWidget* window)
    : QObject(window), m_desk(desk), m_settings(settings), m_action(actions.shift), m_window(window)
{
    connect(m_action, &QAction::triggered, this, &ShiftActs::toggle);
    connect(actions.handover, &QAction::triggered, this, [this] {
        const auto [from, to] =
            handoverSpan(m_desk.store(), m_desk.analyst(), QDateTime::currentDateTimeUtc());
        handOver(from, to);
    });
    connect(&m_desk, &Desk::analystChanged, this, &ShiftActs::nameAction);
    connect(&m_desk, &Desk::analystChanged, this, [this] { Q_EMIT lastEndChanged(lastEnd()); });
    nameAction();
}

bool ShiftActs::isRunning() const
{
    const QList<Shift> shifts = m_desk.store().lastShifts(m_desk.analyst(), 1);
    return !shifts.isEmpty() && shifts.first().isRunning();
}

QDateTime ShiftActs::lastEnd() const
{
    for (const Shift& shift : m_desk.store().lastShifts(m_desk.analyst(), 2)) // one of them may run
        if (!shift.isRunning())
            return shift.endedAt;
    return {};
}

void ShiftActs::toggle()
{
    const bool ends = isRunning();
    const auto shift =
        ends ? m_desk.store().endShift(m_desk.analyst()) : m_desk.store().beginShift(m_desk.analyst());
    nameAction();
    if (!shift) {
        Q_EMIT failed(shift.error());
    } else if (!ends) {
        Q_EMIT told(tr("Shift of %1 begun: %2.").arg(shift->analyst, shownTime(shift->beganAt)));
    } else {
        Q_EMIT told(tr("Shift of %1 ended: %2.").arg(shift->analyst, shownTime(shift->endedAt)));
        Q_EMIT lastEndChanged(shift->endedAt);
        handOver(shift->beganAt, shift->endedAt);
    }
}

void ShiftActs::handOver(const QDateTime& from, const QDateTime& to)
{
    const auto handover = m_desk.store().handover(m_desk.analyst(), from, to);
    if (!handover) {
        Q_EMIT failed(handover.error());
        return;
    }
    auto* dialog = new QFileDialog(m_window, tr("Save the handover"), m_settings.exportFolder,
                                   tr("PDF (*.pdf);;Markdown (*.md)"));
    dialog->setObjectName(u"handoverFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(handoverFileName(*handover));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(u"*.md"_s) ? u"md"_s : u"pdf"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, handover = *handover](const QString& path) { write(handover, path); });
    dialog->open();
}

// Rendered aside: a long shift's pages take a while to set. Written there, too: who ends the shift often
// closes the window next, and the pool is waited for then.
void ShiftActs::write(const Handover& handover, const QString& path)
{
    const Result<BriefFormat> format = handoverFormat(path);
    if (!format) {
        Q_EMIT failed(format.error());
        return;
    }
    BriefOptions options;
    options.deskName = m_desk.store().setting(u"desk_name"_s);
    options.method = m_desk.method();
    options.paper = m_settings.paper;
    options.marking = m_settings.marking;
    auto* watcher = new QFutureWatcher<Result<QString>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, path] {
        watcher->deleteLater();
        if (const Result<QString> written = watcher->result(); written)
            Q_EMIT told(tr("Handover saved: %1").arg(path));
        else
            Q_EMIT failed(written.error());
    });
    watcher->setFuture(QtConcurrent::run([handover, options, format = *format, path] {
        return renderHandover(handover, options, format).and_then([&path](const QByteArray& bytes) {
            return writeExport(path, bytes);
        });
    }));
}

void ShiftActs::nameAction()
{
    m_action->setText(isRunning() ? tr("End the s&hift…") : tr("Begin the s&hift"));
}

} // namespace Scoredesk
