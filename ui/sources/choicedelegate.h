// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QVariant>

#include <functional>

namespace Scoredesk {

/// Edits a cell by choosing from a list; what is chosen counts at once.
class ChoiceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    struct Choice {
        QString text;
        QVariant value; ///< as the model's EditRole gives and takes it
    };

    /// `choices` is asked each time a cell is edited.
    ChoiceDelegate(std::function<QList<Choice>()> choices, QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

private:
    std::function<QList<Choice>()> m_choices;
};

} // namespace Scoredesk
