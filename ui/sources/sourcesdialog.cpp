// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/sourcesdialog.h"

#include "ui/desk/desk.h"
#include "ui/sources/feedspage.h"
#include "ui/sources/outletspage.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/screenfit.h"

#include <QAction>
#include <QDataStream>
#include <QIODevice>
#include <QTabWidget>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

SourcesDialog::SourcesDialog(Desk& desk, const QList<QAction*>& adding, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::WindowMinMaxButtonsHint | Qt::WindowCloseButtonHint),
      m_tabs(new QTabWidget(this)),
      m_feeds(new FeedsPage(desk, adding, this)),
      m_outlets(new OutletsPage(desk, this)),
      m_notice(new NoticeBar(this))
{
    setObjectName(u"sources"_s);
    setWindowTitle(tr("Feeds and outlets"));
    m_tabs->setObjectName(u"sourcesTabs"_s);
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_feeds, tr("&Feeds"));
    m_tabs->addTab(m_outlets, tr("&Outlets"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_notice);
    resizeWithinScreen(*this, {fontMetrics().averageCharWidth() * 190, fontMetrics().height() * 42});
    makeUndo(desk);

    connect(m_feeds, &FeedsPage::done, m_notice, &NoticeBar::showDone);
    connect(m_feeds, &FeedsPage::told, m_notice, &NoticeBar::showInfo);
    connect(m_feeds, &FeedsPage::refreshRequested, this, &SourcesDialog::refreshRequested);
    connect(m_feeds, &FeedsPage::siteOpenRequested, this, &SourcesDialog::siteOpenRequested);
    connect(m_outlets, &OutletsPage::done, m_notice, &NoticeBar::showDone);
    connect(m_outlets, &OutletsPage::importRequested, this, &SourcesDialog::outletImportRequested);
    connect(m_outlets, &OutletsPage::exportRequested, this, &SourcesDialog::outletExportRequested);
    connect(&desk, &Desk::failed, this, &SourcesDialog::showError);
    m_feeds->focusTable();
}

/// The main window's keys do not reach another window.
void SourcesDialog::makeUndo(Desk& desk)
{
    QUndoStack& steps = desk.undoStack();
    QAction* undo = steps.createUndoAction(this, tr("Undo"));
    undo->setObjectName(u"sourcesUndo"_s);
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    QAction* redo = steps.createRedoAction(this, tr("Redo"));
    redo->setObjectName(u"sourcesRedo"_s);
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    addActions({undo, redo});
    connect(&steps, &QUndoStack::indexChanged, m_notice, &NoticeBar::dropUndo);
    connect(m_notice, &NoticeBar::undoRequested, &steps, &QUndoStack::undo);
}

void SourcesDialog::showError(const Error& error)
{
    if (m_notice->text() != error.message) // the window passes on what the desk has told here already
        m_notice->showError(error);
}

void SourcesDialog::showInfo(const QString& sentence)
{
    m_notice->showInfo(sentence);
}

QByteArray SourcesDialog::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << saveGeometry() << m_feeds->saveState();
    return state;
}

void SourcesDialog::restoreState(const QByteArray& state)
{
    QByteArray geometry;
    QByteArray feeds;
    QDataStream stream(state);
    stream >> geometry >> feeds;
    restoreGeometry(geometry);
    resizeWithinScreen(*this, size());
    m_feeds->restoreState(feeds);
}

} // namespace Scoredesk
