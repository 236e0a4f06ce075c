// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/storycommands.h"

#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "ui/desk/desk.h"

#include <QHash>

namespace Scoredesk {

AddStoriesCommand::AddStoriesCommand(Desk& desk, const QString& text, QList<Dossier> dossiers)
    : DeskCommand(desk, text), m_dossiers(std::move(dossiers))
{
}

Result<void> AddStoriesCommand::carryOut()
{
    const auto ids = desk().store().addStories(m_dossiers, {desk().analyst(), 0});
    if (!ids)
        return tl::unexpected(ids.error());
    m_ids = *ids;
    return {};
}

Result<void> AddStoriesCommand::takeBack()
{
    // What comes back on redo is the story as it left, under the same id, so that later steps still fit.
    auto removed = desk().store().removeStories(m_ids);
    if (!removed)
        return tl::unexpected(removed.error());
    m_dossiers = std::move(*removed);
    return {};
}

RemoveStoriesCommand::RemoveStoriesCommand(Desk& desk, const QString& text, QList<StoryId> ids)
    : DeskCommand(desk, text), m_ids(std::move(ids))
{
}

Result<void> RemoveStoriesCommand::carryOut()
{
    auto removed = desk().store().removeStories(m_ids);
    if (!removed)
        return tl::unexpected(removed.error());
    m_removed = std::move(*removed);
    return {};
}

Result<void> RemoveStoriesCommand::takeBack()
{
    const auto ids = desk().store().addStories(m_removed, {desk().analyst(), 0});
    if (!ids)
        return tl::unexpected(ids.error());
    return {};
}

ImportCommand::ImportCommand(Desk& desk, const QString& text, ImportPlan plan)
    : DeskCommand(desk, text), m_plan(std::move(plan))
{
    // What has no UUID yet gets one now, by which a redo knows it again.
    for (ImportItem& item : m_plan.items)
        for (Article& article : item.dossier.articles)
            if (article.uuid.isNull())
                article.uuid = QUuid::createUuid();
}

Result<void> ImportCommand::carryOut()
{
    const auto receipt = desk().store().applyImport(m_plan, {desk().analyst(), 0});
    if (!receipt)
        return tl::unexpected(receipt.error());
    m_receipt = *receipt;
    // Feeds that an undo takes away come back under their numbers, on which later steps may stand.
    for (const FeedId id : std::as_const(m_receipt.parts.feeds))
        if (const auto added = desk().store().feeds().byId(id))
            for (SharedFeed& feed : m_plan.parts.feeds)
                if (feed.url == added->url)
                    feed.id = id;
    // By which takeBack() tells whose remains it gets.
    qsizetype next = 0;
    for (ImportItem& item : m_plan.items)
        if (item.wanted && item.act == ImportItem::Act::Add && next < m_receipt.added.size())
            item.dossier.story.id = m_receipt.added[next++];
    return {};
}

Result<void> ImportCommand::takeBack()
{
    const auto remains = desk().store().revertImport(m_receipt, {desk().analyst(), 0});
    if (!remains)
        return tl::unexpected(remains.error());
    // What comes back on redo is what left, under the same ids, so that later steps still fit.
    QHash<StoryId, Dossier> stories;
    for (const Dossier& dossier : remains->stories)
        stories.insert(dossier.story.id, dossier);
    QHash<QUuid, Article> articles;
    for (const Article& article : remains->articles)
        articles.insert(article.uuid, article);
    for (ImportItem& item : m_plan.items) {
        if (!item.wanted)
            continue;
        if (item.act == ImportItem::Act::Add)
            item.dossier = stories.value(item.dossier.story.id, item.dossier);
        else if (item.act == ImportItem::Act::Merge)
            for (Article& article : item.dossier.articles)
                article = articles.value(article.uuid, article);
    }
    return {};
}

} // namespace Scoredesk
