// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/outletstore.h"

#include "storage/sql/statement.h"
#include "storage/storeread.h"
#include "storage/tables/idlist.h"
#include "storage/tables/outlettable.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

static Error noOutlet()
{
    return {u"That outlet is not on this desk any more."_s, ErrorCode::NotFound};
}

static Result<void> checked(const Outlet& outlet)
{
    if (outlet.name.simplified().isEmpty())
        return fail(u"An outlet needs a name."_s, ErrorCode::InvalidInput);
    const QString& letter = outlet.reliability;
    if (!letter.isEmpty() && (letter.size() != 1 || letter < u"A" || letter > u"F"))
        return fail(u"\"%1\" is no reliability: it is a letter from A to F."_s.arg(letter),
                    ErrorCode::InvalidInput);
    if (outlet.tier < 0 || outlet.tier > 3)
        return fail(u"%1 is no tier: it is 1, 2 or 3, or 0 where it is not rated."_s.arg(outlet.tier),
                    ErrorCode::InvalidInput);
    return {};
}

template<typename Id>
static QList<Id> idsOf(Statement row)
{
    QList<Id> ids;
    while (row.next())
        ids.append(row.id<Id>(0));
    return ids;
}

QList<Outlet> OutletStore::all() const
{
    return m_store.outlets();
}

std::optional<Outlet> OutletStore::byId(OutletId id) const
{
    Outlet outlet = readOr(d, [&] { return OutletTable(*d.connection).byId(id); });
    return outlet.id == OutletId{} ? std::nullopt : std::optional(std::move(outlet));
}

Result<Outlet> OutletStore::find(const QString& handle) const
{
    const QString text = handle.simplified();
    const OutletId id = readOr(d, [&] {
        const OutletTable table(*d.connection);
        OutletId found = table.findByName(text);
        if (found == OutletId{})
            found = table.findByDomain(text);
        bool isNumber = false;
        const qint64 row = text.toLongLong(&isNumber);
        return found == OutletId{} && isNumber ? OutletId(row) : found;
    });
    auto outlet = byId(id);
    if (!outlet)
        return fail(u"There is no outlet \"%1\" on this desk."_s.arg(text), ErrorCode::NotFound);
    return std::move(*outlet);
}

Result<OutletsBefore> OutletStore::save(const QList<Outlet>& outlets)
{
    WriteScope scope(m_store, d);
    OutletTable table(*d.connection);
    OutletsBefore before;
    for (const Outlet& outlet : outlets) {
        if (const auto fine = checked(outlet); !fine)
            return tl::unexpected(fine.error());
        if (outlet.id != OutletId{}) {
            Outlet was = table.byId(outlet.id);
            if (was.id == OutletId{})
                return tl::unexpected(noOutlet());
            before.changed.prepend(std::move(was));
        }
        for (const OutletId other : table.takeDomains(outlet.domains, outlet.id, &before.changed))
            scope.notices().changed(table.recount(other));
        const auto id = m_store.saveOutlet(outlet);
        if (!id)
            return tl::unexpected(id.error());
        if (outlet.id == OutletId{})
            before.made.append(*id);
    }
    scope.notices().feedsMoved();
    return scope.commit().map([&] { return before; });
}

Result<void> OutletStore::restore(const OutletsBefore& before)
{
    WriteScope scope(m_store, d);
    OutletTable table(*d.connection);
    for (const OutletId id : before.made)
        table.removeUnused(id);
    for (const Outlet& outlet : before.changed)
        table.clearDomains(outlet.id); // they may have gone from one to another
    for (const Outlet& outlet : before.changed)
        if (const auto saved = m_store.saveOutlet(outlet); !saved)
            return tl::unexpected(saved.error());
    scope.notices().feedsMoved();
    return scope.commit();
}

Result<MergedOutlet> OutletStore::merge(OutletId goneId, OutletId intoId)
{
    if (goneId == intoId)
        return fail(u"An outlet cannot be merged into itself."_s, ErrorCode::InvalidInput);
    WriteScope scope(m_store, d);
    OutletTable table(*d.connection);
    MergedOutlet merged;
    merged.gone = table.byId(goneId);
    merged.into = table.byId(intoId);
    if (merged.gone.id == OutletId{} || merged.into.id == OutletId{})
        return tl::unexpected(noOutlet());
    merged.articles =
        idsOf<ArticleId>({*d.connection, u"SELECT id FROM article WHERE outlet_id = ?"_s, goneId});
    merged.feeds = idsOf<FeedId>({*d.connection, u"SELECT id FROM feed WHERE outlet_id = ?"_s, goneId});
    Statement(*d.connection, u"UPDATE article SET outlet_id = ? WHERE outlet_id = ?"_s, intoId, goneId).run();
    Statement(*d.connection, u"UPDATE feed SET outlet_id = ? WHERE outlet_id = ?"_s, intoId, goneId).run();
    table.remove(goneId);
    Outlet whole = merged.into;
    whole.domains += merged.gone.domains;
    whole.firstParty = whole.firstParty || merged.gone.firstParty;
    if (whole.tier == 0)
        whole.tier = merged.gone.tier;
    if (whole.reliability.isEmpty())
        whole.reliability = merged.gone.reliability;
    if (const auto saved = m_store.saveOutlet(whole); !saved)
        return tl::unexpected(saved.error());
    scope.notices().feedsMoved();
    return scope.commit().map([&] { return merged; });
}

Result<OutletId> OutletStore::unmerge(const MergedOutlet& merged)
{
    WriteScope scope(m_store, d);
    OutletTable table(*d.connection);
    if (table.byId(merged.into.id).id == OutletId{})
        return tl::unexpected(noOutlet());
    table.clearDomains(merged.into.id);
    Outlet gone = merged.gone;
    if (table.byId(gone.id).id != OutletId{})
        gone.id = OutletId{}; // another has its number by now
    gone.id = table.insert(gone);
    Statement(*d.connection,
              u"UPDATE article SET outlet_id = ? WHERE id IN (SELECT value FROM json_each(?))"_s, gone.id,
              toJsonArray(merged.articles))
        .run();
    Statement(*d.connection, u"UPDATE feed SET outlet_id = ? WHERE id IN (SELECT value FROM json_each(?))"_s,
              gone.id, toJsonArray(merged.feeds))
        .run();
    if (const auto saved = m_store.saveOutlet(merged.into); !saved)
        return tl::unexpected(saved.error());
    scope.notices().changed(table.recount(gone.id));
    scope.notices().feedsMoved();
    return scope.commit().map([&] { return gone.id; });
}

} // namespace Scoredesk
