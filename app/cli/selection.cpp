// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/selection.h"

#include "storage/store.h"

#include <algorithm>
#include <limits>

namespace Scoredesk {

using namespace Qt::StringLiterals;

std::optional<QueueView::Kind> viewFromText(const QString& text)
{
    if (text == u"all")
        return QueueView::Kind::All;
    const std::optional<Stage> stage = stageFromText(text);
    if (!stage)
        return std::nullopt;
    switch (*stage) {
    case Stage::Incoming:
        return QueueView::Kind::Incoming;
    case Stage::Shortlisted:
        return QueueView::Kind::Shortlist;
    case Stage::Ready:
        return QueueView::Kind::Ready;
    case Stage::Spiked:
        return QueueView::Kind::Spiked;
    }
    return std::nullopt;
}

bool setOrder(QueueView& view, const QString& text, const QStringList& dimensions)
{
    using Order = QueueView::Order;
    static const QMap<QString, Order> orders = {{u"newest"_s, Order::Newest},
                                                {u"impact"_s, Order::Impact},
                                                {u"changed"_s, Order::LastChanged},
                                                {u"outlets"_s, Order::Coverage},
                                                {u"relevance"_s, Order::Relevance}};
    const bool isDimension = dimensions.contains(text);
    if (!isDimension && !orders.contains(text))
        return false;
    view.order = orders.value(text, Order::Dimension);
    view.dimension = isDimension ? text : QString();
    return true;
}

Result<QList<StoryId>> idsOf(const Store& store, const QueueView& view, int most)
{
    // What is gathered is gathered anew for each page.
    const int pageSize = view.isIndexed() ? 500 : std::numeric_limits<int>::max();
    QList<StoryId> ids;
    QueueCursor cursor;
    for (;;) {
        const int wanted = most > 0 ? std::min(pageSize, most - int(ids.size())) : pageSize;
        const Result<QueuePage> page = store.queuePage(view, cursor, wanted);
        if (!page)
            return tl::unexpected(page.error());
        ids += page->ids;
        cursor = page->next;
        if (!page->more || (most > 0 && ids.size() >= most))
            return ids;
    }
}

Result<QList<StoryId>> idsNamed(const Store& store, const QStringList& handles)
{
    QList<StoryId> ids;
    for (const QString& handle : handles) {
        const Result<StoryId> id = store.findStory(handle);
        if (!id)
            return tl::unexpected(id.error());
        if (!ids.contains(*id))
            ids.append(*id);
    }
    return ids;
}

} // namespace Scoredesk
