// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/categorychange.h"

#include <QDialog>
#include <QList>
#include <QMap>
#include <QStringList>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;

namespace Scoredesk {

/// The desk's list of categories: rename, add, remove, order. Nothing is done before it is accepted.
class CategoryDialog : public QDialog {
    Q_OBJECT

public:
    /// `counts`: how many stories have each.
    CategoryDialog(const QStringList& categories, const QMap<QString, int>& counts,
                   QWidget* parent = nullptr);

    /// What was chosen; valid while OK can be pressed.
    CategoryChange change() const;
    bool isChanged() const;

private:
    struct Row {
        QString was; ///< empty: new
        QString name;
        int stories = 0;
        bool isRemoved = false;
        int into = -1; ///< the row that takes a removed one's stories over; -1: none
    };

    QWidget* makeButtons();
    QWidget* makeRemoval();
    void listRows(int current);
    int currentRow() const;
    void add();
    void remove();
    void move(int by);
    void showUse();
    void judge();
    QString intoOf(const Row& row) const;

    QStringList m_before;
    QList<Row> m_rows;
    QList<int> m_order; ///< indexes of m_rows, as they are listed
    QListWidget* m_list;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_remove;
    QComboBox* m_into;
    QLabel* m_use;
    QLabel* m_wrong;
    QPushButton* m_ok;
};

} // namespace Scoredesk
