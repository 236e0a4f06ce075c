// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace Scoredesk {

/// Paints a compared value: the number, its bar, and how far it is from the first card's.
class CompareDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum Role {
        FractionRole = Qt::UserRole, ///< 0 to 1; none: no bar
        RiskRole,
        DifferenceRole, ///< signed text, set behind the bar; empty: none
        BetterRole,     ///< 1: more is good, −1: it is bad, 0: neither
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace Scoredesk
