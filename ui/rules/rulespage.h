// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"
#include "ui/rules/ruledrafts.h"

#include <QWidget>

class QPushButton;
class QTableView;
class QToolButton;

namespace Scoredesk {

class Desk;
class RuleEditor;
class RulesModel;
class RuleTrial;

/// The desk's rules: their order, each as it is written, and what they would do to the stories that are
/// stored.
///
/// An edit is finished when its field is left or confirmed; it is then stored as one step of the desk's undo.
/// What cannot be stored stays on the page and says why.
class RulesPage : public QWidget {
    Q_OBJECT

public:
    explicit RulesPage(Desk& desk, QWidget* parent = nullptr);
    ~RulesPage() override;

    /// Stores what is being typed. To be called before the page is put away.
    void finishEdit();
    void focusTable();

    /// Answers to the requests below. One that another request or a change of the rules has overtaken is
    /// passed over.
    void showEffects(int request, const Result<QList<RuleEffect>>& effects);
    void showApplied(const Result<int>& stories);

Q_SIGNALS:
    /// What would they change? They can all be read.
    void tryRequested(const QList<Scoredesk::Rule>& rules, int request);
    /// Change the stored stories by them.
    void applyRequested(const QList<Scoredesk::Rule>& rules);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildList();
    QToolButton* addButton(QWidget* parent, const char* name, const QString& text, const QString& tip,
                           const QKeySequence& key, void (RulesPage::*act)());
    void addRule();
    void copyRule();
    void removeRule();
    void moveUp() { move(-1); }
    void moveDown() { move(1); }
    void move(int by);
    void switchRule(int row, bool on);
    void onRowChosen(int row);
    /// What is typed becomes part of the drafts. True where that changed them.
    bool takeTyped();
    /// Brings the desk to what the page shows, as a step of that name; nothing where it is so already.
    void store(const QString& text);
    void reload();
    void show(int row);
    void refresh();
    void forgetTrial();
    void judge();
    QList<Rule> tried() const;

    Desk& m_desk;
    RuleDrafts m_drafts;
    RulesModel* m_model;
    QTableView* m_table = nullptr;
    RuleEditor* m_editor;
    RuleTrial* m_trial;
    QToolButton* m_copy = nullptr;
    QToolButton* m_remove = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    int m_shown = 0; ///< key of the rule in the editor; 0: none
    int m_request = 0;
    bool m_storing = false;
    bool m_showing = false;
};

} // namespace Scoredesk
