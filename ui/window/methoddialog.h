// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/method/method.h"

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace Scoredesk {

/// Edits a copy of a method: its name, the weights, what a risk takes off. Dimensions and rubric stay, so
/// that cards keep their values. A built-in method's copy gets a key of its own, a desk's own method its next
/// version.
class MethodDialog : public QDialog {
    Q_OBJECT

public:
    /// `taken` are the keys that the desk's methods have.
    MethodDialog(const Method& method, const QStringList& taken, QWidget* parent = nullptr);

    /// Valid while OK can be pressed.
    Method method() const;

private:
    void judge();

    Method m_method;
    QLineEdit* m_name;
    QTableWidget* m_weights;
    QSpinBox* m_penalty;
    QLabel* m_sum;
    QPushButton* m_ok;
};

} // namespace Scoredesk
