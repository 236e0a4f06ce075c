// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/outletsmodel.h"

#include "ui/editor/commalist.h"
#include "ui/widgets/tonelabel.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

QString tierText(int tier)
{
    return tier > 0 ? OutletsModel::tr("tier %1").arg(tier) : OutletsModel::tr("not rated");
}

int OutletsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutletsModel::editValue(const Outlet& outlet, int column)
{
    switch (column) {
    case Name:
        return outlet.name;
    case Domains:
        return commaText(outlet.domains);
    case Tier:
        return outlet.tier;
    case FirstParty:
        return outlet.firstParty;
    default:
        return outlet.reliability;
    }
}

static QString shownText(const Outlet& outlet, int column)
{
    switch (column) {
    case OutletsModel::Name:
        return outlet.name.simplified();
    case OutletsModel::Domains:
        return commaText(outlet.domains);
    case OutletsModel::Tier:
        return tierText(outlet.tier);
    case OutletsModel::FirstParty:
        return outlet.firstParty ? OutletsModel::tr("first-party") : QString();
    default:
        return outlet.reliability.isEmpty() ? u"—"_s : outlet.reliability;
    }
}

QVariant OutletsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Outlet& outlet = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shownText(outlet, index.column());
    case Qt::EditRole:
        return editValue(outlet, index.column());
    case Qt::CheckStateRole:
        if (index.column() == FirstParty)
            return int(outlet.firstParty ? Qt::Checked : Qt::Unchecked);
        return {};
    case Qt::ToolTipRole:
        if (index.column() == Name || index.column() == Domains)
            return plainTip(shownText(outlet, index.column()));
        return {};
    case SortRole:
        if (index.column() == Tier)
            return outlet.tier > 0 ? outlet.tier : 4; // the unrated behind all others
        if (index.column() == Reliability && outlet.reliability.isEmpty())
            return u"~"_s;
        return shownText(outlet, index.column());
    default:
        return {};
    }
}

QVariant OutletsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (section) {
    case Name:
        return isTip ? QString() : tr("Name");
    case Domains:
        return isTip ? tr("Commas between them; an article whose link has one is of this outlet")
                     : tr("Domains");
    case Tier:
        return isTip ? tr("1 to 3; an outlet that is not rated counts as none of them") : tr("Tier");
    case FirstParty:
        return isTip ? tr("Writes of itself: a company's own pages, an agency's releases")
                     : tr("First-party");
    case Reliability:
        return isTip ? tr("Admiralty letter: A completely reliable … E unreliable, F cannot be judged")
                     : tr("Reliability");
    default:
        return {};
    }
}

bool OutletsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const bool ticks = index.column() == FirstParty;
    if (role != (ticks ? Qt::CheckStateRole : Qt::EditRole) ||
        !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Outlet& outlet = row(index.row());
    const QVariant wanted = ticks ? QVariant(value.toInt() == Qt::Checked) : value;
    if (wanted == editValue(outlet, index.column()))
        return false; // an editor that was left as it was
    Q_EMIT editRequested(outlet.id, Column(index.column()), wanted);
    return true;
}

Qt::ItemFlags OutletsModel::flags(const QModelIndex& index) const
{
    return QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren |
           (index.column() == FirstParty ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

} // namespace Scoredesk
