// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/deskcontents.h"

#include "storage/feeds/feedstore.h"
#include "storage/feeds/rulestore.h"
#include "storage/grouping/groupingstore.h"
#include "storage/method/methodfile.h"
#include "storage/store.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace Scoredesk {

static Result<QList<Dossier>> allDossiers(const Store& store)
{
    constexpr int pageSize = 500;
    QueueView view;
    view.kind = QueueView::Kind::All;
    QList<Dossier> dossiers;
    QueuePage page;
    page.more = true;
    while (page.more) {
        auto read = store.queuePage(view, page.next, pageSize);
        if (!read)
            return tl::unexpected(read.error());
        page = std::move(*read);
        auto stories = store.wholeDossiers(page.ids);
        if (!stories)
            return tl::unexpected(stories.error());
        dossiers += *stories;
    }
    std::sort(dossiers.begin(), dossiers.end(), [](const Dossier& a, const Dossier& b) {
        return std::tie(a.story.addedAt, a.story.uuid) < std::tie(b.story.addedAt, b.story.uuid);
    });
    return dossiers;
}

// The analyst's part of the feeds, with the articles that came by each.
static QList<SharedFeed> sharedFeeds(const Store& store, const QList<Dossier>& dossiers)
{
    QHash<FeedId, QList<QUuid>> articles;
    for (const Dossier& dossier : dossiers)
        for (const Article& article : dossier.articles)
            if (article.feed != FeedId{})
                articles[article.feed].append(article.uuid);
    QHash<OutletId, QString> outlets;
    for (const Outlet& outlet : store.outlets())
        outlets.insert(outlet.id, outlet.name);
    QList<SharedFeed> shared;
    for (const DeskFeed& feed : store.feeds().all())
        shared.append({{},
                       feed.uuid,
                       feed.url,
                       feed.title,
                       feed.ownTitle,
                       feed.site,
                       feed.folder,
                       outlets.value(feed.outlet),
                       feed.category,
                       feed.paused,
                       feed.pauseReason,
                       feed.keepDays,
                       feed.addedAt,
                       articles.value(feed.id)});
    std::sort(shared.begin(), shared.end(), [](const SharedFeed& a, const SharedFeed& b) {
        return std::tie(a.addedAt, a.uuid) < std::tie(b.addedAt, b.uuid);
    });
    return shared;
}

Result<DeskContents> contentsOf(const Store& store)
{
    auto dossiers = allDossiers(store);
    if (!dossiers)
        return tl::unexpected(dossiers.error());
    auto grouping = store.grouping().shared();
    if (!grouping)
        return tl::unexpected(grouping.error());
    DeskContents contents;
    contents.desk = store.deskId();
    contents.settings = store.settings();
    for (const Method& method : store.methods())
        if (!builtInMethod(method.key))
            contents.methods.append(method);
    contents.outlets = store.outlets();
    contents.categories = store.categories();
    contents.parts = {sharedFeeds(store, *dossiers), store.feeds().rules().all(), std::move(*grouping)};
    for (Rule& rule : contents.parts.rules)
        rule.id = {};
    contents.dossiers = std::move(*dossiers);
    return contents;
}

} // namespace Scoredesk
