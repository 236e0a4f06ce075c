// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/coverageacts.h"

#include "storage/method/impact.h"
#include "storage/store.h"
#include "ui/coverage/storypicker.h"
#include "ui/desk/desk.h"
#include "ui/stories/queuepanel.h"
#include "ui/story/storypanel.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QInputDialog>

namespace Scoredesk {

using namespace Qt::StringLiterals;

CoverageActs::CoverageActs(Desk& desk, QueuePanel& queue, StoryPanel& story, const WindowActions& actions,
                           QWidget* window)
    : QObject(window), m_desk(desk), m_queue(queue), m_story(story), m_window(window)
{
    connect(actions.merge, &QAction::triggered, this, &CoverageActs::mergeSelected);
    connect(actions.split, &QAction::triggered, this, &CoverageActs::split);
    connect(actions.moveArticles, &QAction::triggered, this, &CoverageActs::move);
    connect(actions.keepApart, &QAction::triggered, this, &CoverageActs::keepApart);
    connect(actions.lead, &QAction::triggered, this, &CoverageActs::lead);
    connect(actions.acceptMerge, &QAction::triggered, this, &CoverageActs::acceptSuggestion);
    connect(actions.dismissMerge, &QAction::triggered, this, &CoverageActs::dismissSuggestion);
    connect(actions.articles, &QAction::triggered, &m_story, &StoryPanel::focusArticles);
    connect(&m_story, &StoryPanel::mergeRequested, this, &CoverageActs::acceptSuggestion);
    connect(&m_story, &StoryPanel::apartRequested, this, &CoverageActs::dismissSuggestion);
}

void CoverageActs::mergeSelected()
{
    const QList<StoryId> ids = m_queue.selected();
    if (ids.size() < 2)
        Q_EMIT told(
            tr("Select two or more stories to merge: Shift or Ctrl with a click, or Shift with ↑ and ↓."));
    else
        merge(ids);
}

void CoverageActs::merge(const QList<StoryId>& ids)
{
    const QList<StoryId> rivals = m_desk.rivalCardsOf(ids);
    if (rivals.size() < 2)
        m_desk.merge(ids);
    else
        askWhoseCardLeads(ids, rivals);
}

void CoverageActs::askWhoseCardLeads(const QList<StoryId>& ids, const QList<StoryId>& rivals)
{
    const auto rows = m_desk.store().queueRows(rivals);
    QStringList items;
    for (const StoryId rival : rivals) {
        QString item = QString::number(number(rival));
        if (rows)
            for (const QueueRow& row : *rows)
                if (row.id == rival)
                    item = tr("%1 · %2").arg(row.impactLow ? shownImpact(*row.impactLow) : u"—"_s,
                                             row.headline.simplified());
        while (items.contains(item)) // two of one headline and impact are two choices
            item += u' ';
        items.append(item);
    }
    auto* dialog = new QInputDialog(m_window);
    dialog->setObjectName(u"leadingCard"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Merge"));
    dialog->setLabelText(tr("Several of these stories are scored. Whose scorecard leads?\n"
                            "The others stay in the histories."));
    dialog->setComboBoxItems(items);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, ids, rivals, items](const QString& chosen) {
                m_desk.merge(ids, rivals.value(items.indexOf(chosen), noStory));
            });
    dialog->open();
}

QList<ArticleId> CoverageActs::chosenArticles(const QString& hint)
{
    if (!m_desk.hasCurrent())
        return {};
    if (m_story.showsArticles())
        return m_story.selectedArticles();
    m_story.focusArticles();
    Q_EMIT told(hint);
    return {};
}

void CoverageActs::split()
{
    const QList<ArticleId> articles =
        chosenArticles(tr("Choose the articles that are another story, then take them out."));
    if (!articles.isEmpty())
        m_desk.split(articles);
}

void CoverageActs::move()
{
    const QList<ArticleId> articles =
        chosenArticles(tr("Choose the articles that belong elsewhere, then move them."));
    if (articles.isEmpty())
        return;
    auto* picker =
        new StoryPicker(m_desk.store(), m_desk.current(),
                        tr("Move %n articles to which story?", nullptr, int(articles.size())), m_window);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &StoryPicker::picked, this,
            [this, articles](StoryId into) { m_desk.moveArticles(articles, into); });
    picker->open();
}

void CoverageActs::keepApart()
{
    const QList<StoryId> ids = m_queue.selected();
    if (ids.size() < 2)
        Q_EMIT told(
            tr("Select the stories that are never to become one. Articles that do not belong are taken out "
               "of their story instead."));
    else
        m_desk.keepApart(ids);
}

void CoverageActs::lead()
{
    const QList<ArticleId> articles = chosenArticles(tr("Choose the article that is to lead the story."));
    if (articles.isEmpty())
        return;
    const Dossier& dossier = m_desk.dossier();
    for (const Article& article : dossier.articles)
        if (article.id == articles.first())
            return m_desk.pinLead(dossier.story.leadArticle == article.uuid ? QUuid() : article.uuid);
}

void CoverageActs::acceptSuggestion()
{
    if (m_story.suggested() == noStory)
        Q_EMIT told(tr("No merge is suggested for this story."));
    else
        merge({m_desk.current(), m_story.suggested()});
}

void CoverageActs::dismissSuggestion()
{
    if (m_story.suggested() == noStory)
        Q_EMIT told(tr("No merge is suggested for this story."));
    else
        m_desk.keepApart({m_desk.current(), m_story.suggested()});
}

} // namespace Scoredesk
