// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scorecard/comparableslist.h"

#include "ui/widgets/tonelabel.h"
#include "ui/words/age.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

ComparablesList::ComparablesList(QWidget* parent)
    : QWidget(parent), m_caption(new ToneLabel(ToneLabel::Rank::Small, this)), m_list(new QTreeWidget(this))
{
    setObjectName(u"comparables"_s);
    m_caption->setObjectName(u"comparables.caption"_s);
    m_caption->setWrapping();
    m_list->setObjectName(u"comparables.list"_s);
    m_list->setAccessibleName(tr("Your scores of similar stories"));
    m_list->setColumnCount(3);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAllColumnsShowFocus(true);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 0, 8, 0);
    column->setSpacing(2);
    column->addWidget(m_caption);
    column->addWidget(m_list);

    // Opening empties the list: not while it is still telling of the click.
    const auto open = [this] {
        if (m_list->currentItem())
            Q_EMIT openRequested(chosen());
    };
    connect(m_list, &QAbstractItemView::clicked, this, open, Qt::QueuedConnection);
    connect(m_list, &QAbstractItemView::activated, this, open, Qt::QueuedConnection);
    hide();
}

void ComparablesList::showComparables(const QString& dimension, const QList<Comparable>& comparables)
{
    m_comparables = comparables;
    m_caption->setText(tr("%1 in similar stories, as you scored them (O opens)").arg(dimension));
    m_list->clear();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Comparable& comparable : comparables) {
        const QString value = comparable.value.isNotApplicable()
                                  ? tr("n/a")
                                  : QString::number(comparable.value.number(), 'f', 1);
        const QString headline =
            comparable.headline.isEmpty() ? tr("Untitled story") : comparable.headline.simplified();
        auto* item = new QTreeWidgetItem(m_list, {value, headline, ageText(comparable.sortedAt, now)});
        item->setToolTip(1, plainTip(headline));
    }
    fit();
    setVisible(!comparables.isEmpty());
}

StoryId ComparablesList::chosen() const
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    return m_comparables.isEmpty() ? noStory : m_comparables.value(std::max(row, 0)).id;
}

/// All lines, without scrolling: there are a handful.
void ComparablesList::fit()
{
    m_list->setFixedHeight(std::max(0, m_list->sizeHintForRow(0)) * int(m_comparables.size()));
}

void ComparablesList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace Scoredesk
