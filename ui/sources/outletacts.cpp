// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/outletacts.h"

#include "storage/exchange/outletcsv.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/outletstore.h"
#include "storage/store.h"
#include "ui/desk/desk.h"

#include <memory>

namespace Scoredesk {

static Result<void> put(Outlet& outlet, OutletsModel::Column column, const QVariant& value)
{
    switch (column) {
    case OutletsModel::Name:
        outlet.name = value.toString().simplified();
        break;
    case OutletsModel::Domains: {
        auto domains = domainsFromText(value.toString());
        if (!domains)
            return tl::unexpected(domains.error());
        outlet.domains = std::move(*domains);
        break;
    }
    case OutletsModel::Tier:
        outlet.tier = value.toInt();
        break;
    case OutletsModel::FirstParty:
        outlet.firstParty = value.toBool();
        break;
    default:
        outlet.reliability = value.toString().trimmed().toUpper();
        break;
    }
    return {};
}

OutletActs::OutletActs(Desk& desk, QObject* parent) : QObject(parent), m_desk(desk) {}

void OutletActs::change(OutletId id, OutletsModel::Column column, const QVariant& value)
{
    OutletStore& outlets = m_desk.store().feeds().outlets();
    if (const auto now = outlets.byId(id)) {
        Outlet wanted = *now;
        if (put(wanted, column, value) && wanted == *now)
            return; // "A" for "a" is no step
    }
    const auto before = std::make_shared<OutletsBefore>();
    const auto carryOut = [&outlets, id, column, value, before]() -> Result<void> {
        // As it is now: a fetch or another window may have moved the rest of it.
        Outlet outlet = outlets.byId(id).value_or(Outlet());
        outlet.id = id;
        if (auto fits = put(outlet, column, value); !fits)
            return fits;
        auto saved = outlets.save({outlet});
        if (!saved)
            return tl::unexpected(saved.error());
        *before = std::move(*saved);
        return {};
    };
    m_desk.step(tr("Edit outlet"), carryOut, [&outlets, before] { return outlets.restore(*before); });
}

bool OutletActs::save(const QString& text, const QList<Outlet>& wanted)
{
    OutletStore& outlets = m_desk.store().feeds().outlets();
    const auto before = std::make_shared<OutletsBefore>();
    const auto carryOut = [&outlets, wanted, before]() -> Result<void> {
        auto saved = outlets.save(wanted);
        if (!saved)
            return tl::unexpected(saved.error());
        *before = std::move(*saved);
        return {};
    };
    const bool isDone = m_desk.step(text, carryOut, [&outlets, before] { return outlets.restore(*before); });
    m_made = isDone ? before->made : QList<OutletId>();
    return isDone;
}

OutletId OutletActs::add(const QString& name)
{
    Outlet outlet;
    outlet.name = name.simplified();
    return save(tr("Add outlet"), {outlet}) ? m_made.value(0) : OutletId{};
}

bool OutletActs::import(const QList<Outlet>& outlets)
{
    return !outlets.isEmpty() && save(tr("Import outlets"), outlets);
}

void OutletActs::merge(OutletId gone, OutletId into)
{
    OutletStore& outlets = m_desk.store().feeds().outlets();
    const auto merged = std::make_shared<MergedOutlet>();
    merged->gone.id = gone;
    const auto carryOut = [&outlets, into, merged]() -> Result<void> {
        auto done = outlets.merge(merged->gone.id, into);
        if (!done)
            return tl::unexpected(done.error());
        *merged = std::move(*done);
        return {};
    };
    const auto takeBack = [&outlets, merged]() -> Result<void> {
        const auto back = outlets.unmerge(*merged);
        if (!back)
            return tl::unexpected(back.error());
        merged->gone.id = *back; // which a redo merges
        return {};
    };
    if (m_desk.step(tr("Merge outlets"), carryOut, takeBack))
        Q_EMIT done(tr("%1 is part of %2 now, with its articles, feeds and domains")
                        .arg(merged->gone.name, merged->into.name));
}

} // namespace Scoredesk
