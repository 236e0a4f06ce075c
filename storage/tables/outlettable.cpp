// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/outlettable.h"

#include "storage/sql/statement.h"
#include "storage/tables/articletable.h"

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
    QList<Outlet> outlets;
    Statement row(
        m_connection,
        u"SELECT id, name, tier, first_party, reliability FROM outlet ORDER BY name COLLATE NOCASE"_s);
    while (row.next())
        outlets.append(outletFrom(row));
    for (Outlet& outlet : outlets)
        outlet.domains = domainsOf(outlet.id);
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

OutletId OutletTable::ensure(const Outlet& outlet, const QString& host, QList<OutletId>* made)
{
    const QString name = outlet.name.simplified();
    OutletId id = findByName(name);
    for (const QString& domain : outlet.domains)
        if (id == OutletId{})
            id = findByDomain(domain);
    // A name that is not known is another outlet, whatever page its link leads to.
    if (id == OutletId{} && name.isEmpty())
        id = findByDomain(host);
    if (id != OutletId{}) {
        adopt(id, outlet);
        return id;
    }
    if (name.isEmpty())
        return {};
    id = insert(outlet);
    if (made)
        made->append(id);
    return id;
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
    Statement(
        m_connection,
        u"UPDATE outlet SET name = ?, tier = ?, first_party = ?, reliability = ?, pristine = 0 WHERE id = ?"_s,
        outlet.name.simplified(), qBound(0, outlet.tier, 3), outlet.firstParty, outlet.reliability, outlet.id)
        .run();
    writeDomains(outlet.id, outlet.domains, true);
}

void OutletTable::adopt(OutletId id, const Outlet& outlet)
{
    Statement row(m_connection, u"SELECT pristine, tier, first_party, reliability FROM outlet WHERE id = ?"_s,
                  id);
    if (!row.next())
        return;
    const bool pristine = row.flag(0);
    const bool replaces = pristine && outlet.tier != 0;
    const int tier = replaces || row.small(1) == 0 ? qBound(0, outlet.tier, 3) : row.small(1);
    const bool firstParty = replaces ? outlet.firstParty : row.flag(2) || outlet.firstParty;
    const QString reliability = replaces || row.text(3).isEmpty() ? outlet.reliability : row.text(3);
    if (pristine || tier != row.small(1) || firstParty != row.flag(2) || reliability != row.text(3))
        Statement(
            m_connection,
            u"UPDATE outlet SET tier = ?, first_party = ?, reliability = ?, pristine = 0 WHERE id = ?"_s,
            tier, firstParty, reliability, id)
            .run();
    if (tier != row.small(1)) {
        ArticleTable articles(m_connection);
        const QList<StoryId> stories = articles.storiesWith(id);
        for (const StoryId story : stories)
            articles.refreshCoverage(story);
    }
    if (!outlet.domains.isEmpty() && (replaces || domainsOf(id).isEmpty()))
        writeDomains(id, outlet.domains, true);
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
