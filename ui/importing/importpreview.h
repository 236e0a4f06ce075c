// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/importplan.h"
#include "storage/method/method.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QTableView;

namespace Scoredesk {

class ImportModel;
class ItemDetails;

/// Shows what an import would do before anything is done, and lets the analyst choose.
class ImportPreview : public QDialog {
    Q_OBJECT

public:
    /// `method` is the one that impact is shown by.
    ImportPreview(const ImportPlan& plan, const Method& method, QWidget* parent = nullptr);

    /// The plan, with the ticks as they stand.
    ImportPlan plan() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeItems();
    QWidget* makeProblems();
    QWidget* makeEmpty();
    QWidget* makeAlong();
    void tickSelected();
    void showCurrent();
    void refreshCount();

    ImportModel* m_model;
    QTableView* m_table = nullptr;
    ItemDetails* m_details = nullptr;
    QCheckBox* m_along = nullptr; ///< feeds and rules of a whole desk; null where none come
    QLabel* m_summary;
    QPushButton* m_import = nullptr;
};

} // namespace Scoredesk
