// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"

#include "storage/feeds/feedaddress.h"
#include "storage/feeds/feedtable.h"
#include "storage/sql/statement.h"
#include "storage/storeread.h"
#include "storage/tables/outlettable.h"

#include <QUrl>

#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QDateTime weekBefore(const QDateTime& now)
{
    return now.addDays(-7);
}

static Error noFeed()
{
    return {u"That feed is not on this desk any more."_s, ErrorCode::NotFound};
}

QList<DeskFeed> FeedStore::all() const
{
    return readOr(d, [&] { return FeedTable(*d.connection).all(weekBefore(d.clock())); });
}

QMap<FeedId, QString> FeedStore::names() const
{
    return readOr(d, [&] {
        QMap<FeedId, QString> names;
        for (Statement row(*d.connection, u"SELECT id, title, own_title, url FROM feed"_s); row.next();) {
            DeskFeed feed;
            feed.title = row.text(1);
            feed.ownTitle = row.text(2);
            feed.url = row.text(3);
            names.insert(row.id<FeedId>(0), feed.name());
        }
        return names;
    });
}

std::optional<DeskFeed> FeedStore::byId(FeedId id) const
{
    return readOr(d, [&] { return FeedTable(*d.connection).byId(id, weekBefore(d.clock())); });
}

std::optional<DeskFeed> FeedStore::byUrl(const QString& url) const
{
    return readOr(d, [&]() -> std::optional<DeskFeed> {
        const FeedTable table(*d.connection);
        const auto id = table.withUrl(url);
        return id ? table.byId(*id, weekBefore(d.clock())) : std::nullopt;
    });
}

Result<FeedId> FeedStore::find(const QString& handle) const
{
    const QString text = handle.trimmed();
    const QUuid uuid = QUuid::fromString(text);
    bool isNumber = false;
    const qint64 row = text.toLongLong(&isNumber);
    const auto byAddress = readOr(d, [&] { return FeedTable(*d.connection).withUrl(text); });
    QList<FeedId> named;
    for (const DeskFeed& feed : all()) {
        if ((isNumber && number(feed.id) == row) || (!uuid.isNull() && feed.uuid == uuid) ||
            byAddress == feed.id)
            return feed.id;
        if (feed.name().compare(text, Qt::CaseInsensitive) == 0)
            named.append(feed.id);
    }
    if (named.isEmpty())
        return fail(u"There is no feed \"%1\" on this desk."_s.arg(text), ErrorCode::NotFound);
    if (named.size() > 1)
        return fail(u"\"%1\" is the name of several feeds; give the address or the number."_s.arg(text),
                    ErrorCode::InvalidInput);
    return named.first();
}

Result<FeedId> FeedStore::save(const DeskFeed& given)
{
    const auto url = feedAddress(given.url);
    if (!url)
        return tl::unexpected(url.error());
    WriteScope scope(m_store, d);
    FeedTable table(*d.connection);
    DeskFeed feed = given;
    feed.url = *url;
    if (const auto same = table.withUrl(feed.url); same && *same != feed.id)
        return fail(u"The desk reads %1 already."_s.arg(feed.url), ErrorCode::InvalidInput);
    if (feed.id == FeedId{}) {
        if (feed.uuid.isNull())
            feed.uuid = QUuid::createUuid();
        if (!feed.addedAt.isValid())
            feed.addedAt = scope.now();
        feed.id = table.insert(feed);
    } else {
        const auto before = table.byId(feed.id, scope.now());
        if (!before)
            return tl::unexpected(noFeed());
        table.update(feed);
        if (before->url != feed.url)
            table.forgetFetches(feed.id);
    }
    scope.notices().feedsMoved();
    return scope.commit().map([&] { return feed.id; });
}

Result<QList<FeedId>> FeedStore::add(const QList<DeskFeed>& feeds)
{
    WriteScope scope(m_store, d);
    QList<FeedId> added;
    for (DeskFeed feed : feeds) {
        const auto url = feedAddress(feed.url);
        if (!url)
            return tl::unexpected(url.error());
        if (FeedTable(*d.connection).withUrl(*url))
            continue;
        feed.id = FeedId{};
        const auto id = save(feed);
        if (!id)
            return tl::unexpected(id.error());
        added.append(*id);
    }
    return scope.commit().map([&] { return added; });
}

Result<SubscribeReceipt> FeedStore::subscribe(const QList<Subscription>& subscriptions)
{
    WriteScope scope(m_store, d);
    SubscribeReceipt receipt;
    OutletTrace outlets;
    for (const Subscription& wanted : subscriptions) {
        const auto url = feedAddress(wanted.url);
        if (!url)
            return tl::unexpected(url.error());
        if (FeedTable(*d.connection).withUrl(*url)) {
            ++receipt.passedOver;
            continue;
        }
        DeskFeed feed;
        feed.url = *url;
        feed.title = wanted.title;
        feed.ownTitle = wanted.ownTitle.simplified();
        feed.site = wanted.site;
        feed.folder = wanted.folder;
        feed.category = wanted.category;
        feed.paused = wanted.paused;
        feed.keepDays = wanted.keepDays;
        if (!wanted.outlet.name.isEmpty() || !wanted.outlet.domains.isEmpty())
            feed.outlet = OutletTable(*d.connection).ensure(wanted.outlet, {}, &outlets);
        const auto id = save(feed);
        if (!id)
            return tl::unexpected(id.error());
        receipt.added.append(*id);
    }
    receipt.outletsMade = outlets.made;
    receipt.outletsChanged = outlets.changed;
    scope.notices().changed(outlets.stories);
    return scope.commit().map([&] { return receipt; });
}

Result<RemovedFeeds> FeedStore::unsubscribe(const SubscribeReceipt& receipt)
{
    WriteScope scope(m_store, d);
    auto removed = remove(receipt.added);
    if (!removed)
        return tl::unexpected(removed.error());
    for (const OutletId outlet : receipt.outletsMade)
        OutletTable(*d.connection).removeUnused(outlet);
    scope.notices().changed(OutletTable(*d.connection).takeBack(receipt.outletsChanged));
    return scope.commit().map([&] { return std::move(*removed); });
}

Result<SubscribeReceipt> FeedStore::resubscribe(const QList<Subscription>& subscriptions,
                                                const RemovedFeeds& removed)
{
    WriteScope scope(m_store, d);
    auto receipt = subscribe(subscriptions);
    if (!receipt)
        return receipt;
    const FeedTable table(*d.connection);
    const OutletTable outlets(*d.connection);
    RemovedFeeds former = removed;
    QList<FeedId> made;
    for (DeskFeed& feed : former.feeds) {
        const auto id = table.withUrl(feed.url);
        const auto fresh = id ? table.byId(*id, scope.now()) : std::nullopt;
        // The outlet was made anew along with the feed, under another number.
        if (outlets.byId(feed.outlet).name.isEmpty())
            feed.outlet = fresh ? fresh->outlet : OutletId{};
        if (id && receipt->added.contains(*id))
            made.append(*id);
    }
    if (const auto gone = remove(made); !gone)
        return tl::unexpected(gone.error());
    if (const auto back = restore(former); !back)
        return tl::unexpected(back.error());
    for (const FeedId id : std::as_const(made))
        receipt->added.removeAll(id);
    for (const DeskFeed& feed : std::as_const(former.feeds))
        receipt->added.append(feed.id);
    return scope.commit().map([&] { return *receipt; });
}

Result<QList<DeskFeed>> FeedStore::change(const QList<DeskFeed>& feeds)
{
    WriteScope scope(m_store, d);
    QList<DeskFeed> before;
    for (const DeskFeed& feed : feeds) {
        auto was = FeedTable(*d.connection).byId(feed.id, weekBefore(scope.now()));
        if (!was)
            return tl::unexpected(noFeed());
        if (const auto saved = save(feed); !saved)
            return tl::unexpected(saved.error());
        before.prepend(std::move(*was)); // undone in the other order, should two have swapped addresses
    }
    return scope.commit().map([&] { return before; });
}

Result<RemovedFeeds> FeedStore::remove(const QList<FeedId>& ids)
{
    WriteScope scope(m_store, d);
    FeedTable table(*d.connection);
    RemovedFeeds removed;
    for (const FeedId id : ids) {
        auto feed = table.byId(id, weekBefore(scope.now()));
        if (!feed)
            continue;
        removed.feeds.append(std::move(*feed));
        removed.articles.append(table.articlesOf(id));
        table.remove(id);
    }
    if (!removed.feeds.isEmpty())
        scope.notices().feedsMoved();
    return scope.commit().map([&] { return std::move(removed); });
}

Result<void> FeedStore::restore(const RemovedFeeds& removed)
{
    WriteScope scope(m_store, d);
    FeedTable table(*d.connection);
    for (qsizetype i = 0; i < removed.feeds.size(); ++i) {
        const DeskFeed& feed = removed.feeds.at(i);
        if (table.withUrl(feed.url))
            return fail(u"The desk reads %1 already."_s.arg(feed.url), ErrorCode::InvalidInput);
        table.insert(feed);
        if (i < removed.articles.size())
            table.giveArticles(feed.id, removed.articles.at(i));
    }
    scope.notices().feedsMoved();
    return scope.commit();
}

Result<void> FeedStore::recordFetch(FeedId id, const FetchOutcome& outcome)
{
    // Looked up before: a part of a transaction that ends without a commit takes the whole down with it.
    if (!readOr(d, [&] { return FeedTable(*d.connection).exists(id); }))
        return tl::unexpected(noFeed());
    WriteScope scope(m_store, d, Transaction::Kind::Part);
    FeedTable table(*d.connection);
    table.record(id, outcome);
    if (const auto moved = feedAddress(outcome.movedTo); moved && !outcome.movedTo.isEmpty())
        if (const auto same = table.withUrl(*moved); !same || *same == id)
            table.move(id, *moved);
    if (!outcome.pauseReason.isEmpty())
        table.pause(id, outcome.pauseReason);
    scope.notices().feedsMoved();
    return scope.commit();
}

OutletStore& FeedStore::outlets() const
{
    return *d.outletStore;
}

RuleStore& FeedStore::rules() const
{
    return *d.rules;
}

} // namespace Scoredesk
