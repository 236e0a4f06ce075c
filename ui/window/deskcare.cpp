// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/deskcare.h"

#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/window/restoredialog.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QDate>
#include <QFileDialog>

namespace Scoredesk {

using namespace Qt::StringLiterals;

DeskCare::DeskCare(Desk& desk, const WindowActions& actions, QWidget* window)
    : QObject(window), m_desk(desk), m_window(window)
{
    connect(actions.exportDesk, &QAction::triggered, this, &DeskCare::chooseExport);
    connect(actions.backup, &QAction::triggered, this, &DeskCare::chooseBackup);
    connect(actions.restore, &QAction::triggered, this, &DeskCare::chooseRestore);
}

void DeskCare::chooseExport()
{
    const QString path = QFileDialog::getSaveFileName(m_window, tr("Export whole desk"), u"desk.json"_s,
                                                      tr("Scoredesk JSON (*.json)"));
    if (!path.isEmpty())
        Q_EMIT exportRequested(path);
}

void DeskCare::chooseBackup()
{
    const QString name = u"desk-%1.sqlite"_s.arg(QDate::currentDate().toString(Qt::ISODate));
    const QString path =
        QFileDialog::getSaveFileName(m_window, tr("Back up the desk"), name, tr("Scoredesk desk (*.sqlite)"));
    if (!path.isEmpty())
        Q_EMIT backupRequested(path);
}

void DeskCare::chooseRestore()
{
    auto* dialog = new RestoreDialog(m_desk.store().path(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { Q_EMIT restoreRequested(dialog->backup()); });
    dialog->open();
}

} // namespace Scoredesk
