// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bulk/categorypicker.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

CategoryPicker::CategoryPicker(const QStringList& categories, const QString& current, int stories,
                               QWidget* parent)
    : QDialog(parent), m_list(new QListWidget(this))
{
    setObjectName(u"bulkCategory"_s);
    setWindowTitle(tr("Category"));
    auto* label = new QLabel(tr("Which category for %n stories?", nullptr, stories), this);
    label->setWordWrap(true);
    label->setBuddy(m_list);
    m_list->setObjectName(u"bulkCategory.list"_s);
    m_list->setAccessibleName(tr("Categories of the desk"));
    m_list->addItem(tr("No category"));
    m_list->addItems(categories);
    m_list->setCurrentRow(std::max(0, int(categories.indexOf(current)) + 1));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);

    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_list->setFocus();
}

QString CategoryPicker::category() const
{
    return m_list->currentRow() > 0 ? m_list->currentItem()->text() : QString();
}

} // namespace Scoredesk
