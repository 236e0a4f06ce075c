// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/importmodel.h"

#include "storage/method/impact.h"
#include "ui/widgets/tone.h"
#include "ui/widgets/tonelabel.h"

#include <QGuiApplication>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr int longestCell = 300; ///< what came from anywhere may be of any length

QString actText(const ImportItem& item)
{
    switch (item.act) {
    case ImportItem::Act::Add:
        return ImportModel::tr("Add");
    case ImportItem::Act::Merge:
        return ImportModel::tr("Merge into “%1”").arg(item.matchedHeadline.left(longestCell));
    case ImportItem::Act::Skip:
        break;
    }
    return ImportModel::tr("Skip");
}

ImportModel::ImportModel(const ImportPlan& plan, const Method& method, QObject* parent)
    : QAbstractTableModel(parent), m_plan(plan), m_method(method)
{
    for (ImportItem& item : m_plan.items)
        item.wanted = item.wanted && canBeWanted(item);
}

int ImportModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_plan.items.size());
}

int ImportModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ImportModel::text(const ImportItem& item, int column) const
{
    const Story& story = item.dossier.story;
    switch (column) {
    case What:
        return actText(item);
    case Headline:
        return story.headline.isEmpty() ? tr("(no headline)") : story.headline.left(longestCell);
    case Source:
        return story.source.left(longestCell);
    default:
        break;
    }
    if (item.dossier.cards.isEmpty())
        return u"—"_s;
    return shownImpact(impactOf(m_method, item.dossier.cards.first()));
}

QVariant ImportModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_plan.items.size())
        return {};
    const ImportItem& item = m_plan.items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(item, index.column());
    case Qt::CheckStateRole:
        if (index.column() == What && canBeWanted(item))
            return item.wanted ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::ToolTipRole:
        if (index.column() == What)
            return plainTip(item.why.isEmpty() ? actText(item) : actText(item) + u'\n' + item.why);
        return plainTip(text(item, index.column()));
    case Qt::AccessibleTextRole:
        if (index.column() == What && !item.why.isEmpty())
            return u"%1: %2"_s.arg(actText(item), item.why);
        return text(item, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Impact ? int(Qt::AlignRight | Qt::AlignVCenter)
                                        : int(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return item.wanted ? QVariant() : quietTone(QGuiApplication::palette());
    default:
        return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Impact ? int(Qt::AlignRight | Qt::AlignVCenter)
                                 : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What:
        return tr("What happens");
    case Headline:
        return tr("Headline");
    case Source:
        return tr("Source");
    default:
        return tr("Impact");
    }
}

bool ImportModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != What)
        return false;
    setWanted({index.row()}, value.toInt() == Qt::Checked);
    return true;
}

void ImportModel::setWanted(const QList<int>& rows, bool wanted)
{
    for (const int row : rows) {
        if (row < 0 || row >= m_plan.items.size() || !canBeWanted(m_plan.items[row]))
            continue;
        m_plan.items[row].wanted = wanted;
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    Q_EMIT wantedChanged();
}

int ImportModel::wantedCount() const
{
    return int(std::count_if(m_plan.items.begin(), m_plan.items.end(),
                             [](const ImportItem& item) { return item.wanted; }));
}

Qt::ItemFlags ImportModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == What && canBeWanted(m_plan.items[index.row()]))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace Scoredesk
