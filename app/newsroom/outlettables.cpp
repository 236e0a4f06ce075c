// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/outlettables.h"

#include "storage/care/deskfile.h"
#include "storage/exchange/outletcsv.h"
#include "storage/store.h"
#include "ui/brief/exporter.h"
#include "ui/desk/desk.h"
#include "ui/sources/outletacts.h"
#include "ui/sources/outletimportdialog.h"
#include "ui/window/mainwindow.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace Scoredesk {

/// Bytes; a hundred thousand outlets have less.
static constexpr qint64 largestTable = 16LL * 1024 * 1024;

OutletTables::OutletTables(Desk& desk, MainWindow& window)
    : m_desk(desk), m_window(window), m_acts(new OutletActs(desk, this))
{
    connect(&window, &MainWindow::outletTableRequested, this, &OutletTables::importTable);
    connect(&window, &MainWindow::outletTableExportRequested, this, &OutletTables::exportTable);
}

void OutletTables::importTable(const QString& path)
{
    const QString shown = QDir::toNativeSeparators(path);
    if (isDeskInUse(path)) {
        m_window.showError({tr("%1 is a desk that is open here.").arg(shown), ErrorCode::InvalidInput});
        return;
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestTable) {
        m_window.showError({tr("%1 cannot be read: %2")
                                .arg(shown, file.isOpen() ? tr("it is too long for a table of outlets")
                                                          : file.errorString()),
                            ErrorCode::Failed});
        return;
    }
    const QList<Outlet> desk = m_desk.store().outlets();
    const auto lines = outletsFromCsv(file.readAll(), desk);
    if (!lines) {
        m_window.showError({tr("%1: %2").arg(shown, lines.error().message), lines.error().code});
        return;
    }
    const bool anyNews = std::any_of(lines->begin(), lines->end(), [](const OutletLine& line) {
        return line.outcome != OutletLine::Outcome::Unchanged;
    });
    if (!anyNews) {
        m_window.showInfo(tr("%1 says nothing that the desk does not know already.").arg(shown));
        return;
    }
    auto* dialog = new OutletImportDialog(*lines, desk, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QList<Outlet> chosen = dialog->chosen();
        if (m_acts->import(chosen))
            m_window.showInfo(
                tr("%n outlets taken in. Ctrl+Z takes that back.", nullptr, int(chosen.size())));
    });
    dialog->open();
}

void OutletTables::exportTable(const QString& path)
{
    if (const auto written = writeExport(path, outletsToCsv(m_desk.store().outlets())))
        m_window.showInfo(tr("The outlets are in %1").arg(QDir::toNativeSeparators(path)));
    else
        m_window.showError(written.error());
}

} // namespace Scoredesk
