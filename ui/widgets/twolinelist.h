// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QListView>

namespace Scoredesk {

/// What a list of two lines shows of one thing: a main line, and details in second rank below it. Literal
/// text.
struct TwoLineItem {
    QString main;
    QString detail;
    QString tip;

    bool operator==(const TwoLineItem&) const = default;
};

/// A list of such things, both lines broken so that nothing is cut off at any width.
class TwoLineModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    /// Rows that stay keep their selection; where only the beginning grew, rows are inserted there.
    void setItems(const QList<TwoLineItem>& items);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QList<TwoLineItem> m_items;
};

/// The view of such a list. With nothing to show it says so in words.
class TwoLineList : public QListView {
    Q_OBJECT

public:
    explicit TwoLineList(QWidget* parent = nullptr);

    void setEmptyText(const QString& text);
    void setItems(const QList<TwoLineItem>& items);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    TwoLineModel* m_items;
    QString m_emptyText;
};

} // namespace Scoredesk
