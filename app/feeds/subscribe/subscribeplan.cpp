// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/subscribe/subscribeplan.h"

#include "app/feeds/fetch/addressrules.h"
#include "app/feeds/parse/parsefeed.h"
#include "app/feeds/subscribe/addressfinder.h"
#include "app/feeds/subscribe/opml.h"
#include "storage/domain/keys.h"

#include <QCoreApplication>
#include <QFile>
#include <QSet>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Feeds)
};

} // namespace

QList<Subscription> SubscribePlan::wanted() const
{
    QList<Subscription> subscriptions;
    for (const SubscribeLine& line : lines)
        if (line.wanted && line.outcome == SubscribeLine::Outcome::New)
            subscriptions.append(line.subscription);
    return subscriptions;
}

int SubscribePlan::count(SubscribeLine::Outcome outcome) const
{
    return int(std::count_if(lines.begin(), lines.end(),
                             [outcome](const SubscribeLine& line) { return line.outcome == outcome; }));
}

SubscribePlan planOf(const QList<Subscription>& subscriptions, const QList<DeskFeed>& desk)
{
    QHash<QString, const DeskFeed*> there;
    for (const DeskFeed& feed : desk)
        there.insert(linkKey(feed.url), &feed);
    QSet<QString> seen;
    SubscribePlan plan;
    for (const Subscription& subscription : subscriptions) {
        SubscribeLine line;
        line.subscription = subscription;
        line.subscription.url = meantAddress(subscription.url);
        const QString key = linkKey(line.subscription.url);
        if (const QString fault = addressFault(QUrl(line.subscription.url)); !fault.isEmpty()) {
            line.outcome = SubscribeLine::Outcome::NotAnAddress;
            line.reason = subscription.url.isEmpty() ? Words::tr("There is no address.") : fault;
        } else if (const DeskFeed* feed = there.value(key)) {
            line.outcome = SubscribeLine::Outcome::AlreadyThere;
            line.there = feed->id;
            line.reason = Words::tr("The desk reads it already, as “%1”.").arg(feed->name());
        } else if (seen.contains(key)) {
            line.outcome = SubscribeLine::Outcome::Twice;
            line.reason = Words::tr("It stands in the list before.");
        }
        seen.insert(key);
        line.wanted = line.outcome == SubscribeLine::Outcome::New;
        plan.lines.append(std::move(line));
    }
    return plan;
}

Result<SubscribePlan> planFromOpml(const QByteArray& bytes, const QList<DeskFeed>& desk)
{
    const auto list = parseOutline(bytes);
    if (!list)
        return tl::unexpected(list.error());
    SubscribePlan plan = planOf(subscriptionsOf(*list), desk);
    plan.title = list->title;
    plan.notes = list->warnings;
    return plan;
}

Result<SubscribePlan> starterPack(const QList<DeskFeed>& desk)
{
    QFile file(u":/feeds/starter.opml"_s);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Words::tr("The starter pack is not part of this build."));
    return planFromOpml(file.readAll(), desk);
}

} // namespace Scoredesk
