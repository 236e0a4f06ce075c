// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rulesdialog.h"

#include "ui/desk/desk.h"
#include "ui/rules/rulespage.h"
#include "ui/widgets/screenfit.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace Scoredesk {

using namespace Qt::StringLiterals;

RulesDialog::RulesDialog(Desk& desk, QWidget* parent) : QDialog(parent), m_page(new RulesPage(desk, this))
{
    setObjectName(u"rulesDialog"_s);
    setWindowTitle(tr("Rules"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter belongs to the fields
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::finished, m_page, &RulesPage::finishEdit);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_page, 1);
    column->addWidget(buttons);
    resizeWithinScreen(*this, {fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 48});
    // The main window's keys do not reach another window.
    QAction* undo = desk.undoStack().createUndoAction(this, tr("Undo"));
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    QAction* redo = desk.undoStack().createRedoAction(this, tr("Redo"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    addActions({undo, redo});
}

} // namespace Scoredesk
