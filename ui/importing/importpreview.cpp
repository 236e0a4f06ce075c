// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importpreview.h"

#include "ui/importing/importmodel.h"
#include "ui/importing/itemdetails.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/tonelabel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QString countsOf(const ImportPlan& plan)
{
    const auto count = [&plan](ImportItem::Act act) {
        return int(std::count_if(plan.items.begin(), plan.items.end(),
                                 [act](const ImportItem& item) { return item.act == act; }));
    };
    QStringList parts;
    if (const int n = count(ImportItem::Act::Add))
        parts.append(ImportPreview::tr("%n to add", nullptr, n));
    if (const int n = count(ImportItem::Act::Merge))
        parts.append(ImportPreview::tr("%n to merge", nullptr, n));
    if (const int n = count(ImportItem::Act::Skip))
        parts.append(ImportPreview::tr("%n to skip", nullptr, n));
    if (!plan.problems.isEmpty())
        parts.append(ImportPreview::tr("%n problems", nullptr, int(plan.problems.size())));
    return parts.join(u" · "_s);
}

ImportPreview::ImportPreview(const ImportPlan& plan, const Method& method, QWidget* parent)
    : QDialog(parent),
      m_model(new ImportModel(plan, method, this)),
      m_summary(new ToneLabel(ToneLabel::Rank::Quiet, this))
{
    setObjectName(u"importPreview"_s);
    setWindowTitle(tr("Import"));
    auto* title =
        new ToneLabel(ToneLabel::Rank::Title,
                      plan.origin.isEmpty() ? tr("Import") : tr("Import from %1").arg(plan.origin), this);
    title->setObjectName(u"importTitle"_s);
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setText(countsOf(plan));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(u"importButton"_s);
    m_import->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    m_details = new ItemDetails(method, this);
    m_details->setObjectName(u"importDetails"_s);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(plan.isEmpty() ? makeEmpty() : makeItems());
    splitter->addWidget(m_details);
    m_details->setVisible(!plan.isEmpty());
    if (!plan.problems.isEmpty())
        splitter->addWidget(makeProblems());
    const int line = fontMetrics().height();
    constexpr int mostRows = 9;
    const int rows = int(std::clamp<qsizetype>(plan.items.size() + 1, 4, mostRows));
    constexpr int mostProblems = 5;
    const int problems = int(std::min<qsizetype>(plan.problems.size(), mostProblems));
    splitter->setSizes({line * (rows * 3 / 2 + 4), line * 20, line * (problems * 3 / 2 + 3)});
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    splitter->setStretchFactor(2, 0);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(title);
    layout->addWidget(m_summary);
    layout->addWidget(splitter, 1);
    if (QWidget* along = makeAlong())
        layout->addWidget(along);
    layout->addWidget(buttons);

    connect(m_model, &ImportModel::wantedChanged, this, &ImportPreview::refreshCount);
    refreshCount();
    resizeWithinScreen(*this, {line * 60, line * (plan.isEmpty() ? 20 : 46)});
    if (m_table) {
        m_table->selectRow(0);
        m_table->setFocus();
    }
}

QWidget* ImportPreview::makeItems()
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    m_table = new QTableView(box);
    m_table->setObjectName(u"importTable"_s);
    m_table->setAccessibleName(tr("Stories to import"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ImportModel::Headline, QHeaderView::Stretch);
    const int unit = fontMetrics().averageCharWidth();
    const bool merges =
        std::any_of(m_model->plan().items.begin(), m_model->plan().items.end(),
                    [](const ImportItem& item) { return item.act == ImportItem::Act::Merge; });
    header->resizeSection(ImportModel::What, unit * (merges ? 32 : 17));
    header->resizeSection(ImportModel::Source, unit * 22);
    header->resizeSection(ImportModel::Impact, unit * 11);
    m_table->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportPreview::showCurrent);

    auto* all = new QPushButton(tr("Tick &all"), box);
    all->setObjectName(u"tickAll"_s);
    auto* none = new QPushButton(tr("Tick &none"), box);
    none->setObjectName(u"tickNone"_s);
    QList<int> rows;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows.append(row);
    for (auto* button : {all, none}) {
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, m_model,
                [this, rows, wanted = button == all] { m_model->setWanted(rows, wanted); });
    }
    auto* ticks = new QHBoxLayout;
    ticks->addWidget(all);
    ticks->addWidget(none);
    ticks->addStretch();
    auto* hint = new ToneLabel(ToneLabel::Rank::Small, tr("Space ticks what is selected"), box);
    ticks->addWidget(hint);
    layout->addWidget(m_table, 1);
    layout->addLayout(ticks);
    return box;
}

QWidget* ImportPreview::makeProblems()
{
    auto* box = new QWidget(this);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    auto* label = new ToneLabel(ToneLabel::Rank::Quiet, tr("Worth a look"), box);
    auto* list = new QListWidget(box);
    list->setObjectName(u"importProblems"_s);
    list->setAccessibleName(tr("Problems of this import"));
    list->setWordWrap(true);
    list->setUniformItemSizes(false);
    constexpr int longest = 500;
    for (const ImportProblem& problem : m_model->plan().problems) {
        const QString text =
            problem.where.isEmpty() ? problem.what : u"%1: %2"_s.arg(problem.where, problem.what);
        list->addItem(text.left(longest));
    }
    list->setMinimumHeight(fontMetrics().height() * 2);
    layout->addWidget(label);
    layout->addWidget(list);
    return box;
}

QWidget* ImportPreview::makeEmpty()
{
    auto* empty =
        new ToneLabel(ToneLabel::Rank::Body, tr("There is no story in this that could be imported."), this);
    empty->setObjectName(u"importEmpty"_s);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWrapping();
    return empty;
}

// What the desk has of them already is not told, and stays as it is.
QWidget* ImportPreview::makeAlong()
{
    const ImportPlan& plan = m_model->plan();
    QStringList parts;
    if (plan.newFeeds > 0)
        parts.append(tr("%n feeds", nullptr, plan.newFeeds));
    if (plan.newRules > 0)
        parts.append(tr("%n rules", nullptr, plan.newRules));
    if (parts.isEmpty())
        return nullptr;
    m_along =
        new QCheckBox(tr("Take over what that desk reads and does too: %1").arg(parts.join(tr(", "))), this);
    m_along->setObjectName(u"importAlong"_s);
    m_along->setChecked(true);
    connect(m_along, &QCheckBox::toggled, this, &ImportPreview::refreshCount);
    return m_along;
}

ImportPlan ImportPreview::plan() const
{
    ImportPlan plan = m_model->plan();
    if (m_along && !m_along->isChecked()) {
        plan.parts.feeds.clear();
        plan.parts.rules.clear();
    }
    return plan;
}

// Space turns the ticks of all selected rows to what the current one is not.
void ImportPreview::tickSelected()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    const auto tickable = std::find_if(
        rows.begin(), rows.end(), [this](int row) { return ImportModel::canBeWanted(m_model->item(row)); });
    if (tickable == rows.end())
        return;
    const ImportItem& lead = ImportModel::canBeWanted(m_model->item(current.row()))
                                 ? m_model->item(current.row())
                                 : m_model->item(*tickable);
    m_model->setWanted(rows, !lead.wanted);
}

bool ImportPreview::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            tickSelected();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            if (m_import->isEnabled())
                accept();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void ImportPreview::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        m_details->showItem(m_model->item(current.row()));
}

void ImportPreview::refreshCount()
{
    const int count = m_model->wantedCount();
    const bool along = m_along && m_along->isChecked();
    m_import->setText(count > 0 ? tr("&Import %n stories", nullptr, count)
                      : along   ? tr("&Import no story, only the rest")
                                : tr("Import nothing"));
    m_import->setEnabled(count > 0 || along);
}

} // namespace Scoredesk
