// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/deskcontents.h"

#include "storage/method/methodfile.h"
#include "storage/store.h"

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
        auto stories = store.dossiers(page.ids);
        if (!stories)
            return tl::unexpected(stories.error());
        dossiers += *stories;
    }
    std::sort(dossiers.begin(), dossiers.end(), [](const Dossier& a, const Dossier& b) {
        return std::tie(a.story.addedAt, a.story.uuid) < std::tie(b.story.addedAt, b.story.uuid);
    });
    return dossiers;
}

Result<DeskContents> contentsOf(const Store& store)
{
    auto dossiers = allDossiers(store);
    if (!dossiers)
        return tl::unexpected(dossiers.error());
    DeskContents contents;
    contents.desk = store.deskId();
    contents.settings = store.settings();
    for (const Method& method : store.methods())
        if (!builtInMethod(method.key))
            contents.methods.append(method);
    contents.outlets = store.outlets();
    contents.categories = store.categories();
    contents.dossiers = std::move(*dossiers);
    return contents;
}

} // namespace Scoredesk
