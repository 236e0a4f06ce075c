// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/terminaltext.h"
#include "app/feeds/refresh/refreshservice.h"
#include "app/newsroom/endsignals.h"
#include "storage/feeds/feedstore.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliRefresh {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliRefresh)
};

constexpr int mostJobs = 64;
constexpr int feedsAtOnce = 16; // nobody waits at a window

QString kindName(FeedResult::Kind kind)
{
    switch (kind) {
    case FeedResult::Kind::Read:
        return u"read"_s;
    case FeedResult::Kind::Unchanged:
        return u"unchanged"_s;
    case FeedResult::Kind::Failed:
        return u"failed"_s;
    case FeedResult::Kind::Spared:
        return u"spared"_s;
    case FeedResult::Kind::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

QJsonObject toJson(const FeedResult& result)
{
    QJsonObject json{{u"feed"_s, number(result.feed)},
                     {u"name"_s, result.name},
                     {u"url"_s, result.url},
                     {u"result"_s, kindName(result.kind)},
                     {u"items"_s, result.items},
                     {u"added"_s, result.added},
                     {u"updated"_s, result.updated},
                     {u"stories"_s, result.stories},
                     {u"milliseconds"_s, result.milliseconds}};
    if (result.status > 0)
        json[u"status"_s] = result.status;
    if (result.failure != FetchFailure::None)
        json[u"failure"_s] = toText(result.failure);
    if (!result.reason.isEmpty())
        json[u"reason"_s] = result.reason;
    if (!result.movedTo.isEmpty())
        json[u"moved_to"_s] = result.movedTo;
    if (result.paused)
        json[u"paused"_s] = true;
    if (result.nextAt.isValid())
        json[u"next"_s] = result.nextAt.toUTC().toString(Qt::ISODate);
    if (!result.notes.isEmpty())
        json[u"notes"_s] = QJsonArray::fromStringList(result.notes);
    return json;
}

QJsonObject toJson(const RefreshSummary& summary)
{
    return {{u"feeds"_s, summary.total},         {u"read"_s, summary.read},
            {u"unchanged"_s, summary.unchanged}, {u"failed"_s, summary.failed},
            {u"spared"_s, summary.spared},       {u"cancelled"_s, summary.cancelled},
            {u"added"_s, summary.added},         {u"updated"_s, summary.updated},
            {u"stories"_s, summary.stories},     {u"milliseconds"_s, summary.milliseconds}};
}

QString whatBecame(const FeedResult& result)
{
    switch (result.kind) {
    case FeedResult::Kind::Read:
        return result.updated > 0 ? CliRefresh::tr("%1 new, %2 updated").arg(result.added).arg(result.updated)
                                  : CliRefresh::tr("%1 new").arg(result.added);
    case FeedResult::Kind::Unchanged:
        return CliRefresh::tr("nothing new");
    case FeedResult::Kind::Failed:
        return result.paused ? CliRefresh::tr("failed and paused: %1").arg(result.reason)
                             : CliRefresh::tr("failed: %1").arg(result.reason);
    case FeedResult::Kind::Spared:
        return CliRefresh::tr("not asked until %1: %2")
            .arg(result.nextAt.toUTC().toString(Qt::ISODate), result.reason);
    case FeedResult::Kind::Cancelled:
        return CliRefresh::tr("left out");
    }
    return {};
}

/// Tells of a refresh while it goes on, and what it came to at its end.
class Report : public QObject {
public:
    Report(Call& call, RefreshService& service) : m_call(call)
    {
        connect(&service, &RefreshService::feedDone, this, &Report::onFeedDone);
        connect(&service, &RefreshService::finished, this, &Report::onFinished);
        connect(&service, &RefreshService::failed, this,
                [this](const Error& error) { QCoreApplication::exit(m_call.failed(error)); });
    }

private:
    void onFeedDone(const FeedResult& result)
    {
        if (m_call.wantsJson()) {
            m_results.append(toJson(result));
            return;
        }
        const QString line = printable(u"%1: %2"_s.arg(result.name, whatBecame(result)));
        if (result.kind == FeedResult::Kind::Failed)
            m_call.tell(line);
        else
            m_call.out() << line << Qt::endl;
    }

    void onFinished(const RefreshSummary& summary)
    {
        if (m_call.wantsJson()) {
            m_call.print(
                QJsonDocument(QJsonObject{{u"feeds"_s, m_results}, {u"summary"_s, toJson(summary)}}));
        } else {
            m_call.out() << CliRefresh::tr(
                                "Feeds: %1 · new articles: %2 · updated: %3 · new stories: %4 · failed: %5")
                                .arg(summary.total)
                                .arg(summary.added)
                                .arg(summary.updated)
                                .arg(summary.stories)
                                .arg(summary.failed)
                         << Qt::endl;
        }
        if (summary.wasCancelled)
            m_call.tell(CliRefresh::tr("Interrupted. What was stored by then stays."));
        QCoreApplication::exit(summary.failed > 0 || summary.wasCancelled ? CliFailed : CliDone);
    }

    Call& m_call;
    QJsonArray m_results;
};

/// The feeds that were named; an exit code where one is not there or the desk is not.
Result<QList<FeedId>> feedsNamed(const Store& store, const QStringList& handles)
{
    QList<FeedId> feeds;
    for (const QString& handle : handles) {
        const auto feed = store.feeds().find(handle);
        if (!feed)
            return tl::unexpected(feed.error());
        feeds.append(*feed);
    }
    return feeds;
}

int run(Call& call)
{
    RefreshSetup setup;
    setup.feedsAtOnce = feedsAtOnce;
    setup.deskPath = call.deskPath();
    if (call.isSet(u"jobs"_s)) {
        bool isNumber = false;
        setup.pace.overall = call.value(u"jobs"_s).toInt(&isNumber);
        if (!isNumber || setup.pace.overall < 1 || setup.pace.overall > mostJobs)
            return call.usage(CliRefresh::tr("--jobs takes a number from 1 to %1.").arg(mostJobs));
    }
    if (call.isSet(u"due"_s) && !call.positional().isEmpty())
        return call.usage(CliRefresh::tr("Name feeds or give --due, not both."));
    auto store = call.openDesk(Call::Access::Write);
    if (!store)
        return CliNoDesk;
    const auto feeds = feedsNamed(*store, call.positional());
    if (!feeds)
        return call.failed(feeds.error());
    store.reset(); // the refresh has a connection of its own

    RefreshService service(setup);
    const Report report(call, service);
    const EndSignals ends;
    QObject::connect(&ends, &EndSignals::endRequested, &service, &RefreshService::cancel);
    if (!feeds->isEmpty())
        service.refreshFeeds(*feeds);
    else if (call.isSet(u"due"_s))
        service.refreshDue();
    else
        service.refreshAll();
    return QCoreApplication::exec();
}

} // namespace

Command refreshCommand()
{
    return {
        u"refresh"_s,
        u"[FEED…]"_s,
        CliRefresh::tr("Read the desk's feeds and take in what is new."),
        CliRefresh::tr(
            "Reads every feed that is not paused, or those named by number, address or name. One line a\n"
            "feed; those that failed go to standard error with the reason. May run while the window is\n"
            "open. Interrupted at any point, it leaves whole feeds only, and tells what it has read.\n"
            "\n"
            "Exit codes: 0 all went well · 1 a feed failed, it was interrupted, or the desk could not be\n"
            "written · 2 the call was wrong · 3 the desk cannot be opened.\n"
            "\n"
            "Example, every ten minutes by cron:\n"
            "  scoredesk refresh --due"),
        {{u"jobs"_s, CliRefresh::tr("Fetch so many at once, from 1 to 64 (24 unless told)."), u"N"_s},
         {u"due"_s, CliRefresh::tr("Only those whose time has come.")}},
        run};
}

} // namespace Scoredesk
