// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/deskpartswriter.h"

#include "storage/feeds/feedaddress.h"
#include "storage/feeds/feedtable.h"
#include "storage/feeds/ruletable.h"
#include "storage/grouping/groupingexchange.h"
#include "storage/rules/ruleset.h"
#include "storage/sql/statement.h"

#include <algorithm>
#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

DeskPartsWriter::DeskPartsWriter(Connection& connection, QDateTime now)
    : m_connection(connection), m_now(std::move(now))
{
}

void DeskPartsWriter::bringFeedsAndRules(const DeskParts& parts, OutletTrace& outlets)
{
    for (const SharedFeed& feed : parts.feeds)
        if (const FeedId id = bringFeed(feed, outlets); id != FeedId{})
            for (const QUuid& article : feed.articles)
                m_feedOf.insert(article, id);
    bringRules(parts.rules);
}

FeedId DeskPartsWriter::bringFeed(const SharedFeed& shared, OutletTrace& outlets)
{
    const auto url = feedAddress(shared.url);
    if (!url)
        return {};
    FeedTable feeds(m_connection);
    if (const auto here = feeds.withUrl(*url))
        return *here;
    DeskFeed feed;
    if (!feeds.exists(shared.id))
        feed.id = shared.id;
    const bool taken = Statement(m_connection, u"SELECT 1 FROM feed WHERE uuid = ?"_s, shared.uuid).next();
    feed.uuid = taken || shared.uuid.isNull() ? QUuid::createUuid() : shared.uuid;
    feed.url = *url;
    feed.title = shared.title;
    feed.ownTitle = shared.ownTitle.simplified();
    feed.site = shared.site;
    feed.folder = shared.folder;
    feed.category = shared.category;
    feed.paused = shared.paused;
    feed.pauseReason = shared.paused ? shared.pauseReason : QString();
    feed.keepDays = shared.keepDays;
    feed.addedAt = shared.addedAt.isValid() ? shared.addedAt : m_now;
    if (!shared.outlet.simplified().isEmpty()) {
        Outlet outlet;
        outlet.name = shared.outlet.simplified();
        feed.outlet = OutletTable(m_connection).ensure(outlet, {}, &outlets);
    }
    const FeedId id = feeds.insert(feed);
    m_receipt.feeds.append(id);
    return id;
}

// Rules that cannot be read would stand in the way of every change of the list.
void DeskPartsWriter::bringRules(const QList<Rule>& rules)
{
    RuleTable table(m_connection);
    const QList<Rule> here = table.all();
    QList<Rule> wanted;
    for (Rule rule : rules) {
        const bool known = std::any_of(here.begin(), here.end(),
                                       [&rule](const Rule& own) { return doesTheSame(rule, own); });
        if (known || !RuleSet::from({rule}))
            continue;
        rule.id = {};
        wanted.append(rule);
    }
    if (!wanted.isEmpty())
        m_receipt.rules = table.append(wanted);
}

void DeskPartsWriter::bringGrouping(const SharedGrouping& grouping, const QHash<QUuid, StoryId>& came)
{
    GroupingExchange(m_connection).bring(grouping, came, m_now, m_receipt);
}

void DeskPartsWriter::takeBack(const DeskPartsReceipt& receipt)
{
    GroupingExchange(m_connection).takeBack(receipt);
    for (const FeedId feed : receipt.feeds)
        FeedTable(m_connection).remove(feed);
    if (!receipt.rules.isEmpty())
        RuleTable(m_connection).remove(receipt.rules);
}

} // namespace Scoredesk
