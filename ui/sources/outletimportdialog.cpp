// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/outletimportdialog.h"

#include "ui/editor/commalist.h"
#include "ui/sources/outletsmodel.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/tonelabel.h"

#include <QDialogButtonBox>
#include <QHash>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr int indexRole = Qt::UserRole;

/// "tier 2 → tier 1" where a line changes it, else what it is.
static QString changeOf(const QString& before, const QString& after, bool isNew)
{
    const auto shown = [](const QString& text) { return text.isEmpty() ? u"—"_s : text; };
    if (isNew || before == after)
        return after;
    return u"%1 → %2"_s.arg(shown(before), shown(after));
}

static QString firstPartyText(const Outlet& outlet)
{
    return outlet.firstParty ? OutletImportDialog::tr("yes") : OutletImportDialog::tr("no");
}

OutletImportDialog::OutletImportDialog(const QList<OutletLine>& lines, const QList<Outlet>& desk,
                                       QWidget* parent)
    : QDialog(parent),
      m_lines(lines),
      m_list(new QTreeWidget(this)),
      m_summary(new ToneLabel(ToneLabel::Rank::Quiet, this))
{
    setObjectName(u"outletImport"_s);
    setWindowTitle(tr("Import outlets"));
    m_list->setObjectName(u"outletImportLines"_s);
    m_list->setAccessibleName(tr("Lines of the table"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setHeaderLabels(
        {tr("What"), tr("Name"), tr("Domains"), tr("Tier"), tr("First-party"), tr("Reliability")});
    QHash<OutletId, Outlet> known;
    for (const Outlet& outlet : desk)
        known.insert(outlet.id, outlet);
    for (int i = 0; i < int(m_lines.size()); ++i)
        if (m_lines[i].outcome != OutletLine::Outcome::Unchanged)
            addLine(i, known.value(m_lines[i].outlet.id));
    const int unit = fontMetrics().averageCharWidth();
    const std::pair<int, int> widths[] = {{0, 16}, {1, 28}, {2, 44}, {3, 20}, {4, 13}, {5, 13}};
    for (const auto& [column, letters] : widths)
        m_list->header()->resizeSection(column, unit * letters);

    m_summary->setObjectName(u"outletImportSummary"_s);
    m_summary->setWrapping();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(u"outletImportButton"_s);
    m_import->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::itemChanged, this, &OutletImportDialog::count);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resizeWithinScreen(*this, {unit * 142, fontMetrics().height() * 28});
    count();
}

void OutletImportDialog::addLine(int index, const Outlet& before)
{
    const OutletLine& line = m_lines[index];
    const Outlet& after = line.outlet;
    const bool isNew = line.outcome == OutletLine::Outcome::New;
    auto* item = new QTreeWidgetItem(m_list);
    item->setData(0, indexRole, index);
    item->setText(1, after.name.simplified());
    if (line.outcome == OutletLine::Outcome::Wrong) {
        item->setText(0, tr("line %1: wrong").arg(line.number));
        item->setText(2, line.reason);
        item->setToolTip(2, plainTip(line.reason));
        item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
        return;
    }
    item->setText(0, isNew ? tr("new") : tr("change"));
    item->setCheckState(0, line.wanted ? Qt::Checked : Qt::Unchecked);
    if (!isNew)
        item->setText(1, changeOf(before.name, after.name, false));
    item->setText(2, changeOf(commaText(before.domains), commaText(after.domains), isNew));
    item->setText(3, changeOf(tierText(before.tier), tierText(after.tier), isNew));
    item->setText(4, changeOf(firstPartyText(before), firstPartyText(after), isNew));
    item->setText(5, changeOf(before.reliability, after.reliability, isNew));
    for (int column = 1; column < m_list->columnCount(); ++column)
        item->setToolTip(column, plainTip(item->text(column)));
}

QList<Outlet> OutletImportDialog::chosen() const
{
    QList<OutletLine> lines;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem* item = m_list->topLevelItem(row);
        OutletLine line = m_lines[item->data(0, indexRole).toInt()];
        line.wanted = line.outcome != OutletLine::Outcome::Wrong && item->checkState(0) == Qt::Checked;
        lines.append(line);
    }
    return outletsWanted(lines);
}

void OutletImportDialog::count()
{
    const auto number = [this](OutletLine::Outcome outcome) {
        return int(std::count_if(m_lines.begin(), m_lines.end(),
                                 [outcome](const OutletLine& line) { return line.outcome == outcome; }));
    };
    QStringList parts;
    if (const int n = number(OutletLine::Outcome::New))
        parts.append(tr("%n new", nullptr, n));
    if (const int n = number(OutletLine::Outcome::Changed))
        parts.append(tr("%n changed", nullptr, n));
    if (const int n = number(OutletLine::Outcome::Unchanged))
        parts.append(tr("%n as they are on the desk", nullptr, n));
    if (const int n = number(OutletLine::Outcome::Wrong))
        parts.append(tr("%n wrong, left out", nullptr, n));
    const int ticked = int(chosen().size());
    parts.append(tr("%n ticked", nullptr, ticked));
    m_summary->setText(parts.join(u" · "_s));
    m_import->setEnabled(ticked > 0);
}

} // namespace Scoredesk
