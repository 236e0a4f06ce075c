// SPDX-License-Identifier: GPL-3.0-or-later
// The acts of Desk on which articles make a story.
#include "storage/store.h"
#include "ui/desk/desk.h"
#include "ui/desk/regroupcommand.h"
#include "ui/desk/regroupplans.h"

#include <algorithm>

namespace Scoredesk {

QList<StoryId> Desk::rivalCardsOf(const QList<StoryId>& ids)
{
    if (!checkCount(ids.size()))
        return {}; // merge() tells it
    const auto dossiers = m_store.dossiers(ids);
    return dossiers ? rivalCards(*dossiers) : QList<StoryId>();
}

void Desk::merge(const QList<StoryId>& ids, StoryId leadingCard)
{
    if (ids.size() < 2)
        return;
    if (const auto small = checkCount(ids.size()); !small) {
        Q_EMIT failed(small.error());
        return;
    }
    auto dossiers = m_store.dossiers(ids);
    if (!dossiers) {
        Q_EMIT failed(dossiers.error());
        return;
    }
    orderForMerge(*dossiers);
    mergeInto(*dossiers, leadingCard);
}

void Desk::mergeInto(const QList<Dossier>& stories, StoryId leadingCard)
{
    auto plan = planMerge(m_store, stories, leadingCard);
    if (!plan) {
        Q_EMIT failed(plan.error());
        return;
    }
    if (!run(std::make_unique<RegroupCommand>(*this, tr("Merge"), std::move(*plan))))
        return;
    setCurrent(stories.first().story.id);
    Q_EMIT done(tr("%n stories merged into “%1”", nullptr, int(stories.size()))
                    .arg(stories.first().story.headline.simplified()));
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
    // A story that gives all it has is merged: nothing empty is left behind.
    const auto all = [&] {
        return std::all_of(m_dossier.articles.begin(), m_dossier.articles.end(),
                           [&articles](const Article& article) { return articles.contains(article.id); });
    };
    if (!m_dossier.articles.isEmpty() && all()) {
        const auto whole = m_store.dossier(into);
        if (!whole)
            Q_EMIT failed(whole.error());
        else
            mergeInto({*whole, m_dossier}, into);
        return;
    }
    if (run(std::make_unique<RegroupCommand>(*this, tr("Move articles"),
                                             planMove(articles, into, m_current))))
        Q_EMIT done(tr("%n articles moved to “%1”", nullptr, int(articles.size())).arg(target->headline));
}

void Desk::keepApart(const QList<StoryId>& ids)
{
    if (ids.size() < 2)
        return;
    if (const auto small = checkCount(ids.size()); !small) {
        Q_EMIT failed(small.error());
        return;
    }
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
