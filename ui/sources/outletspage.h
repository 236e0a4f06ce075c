// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/outlet.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLineEdit;

namespace Scoredesk {

class Desk;
class OutletActs;
class OutletsModel;
class SourceTable;
class ToneLabel;

/// The desk's outlets in a table, edited in place: what each is worth, and by which domains it is told.
class OutletsPage : public QWidget {
    Q_OBJECT

public:
    explicit OutletsPage(Desk& desk, QWidget* parent = nullptr);

    void focusTable();

Q_SIGNALS:
    void importRequested();
    void exportRequested();
    /// Something was done that shows nowhere by itself.
    void done(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeTable();
    void makeActions();
    void follow();
    void readAndRest();
    void read();
    void askName();
    void askWhichStays();
    void onChosen();

    Desk& m_desk;
    OutletsModel* m_model;
    OutletActs* m_acts;
    SourceTable* m_table = nullptr;
    QLineEdit* m_filter;
    ToneLabel* m_summary;
    QAction* m_merge = nullptr;
    QTimer m_again;
    bool m_stale = true;
};

} // namespace Scoredesk
