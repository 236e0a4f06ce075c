// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/feedacts.h"

#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "ui/desk/desk.h"

#include <QHash>

#include <memory>

namespace Scoredesk {

static QString stepName(FeedField field, const DeskFeed& like)
{
    switch (field) {
    case FeedField::Name:
        return FeedActs::tr("Rename feed");
    case FeedField::Folder:
        return FeedActs::tr("Move feeds");
    case FeedField::Outlet:
        return FeedActs::tr("Outlet of feeds");
    case FeedField::Category:
        return FeedActs::tr("Category of feeds");
    case FeedField::KeepDays:
        return FeedActs::tr("How long stories of feeds stay");
    case FeedField::Pause:
        break;
    }
    return like.paused ? FeedActs::tr("Pause feeds") : FeedActs::tr("Resume feeds");
}

/// The desk's feeds of that list as they are now: a fetch may have moved one meanwhile.
static QList<DeskFeed> current(const FeedStore& feeds, const QList<FeedId>& ids)
{
    QList<DeskFeed> found;
    for (const DeskFeed& feed : feeds.all())
        if (ids.contains(feed.id))
            found.append(feed);
    return found;
}

FeedActs::FeedActs(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {}

void FeedActs::change(const QList<FeedId>& ids, FeedField field, const DeskFeed& like)
{
    Store& store = m_desk.store();
    QList<FeedId> others;
    for (const DeskFeed& feed : current(store.feeds(), ids))
        if (!isSameIn(field, feed, like))
            others.append(feed.id);
    if (others.isEmpty())
        return;
    const auto before = std::make_shared<QList<DeskFeed>>();
    const auto carryOut = [&store, others, field, like, before] {
        return store.transact([&]() -> Result<void> {
            QList<DeskFeed> feeds = current(store.feeds(), others);
            for (DeskFeed& feed : feeds)
                copyField(field, like, feed);
            auto was = store.feeds().change(feeds);
            if (!was)
                return tl::unexpected(was.error());
            *before = std::move(*was);
            return {};
        });
    };
    const auto takeBack = [&store, others, field, before] {
        return store.transact([&]() -> Result<void> {
            QHash<FeedId, DeskFeed> was;
            for (const DeskFeed& feed : std::as_const(*before))
                was.insert(feed.id, feed);
            QList<DeskFeed> feeds = current(store.feeds(), others);
            for (DeskFeed& feed : feeds)
                copyField(field, was.value(feed.id, feed), feed);
            return store.feeds().change(feeds).map([](const QList<DeskFeed>&) {});
        });
    };
    if (!m_desk.step(stepName(field, like), carryOut, takeBack))
        return;
    const int count = int(others.size());
    if (field == FeedField::Pause)
        Q_EMIT done(like.paused ? tr("%n feeds paused", nullptr, count)
                                : tr("%n feeds are read again", nullptr, count));
    else if (count > 1)
        Q_EMIT done(tr("%n feeds changed", nullptr, count));
}

void FeedActs::pause(const QList<FeedId>& ids, bool paused)
{
    DeskFeed like;
    like.paused = paused;
    change(ids, FeedField::Pause, like);
}

void FeedActs::remove(const QList<FeedId>& ids)
{
    if (ids.isEmpty())
        return;
    FeedStore& feeds = m_desk.store().feeds();
    const auto removed = std::make_shared<RemovedFeeds>();
    const auto carryOut = [&feeds, ids, removed]() -> Result<void> {
        auto gone = feeds.remove(ids);
        if (!gone)
            return tl::unexpected(gone.error());
        *removed = std::move(*gone);
        return {};
    };
    if (m_desk.step(tr("Remove feeds"), carryOut, [&feeds, removed] { return feeds.restore(*removed); }))
        Q_EMIT done(
            tr("%n feeds removed; their articles and stories stay", nullptr, int(removed->feeds.size())));
}

} // namespace Scoredesk
