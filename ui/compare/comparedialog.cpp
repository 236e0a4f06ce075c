// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparedialog.h"

#include "ui/compare/comparedelegate.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/tonelabel.h"
#include "ui/words/impacttext.h"
#include "ui/words/storiestext.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QString signedText(double difference)
{
    const QString amount = QString::number(std::abs(difference), 'f', 1);
    if (amount == "0.0"_L1)
        return u"±0.0"_s;
    return (difference < 0 ? u"−"_s : u"+"_s) + amount;
}

CompareDialog::CompareDialog(const Comparison& comparison, const Method& method, const QString& analyst,
                             QWidget* parent)
    : QDialog(parent),
      m_table(new QTableWidget(int(comparison.dimensions.size()) + 1, int(comparison.stories.size()), this))
{
    setObjectName(u"compare"_s);
    setWindowTitle(tr("Compare scorecards"));
    m_table->setObjectName(u"compare.table"_s);
    m_table->setAccessibleName(tr("Scorecards side by side; differences are to the first story"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegate(new CompareDelegate(m_table));
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false); // rows are measured before columns have their width
    for (int column = 0; column < comparison.stories.size(); ++column) {
        const ComparedStory& story = comparison.stories[column];
        const QString whole = story.headline.isEmpty() ? tr("Untitled story") : story.headline.simplified();
        auto* header = new QTableWidgetItem(shownHeadline(whole));
        header->setToolTip(plainTip(whole));
        m_table->setHorizontalHeaderItem(column, header);
    }
    // A headline as long as shownHeadline() leaves it takes three lines at most.
    QHeaderView* const heads = m_table->horizontalHeader();
    heads->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter | Qt::Alignment(Qt::TextWordWrap));
    heads->setMinimumHeight(3 * heads->fontMetrics().lineSpacing() + 8);
    heads->setSectionResizeMode(QHeaderView::Stretch);
    heads->setHighlightSections(false);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    addImpact(comparison, method, analyst);
    for (int row = 0; row < comparison.dimensions.size(); ++row)
        addDimension(row + 1, comparison.dimensions[row]);
    m_table->setCurrentCell(0, 0);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resizeWithinScreen(*this, {220 + 240 * int(comparison.stories.size()), 420});
    m_table->setFocus();
}

void CompareDialog::addImpact(const Comparison& comparison, const Method& method, const QString& analyst)
{
    m_table->setVerticalHeaderItem(0, new QTableWidgetItem(tr("Impact")));
    for (int column = 0; column < comparison.stories.size(); ++column) {
        const ComparedStory& story = comparison.stories[column];
        QString shown = impactText(method, story.impact);
        if (story.difference)
            shown += u"   "_s + signedText(*story.difference);
        if (story.card.analyst != analyst)
            shown += u'\n' + tr("card of %1").arg(story.card.analyst);
        auto* item = new QTableWidgetItem(shown);
        QFont bold = m_table->font();
        bold.setBold(true);
        item->setFont(bold);
        m_table->setItem(0, column, item);
    }
}

void CompareDialog::addDimension(int row, const ComparedDimension& compared)
{
    m_table->setVerticalHeaderItem(row, new QTableWidgetItem(compared.dimension.label));
    const bool risk = compared.dimension.polarity == Dimension::Polarity::Risk;
    for (int column = 0; column < compared.scores.size(); ++column) {
        const ComparedScore& score = compared.scores[column];
        const QString value = score.value.isValue()           ? QString::number(score.value.number(), 'f', 1)
                              : score.value.isNotApplicable() ? tr("n/a")
                                                              : u"—"_s;
        auto* item = new QTableWidgetItem(value);
        if (score.value.isValue()) {
            item->setData(CompareDelegate::FractionRole, score.value.number() / 10);
            item->setData(CompareDelegate::RiskRole, risk);
        }
        QString spoken = value;
        if (score.value.isUnset())
            spoken = tr("not judged");
        if (score.tenths) {
            const QString difference = signedText(*score.tenths / 10.0);
            const int more = (*score.tenths > 0) - (*score.tenths < 0);
            item->setData(CompareDelegate::DifferenceRole, difference);
            item->setData(CompareDelegate::BetterRole, risk ? -more : more);
            spoken = tr("%1, %2 to the first").arg(value, difference);
        }
        item->setData(Qt::AccessibleTextRole, spoken);
        m_table->setItem(row, column, item);
    }
}

} // namespace Scoredesk
