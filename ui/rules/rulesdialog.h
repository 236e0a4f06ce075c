// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace Scoredesk {

class Desk;
class RulesPage;

/// The desk's rules in a window of their own, which shares the desk's undo. Put away and shown again it has
/// kept what was not finished.
class RulesDialog : public QDialog {
    Q_OBJECT

public:
    explicit RulesDialog(Desk& desk, QWidget* parent = nullptr);

    RulesPage& page() { return *m_page; }

private:
    RulesPage* m_page;
};

} // namespace Scoredesk
