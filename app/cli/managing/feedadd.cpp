// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/managing/feedlines.h"
#include "app/cli/managing/groups.h"
#include "app/cli/terminaltext.h"
#include "app/feeds/subscribe/addressfinder.h"
#include "app/feeds/subscribe/addresslookup.h"
#include "storage/feeds/feedstore.h"
#include "ui/words/feedwords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliFeedAdd {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliFeedAdd)
};

/// Looks at addresses, follows pages to the feeds they name, and ends the event loop when all is known.
class Discovery : public QObject {
public:
    explicit Discovery(bool takesAll) : m_takesAll(takesAll)
    {
        connect(&m_lookup, &AddressLookup::found, this, &Discovery::onFound);
        connect(&m_lookup, &AddressLookup::finished, this, [] { QCoreApplication::exit(); });
    }

    void run(const QList<QUrl>& addresses)
    {
        for (const QUrl& address : addresses)
            m_lookup.look(address);
        QCoreApplication::exec();
    }

    QList<AddressFinding> feeds;
    QList<AddressFinding> failed;

private:
    void onFound(AddressFinding finding)
    {
        if (finding.kind == AddressFinding::Kind::Feed) {
            feeds.append(finding);
            return;
        }
        QList<DiscoveredFeed> choices = finding.choices;
        if (std::any_of(choices.begin(), choices.end(), [](const auto& feed) { return !isOfComments(feed); }))
            choices.removeIf(isOfComments);
        const bool isDeeper = m_followed.contains(finding.ticket);
        if (!isDeeper && !choices.isEmpty() && (m_takesAll || choices.size() == 1)) {
            for (const DiscoveredFeed& choice : std::as_const(choices))
                m_followed.append(m_lookup.look(QUrl(choice.url)));
            return;
        }
        finding.choices = choices;
        if (finding.kind == AddressFinding::Kind::Choices || (!choices.isEmpty() && finding.reason.isEmpty()))
            finding.reason =
                isDeeper
                    ? CliFeedAdd::tr("This is a web page, not a feed.")
                    : CliFeedAdd::tr("The page names several feeds. Add one of them, or all with --all:");
        else if (finding.kind == AddressFinding::Kind::Article)
            finding.reason =
                CliFeedAdd::tr("This is a page that names no feed. `scoredesk import` takes in its link.");
        failed.append(finding);
    }

    AddressLookup m_lookup;
    QList<int> m_followed;
    bool m_takesAll;
};

QJsonObject failureToJson(const AddressFinding& finding)
{
    QJsonArray choices;
    for (const DiscoveredFeed& choice : finding.choices)
        choices.append(QJsonObject{{u"url"_s, choice.url}, {u"title"_s, choice.title}});
    QJsonObject json{
        {u"url"_s, finding.asked.toString()}, {u"reason"_s, finding.reason}, {u"feeds"_s, choices}};
    if (finding.status > 0)
        json[u"status"_s] = finding.status;
    return json;
}

void tellFailure(Call& call, const AddressFinding& finding)
{
    call.tell(u"%1: %2"_s.arg(finding.asked.toString(), finding.reason));
    for (const DiscoveredFeed& choice : finding.choices)
        call.tell(u"  %1  %2"_s.arg(choice.url, choice.title));
}

int run(Call& call)
{
    if (call.positional().isEmpty())
        return call.usage(CliFeedAdd::tr("Give the addresses of feeds, or of pages that name them."));
    QList<QUrl> addresses;
    for (const QString& given : call.positional()) {
        const QList<QUrl> found = addressesIn(given);
        if (found.isEmpty())
            return call.usage(CliFeedAdd::tr("“%1” is no http or https address.").arg(given));
        addresses += found;
    }
    auto store = call.openDesk(Call::Access::Create);
    if (!store)
        return CliNoDesk;
    Discovery discovery(call.isSet(u"all"_s));
    discovery.run(addresses);
    QList<Subscription> subscriptions;
    for (const AddressFinding& finding : std::as_const(discovery.feeds)) {
        Subscription subscription = subscriptionOf(finding);
        subscription.folder = folderFromText(call.value(u"folder"_s));
        subscription.category = call.value(u"category"_s).simplified();
        subscription.outlet.name = call.value(u"outlet"_s).simplified();
        subscriptions.append(subscription);
    }
    const SubscribePlan plan = planOf(subscriptions, store->feeds().all());
    const auto added = store->feeds().subscribe(plan.wanted());
    if (!added)
        return call.failed(added.error());
    if (call.wantsJson()) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        QJsonArray feeds;
        for (const FeedId id : added->added)
            if (const auto feed = store->feeds().byId(id))
                feeds.append(feedToJson(*feed, store->outlets(), now));
        QJsonArray failures;
        for (const AddressFinding& finding : std::as_const(discovery.failed))
            failures.append(failureToJson(finding));
        call.print(QJsonDocument(QJsonObject{{u"added"_s, feeds},
                                             {u"skipped"_s, plan.lines.size() - added->added.size()},
                                             {u"failed"_s, failures}}));
    } else {
        for (const SubscribeLine& line : plan.lines)
            if (line.outcome == SubscribeLine::Outcome::New)
                call.out() << CliFeedAdd::tr("Added %1  %2")
                                  .arg(printable(line.subscription.ownTitle),
                                       printable(line.subscription.url))
                           << u'\n';
            else
                call.out() << printable(u"%1: %2"_s.arg(line.subscription.url, line.reason)) << u'\n';
        for (const AddressFinding& finding : std::as_const(discovery.failed))
            tellFailure(call, finding);
    }
    return discovery.failed.isEmpty() ? CliDone : CliFailed;
}

} // namespace

Command feedAddCommand()
{
    return {
        u"feed add"_s,
        u"URL…"_s,
        CliFeedAdd::tr("Add feeds by their addresses, or by those of pages that name them."),
        CliFeedAdd::tr(
            "Looks at each address. A page that names one feed leads to it; of several they are listed, and\n"
            "nothing is added unless --all is given. A feed that the desk reads already is left as it is.\n"
            "What is in the feeds comes with `scoredesk refresh`.\n"
            "\n"
            "Exit codes: 0 all were added or there · 1 an address gave no feed; the others were added."),
        {{u"folder"_s, CliFeedAdd::tr("Put them in this folder; a slash parts nested ones."), u"F"_s},
         {u"outlet"_s, CliFeedAdd::tr("Whose they are; told by the links of their articles unless given."),
          u"O"_s},
         {u"category"_s, CliFeedAdd::tr("The category of stories that they open."), u"C"_s},
         {u"all"_s, CliFeedAdd::tr("Add every feed that a page names.")}},
        run};
}

} // namespace Scoredesk
