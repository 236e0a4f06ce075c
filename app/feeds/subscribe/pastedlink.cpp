// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/subscribe/pastedlink.h"

#include "storage/domain/keys.h"
#include "storage/domain/lede.h"
#include "storage/feeds/intakestore.h"
#include "storage/store.h"

#include <algorithm>

namespace Scoredesk {

static Result<StoryId> storyWith(Store& store, const QString& link)
{
    const QString key = linkKey(link);
    const auto stories = store.intake().storiesWithLinks(FeedId{}, {key});
    if (!stories)
        return tl::unexpected(stories.error());
    return stories->value(key, noStory);
}

static Result<LinkedStory> take(Store& store, const Article& article)
{
    const auto there = storyWith(store, article.link);
    if (!there)
        return tl::unexpected(there.error());
    if (*there != noStory)
        return LinkedStory{*there, false};
    Arrival arrival;
    arrival.article = article;
    arrival.article.byHand = true; // it stays, however long nobody works on it
    const auto stored = store.intake().addArticles(FeedId{}, {arrival});
    if (!stored)
        return tl::unexpected(stored.error());
    return LinkedStory{stored->all.first().story, stored->all.first().opened};
}

Result<LinkedStory> takeLink(Store& store, const QUrl& link, const QDateTime& now)
{
    Article article;
    article.link = link.toString(QUrl::FullyEncoded);
    article.guid = article.link;
    article.fetchedAt = now;
    article.publishedAt = now;
    article.publishedIsGuess = true;
    return take(store, article);
}

Result<LinkedStory> takeArticle(Store& store, const Article& article)
{
    return take(store, article);
}

/// Whether a page calls itself by the name of an outlet that is elsewhere.
static bool isAnothers(const Store& store, const Outlet& named)
{
    for (const Outlet& known : store.outlets())
        if (known.name.compare(named.name.simplified(), Qt::CaseInsensitive) == 0 && !known.domains.isEmpty())
            return std::none_of(
                named.domains.cbegin(), named.domains.cend(), [&known](const QString& domain) {
                    return std::any_of(known.domains.cbegin(), known.domains.cend(),
                                       [&domain](const QString& own) {
                                           return domain == own || domain.endsWith(u'.' + own);
                                       });
                });
    return false;
}

Result<void> completeLink(Store& store, const QUrl& link, const Article& article, const EditContext& context)
{
    const QString pasted = link.toString(QUrl::FullyEncoded);
    return store.transact([&]() -> Result<void> {
        const auto id = storyWith(store, pasted);
        if (!id)
            return tl::unexpected(id.error());
        if (*id == noStory)
            return {};
        const auto before = store.dossier(*id);
        if (!before)
            return tl::unexpected(before.error());
        Arrival arrival;
        arrival.article = article;
        arrival.article.link = pasted; // by which it is found; the story gets the canonical one
        arrival.article.guid = pasted;
        arrival.story = *id;
        if (const auto stored = store.intake().addArticles(FeedId{}, {arrival}); !stored)
            return tl::unexpected(stored.error());
        const Story& story = before->story;
        QList<StoryEdit> edits;
        if (story.link == pasted && article.link != pasted)
            edits.append({*id, StoryField::Link, {}, article.link, {}});
        // Words that are still the bare link's are the page's now, also where somebody has begun to work on
        // it.
        if (const auto now = store.story(*id);
            now && before->articles.size() == 1 && now->headline == story.headline &&
            story.headline == headlineFrom(before->articles.first()) && !article.title.isEmpty()) {
            edits.append({*id, StoryField::Headline, {}, headlineFrom(article), {}});
            if (const QString lede = ledeOf(article.text); story.summary.isEmpty() && !lede.isEmpty())
                edits.append({*id, StoryField::Summary, {}, lede, {}});
        }
        const bool isGuess = before->articles.size() == 1 && before->articles.first().publishedIsGuess &&
                             before->articles.first().publishedAt == story.publishedAt;
        if (isGuess && !article.publishedIsGuess)
            edits.append(
                {*id, StoryField::Published, {}, article.publishedAt.toString(Qt::ISODateWithMs), {}});
        if (!article.outlet.name.isEmpty() && story.source == linkHost(pasted) &&
            !isAnothers(store, article.outlet))
            edits.append({*id, StoryField::Source, {}, article.outlet.name, {}});
        if (const auto edited = store.applyEdits(edits, context); !edited)
            return tl::unexpected(edited.error());
        return {};
    });
}

} // namespace Scoredesk
