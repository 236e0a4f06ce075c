// SPDX-License-Identifier: GPL-3.0-or-later
// The acts of Desk on which articles make a story.
#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/desk/regroupcommand.h"
#include "ui/desk/regroupplans.h"

namespace Scoredesk {

QList<StoryId> Desk::rivalCardsOf(const QList<StoryId>& ids)
{
    const auto dossiers = m_store.dossiers(ids);
    return dossiers ? rivalCards(*dossiers) : QList<StoryId>();
}

void Desk::merge(const QList<StoryId>& ids, StoryId leadingCard)
{
    if (ids.size() < 2)
        return;
    const auto dossiers = m_store.dossiers(ids);
    if (!dossiers) {
        Q_EMIT failed(dossiers.error());
        return;
    }
    auto plan = planMerge(m_store, *dossiers, leadingCard);
    if (!plan) {
        Q_EMIT failed(plan.error());
        return;
    }
    if (!run(std::make_unique<RegroupCommand>(*this, tr("Merge"), std::move(*plan))))
        return;
    setCurrent(dossiers->first().story.id);
    Q_EMIT done(tr("%n stories merged", nullptr, int(dossiers->size())));
}

void Desk::split(const QList<ArticleId>& articles)
{
    if (!hasCurrent())
        return;
    auto plan = planSplit(m_dossier, articles);
    if (!plan) {
        Q_EMIT failed(plan.error());
        return;
    }
    auto step = std::make_unique<RegroupCommand>(*this, tr("Split"), std::move(*plan));
    const RegroupCommand* split = step.get();
    if (!run(std::move(step)))
        return;
    setCurrent(split->opened());
    Q_EMIT done(tr("%n articles made a story of their own", nullptr, int(articles.size())));
}

void Desk::moveArticles(const QList<ArticleId>& articles, StoryId into)
{
    if (articles.isEmpty() || into == noStory || into == m_current)
        return;
    const auto target = m_store.story(into);
    if (!target) {
        Q_EMIT failed(target.error());
        return;
    }
    if (run(std::make_unique<RegroupCommand>(*this, tr("Move articles"), planMove(articles, into))))
        Q_EMIT done(tr("%n articles moved to “%1”", nullptr, int(articles.size())).arg(target->headline));
}

void Desk::keepApart(const QList<StoryId>& ids)
{
    if (ids.size() < 2)
        return;
    if (run(std::make_unique<RegroupCommand>(*this, tr("Keep apart"), planApart(ids))))
        Q_EMIT done(tr("%n stories kept apart", nullptr, int(ids.size())));
}

void Desk::pinLead(const QUuid& article)
{
    if (!hasCurrent())
        return;
    if (run(std::make_unique<RegroupCommand>(*this, tr("Lead article"), planLead(m_dossier, article))))
        Q_EMIT done(article.isNull() ? tr("The desk chooses the lead article again")
                                     : tr("Lead article chosen"));
}

} // namespace Scoredesk
