// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/outlet.h"
#include "storage/sql/connection.h"

#include <QList>

namespace Scoredesk {

/// Publishers, found by name (without case) or by domain.
class OutletTable {
public:
    explicit OutletTable(Connection& connection) : m_connection(connection) {}

    QList<Outlet> all() const;
    /// A blank outlet where there is none of that id.
    Outlet byId(OutletId id) const;
    OutletId findByName(const QString& name) const; ///< 0 where there is none
    /// Tries the host, then its parent domains: "uk.example.com" is found as "example.com".
    OutletId findByDomain(const QString& host) const;

    /// The outlet an article came from: by name, by its domains, by the host of its link; else made where it
    /// has a name. What the desk says of an outlet stands; only what it does not say is taken from `outlet`,
    /// and all of it where the desk has it merely from the program's list. Ids that are made are appended to
    /// `made`.
    OutletId ensure(const Outlet& outlet, const QString& host, QList<OutletId>* made = nullptr);
    /// Uses the id where it is set.
    OutletId insert(const Outlet& outlet);
    /// Writes every field of an outlet that exists.
    void update(const Outlet& outlet);
    /// Removes it where no article and no feed refers to it.
    void removeUnused(OutletId id);
    void remove(OutletId id);
    /// Takes the domains from the outlets that have them, but for `except`. Those outlets are returned, and
    /// as they were put before the rest of `before`, unless they stand there.
    QList<OutletId> takeDomains(const QStringList& domains, OutletId except, QList<Outlet>* before);
    void clearDomains(OutletId id);

private:
    void writeDomains(OutletId id, const QStringList& domains, bool replace);
    QStringList domainsOf(OutletId id) const;
    void adopt(OutletId id, const Outlet& outlet);

    Connection& m_connection;
};

} // namespace Scoredesk
