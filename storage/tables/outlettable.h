// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/outlet.h"
#include "storage/sql/connection.h"

#include <QList>

namespace Scoredesk {

/// What storing articles or a desk export did to outlets.
struct OutletTrace {
    QList<OutletId> made;
    QList<OutletChange> changed;
    QList<StoryId> stories; ///< whose coverage counts a changed outlet
};

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
    /// has a name. What the desk says of an outlet stands; where it has it merely from the program's list, a
    /// tier that `outlet` gives is taken over, with its other facts. `trace` keeps what is made and changed.
    OutletId ensure(const Outlet& outlet, const QString& host, OutletTrace* trace = nullptr);
    /// The outlets of a whole desk: those that are new here are made, and those that the desk has merely from
    /// the program's list become what they are there, unrated ones too. All others stay.
    void bring(const QList<Outlet>& outlets, OutletTrace& trace);
    /// Makes outlets again what the program's list says, where they still are what an import made of them.
    /// Returns the stories whose coverage that concerns.
    QList<StoryId> takeBack(const QList<OutletChange>& changes);
    /// Brings the coverage of the stories that have its articles up to date, and names them.
    QList<StoryId> recount(OutletId id);
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
    bool isPristine(OutletId id) const;
    OutletId findByDomains(const QStringList& domains) const;
    void rewrite(const Outlet& outlet, OutletTrace* trace);
    void writeRow(const Outlet& outlet, bool pristine);

    Connection& m_connection;
};

} // namespace Scoredesk
