// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/exchange/outletcsv.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;

namespace Scoredesk {

class ToneLabel;

/// What a table of outlets would make and change, with ticks, before anything is.
class OutletImportDialog : public QDialog {
    Q_OBJECT

public:
    /// `desk`: the outlets as they are.
    OutletImportDialog(const QList<OutletLine>& lines, const QList<Outlet>& desk, QWidget* parent = nullptr);

    /// Those of the ticked lines.
    QList<Outlet> chosen() const;

private:
    void addLine(int index, const Outlet& before);
    void count();

    QList<OutletLine> m_lines;
    QTreeWidget* m_list;
    ToneLabel* m_summary;
    QPushButton* m_import;
};

} // namespace Scoredesk
