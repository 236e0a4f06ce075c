// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/subscribe/opml.h"

#include <QHash>
#include <QLocale>
#include <QXmlStreamWriter>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

const QString ownSpace = u"urn:scoredesk:opml:1"_s;

/// Names of our own attributes; they are read in lower case.
const QString ownTitleKey = u"owntitle"_s;
const QString titleKey = u"title"_s;
const QString outletKey = u"outlet"_s;
const QString domainsKey = u"domains"_s;
const QString tierKey = u"tier"_s;
const QString firstPartyKey = u"firstparty"_s;
const QString reliabilityKey = u"reliability"_s;
const QString categoryKey = u"category"_s;
const QString pausedKey = u"paused"_s;
const QString keepDaysKey = u"keepdays"_s;
const QString yes = u"yes"_s;

Subscription subscriptionOf(const OutlineFeed& feed)
{
    Subscription subscription;
    subscription.url = feed.xmlUrl;
    subscription.site = feed.htmlUrl;
    subscription.folder = feed.path;
    const QHash<QString, QString>& own = feed.extras;
    if (own.contains(ownTitleKey)) {
        subscription.title = own.value(titleKey);
        subscription.ownTitle = own.value(ownTitleKey);
    } else if (feed.title != feed.xmlUrl) { // the parser's stand-in for a missing title
        subscription.title = feed.title;
    }
    subscription.outlet.name = own.value(outletKey);
    subscription.outlet.domains = own.value(domainsKey).split(u' ', Qt::SkipEmptyParts);
    subscription.outlet.tier = qBound(0, own.value(tierKey).toInt(), 3);
    subscription.outlet.firstParty = own.value(firstPartyKey) == yes;
    const QString letter = own.value(reliabilityKey);
    if (letter.size() == 1 && letter >= u"A" && letter <= u"F")
        subscription.outlet.reliability = letter;
    subscription.category = own.value(categoryKey);
    subscription.paused = own.value(pausedKey) == yes;
    subscription.keepDays = qBound(stayForEver, own.value(keepDaysKey).toInt(), mostKeepDays);
    return subscription;
}

/// A folder with its feeds and the folders in it, each in the order of their first feed.
struct Folder {
    QString name;
    QList<const DeskFeed*> feeds;
    QList<Folder> folders;
};

Folder treeOf(const QList<DeskFeed>& feeds)
{
    Folder top;
    for (const DeskFeed& feed : feeds) {
        Folder* at = &top;
        for (const QString& name : feed.folder) {
            auto next = std::find_if(at->folders.begin(), at->folders.end(),
                                     [&name](const Folder& folder) { return folder.name == name; });
            if (next == at->folders.end()) {
                at->folders.append(Folder{name, {}, {}});
                next = at->folders.end() - 1;
            }
            at = &*next;
        }
        at->feeds.append(&feed);
    }
    return top;
}

/// XML has no way to write most control characters.
QString writable(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text)
        if (c >= u' ' && c != u'\uFFFE' && c != u'\uFFFF')
            clean += c;
    return clean;
}

class Writer {
public:
    explicit Writer(const QList<Outlet>& outlets) : m_xml(&m_bytes)
    {
        for (const Outlet& outlet : outlets)
            m_outlets.insert(outlet.id, &outlet);
    }

    QByteArray write(const Folder& top, const QString& title, const QDateTime& now)
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"opml"_s);
        m_xml.writeAttribute(u"version"_s, u"2.0"_s);
        m_xml.writeNamespace(ownSpace, u"scoredesk"_s);
        m_xml.writeStartElement(u"head"_s);
        m_xml.writeTextElement(u"title"_s, writable(title));
        m_xml.writeTextElement(u"dateCreated"_s,
                               QLocale::c().toString(now.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s));
        m_xml.writeEndElement();
        m_xml.writeStartElement(u"body"_s);
        writeContent(top);
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void writeContent(const Folder& folder)
    {
        for (const DeskFeed* feed : folder.feeds)
            writeFeed(*feed);
        for (const Folder& below : folder.folders) {
            m_xml.writeStartElement(u"outline"_s);
            m_xml.writeAttribute(u"text"_s, writable(below.name));
            m_xml.writeAttribute(u"title"_s, writable(below.name));
            writeContent(below);
            m_xml.writeEndElement();
        }
    }

    void writeFeed(const DeskFeed& feed)
    {
        m_xml.writeEmptyElement(u"outline"_s);
        m_xml.writeAttribute(u"type"_s, u"rss"_s);
        m_xml.writeAttribute(u"text"_s, writable(feed.name()));
        m_xml.writeAttribute(u"title"_s, writable(feed.name()));
        m_xml.writeAttribute(u"xmlUrl"_s, feed.url);
        if (!feed.site.isEmpty())
            m_xml.writeAttribute(u"htmlUrl"_s, feed.site);
        m_xml.writeAttribute(ownSpace, u"ownTitle"_s, writable(feed.ownTitle));
        own(titleKey, feed.title);
        if (const Outlet* outlet = m_outlets.value(feed.outlet)) {
            own(outletKey, outlet->name);
            own(domainsKey, outlet->domains.join(u' '));
            own(tierKey, outlet->tier > 0 ? QString::number(outlet->tier) : QString());
            own(u"firstParty"_s, outlet->firstParty ? yes : QString());
            own(reliabilityKey, outlet->reliability);
        }
        own(categoryKey, feed.category);
        own(pausedKey, feed.paused ? yes : QString());
        own(u"keepDays"_s, feed.keepDays != 0 ? QString::number(feed.keepDays) : QString());
    }

    void own(const QString& name, const QString& value)
    {
        if (!value.isEmpty())
            m_xml.writeAttribute(ownSpace, name, writable(value));
    }

    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
    QHash<OutletId, const Outlet*> m_outlets;
};

} // namespace

QList<Subscription> subscriptionsOf(const Outline& list)
{
    QList<Subscription> subscriptions;
    for (const OutlineFeed& feed : list.feeds)
        subscriptions.append(subscriptionOf(feed));
    for (const OutlineFault& fault : list.faults) {
        Subscription unusable;
        unusable.url = fault.address;
        unusable.title = fault.title;
        unusable.folder = fault.path;
        subscriptions.append(unusable);
    }
    return subscriptions;
}

QByteArray opmlOf(const QList<DeskFeed>& feeds, const QList<Outlet>& outlets, const QString& title,
                  const QDateTime& now)
{
    return Writer(outlets).write(treeOf(feeds), title, now);
}

} // namespace Scoredesk
