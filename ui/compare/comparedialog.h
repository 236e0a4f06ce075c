// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/comparison.h"

#include <QDialog>

class QTableWidget;

namespace Scoredesk {

/// Scorecards side by side, a column a story and a row a dimension, with how far each value is from the first
/// story's. For reading: nothing is changed here.
class CompareDialog : public QDialog {
    Q_OBJECT

public:
    CompareDialog(const Comparison& comparison, const Method& method, const QString& analyst,
                  QWidget* parent = nullptr);

private:
    void addImpact(const Comparison& comparison, const Method& method, const QString& analyst);
    void addDimension(int row, const ComparedDimension& dimension);

    QTableWidget* m_table;
};

} // namespace Scoredesk
