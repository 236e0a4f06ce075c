// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/managing/feedlines.h"
#include "app/cli/managing/groups.h"
#include "app/cli/terminaltext.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/outletstore.h"
#include "ui/words/feedwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliFeedList {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliFeedList)
};

/// Those that were named, in their order.
Result<QList<DeskFeed>> feedsNamed(const Store& store, const QStringList& handles)
{
    QList<DeskFeed> feeds;
    for (const QString& handle : handles) {
        const auto id = store.feeds().find(handle);
        if (!id)
            return tl::unexpected(id.error());
        if (const auto feed = store.feeds().byId(*id))
            feeds.append(*feed);
    }
    return feeds;
}

void printFeeds(Call& call, const Store& store, const QList<DeskFeed>& feeds)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (call.wantsJson()) {
        const QList<Outlet> outlets = store.outlets();
        QJsonArray json;
        for (const DeskFeed& feed : feeds)
            json.append(feedToJson(feed, outlets, now));
        call.print(QJsonDocument(json));
        return;
    }
    QList<QStringList> rows;
    for (const DeskFeed& feed : feeds)
        rows.append({QString::number(number(feed.id)), healthText(healthOf(feed, now)),
                     CliFeedList::tr("%1 a week").arg(feed.lastWeek), cut(printable(feed.name()), 48),
                     printable(folderText(feed.folder)), printable(feed.url)});
    call.out() << columns(rows, {0, 2});
}

int runList(Call& call)
{
    if (!call.positional().isEmpty())
        return call.usage(CliFeedList::tr("feed list takes no arguments."));
    const auto store = call.openDesk(Call::Access::Read);
    if (!store)
        return CliNoDesk;
    printFeeds(call, *store, store->feeds().all());
    return CliDone;
}

int runRemove(Call& call)
{
    if (call.positional().isEmpty())
        return call.usage(CliFeedList::tr("Name the feeds to remove, by number, address or name."));
    auto store = call.openDesk(Call::Access::Write);
    if (!store)
        return CliNoDesk;
    const auto feeds = feedsNamed(*store, call.positional());
    if (!feeds)
        return call.failed(feeds.error());
    QList<FeedId> ids;
    for (const DeskFeed& feed : *feeds)
        ids.append(feed.id);
    const auto removed = store->feeds().remove(ids);
    if (!removed)
        return call.failed(removed.error());
    if (call.wantsJson()) {
        printFeeds(call, *store, removed->feeds);
        return CliDone;
    }
    for (const DeskFeed& feed : removed->feeds)
        call.out() << CliFeedList::tr("Removed %1  %2").arg(printable(feed.name()), printable(feed.url))
                   << u'\n';
    return CliDone;
}

std::optional<int> keepDaysFromText(const QString& text)
{
    return text == "for-ever"_L1 ? std::optional(stayForEver) : daysFromText(text);
}

Result<void> take(Call& call, const Store& store, DeskFeed& feed)
{
    if (call.isSet(u"title"_s))
        feed.title = call.value(u"title"_s).simplified();
    if (call.isSet(u"folder"_s))
        feed.folder = folderFromText(call.value(u"folder"_s));
    if (call.isSet(u"category"_s))
        feed.category = call.value(u"category"_s).simplified();
    if (call.isSet(u"url"_s))
        feed.url = call.value(u"url"_s);
    if (call.isSet(u"keep-days"_s))
        feed.keepDays = keepDaysFromText(call.value(u"keep-days"_s)).value_or(0);
    if (call.isSet(u"pause"_s) || call.isSet(u"resume"_s)) {
        feed.paused = call.isSet(u"pause"_s);
        feed.pauseReason.clear();
    }
    if (call.isSet(u"outlet"_s)) {
        feed.outlet = {};
        if (const QString wanted = call.value(u"outlet"_s).simplified(); !wanted.isEmpty()) {
            const auto outlet = store.feeds().outlets().find(wanted);
            if (!outlet)
                return tl::unexpected(outlet.error());
            feed.outlet = outlet->id;
        }
    }
    return {};
}

int runSet(Call& call)
{
    static const QStringList options = {u"title"_s,  u"folder"_s, u"category"_s, u"url"_s,
                                        u"outlet"_s, u"pause"_s,  u"resume"_s,   u"keep-days"_s};
    if (call.positional().isEmpty())
        return call.usage(CliFeedList::tr("Name the feeds to change, by number, address or name."));
    if (std::none_of(options.begin(), options.end(),
                     [&](const QString& option) { return call.isSet(option); }))
        return call.usage(CliFeedList::tr("Say what to change."));
    if (call.isSet(u"pause"_s) && call.isSet(u"resume"_s))
        return call.usage(CliFeedList::tr("Give --pause or --resume, not both."));
    if (call.positional().size() > 1 && (call.isSet(u"title"_s) || call.isSet(u"url"_s)))
        return call.usage(CliFeedList::tr("A title or an address is for one feed."));
    if (call.isSet(u"keep-days"_s) && !keepDaysFromText(call.value(u"keep-days"_s)))
        return call.usage(CliFeedList::tr("--keep-days takes a whole number from 0 to %1, or \"for-ever\".")
                              .arg(mostKeepDays));
    auto store = call.openDesk(Call::Access::Write);
    if (!store)
        return CliNoDesk;
    auto feeds = feedsNamed(*store, call.positional());
    if (!feeds)
        return call.failed(feeds.error());
    for (DeskFeed& feed : *feeds)
        if (const auto well = take(call, *store, feed); !well)
            return call.failed(well.error());
    if (const auto changed = store->feeds().change(*feeds); !changed)
        return call.failed(changed.error());
    QList<DeskFeed> now;
    for (const DeskFeed& feed : std::as_const(*feeds))
        now.append(store->feeds().byId(feed.id).value_or(feed));
    printFeeds(call, *store, now);
    return CliDone;
}

int runHealth(Call& call)
{
    const auto store = call.openDesk(Call::Access::Read);
    if (!store)
        return CliNoDesk;
    const auto chosen = feedsNamed(*store, call.positional());
    if (!chosen)
        return call.failed(chosen.error());
    QList<DeskFeed> feeds = chosen->isEmpty() ? store->feeds().all() : *chosen;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto isBad = [&](const DeskFeed& feed) {
        const FeedHealth health = healthOf(feed, now);
        return health == FeedHealth::Failing ||
               (call.isSet(u"strict"_s) && (health == FeedHealth::Idle || health == FeedHealth::Empty));
    };
    const bool anyBad = std::any_of(feeds.begin(), feeds.end(), isBad);
    if (call.isSet(u"failing"_s))
        feeds.removeIf([&](const DeskFeed& feed) { return !isBad(feed); });
    if (call.wantsJson()) {
        printFeeds(call, *store, feeds);
        return anyBad ? CliFailed : CliDone;
    }
    for (const DeskFeed& feed : std::as_const(feeds)) {
        const QDateTime& good = feed.record.goodAt;
        QString line =
            CliFeedList::tr("%1: %2 · last good %3 · %4 a week")
                .arg(feed.name(), healthText(healthOf(feed, now)),
                     good.isValid() ? good.toUTC().toString(Qt::ISODate) : CliFeedList::tr("never"))
                .arg(feed.lastWeek);
        if (const QString reason = healthReason(feed, now); !reason.isEmpty())
            line += u" · "_s + reason;
        if (isBad(feed))
            call.tell(line); // cron mails what stands on standard error
        else
            call.out() << printable(line) << u'\n';
    }
    return anyBad ? CliFailed : CliDone;
}

} // namespace

Command feedListCommand()
{
    return {u"feed list"_s, QString(), CliFeedList::tr("List the desk's feeds, by folder and name."),
            QString(),      {},        runList};
}

Command feedRemoveCommand()
{
    return {u"feed remove"_s,
            u"FEED…"_s,
            CliFeedList::tr("Stop reading feeds; their articles and stories stay."),
            CliFeedList::tr("A feed is named by its number, its address, or its name where only one has it."),
            {},
            runRemove};
}

Command feedSetCommand()
{
    return {
        u"feed set"_s,
        u"FEED…"_s,
        CliFeedList::tr("Rename feeds, move them to a folder, pause or resume them."),
        CliFeedList::tr("All that are named, or none. An empty value takes away what was set."),
        {{u"title"_s, CliFeedList::tr("The name it goes by here."), u"T"_s},
         {u"folder"_s, CliFeedList::tr("The folder; a slash parts nested ones."), u"F"_s},
         {u"outlet"_s, CliFeedList::tr("Whose it is, by name, domain or number."), u"O"_s},
         {u"category"_s, CliFeedList::tr("The category of stories that it opens."), u"C"_s},
         {u"url"_s, CliFeedList::tr("Read it from another address."), u"URL"_s},
         {u"keep-days"_s,
          CliFeedList::tr("Days that its incoming stories stay which nobody touched; 0: as the desk says, "
                          "for-ever: whatever the desk says."),
          u"N"_s},
         {u"pause"_s, CliFeedList::tr("Leave it out of every refresh.")},
         {u"resume"_s, CliFeedList::tr("Read it again.")}},
        runSet};
}

Command feedHealthCommand()
{
    return {u"feed health"_s,
            u"[FEED…]"_s,
            CliFeedList::tr("Tell how feeds are doing: failing, idle, empty, paused or good."),
            CliFeedList::tr("Failing feeds go to standard error with the reason, the others to standard "
                            "output. Idle is silent\n"
                            "for more than four of its usual gaps and at least three days.\n"
                            "\n"
                            "Exit codes: 0 no feed fails · 1 one does, or with --strict is idle or empty."),
            {{u"failing"_s, CliFeedList::tr("Only those for which the exit code is 1.")},
             {u"strict"_s, CliFeedList::tr("Idle and empty feeds count as failing.")}},
            runHealth};
}

} // namespace Scoredesk
