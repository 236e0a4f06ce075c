// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/outletspage.h"

#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/sources/choicedelegate.h"
#include "ui/sources/outletacts.h"
#include "ui/sources/outletsmodel.h"
#include "ui/sources/sourcetable.h"
#include "ui/widgets/tonelabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

OutletsPage::OutletsPage(Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_model(new OutletsModel(this)),
      m_acts(new OutletActs(desk, this)),
      m_filter(new QLineEdit(this)),
      m_summary(new ToneLabel(ToneLabel::Rank::Quiet, this))
{
    setObjectName(u"outletsPage"_s);
    m_filter->setObjectName(u"outletsFilter"_s);
    m_filter->setAccessibleName(tr("Filter the outlets"));
    m_filter->setPlaceholderText(tr("Filter by name, domain or tier"));
    m_filter->setClearButtonEnabled(true);
    m_summary->setObjectName(u"outletsSummary"_s);
    makeTable();
    auto* top = new QHBoxLayout;
    top->addWidget(m_filter, 1);
    top->addWidget(m_summary);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_table, 1);
    makeActions();

    connect(m_table, &SourceTable::chosenChanged, this, &OutletsPage::onChosen);
    connect(m_filter, &QLineEdit::textChanged, m_table, &SourceTable::setFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, &OutletsPage::focusTable);
    connect(m_acts, &OutletActs::done, this, &OutletsPage::done);
    connect(m_model, &OutletsModel::editRequested, m_acts, &OutletActs::change);
    connect(&m_desk.store(), &Store::feedsChanged, this, &OutletsPage::follow);
    connect(&m_desk.undoStack(), &QUndoStack::indexChanged, this, &OutletsPage::read);
    m_again.setSingleShot(true);
    m_again.setInterval(500ms);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (m_stale && isVisible())
            readAndRest();
    });
    onChosen();
}

void OutletsPage::makeTable()
{
    m_table = new SourceTable(m_model, OutletsModel::SortRole, this);
    m_table->setObjectName(u"outletsTable"_s);
    m_table->setAccessibleName(tr("Outlets"));
    m_table->setEmptyText(
        tr("No outlet has these words. Outlets come with the articles of feeds and imports; "
           "Add makes one by hand."));
    m_table->setItemDelegateForColumn(OutletsModel::Tier, new ChoiceDelegate(
                                                              [] {
                                                                  QList<ChoiceDelegate::Choice> choices;
                                                                  for (const int tier : {0, 1, 2, 3})
                                                                      choices.append({tierText(tier), tier});
                                                                  return choices;
                                                              },
                                                              this));
    const int unit = fontMetrics().averageCharWidth();
    QHeaderView* header = m_table->horizontalHeader();
    const std::pair<int, int> widths[] = {{OutletsModel::Name, 34},
                                          {OutletsModel::Domains, 60},
                                          {OutletsModel::Tier, 14},
                                          {OutletsModel::FirstParty, 18},
                                          {OutletsModel::Reliability, 14}};
    for (const auto& [column, letters] : widths)
        header->resizeSection(column, unit * letters);
    header->setSectionResizeMode(OutletsModel::Domains, QHeaderView::Stretch);
    m_table->sortByColumn(OutletsModel::Name, Qt::AscendingOrder);
}

void OutletsPage::makeActions()
{
    auto* row = new QHBoxLayout;
    const auto act = [this, row](const QString& name, const QString& text, const QString& tip) {
        auto* action = new QAction(text, this);
        action->setObjectName(name);
        action->setToolTip(tip);
        m_table->addAction(action);
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        return action;
    };
    auto* add = act(u"outletAdd"_s, tr("&Add…"), tr("Make an outlet by hand"));
    m_merge = act(u"outletMerge"_s, tr("&Merge…"), tr("Make the two chosen outlets one (M)"));
    m_merge->setShortcut(Qt::Key_M);
    m_merge->setShortcutContext(Qt::WidgetShortcut); // not while a cell is being edited
    auto* import = act(u"outletImport"_s, tr("&Import table…"),
                       tr("Take in a CSV table; it shows what it would change"));
    auto* exporting = act(u"outletExport"_s, tr("&Export table…"), tr("Write a CSV table for a spreadsheet"));
    connect(add, &QAction::triggered, this, &OutletsPage::askName);
    connect(m_merge, &QAction::triggered, this, &OutletsPage::askWhichStays);
    connect(import, &QAction::triggered, this, &OutletsPage::importRequested);
    connect(exporting, &QAction::triggered, this, &OutletsPage::exportRequested);
    row->addStretch();
    row->addWidget(new ToneLabel(ToneLabel::Rank::Small, tr("F2 edits, Space ticks"), this));
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void OutletsPage::focusTable()
{
    if (!m_table->currentIndex().isValid() && m_table->shownRows() > 0)
        m_table->setCurrentIndex(m_table->model()->index(0, 0));
    m_table->setFocus();
}

/// A refresh tells of each feed: read at once, then twice a second.
void OutletsPage::follow()
{
    m_stale = true;
    if (isVisible() && !m_again.isActive())
        readAndRest();
}

void OutletsPage::readAndRest()
{
    read();
    m_again.start();
}

void OutletsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale)
        read();
}

void OutletsPage::read()
{
    m_stale = !isVisible();
    if (m_stale)
        return;
    m_model->show(m_desk.store().outlets());
    const auto& outlets = m_model->rows();
    const auto unrated =
        std::count_if(outlets.begin(), outlets.end(), [](const Outlet& outlet) { return outlet.tier == 0; });
    m_summary->setText(u"%1 · %2"_s.arg(tr("%n outlets", nullptr, int(outlets.size())),
                                        tr("%n not rated", nullptr, int(unrated))));
    onChosen();
}

void OutletsPage::onChosen()
{
    m_merge->setEnabled(m_table->chosenRows().size() == 2);
}

void OutletsPage::askName()
{
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(u"outletName"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add an outlet"));
    dialog->setLabelText(tr("What is the outlet called?"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        const OutletId id = m_acts->add(name);
        if (id == OutletId{})
            return;
        m_filter->clear(); // it shows, whatever was looked for
        m_table->choose(m_model->rowOf(id));
        m_table->setFocus();
    });
    dialog->open();
}

void OutletsPage::askWhichStays()
{
    const QList<int> rows = m_table->chosenRows();
    if (rows.size() != 2)
        return;
    const Outlet first = m_model->row(rows.first());
    const Outlet second = m_model->row(rows.last());
    auto* box = new QMessageBox(this);
    box->setObjectName(u"outletStays"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Merge outlets"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Which of the two stays?"));
    box->setInformativeText(
        tr("Articles, feeds and domains of the other become its own. Where it has no tier "
           "or letter, it takes the other's."));
    const auto offer = [this, box](const Outlet& stays, const Outlet& goes, const QString& name) {
        QString text = stays.name.simplified();
        text.replace(u'&', u"&&"_s);
        QPushButton* button = box->addButton(text, QMessageBox::AcceptRole);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this,
                [this, into = stays.id, gone = goes.id] { m_acts->merge(gone, into); });
    };
    offer(first, second, u"firstStays"_s);
    offer(second, first, u"secondStays"_s);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->open();
}

} // namespace Scoredesk
