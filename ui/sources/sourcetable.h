// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QTableView>

namespace Scoredesk {

/// A table of feeds or outlets, filtered by words and sorted by its header. It holds still: a change re-sorts
/// nothing and hides nothing under the cursor.
class SourceTable : public QTableView {
    Q_OBJECT

public:
    /// `sortRole` gives what columns are sorted by.
    SourceTable(QAbstractItemModel* model, int sortRole, QWidget* parent = nullptr);

    void setFilter(const QString& text);
    /// Rows of the model, in the order shown.
    QList<int> chosenRows() const;
    /// Of the model; -1 without one.
    int currentRow() const;
    /// Chooses that row of the model alone, and shows it.
    void choose(int row);
    int shownRows() const { return m_proxy->rowCount(); }
    /// Shown while no row is.
    void setEmptyText(const QString& text);

Q_SIGNALS:
    void chosenChanged();

protected:
    void dataChanged(const QModelIndex& from, const QModelIndex& to, const QList<int>& roles = {}) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QSortFilterProxyModel* m_proxy;
    QString m_emptyText;
};

} // namespace Scoredesk
