// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/importing/ticklist.h"

#include "ui/widgets/tonelabel.h"

#include <QSignalBlocker>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr int byHandRole = Qt::UserRole;        // the tick was set by a hand
static constexpr int shownTickRole = Qt::UserRole + 1; // the tick that was last shown

static void showLine(QListWidgetItem& item, const TickList::Line& line)
{
    const bool byHand = item.data(byHandRole).toBool();
    const bool wasTicked = item.checkState() == Qt::Checked;
    item.setText(line.reason.isEmpty() ? line.text : u"%1 — %2"_s.arg(line.text, line.reason));
    item.setToolTip(line.tip.isEmpty() ? QString() : plainTip(line.tip));
    item.setFlags(line.possible ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                : Qt::ItemIsSelectable);
    const bool ticked = line.possible && (byHand ? wasTicked : line.wanted);
    item.setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    item.setData(shownTickRole, ticked);
}

TickList::TickList(QWidget* parent) : QListWidget(parent)
{
    connect(this, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        const bool ticked = item->checkState() == Qt::Checked;
        if (ticked != item->data(shownTickRole).toBool()) {
            const QSignalBlocker quiet(this);
            item->setData(byHandRole, true);
            item->setData(shownTickRole, ticked);
        }
        Q_EMIT chosenChanged();
    });
}

void TickList::append(const Line& line)
{
    {
        const QSignalBlocker quiet(this);
        auto* item = new QListWidgetItem(this);
        showLine(*item, line);
    }
    Q_EMIT chosenChanged();
}

void TickList::setLine(int row, const Line& line)
{
    QListWidgetItem* item = this->item(row);
    if (!item)
        return;
    {
        const QSignalBlocker quiet(this);
        showLine(*item, line);
    }
    Q_EMIT chosenChanged();
}

QList<int> TickList::chosen() const
{
    QList<int> rows;
    for (int row = 0; row < count(); ++row)
        if (item(row)->checkState() == Qt::Checked)
            rows.append(row);
    return rows;
}

} // namespace Scoredesk
