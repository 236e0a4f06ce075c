// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/outlettable.h"

#include "storage/sql/statement.h"
#include "storage/tables/articletable.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QString bareDomain(const QString& domain)
{
    const QString lower = domain.trimmed().toLower();
    return lower.startsWith("www."_L1) ? lower.mid(4) : lower;
}

static Outlet outletFrom(const Statement& row)
{
    Outlet outlet;
    outlet.id = row.id<OutletId>(0);
    outlet.name = row.text(1);
    outlet.tier = row.small(2);
    outlet.firstParty = row.flag(3);
    outlet.reliability = row.text(4);
    return outlet;
}

QList<Outlet> OutletTable::all() const
{
    QHash<OutletId, QStringList> domains;
    {
        Statement row(m_connection,
                      u"SELECT outlet_id, domain FROM outlet_domain ORDER BY outlet_id, position"_s);
        while (row.next())
            domains[row.id<OutletId>(0)].append(row.text(1));
    }
    QList<Outlet> outlets;
    Statement row(
        m_connection,
        u"SELECT id, name, tier, first_party, reliability FROM outlet ORDER BY name COLLATE NOCASE"_s);
    while (row.next()) {
        outlets.append(outletFrom(row));
        outlets.last().domains = domains.value(outlets.last().id);
    }
    return outlets;
}

Outlet OutletTable::byId(OutletId id) const
{
    Statement row(m_connection, u"SELECT id, name, tier, first_party, reliability FROM outlet WHERE id = ?"_s,
                  id);
    if (!row.next())
        return {};
    Outlet outlet = outletFrom(row);
    outlet.domains = domainsOf(id);
    return outlet;
}

QStringList OutletTable::domainsOf(OutletId id) const
{
    QStringList domains;
    Statement row(m_connection, u"SELECT domain FROM outlet_domain WHERE outlet_id = ? ORDER BY position"_s,
                  id);
    while (row.next())
        domains.append(row.text(0));
    return domains;
}

OutletId OutletTable::findByName(const QString& name) const
{
    if (name.isEmpty())
        return {};
    Statement row(m_connection, u"SELECT id FROM outlet WHERE name = ?"_s, name);
    return row.next() ? row.id<OutletId>(0) : OutletId{};
}

OutletId OutletTable::findByDomain(const QString& host) const
{
    for (QString domain = bareDomain(host); domain.contains(u'.'); domain = domain.section(u'.', 1)) {
        Statement row(m_connection, u"SELECT outlet_id FROM outlet_domain WHERE domain = ?"_s, domain);
        if (row.next())
            return row.id<OutletId>(0);
    }
    return {};
}

OutletId OutletTable::findByDomains(const QStringList& domains) const
{
    OutletId id{};
    for (const QString& domain : domains)
        if (id == OutletId{})
            id = findByDomain(domain);
    return id;
}

OutletId OutletTable::ensure(const Outlet& outlet, const QString& host, OutletTrace* trace)
{
    const QString name = outlet.name.simplified();
    OutletId id = findByName(name);
    if (id == OutletId{})
        id = findByDomains(outlet.domains);
    // A name that is not known is another outlet, whatever page its link leads to.
    if (id == OutletId{} && name.isEmpty())
        id = findByDomain(host);
    if (id != OutletId{}) {
        if (outlet.tier == 0 || !isPristine(id))
            return id; // says less than the program's list, or no more than the desk
        Outlet whole = outlet;
        const Outlet own = byId(id);
        whole.id = id;
        whole.name = own.name;
        if (whole.domains.isEmpty())
            whole.domains = own.domains;
        rewrite(whole, trace);
        return id;
    }
    if (name.isEmpty())
        return {};
    id = insert(outlet);
    if (trace)
        trace->made.append(id);
    return id;
}

void OutletTable::bring(const QList<Outlet>& outlets, OutletTrace& trace)
{
    QSet<OutletId> named;
    for (const Outlet& outlet : outlets)
        named.insert(findByName(outlet.name.simplified()));
    QList<Outlet> fresh;
    QList<Outlet> known;
    for (Outlet outlet : outlets) {
        outlet.name = outlet.name.simplified();
        outlet.id = findByName(outlet.name);
        // Under another name, unless the outlet of that domain comes under its own as well.
        if (const OutletId same = findByDomains(outlet.domains);
            outlet.id == OutletId{} && !named.contains(same))
            outlet.id = same;
        named.insert(outlet.id);
        if (outlet.id == OutletId{} && !outlet.name.isEmpty())
            fresh.append(outlet);
        else if (outlet.id != OutletId{} && isPristine(outlet.id))
            known.append(outlet);
    }
    for (const Outlet& outlet : std::as_const(known))
        rewrite(outlet, &trace);
    for (const Outlet& outlet : std::as_const(fresh))
        trace.made.append(insert(outlet));
    // A domain may have gone from one outlet to another that was written before it.
    for (const Outlet& outlet : std::as_const(known))
        writeDomains(outlet.id, outlet.domains, true);
}

OutletId OutletTable::insert(const Outlet& outlet)
{
    Statement insert(
        m_connection,
        u"INSERT INTO outlet (id, name, tier, first_party, reliability) VALUES (?, ?, ?, ?, ?)"_s);
    if (outlet.id == OutletId{})
        insert.bindNull();
    else
        insert.bind(outlet.id);
    insert.bind(outlet.name.simplified()).bind(qBound(0, outlet.tier, 3)).bind(outlet.firstParty);
    insert.bind(outlet.reliability);
    if (!insert.run())
        return {};
    const OutletId id = OutletId(insert.insertedId());
    writeDomains(id, outlet.domains, false);
    return id;
}

void OutletTable::update(const Outlet& outlet)
{
    writeRow(outlet, false);
    writeDomains(outlet.id, outlet.domains, true);
}

void OutletTable::writeRow(const Outlet& outlet, bool pristine)
{
    Statement(
        m_connection,
        u"UPDATE outlet SET name = ?, tier = ?, first_party = ?, reliability = ?, pristine = ? WHERE id = ?"_s,
        outlet.name.simplified(), qBound(0, outlet.tier, 3), outlet.firstParty, outlet.reliability, pristine,
        outlet.id)
        .run();
}

bool OutletTable::isPristine(OutletId id) const
{
    Statement row(m_connection, u"SELECT pristine FROM outlet WHERE id = ?"_s, id);
    return row.next() && row.flag(0);
}

void OutletTable::rewrite(const Outlet& outlet, OutletTrace* trace)
{
    const Outlet before = byId(outlet.id);
    if (outlet == before)
        return;
    update(outlet);
    const QList<StoryId> stories = outlet.tier == before.tier ? QList<StoryId>() : recount(outlet.id);
    if (!trace)
        return;
    trace->changed.append({before, byId(outlet.id)});
    trace->stories += stories;
}

QList<StoryId> OutletTable::takeBack(const QList<OutletChange>& changes)
{
    QList<Outlet> outlets;
    for (const OutletChange& change : changes) {
        Outlet now = byId(change.after.id);
        now.domains = change.after.domains; // one that it lost since, or got, is no edit of the outlet
        if (now == change.after)
            outlets.append(change.before);
    }
    for (const Outlet& outlet : std::as_const(outlets))
        writeDomains(outlet.id, {}, true); // free for whom they were taken from
    QList<StoryId> stories;
    for (const Outlet& outlet : std::as_const(outlets)) {
        writeRow(outlet, true);
        writeDomains(outlet.id, outlet.domains, false);
        stories += recount(outlet.id);
    }
    return stories;
}

// Its tier counts in the coverage of every story that has its articles.
QList<StoryId> OutletTable::recount(OutletId id)
{
    ArticleTable articles(m_connection);
    QList<StoryId> stories = articles.storiesWith(id);
    for (const StoryId story : std::as_const(stories))
        articles.refreshCoverage(story);
    return stories;
}

void OutletTable::writeDomains(OutletId id, const QStringList& domains, bool replace)
{
    if (replace)
        Statement(m_connection, u"DELETE FROM outlet_domain WHERE outlet_id = ?"_s, id).run();
    int position = 0;
    for (const QString& domain : domains)
        if (const QString bare = bareDomain(domain); !bare.isEmpty())
            Statement(m_connection,
                      u"INSERT INTO outlet_domain (domain, outlet_id, position) VALUES (?, ?, ?) "
                      "ON CONFLICT DO NOTHING"_s, // a domain belongs to whom it was given first
                      bare, id, position++)
                .run();
}

void OutletTable::removeUnused(OutletId id)
{
    Statement(
        m_connection,
        u"DELETE FROM outlet WHERE id = ? AND NOT EXISTS (SELECT 1 FROM article WHERE outlet_id = outlet.id) "
        "AND NOT EXISTS (SELECT 1 FROM feed WHERE outlet_id = outlet.id)"_s,
        id)
        .run();
}

void OutletTable::remove(OutletId id)
{
    Statement(m_connection, u"DELETE FROM outlet WHERE id = ?"_s, id).run();
}

QList<OutletId> OutletTable::takeDomains(const QStringList& domains, OutletId except, QList<Outlet>* before)
{
    QList<OutletId> owners;
    for (const QString& domain : domains) {
        const QString bare = bareDomain(domain);
        Statement row(m_connection, u"SELECT outlet_id FROM outlet_domain WHERE domain = ?"_s, bare);
        if (!row.next() || row.id<OutletId>(0) == except)
            continue;
        const OutletId owner = row.id<OutletId>(0);
        const bool kept = std::any_of(before->cbegin(), before->cend(),
                                      [owner](const Outlet& outlet) { return outlet.id == owner; });
        if (!kept)
            before->prepend(byId(owner));
        if (!owners.contains(owner))
            owners.append(owner);
        Statement(m_connection, u"DELETE FROM outlet_domain WHERE domain = ?"_s, bare).run();
    }
    return owners;
}

void OutletTable::clearDomains(OutletId id)
{
    Statement(m_connection, u"DELETE FROM outlet_domain WHERE outlet_id = ?"_s, id).run();
}

} // namespace Scoredesk
