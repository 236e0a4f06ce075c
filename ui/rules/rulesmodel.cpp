// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rulesmodel.h"

#include "ui/widgets/tonelabel.h"
#include "ui/words/rulewords.h"

namespace Scoredesk {

void RulesModel::show(const QList<RuleDrafts::Entry>& entries)
{
    if (entries.size() != m_entries.size()) {
        beginResetModel();
        m_entries = entries;
        endResetModel();
    } else if (!entries.isEmpty()) {
        m_entries = entries;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int RulesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int RulesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RulesModel::textOf(const RuleDrafts::Entry& entry, int column) const
{
    const Rule& rule = entry.rule;
    switch (column) {
    case NameColumn:
        return ruleName(rule).isEmpty() ? tr("(new rule)") : ruleName(rule);
    case QueryColumn:
        return rule.query;
    default:
        break;
    }
    if (entry.isSaved())
        return deedsText(rule);
    if (entry.fault.isEmpty())
        return tr("Not saved");
    return entry.stored ? tr("Not saved, works as it was: %1").arg(entry.fault)
                        : tr("Not saved: %1").arg(entry.fault);
}

QVariant RulesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RuleDrafts::Entry& entry = m_entries[index.row()];
    const bool isName = index.column() == NameColumn;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(entry, index.column());
    case Qt::ToolTipRole:
        return plainTip(textOf(entry, index.column()));
    case Qt::CheckStateRole:
        return isName ? QVariant(entry.rule.enabled ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::AccessibleTextRole:
        return isName ? tr("%1, %2").arg(textOf(entry, NameColumn), entry.rule.enabled ? tr("on") : tr("off"))
                      : textOf(entry, index.column());
    default:
        return {};
    }
}

bool RulesModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Q_EMIT switched(index.row(), value.toInt() == Qt::Checked);
    return true;
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    switch (section) {
    case NameColumn:
        return tr("Rule");
    case QueryColumn:
        return tr("If a story fits");
    case DeedsColumn:
        return tr("Then");
    default:
        return {};
    }
}

Qt::ItemFlags RulesModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == NameColumn)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace Scoredesk
