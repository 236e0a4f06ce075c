// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/ruletrials.h"

#include "app/newsroom/aside.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/rulestore.h"
#include "ui/desk/desk.h"
#include "ui/rules/rulesdialog.h"
#include "ui/rules/rulespage.h"
#include "ui/window/mainwindow.h"

#include <QPointer>
#include <QSet>

#include <memory>
#include <utility>

namespace Scoredesk {

/// What the rules would do, by a reader of its own.
static auto effectsOf(const QString& deskPath, const QList<Rule>& rules)
{
    return runAside(deskPath, [rules](const Store& store) -> Result<QList<RuleEffect>> {
        auto plan = store.feeds().rules().plan(rules);
        if (!plan)
            return tl::unexpected(plan.error());
        return std::move(plan->effects);
    });
}

RuleTrials::RuleTrials(Desk& desk, MainWindow& window) : m_desk(desk), m_window(window)
{
    connect(&window, &MainWindow::rulesRequested, this, &RuleTrials::open);
}

void RuleTrials::open()
{
    if (!m_dialog) {
        m_dialog = new RulesDialog(m_desk, &m_window);
        serve(m_dialog->page());
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
    m_dialog->page().focusTable();
}

void RuleTrials::serve(RulesPage& page)
{
    connect(&page, &RulesPage::tryRequested, this,
            [this, &page](const QList<Rule>& rules, int request) { tryOut(page, rules, request); });
    connect(&page, &RulesPage::applyRequested, this,
            [this, &page](const QList<Rule>& rules) { apply(page, rules); });
}

void RuleTrials::tryOut(RulesPage& page, const QList<Rule>& rules, int request)
{
    effectsOf(m_desk.store().path(), rules)
        .then(this, [asker = QPointer(&page), request](const Result<QList<RuleEffect>>& effects) {
            if (asker)
                asker->showEffects(request, effects);
        });
}

// All stories are gone through beside the window, which then asks the rules of those alone that were found:
// their tags and states may have changed meanwhile.
void RuleTrials::apply(RulesPage& page, const QList<Rule>& rules)
{
    effectsOf(m_desk.store().path(), rules)
        .then(this, [this, asker = QPointer(&page), rules](const Result<QList<RuleEffect>>& effects) {
            const auto tell = [&asker](const Result<int>& stories) {
                if (asker)
                    asker->showApplied(stories);
            };
            if (!effects) {
                m_window.showError(effects.error());
                return tell(tl::unexpected(effects.error()));
            }
            if (effects->isEmpty())
                return tell(0);
            QList<StoryId> ids;
            for (const RuleEffect& effect : *effects)
                ids.append(effect.story);
            struct Done {
                QList<StoryEdit> inverse;
                Error error;
            };
            const auto done = std::make_shared<Done>();
            Store& store = m_desk.store();
            const auto carryOut = [&store, rules, ids, done, analyst = m_desk.analyst()]() -> Result<void> {
                auto inverse = store.feeds().rules().run(rules, {analyst, 0}, ids);
                if (!inverse) {
                    done->error = inverse.error();
                    return tl::unexpected(inverse.error());
                }
                done->inverse = std::move(*inverse);
                return {};
            };
            const auto takeBack = [&store, done, analyst = m_desk.analyst()]() -> Result<void> {
                return store.applyEdits(done->inverse, {analyst, 0}).map([](const QList<StoryEdit>&) {});
            };
            if (!m_desk.step(tr("Apply rules"), carryOut, takeBack))
                return tell(tl::unexpected(done->error));
            QSet<StoryId> stories;
            for (const StoryEdit& edit : std::as_const(done->inverse))
                stories.insert(edit.story);
            const int changed = int(stories.size());
            Q_EMIT m_desk.done(tr("%n stories were changed by rules", nullptr, changed));
            tell(changed);
        });
}

} // namespace Scoredesk
