// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rules/rulespage.h"

#include "storage/feeds/feedstore.h"
#include "storage/feeds/rulestore.h"
#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/rules/ruleeditor.h"
#include "ui/rules/rulesmodel.h"
#include "ui/rules/ruletrial.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>
#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

RulesPage::RulesPage(Desk& desk, QWidget* parent)
    : QWidget(parent),
      m_desk(desk),
      m_model(new RulesModel(this)),
      m_editor(new RuleEditor(this)),
      m_trial(new RuleTrial(this))
{
    setObjectName(u"rules"_s);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(buildList());
    splitter->addWidget(m_trial);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* column = new QVBoxLayout(this);
    column->addWidget(splitter);

    connect(m_model, &RulesModel::switched, this, &RulesPage::switchRule);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { onRowChosen(current.row()); });
    connect(m_editor, &RuleEditor::finished, this, &RulesPage::finishEdit);
    connect(m_trial, &RuleTrial::tryRequested, this, [this] {
        finishEdit();
        m_trial->showWaiting();
        Q_EMIT tryRequested(tried(), ++m_request);
    });
    connect(m_trial, &RuleTrial::applyRequested, this, [this] {
        finishEdit();
        ++m_request;
        m_trial->setApplying(true);
        m_trial->showWaiting();
        Q_EMIT applyRequested(tried());
    });
    connect(m_trial, &RuleTrial::scopeChanged, this, [this] {
        forgetTrial();
        judge();
    });
    connect(&m_desk.store(), &Store::feedsChanged, this, &RulesPage::reload);
    reload();
    show(0);
}

RulesPage::~RulesPage()
{
    m_editor->disconnect(this); // a field that goes loses the focus, and would be taken for finished
}

QWidget* RulesPage::buildList()
{
    auto* upper = new QWidget(this);
    m_table = new QTableView(upper);
    m_table->setObjectName(u"ruleTable"_s);
    m_table->setAccessibleName(tr("Rules, in the order in which they are asked"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() * 3 / 2);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(RulesModel::NameColumn, QHeaderView::Interactive);
    m_table->setColumnWidth(RulesModel::NameColumn, m_table->fontMetrics().averageCharWidth() * 26);
    m_table->setMinimumHeight(m_table->fontMetrics().height() * 8);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(addButton(upper, "addRule", tr("&Add"), tr("A new rule, below the chosen one"),
                                 QKeySequence(Qt::ALT | Qt::Key_Insert), &RulesPage::addRule));
    m_copy = addButton(upper, "copyRule", tr("&Copy"), tr("A rule like the chosen one, below it"),
                       QKeySequence(Qt::CTRL | Qt::Key_D), &RulesPage::copyRule);
    m_remove =
        addButton(upper, "removeRule", tr("&Remove"), tr("What it did stays"), {}, &RulesPage::removeRule);
    m_up = addButton(upper, "ruleUp", tr("Move &up"), tr("Ask it earlier: the first that decides counts"),
                     QKeySequence(Qt::ALT | Qt::Key_Up), &RulesPage::moveUp);
    m_down = addButton(upper, "ruleDown", tr("Move &down"), tr("Ask it later"),
                       QKeySequence(Qt::ALT | Qt::Key_Down), &RulesPage::moveDown);
    for (QToolButton* button : {m_copy, m_remove, m_up, m_down})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* remove = new QShortcut(QKeySequence(Qt::Key_Delete), m_table);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &RulesPage::removeRule);
    auto* column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    column->addWidget(m_editor);
    return upper;
}

QToolButton* RulesPage::addButton(QWidget* parent, const char* name, const QString& text, const QString& tip,
                                  const QKeySequence& key, void (RulesPage::*act)())
{
    auto* button = new QToolButton(parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setText(text);
    button->setToolTip(key.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, key.toString(QKeySequence::NativeText)));
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, act);
    if (!key.isEmpty()) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    }
    return button;
}

void RulesPage::showEvent(QShowEvent* event)
{
    m_editor->setKnownTags(m_desk.store().tags());
    QWidget::showEvent(event);
}

void RulesPage::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

void RulesPage::addRule()
{
    finishEdit();
    const int row = m_drafts.rowOf(m_shown) + 1;
    m_drafts.insert(row, Rule());
    show(row);
    m_editor->focusQuery();
}

void RulesPage::copyRule()
{
    finishEdit();
    const int row = m_drafts.rowOf(m_shown);
    if (row < 0)
        return;
    Rule copy = m_drafts.entries()[row].rule;
    if (!copy.name.isEmpty())
        copy.name = tr("%1 (copy)").arg(copy.name);
    m_drafts.insert(row + 1, copy);
    store(tr("Copy rule"));
    show(row + 1);
}

void RulesPage::removeRule()
{
    finishEdit();
    const int row = m_drafts.rowOf(m_shown);
    if (row < 0)
        return;
    m_drafts.remove(row);
    store(tr("Remove rule"));
    show(qMin(row, int(m_drafts.entries().size()) - 1));
}

void RulesPage::move(int by)
{
    finishEdit();
    const int row = m_drafts.rowOf(m_shown);
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_drafts.entries().size())
        return;
    m_drafts.move(row, by);
    store(tr("Move rule"));
    show(to);
}

void RulesPage::switchRule(int row, bool on)
{
    finishEdit();
    Rule rule = m_drafts.entries()[row].rule;
    rule.enabled = on;
    m_drafts.set(row, rule);
    store(on ? tr("Switch rule on") : tr("Switch rule off"));
    show(row);
}

void RulesPage::onRowChosen(int row)
{
    if (m_showing || row < 0 || row >= m_drafts.entries().size())
        return;
    const int key = m_drafts.entries()[row].key; // finishing what was typed may move rows
    finishEdit();
    show(m_drafts.rowOf(key));
}

bool RulesPage::takeTyped()
{
    const int row = m_drafts.rowOf(m_shown);
    if (row < 0)
        return false;
    Rule typed = m_editor->rule();
    typed.id = m_drafts.entries()[row].rule.id;
    typed.enabled = m_drafts.entries()[row].rule.enabled;
    if (typed == m_drafts.entries()[row].rule)
        return false;
    m_drafts.set(row, typed);
    return true;
}

void RulesPage::finishEdit()
{
    if (takeTyped())
        forgetTrial();
    store(tr("Edit rule"));
    refresh(); // without moving in the list, which may be about to
}

void RulesPage::forgetTrial()
{
    ++m_request;
    m_trial->clear();
}

// The numbers that the desk gives to new rules are kept, so that redo makes the same ones.
void RulesPage::store(const QString& text)
{
    RuleStore& rules = m_desk.store().feeds().rules();
    const QList<Rule> wanted = m_drafts.wanted();
    if (wanted == rules.all())
        return;
    forgetTrial();
    struct Lists {
        QList<Rule> before;
        QList<Rule> after;
    };
    const auto lists = std::make_shared<Lists>();
    lists->after = wanted;
    m_storing = true;
    const bool stored = m_desk.step(
        text,
        [&rules, lists]() -> Result<void> {
            auto before = rules.replace(lists->after);
            if (!before)
                return tl::unexpected(before.error());
            lists->before = std::move(*before);
            lists->after = rules.all();
            return {};
        },
        [&rules, lists] { return rules.replace(lists->before).map([](const QList<Rule>&) {}); });
    m_storing = false;
    if (stored)
        m_drafts.settle(lists->after);
}

/// Undo, redo and other programs change the desk's list too.
void RulesPage::reload()
{
    if (m_storing)
        return;
    const QList<Rule> before = m_drafts.wanted();
    takeTyped();
    const int row = m_drafts.rowOf(m_shown);
    m_drafts.take(m_desk.store().feeds().rules().all());
    if (m_drafts.wanted() != before)
        forgetTrial();
    const int now = m_drafts.rowOf(m_shown);
    show(now >= 0 ? now : qMin(qMax(row, 0), int(m_drafts.entries().size()) - 1));
}

void RulesPage::show(int row)
{
    const bool is = row >= 0 && row < m_drafts.entries().size();
    const int key = is ? m_drafts.entries()[row].key : 0;
    if (std::exchange(m_shown, key) != key && m_trial->isOfOneRule())
        forgetTrial();
    m_showing = true;
    m_model->show(m_drafts.entries());
    if (is && m_table->currentIndex().row() != row)
        m_table->setCurrentIndex(m_model->index(row, RulesModel::NameColumn));
    m_showing = false;
    refresh();
}

void RulesPage::refresh()
{
    m_model->show(m_drafts.entries());
    const int row = m_drafts.rowOf(m_shown);
    if (row < 0)
        m_editor->showNothing();
    else if (const Rule& rule = m_drafts.entries()[row].rule;
             !m_editor->isEnabled() || m_editor->rule() != rule) // what says the same keeps its commas
        m_editor->showRule(rule, m_desk.store().categories());
    judge();
}

void RulesPage::judge()
{
    const int row = m_drafts.rowOf(m_shown);
    const int last = int(m_drafts.entries().size()) - 1;
    m_copy->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row < last);
    m_trial->setReady(!tried().isEmpty());
}

/// Those that are on and can be read, or the chosen one.
QList<Rule> RulesPage::tried() const
{
    QList<Rule> rules;
    for (const RuleDrafts::Entry& entry : m_drafts.entries()) {
        const bool isMeant = m_trial->isOfOneRule() ? entry.key == m_shown : entry.rule.enabled;
        if (isMeant && entry.fault.isEmpty())
            rules.append(entry.rule);
    }
    return rules;
}

void RulesPage::showEffects(int request, const Result<QList<RuleEffect>>& effects)
{
    if (request != m_request)
        return;
    if (effects)
        m_trial->showEffects(*effects);
    else
        m_trial->showTold(effects.error().message);
}

void RulesPage::showApplied(const Result<int>& stories)
{
    m_trial->setApplying(false);
    if (!stories)
        m_trial->showTold(stories.error().message);
    else if (*stories == 0)
        m_trial->showTold(tr("No stored story would change."));
    else
        m_trial->showTold(tr("%n stories were changed; Ctrl+Z takes it back.", nullptr, *stories));
}

} // namespace Scoredesk
