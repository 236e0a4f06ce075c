// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sourcesflow.h"

#include "ui/sources/sourcesdialog.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QFileDialog>

namespace Scoredesk {

using namespace Qt::StringLiterals;

SourcesFlow::SourcesFlow(Desk& desk, const WindowActions& actions, QWidget* window)
    : QObject(window), m_desk(desk), m_actions(actions), m_window(window)
{
    connect(actions.sources, &QAction::triggered, this, &SourcesFlow::open);
}

void SourcesFlow::open()
{
    if (!m_dialog) {
        m_dialog = new SourcesDialog(
            m_desk, {m_actions.addFeeds, m_actions.importFeeds, m_actions.starterFeeds}, m_window);
        m_dialog->restoreState(m_state);
        connect(m_dialog, &SourcesDialog::refreshRequested, this, &SourcesFlow::feedsRefreshRequested);
        connect(m_dialog, &SourcesDialog::siteOpenRequested, this, &SourcesFlow::siteOpenRequested);
        connect(m_dialog, &SourcesDialog::outletImportRequested, this, [this] {
            const QString path = QFileDialog::getOpenFileName(
                m_dialog, tr("Import outlets"), {}, tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
            if (!path.isEmpty())
                Q_EMIT outletTableRequested(path);
        });
        connect(m_dialog, &SourcesDialog::outletExportRequested, this, [this] {
            const QString path = QFileDialog::getSaveFileName(m_dialog, tr("Export outlets"),
                                                              u"outlets.csv"_s, tr("Tables (*.csv)"));
            if (!path.isEmpty())
                Q_EMIT outletTableExportRequested(path);
        });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void SourcesFlow::showError(const Error& error)
{
    if (m_dialog && m_dialog->isVisible())
        m_dialog->showError(error);
}

void SourcesFlow::showInfo(const QString& sentence)
{
    if (m_dialog && m_dialog->isVisible())
        m_dialog->showInfo(sentence);
}

QByteArray SourcesFlow::saveState() const
{
    return m_dialog ? m_dialog->saveState() : m_state;
}

} // namespace Scoredesk
