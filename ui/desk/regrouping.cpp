// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/regrouping.h"

#include "storage/grouping/groupingstore.h"
#include "storage/store.h"

namespace Scoredesk {

void Regrouping::open(const Dossier& dossier, StoryId source)
{
    m_opened = dossier;
    m_source = source;
}

QList<GroupingAct> Regrouping::actsOnOpened() const
{
    QList<GroupingAct> acts = m_acts;
    if (!m_opened)
        return acts;
    for (GroupingAct& act : acts) {
        if (act.story == noStory)
            act.story = m_openedId;
        else if (act.other == noStory)
            act.other = m_openedId; // an act that needs no other story does not look at it
    }
    return acts;
}

Result<void> Regrouping::carryOut(Store& store, const EditContext& context)
{
    return store.transact([&]() -> Result<void> {
        if (m_opened) {
            const auto ids = store.addStories({*m_opened}, context);
            if (!ids)
                return tl::unexpected(ids.error());
            m_openedId = ids->first();
        }
        auto actsBack = store.grouping().regroup(actsOnOpened(), context);
        if (!actsBack)
            return tl::unexpected(actsBack.error());
        auto editsBack = store.applyEdits(m_edits, context);
        if (!editsBack)
            return tl::unexpected(editsBack.error());
        m_actsBack = std::move(*actsBack);
        m_editsBack = std::move(*editsBack);
        return {};
    });
}

Result<void> Regrouping::takeBack(Store& store, const EditContext& context)
{
    return store.transact([&]() -> Result<void> {
        if (const auto edits = store.applyEdits(m_editsBack, context); !edits)
            return tl::unexpected(edits.error());
        if (const auto acts = store.grouping().regroup(m_actsBack, context); !acts)
            return tl::unexpected(acts.error());
        return m_opened ? closeOpened(store, context) : Result<void>();
    });
}

Result<void> Regrouping::closeOpened(Store& store, const EditContext& context)
{
    const auto dossier = store.dossier(m_openedId);
    if (!dossier)
        return tl::unexpected(dossier.error());
    QList<GroupingAct> left; // what intake has put there meanwhile
    for (const Article& article : dossier->articles)
        left.append({GroupingAct::Kind::Move, article.id, m_source, {}, false});
    if (const auto moved = store.grouping().regroup(left, context); !moved)
        return tl::unexpected(moved.error());
    // What comes back when it is done again is the story as it left, under the same id, so that later steps
    // still fit.
    const auto removed = store.removeStories({m_openedId});
    if (!removed)
        return tl::unexpected(removed.error());
    if (!removed->isEmpty())
        m_opened = removed->first();
    return {};
}

} // namespace Scoredesk
