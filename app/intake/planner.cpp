// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/planner.h"

#include "storage/domain/keys.h"
#include "storage/exchange/filling.h"
#include "storage/store.h"
#include "ui/words/fieldtext.h"

#include <QCoreApplication>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::Planner)
};

QString fieldWords(StoryField field)
{
    return fieldText(field == StoryField::StatedImpact ? StoryField::Score : field).toLower();
}

QString fillingWords(const Filling& filling)
{
    QStringList parts;
    QStringList fields;
    int quotations = 0;
    for (const StoryEdit& edit : filling.edits) {
        if (edit.field == StoryField::Quotation)
            ++quotations;
        else if (const QString words = fieldWords(edit.field); !fields.contains(words))
            fields.append(words);
    }
    if (!filling.cards.isEmpty() && !fields.contains(fieldWords(StoryField::Score)))
        fields.append(fieldWords(StoryField::Score));
    if (!fields.isEmpty())
        parts.append(Words::tr("fills %1").arg(fields.join(u", "_s)));
    if (!filling.articles.isEmpty())
        parts.append(Words::tr("adds %n articles", nullptr, int(filling.articles.size())));
    if (!filling.storySignals.isEmpty())
        parts.append(Words::tr("adds %n signals", nullptr, int(filling.storySignals.size())));
    if (quotations > 0)
        parts.append(Words::tr("adds %n quotations", nullptr, quotations));
    return parts.join(u"; "_s);
}

/// The value that the key came with first.
template<typename T>
const T& firstOf(QHash<QString, T>& values, const QString& key, const T& value)
{
    auto known = values.find(key);
    if (known == values.end())
        known = values.insert(key, value);
    return *known;
}

} // namespace

QList<ImportItem> Planner::plan(const QList<Candidate>& candidates)
{
    m_items.clear();
    m_items.reserve(candidates.size());
    countNames(candidates);
    for (const Candidate& candidate : candidates)
        m_items.append(itemFor(candidate));
    return m_items;
}

// A page that several stories name (a day's overview, a home page) says nothing about which story it is, nor
// does a headline that a desk has twice.
void Planner::countNames(const QList<Candidate>& candidates)
{
    QHash<QString, QUuid> linkOwner;
    QHash<QString, QUuid> headlineOwner;
    for (const auto& [dossier, ofDesk] : candidates) {
        const Story& story = dossier.story;
        const QString link = linkKey(story.link);
        const QString headline = headlineKey(story.headline);
        if (!link.isEmpty() && firstOf(m_linkHeadline, link, headline) != headline)
            m_sharedLinks.insert(link);
        if (!ofDesk || story.uuid.isNull())
            continue;
        m_ofDesk.insert(story.uuid);
        if (firstOf(linkOwner, link, story.uuid) != story.uuid)
            m_sharedLinks.insert(link);
        if (firstOf(headlineOwner, headline, story.uuid) != story.uuid)
            m_sharedHeadlines.insert(headline);
    }
}

bool Planner::identifies(const QString& link) const
{
    const QString key = linkKey(link);
    return key.contains(u'/') && !m_sharedLinks.contains(key);
}

std::optional<Planner::Match> Planner::matchOnDesk(const Story& story, bool ofDesk) const
{
    if (!story.uuid.isNull())
        if (const auto id = m_store.storyWithUuid(story.uuid))
            return Match{*id, Words::tr("the same story")};
    auto match = lookAlike(story, ofDesk);
    if (match && ofDesk)
        if (const auto theirs = m_store.story(match->story); theirs && m_ofDesk.contains(theirs->uuid))
            return std::nullopt; // which the export tells apart from this one
    return match;
}

std::optional<Planner::Match> Planner::lookAlike(const Story& story, bool ofDesk) const
{
    const QString headline = headlineKey(story.headline);
    if (!headline.isEmpty() && !(ofDesk && m_sharedHeadlines.contains(headline)))
        if (const auto id = m_store.storyWithHeadline(story.headline))
            return Match{*id, Words::tr("same headline")};
    if (!identifies(story.link))
        return std::nullopt;
    const auto id = m_store.storyWithLink(story.link);
    if (!id)
        return std::nullopt;
    // Two stories that another service names apart stay apart, whatever page they share.
    const auto theirs = m_store.story(*id);
    if (theirs && !story.slug.isEmpty() && !theirs->slug.isEmpty() && story.slug != theirs->slug)
        return std::nullopt;
    return Match{*id, Words::tr("same link")};
}

std::optional<std::pair<qsizetype, QString>> Planner::matchInImport(const Story& story, bool ofDesk) const
{
    if (const auto same = m_byUuid.constFind(story.uuid); !story.uuid.isNull() && same != m_byUuid.constEnd())
        return std::pair{*same, Words::tr("the same story")};
    if (ofDesk)
        return std::nullopt;
    if (const auto same = m_byHeadline.constFind(headlineKey(story.headline));
        same != m_byHeadline.constEnd())
        return std::pair{*same, Words::tr("same headline")};
    if (const auto same = m_byLink.constFind(linkKey(story.link));
        identifies(story.link) && same != m_byLink.constEnd())
        return std::pair{*same, Words::tr("same link")};
    return std::nullopt;
}

void Planner::remember(const Story& story, qsizetype index)
{
    if (!story.uuid.isNull())
        m_byUuid.insert(story.uuid, index);
    if (const QString key = headlineKey(story.headline); !key.isEmpty())
        m_byHeadline.insert(key, index);
    if (identifies(story.link))
        m_byLink.insert(linkKey(story.link), index);
}

ImportItem Planner::itemFor(const Candidate& candidate)
{
    const Dossier& dossier = candidate.dossier;
    const bool ofDesk = candidate.ofDesk && !dossier.story.uuid.isNull();
    ImportItem item;
    item.dossier = dossier;
    item.ofDesk = candidate.ofDesk;
    if (const auto match = matchOnDesk(dossier.story, ofDesk)) {
        item.mergeInto = match->story;
        weighMerge(item, match->how);
        return item;
    }
    if (const auto match = matchInImport(dossier.story, ofDesk)) {
        // The first of them takes over what this one has beyond it.
        ImportItem& first = m_items[match->first];
        const Filling filling = fillingOf(first.dossier, dossier);
        fill(first.dossier, filling);
        item.act = ImportItem::Act::Skip;
        item.wanted = false;
        item.matchedHeadline = first.dossier.story.headline;
        item.why = filling.isEmpty()
                       ? Words::tr("%1 as item %2 of this import").arg(match->second).arg(match->first + 1)
                       : Words::tr("%1 as item %2 of this import, which takes over what it adds")
                             .arg(match->second)
                             .arg(match->first + 1);
        return item;
    }
    remember(dossier.story, m_items.size());
    return item;
}

void Planner::weighMerge(ImportItem& item, const QString& how)
{
    auto ours = m_merged.find(item.mergeInto);
    if (ours == m_merged.end()) {
        auto stored = m_store.dossier(item.mergeInto);
        if (!stored) { // gone between two reads: it can only be added then
            item.mergeInto = noStory;
            return;
        }
        ours = m_merged.insert(item.mergeInto, *stored);
    }
    item.matchedHeadline = ours->story.headline;
    const Filling filling = fillingOf(*ours, item.dossier);
    const bool spiked = ours->story.state.stage == Stage::Spiked;
    if (filling.isEmpty()) {
        item.act = ImportItem::Act::Skip;
        item.wanted = false;
        item.why = spiked ? Words::tr("%1: spiked on this desk, and nothing new").arg(how)
                          : Words::tr("%1: already on this desk, and nothing new").arg(how);
        return;
    }
    fill(*ours, filling);
    item.act = ImportItem::Act::Merge;
    item.why = spiked ? Words::tr("%1, spiked on this desk: %2").arg(how, fillingWords(filling))
                      : u"%1: %2"_s.arg(how, fillingWords(filling));
}

} // namespace Scoredesk
