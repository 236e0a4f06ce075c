// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/managing/feedlines.h"

#include "app/cli/call.h"
#include "app/cli/terminaltext.h"
#include "app/intake/readupto.h"
#include "storage/care/deskfile.h"
#include "storage/feeds/feedstore.h"
#include "ui/words/feedwords.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliFeeds {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliFeeds)
};

QJsonValue timeOrNull(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QString outcomeName(SubscribeLine::Outcome outcome)
{
    switch (outcome) {
    case SubscribeLine::Outcome::New:
        return u"new"_s;
    case SubscribeLine::Outcome::AlreadyThere:
        return u"there"_s;
    case SubscribeLine::Outcome::Twice:
        return u"twice"_s;
    case SubscribeLine::Outcome::NotAnAddress:
        break;
    }
    return u"no_address"_s;
}

QString nameOf(const Subscription& subscription)
{
    if (!subscription.title.isEmpty())
        return subscription.title;
    return subscription.ownTitle.isEmpty() ? subscription.url : subscription.ownTitle;
}

QJsonObject lineToJson(const SubscribeLine& line)
{
    QJsonObject json{{u"result"_s, outcomeName(line.outcome)},
                     {u"url"_s, line.subscription.url},
                     {u"title"_s, nameOf(line.subscription)},
                     {u"folder"_s, QJsonArray::fromStringList(line.subscription.folder)}};
    if (!line.reason.isEmpty())
        json[u"reason"_s] = line.reason;
    return json;
}

void tellLine(Call& call, const SubscribeLine& line)
{
    const QString name = printable(nameOf(line.subscription));
    if (line.outcome == SubscribeLine::Outcome::New)
        call.out() << CliFeeds::tr("add  %1  %2").arg(name, printable(line.subscription.url)) << u'\n';
    else if (line.outcome == SubscribeLine::Outcome::NotAnAddress)
        call.tell(u"%1: %2"_s.arg(name, line.reason));
    else
        call.out() << CliFeeds::tr("skip %1: %2").arg(name, printable(line.reason)) << u'\n';
}

} // namespace

QJsonObject feedToJson(const DeskFeed& feed, const QList<Outlet>& outlets, const QDateTime& now)
{
    const auto outlet = std::find_if(outlets.begin(), outlets.end(), [&feed](const Outlet& candidate) {
        return candidate.id == feed.outlet;
    });
    const FeedRecord& record = feed.record;
    const FeedHealth health = healthOf(feed, now);
    QJsonObject json{{u"id"_s, number(feed.id)},
                     {u"name"_s, feed.name()},
                     {u"url"_s, feed.url},
                     {u"site"_s, feed.site},
                     {u"folder"_s, QJsonArray::fromStringList(feed.folder)},
                     {u"outlet"_s, outlet == outlets.end() ? QString() : outlet->name},
                     {u"category"_s, feed.category},
                     {u"paused"_s, feed.paused},
                     {u"keep_days"_s, feed.keepDays},
                     {u"login"_s, feed.hasSecret},
                     {u"health"_s, healthName(health)},
                     {u"last_good"_s, timeOrNull(record.goodAt)},
                     {u"last_tried"_s, timeOrNull(record.triedAt)},
                     {u"next"_s, timeOrNull(record.nextAt)},
                     {u"newest_item"_s, timeOrNull(record.newestItem)},
                     {u"last_week"_s, feed.lastWeek},
                     {u"waiting"_s, feed.waiting},
                     {u"failures"_s, record.failures}};
    if (const QString reason = healthReason(feed, now); !reason.isEmpty())
        json[u"reason"_s] = reason;
    if (record.failures > 0) {
        json[u"failure"_s] = toText(record.failure);
        json[u"status"_s] = record.status;
        json[u"failing_since"_s] = timeOrNull(record.failingSince);
    }
    if (!record.notes.isEmpty())
        json[u"notes"_s] = QJsonArray::fromStringList(record.notes);
    return json;
}

int applyPlan(Call& call, Store& store, const SubscribePlan& plan, bool isTry)
{
    if (!isTry)
        if (const auto done = store.feeds().subscribe(plan.wanted()); !done)
            return call.failed(done.error());
    const int unusable = plan.count(SubscribeLine::Outcome::NotAnAddress);
    const int fresh = plan.count(SubscribeLine::Outcome::New);
    const int skipped = int(plan.lines.size()) - unusable - fresh;
    if (call.wantsJson()) {
        QJsonArray lines;
        for (const SubscribeLine& line : plan.lines)
            lines.append(lineToJson(line));
        call.print(QJsonDocument(QJsonObject{{u"feeds"_s, lines},
                                             {u"added"_s, isTry ? 0 : fresh},
                                             {u"skipped"_s, skipped},
                                             {u"failed"_s, unusable},
                                             {u"dry_run"_s, isTry},
                                             {u"notes"_s, QJsonArray::fromStringList(plan.notes)}}));
    } else {
        for (const QString& note : plan.notes)
            call.tell(note);
        for (const SubscribeLine& line : plan.lines)
            tellLine(call, line);
        const QString sum =
            isTry ? CliFeeds::tr("Would be added: %1 · skipped: %2 · without a usable address: %3")
                  : CliFeeds::tr("Added: %1 · skipped: %2 · without a usable address: %3");
        call.out() << sum.arg(fresh).arg(skipped).arg(unusable) << u'\n';
    }
    return unusable > 0 ? CliFailed : CliDone;
}

Result<QByteArray> readInput(const QString& path, qint64 largest)
{
    if (isDeskInUse(path))
        return fail(CliFeeds::tr("%1 is the desk itself.").arg(path), ErrorCode::InvalidInput);
    QFile file(path);
    if (!(path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly)))
        return fail(CliFeeds::tr("%1 can't be read: %2").arg(path, file.errorString()));
    QByteArray bytes = readUpTo(file, largest);
    if (bytes.size() > largest)
        return fail(CliFeeds::tr("%1 is larger than any list of this kind.").arg(path));
    return bytes;
}

} // namespace Scoredesk
