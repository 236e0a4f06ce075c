// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/choicedelegate.h"

#include <QComboBox>

namespace Scoredesk {

using namespace Qt::StringLiterals;

ChoiceDelegate::ChoiceDelegate(std::function<QList<Choice>()> choices, QObject* parent)
    : QStyledItemDelegate(parent), m_choices(std::move(choices))
{
}

QWidget* ChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& /*option*/,
                                      const QModelIndex& index) const
{
    auto* box = new QComboBox(parent);
    box->setObjectName(u"choice"_s);
    box->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString());
    const QList<Choice> choices = m_choices();
    for (const Choice& choice : choices)
        box->addItem(choice.text, choice.value);
    auto* self = const_cast<ChoiceDelegate*>(this); // the view's signals are not const, its calls are
    connect(box, &QComboBox::activated, self, [self, box] {
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* box = static_cast<QComboBox*>(editor);
    const QVariant value = index.data(Qt::EditRole);
    if (box->findData(value) < 0) // a category that only this feed has
        box->addItem(index.data().toString(), value);
    box->setCurrentIndex(box->findData(value));
}

void ChoiceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    model->setData(index, static_cast<QComboBox*>(editor)->currentData(), Qt::EditRole);
}

} // namespace Scoredesk
