// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/rule.h"

#include <QList>
#include <QObject>

namespace Scoredesk {

class Desk;
class MainWindow;
class RulesDialog;
class RulesPage;

/// Rules in the window: their page, and what they make of stories that are stored. Every story is read beside
/// the window; what is changed then is one step of the desk's undo.
class RuleTrials : public QObject {
    Q_OBJECT

public:
    RuleTrials(Desk& desk, MainWindow& window);

    /// Answers a page's requests for as long as it lives.
    void serve(RulesPage& page);

private:
    void open();
    void tryOut(RulesPage& page, const QList<Rule>& rules, int request);
    void apply(RulesPage& page, const QList<Rule>& rules);

    Desk& m_desk;
    MainWindow& m_window;
    RulesDialog* m_dialog = nullptr; // kept, since it holds what is not finished
};

} // namespace Scoredesk
