// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/arrivaloutlets.h"

#include "storage/domain/keys.h"
#include "storage/tables/outlettable.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

OutletId ArrivalOutlets::outletOf(const Article& article)
{
    const bool named = !article.outlet.name.isEmpty() || !article.outlet.domains.isEmpty();
    if (!named && m_feedsOwn != OutletId{})
        return m_feedsOwn;
    const QString host = linkHost(article.link);
    if (named)
        return outletNamed(article.outlet, host);
    if (host.isEmpty())
        return {};
    if (const auto seen = m_byHost.constFind(host); seen != m_byHost.cend())
        return *seen;
    OutletTable outlets(m_connection);
    OutletId id = outlets.findByDomain(host);
    if (id == OutletId{}) {
        Outlet unknown; // it counts in coverage, under its address until somebody names it
        unknown.name = host;
        unknown.domains = QStringList{host};
        id = outlets.ensure(unknown, host);
    }
    m_byHost.insert(host, id);
    return id;
}

/// Whose it is tells the domain, which nobody can make up; a page may call itself whatever it likes, also by
/// the name of an outlet that is rated.
OutletId ArrivalOutlets::outletNamed(const Outlet& named, const QString& host)
{
    OutletTable outlets(m_connection);
    for (const QString& domain : named.domains)
        if (const OutletId id = outlets.findByDomain(domain); id != OutletId{})
            return id;
    Outlet own = named;
    if (!own.domains.isEmpty()) {
        own.name = own.name.simplified();
        const OutletId same = outlets.findByName(own.name);
        if (own.name.isEmpty())
            own.name = own.domains.first();
        else if (same != OutletId{} && !outlets.byId(same).domains.isEmpty())
            own.name += u" (%1)"_s.arg(own.domains.first());
    }
    return outlets.ensure(own, host);
}

ArrivalOutlets::Facts ArrivalOutlets::factsOf(OutletId id)
{
    if (id == OutletId{})
        return {};
    auto facts = m_facts.find(id);
    if (facts == m_facts.end()) {
        const Outlet outlet = OutletTable(m_connection).byId(id);
        facts = m_facts.insert(id, {outlet.name, outlet.tier});
    }
    return *facts;
}

} // namespace Scoredesk
