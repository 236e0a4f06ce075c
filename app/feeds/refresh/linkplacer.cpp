// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/refresh/linkplacer.h"

#include "storage/domain/keys.h"
#include "storage/feeds/intakestore.h"
#include "storage/store.h"

#include <QHash>

namespace Scoredesk {

Result<void> LinkPlacer::place(Store& store, FeedId feed, QList<Arrival>& arrivals)
{
    QHash<QString, int> uses;
    QStringList keys;
    for (const Arrival& arrival : std::as_const(arrivals)) {
        const QString key = arrival.keys ? arrival.keys->link : linkKey(arrival.article.link);
        keys.append(key);
        ++uses[key];
    }
    QStringList asked;
    for (const QString& key : std::as_const(keys))
        // A page that several items name, or a site's first page, is no article's own.
        if (uses.value(key) == 1 && key.contains(u'/'))
            asked.append(key);
    const auto stories = store.intake().storiesWithLinks(feed, asked);
    if (!stories)
        return tl::unexpected(stories.error());
    for (qsizetype i = 0; i < arrivals.size(); ++i)
        arrivals[i].story = stories->value(keys.at(i), noStory);
    return {};
}

} // namespace Scoredesk
